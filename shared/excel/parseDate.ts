// Dates as offices write them. Vietnamese order is day, month, year; what can only be a month-first or incomplete date
// is reported, never guessed.
import { err, ok, type Result } from '../result.ts'
import { type CellProblem, cellProblem } from './cellProblem.ts'
import type { Cell } from './workbook.ts'
import { cellText } from './workbook.ts'

const MIN_YEAR = 1900
const MAX_YEAR = 2100

/** ISO `YYYY-MM-DD` of a date cell, an Excel serial, or text: dd/mm/yyyy, d/m/yy, ISO, yyyymmdd, "ngày 5 tháng 3 năm 2026". */
export function parseDate(cell: Cell): Result<string, CellProblem> {
  const text = cellText(cell).trim()
  if (cell && typeof cell === 'object' && cell.k === 'date') return checked(cell.v, text)
  if (typeof cell === 'number' || (cell && typeof cell === 'object' && cell.k === 'number')) {
    const value = typeof cell === 'number' ? cell : cell.v
    // A day number that lost its date format: 1954 to 2119. Smaller or larger whole numbers are years, months, codes.
    if (value >= 20_000 && value < 80_000) {
      const iso = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10)
      return checked(iso, text)
    }
  }
  return parseDateText(text)
}

function parseDateText(text: string): Result<string, CellProblem> {
  // A time of day after the date says nothing about the day; ISO's T too.
  const plain = text
    .replace(/[T\s,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[AP]M|[+-]\d{2}:?\d{2})?$/i, '')
    .trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (iso) return fromParts(Number(iso[3]), Number(iso[2]), Number(iso[1]), text)
  const day =
    /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(plain) ??
    /^(?:ngày|ngay)?\s*(\d{1,2})\s*(?:tháng|thang)\s*(\d{1,2})\s*(?:năm|nam)\s*(\d{4})$/i.exec(plain)
  if (day) return fromParts(Number(day[1]), Number(day[2]), fullYear(day[3]!), text)
  const incomplete =
    /^\d{4}$|^\d{6}$|^\d{1,2}\s*[-/.]\s*\d{4}$|^\d{4}\s*[-/.]\s*\d{1,2}$|(tháng|thang|năm|quý)\s*\S*\d/i
  return err(cellProblem(incomplete.test(plain) ? 'date-incomplete' : 'date-unreadable', { text }))
}

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function fromParts(day: number, month: number, year: number, text: string): Result<string, CellProblem> {
  if (month > 12 && day <= 12) return err(cellProblem('date-order', { text }))
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year >= 100 && (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)) {
    return err(cellProblem('date-unreadable', { text }))
  }
  return checked(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`, text)
}

function checked(iso: string, text: string): Result<string, CellProblem> {
  const year = Number(iso.slice(0, 4))
  return year >= MIN_YEAR && year <= MAX_YEAR ? ok(iso) : err(cellProblem('date-year', { text }))
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
