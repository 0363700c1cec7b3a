// The dry run of one sheet: every row under the header is new, changed, the same, parked with its reasons, or skipped with
// one. It saves nothing. An empty cell never clears what a record holds; a bad row never stops a good one.
import type { DryRow } from '../ipc/contract.ts'
import type { ImportCounts } from '../ipc/parts.ts'
import type { Field, FieldId, Register, Values } from '../registers/define.ts'
import { fieldOf } from '../registers/define.ts'
import { matchKeyOf } from '../registers/matchKey.ts'
import type { Result } from '../result.ts'
import { type CellProblem, cellProblem, NOTICES } from './cellProblem.ts'
import { FillDown } from './fillDown.ts'
import { findHeader, type Header, headerAt } from './findHeader.ts'
import { type ImportLookup, NO_RECORDS } from './ImportLookup.ts'
import { CARRIED_REASON, joinCarried } from './joinCarried.ts'
import { isMark, type ParsedCell, parseCell } from './parseCell.ts'
import { findGrouping } from './parseInteger.ts'
import type { SheetPlan, SkippedRow } from './plan.ts'
import { ID_FIELD, knowsHeading, proposeColumns, type RememberedMapping } from './proposeColumns.ts'
import { rowJudge, SKIP_REASONS } from './rowKind.ts'
import { sameValue } from './sameValue.ts'
import { address, type Cell, cellText, type Sheet, type SheetRow } from './workbook.ts'

export type PlanOptions = {
  readonly sheet: Sheet
  readonly register: Register
  /** As pointed to by hand, 1-based; else found. */
  readonly headerRows?: readonly [number, number]
  /** Field by 0-based column, as corrected by hand; null leaves the column out. */
  readonly mapping?: Readonly<Record<string, FieldId | null>>
  readonly remembered?: RememberedMapping
  readonly lookup?: ImportLookup
  /** Who imports: an office's file never writes what only the province may. */
  readonly writer?: 'office' | 'province'
}

export const NO_COUNTS: ImportCounts = { new: 0, changed: 0, same: 0, parked: 0, skipped: 0 }

/** Blank stretches longer than this are told as one skipped entry instead of one a row. */
const LONG_GAP = 500

export function planSheet(options: PlanOptions): { readonly plan: SheetPlan; readonly counts: ImportCounts } {
  const { register } = options
  const header = options.headerRows
    ? headerAt(options.sheet, options.headerRows[0], options.headerRows[1])
    : findHeader(options.sheet, knowsHeading(register))
  if (!header) {
    return {
      plan: { name: options.sheet.name, headerRows: null, columns: [], rows: [], skipped: [] },
      counts: NO_COUNTS,
    }
  }
  const columns = mapColumns(options, header)
  const idColumn = columns.find((c) => c.field === ID_FIELD)?.index ?? null
  const { sheet, carried } = joinCarried(options.sheet, header.rows[1], idColumn)
  const reader = new RowReader({ ...options, sheet }, header, columns)
  const rows: DryRow[] = []
  const skipped: SkippedRow[] = []
  const counts: ImportCounts = { ...NO_COUNTS }
  let next = header.rows[1] + 1
  for (const row of sheet.rows) {
    if (row.row <= header.rows[1]) continue
    if (row.row > next) counts.skipped += addBlank(skipped, next, row.row - 1)
    next = row.row + 1
    if (carried.has(row.row)) {
      skipped.push({ row: row.row, reason: CARRIED_REASON })
      counts.skipped++
      continue
    }
    const kind = reader.judge(row)
    if (kind !== 'record') {
      skipped.push({ row: row.row, reason: SKIP_REASONS[kind] })
      counts.skipped++
      continue
    }
    const read = reader.read(row)
    rows.push(read)
    counts[read.status]++
    if (read.proposal) counts.proposed = (counts.proposed ?? 0) + 1
  }
  return { plan: { name: sheet.name, headerRows: header.rows, columns, rows, skipped }, counts }
}

function addBlank(skipped: SkippedRow[], first: number, last: number): number {
  if (last - first + 1 > LONG_GAP) {
    skipped.push({ row: first, reason: `${SKIP_REASONS.blank} (đến dòng ${last})` })
  } else for (let row = first; row <= last; row++) skipped.push({ row, reason: SKIP_REASONS.blank })
  return last - first + 1
}

