// What reading a workbook yields, before anything is saved: the same shape for the screen, the command line and tests.
import type { ColumnProposal, DryRow } from '../ipc/contract.ts'
import type { ImportCounts } from '../ipc/parts.ts'

export type SkippedRow = { readonly row: number; readonly reason: string }

export type SheetPlan = {
  readonly name: string
  /** 1-based, as Excel shows them; null when no header row was found. */
  readonly headerRows: readonly [number, number] | null
  readonly columns: readonly ColumnProposal[]
  readonly rows: readonly DryRow[]
  readonly skipped: readonly SkippedRow[]
}

export type ImportPlan = { readonly sheets: readonly SheetPlan[]; readonly counts: ImportCounts }
