// A record too high for one row of a spreadsheet leaves the app as several rows, marked in the hidden id column. Here
// they become one again: each text is put together as it stood, sign for sign, before anything is trimmed.
import { type Cell, cellText, type Sheet, type SheetRow } from './workbook.ts'

/** In the hidden id column of a row that carries on the record above it. */
export const CARRIED_ON = '_tiep'

export const CARRIED_REASON = 'Phần tiếp của dòng trên'

/**
 * The sheet with each carried record in its first row; the rows that carried it on stay, and are named.
 * @param below last header row
 * @param idColumn 0-based column of record ids, or null
 */
export function joinCarried(
  sheet: Sheet,
  below: number,
  idColumn: number | null,
): { sheet: Sheet; carried: ReadonlySet<number> } {
  const carried = new Set<number>()
  const isCarried = (row: SheetRow) =>
    idColumn !== null && row.row > below && row.cells[idColumn] === CARRIED_ON
  if (idColumn === null || !sheet.rows.some(isCarried)) return { sheet, carried }
  const rows: SheetRow[] = []
  let open = -1
  for (const row of sheet.rows) {
    if (isCarried(row) && open >= 0) {
      carried.add(row.row)
      rows[open] = { ...rows[open]!, cells: joinCells(rows[open]!.cells, row.cells, idColumn) }
    } else {
      open = row.row > below ? rows.length : -1
    }
    rows.push(row)
  }
  return { sheet: { ...sheet, rows }, carried }
}

function joinCells(first: readonly Cell[], more: readonly Cell[], idColumn: number): Cell[] {
  const cells: Cell[] = []
  for (let c = 0; c < Math.max(first.length, more.length); c++) {
    const own = first[c] ?? null
    const next = c === idColumn ? null : (more[c] ?? null)
    cells.push(next === null ? own : `${cellText(own)}${cellText(next)}`)
  }
  return cells
}
