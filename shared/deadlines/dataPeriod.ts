// The figures of a period close before its report is due: 15th to 14th (Decree 09/2019/NĐ-CP's rule for periodic reports,
// repeated by 331/2026 Điều 35 khoản 3 for the year).
import type { IsoDay } from './deadlineRule.ts'
import { addMonths } from './workingDays.ts'

/** Days of the figures of `2026`, `2026-H1`, `2026-Q2` or `2026-05`; null for another text. */
export function dataPeriod(period: string): { readonly from: IsoDay; readonly to: IsoDay } | null {
  const found = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period)
  if (!found) return null
  const [, year, half, quarter, month] = found
  const months = half ? 6 : quarter ? 3 : month ? 1 : 12
  const ends = half ? Number(half) * 6 : quarter ? Number(quarter) * 3 : month ? Number(month) : 12
  const to = `${year}-${String(ends).padStart(2, '0')}-14`
  return { from: `${addMonths(to, -months).slice(0, 8)}15`, to }
}
