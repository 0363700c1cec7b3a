// Several tables on the columns of one sheet: the grid has an edge wherever a table has one, and a table's cell is joined
// over the grid's columns that lie inside it.
import type { PaperTable } from './paper.ts'
import type { Row } from './sheetXml.ts'

/** Edges nearer than this are one. */
const NEAR_PX = 4

/** Widths of the grid's columns; without tables so many equal ones. */
export function gridOf(tables: readonly PaperTable[], roomPx: number, plainColumns: number): number[] {
  if (tables.length === 0) return Array<number>(plainColumns).fill(Math.floor(roomPx / plainColumns))
  const edges = tables.flatMap((table) => edgesOf(table)).sort((a, b) => a - b)
  const kept: number[] = []
  let last = 0
  for (const edge of edges) {
    if (edge - last < NEAR_PX) continue
    kept.push(edge - last)
    last = edge
  }
  return kept
}

function edgesOf(table: PaperTable): number[] {
  let edge = 0
  return table.columns.map((column) => {
    edge += column.widthPx
    return edge
  })
}

/** Puts a table's rows on the grid. */
export function onGrid(table: PaperTable, widthsPx: readonly number[]): (row: Row) => Row {
  const ends = edgesOf(table)
  const lastOf = ends.map((end) => nearest(widthsPx, end))
  const cells = lastOf.map((to, i) => ({ from: i === 0 ? 0 : lastOf[i - 1]! + 1, to }))
  return (row) => {
    const values = widthsPx.map((): Row['values'][number] => null)
    const styles = widthsPx.map((): Row['styles'][number] => undefined)
    for (const [i, { from, to }] of cells.entries()) {
      values[from] = row.values[i] ?? null
      for (let column = from; column <= to; column++) styles[column] = row.styles[i]
    }
    const joined = row.merges ?? cells.map((_, i) => ({ from: i, to: i }))
    const merges = joined.map((m) => ({ ...m, from: cells[m.from]!.from, to: cells[m.to]!.to }))
    return { ...row, values, styles, merges }
  }
}

/** Index of the grid's column that ends where the edge is. */
function nearest(widthsPx: readonly number[], edge: number): number {
  let sum = 0
  let best = 0
  let bestOff = Number.POSITIVE_INFINITY
  for (const [i, width] of widthsPx.entries()) {
    sum += width
    const off = Math.abs(sum - edge)
    if (off < bestOff) {
      best = i
      bestOff = off
    }
  }
  return best
}
