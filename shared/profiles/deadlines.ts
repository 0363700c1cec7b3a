// When a list is due next. A due day on a weekend moves to the working day before it: offices hand in on Friday.
import type { RegisterId } from '../registers/define.ts'
import type { LegalProfile } from './profile.ts'

export type Due = {
  /** Last working day on or before the due day, `YYYY-MM-DD`. */
  readonly date: string
  /** The due day itself. */
  readonly official: string
  readonly why: string
  /** False: custom, the province's to confirm. */
  readonly verified: boolean
}

/**
 * The register's next due day under a profile, from `today` on; null when it has none.
 * @param today the office's own day, `YYYY-MM-DD`
 */
export function nextDue(profile: LegalProfile, register: RegisterId, today: string): Due | null {
  const year = Number(today.slice(0, 4))
  const coming = profile.deadlines
    .filter((deadline) => deadline.register === register)
    .flatMap(({ days, why, verified }) =>
      [year, year + 1].flatMap((y) =>
        days.map((day) => ({ date: lastWorkingDay(`${y}-${day}`), official: `${y}-${day}`, why, verified })),
      ),
    )
    .filter((due) => due.official >= today)
    .sort((a, b) => (a.official < b.official ? -1 : 1))
  return coming[0] ?? null
}

/** Friday for a Saturday or Sunday, else the same day. Public holidays are the province's to set. */
export function lastWorkingDay(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`)
  const weekday = day.getUTCDay()
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0
  day.setUTCDate(day.getUTCDate() - back)
  return day.toISOString().slice(0, 10)
}
