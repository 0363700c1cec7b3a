// What a table's cell shows on paper where the program does not format numbers itself: days as dd/mm/yyyy, whole numbers
// with their thousands parted by dots, texts as they are.
import type { Field } from '../registers/define.ts'
import { excelDay } from './cellValue.ts'
import type { CellValue } from './sheetXml.ts'

export function cellText(field: Field | null, value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (field?.type === 'date') return excelDay(value).split('-').reverse().join('/')
  if (field === null || field.format === 'year') return String(value)
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
