// A report as a workbook: letterhead, citations, table, signature; the annex on a sheet of its own. Pure: the clock,
// the disk and the registers' contents come in. Gaps never block: a list that has some says DỰ THẢO on every page.
import type { Office } from '../ipc/contract.ts'
import type { LegalProfile } from '../profiles/profile.ts'
import { type FieldId, fieldOf, type Register, type Values } from '../registers/define.ts'
import type { Language } from '../registers/displayValue.ts'
import { cellValue, shownText } from './cellValue.ts'
import { columnWidths } from './columnWidths.ts'
import { annexRows, letterheadRows } from './letterhead.ts'
import type { ReportColumn, ReportDefinition } from './reports.ts'
import type { ReportTemplate, TemplateColumn } from './reportTemplate.ts'
import { DIGIT_PX, type Page, type Row, type Sheet } from './sheetXml.ts'
import { signatureRows, usualSignerLines } from './signatureBlock.ts'
import { type Geometry, spanRow } from './spanRow.ts'
import { BODY, bodyStyle, HEAD, headingRows, recordRows, type Table, type TableColumn } from './tableRows.ts'
import type { Workbook } from './workbook.ts'

export type ReportRecord = {
  readonly id: string
  readonly values: Values
  /** Name of the office whose record it is; printed when `officeColumn` is set. */
  readonly office?: string
}

export type ReportInput = {
  readonly definition: ReportDefinition
  readonly template?: ReportTemplate
  readonly office: Pick<Office, 'name' | 'parentName' | 'level' | 'docSymbol' | 'placeName'>
  readonly profile: LegalProfile
  readonly register: Register
  /** Walked more than once: a sample for the widths, then all. */
  readonly records: Iterable<ReportRecord>
  /** Register and records of the annex; the reference field to the main register gives their order. */
  readonly annex?: { readonly register: Register; readonly records: Iterable<ReportRecord> }
  /** As printed under the title, e.g. `2026`; empty leaves the line out. */
  readonly period: string
  readonly language: Language
  /** True when required fields have gaps. */
  readonly draft: boolean
  /** Short code of the content, printed on every page, e.g. `4K7Q-92MD`. */
  readonly contentCode: string
  /** ISO day of signing, or null while it is not signed. */
  readonly date: string | null
  readonly number?: number | null
  readonly signer?: { readonly lines?: readonly string[]; readonly name: string }
  /** A column with the office of each record, for lists of many offices. */
  readonly officeColumn?: boolean
}

export type ComposedReport = {
  readonly workbook: Workbook
  /** Plain ASCII, with extension. */
  readonly name: string
  readonly draft: boolean
}

/** A4 landscape inside the margins of Decree 30/2020: 297 − 30 − 15 by 210 − 20 − 20 mm, at 96 dpi. */
const MARGINS_MM = { top: 20, bottom: 20, left: 30, right: 15 }
const PAGE_PX = Math.floor(((297 - 45) / 25.4) * 96)
const PAGE_PT = ((210 - 40) / 25.4) * 72
const SAMPLE = 400
const ORDINAL_PX = 42

/** Puts the report together. Rows are made when the workbook is written, so memory does not grow with their number. */
export function composeReport(input: ReportInput): ComposedReport {
  const { definition, template, language } = input
  const main = tableOf(
    input.register,
    pickColumns(definition.columns, template?.columns),
    input.records,
    input,
  )
  const geometry = geometryOf(main)
  const title = template?.title ?? (definition.titleIn?.[input.profile.id] ?? definition.title)[language]
  const page = pageOf(input)
  const head =
    template?.form === 'annex'
      ? annexRows(geometry, {
          title,
          guide: annexGuide(input),
          notes: notesOf(input, definition.columns, input.register),
        })
      : letterheadRows(geometry, {
          superior: input.office.parentName,
          agency: input.office.name,
          placeName: input.office.placeName,
          date: input.date,
          number: input.number ?? null,
          symbol: template?.symbol ?? input.office.docSymbol,
          title,
          subject: template?.subject ?? `của ${input.office.name}`,
          notes: notesOf(input, definition.columns, input.register),
          basis: template?.basis ?? basisOf(input.profile, definition.id),
          draft: input.draft,
        })
  const signature = signatureRows(geometry, {
    recipients: template?.recipients ?? [input.profile.addressee, 'Lưu: VT'],
    lines: input.signer?.lines ?? template?.signerLines ?? usualSignerLines(input.office.level),
    name: input.signer?.name ?? '',
  })
  const sheets: Sheet[] = [
    {
      name: definition.sheet,
      columns: sheetColumns(main),
      rows: {
        [Symbol.iterator]: () =>
          pagedRows(geometry, head, main, (count) => [closingRow(geometry, input, count), ...signature]),
      },
      page,
      printColumns: main.columns.length,
      ruled: true,
    },
  ]
  if (definition.annex && input.annex) {
    const annex = tableOf(
      input.annex.register,
      pickColumns(definition.annex.columns, template?.annexColumns),
      inParentOrder(input.annex, input.records),
      input,
    )
    const shape = geometryOf(annex)
    const lines = annexRows(shape, {
      title: definition.annex.title[language],
      guide: `(Kèm theo ${title} của ${input.office.name})`,
      notes: legendOf(definition.annex.columns, input.annex.register, language),
    })
    sheets.push({
      name: definition.annex.sheet,
      columns: sheetColumns(annex),
      rows: { [Symbol.iterator]: () => pagedRows(shape, lines, annex, () => []) },
      page,
      printColumns: annex.columns.length,
    })
  }
  return {
    workbook: { title, creator: input.office.name, sheets },
    name: `${definition.fileName}${input.period ? `-${input.period.replace(/[^0-9A-Za-z]+/g, '-')}` : ''}${input.draft ? '-du-thao' : ''}.xlsx`,
    draft: input.draft,
  }
}

