// What the province writes to an office: decisions, remarks, codes, records entered for it. Each office has a chain of
// its own, append-only, under the same merge as its devices; it travels in that office's replies.
import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Change, ChangeRef } from '../../shared/change/change.ts'
import { basesFor } from '../../shared/change/merge.ts'
import { recordId } from '../../shared/change/recordId.ts'
import type { FieldId, RegisterId, Value } from '../../shared/registers/define.ts'
import type { Rows } from '../store/database.ts'
import { office, ownChange, record } from '../store/schema.ts'
import { basesToText, batches, textToBases } from './changeRows.ts'
import { projectRecords } from './projectRecords.ts'

export type OwnEdit = {
  /** null creates a record. */
  readonly id: string | null
  readonly register: RegisterId
  readonly set: Readonly<Record<FieldId, Value>>
}

const NONCE_BYTES = 8

/**
 * Locks the office until the transaction ends: intake and decisions of one office take turns.
 * @returns the office's row, or null when there is none
 */
export async function lockOffice(rows: Rows, officeId: string): Promise<typeof office.$inferSelect | null> {
  const [found] = await rows.select().from(office).where(eq(office.id, officeId)).for('update')
  return found ?? null
}

/**
 * Appends the edits to the office's chain and projects them. The caller holds the office's lock.
 * @param actor id of the person, as `personOfAccount` makes it
 * @returns the changes, in the order of the edits
 */
export async function writeOwnChanges(
  rows: Rows,
  officeRow: typeof office.$inferSelect,
  actor: string,
  at: number,
  edits: readonly OwnEdit[],
): Promise<Change[]> {
  const known = await knownRecords(rows, officeRow.id, edits)
  const nonce = randomBytes(NONCE_BYTES).toString('hex')
  const changes = edits.map((edit, i): Change => {
    const ref: ChangeRef = { device: officeRow.ownDevice, seq: officeRow.ownSeq + 1 + i }
    const shared = { ref, register: edit.register, set: edit.set, actor, at, seen: 0 }
    if (edit.id === null)
      return { ...shared, record: ref, recordId: recordId(ref.device, nonce, ref.seq), base: {}, nonce }
    const found = known.get(edit.id)
    if (!found) throw new Error(`own change on an unknown record ${edit.id}`)
    return {
      ...shared,
      record: { device: found.device, seq: found.seq },
      recordId: edit.id,
      base: basesFor({ heads: textToBases(found.heads) }, Object.keys(edit.set)),
    }
  })
  for (const part of batches(changes))
    await rows.insert(ownChange).values(part.map((c) => toRow(officeRow.id, c)))
  await rows
    .update(office)
    .set({ ownSeq: officeRow.ownSeq + changes.length })
    .where(eq(office.id, officeRow.id))
  await projectRecords(
    rows,
    officeRow.id,
    changes.map((c) => c.recordId),
  )
  return changes
}

/** Id of a console account in the tables of people that travel. */
export function personOfAccount(accountId: number | null): string {
  return `tinh-${accountId ?? 0}`
}

async function knownRecords(rows: Rows, officeId: string, edits: readonly OwnEdit[]) {
  const ids = edits.map((e) => e.id).filter((id): id is string => id !== null)
  const known = new Map<string, typeof record.$inferSelect>()
  for (const part of batches(ids)) {
    const found = await rows
      .select()
      .from(record)
      .where(and(eq(record.office, officeId), inArray(record.id, part)))
    for (const row of found) known.set(row.id, row)
  }
  return known
}

function toRow(officeId: string, c: Change): typeof ownChange.$inferInsert {
  return {
    office: officeId,
    seq: c.ref.seq,
    device: c.ref.device,
    register: c.register,
    recordDevice: c.record.device,
    recordSeq: c.record.seq,
    recordId: c.recordId,
    setFields: { ...c.set },
    base: basesToText(c.base),
    actor: c.actor,
    at: c.at,
    nonce: c.nonce ?? null,
  }
}
