// What the province writes to an office: decisions, remarks, codes, records entered for it. Each office has a chain of
// its own, append-only, under the same merge as its devices; it travels in that office's replies.
import { randomBytes } from 'node:crypto'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Change, ChangeRef } from '../../shared/change/change.ts'
import { basesFor } from '../../shared/change/merge.ts'
import { recordId } from '../../shared/change/recordId.ts'
import type { FieldId, RegisterId, Value } from '../../shared/registers/define.ts'
import type { Rows } from '../store/database.ts'
import { insertRows } from '../store/insertRows.ts'
import { office, ownChange, record } from '../store/schema.ts'
import { basesToText, batches, textToBases } from './changeRows.ts'
import { isOneOf, projectNewRecords, projectRecordsOf } from './projectRecords.ts'

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
 * Locks several offices until the transaction ends, always in the order of their ids, so that two such transactions never
 * wait for each other.
 * @returns the rows of those that exist
 */
export async function lockOffices(
  rows: Rows,
  ids: readonly string[],
): Promise<(typeof office.$inferSelect)[]> {
  if (ids.length === 0) return []
  return rows
    .select()
    .from(office)
    .where(inArray(office.id, [...new Set(ids)]))
    .orderBy(asc(office.id))
    .for('update')
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
  const [changes] = await writeToOffices(rows, actor, at, [{ officeRow, edits }])
  return changes ?? []
}

/** What is written to one office. */
export type OfficeEdits = {
  readonly officeRow: typeof office.$inferSelect
  readonly edits: readonly OwnEdit[]
}

/**
 * Appends edits to the chains of several offices in a few statements. The caller holds every office's lock, and names
 * each office once.
 * @returns the changes of each entry, in the order of its edits
 */
export async function writeToOffices(
  rows: Rows,
  actor: string,
  at: number,
  entries: readonly OfficeEdits[],
): Promise<Change[][]> {
  const known = await knownRecords(rows, entries)
  const nonce = randomBytes(NONCE_BYTES).toString('hex')
  const made = entries.map((entry) => changesFor(entry, known, { actor, at, nonce }))
  const flat = entries.flatMap(({ officeRow }, i) =>
    (made[i] ?? []).map((change) => ({ office: officeRow.id, change })),
  )
  await insertRows(
    rows,
    ownChange,
    flat.map((f) => toRow(f.office, f.change)),
  )
  const ends = entries.map(({ officeRow }, i) => officeRow.ownSeq + (made[i]?.length ?? 0))
  await rows.execute(
    sql`UPDATE office SET own_seq = moved.seq FROM unnest(${sql.param(entries.map((e) => e.officeRow.id))}::text[],
        ${sql.param(ends)}::bigint[]) AS moved (id, seq) WHERE office.id = moved.id`,
  )
  await projectNewRecords(
    rows,
    flat.filter((f) => f.change.nonce),
  )
  const edited = flat.filter((f) => !f.change.nonce)
  const keys = new Map(
    edited.map((f) => [`${f.office} ${f.change.recordId}`, { office: f.office, id: f.change.recordId }]),
  )
  await projectRecordsOf(rows, [...keys.values()])
  return made
}

type Stamp = { readonly actor: string; readonly at: number; readonly nonce: string }

function changesFor(
  { officeRow, edits }: OfficeEdits,
  known: ReadonlyMap<string, typeof record.$inferSelect>,
  { actor, at, nonce }: Stamp,
): Change[] {
  return edits.map((edit, i): Change => {
    const ref: ChangeRef = { device: officeRow.ownDevice, seq: officeRow.ownSeq + 1 + i }
    const shared = { ref, register: edit.register, set: edit.set, actor, at, seen: 0 }
    if (edit.id === null)
      return { ...shared, record: ref, recordId: recordId(ref.device, nonce, ref.seq), base: {}, nonce }
    const found = known.get(`${officeRow.id} ${edit.id}`)
    if (!found) throw new Error(`own change on an unknown record ${edit.id}`)
    return {
      ...shared,
      record: { device: found.device, seq: found.seq },
      recordId: edit.id,
      base: basesFor({ heads: textToBases(found.heads) }, Object.keys(edit.set)),
    }
  })
}

/** Id of a console account in the tables of people that travel. */
export function personOfAccount(accountId: number | null): string {
  return `tinh-${accountId ?? 0}`
}

/** The records that the edits are about, by office and id. */
async function knownRecords(rows: Rows, entries: readonly OfficeEdits[]) {
  const keys = entries.flatMap(({ officeRow, edits }) =>
    edits.flatMap((e) => (e.id === null ? [] : [{ office: officeRow.id, id: e.id }])),
  )
  const known = new Map<string, typeof record.$inferSelect>()
  for (const part of batches(keys, 5_000)) {
    const found = await rows
      .select()
      .from(record)
      .where(isOneOf(record.office, record.id, part))
    for (const row of found) known.set(`${row.office} ${row.id}`, row)
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
