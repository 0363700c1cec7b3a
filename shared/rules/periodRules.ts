// Rules across periods: a list against what was last accepted of it. They say what to look at first; the first that
// finds something in a record decides where the record stands. Pure functions over before and after.
import { sameValue } from '../change/merge.ts'
import type { FieldId, Label, ProfileId, Register, Values } from '../registers/define.ts'
import type { Severity } from './rule.ts'

/** Where a record stands against the last accepted list. */
export type PeriodGroup = 'changed' | 'new' | 'stale' | 'risky' | 'unchanged' | 'gone'

/** One record, then and now. */
export type PeriodPair = {
  readonly register: Register
  /** As last accepted; null: not in that list. */
  readonly before: Values | null
  /** As it is; null: no longer there. */
  readonly after: Values | null
  /** How many records that hang on it were added, changed or taken away since. */
  readonly childrenTouched: number
  readonly hasConflict: boolean
  /** Errors that the rules find in it. */
  readonly errors: number
  /** Day on which somebody last edited or attested it, `YYYY-MM-DD`. */
  readonly touchedOn: string
  /** A year before the last accepted list was made, `YYYY-MM-DD`. */
  readonly staleBefore: string
}

export type PeriodFinding = Readonly<Record<string, string | number>>

export type PeriodRule = {
  /** Stable: shown beside the finding and kept in tests. */
  readonly id: string
  readonly group: PeriodGroup
  readonly severity: Severity
  /** The registers it looks at; null: every one. */
  readonly registers: readonly string[] | null
  /** What is so; `{place}` is filled from the finding. */
  readonly message: Label
  readonly why: Partial<Record<ProfileId, string>>
  readonly mend: Label
  /** The values for the sentence, or null where the rule finds nothing. */
  check(pair: PeriodPair): PeriodFinding | null
}

/** Fields that say when and where something was posted; a change of theirs is the posting itself. */
const POSTING = new Set<FieldId>(['publishedAt', 'lastUpdatedAt', 'postedAt', 'status', 'nextReviewAt'])

/** States of a dataset that nobody can see on the portal. */
const OFF_SHOW: ReadonlySet<string> = new Set(['du_thao', 'cho_cong_bo', 'tra_lai', 'ngung_cong_bo'])

/** How likely a dataset is to expose people. */
const RISKS = ['privacyRisk', 'mosaicRisk'] as const

const goneSinceLast: PeriodRule = {
  id: 'gone-since-last',
  group: 'gone',
  severity: 'warning',
  registers: null,
  message: {
    vi: 'Kỳ trước có trong danh sách, nay không còn.',
    en: 'In the list last period, no longer there.',
  },
  why: {},
  mend: {
    vi: 'Nếu xóa nhầm, khôi phục từ lịch sử; nếu đã ngừng sử dụng, nên ghi tình trạng thay vì xóa.',
    en: 'If it was a slip, restore it from the history; if it is out of use, state that instead of deleting.',
  },
  check: ({ before, after }) => (before !== null && after === null ? {} : null),
}

const newSinceLast: PeriodRule = {
  id: 'new-since-last',
  group: 'new',
  severity: 'info',
  registers: null,
  message: { vi: 'Mới có từ sau kỳ trước.', en: 'New since the last period.' },
  why: {},
  mend: { vi: 'Xem lại cho đủ trước khi nộp.', en: 'See that it is complete before handing in.' },
  check: ({ before, after }) => (before === null && after !== null ? {} : null),
}

const changedAfterPosting: PeriodRule = {
  id: 'changed-after-posting',
  group: 'risky',
  severity: 'warning',
  registers: ['open-dataset', 'posted-data', 'database', 'focal-point'],
  message: {
    vi: 'Đã sửa sau khi công bố, chưa công bố lại: {fields}.',
    en: 'Changed after it was posted and not posted again: {fields}.',
  },
  why: {},
  mend: {
    vi: 'Công bố lại bản mới và ghi ngày cập nhật, hoặc xem lại phần vừa sửa.',
    en: 'Post the new version and write the day of updating, or look again at what was edited.',
  },
  check: ({ register, before, after }) => {
    if (!before || !after || !isPosted(register, after)) return null
    const changed = changedFields(register, before, after)
    const postedAgain = changed.some((id) => id === 'lastUpdatedAt' || isPostingDay(id))
    const content = changed.filter((id) => !POSTING.has(id))
    return content.length > 0 && !postedAgain ? { fields: labelsOf(register, content) } : null
  },
}

const inConflict: PeriodRule = {
  id: 'in-conflict',
  group: 'risky',
  severity: 'error',
  registers: null,
  message: {
    vi: 'Hai người đã sửa cùng một mục mà chưa thấy của nhau.',
    en: 'Two people edited one field without seeing each other.',
  },
  why: {},
  mend: { vi: 'Chọn giá trị đúng.', en: 'Choose the right value.' },
  check: ({ after, hasConflict }) => (after && hasConflict ? {} : null),
}

