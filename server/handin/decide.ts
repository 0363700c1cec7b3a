// What province staff do with a hand-in: pin a remark to a field, accept or return records, accept or return the whole.
// Everything is written on the province's own chain for that office and travels in its replies.
import { and, eq, inArray } from 'drizzle-orm'
import type { Change } from '../../shared/change/change.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffice, type OwnEdit, personOfAccount, writeOwnChanges } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Rows, type Transaction } from '../store/database.ts'
import { type Decision, frozenRecord, type HandinState, handin, type office } from '../store/schema.ts'
import { projectDecisions, projectRemarks } from './projectDecisions.ts'

export type DecideError =
  | { readonly code: 'no-such-handin' }
  | { readonly code: 'no-such-record' }
  | { readonly code: 'no-such-field' }
  | { readonly code: 'handin-superseded' }
  | { readonly code: 'already-decided' }

export type HandinRef = { readonly office: string; readonly handin: string }

type Locked = {
  readonly officeRow: typeof office.$inferSelect
  readonly handinRow: typeof handin.$inferSelect
}

/** Pins a remark to a field of a frozen record, or to the whole record when `field` is null. */
export async function makeRemark(
  province: Province,
  actor: Actor,
  input: HandinRef & { readonly record: string; readonly field: string | null; readonly text: string },
): Promise<Result<null, DecideError>> {
  return inTransaction(province.db, async (tx) => {
    const locked = await lockHandin(tx, input)
    if (!locked.ok) return locked
    const [row] = await frozenRows(tx, input, [input.record])
    if (!row) return err({ code: 'no-such-record' })
    if (input.field !== null && !registerOf(row.register)?.fields.some((f) => f.id === input.field))
      return err({ code: 'no-such-field' })
    const at = province.now()
    await writeAndProject(tx, locked.value, actor, at, [
      {
        id: null,
        register: 'remark',
        set: {
          handin: input.handin,
          record: input.record,
          register: row.register,
          field: input.field ?? '',
          text: input.text,
          by: actor.name,
          at,
        },
      },
    ])
    await writeAudit(tx, actor, at, {
      act: 'remark-made',
      office: input.office,
      subject: input.handin,
      detail: { record: input.record, field: input.field },
    })
    return ok(null)
  })
}

/** Accepts or returns some records; the hand-in follows once every record is decided, or one is returned. */
export async function decideRecords(
  province: Province,
  actor: Actor,
  input: HandinRef & {
    readonly records: readonly string[]
    readonly decision: Decision
    readonly reason: string
  },
): Promise<Result<{ state: HandinState }, DecideError>> {
  return inTransaction(province.db, async (tx) => {
    const locked = await lockHandin(tx, input)
    if (!locked.ok) return locked
    const wanted = [...new Set(input.records)]
    const rows = await frozenRows(tx, input, wanted)
    if (rows.length !== wanted.length) return err({ code: 'no-such-record' })
    const at = province.now()
    await writeAndProject(tx, locked.value, actor, at, reviews(input, rows, actor, at))
    const state = await stateFromRecords(tx, input, locked.value.handinRow.register)
    if (state !== locked.value.handinRow.state)
      await writeState(tx, locked.value, actor, at, { state, reason: input.reason })
    await writeAudit(tx, actor, at, {
      act: input.decision === 'accept' ? 'record-accepted' : 'record-returned',
      office: input.office,
      subject: input.handin,
      detail: { records: rows.length },
    })
    return ok({ state })
  })
}

/**
 * Accepts or returns a whole hand-in: every record that is not decided yet goes with it. Records returned before stay
 * returned, so that a hand-in with one of them cannot be accepted as a whole without deciding it again.
 */
export async function decideHandin(
  province: Province,
  actor: Actor,
  input: HandinRef & { readonly decision: Decision; readonly reason: string },
): Promise<Result<{ state: HandinState }, DecideError>> {
  return inTransaction(province.db, async (tx) => {
    const locked = await lockHandin(tx, input)
    if (!locked.ok) return locked
    const state: HandinState = input.decision === 'accept' ? 'accepted' : 'returned'
    if (locked.value.handinRow.state === state) return err({ code: 'already-decided' })
    const rows = await frozenRows(tx, input)
    const at = province.now()
    const undecided = rowsToDecide(rows, input.decision)
    await writeAndProject(tx, locked.value, actor, at, reviews(input, undecided, actor, at))
    await writeState(tx, locked.value, actor, at, { state, reason: input.reason })
    await writeAudit(tx, actor, at, {
      act: input.decision === 'accept' ? 'handin-accepted' : 'handin-returned',
      office: input.office,
      subject: input.handin,
      detail: { records: undecided.length },
    })
    return ok({ state })
  })
}

type Decided = { readonly decision: Decision | null; readonly recordId: string; readonly register: string }

