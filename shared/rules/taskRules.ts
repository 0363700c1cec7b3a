// Rules of tasks: late, done without a trace. The lead is asked for by its field; a wish of a plan is never an error here.
import type { DeadlineRule } from '../deadlines/deadlineRule.ts'
import { nextDue } from '../deadlines/dues.ts'
import { parseDeadline } from '../deadlines/parseDeadline.ts'
import { WorkingDays } from '../deadlines/workingDays.ts'
import { l } from '../registers/common.ts'
import { displayDate } from '../registers/displayValue.ts'
import { isEmpty } from '../registers/schema.ts'
import { DEFAULT_RULE_SETTINGS, type Rule } from './rule.ts'

const overdue: Rule = {
  id: 'task-overdue',
  register: 'task',
  fields: ['dueDate', 'status'],
  severity: 'warning',
  message: l('Đã quá hạn {due} mà chưa hoàn thành.', 'It was due {due} and is not done.'),
  why: {},
  mend: l(
    'Ghi kết quả nếu đã xong; nếu chưa, xin gia hạn và sửa “Hạn hoàn thành”.',
    'Record the result if done; else ask for an extension and change the day.',
  ),
  check: (values, context) =>
    typeof values.dueDate === 'string' && values.dueDate < context.today && values.status !== 'xong'
      ? [{ field: 'status', args: { due: displayDate(values.dueDate) } }]
      : [],
}

const TIME_RULES: Readonly<Record<DeadlineRule['kind'], string | null>> = {
  once: 'mot_lan',
  yearly: 'hang_nam',
  'yearly-no-day': 'hang_nam',
  every: 'dinh_ky',
  'months-after': 'theo_su_kien',
  'working-days': 'theo_su_kien',
  span: 'giai_doan',
  continuous: 'thuong_xuyen',
  'on-event': 'theo_su_kien',
  'on-request': 'theo_yeu_cau',
  guided: 'chua_co_han',
  'with-report': 'dinh_ky',
  none: 'chua_co_han',
  sequence: null,
  both: null,
  steps: null,
}

/** The kinds of clock in a rule, those of its parts where it has several. */
function timeRules(rule: DeadlineRule): string[] {
  const parts =
    rule.kind === 'sequence'
      ? [rule.first, rule.after]
      : rule.kind === 'both'
        ? rule.rules
        : rule.kind === 'steps'
          ? rule.steps.map((step) => step.rule)
          : []
  const own = TIME_RULES[rule.kind]
  return [...new Set([...(own ? [own] : []), ...parts.flatMap(timeRules)])].sort()
}

const timeRead: Rule = {
  id: 'task-time',
  register: 'task',
  fields: ['timeText', 'timeRule', 'dueDate'],
  severity: 'info',
  message: l('Thời hạn “{text}” đọc được.', 'The time “{text}” can be read.'),
  why: {},
  mend: l(
    'Bấm để ghi cách tính và hạn; chữ của kế hoạch giữ nguyên.',
    'Take over the rule and the day; the plan’s words stay.',
  ),
  check(values, context) {
    const text = values.timeText
    if (typeof text !== 'string' || !isEmpty(values.timeRule) || values.status === 'xong') return []
    const rule = parseDeadline(text)
    if (!rule || rule.kind === 'none') return []
    const settings = context.settings ?? DEFAULT_RULE_SETTINGS
    const due = nextDue(rule, context.today, { strictBefore: true, workingDays: new WorkingDays(settings) })
    const propose = {
      timeRule: timeRules(rule),
      ...(due && isEmpty(values.dueDate) ? { dueDate: due.lastDay } : {}),
    }
    return [{ field: 'timeText', args: { text: text.slice(0, 80) }, propose }]
  },
}

const doneWithoutDate: Rule = {
  id: 'task-done-date',
  register: 'task',
  fields: ['status', 'doneAt'],
  severity: 'error',
  message: l('Đã hoàn thành nhưng chưa ghi ngày.', 'Done, without a date.'),
  why: {},
  mend: l('Ghi “Ngày hoàn thành”.', 'Enter the day it was done.'),
  check: (values) => (values.status === 'xong' && isEmpty(values.doneAt) ? [{ field: 'doneAt' }] : []),
}

const doneWithoutProduct: Rule = {
  id: 'task-done-product',
  register: 'task',
  fields: ['status', 'deliverable', 'product'],
  severity: 'error',
  message: l(
    'Đã hoàn thành nhưng chưa ghi sản phẩm; kế hoạch yêu cầu: {deliverable}.',
    'Done, without its product; the plan asks for: {deliverable}.',
  ),
  why: {},
  mend: l('Ghi số, ngày văn bản hoặc nơi xem sản phẩm.', 'Enter its number and date, or where it is.'),
  check: (values) =>
    values.status === 'xong' && !isEmpty(values.deliverable) && isEmpty(values.product)
      ? [{ field: 'product', args: { deliverable: String(values.deliverable).slice(0, 120) } }]
      : [],
}

const doneUnmarked: Rule = {
  id: 'task-done-unmarked',
  register: 'task',
  fields: ['status', 'doneAt'],
  severity: 'warning',
  message: l(
    'Đã ghi ngày hoàn thành nhưng tình trạng chưa phải “Đã hoàn thành”.',
    'A day of completion, yet not marked done.',
  ),
  why: {},
  mend: l('Chọn “Đã hoàn thành”, hoặc xóa ngày hoàn thành.', 'Mark it done, or clear the day.'),
  check: (values) =>
    !isEmpty(values.doneAt) && values.status !== 'xong'
      ? [{ field: 'status', propose: { status: 'xong' } }]
      : [],
}

const doneLater: Rule = {
  id: 'task-done-future',
  register: 'task',
  fields: ['doneAt'],
  severity: 'error',
  message: l('Ngày hoàn thành {day} còn ở phía trước.', 'The day of completion, {day}, is yet to come.'),
  why: {},
  mend: l('Sửa ngày hoàn thành.', 'Correct the day.'),
  check: (values, context) =>
    typeof values.doneAt === 'string' && values.doneAt > context.today
      ? [{ field: 'doneAt', args: { day: displayDate(values.doneAt) } }]
      : [],
}

export const taskRules: readonly Rule[] = [
  timeRead,
  overdue,
  doneWithoutDate,
  doneWithoutProduct,
  doneUnmarked,
  doneLater,
]
