// One import as the screen lives it: opened, planned (again, after each correction), looked through, then taken in or
// handed back marked. It holds the workbook in memory and saves nothing itself: the caller commits its edits.
import type { Edit, ParkedRow } from '../../db/OfficeStore.ts'
import { cellProblem, NOTICES } from '../../shared/excel/cellProblem.ts'
import { fitSheets, type SheetFit } from '../../shared/excel/chooseSheet.ts'
import { headerAt } from '../../shared/excel/findHeader.ts'
import type { ImportLookup } from '../../shared/excel/ImportLookup.ts'
import type { SheetPlan } from '../../shared/excel/plan.ts'
import { planBlank } from '../../shared/excel/planBlank.ts'
import { NO_COUNTS, planSheet } from '../../shared/excel/planSheet.ts'
import { headerSignature, type RememberedMapping } from '../../shared/excel/proposeColumns.ts'
import { address, cellText, type Workbook } from '../../shared/excel/workbook.ts'
import type { CallOutput, DryRow } from '../../shared/ipc/contract.ts'
import type { ImportCounts } from '../../shared/ipc/parts.ts'
import type { FieldId, Register, Value, Values } from '../../shared/registers/define.ts'
import { fieldOf } from '../../shared/registers/define.ts'
import { displayValue } from '../../shared/registers/displayValue.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { foldKey } from '../../shared/text/fold.ts'
import type { DryRunRefusal } from './dryRun.ts'
import { type FillRefusal, fillWorkbook } from './fillWorkbook.ts'
import type { WorkbookRefusal } from './limits.ts'
import { type MarkedWorkbook, markWorkbook } from './markWorkbook.ts'
import { loadBytes, type ReadOptions, readWorkbook, type WorkbookSource } from './readWorkbook.ts'

/** Where corrected mappings are kept between imports: one entry a register and header. */
export type MappingMemory = {
  get(key: string): RememberedMapping | undefined
  set(key: string, mapping: RememberedMapping): void
}

export type ImportSessionOptions = ReadOptions & {
  readonly register: Register
  readonly lookup: ImportLookup
  readonly memory?: MappingMemory
  readonly writer?: 'office' | 'province'
}

/** One sheet, with what was corrected by hand: header rows, and fields by 0-based column (null leaves the column out). */
export type PlanInput = {
  readonly sheet: string
  readonly headerRows?: readonly [number, number]
  readonly mapping?: Readonly<Record<string, FieldId | null>>
}

/** A filled form, and the headings that no field answered. */
export type FilledForm = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly unanswered: readonly string[]
}

export type RowStatus = DryRow['status'] | 'all'

const PREVIEW_ROWS = 12
const PREVIEW_CHARS = 80

export class ImportSession {
  readonly workbook: Workbook
  readonly register: Register
  readonly #bytes: Buffer
  readonly #options: ImportSessionOptions
  readonly #fits: readonly SheetFit[]
  #plan: SheetPlan | null = null
  #counts: ImportCounts = NO_COUNTS

  private constructor(workbook: Workbook, bytes: Buffer, options: ImportSessionOptions) {
    this.workbook = workbook
    this.register = options.register
    this.#bytes = bytes
    this.#options = options
    this.#fits = fitSheets(workbook, options.register)
  }

  /** Reads the file; the same refusals as readWorkbook. */
  static async open(
    source: WorkbookSource,
    name: string,
    options: ImportSessionOptions,
  ): Promise<Result<ImportSession, WorkbookRefusal>> {
    const loaded = await loadBytes(source, name)
    if (!loaded.ok) return loaded
    const read = await readWorkbook({ bytes: loaded.value }, name, options)
    return read.ok ? ok(new ImportSession(read.value, loaded.value, options)) : read
  }

