// Rules of the yearly data check as a whole: one a unit and year, figures that close before the report is due, a block for
// every database of the office's own, something done about what was found bad.
import { l, nd47 } from '../registers/common.ts'
import type { RegisterId, Values } from '../registers/define.ts'
import { displayDate } from '../registers/displayValue.ts'
import { isEmpty } from '../registers/schema.ts'
import { foldKey } from '../text/fold.ts'
import { referencesOf } from './commonRules.ts'
import { unitKey } from './focalPointRules.ts'
import type { Finding, ListRule, Rule, RuleContext, RuleRecord } from './rule.ts'

const BAD_GRADES = ['can_khac_phuc', 'kem']

/** Names put into a sentence; the rest is counted. */
const NAMED = 5

function listOf(names: readonly string[]): string {
  const more = names.length - NAMED
  return names.slice(0, NAMED).join('; ') + (more > 0 ? `; … (+${more})` : '')
}

/** What the check holds of one child register. */
function partsOf(register: RegisterId, context: RuleContext): readonly RuleRecord[] {
  return context.id === null ? [] : context.children(register, context.id)
}

/** Whether two references name the same record: by id, else by folded text. */
function sameReference(a: unknown, b: unknown): boolean {
  const [one, other] = [referencesOf(a as never)[0], referencesOf(b as never)[0]]
  if (!one || !other) return false
  return one.id !== null && other.id !== null
    ? one.id === other.id
    : foldKey(one.text) === foldKey(other.text)
}

const onceAYear: Rule = {
  id: 'one-check-a-year',
  register: 'data-check',
  fields: ['year', 'unit'],
  severity: 'error',
  message: l('Năm {year} đã có một đợt kiểm tra khác của cơ quan này.', 'There is another check of {year}.'),
  why: { nd47_2020: nd47('Khoản 1 Điều 16') },
  mend: l(
    'Giữ một đợt; chuyển kết quả từng cơ sở dữ liệu về đợt đó rồi xóa đợt thừa.',
    'Keep one; move the databases’ results to it and delete the other.',
  ),
  check(values, context) {
    if (typeof values.year !== 'number') return []
    const others = context
      .all('data-check')
      .filter((r) => r.id !== context.id && r.values.year === values.year)
      .filter((r) => unitKey(r.values) === unitKey(values))
    return others.length > 0 ? [{ field: 'year', args: { year: values.year } }] : []
  },
}

const periodAndDue: Rule = {
  id: 'check-period-due',
  register: 'data-check',
  fields: ['year', 'periodTo', 'dueAt'],
  severity: 'error',
  message: l(
    'Kỳ số liệu đến {to} nhưng hạn gửi là {due}: số liệu chưa chốt thì không thể báo cáo.',
    'Figures run to {to}, yet the report is due {due}: they cannot be closed in time.',
  ),
  why: {},
  mend: l(
    'Chốt số liệu trước hạn gửi; thường dùng kỳ từ 15/12 năm trước đến 14/12.',
    'Close the figures before it is due; 15/12 of the year before to 14/12 is usual.',
  ),
  check(values) {
    const { periodTo, dueAt, year } = values
    if (typeof periodTo !== 'string') return []
    if (typeof dueAt === 'string') return periodTo < dueAt ? [] : [closing(periodTo, displayDate(dueAt))]
    // Without a day of its own: provinces ask for it before 20/12.
    return typeof year === 'number' && periodTo >= `${year}-12-20`
      ? [{ ...closing(periodTo, `trước 20/12/${year} (thông lệ)`), severity: 'warning' as const }]
      : []
  },
}

function closing(to: string, due: string): Finding {
  return {
    field: 'periodTo',
    args: { to: displayDate(to), due },
    propose: { periodFrom: `${Number(to.slice(0, 4)) - 1}-12-15`, periodTo: `${to.slice(0, 4)}-12-14` },
  }
}

const periodEmpty: Rule = {
  id: 'check-period-empty',
  register: 'data-check',
  fields: ['year', 'periodFrom', 'periodTo'],
  severity: 'warning',
  message: l(
    'Chưa ghi kỳ số liệu; thường là từ 15/12/{before} đến 14/12/{year}.',
    'The period is missing; 15/12/{before} to 14/12/{year} is usual.',
  ),
  why: {},
  mend: l(
    'Bấm để lấy kỳ này, hoặc ghi kỳ mà tỉnh yêu cầu.',
    'Take it over, or enter what the province asks.',
  ),
  check(values) {
    const { year, periodFrom, periodTo } = values
    if (typeof year !== 'number' || year < 1945 || year > 9998 || !isEmpty(periodTo)) return []
    const propose = { periodFrom: `${year - 1}-12-15`, periodTo: `${year}-12-14` }
    return [
      {
        field: 'periodTo',
        args: { year, before: year - 1 },
        propose: isEmpty(periodFrom) ? propose : { periodTo: propose.periodTo },
      },
    ]
  },
}

