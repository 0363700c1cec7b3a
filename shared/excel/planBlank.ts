// A superior's own blank workbook, to be filled from a register: which columns take which fields, where the rows go. The
// inverse of planSheet; it finds header and columns the same way and changes nothing.
import type { ColumnProposal } from '../ipc/contract.ts'
import type { FieldId, Register } from '../registers/define.ts'
import { findHeader, type Header, headerAt, isColumnNumberRow, isOrdinalHeading } from './findHeader.ts'
import { isFillIn } from './parseCell.ts'
import { knowsHeading, proposeColumns, type RememberedMapping } from './proposeColumns.ts'
import { type Cell, cellText, type Sheet } from './workbook.ts'

export type BlankPlan = {
  /** First and last header row, 1-based. */
  readonly headerRows: readonly [number, number]
  readonly headers: readonly string[]
  readonly columns: readonly ColumnProposal[]
  /** 0-based column that numbers the rows; null when there is none. */
  readonly ordinal: number | null
  /** First row that takes a record, 1-based. */
  readonly firstRow: number
  /** Rows from there on with nothing but numbers, dots or formulas in them. Which of them are drawn only the file says. */
  readonly slots: number
}

/**
 * @param input.mapping field by 0-based column, as corrected by hand; null leaves the column empty
 * @param input.remembered fields by folded heading, from the last time this form was filled
 * @returns null when the sheet has no header
 */
export function planBlank(input: {
  readonly sheet: Sheet
  readonly register: Register
  readonly headerRows?: readonly [number, number]
  readonly mapping?: Readonly<Record<string, FieldId | null>>
  readonly remembered?: RememberedMapping
}): BlankPlan | null {
  const { sheet, register } = input
  const header: Header | null = input.headerRows
    ? headerAt(sheet, input.headerRows[0], input.headerRows[1])
    : findHeader(sheet, knowsHeading(register))
  if (!header) return null
  const proposed = proposeColumns(register, header.headers, {
    leaves: header.leaves,
    ...(input.remembered ? { remembered: input.remembered } : {}),
  })
  const columns = proposed.map((column) => {
    const chosen = input.mapping?.[String(column.index)]
    return chosen === undefined ? column : { ...column, field: chosen, confidence: 1 }
  })
  const ordinal = header.headers.findIndex(isOrdinalHeading)
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  let firstRow = header.rows[1] + 1
  const below = rows.get(firstRow)
  if (below && isColumnNumberRow(below)) firstRow++
  const last = Math.max(firstRow - 1, ...sheet.rows.map((row) => row.row))
  let slots = 0
  for (let r = firstRow; r <= last; r++) {
    const row = rows.get(r)
    // Only its number, dots to write on, or nothing at all: a line that waits for a record.
    const waits =
      !row || row.cells.every((cell, c) => isFormula(cell) || isWaiting(cellText(cell), c === ordinal))
    if (!waits) break
    slots++
  }
  return {
    headerRows: header.rows,
    headers: header.headers,
    columns,
    ordinal: ordinal < 0 ? null : ordinal,
    firstRow,
    slots,
  }
}

function isFormula(cell: Cell | undefined): boolean {
  return (
    typeof cell === 'object' && cell !== null && (cell.k === 'formula' || ('f' in cell && cell.f === true))
  )
}

function isWaiting(text: string, ordinal: boolean): boolean {
  const bare = text.trim()
  return bare === '' || isFillIn(bare) || (ordinal && /^\(?\d{1,4}[.)]?$/.test(bare))
}
