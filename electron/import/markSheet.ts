// Edits one worksheet's XML so that chosen cells show red, touching nothing else in it. Works on the text between
// <sheetData> tags; cells and rows that are not named in it are counted as the format says.
import { columnIndex, columnName } from '../../shared/excel/workbook.ts'

/** Bad cells: 1-based row → 0-based columns. */
export type BadCells = ReadonlyMap<number, ReadonlySet<number>>

/** A style's number for a red cell that looked like style `from` before. */
export type RedStyle = (from: number) => number

const ROW = /<((?:\w+:)?)row\b([^>]*?)(\/>|>([\s\S]*?)<\/\1row>)/g
const CELL = /<((?:\w+:)?)c\b([^>]*?)(\/>|>[\s\S]*?<\/\1c>)/g

/** The sheet's XML with the cells red; null when it has no rows in a form that can be edited. */
export function markSheetXml(xml: string, bad: BadCells, redStyle: RedStyle): string | null {
  const open = /<(?:\w+:)?sheetData\b[^>]*>/.exec(xml)
  const close = /<\/(?:\w+:)?sheetData>/.exec(xml)
  if (!open || !close) return null
  const start = open.index + open[0].length
  const rows = xml.slice(start, close.index)
  let number = 0
  let missing = bad.size
  const marked = rows.replace(
    ROW,
    (whole, prefix: string, attributes: string, _end: string, body: string | undefined) => {
      number = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? number + 1)
      const columns = bad.get(number)
      if (!columns) return whole
      missing--
      // `spans` is a hint that may no longer hold.
      const kept = attributes.replace(/\s+spans="[^"]*"/, '').replace(/\s*$/, '')
      return `<${prefix}row${kept}>${markRow(body ?? '', prefix, number, columns, redStyle)}</${prefix}row>`
    },
  )
  if (missing > 0) return null
  return xml.slice(0, start) + marked + xml.slice(close.index)
}

function markRow(
  body: string,
  prefix: string,
  row: number,
  columns: ReadonlySet<number>,
  redStyle: RedStyle,
): string {
  const cells: { column: number; xml: string }[] = []
  let column = -1
  for (const [whole, , attributes, end] of body.matchAll(CELL)) {
    const address = /\br="([A-Z]+)\d+"/.exec(attributes!)?.[1]
    column = address ? columnIndex(address) : column + 1
    if (!columns.has(column)) {
      cells.push({ column, xml: whole })
      continue
    }
    const style = Number(/\bs="(\d+)"/.exec(attributes!)?.[1] ?? 0)
    const kept = attributes!.replace(/\s+s="\d+"/, '').replace(/\s*$/, '')
    cells.push({ column, xml: `<${prefix}c${kept} s="${redStyle(style)}"${end}` })
  }
  const present = new Set(cells.map((cell) => cell.column))
  for (const wanted of columns) {
    if (present.has(wanted)) continue
    const xml = `<${prefix}c r="${columnName(wanted)}${row}" s="${redStyle(0)}"/>`
    cells.push({ column: wanted, xml })
  }
  return cells
    .sort((a, b) => a.column - b.column)
    .map((cell) => cell.xml)
    .join('')
}

// A formula that talks to programs or servers: DDE (`cmd|'/c calc'!A1`), web and registered functions, other files.
const REACHES_OUT =
  /\||\b(WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER(\.ID)?|EXEC|IMPORTXML|IMPORTDATA|DDE)\s*\(|\[[^\]]*\][^!]*!/i

/** Formulas that reach outside the workbook give way to their last value; others stay. */
export function dropOutsideFormulas(xml: string): string {
  return xml.replace(/<((?:\w+:)?)f\b[^>]*>([\s\S]*?)<\/\1f>/g, (whole, _prefix, formula: string) =>
    REACHES_OUT.test(formula) ? '' : whole,
  )
}