const riskyAndPublished: PeriodRule = {
  id: 'risky-and-published',
  group: 'risky',
  severity: 'warning',
  registers: ['open-dataset'],
  message: {
    vi: 'Đang công bố và có nguy cơ lộ thông tin cá nhân: xem lại trước khi xác nhận giữ nguyên.',
    en: 'Published, with a risk of exposing personal data: look again before attesting it unchanged.',
  },
  why: {},
  mend: { vi: 'Mở bản ghi, xem lại đánh giá nguy cơ.', en: 'Open the record and look at the risks again.' },
  check: ({ after }) => {
    const isRisky = RISKS.some((id) => after?.[id] === 'trung_binh' || after?.[id] === 'cao')
    return after?.status === 'da_cong_bo' && isRisky ? {} : null
  },
}

const stillWrong: PeriodRule = {
  id: 'still-wrong',
  group: 'risky',
  severity: 'warning',
  registers: null,
  message: {
    vi: 'Còn {count} lỗi theo quy tắc.',
    en: '{count} errors by the rules remain.',
  },
  why: {},
  mend: { vi: 'Mở bản ghi để sửa.', en: 'Open the record and mend them.' },
  check: ({ after, errors }) => (after && errors > 0 ? { count: errors } : null),
}

const changedSinceLast: PeriodRule = {
  id: 'changed-since-last',
  group: 'changed',
  severity: 'info',
  registers: null,
  message: { vi: 'Đã sửa: {fields}.', en: 'Changed: {fields}.' },
  why: {},
  mend: { vi: 'Xem lại phần đã sửa.', en: 'Look at what was changed.' },
  check: ({ register, before, after, childrenTouched }) => {
    if (!before || !after) return null
    const fields = changedFields(register, before, after)
    const parts = [
      ...(fields.length > 0 ? [labelsOf(register, fields)] : []),
      ...(childrenTouched > 0 ? [`${childrenTouched} mục chi tiết`] : []),
    ]
    return parts.length > 0 ? { fields: parts.join(', ') } : null
  },
}

const unchangedForAYear: PeriodRule = {
  id: 'unchanged-for-a-year',
  group: 'stale',
  severity: 'warning',
  registers: null,
  message: {
    vi: 'Không ai sửa hay xác nhận từ {day}.',
    en: 'Nobody edited or attested it since {day}.',
  },
  why: {},
  mend: {
    vi: 'Hỏi lại nơi giữ dữ liệu, rồi sửa hoặc xác nhận giữ nguyên.',
    en: 'Ask who keeps the data, then edit it or attest it unchanged.',
  },
  check: ({ after, touchedOn, staleBefore }) =>
    after && touchedOn < staleBefore ? { day: dayInWords(touchedOn) } : null,
}

/** In the order in which they decide. */
export const periodRules: readonly PeriodRule[] = [
  goneSinceLast,
  newSinceLast,
  inConflict,
  changedAfterPosting,
  changedSinceLast,
  stillWrong,
  riskyAndPublished,
  unchangedForAYear,
]

/** Every rule that finds something in the record, the deciding one first. */
export function comparePeriods(pair: PeriodPair): { rule: PeriodRule; args: PeriodFinding }[] {
  return periodRules.flatMap((rule) => {
    if (rule.registers && !rule.registers.includes(pair.register.id)) return []
    const args = rule.check(pair)
    return args ? [{ rule, args }] : []
  })
}

/** The register's fields that hold another value now, in the order of the form; those the province writes left out. */
export function changedFields(register: Register, before: Values, after: Values): FieldId[] {
  return register.fields
    .filter(({ id, writer }) => writer === 'office' && id !== register.period?.field)
    .filter(({ id }) => !sameValue(before[id] ?? null, after[id] ?? null))
    .map(({ id }) => id)
}

function isPostingDay(id: FieldId): boolean {
  return id === 'publishedAt' || id === 'postedAt'
}

/** On show: it says since which day, and not that it was taken off. */
function isPosted(register: Register, values: Values): boolean {
  if (OFF_SHOW.has(String(values.status ?? ''))) return false
  return register.fields.some(({ id }) => isPostingDay(id) && typeof values[id] === 'string' && values[id])
}

function labelsOf(register: Register, ids: readonly FieldId[]): string {
  const labels = register.fields.filter(({ id }) => ids.includes(id)).map(({ label }) => label.vi)
  const shown = labels.slice(0, 4).map((label) => `“${label}”`)
  const more = labels.length - shown.length
  return shown.join(', ') + (more > 0 ? ` và ${more} mục khác` : '')
}

function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${month}/${year}`
}
