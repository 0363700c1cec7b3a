// Working days: Saturdays, Sundays, the days off that the Labour Code fixes on the solar calendar and those that the
// province enters are none; make-up days are. Lunar days off differ each year and are entered, never reckoned here.
import type { IsoDay } from './deadlineRule.ts'

export type WorkCalendar = {
  /** Days off beside weekends, `YYYY-MM-DD`. */
  readonly holidays: readonly IsoDay[]
  /** Saturdays and Sundays on which offices work instead. */
  readonly workdays: readonly IsoDay[]
}

/** Labour Code 2019, Điều 112: New Year, 30 April, 1 May, National Day. */
const FIXED = new Set(['01-01', '04-30', '05-01', '09-02'])

export class WorkingDays {
  readonly #off: ReadonlySet<IsoDay>
  readonly #madeUp: ReadonlySet<IsoDay>

  constructor({ holidays, workdays }: WorkCalendar = { holidays: [], workdays: [] }) {
    this.#off = new Set(holidays)
    this.#madeUp = new Set(workdays)
  }

  isWorking(iso: IsoDay): boolean {
    if (this.#madeUp.has(iso)) return true
    return !this.#off.has(iso) && !FIXED.has(iso.slice(5)) && !isWeekend(iso)
  }

  /** The day itself if it is one, else the working day before it. */
  lastOnOrBefore(iso: IsoDay): IsoDay {
    let day = iso
    while (!this.isWorking(day)) day = addDays(day, -1)
    return day
  }

  /** So many working days before a day. */
  before(iso: IsoDay, days: number): IsoDay {
    let day = iso
    for (let i = 0; i < days; i++) day = this.lastOnOrBefore(addDays(day, -1))
    return day
  }

  /** So many working days after a day, which itself does not count. */
  after(iso: IsoDay, days: number): IsoDay {
    let day = iso
    for (let left = days; left > 0; ) {
      day = addDays(day, 1)
      if (this.isWorking(day)) left--
    }
    return day
  }
}

/** @param days may be below zero */
export function addDays(iso: IsoDay, days: number): IsoDay {
  const day = new Date(`${iso}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** The same day so many months on; the last of a shorter month. */
export function addMonths(iso: IsoDay, months: number): IsoDay {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

function isWeekend(iso: IsoDay): boolean {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
