// The province's own changes as the console shows them: remarks, decisions on records, the state of a hand-in. Used when
// they are written and when everything is rebuilt, so that both give the same.
import { and, eq, sql } from 'drizzle-orm'
import { type Change, DELETED } from '../../shared/change/change.ts'
import type { Value } from '../../shared/registers/define.ts'
import type { Rows } from '../store/database.ts'
import { frozenRecord, type HandinState, handin, remark } from '../store/schema.ts'

/** Makes the rows of remarks; they must stand before the hand-in that answers them is frozen. */
export async function projectRemarks(rows: Rows, office: string, changes: readonly Change[]): Promise<void> {
  for (const c of changes) {
    if (c.register !== 'remark' || !c.nonce) continue
    await rows
      .insert(remark)
      .values({
        office,
        id: c.recordId,
        handin: text(c.set.handin),
        recordId: text(c.set.record),
        register: text(c.set.register),
        field: text(c.set.field) || null,
        text: text(c.set.text),
        by: text(c.set.by),
        at: c.at,
      })
      .onConflictDoNothing()
  }
}

/** Marks frozen records and hand-ins as decided. */
export async function projectDecisions(
  rows: Rows,
  office: string,
  changes: readonly Change[],
): Promise<void> {
  for (const c of changes) {
    if (c.register === 'review') await markRecord(rows, office, c)
    if (c.register === 'handin' && c.set[DELETED] === true) await withdraw(rows, office, c.recordId)
    if (c.register === 'handin' && isHandinState(c.set.state)) {
      await rows
        .update(handin)
        .set({
          state: c.set.state,
          decidedAt: c.at,
          decidedBy: text(c.set.decidedBy),
          reason: text(c.set.reason),
        })
        .where(and(eq(handin.office, office), eq(handin.id, c.recordId)))
    }
  }
}

/** An entry that was undone: it is on no screen, its changes stay in the chain. */
async function withdraw(rows: Rows, office: string, id: string): Promise<void> {
  await rows.execute(sql`DELETE FROM frozen_submission s WHERE s.office = ${office} AND s.id =
    (SELECT h.submission FROM handin h WHERE h.office = ${office} AND h.id = ${id} AND h.by_province)`)
  await rows.delete(frozenRecord).where(and(eq(frozenRecord.office, office), eq(frozenRecord.handin, id)))
  await rows.delete(handin).where(and(eq(handin.office, office), eq(handin.id, id)))
}

async function markRecord(rows: Rows, office: string, c: Change): Promise<void> {
  const { decision } = c.set
  if (decision !== 'accept' && decision !== 'return') return
  await rows
    .update(frozenRecord)
    .set({ decision })
    .where(
      and(
        eq(frozenRecord.office, office),
        eq(frozenRecord.handin, text(c.set.handin)),
        eq(frozenRecord.recordId, text(c.set.record)),
      ),
    )
}

function isHandinState(value: Value | undefined): value is HandinState {
  return value === 'received' || value === 'returned' || value === 'accepted'
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
