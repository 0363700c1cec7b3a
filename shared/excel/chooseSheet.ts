// Which sheet of a workbook is the list that the officer means: the one whose headings are most surely the register's.
import type { Register } from '../registers/define.ts'
import { findHeader, type Header } from './findHeader.ts'
import { ID_FIELD, knowsHeading, proposeColumns } from './proposeColumns.ts'
import type { Sheet, Workbook } from './workbook.ts'

export type SheetFit = { readonly sheet: Sheet; readonly header: Header | null; readonly fit: number }

/** Every sheet with its header and how well it fits, 0 and up; a sheet that cannot be the list has 0. */
export function fitSheets(workbook: Workbook, register: Register): SheetFit[] {
  const knows = knowsHeading(register)
  return workbook.sheets.map((sheet) => {
    const header = sheet.rows.length === 0 ? null : findHeader(sheet, knows)
    return { sheet, header, fit: header ? fitOf(register, sheet, header) : 0 }
  })
}

/** Index of the sheet that fits best; the first one with rows when none fits. */
export function chooseSheet(workbook: Workbook, register: Register): number {
  const fits = fitSheets(workbook, register)
  let best = fits.findIndex(({ sheet }) => sheet.rows.length > 0)
  for (const [i, { fit }] of fits.entries()) if (fit > (fits[best]?.fit ?? 0)) best = i
  return Math.max(best, 0)
}

function fitOf(register: Register, sheet: Sheet, header: Header): number {
  const columns = proposeColumns(register, header.headers, { leaves: header.leaves })
  const mapped = columns.filter((c) => c.field !== null)
  const name = mapped.find((c) => c.field === register.nameField)
  if (!name || !sheet.rows.some((row) => row.row > header.rows[1])) return 0
  const sum = mapped.reduce((total, c) => total + c.confidence, 0)
  const headed = columns.filter((c) => c.header !== '').length
  // A hidden id column is our own mark on the list; a hidden sheet is rarely what is meant.
  const own = mapped.some((c) => c.field === ID_FIELD) ? 2 : 0
  return (sum + name.confidence + own) * (0.5 + mapped.length / (2 * headed)) * (sheet.hidden ? 0.3 : 1)
}
