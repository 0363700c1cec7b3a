// What entering an Excel list for an office would do, worked out and not done: which rows are new, changed or the same,
// which cannot be read, and which records of earlier entries the file does not hold. It looks only at what the province
// itself entered. A record that an unread row may stand for is never among those that can be removed.
import { createHash } from 'node:crypto'
import { fitSheets } from '../../shared/excel/chooseSheet.ts'
import { indexedLookup, type LookupRecord } from '../../shared/excel/ImportLookup.ts'
import type { SheetPlan } from '../../shared/excel/plan.ts'
import { planSheet } from '../../shared/excel/planSheet.ts'
import { SURE_FROM } from '../../shared/excel/proposeColumns.ts'
import type { Workbook } from '../../shared/excel/workbook.ts'
import type { DryRow } from '../../shared/ipc/contract.ts'
import type { ImportCounts } from '../../shared/ipc/parts.ts'
import type { FieldId, Register, Values } from '../../shared/registers/define.ts'
import { matchKeyPart } from '../../shared/registers/matchKey.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isValueOf } from '../intake/judgeChange.ts'

export type OwnRecord = LookupRecord & { readonly register: string; readonly name: string }

export type EntryChoice = {
  /** By name; absent: the one that fits best. */
  readonly sheet?: string
  /** Field by 0-based column, as chosen by hand; absent: as proposed. */
  readonly mapping?: Readonly<Record<string, FieldId | null>>
}

export type EntryPlan = {
  readonly register: string
  readonly sheets: readonly string[]
  readonly plan: SheetPlan
  readonly counts: ImportCounts
  /** Records of earlier entries that the file does not hold: kept unless removal is asked for. */
  readonly missing: readonly OwnRecord[]
  /** Records that a row which could not be read may stand for: kept whatever is asked for. */
  readonly waiting: readonly OwnRecord[]
  /** The column of names is a guess: nothing is entered before a person has said which it is. */
  readonly isWeak: boolean
  /** Names this very plan: what is entered is what was shown, or nothing. */
  readonly digest: string
}

export type PlanError =
  | { readonly code: 'import-no-sheet'; readonly args: { readonly sheet: string; readonly sheets: string } }
  | { readonly code: 'import-no-header' }

/**
 * @param before live records that the province entered for the office, of the register and of those it may refer to
 */
export function planEntry(
  workbook: Workbook,
  register: Register,
  before: readonly OwnRecord[],
  choice: EntryChoice,
): Result<EntryPlan, PlanError> {
  const sheets = workbook.sheets.map((s) => s.name)
  const fits = fitSheets(workbook, register)
  const best = Math.max(0, ...fits.map((f) => f.fit))
  const chosen =
    choice.sheet === undefined
      ? (fits.find((f) => f.fit === best && f.header) ?? fits.find((f) => f.header))
      : fits.find((f) => f.sheet.name === choice.sheet)
  if (!chosen && choice.sheet !== undefined)
    return err({ code: 'import-no-sheet', args: { sheet: choice.sheet, sheets: sheets.join(', ') } })
  if (!chosen?.header) return err({ code: 'import-no-header' })
  const planned = planSheet({
    sheet: chosen.sheet,
    register,
    headerRows: chosen.header.rows,
    lookup: lookupIn(before),
    writer: 'province',
    ...(choice.mapping ? { mapping: choice.mapping } : {}),
  })
  const plan = { ...planned.plan, rows: planned.plan.rows.map((row) => parkUnfit(row, register)) }
  const ours = before.filter((r) => r.register === register.id)
  const { missing, waiting } = notInFile(register, ours, plan.rows)
  const named = plan.columns.find((c) => c.field === register.nameField)
  const counts = { ...planned.counts, ...countRows(plan.rows) }
  const core = { register: register.id, sheets, plan, counts, missing, waiting }
  return ok({
    ...core,
    isWeak: !named || named.confidence < SURE_FROM,
    digest: digestOf(register, plan, missing),
  })
}

/** Nothing is found that the province did not enter itself: a draft of the office stays unseen. */
function lookupIn(before: readonly OwnRecord[]) {
  const byId = new Map(before.map((r) => [r.id, r]))
  return indexedLookup(
    (register) => before.filter((r) => r.register === register),
    (id) => {
      const found = byId.get(id)
      return found && { register: found.register, values: found.values, deleted: false }
    },
    (register) => registerOf(register)?.nameField,
  )
}

/** A value that no device could send either is a problem of its row like another, and said. */
function parkUnfit(row: DryRow, register: Register): DryRow {
  if (row.status === 'parked') return row
  const unfit = Object.entries(row.values).filter(([id, value]) => {
    const field = register.fields.find((f) => f.id === id)
    return !field || !isValueOf(field, value)
  })
  if (unfit.length === 0) return row
  const problems = unfit.map(([id]) => ({
    cell: String(row.row),
    field: id,
    rule: 'unfit-value',
    message: `Giá trị của “${register.fields.find((f) => f.id === id)?.label.vi ?? id}” quá dài hoặc không hợp lệ.`,
  }))
  return { ...row, status: 'parked', problems: [...row.problems, ...problems] }
}

function countRows(rows: readonly DryRow[]) {
  const counts = { new: 0, changed: 0, same: 0, parked: 0 }
  for (const { status } of rows) counts[status]++
  return counts
}

function notInFile(register: Register, ours: readonly OwnRecord[], rows: readonly DryRow[]) {
  const held = new Set(rows.map((row) => row.recordId).filter((id) => typeof id === 'string'))
  const unread = rows.filter((row) => row.status === 'parked').map((row) => row.values as Values)
  const gone = ours.filter((r) => !held.has(r.id))
  const waiting = gone.filter((r) => unread.some((values) => mayBe(register, r.values, values)))
  const kept = new Set(waiting)
  return { missing: gone.filter((r) => !kept.has(r)), waiting }
}

/** No part of the match key that the row does tell says otherwise: a row whose name could not be read may be any. */
function mayBe(register: Register, record: Values, row: Values): boolean {
  return register.matchKey.every((id) => {
    const [a, b] = [matchKeyPart(record[id]), matchKeyPart(row[id])]
    return a === '' || b === '' || a === b
  })
}

function digestOf(register: Register, plan: SheetPlan, missing: readonly OwnRecord[]): string {
  const said = {
    register: register.id,
    sheet: plan.name,
    columns: plan.columns.map((c) => c.field),
    rows: plan.rows.map(({ row, status, values, recordId, before }) => [
      row,
      status,
      values,
      recordId,
      before,
    ]),
    missing: missing.map((r) => r.id),
  }
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