  /** Sheets with what was found in each, and which one is most likely meant. */
  sheets(): Pick<CallOutput<'import.open'>, 'sheets' | 'best'> {
    const best = this.#fits.reduce((top, fit, i) => (fit.fit > this.#fits[top]!.fit ? i : top), 0)
    const sheets = this.#fits.map(({ sheet, header }) => ({
      name: sheet.name,
      headerRows: header ? ([...header.rows] as [number, number]) : null,
      columns: header ? [...this.#planOf(sheet.name, { headerOnly: true }).plan.columns] : [],
      rowCount: header ? sheet.rows.filter((row) => row.row > header.rows[1]).length : sheet.rows.length,
      preview: sheet.rows
        .slice(0, PREVIEW_ROWS)
        .map((row) => row.cells.slice(0, 40).map((cell) => cellText(cell).slice(0, PREVIEW_CHARS))),
    }))
    const firstUsed = this.#fits.findIndex(({ sheet }) => sheet.rows.length > 0)
    return { sheets, best: this.#fits[best]!.fit > 0 ? best : Math.max(0, firstUsed) }
  }

  /**
   * Plans one sheet; corrections of the mapping are remembered for the next file with this header.
   * @param mapping field by 0-based column; null leaves the column out
   */
  plan(input: PlanInput): Result<CallOutput<'import.plan'>, DryRunRefusal> {
    const sheet = this.workbook.sheets.find((s) => s.name === input.sheet)
    if (!sheet) return err(this.#noSheet(input.sheet))
    const { plan, counts } = this.#planOf(input.sheet, input)
    if (!plan.headerRows) return err({ code: 'import-no-header' })
    this.#plan = plan
    this.#counts = counts
    if (input.mapping && Object.keys(input.mapping).length > 0) this.#remember(plan.columns)
    return ok({
      headerRows: [...plan.headerRows] as [number, number],
      columns: [...plan.columns],
      counts,
      skipped: [...plan.skipped],
    })
  }

  /**
   * The file as a superior's blank form, filled with records; the columns as corrected are remembered.
   * @param records in the order in which they are listed
   * @param officeName put where the form leaves room for it
   */
  fill(
    input: PlanInput,
    records: readonly Values[],
    officeName: string,
  ): Result<FilledForm, FillRefusal | DryRunRefusal> {
    const fit = this.#fits.find(({ sheet }) => sheet.name === input.sheet)
    if (!fit) return err(this.#noSheet(input.sheet))
    if (this.workbook.kind !== 'xlsx') return err({ code: 'blank-not-xlsx' })
    const rows = input.headerRows ?? fit.header?.rows
    const header = rows ? headerAt(fit.sheet, rows[0], rows[1]) : null
    const remembered = header ? this.#options.memory?.get(this.#memoryKey(header.headers)) : undefined
    const plan = planBlank({
      sheet: fit.sheet,
      register: this.register,
      ...(rows ? { headerRows: rows } : {}),
      ...(input.mapping ? { mapping: input.mapping } : {}),
      ...(remembered ? { remembered } : {}),
    })
    if (!plan) return err({ code: 'import-no-header' })
    const filled = fillWorkbook(
      this.#bytes,
      this.workbook.name,
      fit.sheet,
      plan,
      this.register,
      records,
      officeName,
    )
    if (!filled.ok) return filled
    if (input.mapping && Object.keys(input.mapping).length > 0) this.#remember(plan.columns)
    const unanswered = plan.columns
      .filter(
        ({ header: heading, field, index }) => heading !== '' && field === null && index !== plan.ordinal,
      )
      .map(({ header: heading }) => heading)
    return ok({ ...filled.value, unanswered })
  }

  /** A page of the planned rows. */
  rows(status: RowStatus, offset: number, limit: number): CallOutput<'import.rows'> {
    const all = this.#planned().rows
    const wanted = status === 'all' ? all : all.filter((row) => row.status === status)
    return { total: wanted.length, rows: wanted.slice(offset, offset + limit) }
  }

  counts(): ImportCounts {
    return this.#counts
  }

  /** What the good rows do to the store: whole values for new records, only what differs for changed ones. */
  toEdits(): Edit[] {
    const edits: Edit[] = []
    for (const row of this.#planned().rows) {
      if (row.status === 'new') edits.push({ id: null, register: this.register.id, set: row.values })
      if (row.status === 'changed' && !row.proposal) {
        const set: Record<FieldId, Value> = {}
        for (const id of Object.keys(row.before ?? {})) set[id] = row.values[id] ?? null
        edits.push({ id: row.recordId!, register: this.register.id, set })
      }
    }
    return edits
  }

  /** Rows that wait in "Chờ sửa": those with cells to mend, and what is proposed for accepted records. */
  toParked(importId: string): Omit<ParkedRow, 'id'>[] {
    const plan = this.#planned()
    const { name: file } = this.workbook
    return plan.rows
      .filter((row) => row.status === 'parked' || row.proposal)
      .map((row) => ({
        importId,
        register: this.register.id,
        file,
        sheet: plan.name,
        row: row.row,
        ...(row.proposal ? this.#proposed(plan, row) : waiting(row)),
      }))
  }

  /** Only what differs, each field with what it holds and what the file says. */
  #proposed(plan: SheetPlan, row: DryRow): Pick<ParkedRow, 'values' | 'problems'> {
    const before = row.before ?? {}
    const values: Record<FieldId, Value> = {}
    for (const id of Object.keys(before)) values[id] = row.values[id] ?? null
    const problems = Object.keys(before).map((id) => {
      const field = fieldOf(this.register, id)
      const column = plan.columns.find((one) => one.field === id)?.index ?? 0
      const shown = (value: Value | undefined) => displayValue(field, value ?? null, 'vi')
      const args = { label: field.label.vi, before: shown(before[id]), after: shown(values[id]) }
      const problem = cellProblem('accepted-record', args)
      return { cell: address(row.row, column), field: id, recordId: row.recordId!, ...problem }
    })
    return { values, problems }
  }

  /** The workbook with its bad cells marked. */
  marked(): Result<MarkedWorkbook, WorkbookRefusal> {
    const plan = this.#planned()
    const marks = plan.rows
      .filter((row) => row.status === 'parked')
      .flatMap((row) => row.problems.filter((p) => !NOTICES.has(p.rule)))
      .map(({ cell, message }) => ({ sheet: plan.name, cell, message }))
    return markWorkbook(this.#bytes, this.workbook, marks)
  }

  #planned(): SheetPlan {
    if (!this.#plan) throw new Error('an import is planned before it is looked at')
    return this.#plan
  }

  #planOf(
    name: string,
    input: Omit<PlanInput, 'sheet'> & { readonly headerOnly?: boolean },
  ): ReturnType<typeof planSheet> {
    const fit = this.#fits.find(({ sheet }) => sheet.name === name)!
    const rows = input.headerRows ?? fit.header?.rows
    const header = rows ? headerAt(fit.sheet, rows[0], rows[1]) : null
    const remembered = header ? this.#options.memory?.get(this.#memoryKey(header.headers)) : undefined
    return planSheet({
      sheet: input.headerOnly
        ? { ...fit.sheet, rows: fit.sheet.rows.filter((r) => r.row <= (rows?.[1] ?? 0)) }
        : fit.sheet,
      register: this.register,
      lookup: this.#options.lookup,
      ...(rows ? { headerRows: rows } : {}),
      ...(input.mapping ? { mapping: input.mapping } : {}),
      ...(remembered ? { remembered } : {}),
      ...(this.#options.writer ? { writer: this.#options.writer } : {}),
    })
  }

  #memoryKey(headers: readonly string[]): string {
    return `${this.register.id}:${headerSignature(headers)}`
  }

  #noSheet(sheet: string): DryRunRefusal {
    const sheets = this.workbook.sheets.slice(0, 10).map(({ name }) => name)
    return { code: 'import-no-sheet', args: { sheet, sheets: sheets.join(', ') } }
  }

  #remember(columns: SheetPlan['columns']): void {
    const mapping: Record<string, FieldId | null> = {}
    for (const { header, field } of columns) if (header !== '') mapping[foldKey(header)] = field
    this.#options.memory?.set(this.#memoryKey(columns.map((c) => c.header)), mapping)
  }
}

function waiting(row: DryRow): Pick<ParkedRow, 'values' | 'problems'> {
  return { values: row.values, problems: row.problems.filter((problem) => !NOTICES.has(problem.rule)) }
}
