import { and, eq } from 'drizzle-orm'
import { DELETED } from '../../shared/change/change.ts'
import type { Workbook } from '../../shared/excel/workbook.ts'
import type { Entered, EntryLetter } from '../../shared/http/console.ts'
import type { DryRow } from '../../shared/ipc/contract.ts'
import { fieldOf, type Register, type Value, type Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffice, type OwnEdit } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Transaction } from '../store/database.ts'
import { device, type office } from '../store/schema.ts'
import { handinFamily, ownContent } from './freezeHandin.ts'
import { type EntryChoice, type EntryPlan, planEntry } from './planEntry.ts'
import { readUpload, type UploadError } from './readUpload.ts'
import { writeEntry } from './writeEntry.ts'

export type EnterInput = EntryChoice & {
  readonly office: string
  readonly register: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

export type EnterCommit = {
  readonly period: string
  /** Of the plan that was shown. */
  readonly digest: string
  /** Whether records that the file lacks are removed; by default they stay. */
  readonly removeMissing: boolean
  /** What is known of the letter that the list came with; absent: nothing. */
  readonly letter?: EntryLetter
}

const NO_LETTER: EntryLetter = { number: '', signedOn: null, signerName: '', way: null }

type OfficeRow = typeof office.$inferSelect

/** Reads the file and says what entering it would do. Nothing is written. */
export async function planForOffice(
  province: Province,
  input: EnterInput,
): Promise<Result<EntryPlan, UploadError>> {
  const read = await readList(input)
  if (!read.ok) return read
  return inTransaction(province.db, async (tx) => {
    const found = await enterable(tx, input.office)
    return found.ok ? planIn(tx, found.value, read.value, input) : found
  })
}

/** Writes the plan with that digest and hands it in; another plan than the one shown is refused. */
export async function enterForOffice(
  province: Province,
  actor: Actor,
  input: EnterInput & EnterCommit,
): Promise<Result<Entered, UploadError>> {
  const read = await readList(input)
  if (!read.ok) return read
  const { register } = read.value
  return inTransaction(province.db, async (tx) => {
    const found = await enterable(tx, input.office)
    if (!found.ok) return found
    const planned = await planIn(tx, found.value, read.value, input)
    if (!planned.ok) return planned
    const { plan, counts, missing, isWeak, digest } = planned.value
    if (digest !== input.digest) return err({ code: 'entry-changed' })
    if (isWeak)
      return err({ code: 'entry-weak', args: { field: fieldOf(register, register.nameField).label.vi } })
    const removed = input.removeMissing ? missing : []
    if (counts.new + counts.changed + counts.same === 0) return err({ code: 'entry-nothing' })
    const edits = [
      ...plan.rows.flatMap((row) => editOf(register, row)),
      ...(await removals(tx, found.value, register, new Set(removed.map((r) => r.id)))),
    ]
    const made = await writeEntry(tx, province, actor, {
      officeRow: found.value,
      register,
      edits,
      nil: false,
      letter: input.letter ?? NO_LETTER,
      set: { period: input.period, note: `Nhập hộ từ tệp ${input.fileName}` },
    })
    await writeAudit(tx, actor, made.at, {
      act: 'handin-entered',
      office: input.office,
      subject: made.handin,
      detail: { register: register.id, ...counts, removed: removed.length },
    })
    return ok({ handin: made.handin, count: made.count, counts, removed: removed.length })
  })
}

type List = { readonly workbook: Workbook; readonly register: Register }

async function readList(input: EnterInput): Promise<Result<List, UploadError>> {
  const register = registerOf(input.register)
  if (!register || register.system || register.parent) return err({ code: 'unknown-register' })
  const read = await readUpload(input.bytes, input.fileName)
  return read.ok ? ok({ workbook: read.value, register }) : read
}

/** The office, locked: it exists and no approved device of its own writes to the same lists. */
export async function enterable(tx: Transaction, officeId: string): Promise<Result<OfficeRow, UploadError>> {
  const officeRow = await lockOffice(tx, officeId)
  if (!officeRow) return err({ code: 'no-such-office' })
  const connected = await tx
    .select({ id: device.id })
    .from(device)
    .where(and(eq(device.office, officeId), eq(device.status, 'approved')))
  return connected.length > 0 ? err({ code: 'office-has-app' }) : ok(officeRow)
}

async function planIn(
  tx: Transaction,
  officeRow: OfficeRow,
  { workbook, register }: List,
  choice: EntryChoice,
): Promise<Result<EntryPlan, UploadError>> {
  const targets = register.fields.flatMap((f) => (f.target ? [f.target] : []))
  const before = []
  for (const id of new Set([register.id, ...targets]))
    before.push(
      ...(await ownContent(tx, officeRow, id, officeRow.ownSeq + 1)).filter((r) => r.register === id),
    )
  return planEntry(workbook, register, before, choice)
}

/** A new record, or what differs in one that is there; an empty cell clears nothing. */
function editOf(register: Register, row: DryRow): OwnEdit[] {
  const values = row.values as Values
  if (row.status === 'new') return [{ id: null, register: register.id, set: values }]
  if (row.status !== 'changed' || !row.recordId) return []
  const set: Record<string, Value> = {}
  for (const id of Object.keys(row.before ?? {})) set[id] = values[id] ?? null
  return [{ id: row.recordId, register: register.id, set }]
}

/** Records to remove, with what hangs on them. */
async function removals(
  tx: Transaction,
  officeRow: OfficeRow,
  register: Register,
  ids: ReadonlySet<string>,
): Promise<OwnEdit[]> {
  if (ids.size === 0) return []
  const content = await ownContent(tx, officeRow, register.id, officeRow.ownSeq + 1)
  const parentField = new Map(handinFamily(register.id).map((r) => [r.id, r.parent?.field]))
  return content.flatMap(({ id, register: own, values }) => {
    const parent = values[parentField.get(own) ?? '']
    const hangs = typeof parent === 'object' && parent && 'id' in parent && ids.has(parent.id ?? '')
    return ids.has(id) || hangs ? [{ id, register: own, set: { [DELETED]: true } }] : []
  })
}
