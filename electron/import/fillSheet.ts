// Writes records into the empty rows of a worksheet of somebody else's, cell styles and everything around them kept. Rows
// that are too few are added in the likeness of the last empty one, with its formulas.
import { address, columnIndex } from '../../shared/excel/workbook.ts'
import { xmlText } from '../../shared/report/xml.ts'
import { type Insertion, moveFormula, shiftAround, shiftReferences } from './shiftRows.ts'

/** What stands in a cell: a text, a number, or a day (`YYYY-MM-DD`). */
export type FilledCell = { readonly text: string } | { readonly number: number } | { readonly day: string }

export type Filling = {
  /** First row that takes a record, 1-based, and how many from there on hold nothing. */
  readonly firstRow: number
  readonly slots: number
  /** One a record: cell by 0-based column. */
  readonly rows: readonly ReadonlyMap<number, FilledCell>[]
  /** Single cells elsewhere, e.g. the office's name over the table, by address. */
  readonly singles: ReadonlyMap<string, string>
}

type CellXml = { readonly column: number; readonly attributes: string; readonly body: string }
type RowXml = { readonly number: number; readonly attributes: string; readonly cells: readonly CellXml[] }

const ROW = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g

/**
 * @param isDateStyle whether the cell style of that number shows a date
 * @returns the sheet's XML and the rows that came in, or null when its rows are in no form that can be edited
 */
export function fillSheetXml(
  xml: string,
  filling: Filling,
  isDateStyle: (style: number) => boolean,
): { readonly xml: string; readonly insertion: Insertion } | null {
  const open = /<((?:\w+:)?)sheetData\b[^>]*?(\/?)>/.exec(xml)
  if (!open) return null
  const prefix = open[1] ?? ''
  const start = open.index + open[0].length
  const end = open[2] === '/' ? start : xml.indexOf(`</${prefix}sheetData>`, start)
  if (end < 0) return null
  const { firstRow, rows } = filling
  const was = withPlainFormulas(readRows(xml.slice(start, end)))
  const slots = drawnSlots(was, filling)
  const lastSlot = firstRow + slots - 1
  const added = Math.max(0, rows.length - slots)
  const insertion = { after: lastSlot, count: added }

  const byNumber = new Map<number, RowXml>()
  for (const row of was) {
    if (row.number <= lastSlot || row.number < firstRow) byNumber.set(row.number, row)
    else byNumber.set(row.number + added, moveRow(row, added))
  }
  // With no empty row the header's last one lends its borders.
  const model = was.find((row) => row.number === Math.max(lastSlot, firstRow - 1))
  for (let i = 0; i < added; i++) {
    const number = lastSlot + 1 + i
    byNumber.set(number, likeRow(model, number, slots > 0))
  }
  if (added > 0) {
    for (const [number, row] of byNumber) {
      const isNew = number > lastSlot && number <= lastSlot + added
      byNumber.set(number, isNew ? row : mapFormulas(row, (formula) => shiftReferences(formula, insertion)))
    }
  }
  for (const [i, cells] of rows.entries()) {
    const number = firstRow + i
    byNumber.set(number, fillRow(byNumber.get(number), number, cells, isDateStyle))
  }
  for (const [at, text] of filling.singles) {
    const split = /^([A-Z]+)(\d+)$/.exec(at)
    if (!split) continue
    const written = Number(split[2])
    const number = written > lastSlot ? written + added : written
    byNumber.set(
      number,
      fillRow(byNumber.get(number), number, new Map([[columnIndex(split[1]!), { text }]]), isDateStyle),
    )
  }
  const body = [...byNumber.values()]
    .sort((a, b) => a.number - b.number)
    .map((row) => rowXml(row, prefix))
    .join('')
  const around = (part: string) => (added > 0 ? shiftAround(part, insertion) : part)
  const head = open[2] === '/' ? `${xml.slice(0, open.index)}<${prefix}sheetData>` : xml.slice(0, start)
  const tail = open[2] === '/' ? `</${prefix}sheetData>${xml.slice(start)}` : xml.slice(end)
  return { xml: around(head) + body + around(tail), insertion }
}

