// A report's layout as a workbook that a province edits in Excel: one sheet of texts, one a table with its columns in order.
// Taken back, it becomes the same data as a template's JSON and is checked like it; what the sheets do not say stays unsaid.
import { cellText, type Sheet as ReadSheet } from '../excel/workbook.ts'
import { fieldOf, type Register } from '../registers/define.ts'
import { foldVietnamese } from '../text/fold.ts'
import type { CellStyle } from './cellStyle.ts'
import type { ReportTemplate, TemplateColumn } from './reportTemplate.ts'
import { DIGIT_PX, type Row, type Sheet } from './sheetXml.ts'
import type { Workbook } from './workbook.ts'

const TEXTS = 'Mẫu'
const COLUMNS = 'Cột'
const ANNEX_COLUMNS = 'Cột phụ lục'

type TextKey = 'report' | 'title' | 'subject' | 'symbol' | 'form' | 'columnNumbers'
type LinesKey = 'basis' | 'recipients' | 'signerLines' | 'notes'

/** What stands before each text; lines are one a row of the cell. */
const LABELS: readonly (readonly [TextKey | LinesKey, string])[] = [
  ['report', 'Mã báo cáo (không sửa)'],
  ['form', 'Dạng: văn bản hoặc phụ lục'],
  ['title', 'Tên báo cáo'],
  ['subject', 'Trích yếu'],
  ['symbol', 'Ký hiệu sau số'],
  ['basis', 'Căn cứ, mỗi dòng một văn bản'],
  ['notes', 'Ghi chú dưới tên, mỗi dòng một ý'],
  ['recipients', 'Nơi nhận, mỗi dòng một nơi'],
  ['signerLines', 'Quyền hạn, chức vụ người ký, mỗi dòng một ý'],
  ['columnNumbers', 'Hàng số thứ tự cột: có hoặc không'],
]
const LINES: readonly string[] = ['basis', 'recipients', 'signerLines', 'notes']
const COLUMN_HEADINGS = ['Mã cột', 'Tiêu đề in (trống: theo sổ)', 'Độ rộng', 'Tên trong sổ (để tham khảo)']

const HEAD: CellStyle = { bold: true, wrap: true, border: true, vertical: 'center', fill: 'DDEBF7' }
const TEXT: CellStyle = { wrap: true, border: true, format: '@' }
const NUMBER: CellStyle = { border: true, align: 'right' }

/** @param registers of the main table and of the annex */
export function templateWorkbook(
  template: ReportTemplate,
  registers: { readonly main: Register; readonly annex?: Register },
): Workbook {
  const sheets: Sheet[] = [textsSheet(template)]
  if (template.columns) sheets.push(columnsSheet(COLUMNS, template.columns, registers.main))
  if (template.annexColumns && registers.annex)
    sheets.push(columnsSheet(ANNEX_COLUMNS, template.annexColumns, registers.annex))
  return { title: template.title ?? template.report, creator: 'Sổ Dữ Liệu', sheets }
}

function textsSheet(template: ReportTemplate): Sheet {
  const rows = LABELS.map(([key, label]): Row => {
    const value = shown(template, key)
    return {
      values: [label, value],
      styles: [HEAD, TEXT],
      heightPt: 18 * Math.max(1, value.split('\n').length),
    }
  })
  return { name: TEXTS, columns: [{ widthPx: 40 * DIGIT_PX }, { widthPx: 80 * DIGIT_PX }], rows }
}

function shown(template: ReportTemplate, key: TextKey | LinesKey): string {
  const value = template[key]
  if (key === 'form') return value === 'annex' ? 'phụ lục' : 'văn bản'
  if (key === 'columnNumbers') return value === true ? 'có' : 'không'
  return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : ''
}

function columnsSheet(name: string, columns: readonly TemplateColumn[], register: Register): Sheet {
  const head: Row = { values: COLUMN_HEADINGS, styles: COLUMN_HEADINGS.map(() => HEAD), heightPt: 20 }
  const rows = columns.map((column): Row => {
    const own = 'field' in column ? [column.field, column.heading ?? ''] : ['', column.blank]
    const label = 'field' in column ? fieldOf(register, column.field).label.vi : '(cột để ghi tay)'
    return { values: [...own, column.width ?? null, label], styles: [TEXT, TEXT, NUMBER, TEXT], heightPt: 18 }
  })
  // Every other field stands below, to be moved up: only rows above the line are printed.
  const used = new Set(columns.flatMap((column) => ('field' in column ? [column.field] : [])))
  const others = register.fields
    .filter((field) => field.writer === 'office' && !used.has(field.id))
    .map(
      (field): Row => ({
        values: [field.id, '', null, field.label.vi],
        styles: [TEXT, TEXT, NUMBER, TEXT],
        heightPt: 18,
      }),
    )
  const line: Row = { values: [END, '', null, ''], styles: [HEAD, HEAD, HEAD, HEAD], heightPt: 20 }
  const widths = [28, 40, 10, 40].map((chars) => ({ widthPx: chars * DIGIT_PX }))
  return { name, columns: widths, rows: [head, ...rows, line, ...others], freezeRows: 1 }
}

const END = '--- Cột không in: chép dòng cần in lên trên dòng này ---'

/** The template that the sheets say, unchecked: to be held by `checkTemplate` like any other. */
export function templateOfSheets(sheets: readonly ReadSheet[]): unknown {
  const byName = new Map(sheets.map((sheet) => [foldVietnamese(sheet.name), sheet]))
  const texts = byName.get(foldVietnamese(TEXTS))
  const template: Record<string, unknown> = {}
  for (const { cells } of texts?.rows ?? []) {
    const label = foldVietnamese(cellText(cells[0]))
    const key = LABELS.find(([, known]) => foldVietnamese(known) === label)?.[0]
    const value = cellText(cells[1]).trim()
    if (!key || value === '') continue
    if (LINES.includes(key))
      template[key] = value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
    else if (key === 'form') template[key] = foldVietnamese(value).includes('phu luc') ? 'annex' : 'document'
    else if (key === 'columnNumbers') template[key] = foldVietnamese(value) === 'co'
    else template[key] = value
  }
  const columns = columnsOf(byName.get(foldVietnamese(COLUMNS)))
  const annexColumns = columnsOf(byName.get(foldVietnamese(ANNEX_COLUMNS)))
  return {
    ...template,
    ...(columns.length ? { columns } : {}),
    ...(annexColumns.length ? { annexColumns } : {}),
  }
}

function columnsOf(sheet: ReadSheet | undefined): TemplateColumn[] {
  const columns: TemplateColumn[] = []
  for (const { cells } of sheet?.rows.slice(1) ?? []) {
    const [field, heading] = [cellText(cells[0]).trim(), cellText(cells[1]).trim()]
    if (field.startsWith('---')) break
    const number = Number(cellText(cells[2]))
    const width = Number.isFinite(number) && number > 0 ? { width: number } : {}
    if (field) columns.push({ field, ...(heading ? { heading } : {}), ...width })
    else if (heading) columns.push({ blank: heading, ...width })
  }
  return columns
}
