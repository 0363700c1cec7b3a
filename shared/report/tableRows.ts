// The ruled table of a report: headings that repeat on every page, one row a record with its height counted so that
// nothing is cut, records higher than a row can be carried on in further rows, and each record's id in a hidden last
// column, by which the list is read back.
import { CARRIED_ON } from '../excel/joinCarried.ts'
import { ID_HEADING } from '../excel/proposeColumns.ts'
import type { Field } from '../registers/define.ts'
import type { CellStyle } from './cellStyle.ts'
import { CELL_PADDING_PX, FACE_RESERVE } from './columnWidths.ts'
import { countLines, type Face } from './fontMetrics.ts'
import type { CellValue, Row } from './sheetXml.ts'
import { lineHeightPt, textHeightPt } from './spanRow.ts'

export type TableColumn<R> = {
  readonly heading: string
  /** Heading over this column and its neighbours of the same group. */
  readonly group?: string
  readonly field: Field | null
  readonly style: CellStyle
  readonly widthPx: number
  readonly value: (record: R, ordinal: number) => CellValue
}

export type Table<R> = {
  readonly columns: readonly TableColumn<R>[]
  readonly records: Iterable<R>
  readonly idOf: (record: R) => string
  /** A row (1) (2) (3)… under the headings. */
  readonly columnNumbers: boolean
}

export const BODY: Face = { sizePt: 12 }
export const HEAD: Face = { sizePt: 12, bold: true }

const HEAD_STYLE: CellStyle = { ...HEAD, align: 'center', vertical: 'center', wrap: true, border: true }
const NUMBER_STYLE: CellStyle = {
  sizePt: 11,
  italic: true,
  align: 'center',
  vertical: 'center',
  border: true,
}
/** One cell across the table, for a list without records. */
export const NOTHING_STYLE: CellStyle = {
  ...BODY,
  italic: true,
  align: 'center',
  vertical: 'center',
  border: true,
}
const ID_STYLE: CellStyle = { sizePt: 8, color: '808080' }

/** Room above and below a cell's text, in points. */
const ROOM_PT = 4
/** Spreadsheet programs hold no row higher than 409.5 pt. */
const MAX_ROW_PT = 400
/** Lines of a row that carries a high record on: low enough to fill pages. */
const CARRIED_LINES = 12

/** Style of a body cell, by what it holds. */
export function bodyStyle(field: Field | null, centred: boolean): CellStyle {
  const base = { ...BODY, vertical: 'center', wrap: true, border: true } as const
  if (!field) return { ...base, align: 'center' }
  if (field.type === 'int')
    return { ...base, align: centred ? 'center' : 'right', format: field.format === 'year' ? '0' : '#,##0' }
  if (field.type === 'date') return { ...base, align: 'center', format: 'dd/mm/yyyy' }
  if (field.type === 'bool') return { ...base, align: 'center' }
  return { ...base, align: centred ? 'center' : 'left', format: '@' }
}

/** Heading rows, printed at the top of every page: one, or two where columns stand in groups; then their numbers. */
export function headingRows<R>(table: Table<R>): Row[] {
  const { columns } = table
  const styles = [...columns.map(() => HEAD_STYLE), ID_STYLE]
  const heightOf = (c: TableColumn<R>) => textHeightPt(c.heading, c.widthPx, HEAD_STYLE)
  const rows: Row[] = []
  const grouped = columns.some((c) => c.group)
  if (grouped) {
    const groups = groupsOf(columns)
    const topPt =
      Math.max(
        ...groups.map((g) =>
          columns[g.from]!.group ? textHeightPt(columns[g.from]!.group!, g.widthPx, HEAD_STYLE) : 0,
        ),
      ) + ROOM_PT
    const lowPt = Math.max(...columns.filter((c) => c.group).map(heightOf)) + ROOM_PT
    const singlePt = Math.max(0, ...columns.filter((c) => !c.group).map(heightOf)) + ROOM_PT
    rows.push({
      values: [
        ...columns.map((c, i) => (groups.some((g) => g.from === i) ? (c.group ?? c.heading) : null)),
        ID_HEADING,
      ],
      styles,
      heightPt: topPt,
      merges: groups.map((g) => ({ from: g.from, to: g.to, rows: columns[g.from]!.group ? 1 : 2 })),
      printTitle: true,
    })
    rows.push({
      values: columns.map((c) => (c.group ? c.heading : null)),
      styles: styles.slice(0, -1),
      heightPt: Math.max(lowPt, singlePt - topPt),
      printTitle: true,
    })
  } else {
    const heightPt = Math.max(...columns.map(heightOf)) + ROOM_PT
    rows.push({ values: [...columns.map((c) => c.heading), ID_HEADING], styles, heightPt, printTitle: true })
  }
  if (table.columnNumbers) {
    rows.push({
      values: columns.map((_, i) => `(${i + 1})`),
      styles: columns.map(() => NUMBER_STYLE),
      heightPt: 16.5,
      printTitle: true,
    })
  }
  return rows
}

