// Rules of data leaders: at most one in charge for an agency at a time, and one at all where the office's plan obliges it.
import { l } from '../registers/common.ts'
import type { Values } from '../registers/define.ts'
import { isInForce, unitKey } from './focalPointRules.ts'
import type { ListRule, Rule, RuleRecord } from './rule.ts'

const PLAN = 'Kế hoạch của tỉnh thực hiện Chiến lược dữ liệu quốc gia (Quyết định số 142/QĐ-TTg)'
const WHY = { nd47_2020: PLAN, current_2025: PLAN } as const

function leads(values: Values, today: string): boolean {
  return values.role === 'lanh_dao' && isInForce(values, today, ['from', 'to'])
}

const oneLeader: Rule = {
  id: 'one-leader',
  register: 'data-leader',
  fields: ['from', 'to', 'unit', 'role'],
  severity: 'warning',
  message: l(
    'Có {count} lãnh đạo cùng đang phụ trách về dữ liệu; mỗi cơ quan phân công một.',
    '{count} leaders are in charge of data at once; each agency assigns one.',
  ),
  why: WHY,
  mend: l(
    'Ghi “Đến ngày” cho người đã thôi phụ trách, hoặc chọn lại “Vai trò”.',
    'Enter the last day of the former one, or choose another role.',
  ),
  check(values, context) {
    if (!leads(values, context.today)) return []
    const others = context
      .all('data-leader')
      .filter((r) => r.id !== context.id && leads(r.values, context.today))
      .filter((r) => unitKey(r.values) === unitKey(values))
    return others.length > 0 ? [{ field: 'to', args: { count: others.length + 1 } }] : []
  },
}

const noLeader: ListRule = {
  id: 'no-leader',
  register: 'data-leader',
  severity: 'error',
  message: l('Chưa có lãnh đạo nào đang phụ trách về dữ liệu.', 'No leader is in charge of data.'),
  why: WHY,
  mend: l('Thêm người được phân công cùng văn bản phân công.', 'Add the one assigned, with the document.'),
  check(records, context) {
    const obligation = context.obligationOf?.('data-leader') ?? 'none'
    const serves = ({ values }: RuleRecord) => leads(values, context.today)
    if (obligation === 'none' || records.some(serves)) return []
    return [{ field: null, ...(obligation === 'should' ? { severity: 'info' as const } : {}) }]
  },
}

export const dataLeaderRules: readonly Rule[] = [oneLeader]
export const dataLeaderListRules: readonly ListRule[] = [noLeader]
