// Time phrases of plans, letters and decrees as rules. What it does not understand stays a text: null, never a guess.
import { foldVietnamese } from '../text/fold.ts'
import { type DeadlineRule, QUARTER_ENDS } from './deadlineRule.ts'

const YEARLY = '(?:h[a]ng nam|moi nam)'
const QUARTERS: Readonly<Record<string, number>> = {
  i: 0,
  ii: 1,
  iii: 2,
  iv: 3,
  '1': 0,
  '2': 1,
  '3': 2,
  '4': 3,
}

/**
 * @param text as written: “trước ngày 20/12 hằng năm”, “Quý II/2022; những năm tiếp theo duy trì thường xuyên”
 * @returns null for a phrase it cannot read; `none` for an empty one
 */
export function parseDeadline(text: string): DeadlineRule | null {
  const bare = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
  if (bare === '') return { kind: 'none' }
  const clauses = bare.split(/\s*;\s*/).filter(Boolean)
  if (clauses.length > 1) return inARow(clauses)
  return one(bare)
}

/** Clauses parted by “;”: steps of several bodies, or clocks in a row, or a span with a clock inside. */
function inARow(clauses: readonly string[]): DeadlineRule | null {
  const steps = clauses.map(stepOf)
  if (steps.every((step) => step !== null)) return { kind: 'steps', steps }
  const rules = clauses.map(one)
  const [first, after] = rules
  if (rules.length !== 2 || !first || !after) return null
  return first.kind === 'span' ? { kind: 'both', rules: [first, after] } : { kind: 'sequence', first, after }
}

/** “đơn vị trước 25/12”: whose step, and when. */
function stepOf(clause: string): { who: string; rule: DeadlineRule } | null {
  const found = /^(.*?)\s+((?:trước|đến|hết)\s+(?:ngày\s+)?\d.*)$/iu.exec(clause)
  const who = found?.[1]?.trim() ?? ''
  if (!found || who === '' || /^(?:gửi|báo cáo|thực hiện)$/iu.test(who)) return null
  const rule = one(/\d{4}/.test(found[2]!) ? found[2]! : `${found[2]} hằng năm`)
  return rule ? { who, rule } : null
}

function one(text: string): DeadlineRule | null {
  const key = foldVietnamese(text)
  const since = /(?:kể từ khi|kể từ|từ khi|sau khi)\s+(.+)$/iu.exec(text)?.[1]?.trim() ?? null
  const working = [...key.matchAll(/(\d{1,3}) ngay lam viec/g)].map(([, n]) => Number(n))
  if (working.length > 0) return { kind: 'working-days', days: working, since }
  const span = /^(?:giai doan |tu |nam )?(\d{4}) ?(?:-|–|den) ?(\d{4})(.*)$/.exec(key)
  if (span) return spanOf(Number(span[1]), Number(span[2]), span[3] ?? '')
  const months = /(?:^|\D)(\d{1,2}) thang(?! \d)/.exec(key)
  if (months && since && !/dinh ky|mot lan|\/lan|lan\/|it nhat|moi/.test(key)) {
    return { kind: 'months-after', months: Number(months[1]), since }
  }
  if (months && /dinh ky|mot lan|\/lan|lan\/|it nhat|moi/.test(key)) {
    return { kind: 'every', months: Number(months[1]), since }
  }
  const quarter = /\bquy (iv|iii|ii|i|[1-4])(?: ?\/ ?| nam | )(\d{4})/.exec(key)
  if (quarter) return once(`${quarter[2]}-${QUARTER_ENDS[QUARTERS[quarter[1]!]!]}`, false)
  const day = dayOf(key)
  const from = Number(/(?:tu|bat dau tu) nam (\d{4})/.exec(key)?.[1] ?? Number.NaN)
  const fromYear = Number.isNaN(from) ? null : from
  if (day) {
    const before = /truoc (?:ngay )?\d/.test(key)
    const iso = day.year ? isoOf(day.year, day.month, day.day) : isoOf(2024, day.month, day.day)
    if (iso === null) return null
    if (day.year) return once(iso, before)
    return new RegExp(YEARLY).test(key)
      ? { kind: 'yearly', month: day.month, day: day.day, before, from: fromYear }
      : null
  }
  if (/thuong xuyen|duy tri/.test(key)) return { kind: 'continuous', from: fromYear }
  if (/long ghep/.test(key)) return { kind: 'with-report' }
  if (/theo huong dan|theo lo trinh|lo trinh cua/.test(key)) return { kind: 'guided' }
  if (/(?:khi co|theo) yeu cau/.test(key)) return { kind: 'on-request' }
  if (new RegExp(YEARLY).test(key) || fromYear !== null) return { kind: 'yearly-no-day', from: fromYear }
  const year = /^(?:den |trong |het )*(?:nam )?(\d{4})$/.exec(key)
  if (year) return once(`${year[1]}-12-31`, false)
  if (/^(?:khi|sau khi|ngay khi|ke tu khi) /.test(key)) return { kind: 'on-event', event: text }
  return null
}

/** A span of years; what follows it is a second clock. */
function spanOf(from: number, to: number, rest: string): DeadlineRule | null {
  if (to < from) return null
  const span: DeadlineRule = { kind: 'span', from, to }
  const more = rest.replace(/^[\s,;:()-]+|[\s()]+$/g, '')
  if (more === '') return span
  const inside = one(more)
  return inside ? { kind: 'both', rules: [span, inside] } : null
}

function once(day: string, before: boolean): DeadlineRule {
  return { kind: 'once', day, before }
}

function dayOf(key: string): { day: number; month: number; year: number | null } | null {
  const found =
    /(?:^|\D)(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4})| nam (\d{4}))?(?!\d)/.exec(key) ??
    /ngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?/.exec(key)
  if (!found) return null
  const year = found[3] ?? found[4]
  return { day: Number(found[1]), month: Number(found[2]), year: year ? Number(year) : null }
}

/** null for a day that is on no calendar. */
function isoOf(year: number, month: number, day: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === iso ? iso : null
}
