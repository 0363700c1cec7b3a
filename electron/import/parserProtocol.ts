// What the core and the parser's process say to each other.
import type { Sheet, SheetRow } from '../../shared/excel/workbook.ts'
import type { Inspected } from './inspectFile.ts'
import type { ImportLimits, WorkbookRefusal } from './limits.ts'

export type ParserJob = {
  readonly bytes: Uint8Array
  readonly inspected: Inspected
  readonly limits: ImportLimits
}

/** Sheets come as their frame followed by their rows in chunks, so that the core can show how far it is. */
export type ParserMessage =
  | { readonly type: 'sheet'; readonly sheet: Omit<Sheet, 'rows'>; readonly rowCount: number }
  | { readonly type: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly refusal: WorkbookRefusal }

/** Written to standard error just before the watchdog ends the process. */
export const MEMORY_MARK = 'parser: memory limit'
