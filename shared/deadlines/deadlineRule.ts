// A deadline as data: what the phrases of letters, plans and decrees come to. Nothing here knows a clock.

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDay = string

export type DeadlineRule =
  /** One day; `before`: the text says “trước ngày”, whose last day a province may read in two ways. */
  | { readonly kind: 'once'; readonly day: IsoDay; readonly before: boolean }
  | {
      readonly kind: 'yearly'
      readonly month: number
      readonly day: number
      readonly before: boolean
      readonly from: number | null
    }
  /** Every year, on no day that the text names: the province or the office sets one. */
  | { readonly kind: 'yearly-no-day'; readonly from: number | null }
  /** Every so many months, from an event (its words) or by the calendar. */
  | { readonly kind: 'every'; readonly months: number; readonly since: string | null }
  /** Once, within so many months of an event. */
  | { readonly kind: 'months-after'; readonly months: number; readonly since: string }
  /** Working days after an event; several: one clock after the other, each from its own receipt. */
  | { readonly kind: 'working-days'; readonly days: readonly number[]; readonly since: string | null }
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  /** Always; a yearly mark says what was done. */
  | { readonly kind: 'continuous'; readonly from: number | null }
  | { readonly kind: 'on-event'; readonly event: string }
  | { readonly kind: 'on-request' }
  /** No day until a superior guides. */
  | { readonly kind: 'guided' }
  /** With another report's dates. */
  | { readonly kind: 'with-report' }
  | { readonly kind: 'none' }
  /** One clock, then another. */
  | { readonly kind: 'sequence'; readonly first: DeadlineRule; readonly after: DeadlineRule }
  /** Two clocks at once, e.g. a span with a review inside it. */
  | { readonly kind: 'both'; readonly rules: readonly [DeadlineRule, DeadlineRule] }
  /** Steps of a year, each somebody's: the unit before 25/12, the ministry before 31/12. */
  | {
      readonly kind: 'steps'
      readonly steps: readonly { readonly who: string; readonly rule: DeadlineRule }[]
    }

const ROMAN = ['I', 'II', 'III', 'IV']

/** The rule in Vietnamese, as an officer would say it. */
export function deadlineInWords(rule: DeadlineRule): string {
  switch (rule.kind) {
    case 'once': {
      const quarter = rule.before ? -1 : QUARTER_ENDS.indexOf(rule.day.slice(5))
      const year = rule.day.slice(0, 4)
      if (quarter >= 0) return quarter === 3 ? `hết năm ${year}` : `hết quý ${ROMAN[quarter]}/${year}`
      return `${rule.before ? 'trước ngày' : 'đến ngày'} ${inVietnamese(rule.day)}`
    }
    case 'yearly': {
      const day = `${two(rule.day)}/${two(rule.month)}`
      return `${rule.before ? 'trước ngày' : 'đến ngày'} ${day} hằng năm${fromYear(rule.from)}`
    }
    case 'yearly-no-day':
      return `hằng năm${fromYear(rule.from)}, chưa định ngày`
    case 'every':
      return `${rule.months} tháng một lần${rule.since ? `, kể từ ${rule.since}` : ''}`
    case 'months-after':
      return `trong ${two(rule.months)} tháng kể từ ${rule.since}`
    case 'working-days':
      return (
        rule.days.map((days) => `${two(days)} ngày làm việc`).join(', rồi ') +
        (rule.since ? ` kể từ ${rule.since}` : '')
      )
    case 'span':
      return `${rule.from}–${rule.to}`
    case 'continuous':
      return `thường xuyên${fromYear(rule.from)}`
    case 'on-event':
      return rule.event
    case 'on-request':
      return 'khi có yêu cầu'
    case 'guided':
      return 'theo hướng dẫn của cấp trên'
    case 'with-report':
      return 'lồng ghép báo cáo chuyển đổi số định kỳ'
    case 'none':
      return 'chưa định thời hạn'
    case 'sequence':
      return `${deadlineInWords(rule.first)}; sau đó ${deadlineInWords(rule.after)}`
    case 'both':
      return rule.rules.map(deadlineInWords).join('; ')
    case 'steps':
      return rule.steps.map(({ who, rule: one }) => `${who} ${deadlineInWords(one)}`).join('; ')
  }
}

export const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31']

function fromYear(year: number | null): string {
  return year === null ? '' : ` (từ năm ${year})`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function inVietnamese(iso: IsoDay): string {
  return `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`
}
