// Working days as the province's calendar has them: Saturdays, Sundays and its days off are none, its make-up days are.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { settingsOf } from './settingsOf.ts'

export type WorkingDays = {
  /** The day itself if it is one, else the working day before it. */
  lastOnOrBefore(iso: string): string
  /** So many working days before a day. */
  before(iso: string, days: number): string
}

export function workingDaysOf(store: OfficeStore): WorkingDays {
  const { holidays, workdays } = settingsOf(store)
  const off = new Set(holidays.map(({ day }) => day))
  const madeUp = new Set(workdays)
  const isWorking = (iso: string) => madeUp.has(iso) || (!off.has(iso) && !isWeekend(iso))
  const lastOnOrBefore = (iso: string) => {
    let day = iso
    while (!isWorking(day)) day = dayBefore(day)
    return day
  }
  return {
    lastOnOrBefore,
    before: (iso, days) => {
      let day = iso
      for (let i = 0; i < days; i++) day = lastOnOrBefore(dayBefore(day))
      return day
    },
  }
}

function isWeekend(iso: string): boolean {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

function dayBefore(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
