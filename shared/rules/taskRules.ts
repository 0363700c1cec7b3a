// Rules of tasks: late, done without a trace. The lead is asked for by its field; a wish of a plan is never an error here.
import { l } from '../registers/common.ts'
import { displayDate } from '../registers/displayValue.ts'
import { isEmpty } from '../registers/schema.ts'
import type { Rule } from './rule.ts'

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
  overdue,
  doneWithoutDate,
  doneWithoutProduct,
  doneUnmarked,
  doneLater,
]