type Column = SheetPlan['columns'][number]

/** Proposals, with the officer's corrections in their place; a field chosen by hand leaves its proposed column. */
function mapColumns(options: PlanOptions, header: Header): Column[] {
  const { register, mapping = {} } = options
  const fields = register.fields.filter((f) => f.writer === 'office' || options.writer === 'province')
  const proposed = proposeColumns(register, header.headers, {
    leaves: header.leaves,
    fields,
    ...(options.remembered ? { remembered: options.remembered } : {}),
  })
  const chosen = new Map<number, FieldId | null>()
  for (const [key, field] of Object.entries(mapping)) {
    const known = field === null || field === ID_FIELD || fields.some((f) => f.id === field)
    if (known) chosen.set(Number(key), field)
  }
  const byHand = new Set([...chosen.values()].filter((field) => field !== null))
  return proposed.map((column) => {
    if (chosen.has(column.index)) return { ...column, field: chosen.get(column.index)!, confidence: 1 }
    return column.field && byHand.has(column.field) ? { ...column, field: null, confidence: 0 } : column
  })
}

type MappedColumn = {
  readonly index: number
  readonly field: Field
  readonly hasNote: boolean
  readonly grouping: ReturnType<typeof findGrouping>
  /** Every filled cell is a mark like "x": an empty one then means no. */
  readonly marks: boolean
  readonly memo: Map<string, Result<ParsedCell, CellProblem>> | null
}

type DryValues = DryRow['values']

class RowReader {
  readonly judge: ReturnType<typeof rowJudge>
  readonly #register: Register
  readonly #lookup: ImportLookup
  readonly #columns: readonly MappedColumn[]
  readonly #idColumn: number | null
  readonly #nameColumn: number | null
  readonly #fill: FillDown
  /** First row of the file that a key or a record was met in. */
  readonly #keys = new Map<string, number>()

  constructor(options: PlanOptions, header: Header, columns: readonly Column[]) {
    this.#register = options.register
    this.#lookup = options.lookup ?? NO_RECORDS
    const under = options.sheet.rows.filter((row) => row.row > header.rows[1])
    const mapped = columns.filter((c) => c.field !== null && c.field !== ID_FIELD)
    this.#columns = mapped.map((c) => mappedColumn(options.register, c.index, c.field!, under))
    this.#idColumn = columns.find((c) => c.field === ID_FIELD)?.index ?? null
    this.#nameColumn = mapped.find((c) => c.field === options.register.nameField)?.index ?? null
    this.judge = rowJudge(
      options.sheet,
      header,
      mapped.map((c) => c.index),
    )
    this.#fill = new FillDown(options.sheet, header, this.#columns, this.#nameColumn, under)
  }

