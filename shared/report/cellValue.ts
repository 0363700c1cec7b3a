// A field's value as a cell holds it: text as written, whole numbers as numbers, dates as real dates shown dd/mm/yyyy,
// allowed values by their label, references by their text. Reading the cell back gives the same value.
import type { Field, Value } from '../registers/define.ts'
import { displayValue, type Language } from '../registers/displayValue.ts'
import type { CellValue } from './sheetXml.ts'

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

/** ISO day of a date cell's serial: the inverse of `excelDate`. */
export function excelDay(serial: number): string {
  return new Date(EPOCH_MS + serial * DAY_MS).toISOString().slice(0, 10)
}

/** Whole numbers of this size and smaller survive a spreadsheet's 15 digits. */
const MAX_DIGITS = 999_999_999_999_999

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
  if (field.type === 'int' && typeof value === 'number' && Math.abs(value) <= MAX_DIGITS) return value
  if (field.type === 'date' && typeof value === 'string')
    return excelDate(value) ?? displayValue(field, value, language)
  if (letters && field.type === 'enum') {
    const letter = field.values?.find((v) => v.id === value)?.letter
    if (letter) return letter
  }
  return displayValue(field, value, language)
}

/** Text that a cell shows, for measuring. */
export function shownText(field: Field | null, value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (field?.type === 'date') return '00/00/0000'
  return field?.format === 'year' ? String(value) : groupThousands(value)
}

function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
