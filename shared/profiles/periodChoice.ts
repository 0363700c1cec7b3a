// Which legal profile and which plan a period stands under: the office's choice for it, else what its pack gives, each only
// where it was in force in that period. A period that ended before 22/10/2025 is thus never judged by today's law, and a
// present one never by a repealed one.
import { planOf } from '../plans/plans.ts'
import type { ProfileId } from '../registers/define.ts'
import { profileFor, profileOf } from './profiles.ts'

/** What an office chose for one period (`2026`, `2026-H1`, `2026-Q3`); null: what its pack gives. */
export type PeriodChoice = {
  readonly period: string
  readonly profile: ProfileId | null
  readonly plan: string | null
}

const ENDS: Readonly<Record<string, string>> = {
  H1: '06-30',
  H2: '12-31',
  Q1: '03-31',
  Q2: '06-30',
  Q3: '09-30',
  Q4: '12-31',
}

/** `YYYY-MM-DD`; null for a period that is no year, half-year or quarter. */
export function lastDayOfPeriod(period: string): string | null {
  const [, year, part] = /^(\d{4})(?:-(H[12]|Q[1-4]))?$/.exec(period) ?? []
  return year ? `${year}-${part ? ENDS[part] : '12-31'}` : null
}

/** Whether a profile is in force on the period's last day, by which it is judged. */
export function isProfileOfPeriod(profile: ProfileId, period: string): boolean {
  const last = lastDayOfPeriod(period)
  const { from, to } = profileOf(profile)
  return last === null || ((from === null || from <= last) && (to === null || last <= to))
}

/** Whether a plan counts in some of the period; an office's own plan always may. */
export function isPlanOfPeriod(plan: string, period: string): boolean {
  const known = planOf(plan)
  const year = Number(period.slice(0, 4))
  if (!known || lastDayOfPeriod(period) === null) return true
  return known.fromYear <= year && (known.to === null || `${year}-01-01` <= known.to)
}

/** @param given the pack's profile */
export function profileForPeriod(
  period: string,
  given: ProfileId,
  choices: readonly PeriodChoice[] = [],
): ProfileId {
  const asked = choiceFor(period, choices, (choice) => choice.profile) ?? given
  if (isProfileOfPeriod(asked, period)) return asked
  return profileFor(lastDayOfPeriod(period) ?? '9999-12-31').id
}

/** @param given the pack's plan @returns the plan's id or own words; empty for none */
export function planForPeriod(period: string, given: string, choices: readonly PeriodChoice[] = []): string {
  const asked = choiceFor(period, choices, (choice) => choice.plan) ?? given
  return isPlanOfPeriod(asked, period) ? asked : ''
}

/** A half-year or quarter without a choice of its own follows its year's. */
function choiceFor<T>(
  period: string,
  choices: readonly PeriodChoice[],
  of: (choice: PeriodChoice) => T | null,
): T | null {
  for (const asked of [period, period.slice(0, 4)]) {
    const choice = choices.find((one) => one.period === asked)
    const found = choice ? of(choice) : null
    if (found !== null) return found
  }
  return null
}
