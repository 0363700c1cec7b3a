// The two legal profiles that ship with the app. A period chooses one; no code asks which decree is in force.
import type { ProfileId } from '../registers/define.ts'
import { current_2025 } from './current_2025.ts'
import { nd47_2020 } from './nd47_2020.ts'
import type { LegalProfile } from './profile.ts'

export const profiles: readonly LegalProfile[] = [nd47_2020, current_2025]

export function profileOf(id: ProfileId): LegalProfile {
  return id === 'nd47_2020' ? nd47_2020 : current_2025
}

/** The profile of a day: Decree 278/2025 replaced Decree 47/2020 on 22/10/2025. @param iso `YYYY-MM-DD` */
export function profileFor(iso: string): LegalProfile {
  return iso < '2025-10-22' ? nd47_2020 : current_2025
}
