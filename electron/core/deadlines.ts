// When each list is due here: the province's own deadline for it, else the one of the legal profile in force.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { type DeadlineRule, deadlineInWords } from '../../shared/deadlines/deadlineRule.ts'
import type { DueSettings } from '../../shared/deadlines/dues.ts'
import { parseDeadline } from '../../shared/deadlines/parseDeadline.ts'
import { WorkingDays } from '../../shared/deadlines/workingDays.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import type { RegisterId } from '../../shared/registers/define.ts'
import { officeOf } from './CoreContext.ts'
import { settingsOf } from './settingsOf.ts'

export type ListDeadline = {
  readonly register: RegisterId
  readonly rule: DeadlineRule
  /** The rule in words and where it comes from. */
  readonly why: string
}

export function deadlinesOf(store: OfficeStore): ListDeadline[] {
  const own = settingsOf(store).deadlines.flatMap(({ register, text, basis }) => read(register, text, basis))
  const set = new Set(own.map(({ register }) => register))
  const given = profileOf(officeOf(store).profile).deadlines.flatMap(({ register, text, why }) =>
    read(register, text, why),
  )
  return [...own, ...given.filter(({ register }) => !set.has(register))]
}

/** Nothing for words that cannot be read: the profile's own deadline then stands. */
function read(register: RegisterId, text: string, why: string): ListDeadline[] {
  const rule = parseDeadline(text)
  return rule ? [{ register, rule, why: [deadlineInWords(rule), why].filter(Boolean).join(' – ') }] : []
}

export function workingDaysOf(store: OfficeStore): WorkingDays {
  const { holidays, workdays } = settingsOf(store)
  return new WorkingDays({ holidays: holidays.map(({ day }) => day), workdays })
}

export function dueSettings(store: OfficeStore): DueSettings {
  return { strictBefore: settingsOf(store).strictBefore, workingDays: workingDaysOf(store) }
}