type PickedColumn =
  | (ReportColumn & { readonly headingText?: string; readonly widthPx?: number })
  | { readonly blank: string; readonly widthPx?: number }

/** The declared columns, or the template's in its order with its headings. */
function pickColumns(
  declared: readonly ReportColumn[],
  asked: readonly TemplateColumn[] | undefined,
): PickedColumn[] {
  if (!asked) return [...declared]
  return asked.map((column) => {
    const widthPx = column.width ? column.width * DIGIT_PX : undefined
    if (!('field' in column)) return { blank: column.blank, widthPx }
    const known = declared.find((c) => c.field === column.field) ?? { field: column.field as FieldId }
    return { ...known, headingText: column.heading, widthPx }
  })
}

function tableOf(
  register: Register,
  picked: readonly PickedColumn[],
  records: Iterable<ReportRecord>,
  input: ReportInput,
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
  const widths = columnWidths(texts, PAGE_PX, BODY, HEAD)
  return {
    columns: columns.map((c, i) => ({ ...c, widthPx: widths[i]! })),
    records,
    idOf: (record) => record.id,
    columnNumbers: input.template?.columnNumbers ?? false,
  }
}

/** The left half ends at the column edge nearest to two fifths of the width; the motto needs the larger part. */
function geometryOf(table: Table<ReportRecord>): Geometry {
  const widthsPx = table.columns.map((c) => c.widthPx)
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

function sheetColumns(table: Table<ReportRecord>): Sheet['columns'] {
  return [...table.columns.map((c) => ({ widthPx: c.widthPx })), { widthPx: 80, hidden: true }]
}

function pageOf(input: ReportInput): Page {
  const draft = input.draft ? 'DỰ THẢO   ' : ''
  const code = input.contentCode.replaceAll('&', '&&')
  const footer = `&L&"Times New Roman,Regular"&9 ${draft}Mã nội dung: ${code}`
  return {
    landscape: true,
    marginsMm: MARGINS_MM,
    header: '&C&"Times New Roman,Regular"&13&P',
    footer,
    firstFooter: footer,
  }
}

function basisOf(profile: LegalProfile, report: string): string[] {
  const cited = profile.basisOfReport[report] ?? []
  // What is not verified is never printed as a fact.
  return profile.citations.filter((c) => cited.includes(c.id) && c.verified).map((c) => c.text)
}

function annexGuide(input: ReportInput): string {
  const number = input.number ? String(input.number).padStart(2, '0') : ''
  return `(Kèm theo Văn bản số ${number || '……'}/${input.template?.symbol || input.office.docSymbol || '……'} của ${input.office.name})`
}

function notesOf(input: ReportInput, columns: readonly ReportColumn[], register: Register): string[] {
  return [
    ...(input.period ? [`(Kỳ báo cáo: ${input.period})`] : []),
    ...(input.template?.notes ?? []),
    ...legendOf(columns, register, input.language),
  ]
}

/** "M: Dữ liệu mở; D: …" for tables whose cells hold one letter. */
function legendOf(columns: readonly ReportColumn[], register: Register, language: Language): string[] {
  const lettered = columns.find((c) => c.letters)
  if (!lettered) return []
  const values = fieldOf(register, lettered.field).values ?? []
  const list = values
    .filter((v) => v.letter)
    .map((v) => `${v.letter}: ${v.label[language].toLocaleLowerCase('vi')}`)
  return [`(${list.join('; ')}; ô để trống: theo hình thức chung của hạng mục)`]
}

function closingRow(geometry: Geometry, input: ReportInput, count: number): Row {
  const number = count < 10 ? `0${count}` : String(count)
  const text = `Danh sách gồm ${number} ${input.definition.counted[input.language]}./.`
  return spanRow(
    geometry,
    [
      {
        from: 0,
        to: geometry.widthsPx.length - 1,
        text,
        style: { sizePt: 13, align: 'left', vertical: 'center' },
      },
    ],
    24,
  )
}

/** Children in their parents' order, then those without one. */
function inParentOrder(
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

/**
 * Head, headings, records and end, with a page break before the last record where the end would stand on a page alone:
 * a signature is never without a line of what is signed.
 */
function* pagedRows(
  geometry: Geometry,
  head: readonly Row[],
  table: Table<ReportRecord>,
  end: (count: number) => Row[],
): Generator<Row> {
  const total = geometry.widthsPx.reduce((a, b) => a + b, 0)
  const pagePt = PAGE_PT / Math.min(1, PAGE_PX / total)
  const titles = headingRows(table)
  const heightOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + (row.heightPt ?? 15.75), 0)
  const titlesPt = heightOf(titles)
  let used = 0
  const place = (row: Row): Row => {
    const height = row.heightPt ?? 15.75
    used = row.pageBreakBefore || used + height > pagePt ? titlesPt + height : used + height
    return row
  }
  for (const row of head) yield place(row)
  for (const row of titles) yield place(row)
  let count = 0
  let held: Row | null = null
  for (const row of recordRows(table)) {
    if (held) yield place(held)
    held = row
    if (row.values[0] !== null) count++
  }
  const tail = end(count)
  if (held) {
    const alone = used + (held.heightPt ?? 0) + heightOf(tail) > pagePt * 0.98
    const fits = titlesPt + (held.heightPt ?? 0) + heightOf(tail) < pagePt
    yield place(alone && fits && count > 1 ? { ...held, pageBreakBefore: true } : held)
  }
  for (const row of tail) yield place(row)
}
