// How a value reads on screen and paper, and how what an officer types or pastes becomes a value again: the two are one
// file because the second must take everything that the first writes.
import { err, ok, type Result } from '../result.ts'
import { cleanText, foldKey } from '../text/fold.ts'
import type { AllowedValue, Field, Reference, Value } from './define.ts'
import { parseValue, type ValueError } from './schema.ts'

export type Language = 'vi' | 'en'

const YES = { vi: 'Có', en: 'Yes' }
const NO = { vi: 'Không', en: 'No' }

/**
 * The value as people read it: dates dd/mm/yyyy, allowed values by label, lists parted by "; ", phones in groups.
 * Empty for null. Numbers carry no thousands mark, so that a copied cell means the same everywhere.
 */
export function displayValue(field: Field, value: Value | undefined, language: Language = 'vi'): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'bool':
      return value === true ? YES[language] : value === false ? NO[language] : String(value)
    case 'date':
      return typeof value === 'string' ? displayDate(value) : String(value)
    case 'enum':
      return labelOf(field, String(value), language)
    case 'multi':
      return Array.isArray(value)
        ? value.map((id) => labelOf(field, String(id), language)).join('; ')
        : String(value)
    case 'ref':
    case 'refs':
      return (Array.isArray(value) ? value : [value]).map(referenceText).join('; ')
    default:
      return field.format === 'phone' ? displayPhone(String(value)) : String(value)
  }
}

/** `2026-03-05` → `05/03/2026`; anything else as it is. */
export function displayDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : iso
}

/** "0900000001" → "0900 000 001"; landlines of 11 digits "02438 000 000"; others as they are. */
function displayPhone(digits: string): string {
  return digits.replace(/^(0\d{3,4})(\d{3})(\d{3})$/, '$1 $2 $3')
}

function labelOf(field: Field, id: string, language: Language): string {
  return field.values?.find((value) => value.id === id)?.label[language] ?? id
}

function referenceText(value: unknown): string {
  return typeof value === 'object' && value !== null && 'text' in value
    ? String((value as Reference).text)
    : String(value)
}

/**
 * What an officer typed or pasted, as the field's value. Takes every form that `displayValue` writes in either
 * language, synonyms of allowed values, dates d/m/yyyy, and numbers with Vietnamese thousands marks.
 */
export function valueFromText(field: Field, text: string): Result<Value, ValueError> {
  const clean = cleanText(text).trim()
  if (clean === '') return ok(null)
  switch (field.type) {
    case 'int':
      return intFromText(clean)
    case 'bool':
      return boolFromText(clean)
    case 'date':
      return dateFromText(clean)
    case 'enum': {
      const found = allowedFromText(field.values ?? [], clean)
      return found ? ok(found) : err({ code: 'not-allowed', value: clean.slice(0, 60) })
    }
    case 'multi':
      return multiFromText(field, clean)
    case 'refs':
      return parseValue(
        field,
        clean
          .split(/[;\n]/)
          .map((part) => part.trim())
          .filter(Boolean),
      )
    default:
      return parseValue(field, text)
  }
}

function intFromText(text: string): Result<Value, ValueError> {
  const grouped = /^-?\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/.test(text) ? text.replace(/[.,\s]/g, '') : text
  const number = /^-?\d{1,16}$/.test(grouped) ? Number(grouped) : Number.NaN
  return Number.isSafeInteger(number)
    ? ok(number === 0 ? 0 : number)
    : err({ code: 'not-a-number', value: text.slice(0, 40) })
}

const TRUE_WORDS = new Set(['co', 'x', 'yes', 'true', 'dung', '1', 'v', 'roi', 'da'])
const FALSE_WORDS = new Set(['khong', 'no', 'false', 'sai', '0', 'chua'])

function boolFromText(text: string): Result<Value, ValueError> {
  if (/^[✓✔☑]$/.test(text)) return ok(true)
  const key = foldKey(text)
  if (TRUE_WORDS.has(key)) return ok(true)
  if (FALSE_WORDS.has(key)) return ok(false)
  return err({ code: 'not-allowed', value: text.slice(0, 60) })
}

function dateFromText(text: string): Result<Value, ValueError> {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const local = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text)
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null
  if (!parts) return err({ code: 'not-a-date', value: text.slice(0, 40) })
  const [year, month, day] = parts as [string, string, string]
  return parseValue({ type: 'date' } as Field, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function multiFromText(field: Field, text: string): Result<Value, ValueError> {
  const values = field.values ?? []
  const whole = allowedFromText(values, text)
  if (whole) return ok([whole])
  const ids: string[] = []
  for (const part of splitList(values, text)) {
    const id = allowedFromText(values, part)
    if (!id) return err({ code: 'not-allowed', value: part.slice(0, 60) })
    ids.push(id)
  }
  return parseValue(field, ids)
}

/** Parts by ";" and line ends; by "," and "/" too, unless a label holds one ("Bộ, ngành"). */
function splitList(values: readonly AllowedValue[], text: string): string[] {
  const parts: string[] = []
  for (const piece of text.split(/[;\n]|(?:^|\s)[-+•](?=\s)/)) {
    const trimmed = piece.trim().replace(/^[-+•]\s*/, '')
    if (trimmed === '') continue
    if (allowedFromText(values, trimmed)) parts.push(trimmed)
    else parts.push(...longestParts(values, trimmed.split(/\s*[,/]\s*|\s+và\s+/i).filter(Boolean)))
  }
  return parts
}

/** Joins neighbours again while they make an allowed value: "Bộ", "ngành trung ương" → "Bộ, ngành trung ương". */
function longestParts(values: readonly AllowedValue[], pieces: readonly string[]): string[] {
  const parts: string[] = []
  for (let start = 0; start < pieces.length; ) {
    let end = pieces.length
    while (end > start + 1 && !allowedFromText(values, pieces.slice(start, end).join(', '))) end--
    parts.push(pieces.slice(start, end).join(', '))
    start = end
  }
  return parts
}

/** The allowed value that the text means: by id, label in either language, synonym or letter; compared folded. */
export function allowedFromText(values: readonly AllowedValue[], text: string): string | undefined {
  const exact = values.find((value) => value.id === text)
  if (exact) return exact.id
  const key = foldKey(text)
  if (key === '') return undefined
  const byLabel = values.find((value) => foldKey(value.label.vi) === key || foldKey(value.label.en) === key)
  if (byLabel) return byLabel.id
  const byWord = values.find(
    (value) =>
      value.synonyms?.some((synonym) => foldKey(synonym) === key) ||
      (value.letter && foldKey(value.letter) === key),
  )
  return byWord?.id
}
