// Rows inserted into a worksheet: every address below them moves, in cells, merged areas, rules, formulas and names. Works
// on the XML's text and touches nothing else in it.
import { columnIndex, columnName } from '../../shared/excel/workbook.ts'

/** `count` rows come in after row `after` (1-based). */
export type Insertion = { readonly after: number; readonly count: number }

// A text in quotes, or an address or area with the sheet that it names.
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\w.$\p{L}])((?:'(?:[^']|'')+'|[\p{L}\w.]+)!)?(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?[A-Z]{1,3})(\$?)(\d{1,7}))?(?![\w(.\p{L}])/gu

/**
 * A formula, or an attribute that holds addresses, after the insertion. An area that ends at the last of the old rows
 * grows: a sum under a list sums the new rows too.
 * @param isOwn whether a sheet prefix (`'Biểu 1'!`, or undefined) means the sheet that grows
 */
export function shiftReferences(
  text: string,
  { after, count }: Insertion,
  isOwn: (prefix: string | undefined) => boolean = (prefix) => prefix === undefined,
): string {
  const moved = (row: number) => (row > after ? row + count : row)
  return text.replace(REFERENCE, (whole, prefix, column, abs, row, column2, abs2, row2) => {
    if (column === undefined || !isOwn(prefix)) return whole
    const from = `${prefix ?? ''}${column}${abs}${moved(Number(row))}`
    if (column2 === undefined) return from
    const end = Number(row2)
    return `${from}:${column2}${abs2}${end === after && Number(row) < end ? end + count : moved(end)}`
  })
}

/** The formula of a cell `rows` further down and `columns` to the right: relative parts move, those with `$` stay. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const move = (column: string, abs: string, row: string) =>
    `${column.startsWith('$') ? column : columnName(columnIndex(column) + columns)}${abs}${abs ? row : Number(row) + rows}`
  return formula.replace(REFERENCE, (whole, prefix, column, abs, row, column2, abs2, row2) => {
    if (column === undefined) return whole
    const from = `${prefix ?? ''}${move(column, abs, row)}`
    return column2 === undefined ? from : `${from}:${move(column2, abs2, row2)}`
  })
}

// Attributes of a worksheet, beside its rows, that hold addresses of it.
const ADDRESSED =
  /(<(?:\w+:)?(?:mergeCell|dataValidation|conditionalFormatting|autoFilter|hyperlink|dimension|protectedRange|ignoredError|selection|pane)\b[^>]*?\s(?:ref|sqref)=")([^"]*)"/g
const BREAK = /(<(?:\w+:)?rowBreaks\b[\s\S]*?<\/(?:\w+:)?rowBreaks>)/

/** Everything of the worksheet that is not its rows. */
export function shiftAround(xml: string, insertion: Insertion): string {
  return xml
    .replace(ADDRESSED, (_, head: string, refs: string) => `${head}${shiftReferences(refs, insertion)}"`)
    .replace(
      /(<(?:\w+:)?formula[12]?>)([^<]*)(<\/)/g,
      (_, open: string, formula: string, close: string) =>
        `${open}${shiftReferences(formula, insertion)}${close}`,
    )
    .replace(BREAK, (breaks: string) =>
      breaks.replace(
        /(\sid=")(\d+)"/g,
        (_, head: string, row: string) =>
          `${head}${Number(row) > insertion.after ? Number(row) + insertion.count : row}"`,
      ),
    )
}

/** Anchors of pictures and notes: 0-based rows. */
export function shiftAnchors(xml: string, { after, count }: Insertion): string {
  return xml
    .replace(
      /(<xdr:row>)(\d+)(<\/xdr:row>)/g,
      (_, open: string, row: string, close: string) =>
        `${open}${Number(row) >= after ? Number(row) + count : row}${close}`,
    )
    .replace(
      /(<x:Row>)(\d+)(<\/x:Row>)/g,
      (_, open: string, row: string, close: string) =>
        `${open}${Number(row) >= after ? Number(row) + count : row}${close}`,
    )
}
