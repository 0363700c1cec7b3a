// A workbook to be filled in for any register, drawn from its definition: headings, lists of allowed values, a note at
// each cell, required columns marked, an instruction sheet; empty, or with records in it (last year's, one room's). What
// comes back is read by the importer without a question: headings are the labels, records are known by the hidden id.
import { ID_HEADING } from '../excel/proposeColumns.ts'
import { type Field, fieldOf, type Register } from '../registers/define.ts'
import type { Language } from '../registers/displayValue.ts'
import { isRequiredOfAll } from '../registers/required.ts'
import type { CellStyle } from './cellStyle.ts'
import { cellValue } from './cellValue.ts'
import type { ReportRecord } from './reportTable.ts'
import { columnName, DIGIT_PX, type Row, type Sheet, type Validation } from './sheetXml.ts'
import { textHeightPt } from './spanRow.ts'
import { bodyStyle } from './tableRows.ts'
import type { Workbook } from './workbook.ts'

export type TemplateInput = {
  readonly register: Register
  readonly language: Language
  /** Fields asked for, in order; default all that an office writes. */
  readonly fields?: readonly string[]
  /** Records to be completed or corrected; none for a blank one. */
  readonly records?: Iterable<ReportRecord>
  /** Room or office that is to fill it in; printed on the instruction sheet. */
  readonly filledBy?: string
  /** Written unseen into the workbook, so that it is known when it comes back under another name. */
  readonly mark?: string
  /** Empty lines below the records. */
  readonly blankRows?: number
}

const HEAD: CellStyle = {
  bold: true,
  align: 'center',
  vertical: 'center',
  wrap: true,
  border: true,
  fill: 'DDEBF7',
}
const REQUIRED_HEAD: CellStyle = { ...HEAD, fill: 'FCE4D6' }
const ID_STYLE: CellStyle = { sizePt: 8, color: '808080' }
const BLANK_ROWS = 200
/** Beyond this a list's values are not shown in the note: Excel holds 255 signs. */
const NOTE_LENGTH = 255

/** Puts the workbook together: the list, the instructions, and a hidden sheet with the allowed values. */
export function composeTemplate(input: TemplateInput): {
  readonly workbook: Workbook
  readonly name: string
} {
  const { register, language } = input
  const fields = input.fields
    ? input.fields.map((id) => fieldOf(register, id))
    : register.fields.filter((f) => f.writer === 'office')
  const lists = fields.filter(
    (f) => (f.type === 'enum' || f.type === 'bool') && allowedTexts(f, language).length > 0,
  )
  const sheets: Sheet[] = [
    listSheet(input, fields, lists),
    instructionSheet(input, fields),
    valuesSheet(lists, language, input.mark),
  ]
  return {
    workbook: { title: register.label[language], creator: 'Sổ Dữ Liệu', sheets },
    name: `${input.records ? 'bieu' : 'mau'}-${register.id}.xlsx`,
  }
}

const VALUES_SHEET = 'Giá trị'

