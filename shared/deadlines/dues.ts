// When a rule is due. “Trước ngày X” ends with the day before X, unless the province reads it as X itself; the working day
// on or before that is what an office works towards.
import type { DeadlineRule, IsoDay } from './deadlineRule.ts'
import { addDays, addMonths, type WorkingDays } from './workingDays.ts'

export type Due = {
  /** The day that the text names. */
  readonly official: IsoDay
  /** The last day on which it is in time. */
  readonly lastDay: IsoDay
  readonly lastWorkingDay: IsoDay
  /** `2026`, `2026-H1`, `2026-Q2`; empty for a single day. */
  readonly period: string
}

export type DueSettings = {
  readonly strictBefore: boolean
  readonly workingDays: WorkingDays
  /** Day on which what the rule counts from happened; undefined: it did not yet. */
  readonly since?: IsoDay | undefined
  /** Which clock of several runs: 0 for the first. */
  readonly step?: number
}

/** Every due whose last day lies in `from`…`to`, both included, in order. */
export function duesBetween(rule: DeadlineRule, from: IsoDay, to: IsoDay, settings: DueSettings): Due[] {
  const inside = (due: Due) => due.lastDay >= from && due.lastDay <= to
  switch (rule.kind) {
    case 'once':
      return [dueOn(rule.day, rule.before, '', settings)].filter(inside)
    case 'yearly': {
      const day = `${two(rule.month)}-${two(rule.day)}`
      return years(from, to)
        .filter((year) => rule.from === null || year >= rule.from)
        .map((year) => dueOn(realDay(year, day), rule.before, String(year), settings))
        .filter(inside)
    }
    case 'every':
      return (
        rule.since === null ? byCalendar(rule.months, from, to, settings) : byEvent(rule.months, to, settings)
      ).filter(inside)
    case 'months-after':
      return settings.since === undefined
        ? []
        : [dueOn(addMonths(settings.since, rule.months), false, '', settings)].filter(inside)
    case 'working-days': {
      const days = rule.days[settings.step ?? 0]
      if (days === undefined || settings.since === undefined) return []
      return [dueOn(settings.workingDays.after(settings.since, days), false, '', settings)].filter(inside)
    }
    case 'span':
      return [dueOn(`${rule.to}-12-31`, false, '', settings)].filter(inside)
    case 'sequence':
      return [...duesBetween(rule.first, from, to, settings), ...duesBetween(rule.after, from, to, settings)]
    case 'both':
      return rule.rules
        .flatMap((one) => duesBetween(one, from, to, settings))
        .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    case 'steps':
      return rule.steps[settings.step ?? 0]
        ? duesBetween(rule.steps[settings.step ?? 0]!.rule, from, to, settings)
        : []
    default:
      return []
  }
}

/** The first due from `today` on, within ten years; null when the rule has no clock that runs. */
export function nextDue(rule: DeadlineRule, today: IsoDay, settings: DueSettings): Due | null {
  return duesBetween(rule, today, addMonths(today, 120), settings)[0] ?? null
}

/** The last day in time of a day as written. */
export function dueOn(official: IsoDay, before: boolean, period: string, settings: DueSettings): Due {
  const lastDay = before && settings.strictBefore ? addDays(official, -1) : official
  return { official, lastDay, lastWorkingDay: settings.workingDays.lastOnOrBefore(lastDay), period }
}

/** Ends of halves or quarters; other lengths are counted from the year's beginning. */
function byCalendar(months: number, from: IsoDay, to: IsoDay, settings: DueSettings): Due[] {
  if (months < 1 || 12 % months !== 0) return []
  const parts = 12 / months
  return years(from, to).flatMap((year) =>
    Array.from({ length: parts }, (_, part) => {
      const end = addDays(addMonths(`${year}-01-01`, months * (part + 1)), -1)
      return dueOn(end, false, periodOf(year, part, parts), settings)
    }),
  )
}

function byEvent(months: number, to: IsoDay, settings: DueSettings): Due[] {
  const dues: Due[] = []
  if (settings.since === undefined || months < 1) return dues
  for (let n = 1; ; n++) {
    const day = addMonths(settings.since, months * n)
    if (day > to) return dues
    dues.push(dueOn(day, false, '', settings))
  }
}

function periodOf(year: number, part: number, parts: number): string {
  if (parts === 1) return String(year)
  return `${year}-${parts === 2 ? 'H' : parts === 4 ? 'Q' : 'P'}${part + 1}`
}

function years(from: IsoDay, to: IsoDay): number[] {
  // A day before the first of January belongs to the year after it.
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4)) + 1]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** 29/02 is 28/02 in a year that has none. */
function realDay(year: number, monthDay: string): IsoDay {
  const iso = `${year}-${monthDay}`
  return new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) === iso ? iso : `${year}-02-28`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