function rowsToDecide(rows: readonly Decided[], decision: Decision): readonly Decided[] {
  if (decision === 'accept') return rows.filter((r) => r.decision !== 'accept')
  const open = rows.filter((r) => r.decision === null)
  // One that was accepted and opened again is returned as a whole: nothing in it stays accepted.
  return open.length > 0 || rows.some((r) => r.decision === 'return') ? open : rows
}

/**
 * Takes the decision on a whole hand-in back: it waits again, its records as they were decided until then. The office
 * reads why. What was decided and taken back stays in the chain and in the audit trail.
 */
export async function reopenHandin(
  province: Province,
  actor: Actor,
  input: HandinRef & { readonly reason: string },
): Promise<Result<null, DecideError>> {
  return inTransaction(province.db, async (tx) => {
    const locked = await lockHandin(tx, input)
    if (!locked.ok) return locked
    if (locked.value.handinRow.state === 'received') return err({ code: 'already-decided' })
    const at = province.now()
    await writeState(tx, locked.value, actor, at, { state: 'received', reason: input.reason })
    await writeAudit(tx, actor, at, { act: 'handin-reopened', office: input.office, subject: input.handin })
    return ok(null)
  })
}

async function lockHandin(tx: Transaction, ref: HandinRef): Promise<Result<Locked, DecideError>> {
  const officeRow = await lockOffice(tx, ref.office)
  if (!officeRow) return err({ code: 'no-such-handin' })
  const [handinRow] = await tx
    .select()
    .from(handin)
    .where(and(eq(handin.office, ref.office), eq(handin.id, ref.handin)))
  if (!handinRow) return err({ code: 'no-such-handin' })
  const later = await tx
    .select({ id: handin.id, seq: handin.seq, receivedAt: handin.receivedAt, device: handin.device })
    .from(handin)
    .where(
      and(
        eq(handin.office, ref.office),
        eq(handin.register, handinRow.register),
        eq(handin.period, handinRow.period),
      ),
    )
  const isSuperseded = later.some((h) => isLater(h, handinRow))
  return isSuperseded ? err({ code: 'handin-superseded' }) : ok({ officeRow, handinRow })
}

type Placed = { readonly receivedAt: number; readonly device: string; readonly seq: number }

/** Whether `a` came after `b`: by the province's clock, within one bundle by the device's order. */
export function isLater(a: Placed, b: Placed): boolean {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt > b.receivedAt
  return a.device === b.device ? a.seq > b.seq : a.device > b.device
}

async function frozenRows(rows: Rows, ref: HandinRef, ids?: readonly string[]) {
  return rows
    .select({
      recordId: frozenRecord.recordId,
      register: frozenRecord.register,
      decision: frozenRecord.decision,
    })
    .from(frozenRecord)
    .where(
      and(
        eq(frozenRecord.office, ref.office),
        eq(frozenRecord.handin, ref.handin),
        ids ? inArray(frozenRecord.recordId, [...ids]) : undefined,
      ),
    )
}

function reviews(
  input: HandinRef & { readonly decision: Decision; readonly reason: string },
  rows: readonly { readonly recordId: string; readonly register: string }[],
  actor: Actor,
  at: number,
): OwnEdit[] {
  return rows.map((row) => ({
    id: null,
    register: 'review',
    set: {
      handin: input.handin,
      record: row.recordId,
      register: row.register,
      decision: input.decision,
      reason: input.reason,
      at,
      by: actor.name,
    },
  }))
}

/** Where the list's own records put it; what hangs under a record (its items) is decided with that record. */
async function stateFromRecords(tx: Transaction, ref: HandinRef, register: string): Promise<HandinState> {
  const rows = (await frozenRows(tx, ref)).filter((r) => r.register === register || r.decision === 'return')
  if (rows.some((r) => r.decision === 'return')) return 'returned'
  return rows.every((r) => r.decision === 'accept') ? 'accepted' : 'received'
}

async function writeState(
  tx: Transaction,
  locked: Locked,
  actor: Actor,
  at: number,
  { state, reason }: { readonly state: HandinState; readonly reason: string },
): Promise<void> {
  // The chain moved on since the lock was taken: its row is read again.
  const officeRow = await lockOffice(tx, locked.officeRow.id)
  if (!officeRow) throw new Error('a locked office is gone')
  const set = { state, decidedAt: at, decidedBy: actor.name, reason: reason || null }
  await writeAndProject(tx, { ...locked, officeRow }, actor, at, [
    { id: locked.handinRow.id, register: 'handin', set },
  ])
}

async function writeAndProject(
  tx: Transaction,
  { officeRow }: Locked,
  actor: Actor,
  at: number,
  edits: readonly OwnEdit[],
): Promise<readonly Change[]> {
  if (edits.length === 0) return []
  const changes = await writeOwnChanges(tx, officeRow, personOfAccount(actor.account), at, edits)
  await projectRemarks(tx, officeRow.id, changes)
  await projectDecisions(tx, officeRow.id, changes)
  return changes
}
