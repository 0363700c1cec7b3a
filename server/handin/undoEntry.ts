// Takes the last Excel list that was entered for an office back again: compensating changes on the province's chain set
// every record as it was before, and the hand-in is withdrawn. The chain only grows; who entered and who undid it stay
// in the audit trail.
import { and, desc, eq, lt } from 'drizzle-orm'
import { DELETED } from '../../shared/change/change.ts'
import type { Value, Values } from '../../shared/registers/define.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffice, type OwnEdit, personOfAccount, writeOwnChanges } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Rows, type Transaction } from '../store/database.ts'
import { frozenRecord, handin, ownChange, remark } from '../store/schema.ts'
import type { HandinRef } from './decide.ts'
import { handinFamily, ownContent } from './freezeHandin.ts'
import { projectDecisions } from './projectDecisions.ts'

export type UndoError = {
  readonly code: 'no-such-handin' | 'not-entered' | 'entry-not-last' | 'entry-reviewed'
}

export async function undoEntry(
  province: Province,
  actor: Actor,
  ref: HandinRef,
): Promise<Result<null, UndoError>> {
  return inTransaction(province.db, async (tx) => {
    const officeRow = await lockOffice(tx, ref.office)
    if (!officeRow) return err({ code: 'no-such-handin' })
    const undoable = await checkUndoable(tx, ref)
    if (!undoable.ok) return undoable
    const row = undoable.value
    const first = await firstOfRun(tx, row)
    const was = await ownContent(tx, officeRow, row.register, first)
    const is = await ownContent(tx, officeRow, row.register, officeRow.ownSeq + 1)
    const edits = compensating(was, is)
    // Last, so that the run of edits before the next entry's hand-in ends here.
    edits.push({ id: row.id, register: 'handin', set: { [DELETED]: true } })
    const at = province.now()
    const made = await writeOwnChanges(tx, officeRow, personOfAccount(actor.account), at, edits)
    await projectDecisions(tx, ref.office, made)
    await writeAudit(tx, actor, at, {
      act: 'entry-undone',
      office: ref.office,
      subject: ref.handin,
      detail: { register: row.register, records: edits.length - 1 },
    })
    return ok(null)
  })
}

type HandinRow = typeof handin.$inferSelect

async function checkUndoable(tx: Transaction, ref: HandinRef): Promise<Result<HandinRow, UndoError>> {
  const [row] = await tx
    .select()
    .from(handin)
    .where(and(eq(handin.office, ref.office), eq(handin.id, ref.handin)))
  if (!row) return err({ code: 'no-such-handin' })
  if (!row.byProvince) return err({ code: 'not-entered' })
  const [last] = await tx
    .select({ id: handin.id })
    .from(handin)
    .where(and(eq(handin.office, ref.office), eq(handin.register, row.register), eq(handin.byProvince, true)))
    .orderBy(desc(handin.seq))
    .limit(1)
  if (last?.id !== row.id) return err({ code: 'entry-not-last' })
  return (await isReviewed(tx, row)) ? err({ code: 'entry-reviewed' }) : ok(row)
}

async function isReviewed(tx: Transaction, row: HandinRow): Promise<boolean> {
  if (row.state !== 'received') return true
  const remarks = await tx
    .select({ id: remark.id })
    .from(remark)
    .where(and(eq(remark.office, row.office), eq(remark.handin, row.id)))
    .limit(1)
  const decided = await tx
    .select({ decision: frozenRecord.decision })
    .from(frozenRecord)
    .where(and(eq(frozenRecord.office, row.office), eq(frozenRecord.handin, row.id)))
  return remarks.length > 0 || decided.some((r) => r.decision !== null)
}

/** Sequence of the first change of the entry: the unbroken run of edits of the list just before its hand-in. */
async function firstOfRun(tx: Rows, row: HandinRow): Promise<number> {
  const family = new Set(handinFamily(row.register).map((r) => r.id))
  const earlier = await tx
    .select({ seq: ownChange.seq, register: ownChange.register })
    .from(ownChange)
    .where(and(eq(ownChange.office, row.office), lt(ownChange.seq, row.seq)))
    .orderBy(desc(ownChange.seq))
  const end = earlier.find((c) => !family.has(c.register))
  return (end?.seq ?? 0) + 1
}

type Content = Awaited<ReturnType<typeof ownContent>>

function compensating(was: Content, is: Content): OwnEdit[] {
  const before = new Map(was.map((r) => [r.id, r]))
  const now = new Map(is.map((r) => [r.id, r]))
  const gone = was.filter((r) => !now.has(r.id)).map((r) => edit(r, { ...r.values, [DELETED]: false }))
  const others = is.flatMap((r) => {
    const old = before.get(r.id)
    if (!old) return [edit(r, { [DELETED]: true })]
    const set = differing(old.values, r.values)
    return Object.keys(set).length > 0 ? [edit(r, set)] : []
  })
  return [...gone, ...others]
}

function edit(r: Content[number], set: OwnEdit['set']): OwnEdit {
  return { id: r.id, register: r.register, set }
}

/** What sets the values now back to those before. */
function differing(before: Values, now: Values): Record<string, Value> {
  const set: Record<string, Value> = {}
  for (const id of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const old = before[id] ?? null
    if (JSON.stringify(old) !== JSON.stringify(now[id] ?? null)) set[id] = old
  }
  return set
}