  read(row: SheetRow): DryRow {
    const values: DryValues = {}
    const problems: DryRow['problems'] = []
    for (const column of this.#columns) {
      const filled = this.#fill.cellAt(row, column.index)
      if (filled.from)
        problems.push({
          cell: address(row.row, column.index),
          field: column.field.id,
          ...cellProblem('filled-down', { from: filled.from }),
        })
      const read = this.#parse(column, filled.cell)
      if (!read.ok) {
        problems.push({ cell: address(row.row, column.index), field: column.field.id, ...read.error })
        continue
      }
      if (read.value.value === null) continue
      values[column.field.id] = read.value.value as DryValues[string]
      const note = `${column.field.id}Note`
      if (read.value.note && values[note] === undefined) values[note] = read.value.note
    }
    if (
      values[this.#register.nameField] === undefined &&
      !problems.some((p) => this.#isNameCell(p.cell, row))
    ) {
      const label = fieldOf(this.#register, this.#register.nameField).label.vi
      problems.push({
        cell: address(row.row, this.#nameColumn ?? 0),
        field: this.#register.nameField,
        ...cellProblem('name-missing', { label }),
      })
    }
    return this.#settle(row, values, problems)
  }

  #isNameCell(cell: string, row: SheetRow): boolean {
    return this.#nameColumn !== null && cell === address(row.row, this.#nameColumn)
  }

  #parse(column: MappedColumn, cell: Cell): Result<ParsedCell, CellProblem> {
    if (cell === null && !column.marks) return EMPTY
    const text = column.memo && typeof cell === 'string' ? cell : null
    const known = text === null ? undefined : column.memo!.get(text)
    if (known) return known
    const lookup = this.#lookup
    const read = parseCell(column.field, cell, {
      resolve: (target, name) => lookup.resolve(target, name),
      grouping: column.grouping,
      hasNote: column.hasNote,
    })
    if (text !== null && column.memo!.size < 20_000) column.memo!.set(text, read)
    return read
  }

  /** Finds the row's record and says what the row would do to it. */
  #settle(row: SheetRow, values: DryValues, problems: DryRow['problems']): DryRow {
    const nameCell = address(row.row, this.#nameColumn ?? 0)
    const park = (rule: Parameters<typeof cellProblem>[0], args: Record<string, string | number>) =>
      problems.push({ cell: nameCell, field: this.#register.nameField, ...cellProblem(rule, args) })
    const found = this.#findRecord(row, values)
    if (found.count > 1)
      park('match-ambiguous', { count: found.count, text: String(values[this.#register.nameField]) })
    if (found.deleted) park('match-deleted', {})
    const keys = [found.id ? `#${found.id}` : '', matchKeyOf(this.#register, values)].filter((k) => k)
    const earlier = keys.map((key) => this.#keys.get(key)).find((r) => r !== undefined)
    if (earlier !== undefined) park('duplicate-in-file', { row: earlier })
    else if (problems.every((p) => NOTICES.has(p.rule))) for (const key of keys) this.#keys.set(key, row.row)
    if (problems.some((p) => !NOTICES.has(p.rule))) {
      return { row: row.row, status: 'parked', values, problems, recordId: found.id }
    }
    if (!found.id || !found.values) {
      return { row: row.row, status: 'new', values: this.#withMarks(row, values), problems, recordId: null }
    }
    const before: DryValues = {}
    for (const [id, value] of Object.entries(values)) {
      if (!sameValue(fieldOf(this.#register, id), found.values[id], value))
        before[id] = (found.values[id] ?? null) as DryValues[string]
    }
    if (Object.keys(before).length === 0)
      return { row: row.row, status: 'same', values, problems, recordId: found.id, before }
    const isProposal = this.#lookup.valuesOf(this.#register, found.id)?.state === 'accepted'
    const changed = { row: row.row, status: 'changed', values, problems, recordId: found.id, before } as const
    return isProposal ? { ...changed, proposal: true } : changed
  }

  #findRecord(
    row: SheetRow,
    values: Values,
  ): { id: string | null; values?: Values; count: number; deleted: boolean } {
    const written = this.#idColumn === null ? '' : cellText(row.cells[this.#idColumn]).trim()
    const own = written === '' ? undefined : this.#lookup.valuesOf(this.#register, written)
    if (own) return { id: written, values: own.values, count: 1, deleted: own.deleted }
    const ids = this.#lookup.findByKey(this.#register, values)
    if (ids.length !== 1) return { id: null, count: ids.length, deleted: false }
    const values_ = this.#lookup.valuesOf(this.#register, ids[0]!)?.values
    return values_
      ? { id: ids[0]!, values: values_, count: 1, deleted: false }
      : { id: null, count: 0, deleted: false }
  }

  /** In a column of "x" marks an empty cell says no, for a record that has no answer yet. */
  #withMarks(row: SheetRow, values: DryValues): DryValues {
    for (const { field, index, marks } of this.#columns) {
      if (marks && values[field.id] === undefined && (row.cells[index] ?? null) === null)
        values[field.id] = false
    }
    return values
  }
}

const EMPTY: Result<ParsedCell, CellProblem> = { ok: true, value: { value: null } }

function mappedColumn(
  register: Register,
  index: number,
  fieldId: FieldId,
  under: readonly SheetRow[],
): MappedColumn {
  const field = fieldOf(register, fieldId)
  const texts = () => under.map((row) => cellText(row.cells[index]).trim()).filter((text) => text !== '')
  const marked = field.type === 'bool' ? texts() : []
  return {
    index,
    field,
    hasNote: register.fields.some((f) => f.id === `${fieldId}Note`),
    grouping: field.type === 'int' ? findGrouping(texts()) : null,
    marks: marked.length > 0 && marked.every(isMark),
    memo: field.type === 'text' || field.type === 'longtext' ? null : new Map(),
  }
}