/** Of the rows that hold nothing, those drawn like the first of them: the gap before a signature is not the table's. */
function drawnSlots(rows: readonly RowXml[], { firstRow, slots }: Filling): number {
  const looks = (number: number) =>
    rows
      .find((row) => row.number === number)
      ?.cells.filter(({ attributes }) => /\bs="/.test(attributes))
      .map(({ column }) => column)
      .join() ?? ''
  const first = looks(firstRow)
  if (first === '') return 0
  let drawn = 0
  while (drawn < slots && looks(firstRow + drawn) === first) drawn++
  return drawn
}

function readRows(xml: string): RowXml[] {
  let number = 0
  return [...xml.matchAll(ROW)].map(([, , attributes = '', body = '']) => {
    number = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? number + 1)
    let column = -1
    const cells = [...body.matchAll(CELL)].map(([, , own = '', inner = '']) => {
      const at = /\br="([A-Z]+)\d+"/.exec(own)?.[1]
      column = at ? columnIndex(at) : column + 1
      return { column, attributes: own.replace(/\s*\br="[^"]*"/, ''), body: inner }
    })
    return { number, attributes: attributes.replace(/\s*\b(?:r|spans)="[^"]*"/g, ''), cells }
  })
}

function rowXml(row: RowXml, prefix: string): string {
  const cells = row.cells
    .map(({ column, attributes, body }) => {
      const head = `${prefix}c r="${address(row.number, column)}"${attributes}`
      return body === '' ? `<${head}/>` : `<${head}>${body}</${prefix}c>`
    })
    .join('')
  return `<${prefix}row r="${row.number}"${row.attributes}>${cells}</${prefix}row>`
}

const FORMULA = /<((?:\w+:)?)f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1f>)/

/** Shared formulas written out cell by cell, so that rows can move apart. */
function withPlainFormulas(rows: readonly RowXml[]): RowXml[] {
  const masters = new Map<string, { formula: string; row: number; column: number }>()
  for (const row of rows) {
    for (const cell of row.cells) {
      const found = FORMULA.exec(cell.body)
      const shared = found && /\bt="shared"/.test(found[2]!) ? /\bsi="(\d+)"/.exec(found[2]!)?.[1] : undefined
      if (shared !== undefined && found?.[3]) {
        masters.set(shared, { formula: found[3], row: row.number, column: cell.column })
      }
    }
  }
  if (masters.size === 0) return [...rows]
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const found = FORMULA.exec(cell.body)
      const shared = found && /\bt="shared"/.test(found[2]!) ? /\bsi="(\d+)"/.exec(found[2]!)?.[1] : undefined
      const master = shared === undefined ? undefined : masters.get(shared)
      if (!found || !master) return cell
      const formula = moveFormula(master.formula, row.number - master.row, cell.column - master.column)
      return { ...cell, body: cell.body.replace(FORMULA, () => `<${found[1]}f>${formula}</${found[1]}f>`) }
    }),
  }))
}

function mapFormulas(row: RowXml, change: (formula: string) => string): RowXml {
  return {
    ...row,
    cells: row.cells.map((cell) => {
      const found = FORMULA.exec(cell.body)
      if (!found?.[3]) return cell
      const [, prefix, attributes, formula] = found
      const kept = attributes!.replace(
        /(\sref=")([^"]*)"/,
        (_, head: string, ref: string) => `${head}${change(ref)}"`,
      )
      return {
        ...cell,
        body: cell.body.replace(FORMULA, () => `<${prefix}f${kept}>${change(formula!)}</${prefix}f>`),
      }
    }),
  }
}

function moveRow(row: RowXml, by: number): RowXml {
  return { ...row, number: row.number + by }
}

/** An empty row like another: its height and styles, and its formulas for the row that it is now. */
function likeRow(model: RowXml | undefined, number: number, withFormulas: boolean): RowXml {
  if (!model) return { number, attributes: '', cells: [] }
  const cells = model.cells.map(({ column, attributes, body }) => {
    const style = /\ss="\d+"/.exec(attributes)?.[0] ?? ''
    const found = withFormulas ? FORMULA.exec(body) : null
    const formula = found?.[3] ? moveFormula(found[3], number - model.number, 0) : null
    const prefix = found?.[1] ?? ''
    return { column, attributes: style, body: formula === null ? '' : `<${prefix}f>${formula}</${prefix}f>` }
  })
  return { number, attributes: withFormulas ? model.attributes : '', cells }
}

function fillRow(
  row: RowXml | undefined,
  number: number,
  filled: ReadonlyMap<number, FilledCell>,
  isDateStyle: (style: number) => boolean,
): RowXml {
  const cells = new Map((row?.cells ?? []).map((cell) => [cell.column, cell]))
  for (const [column, value] of filled) {
    const style = /\ss="(\d+)"/.exec(cells.get(column)?.attributes ?? '')?.[1]
    cells.set(column, { column, ...contentOf(value, style, isDateStyle) })
  }
  // A height that was set for an empty line would cut a long text.
  const attributes = (row?.attributes ?? '').replace(/\s*\b(?:ht|customHeight)="[^"]*"/g, '')
  return { number, attributes, cells: [...cells.values()].sort((a, b) => a.column - b.column) }
}

function contentOf(
  value: FilledCell,
  style: string | undefined,
  isDateStyle: (style: number) => boolean,
): { attributes: string; body: string } {
  const kept = style === undefined ? '' : ` s="${style}"`
  if ('number' in value) return { attributes: kept, body: `<v>${value.number}</v>` }
  if ('day' in value && isDateStyle(Number(style ?? 0))) {
    return { attributes: kept, body: `<v>${serialOf(value.day)}</v>` }
  }
  const text = 'day' in value ? value.day.split('-').reverse().join('/') : value.text
  if (text === '') return { attributes: kept, body: '' }
  return {
    attributes: `${kept} t="inlineStr"`,
    body: `<is><t xml:space="preserve">${xmlText(text)}</t></is>`,
  }
}

/** Excel's number of a day: days since 30/12/1899. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}
