// Rules that hold for every register: they read the declaration and nothing else.
import { l } from '../registers/common.ts'
import type { Field, Reference, TextFormat, Value, Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { isEmpty, isShown, parseValue } from '../registers/schema.ts'
import { type Finding, profileOfRecord, type Rule } from './rule.ts'

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
    return register.fields
      .filter((f) => f.required && f.writer === 'office' && isShown(f, values) && isEmpty(values[f.id]))
      .filter((f) => isAskedFor(f, profile))
      .map((f) => ({ ...at(f), why: f.legalBasis[profile] ?? '' }))
  },
}

/** A field that only the other profile's law names is not asked for under this one. */
function isAskedFor(field: Field, profile: 'nd47_2020' | 'current_2025'): boolean {
  return Object.keys(field.legalBasis).length === 0 || field.legalBasis[profile] !== undefined
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
    return register.fields.filter((f) => !parseValue(f, values[f.id]).ok).map((f) => at(f))
  },
}

const PATTERNS: Record<TextFormat, { readonly pattern: RegExp; readonly example: string }> = {
  phone: { pattern: /^(?:0\d{9,10}|\+\d{9,15}|1[89]00\d{4,6})$/, example: '0900 000 001' },
  email: {
    pattern: /^[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/,
    example: 'nvmau@xamau.gov.vn',
  },
  url: {
    pattern: /^(?:https?:\/\/)?(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}]{2,}(?::\d+)?(?:[/?#]\S*)?$/u,
    example: 'https://xamau.tinhmau.gov.vn',
  },
  'province-code': { pattern: /^\d{2}$/, example: '01' },
  // Commune 5 digits, province 2; 3 digits are districts', kept for records before 01/07/2025.
  'admin-code': { pattern: /^(?:\d{2}|\d{3}|\d{5})$/, example: '00004' },
  // Decision 20/2020: M-X1X2 groups, or the Z scheme; the older 000.00.00.H40 is still met.
  'org-id': {
    pattern:
      /^(?=.{1,35}$)(?:[A-Y]\d{2}(?:\.[0-9A-Z]+)*|Z\d{2}[0-9A-Z]{1,32}|\d{3}[.-]\d{2}[.-]\d{2}[.-][A-Y]\d{2})$/,
    example: 'H40.12.5',
  },
  year: { pattern: /^(?:19[4-9]\d|20\d\d)$/, example: '2021' },
}

/** Whether a text has its format's shape; empty has. */
export function hasFormat(format: TextFormat, value: Value | undefined): boolean {
  return isEmpty(value) || PATTERNS[format].pattern.test(String(value))
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
    return register.fields.flatMap((f) => {
      const value = values[f.id]
      if (!f.format || hasFormat(f.format, value)) return []
      return [at(f, { value: String(value).slice(0, 60), example: PATTERNS[f.format].example })]
    })
  },
}

// Start before end, by field id; the pairs that stand in the registers.
const DATE_ORDER: readonly (readonly [string, string])[] = [
  ['startAt', 'endAt'],
  ['validFrom', 'validTo'],
  ['publishedAt', 'lastUpdatedAt'],
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
      const [start, end] = [startId, endId].map((id) =>
        register.fields.find((f) => f.id === id && f.type === 'date'),
      )
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
    return register.fields.flatMap((f) => {
      const value = values[f.id]
      if (f.type !== 'date' || typeof value !== 'string' || (value >= '1945-09-02' && value <= latest))
        return []
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
    return register.fields.filter((f) => f.type === 'int' && Number(values[f.id] ?? 0) < 0).map((f) => at(f))
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
    return register.fields
      .filter(
        (note) =>
          note.id.endsWith('Note') &&
          note.when?.is.includes('khac') &&
          isShown(note, values) &&
          isEmpty(values[note.id]),
      )
      .map((note) => {
        const choice = register.fields.find((f) => f.id === note.when?.field)
        return { field: note.id, args: { field: choice?.label.vi ?? '', note: note.label.vi } }
      })
  },
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
    return register.fields.flatMap((f) => {
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
    return register.fields.flatMap((f) => {
      const chosen = Array.isArray(values[f.id]) ? (values[f.id] as readonly string[]) : [values[f.id]]
      return (f.values ?? [])
        .filter((v) => v.onlyIn && v.onlyIn !== profile && chosen.includes(v.id))
        .map((v) => at(f, { value: v.label.vi }))
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
