// Rules of obstacles: each level answers in its days or passes it up, none is skipped, what is settled names its document.
import { WorkingDays } from '../deadlines/workingDays.ts'
import { l, nd47 } from '../registers/common.ts'
import type { FieldId, Values } from '../registers/define.ts'
import { displayDate } from '../registers/displayValue.ts'
import { OBSTACLE_LEVELS, RECEIVED_FIELDS } from '../registers/obstacle.ts'
import { isEmpty } from '../registers/schema.ts'
import { DEFAULT_RULE_SETTINGS, type Rule, type RuleSettings } from './rule.ts'

const WHY = { nd47_2020: nd47('Điều 49') } as const
const SETTLED = ['da_giai_quyet', 'ket_thuc']

/** Number of the level that has the obstacle, 1 to 5; 0 while none is chosen. */
function levelNumber(values: Values): number {
  return OBSTACLE_LEVELS.findIndex((level) => level.id === values.level) + 1
}

/** Field of the day on which the level received it. */
function receivedField(level: number): FieldId {
  return RECEIVED_FIELDS[level - 1]!
}

/**
 * The day by which the present level answers, `YYYY-MM-DD`: its working days from the day after it received the obstacle.
 * null where that day is not known or the level has no clock (Chủ tịch, bộ, Thủ tướng; 47/2020 Điều 49).
 */
export function obstacleDue(values: Values, settings: RuleSettings = DEFAULT_RULE_SETTINGS): string | null {
  const level = levelNumber(values)
  const days = settings.obstacleDays[level - 1]
  const received = level > 0 ? values[receivedField(level)] : undefined
  return days === undefined || typeof received !== 'string'
    ? null
    : new WorkingDays({ holidays: settings.holidays, workdays: settings.workdays }).after(received, days)
}

const overdue: Rule = {
  id: 'obstacle-overdue',
  register: 'obstacle',
  fields: ['level', 'dueAt', 'status', ...RECEIVED_FIELDS],
  severity: 'warning',
  message: l('Đã quá hạn trả lời {due} ở “{level}”.', 'The answer was due {due} at “{level}”.'),
  why: WHY,
  mend: l(
    'Ghi kết quả, hoặc chuyển lên cấp trên: chọn cấp xử lý tiếp theo và ngày nhận ở cấp đó.',
    'Record the outcome, or pass it up: choose the next level and the day it received it.',
  ),
  check(values, context) {
    if (SETTLED.includes(String(values.status))) return []
    const due = typeof values.dueAt === 'string' ? values.dueAt : obstacleDue(values, context.settings)
    if (due === null || due >= context.today) return []
    const level = OBSTACLE_LEVELS[levelNumber(values) - 1]?.label.vi ?? '…'
    return [{ field: 'level', args: { due: displayDate(due), level } }]
  },
}

const dueDay: Rule = {
  id: 'obstacle-due',
  register: 'obstacle',
  fields: ['level', 'dueAt', ...RECEIVED_FIELDS],
  severity: 'info',
  message: l(
    'Hạn trả lời tính theo ngày nhận ở cấp này là {due}.',
    'Counted from its receipt at this level, the answer is due {due}.',
  ),
  why: WHY,
  mend: l(
    'Bấm để lấy ngày này; giữ ngày khác nếu văn bản ghi khác.',
    'Take it over, unless a document names another day.',
  ),
  check(values, context) {
    const due = obstacleDue(values, context.settings)
    if (due === null || values.dueAt === due || SETTLED.includes(String(values.status))) return []
    return [{ field: 'dueAt', args: { due: displayDate(due) }, propose: { dueAt: due } }]
  },
}

const received: Rule = {
  id: 'obstacle-received',
  register: 'obstacle',
  fields: ['level', ...RECEIVED_FIELDS],
  severity: 'error',
  message: l(
    'Chưa ghi ngày nhận ở cấp đang xử lý.',
    'The day on which the present level received it is missing.',
  ),
  why: WHY,
  mend: l('Ghi ngày nhận, để tính hạn trả lời.', 'Enter it, so that the answer’s day can be counted.'),
  check(values) {
    const level = levelNumber(values)
    if (level === 0) return []
    const field = receivedField(level)
    return isEmpty(values[field]) ? [{ field }] : []
  },
}

const skipped: Rule = {
  id: 'obstacle-level-skipped',
  register: 'obstacle',
  fields: ['level', ...RECEIVED_FIELDS],
  severity: 'warning',
  message: l(
    'Đã lên cấp {level} nhưng bỏ qua cấp {skipped}.',
    'It is at level {level}, past level {skipped}.',
  ),
  why: WHY,
  mend: l(
    'Ghi ngày nhận ở cấp đó; nếu bỏ qua có lý do, ghi ở “Ghi chú”.',
    'Enter the day that level received it, or say in the note why it was passed by.',
  ),
  check(values) {
    const level = levelNumber(values)
    // A ministry or the Prime Minister: from the chairman to either of them.
    return [1, 2, 3]
      .filter((below) => below < level && isEmpty(values[receivedField(below)]) && isEmpty(values.note))
      .map((below) => ({ field: receivedField(below), args: { level, skipped: below } }))
  },
}

const order: Rule = {
  id: 'obstacle-order',
  register: 'obstacle',
  fields: RECEIVED_FIELDS,
  severity: 'error',
  message: l('Cấp {level} nhận trước cấp {below}.', 'Level {level} received it before level {below}.'),
  why: {},
  mend: l('Xem lại hai ngày nhận.', 'Check the two days.'),
  check(values) {
    const days = RECEIVED_FIELDS.flatMap((field, i) =>
      typeof values[field] === 'string' ? [{ field, level: i + 1, day: values[field] }] : [],
    )
    return days.flatMap((at, i) => {
      const below = days[i - 1]
      return below && at.day < below.day
        ? [{ field: at.field, args: { level: at.level, below: below.level } }]
        : []
    })
  },
}

const settledWithout: Rule = {
  id: 'obstacle-settled',
  register: 'obstacle',
  fields: ['status', 'resolution', 'resolutionDoc'],
  severity: 'error',
  message: l('Đã giải quyết nhưng chưa ghi “{field}”.', 'Settled, without “{field}”.'),
  why: { nd47_2020: nd47('Khoản 2, khoản 3 Điều 50') },
  mend: l(
    'Ghi kết quả và số, ngày văn bản; “Kết thúc” mà không giải quyết thì nói rõ ở kết quả.',
    'Enter the outcome and its document; if closed unsettled, say so in the outcome.',
  ),
  check(values) {
    if (!SETTLED.includes(String(values.status))) return []
    const missing = []
    if (isEmpty(values.resolution))
      missing.push({ field: 'resolution', args: { field: 'Kết quả, phương án' } })
    // Closed without being settled, e.g. taken back: there is no document of an outcome.
    if (values.status === 'da_giai_quyet' && isEmpty(values.resolutionDoc))
      missing.push({ field: 'resolutionDoc', args: { field: 'Văn bản ban hành phương án' } })
    return missing
  },
}

export const obstacleRules: readonly Rule[] = [overdue, dueDay, received, skipped, order, settledWithout]