function listSheet(input: TemplateInput, fields: readonly Field[], lists: readonly Field[]): Sheet {
  const { register, language } = input
  const widths = fields.map((f) => Math.max(f.width.report, 10) * DIGIT_PX)
  const styles = fields.map((f) => ({ ...bodyStyle(f, false), vertical: 'top' as const }))
  const headings = fields.map((f) => headingOf(register, f, language))
  const heightPt = Math.max(...headings.map((text, i) => textHeightPt(text, widths[i]!, HEAD))) + 6
  const blankRows = input.blankRows ?? BLANK_ROWS
  const first = 2
  const last = first + 9_998

  function* rows(): Generator<Row> {
    yield {
      values: ['STT', ...headings, ID_HEADING],
      styles: [HEAD, ...fields.map((f) => (f.required ? REQUIRED_HEAD : HEAD)), ID_STYLE],
      heightPt,
      printTitle: true,
    }
    let ordinal = 0
    const ordinalStyle: CellStyle = { ...bodyStyle(null, true), vertical: 'top' }
    const rowStyles = [ordinalStyle, ...styles, ID_STYLE]
    for (const record of input.records ?? []) {
      ordinal++
      const values = fields.map((f) => cellValue(f, record.values[f.id], language))
      const lines = values.map((value, i) =>
        typeof value === 'string' ? textHeightPt(value, widths[i]!, styles[i]!) : 0,
      )
      // A screen of one record helps nobody: higher ones are cut on screen here, whole when the row is opened.
      yield {
        values: [ordinal, ...values, record.id],
        styles: rowStyles,
        heightPt: Math.min(Math.max(15.75, ...lines) + 3, 240),
      }
    }
    for (let i = 0; i < blankRows; i++) yield { values: [], styles: rowStyles.slice(0, -1) }
  }

  const validations = fields.map((field, i): Validation => {
    const listed = lists.indexOf(field)
    const count = allowedTexts(field, language).length
    const column = columnName(listed)
    return {
      column: i + 1,
      firstRow: first,
      lastRow: last,
      title: field.label[language],
      note: noteOf(register, field, language),
      list: listed >= 0 ? `'${VALUES_SHEET}'!$${column}$1:$${column}$${count}` : undefined,
    }
  })
  return {
    name: sheetName(register.label[language]),
    columns: [
      { widthPx: 6 * DIGIT_PX },
      ...widths.map((widthPx) => ({ widthPx })),
      { widthPx: 80, hidden: true },
    ],
    rows: { [Symbol.iterator]: rows },
    freezeRows: 1,
    page: {
      landscape: true,
      // More columns than a page can show are for the screen.
      fitWidth: fields.length <= 14,
      marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
      header: '&C&"Times New Roman,Regular"&13&P',
      footer: '',
      firstFooter: '',
    },
    printColumns: fields.length + 1,
    validations: validations.filter((v) => v.list || v.note),
  }
}

/** The texts that the cell's list offers; a field of several values takes them parted by ";" and has no list. */
function allowedTexts(field: Field, language: Language): string[] {
  if (field.type === 'bool') return language === 'vi' ? ['Có', 'Không'] : ['Yes', 'No']
  return (field.values ?? []).map((v) => v.label[language])
}

/** The label, marked where every record is asked for it, and otherwise where only the office's own ones are. */
function headingOf(register: Register, field: Field, language: Language): string {
  const mark = isRequiredOfAll(register, field) ? ' *' : field.required ? ' (*)' : ''
  return `${field.label[language]}${mark}`
}

function noteOf(register: Register, field: Field, language: Language): string {
  const vi = language === 'vi'
  const parts = [field.help[language]]
  if (isRequiredOfAll(register, field)) parts.push(vi ? 'Bắt buộc.' : 'Required.')
  else if (field.required)
    parts.push(vi ? 'Bắt buộc với bản ghi gốc.' : 'Required for the office’s own records.')
  if (field.type === 'multi' || field.type === 'refs')
    parts.push(vi ? 'Nhiều giá trị cách nhau bằng dấu ";".' : 'Several values: part them with ";".')
  if (field.type === 'multi') parts.push(allowedTexts(field, language).join('; '))
  if (field.type === 'date') parts.push(vi ? 'Ngày/tháng/năm.' : 'Day/month/year.')
  const text = parts.filter(Boolean).join(' ')
  return text.length <= NOTE_LENGTH ? text : `${text.slice(0, NOTE_LENGTH - 1)}…`
}

const TITLE: CellStyle = { sizePt: 14, bold: true, align: 'center', vertical: 'center' }
const TEXT: CellStyle = { wrap: true, border: true }
const PLAIN: CellStyle = { wrap: true }

