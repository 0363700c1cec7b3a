// Merged cells hold their value once; the rows below them mean it too. So do the blanks that a merged column leaves when
// its sheet is saved as text, which is told cell by cell.
import type { Field } from '../registers/define.ts'
import type { Header } from './findHeader.ts'
import { address, type Cell, type Sheet, type SheetRow } from './workbook.ts'

/** A column of the sheet and the field that it is mapped to. */
export type FillColumn = { readonly index: number; readonly field: Field }

/** Cells below a merged one take its value; so do the blanks it leaves when the sheet was saved as text. */
export class FillDown {
  readonly #merged = new Map<string, number>()
  readonly #cells = new Map<number, SheetRow>()
  /** Columns of a text file that stood merged, and the last value met. */
  readonly #lost = new Map<number, { row: number; cell: Cell }>()
  readonly #nameColumn: number | null

  constructor(
    sheet: Sheet,
    header: Header,
    columns: readonly FillColumn[],
    nameColumn: number | null,
    under: readonly SheetRow[],
  ) {
    this.#nameColumn = nameColumn
    const mapped = new Set(columns.map((c) => c.index))
    for (const merge of sheet.merges) {
      if (merge.bottom === merge.top || merge.bottom <= header.rows[1] || !mapped.has(merge.left)) continue
      const last = Math.min(merge.bottom, sheet.rows[sheet.rows.length - 1]?.row ?? 0)
      for (let row = merge.top + 1; row <= last; row++) this.#merged.set(address(row, merge.left), merge.top)
    }
    const tops = new Set(this.#merged.values())
    for (const row of sheet.rows) if (tops.has(row.row)) this.#cells.set(row.row, row)
    if (sheet.merges.length === 0) {
      for (const column of columns)
        if (lostItsMerges(column, nameColumn, under)) this.#lost.set(column.index, { row: 0, cell: null })
    }
  }

  cellAt(row: SheetRow, column: number): { cell: Cell; from?: string } {
    const own = row.cells[column] ?? null
    const lost = this.#lost.get(column)
    if (own !== null) {
      if (lost) this.#lost.set(column, { row: row.row, cell: own })
      return { cell: own }
    }
    const top = this.#merged.get(address(row.row, column))
    if (top !== undefined) return { cell: this.#cells.get(top)?.cells[column] ?? null }
    if (
      lost &&
      lost.cell !== null &&
      this.#nameColumn !== null &&
      (row.cells[this.#nameColumn] ?? null) !== null
    ) {
      return { cell: lost.cell, from: address(lost.row, column) }
    }
    return { cell: null }
  }
}

/**
 * A reference column left of the name that is filled in the first row and blank in most others is a merged column saved
 * as text: "Đơn vị chủ trì" once, then its datasets. Told cell by cell, so that it can be undone by hand.
 */
function lostItsMerges(column: FillColumn, nameColumn: number | null, under: readonly SheetRow[]): boolean {
  if (nameColumn === null || column.index >= nameColumn || column.field.type !== 'ref') return false
  const named = under.filter((row) => (row.cells[nameColumn] ?? null) !== null)
  const filled = named.filter((row) => (row.cells[column.index] ?? null) !== null).length
  return named.length >= 2 && (named[0]!.cells[column.index] ?? null) !== null && filled * 2 <= named.length
}
