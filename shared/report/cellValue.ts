// A field's value as a cell holds it: text as written, whole numbers as numbers, dates as real dates shown dd/mm/yyyy,
// allowed values by their label, references by their text. Reading the cell back gives the same value.
import type { Field, Reference, Value } from '../registers/define.ts'
import type { CellValue } from './sheetXml.ts'

export type Language = 'vi' | 'en'

const DAY_MS = 86_400_000
// Day 0 of the 1900 system, so that day 61 is 1 March 1900 as in Excel; earlier days are off by its leap-year error.
const EPOCH_MS = Date.UTC(1899, 11, 30)
const FIRST_SAFE_DAY = 61

/** Serial of an ISO day for a date-formatted cell, or null when it is no day that a spreadsheet can hold. */
export function excelDate(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return null
  const ms = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== iso) return null
  const day = (ms - EPOCH_MS) / DAY_MS
  return day >= FIRST_SAFE_DAY ? day : null
}

/** Whole numbers of this size and smaller survive a spreadsheet's 15 digits. */
const MAX_DIGITS = 999_999_999_999_999

/** What stands between several values in one cell; the importer splits at it. */
const BETWEEN = '; '

/**
 * The cell for a value.
 * @param letters allowed values by their one letter, for grids of items and users
 */
export function cellValue(
  field: Field,
  value: Value | undefined,
  language: Language,
  letters = false,
): CellValue {
  if (value === null || value === undefined || value === '') return null
  switch (field.type) {
    case 'int':
      return typeof value === 'number' && Math.abs(value) <= MAX_DIGITS ? value : String(value)
    case 'bool':
      return value === true ? (language === 'vi' ? 'Có' : 'Yes') : language === 'vi' ? 'Không' : 'No'
    case 'date':
      return excelDate(String(value)) ?? isoToShown(String(value))
    case 'enum':
      return allowedText(field, String(value), language, letters)
    case 'multi':
      return Array.isArray(value)
        ? value.map((id) => allowedText(field, String(id), language, letters)).join(BETWEEN)
        : String(value)
    case 'ref':
      return isReference(value) ? value.text : String(value)
    case 'refs':
      return Array.isArray(value)
        ? value.map((r) => (isReference(r) ? r.text : String(r))).join(BETWEEN)
        : String(value)
    default:
      return String(value)
  }
}

/** Text that a cell shows, for measuring. */
export function shownText(field: Field | null, value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (field?.type === 'date') return '00/00/0000'
  return field?.format === 'year' ? String(value) : groupThousands(value)
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'text' in value
}

function allowedText(field: Field, id: string, language: Language, letters: boolean): string {
  const found = field.values?.find((v) => v.id === id)
  // A value of a newer app has no label here; its identifier is kept.
  if (!found) return id
  return (letters && found.letter) || found.label[language]
}

function isoToShown(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : text
}

function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