/** Runs of neighbours with one group heading; a column without a group is a run of its own. */
export function groupsOf<R>(
  columns: readonly TableColumn<R>[],
): { from: number; to: number; widthPx: number }[] {
  const groups: { from: number; to: number; widthPx: number }[] = []
  for (const [i, column] of columns.entries()) {
    const last = groups[groups.length - 1]
    if (last && column.group && columns[last.to]!.group === column.group) {
      last.to = i
      last.widthPx += column.widthPx
    } else {
      groups.push({ from: i, to: i, widthPx: column.widthPx })
    }
  }
  return groups
}

/** One row a record, in order; the records are walked once. */
export function* recordRows<R>(table: Table<R>): Generator<Row> {
  const { columns } = table
  const styles = [...columns.map((c) => c.style), ID_STYLE]
  const limits = columns.map((c) => (c.widthPx - CELL_PADDING_PX) * FACE_RESERVE)
  const counters = limits.map((limit, i) => lineCounter(columns[i]!.field, limit))
  const linePt = lineHeightPt(BODY.sizePt)
  let ordinal = 0
  for (const record of table.records) {
    ordinal++
    const values: CellValue[] = []
    let lines = 1
    for (let i = 0; i < columns.length; i++) {
      const value = columns[i]!.value(record, ordinal)
      values.push(value)
      if (typeof value === 'string') lines = Math.max(lines, counters[i]!(value))
    }
    values.push(table.idOf(record))
    const heightPt = lines * linePt + ROOM_PT
    if (heightPt <= MAX_ROW_PT) yield { values, styles, heightPt }
    else yield* carriedRows(values, styles, limits, linePt)
  }
}

const MAX_REMEMBERED = 2_000

/** countLines for one column; where the texts are labels that come again and again, it remembers them. */
function lineCounter(field: Field | null, widthPx: number): (text: string) => number {
  if (field?.type !== 'enum' && field?.type !== 'multi' && field?.type !== 'bool')
    return (text) => countLines(text, widthPx, BODY)
  const known = new Map<string, number>()
  return (text) => {
    let lines = known.get(text)
    if (lines === undefined) {
      lines = countLines(text, widthPx, BODY)
      if (known.size < MAX_REMEMBERED) known.set(text, lines)
    }
    return lines
  }
}

/** The texts of a record cut at blanks into rows of CARRIED_LINES; joined again they are the same, sign for sign. */
function* carriedRows(
  values: readonly CellValue[],
  styles: readonly CellStyle[],
  limits: readonly number[],
  linePt: number,
): Generator<Row> {
  const parts = values.map((value, i) =>
    i < limits.length && typeof value === 'string' ? cutText(value, limits[i]!) : [value],
  )
  const rows = Math.max(...parts.map((p) => p.length))
  for (let n = 0; n < rows; n++) {
    const cells = parts.map((p) => p[n] ?? null)
    if (n > 0) cells[limits.length] = CARRIED_ON
    const lines = Math.max(
      1,
      ...cells.map((cell, i) =>
        i < limits.length && typeof cell === 'string' ? countLines(cell, limits[i]!, BODY) : 1,
      ),
    )
    yield { values: cells, styles, heightPt: lines * linePt + ROOM_PT }
  }
}

/** Cuts a text after a blank or a line's end into pieces of at most CARRIED_LINES lines. */
function cutText(text: string, widthPx: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (countLines(rest.trimEnd(), widthPx, BODY) > CARRIED_LINES) {
    const end = cutAt(rest, widthPx)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest ? [...pieces, rest] : pieces
}

/** The farthest place where the text may be cut so that what stands before it fits in CARRIED_LINES lines. */
function cutAt(text: string, widthPx: number): number {
  // No sign is narrower than a fifth of the size: what is farther away cannot fit.
  const reach = text.slice(0, Math.ceil((CARRIED_LINES * widthPx * 5) / BODY.sizePt) + 1)
  const fits = (end: number) => countLines(reach.slice(0, end).trimEnd(), widthPx, BODY) <= CARRIED_LINES
  const blanks = [...reach.matchAll(/[ \n]/g)].map((match) => match.index + 1)
  let low = 0
  let high = blanks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(blanks[middle]!)) low = middle + 1
    else high = middle
  }
  if (low > 0) return blanks[low - 1]!
  // One word alone is too long: cut it, never inside a sign of two code units.
  let end = Math.min(reach.length, blanks[0] ?? reach.length)
  while (end > 1 && !fits(end)) end = Math.floor(end * 0.8)
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code <= 0xdbff ? end + 1 : end
}
