// From a register's declaration to the shape of its values: parsing what comes in, and the bounds that keep one cell
// from filling a disk. A value that merely breaks a rule passes; only one of the wrong kind is refused.
import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import { cleanText } from '../text/fold.ts'
import type { Field, FieldId, Reference, Register, Value, Values } from './define.ts'

/** Longest stored text by type, in UTF-16 units, and longest list. */
export const BOUNDS = { text: 500, longtext: 20_000, reference: 2_000, items: 500 } as const

/** Why a value is not of its field's kind. `max` and `value` fill the sentence's places. */
export type ValueError =
  | { readonly code: 'wrong-type' }
  | { readonly code: 'too-long'; readonly max: number }
  | { readonly code: 'too-many'; readonly max: number }
  | { readonly code: 'not-a-date'; readonly value: string }
  | { readonly code: 'not-a-number'; readonly value: string }
  | { readonly code: 'not-allowed'; readonly value: string }

/** True for a real calendar day written `YYYY-MM-DD`, years 1000 to 9999. */
export function isIsoDate(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= days[month - 1]!
}

/** Whether a stored value is of its field's kind: what `parseValue` would take, told without making it anew. */
export function isOfKind(field: Field, value: Value | undefined): boolean {
  if (value === null || value === undefined) return true
  const isShortText = typeof value === 'string' && value.length <= BOUNDS.text
  if (isShortText && (field.type === 'text' || field.type === 'longtext')) return true
  return parseValue(field, value).ok
}

/**
 * One field's value as it is stored, or why it is not one. Empty text, empty lists and undefined become null; texts are
 * NFC; `multi` is sorted without repeats; phones are digits.
 * @param raw anything: from the page, an import, the command line.
 */
export function parseValue(field: Field, raw: unknown): Result<Value, ValueError> {
  if (raw === null || raw === undefined) return ok(null)
  switch (field.type) {
    case 'text':
      return parseText(field, raw)
    case 'longtext':
      return parseLongText(raw)
    case 'int':
      return typeof raw === 'number' && Number.isSafeInteger(raw)
        ? ok(raw === 0 ? 0 : raw)
        : err({ code: 'wrong-type' })
    case 'bool':
      return typeof raw === 'boolean' ? ok(raw) : err({ code: 'wrong-type' })
    case 'date':
      if (typeof raw !== 'string') return err({ code: 'wrong-type' })
      if (raw === '') return ok(null)
      return isIsoDate(raw) ? ok(raw) : err({ code: 'not-a-date', value: raw.slice(0, 40) })
    case 'enum':
      if (raw === '') return ok(null)
      return parseAllowed(field, raw)
    case 'multi':
      return parseMulti(field, raw)
    case 'ref':
      return parseReference(raw)
    case 'refs':
      return parseReferences(raw)
  }
}

function parseText(field: Field, raw: unknown): Result<Value, ValueError> {
  if (typeof raw !== 'string') return err({ code: 'wrong-type' })
  const oneLine = cleanText(raw).replace(/\s+/g, ' ').trim()
  const text = field.format === 'phone' ? plainPhone(oneLine) : oneLine
  if (text.length > BOUNDS.text) return err({ code: 'too-long', max: BOUNDS.text })
  return ok(text === '' ? null : text)
}

/** "0900 000.001" → "0900000001"; what holds anything but one number stays as written, for the rule to point at. */
function plainPhone(text: string): string {
  const digits = text.replace(/[\s.\-()]/g, '')
  return /^\+?\d{8,15}$/.test(digits) ? digits : text
}

function parseLongText(raw: unknown): Result<Value, ValueError> {
  if (typeof raw !== 'string') return err({ code: 'wrong-type' })
  const text = cleanText(raw)
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
    .trim()
  if (text.length > BOUNDS.longtext) return err({ code: 'too-long', max: BOUNDS.longtext })
  return ok(text === '' ? null : text)
}

function parseAllowed(field: Field, raw: unknown): Result<string, ValueError> {
  if (typeof raw !== 'string') return err({ code: 'wrong-type' })
  return field.values?.some((value) => value.id === raw)
    ? ok(raw)
    : err({ code: 'not-allowed', value: raw.slice(0, 60) })
}

function parseMulti(field: Field, raw: unknown): Result<Value, ValueError> {
  if (!Array.isArray(raw)) return err({ code: 'wrong-type' })
  if (raw.length > BOUNDS.items) return err({ code: 'too-many', max: BOUNDS.items })
  const ids = new Set<string>()
  for (const item of raw) {
    const id = parseAllowed(field, item)
    if (!id.ok) return id
    ids.add(id.value)
  }
  return ok(ids.size === 0 ? null : [...ids].sort())
}

const referenceSchema = z.object({ text: z.string(), id: z.string().min(1).max(100).nullable() })

function parseReference(raw: unknown): Result<Reference | null, ValueError> {
  const parsed = referenceSchema.safeParse(typeof raw === 'string' ? { text: raw, id: null } : raw)
  if (!parsed.success) return err({ code: 'wrong-type' })
  const text = cleanText(parsed.data.text).replace(/\s+/g, ' ').trim()
  if (text.length > BOUNDS.reference) return err({ code: 'too-long', max: BOUNDS.reference })
  return ok(text === '' && parsed.data.id === null ? null : { text, id: parsed.data.id })
}

function parseReferences(raw: unknown): Result<Value, ValueError> {
  if (!Array.isArray(raw)) return err({ code: 'wrong-type' })
  if (raw.length > BOUNDS.items) return err({ code: 'too-many', max: BOUNDS.items })
  const references: Reference[] = []
  for (const item of raw) {
    const reference = parseReference(item)
    if (!reference.ok) return reference
    const found = reference.value
    if (found && !references.some((r) => r.id === found.id && r.text === found.text)) references.push(found)
  }
  return ok(references.length === 0 ? null : references)
}

/**
 * The zod schema of a register's values. Known fields parse as `parseValue` does; unknown ones, of a newer app, pass
 * through untouched. Absent fields stay absent.
 */
export function valuesSchema(register: Register): z.ZodType<Record<FieldId, Value>> {
  const shape: Record<string, z.ZodType> = {}
  for (const field of register.fields) shape[field.id] = fieldSchema(field).optional()
  return z.looseObject(shape) as unknown as z.ZodType<Record<FieldId, Value>>
}

/** The zod schema of one field; its issue's message is the `ValueError` code. */
export function fieldSchema(field: Field): z.ZodType {
  return z.unknown().transform((raw, context): Value => {
    const parsed = parseValue(field, raw)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: parsed.error.code })
    return z.NEVER
  })
}

/** Every field of the register, with the text or choice that the form puts in for a new record, else null. */
export function emptyRecord(register: Register): Values {
  return Object.fromEntries(register.fields.map((field) => [field.id, field.initial ?? null]))
}

/** False while the field's `when` says that it has no place on the form. */
export function isShown(field: Field, values: Values): boolean {
  if (!field.when) return true
  const value = values[field.when.field]
  const { is } = field.when
  if (Array.isArray(value)) return value.some((item) => typeof item === 'string' && is.includes(item))
  return (typeof value === 'string' || typeof value === 'boolean') && is.includes(value)
}

/** True for null, absent, empty text and empty lists. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value) && value.length === 0
}