function instructionSheet(input: TemplateInput, fields: readonly Field[]): Sheet {
  const { register, language } = input
  const vi = language === 'vi'
  const columns = [{ widthPx: 230 }, { widthPx: 420 }, { widthPx: 280 }]
  const wide = columns.reduce((sum, c) => sum + c.widthPx, 0)
  const across = (text: string, style: CellStyle): Row => ({
    values: [text],
    styles: [style, style, style],
    heightPt: textHeightPt(text, wide, style) + 4,
    merges: [{ from: 0, to: 2 }],
  })
  const line = (cells: readonly string[], style: CellStyle): Row => ({
    values: cells,
    styles: cells.map(() => style),
    heightPt: Math.max(...cells.map((text, i) => textHeightPt(text, columns[i]!.widthPx, style))) + 4,
  })
  const rules = vi
    ? [
        'Mỗi dòng là một bản ghi. Cột có dấu * là bắt buộc; nếu chưa có thông tin, cứ để trống và gửi lại, phần mềm sẽ nhắc.',
        ...(register.reference
          ? [
              'Cột có dấu (*) chỉ bắt buộc khi cơ quan chủ quản hoặc vận hành; hệ thống của bộ, tỉnh mà cơ quan nhập liệu, khai thác thì không cần.',
            ]
          : []),
        'Không đổi tên cột. Có thể sắp xếp, thêm, xóa dòng; cột ẩn cuối cùng giúp nhận ra bản ghi cũ, xin giữ nguyên.',
        'Ngày ghi theo ngày/tháng/năm. Nhiều giá trị trong một ô cách nhau bằng dấu chấm phẩy.',
      ]
    : [
        'One row a record. Columns marked * are required; what is not known may stay empty, the app will remind you.',
        ...(register.reference
          ? [
              'Columns marked (*) are required only of what the office owns or operates, not of systems that it feeds or uses.',
            ]
          : []),
        'Keep the headings. Rows may be sorted, added, deleted; the hidden last column tells which record a row is.',
        'Dates are day/month/year. Several values in one cell are parted by semicolons.',
      ]
  const rows: Row[] = [
    across(
      (vi ? `Hướng dẫn điền: ${register.label.vi}` : `How to fill in: ${register.label.en}`).toUpperCase(),
      TITLE,
    ),
    ...(input.filledBy
      ? [across(`${vi ? 'Đơn vị điền' : 'Filled in by'}: ${input.filledBy}`, { ...PLAIN, bold: true })]
      : []),
    across(register.help[language], PLAIN),
    ...rules.map((text) => across(`- ${text}`, PLAIN)),
    { values: [], styles: [], heightPt: 8 },
    {
      ...line(
        vi ? ['Cột', 'Cách ghi', 'Giá trị được chọn'] : ['Column', 'What to write', 'Allowed values'],
        HEAD,
      ),
      printTitle: true,
    },
    ...fields.map((f) =>
      line(
        [
          headingOf(register, f, language),
          f.help[language],
          f.values || f.type === 'bool' ? allowedTexts(f, language).join('; ') : '',
        ],
        TEXT,
      ),
    ),
  ]
  return {
    name: vi ? 'Hướng dẫn' : 'Instructions',
    columns,
    rows,
    page: {
      landscape: true,
      marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
      header: '&C&"Times New Roman,Regular"&13&P',
      footer: '',
      firstFooter: '',
    },
    printColumns: 3,
  }
}

function valuesSheet(lists: readonly Field[], language: Language, mark?: string): Sheet {
  const texts = [...lists.map((f) => allowedTexts(f, language)), ...(mark ? [[mark]] : [])]
  const count = Math.max(0, ...texts.map((t) => t.length))
  const rows = Array.from(
    { length: count },
    (_, r): Row => ({ values: texts.map((t) => t[r] ?? null), styles: [] }),
  )
  return {
    name: VALUES_SHEET,
    hidden: true,
    columns: (texts.length ? texts : [null]).map(() => ({ widthPx: 160 })),
    rows,
  }
}

/** A sheet's name: at most 31 signs, none that Excel refuses. */
export function sheetName(text: string): string {
  return text
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 31)
    .trim()
}
