// What is to be opened is read for personal data and marks of state secrets, and a named person decides on what is found.
// A decision stands for the texts it saw: when one of them changes it is asked for again. Nothing found leaves the record.
import { contentCode } from '../bundle/codes.ts'
import { contentHash } from '../bundle/contentHash.ts'
import { findPersonalData, type GuardKind } from '../guard/findPersonalData.ts'
import { l } from '../registers/common.ts'
import type { Register, Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { isEmpty } from '../registers/schema.ts'
import { isOpenItem } from './dataItemRules.ts'
import type { Rule, RuleContext } from './rule.ts'

const KINDS: Readonly<Record<GuardKind, readonly [string, string]>> = {
  cccd: ['số căn cước', 'identity number'],
  cmnd: ['số chứng minh nhân dân', 'old identity number'],
  phone: ['số điện thoại', 'phone number'],
  email: ['thư điện tử', 'e-mail'],
  'bank-account': ['số tài khoản', 'bank account'],
  'birth-date': ['ngày sinh', 'birth date'],
  health: ['sức khỏe', 'health'],
  'state-secret': ['dấu hiệu bí mật nhà nước', 'mark of a state secret'],
}

/** Whether a record is to be opened, by its register. */
const TO_OPEN: Readonly<Record<string, (values: Values) => boolean>> = {
  'open-dataset': () => true,
  'data-item': isOpenItem,
  'posted-data': (values) => values.classification === 'du_lieu_mo',
}

const NOT_READ = new Set(['guardBy', 'guardReason', 'guardCode'])

type Text = { readonly label: string; readonly text: string }

/** Every text of the record and of what hangs on it, with what it is called; not what names a contact on purpose. */
function textsOf(register: Register, values: Values, context: RuleContext): Text[] {
  const own = register.fields.flatMap((field) => {
    const text = values[field.id]
    const isRead = (field.type === 'text' || field.type === 'longtext') && field.sensitivity === 'none'
    return isRead && !NOT_READ.has(field.id) && typeof text === 'string'
      ? [{ label: field.label.vi, text }]
      : []
  })
  if (register.id !== 'open-dataset' || context.id === null) return own
  const child = registerOf('dataset-field')
  return child
    ? [
        ...own,
        ...context.children(child.id, context.id).flatMap((record) => textsOf(child, record.values, context)),
      ]
    : own
}

export const guard: Rule = {
  id: 'open-guard',
  register: null,
  fields: [],
  severity: 'warning',
  message: l(
    'Nội dung sắp mở có thể chứa {kinds} (ở: {where}).',
    'What is to be opened may hold {kindsEn} (in: {where}).',
  ),
  why: {
    nd47_2020: 'Khoản 1 Điều 20 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
  },
  mend: l(
    'Xóa phần đó; hoặc chọn kết luận, ghi tên người kết luận, rồi lấy mã nội dung đã kiểm tra.',
    'Remove it; or choose a decision, name who decides, then take over the code of the texts.',
  ),
  check(values, context, register) {
    if (!TO_OPEN[register.id]?.(values)) return []
    const texts = textsOf(register, values, context)
    const found = texts
      .map(({ label, text }) => ({ label, kinds: findPersonalData(text, label).map(({ kind }) => kind) }))
      .filter(({ kinds }) => kinds.length > 0)
    if (found.length === 0) return []
    const code = codeOf(texts)
    const isDecided = !isEmpty(values.guardDecision) && !isEmpty(values.guardBy)
    if (isDecided && values.guardCode === code) return []
    const kinds = [...new Set(found.flatMap((one) => one.kinds))]
    const args = {
      kinds: kinds.map((kind) => KINDS[kind][0]).join(', '),
      kindsEn: kinds.map((kind) => KINDS[kind][1]).join(', '),
      where: [...new Set(found.map(({ label }) => label))].slice(0, 4).join('; '),
    }
    return [{ field: 'guardDecision', args, ...(isDecided ? { propose: { guardCode: code } } : {}) }]
  },
}

/** Code of the texts that were read, in their order. */
function codeOf(texts: readonly Text[]): string {
  return contentCode(
    contentHash(
      texts.map(({ label, text }, i) => ({ id: `${String(i).padStart(5, '0')}${label}`, values: { text } })),
    ),
  )
}