const periodOfYear: Rule = {
  id: 'check-period-year',
  register: 'data-check',
  fields: ['year', 'periodFrom', 'periodTo'],
  severity: 'warning',
  message: l('Kỳ số liệu không thuộc năm {year}.', 'The figures are not of {year}.'),
  why: {},
  mend: l('Sửa năm hoặc kỳ số liệu cho khớp.', 'Make the year and the period agree.'),
  check(values) {
    const { year, periodTo } = values
    if (typeof year !== 'number' || typeof periodTo !== 'string') return []
    return periodTo.startsWith(`${year}-`) ? [] : [{ field: 'periodTo', args: { year } }]
  },
}

const badGrade: Rule = {
  id: 'grade-without-action',
  register: 'data-check',
  fields: ['grade'],
  severity: 'error',
  message: l(
    'Xếp loại dưới khá nhưng chưa có hoạt động duy trì nào: {names}.',
    'Graded below fair without any action: {names}.',
  ),
  why: { nd47_2020: nd47('Khoản 3 Điều 16') },
  mend: l(
    'Thêm việc phải làm ở “Hoạt động duy trì dữ liệu”: ai, đến khi nào, kinh phí.',
    'Add an action: who, by when, at what cost.',
  ),
  check(values, context) {
    const actions = partsOf('data-check-action', context)
    const helps = (block: Values) =>
      actions.some((a) => isEmpty(a.values.database) || sameReference(a.values.database, block.database))
    const left = partsOf('data-check-database', context)
      .filter(({ values: block }) => BAD_GRADES.includes(String(block.grade)) && !helps(block))
      .map(({ values: block }) => referencesOf(block.database)[0]?.text ?? '…')
    const whole = BAD_GRADES.includes(String(values.grade)) && actions.length === 0
    if (left.length > 0) return [{ field: null, args: { names: listOf(left) } }]
    return whole ? [{ field: 'grade', args: { names: 'xếp loại chung' } }] : []
  },
}

const planned: Rule = {
  id: 'planned-not-checked',
  register: 'data-check',
  fields: ['plan'],
  severity: 'warning',
  message: l(
    'Kế hoạch kiểm tra có cơ sở dữ liệu chưa có kết quả: {names}.',
    'The plan names databases without a result: {names}.',
  ),
  why: {},
  mend: l(
    'Thêm kết quả kiểm tra của từng cơ sở dữ liệu đó, hoặc sửa kế hoạch.',
    'Add their results, or change the plan.',
  ),
  check(values, context) {
    const planId = referencesOf(values.plan)[0]?.id
    const plan = planId ? context.get('check-plan', planId) : undefined
    if (!plan || context.id === null) return []
    const blocks = partsOf('data-check-database', context)
    const left = referencesOf(plan.values.databases).filter(
      (wanted) => !blocks.some((block) => sameReference(block.values.database, wanted)),
    )
    return left.length > 0 ? [{ field: 'plan', args: { names: listOf(left.map((r) => r.text)) } }] : []
  },
}

/** Databases of the office's own, still in use, that the newest check has no result of. */
const leftOut: ListRule = {
  id: 'database-not-checked',
  register: 'data-check',
  severity: 'warning',
  message: l(
    'Đợt kiểm tra năm {year} chưa có kết quả của {count} cơ sở dữ liệu do cơ quan chủ quản: {names}.',
    'The check of {year} has no result of {count} databases of the office’s own: {names}.',
  ),
  why: { nd47_2020: nd47('Khoản 4 Điều 16') },
  mend: l('Mở đợt kiểm tra và thêm kết quả từng cơ sở dữ liệu.', 'Open the check and add a result for each.'),
  check(records, context) {
    const newest = Math.max(...records.map((r) => (typeof r.values.year === 'number' ? r.values.year : 0)))
    const checks = records.filter((r) => r.values.year === newest)
    const blocks = checks.flatMap((check) => context.children('data-check-database', check.id))
    const done = new Set(blocks.map((block) => referencesOf(block.values.database)[0]?.id))
    const left = context
      .all('database')
      .filter(({ id, values }) => isOwn(values) && !done.has(id))
      .map(({ values }) => String(values.name ?? '…'))
    if (newest === 0 || left.length === 0) return []
    return [{ field: null, args: { year: newest, count: left.length, names: listOf(left) } }]
  },
}

function isOwn(values: Values): boolean {
  return (
    values.officeRole === 'chu_quan' &&
    values.recordKind !== 'tham_chieu' &&
    !['dang_xay_dung', 'ngung', 'hop_nhat'].includes(String(values.status))
  )
}

export const dataCheckRules: readonly Rule[] = [
  onceAYear,
  periodEmpty,
  periodAndDue,
  periodOfYear,
  badGrade,
  planned,
]
export const dataCheckListRules: readonly ListRule[] = [leftOut]
