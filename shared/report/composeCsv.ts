// A register's records as CSV (RFC 4180, UTF-8 with its mark so that Excel reads the letters): every field an office
// sees, headings as labels, dates ISO, nothing that a spreadsheet would run. Reads back without a difference.
import { ID_HEADING } from '../excel/proposeColumns.ts'
import { fieldOf, type Register } from '../registers/define.ts'
import { displayValue, type Language } from '../registers/displayValue.ts'
import { textToCsv } from './inertText.ts'
import type { ReportRecord } from './reportTable.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** Lines of the file, one at a time, ends included. @param fields default all that an office writes */
export function* csvLines(
  register: Register,
  records: Iterable<ReportRecord>,
  options: { readonly language: Language; readonly fields?: readonly string[] },
): Generator<string> {
  const fields = options.fields
    ? options.fields.map((id) => fieldOf(register, id))
    : register.fields.filter((f) => f.writer === 'office')
  yield `${BYTE_ORDER_MARK}${[...fields.map((f) => f.label[options.language]), ID_HEADING].map(textToCsv).join(',')}\r\n`
  for (const record of records) {
    const cells = fields.map((f) => {
      const value = record.values[f.id]
      if (value === null || value === undefined || value === '') return ''
      if (typeof value === 'number') return String(value)
      if (f.type === 'date') return textToCsv(String(value))
      return textToCsv(displayValue(f, value, options.language))
    })
    yield `${[...cells, textToCsv(record.id)].join(',')}\r\n`
  }
}
