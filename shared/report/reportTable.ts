// A report's table from its declaration: columns in the declared or the template's order, with headings, looks, widths.
import { type FieldId, fieldOf, type Register, type Values } from '../registers/define.ts'
import type { Language } from '../registers/displayValue.ts'
import { cellValue, shownText } from './cellValue.ts'
import { columnWidths } from './columnWidths.ts'
import { LANDSCAPE } from './officialPage.ts'
import type { ReportColumn } from './reports.ts'
import type { ReportTemplate, TemplateColumn } from './reportTemplate.ts'
import { DIGIT_PX } from './sheetXml.ts'
import type { Geometry } from './spanRow.ts'
import { BODY, bodyStyle, HEAD, type Table, type TableColumn } from './tableRows.ts'

export type ReportRecord = {
  readonly id: string
  readonly values: Values
  /** Name of the office whose record it is; printed when `officeColumn` is set. */
  readonly office?: string
}

/** Rows looked at for the widths, and the width of the ordinal's column. */
const SAMPLE = 400
const ORDINAL_PX = 42

/** What of a report's input its tables need. */
export type TableInput = {
  readonly language: Language
  readonly template?: ReportTemplate
  readonly officeColumn?: boolean
  /** Width of the page in pixels; absent: landscape. */
  readonly roomPx?: number
}

export type PickedColumn =
  | (ReportColumn & { readonly headingText?: string; readonly widthPx?: number })
  | { readonly blank: string; readonly widthPx?: number }

/**
 * The list's columns and the register's own printed ones, or the template's in its order with its headings.
 * @param isForm the declared columns are a form's own: nothing is added to them
 */
export function pickColumns(
  register: Register,
  declared: readonly ReportColumn[],
  asked: readonly TemplateColumn[] | undefined,
  isForm = false,
): PickedColumn[] {
  if (!asked) {
    if (isForm) return [...declared]
    const named = new Set(declared.map((column) => column.field))
    const own = register.fields.filter((field) => field.printed && !named.has(field.id))
    return [...declared, ...own.map((field) => ({ field: field.id }))]
  }
  return asked.map((column) => {
    const widthPx = column.width ? column.width * DIGIT_PX : undefined
    if (!('field' in column)) return { blank: column.blank, widthPx }
    const known = declared.find((c) => c.field === column.field) ?? { field: column.field as FieldId }
    return { ...known, headingText: column.heading, widthPx }
  })
}

/** The table of those columns; the first records decide its widths. */
export function reportTable(
  register: Register,
  picked: readonly PickedColumn[],
  records: Iterable<ReportRecord>,
  input: TableInput,
): Table<ReportRecord> {
  const { language } = input
  const columns: (Omit<TableColumn<ReportRecord>, 'widthPx'> & { askedPx?: number })[] = [
    {
      heading: language === 'vi' ? 'STT' : 'No.',
      field: null,
      style: bodyStyle(null, true),
      value: (_, ordinal) => ordinal,
      askedPx: ORDINAL_PX,
    },
  ]
  if (input.officeColumn) {
    columns.push({
      heading: language === 'vi' ? 'Cơ quan báo cáo' : 'Reporting office',
      field: null,
      style: { ...bodyStyle(null, false), align: 'left', format: '@' },
      value: (record) => record.office ?? null,
    })
  }
  for (const column of picked) {
    if ('blank' in column) {
      columns.push({
        heading: column.blank,
        field: null,
        style: bodyStyle(null, false),
        value: () => null,
        askedPx: column.widthPx,
      })
      continue
    }
    const field = fieldOf(register, column.field)
    columns.push({
      heading: column.headingText ?? column.heading?.[language] ?? field.label[language],
      group: column.group?.[language],
      field,
      style: bodyStyle(field, column.centred === true),
      value: (record) => cellValue(field, record.values[field.id], language, column.letters === true),
      askedPx: column.widthPx,
    })
  }
  const sample: string[][] = columns.map(() => [])
  let ordinal = 0
  for (const record of records) {
    if (++ordinal > SAMPLE) break
    for (const [i, column] of columns.entries())
      sample[i]!.push(shownText(column.field, column.value(record, ordinal)))
  }
  const texts = columns.map((c, i) => ({ heading: c.heading, sample: sample[i]!, askedPx: c.askedPx }))
  const widths = columnWidths(texts, input.roomPx ?? LANDSCAPE.px, BODY, HEAD)
  return {
    columns: columns.map((c, i) => ({ ...c, widthPx: widths[i]! })),
    records,
    idOf: (record) => record.id,
    columnNumbers: input.template?.columnNumbers ?? false,
  }
}

/** The left half ends at the column edge nearest to two fifths of the width; the motto needs the larger part. */
export function geometryOf(widthsPx: readonly number[]): Geometry {
  const total = widthsPx.reduce((a, b) => a + b, 0)
  let split = 1
  let sum = 0
  let best = Number.POSITIVE_INFINITY
  for (let i = 1; i < widthsPx.length; i++) {
    sum += widthsPx[i - 1]!
    const off = Math.abs(sum - total * 0.42)
    if (off < best) {
      best = off
      split = i
    }
  }
  return { widthsPx, split }
}

/** "M: Dữ liệu mở; D: …" for tables whose cells hold one letter. */
export function legendOf(columns: readonly ReportColumn[], register: Register, language: Language): string[] {
  const lettered = columns.find((c) => c.letters)
  if (!lettered) return []
  const values = fieldOf(register, lettered.field).values ?? []
  const list = values
    .filter((v) => v.letter)
    .map((v) => `${v.letter}: ${v.label[language].toLocaleLowerCase('vi')}`)
  return [`(${list.join('; ')}; ô để trống: theo hình thức chung của hạng mục)`]
}

/** Children in their parents' order, then those without one. */
export function inParentOrder(
  annex: { register: Register; records: Iterable<ReportRecord> },
  parents: Iterable<ReportRecord>,
): ReportRecord[] {
  const field = annex.register.parent?.field
  if (!field) return [...annex.records]
  const place = new Map<string, number>()
  for (const parent of parents) place.set(parent.id, place.size)
  const placeOf = (record: ReportRecord): number => {
    const value = record.values[field]
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
    return (id ? place.get(id) : undefined) ?? place.size
  }
  return [...annex.records].sort((a, b) => placeOf(a) - placeOf(b))
}
