// Rules that hold for every register: they read the declaration and nothing else.
import { l } from '../registers/common.ts'
import type { AllowedValue, Field, Reference, Register, Value, Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { isGap } from '../registers/required.ts'
import { isEmpty, isOfKind } from '../registers/schema.ts'
import { type Finding, profileOfRecord, type Rule } from './rule.ts'
import { exampleOf, hasFormat } from './textFormat.ts'

/** The fields that each rule looks at, found once a register: ten thousand imported rows are checked in one go. */
type Plan = {
  readonly required: readonly Field[]
  readonly formatted: readonly Field[]
  readonly dates: readonly Field[]
  readonly numbers: readonly Field[]
  readonly notes: readonly { readonly note: Field; readonly choice: Field }[]
  readonly references: readonly Field[]
  readonly historic: readonly { readonly field: Field; readonly values: readonly AllowedValue[] }[]
}
const plans = new WeakMap<Register, Plan>()

function planOf(register: Register): Plan {
  const known = plans.get(register)
  if (known) return known
  const { fields } = register
  const plan: Plan = {
    required: fields.filter((f) => f.required),
    formatted: fields.filter((f) => f.format !== undefined),
    dates: fields.filter((f) => f.type === 'date'),
    numbers: fields.filter((f) => f.type === 'int' && !f.signed),
    notes: fields.flatMap((note) => {
      const choice = fields.find((f) => `${f.id}Note` === note.id)
      return choice?.values?.some((v) => v.id === 'khac') ? [{ note, choice }] : []
    }),
    references: fields.filter((f) => f.target !== undefined && registerOf(f.target) !== undefined),
    historic: fields.flatMap((f) => {
      const values = (f.values ?? []).filter((v) => v.onlyIn !== undefined)
      return values.length > 0 ? [{ field: f, values }] : []
    }),
  }
  plans.set(register, plan)
  return plan
}

/** The label of a field is put in both languages' sentences in Vietnamese: it is what the form shows. */
function at(field: Field, args: Finding['args'] = {}): Finding {
  return { field: field.id, args: { field: field.label.vi, ...args } }
}

const required: Rule = {
  id: 'required',
  register: null,
  fields: [],
  severity: 'error',
  message: l('Chưa ghi “{field}”.', '“{field}” is empty.'),
  why: {},
  mend: l(
    'Điền mục này; nếu chưa có, danh sách vẫn in được dưới dạng DỰ THẢO.',
    'Fill it in; until then the list prints as a draft.',
  ),
  check(values, context, register) {
    const profile = profileOfRecord(values, context)
    return planOf(register)
      .required.filter((f) => isGap(register, f, values, context.profile))
      .map((f) => ({ ...at(f), why: f.legalBasis[profile] ?? '' }))
  },
}

const kind: Rule = {
  id: 'kind',
  register: null,
  fields: [],
  severity: 'error',
  message: l('“{field}” có giá trị không đúng loại.', '“{field}” holds a value of the wrong kind.'),
  why: {},
  mend: l('Xóa giá trị này và nhập lại.', 'Clear it and enter it again.'),
  check(values, _context, register) {
    return register.fields.filter((f) => !isOfKind(f, values[f.id])).map((f) => at(f))
  },
}

const format: Rule = {
  id: 'format',
  register: null,
  fields: [],
  severity: 'error',
  message: l('“{field}” chưa đúng dạng: {value}.', '“{field}” does not look right: {value}.'),
  why: {},
  mend: l('Sửa theo mẫu: {example}.', 'Write it like: {example}.'),
  check(values, _context, register) {
    return planOf(register).formatted.flatMap((f) => {
      const value = values[f.id]
      if (!f.format || hasFormat(f.format, value)) return []
      return [at(f, { value: String(value).slice(0, 60), example: exampleOf(f.format) })]
    })
  },
}

// Start before end, by field id; the pairs that stand in the registers.
const DATE_ORDER: readonly (readonly [string, string])[] = [
  ['startAt', 'endAt'],
  ['validFrom', 'validTo'],
  ['publishedAt', 'lastUpdatedAt'],
  ['from', 'to'],
  ['periodFrom', 'periodTo'],
  ['timeFrom', 'timeTo'],
]

const dateOrder: Rule = {
  id: 'date-order',
  register: null,
  fields: DATE_ORDER.flat(),
  severity: 'error',
  message: l('“{field}” sớm hơn “{other}”.', '“{field}” is before “{other}”.'),
  why: {},
  mend: l('Xem lại hai ngày này.', 'Check the two dates.'),
  check(values, _context, register) {
    return DATE_ORDER.flatMap(([startId, endId]) => {
      const [start, end] = [startId, endId].map((id) => planOf(register).dates.find((f) => f.id === id))
      const [from, to] = [values[startId], values[endId]]
      if (!start || !end || typeof from !== 'string' || typeof to !== 'string' || from <= to) return []
      return [at(end, { other: start.label.vi })]
    })
  },
}

const dateRange: Rule = {
  id: 'date-range',
  register: null,
  fields: [],
  severity: 'warning',
  message: l('“{field}” là ngày khó có thể đúng: {value}.', '“{field}” is an unlikely date: {value}.'),
  why: {},
  mend: l(
    'Xem lại năm; hay gặp lỗi gõ 1017 thay cho 2017.',
    'Check the year; 1017 for 2017 is a common slip.',
  ),
  check(values, context, register) {
    const latest = `${Number(context.today.slice(0, 4)) + 30}-12-31`
    return planOf(register).dates.flatMap((f) => {
      const value = values[f.id]
      if (typeof value !== 'string' || (value >= '1945-09-02' && value <= latest)) return []
      return [at(f, { value: value.split('-').reverse().join('/') })]
    })
  },
}

const number: Rule = {
  id: 'negative',
  register: null,
  fields: [],
  severity: 'error',
  message: l('“{field}” không thể là số âm.', '“{field}” cannot be negative.'),
  why: {},
  mend: l('Nhập số từ 0 trở lên.', 'Enter zero or more.'),
  check(values, _context, register) {
    return planOf(register)
      .numbers.filter((f) => Number(values[f.id] ?? 0) < 0)
      .map((f) => at(f))
  },
}

const otherNote: Rule = {
  id: 'other-note',
  register: null,
  fields: [],
  severity: 'error',
  message: l(
    'Đã chọn “Khác” ở “{field}” nhưng chưa nói rõ.',
    '“Other” is chosen in “{field}” without details.',
  ),
  why: {},
  mend: l('Ghi rõ ở mục “{note}”.', 'Say it in “{note}”.'),
  check(values, _context, register) {
    return planOf(register)
      .notes.filter(({ note, choice }) => isOther(values[choice.id]) && isEmpty(values[note.id]))
      .map(({ note, choice }) => ({
        field: note.id,
        args: { field: choice.label.vi, note: note.label.vi },
      }))
  },
}

function isOther(value: Value | undefined): boolean {
  return value === 'khac' || (Array.isArray(value) && (value as readonly unknown[]).includes('khac'))
}

const reference: Rule = {
  id: 'unresolved',
  register: null,
  fields: [],
  severity: 'warning',
  message: l(
    '“{field}” ghi “{value}” nhưng chưa nối với {target} nào trong sổ.',
    '“{field}” says “{value}”, which is linked to no {target} yet.',
  ),
  why: {},
  mend: l(
    'Chọn từ danh sách, hoặc thêm mới rồi chọn. Chữ đã ghi vẫn được giữ và in ra.',
    'Pick it from the list, or add it first. The text stays and prints.',
  ),
  check(values, context, register) {
    return planOf(register).references.flatMap((f) => {
      // Registers of a later version cannot be linked to yet.
      const target = f.target === undefined ? undefined : registerOf(f.target)
      if (!target) return []
      // A child without its parent is lost; an agency is more often written than listed.
      const severity = register.parent?.field === f.id ? 'error' : target.id === 'unit' ? 'info' : 'warning'
      return referencesOf(values[f.id])
        .filter((r) => r.id === null || !context.get(target.id, r.id))
        .map(
          (r) =>
            ({ ...at(f, { value: r.text, target: target.singular.vi.toLowerCase() }), severity }) as const,
        )
    })
  },
}

/** The references in a ref or refs value. */
export function referencesOf(value: Value | undefined): readonly Reference[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.filter(
    (item): item is Reference => typeof item === 'object' && item !== null && 'text' in item,
  )
}

const duplicate: Rule = {
  id: 'duplicate',
  register: null,
  fields: [],
  severity: 'warning',
  message: l('Trùng với {count} bản ghi khác: “{name}”.', 'The same as {count} other records: “{name}”.'),
  why: {},
  mend: l(
    'Giữ một bản ghi và xóa bản thừa, hoặc đặt tên khác đi nếu là hai thứ khác nhau.',
    'Keep one and delete the other, or name them apart.',
  ),
  check(values, context, register) {
    const others = context.sameKey(register, values).filter((id) => id !== context.id)
    if (others.length === 0 || isEmpty(values[register.nameField])) return []
    return [
      {
        field: register.nameField,
        args: { count: others.length, name: String(nameOf(values, register.nameField)) },
      },
    ]
  },
}

function nameOf(values: Values, field: string): string {
  const value = values[field]
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : String(value ?? '')
}

const legacyValue: Rule = {
  id: 'historic-value',
  register: null,
  fields: [],
  severity: 'warning',
  message: l(
    '“{field}” dùng giá trị không thuộc bộ căn cứ của bản ghi: {value}.',
    '“{field}” holds a value of another legal profile: {value}.',
  ),
  why: {},
  mend: l(
    'Chọn giá trị của bộ căn cứ hiện hành, hoặc đặt “Bộ căn cứ pháp lý” của bản ghi cho đúng kỳ.',
    'Choose a current value, or set the record’s legal profile to its period.',
  ),
  check(values, context, register) {
    const profile = profileOfRecord(values, context)
    return planOf(register).historic.flatMap(({ field, values: historic }) => {
      const chosen = Array.isArray(values[field.id])
        ? (values[field.id] as readonly string[])
        : [values[field.id]]
      return historic
        .filter((v) => v.onlyIn !== profile && chosen.includes(v.id))
        .map((v) => at(field, { value: v.label.vi }))
    })
  },
}

export const commonRules: readonly Rule[] = [
  required,
  kind,
  format,
  dateOrder,
  dateRange,
  number,
  otherNote,
  reference,
  duplicate,
  legacyValue,
]
