// From a file to what importing it would do, with nothing saved: what the command line prints and the screen shows.
import { fitSheets } from '../../shared/excel/chooseSheet.ts'
import type { ImportLookup } from '../../shared/excel/ImportLookup.ts'
import type { ImportPlan, SheetPlan } from '../../shared/excel/plan.ts'
import { NO_COUNTS, planSheet } from '../../shared/excel/planSheet.ts'
import type { RememberedMapping } from '../../shared/excel/proposeColumns.ts'
import type { Workbook } from '../../shared/excel/workbook.ts'
import type { ImportCounts } from '../../shared/ipc/parts.ts'
import type { FieldId, Register } from '../../shared/registers/define.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { WorkbookRefusal } from './limits.ts'
import { type ReadOptions, readWorkbook, type WorkbookSource } from './readWorkbook.ts'

export type DryRunRefusal =
  | WorkbookRefusal
  | { readonly code: 'import-no-sheet'; readonly args: { readonly sheet: string; readonly sheets: string } }
  | { readonly code: 'import-no-header'; readonly args?: undefined }

export type DryRunOptions = ReadOptions & {
  readonly register: Register
  /** Only this sheet, by name; else every sheet that fits the register. */
  readonly sheet?: string
  readonly headerRows?: readonly [number, number]
  readonly mapping?: Readonly<Record<string, FieldId | null>>
  readonly remembered?: RememberedMapping
  /** Without one every good row is new. */
  readonly lookup?: ImportLookup
  readonly writer?: 'office' | 'province'
}

/**
 * Reads a file and plans its import.
 * @param source a path, or the whole file's bytes
 * @param name the file's name, for messages
 * @returns the plan, whose counts add up to the rows under the headers, or why the file was refused
 */
export async function dryRun(
  source: WorkbookSource,
  name: string,
  options: DryRunOptions,
): Promise<Result<ImportPlan, DryRunRefusal>> {
  const read = await readWorkbook(source, name, options)
  return read.ok ? planWorkbook(read.value, options) : read
}

/** The same for a workbook that is read already. Sheets that are no list of the register come without rows. */
export function planWorkbook(workbook: Workbook, options: DryRunOptions): Result<ImportPlan, DryRunRefusal> {
  let wanted = options.sheet === undefined ? null : findSheet(workbook, options.sheet)
  if (options.sheet !== undefined && wanted === undefined) {
    const names = workbook.sheets.map((sheet) => sheet.name)
    const listed = names.slice(0, 10).join(', ') + (names.length > 10 ? '…' : '')
    return err({ code: 'import-no-sheet', args: { sheet: options.sheet, sheets: listed } })
  }
  const fits = wanted ? [] : fitSheets(workbook, options.register)
  const best = Math.max(0, ...fits.map(({ fit }) => fit))
  // Nothing is surely the list: the first table is planned all the same, so that its columns can be chosen by hand.
  if (!wanted && best === 0) wanted = fits.find(({ header }) => header)?.sheet
  if (!wanted && best === 0) return err({ code: 'import-no-header' })
  const sheets: SheetPlan[] = []
  let counts: ImportCounts = NO_COUNTS
  for (const [i, sheet] of workbook.sheets.entries()) {
    if (wanted && sheet !== wanted) continue
    // A second list in the workbook is taken when it fits nearly as well; a page of instructions is not.
    const fit = fits[i]?.fit ?? 0
    if (!wanted && (fit === 0 || fit < best / 2)) {
      sheets.push({ name: sheet.name, headerRows: null, columns: [], rows: [], skipped: [] })
      continue
    }
    const found = options.headerRows ?? fits[i]?.header?.rows
    const planned = planSheet({ ...options, sheet, ...(found ? { headerRows: found } : {}) })
    sheets.push(planned.plan)
    counts = addCounts(counts, planned.counts)
  }
  if (!sheets.some((sheet) => sheet.headerRows)) return err({ code: 'import-no-header' })
  return ok({ sheets, counts })
}

function findSheet(workbook: Workbook, name: string): Workbook['sheets'][number] | undefined {
  const wanted = name.normalize('NFC').trim()
  return workbook.sheets.find((sheet) => sheet.name.normalize('NFC').trim() === wanted)
}

function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const proposed = (a.proposed ?? 0) + (b.proposed ?? 0)
  return {
    new: a.new + b.new,
    changed: a.changed + b.changed,
    same: a.same + b.same,
    parked: a.parked + b.parked,
    skipped: a.skipped + b.skipped,
    ...(proposed > 0 ? { proposed } : {}),
  }
}
