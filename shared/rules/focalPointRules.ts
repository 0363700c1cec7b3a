// Rules of focal points: exactly one in force for an agency, and a person unless the province says an agency.
import { l } from '../registers/common.ts'
import type { FieldId, Values } from '../registers/define.ts'
import { foldKey } from '../text/fold.ts'
import { referencesOf } from './commonRules.ts'
import type { ListRule, Rule, RuleRecord } from './rule.ts'

/** In charge on that day: begun, and not ended before it. `fields`: ids of the first and last day. */
export function isInForce(
  values: Values,
  today: string,
  fields: readonly [FieldId, FieldId] = ['startAt', 'endAt'],
): boolean {
  const [from, to] = [values[fields[0]], values[fields[1]]]
  return (typeof from !== 'string' || from <= today) && (typeof to !== 'string' || to >= today)
}

/** The agency that a record is of, by its record or by its name folded; '' for none. */
export function unitKey(values: Values): string {
  const unit = referencesOf(values.unit)[0]
  return unit ? (unit.id ?? foldKey(unit.text)) : ''
}

function levelOf(values: Values): string {
  return typeof values.level === 'string' ? values.level : 'co_quan'
}

const oneInForce: Rule = {
  id: 'one-in-force',
  register: 'focal-point',
  fields: ['startAt', 'endAt', 'unit', 'level'],
  severity: 'error',
  message: l(
    'Có {count} đầu mối cùng đang phụ trách; mỗi cơ quan chỉ cử một.',
    '{count} focal points are in force; each agency names one.',
  ),
  why: {
    nd47_2020: 'Khoản 1 Điều 7 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Văn bản của tỉnh về đầu mối kết nối, chia sẻ dữ liệu',
  },
  mend: l('Ghi “Ngày thay đổi, kết thúc” cho đầu mối cũ.', 'Enter the end date of the former one.'),
  check(values, context) {
    if (!isInForce(values, context.today)) return []
    const others = context
      .all('focal-point')
      .filter((r) => r.id !== context.id && isInForce(r.values, context.today))
      .filter((r) => unitKey(r.values) === unitKey(values) && levelOf(r.values) === levelOf(values))
    if (others.length === 0) return []
    const isDuty = (context.obligationOf?.('focal-point') ?? 'must') === 'must'
    return [
      {
        field: 'endAt',
        args: { count: others.length + 1 },
        ...(isDuty ? {} : { severity: 'warning' as const }),
      },
    ]
  },
}

const agencyLevel: Rule = {
  id: 'agency-level',
  register: 'focal-point',
  fields: ['kind', 'level'],
  severity: 'warning',
  message: l(
    'Chỉ cấp tỉnh mới giao cho một cơ quan làm đầu mối; cơ quan, đơn vị cử một người.',
    'Only at province level is the focal point an agency; an office names a person.',
  ),
  why: { nd47_2020: 'Khoản 1 Điều 7 Nghị định số 47/2020/NĐ-CP' },
  mend: l(
    'Chọn “Người”, hoặc đổi “Cấp đầu mối” thành cấp tỉnh.',
    'Choose “a person”, or set the level to province.',
  ),
  check: (values) => (values.kind === 'co_quan' && levelOf(values) !== 'tinh' ? [{ field: 'kind' }] : []),
}

export const focalPointRules: readonly Rule[] = [oneInForce, agencyLevel]

/** No office-level focal point of the list is in force: a duty or a wish, as the office's plan has it. */
const noneInForce: ListRule = {
  id: 'none-in-force',
  register: 'focal-point',
  severity: 'error',
  message: l('Cơ quan chưa có đầu mối nào đang phụ trách.', 'No focal point is in force for the office.'),
  why: {},
  mend: l('Thêm đầu mối mới cùng văn bản cử.', 'Add the new one with the document of appointment.'),
  check(records, context) {
    const obligation = context.obligationOf?.('focal-point') ?? 'must'
    const serves = ({ values }: RuleRecord) =>
      levelOf(values) === 'co_quan' && isInForce(values, context.today)
    if (obligation === 'none' || records.some(serves)) return []
    return [{ field: null, ...(obligation === 'should' ? { severity: 'info' as const } : {}) }]
  },
}

export const focalPointListRules: readonly ListRule[] = [noneInForce]
