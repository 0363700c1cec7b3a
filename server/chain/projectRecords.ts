// A record is the merge of its applied changes, the office's and the province's: this makes its row again from them.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Change } from '../../shared/change/change.ts'
import { mergeRecord } from '../../shared/change/merge.ts'
import type { Rows } from '../store/database.ts'
import { insertRows } from '../store/insertRows.ts'
import { change, ownChange, record } from '../store/schema.ts'
import { basesToText, batches, ownRowToChange, rowToChange } from './changeRows.ts'

/** A record of one office. */
export type RecordKey = { readonly office: string; readonly id: string }

const RECORDS_A_TIME = 5_000

/** Makes the rows of these records of one office again; ids without any applied change are left alone. */
export async function projectRecords(rows: Rows, office: string, recordIds: Iterable<string>): Promise<void> {
  await projectRecordsOf(
    rows,
    [...new Set(recordIds)].map((id) => ({ office, id })),
  )
}

/** The same for records of several offices; each is named once. */
export async function projectRecordsOf(rows: Rows, keys: readonly RecordKey[]): Promise<void> {
  for (const part of batches(keys, RECORDS_A_TIME)) {
    const changes = await changesOf(rows, part)
    const made = [...Map.groupBy(changes, (c) => `${c.office} ${c.change.recordId}`).values()].flatMap(
      (list) =>
        toRow(
          list[0]?.office ?? '',
          list.map((c) => c.change),
        ),
    )
    await saveRecords(rows, made)
  }
}

/** Makes the rows of records whose creating change is the only one there is. */
export async function projectNewRecords(
  rows: Rows,
  made: readonly { readonly office: string; readonly change: Change }[],
): Promise<void> {
  await saveRecords(
    rows,
    made.flatMap(({ office, change }) => toRow(office, [change])),
  )
}

async function saveRecords(rows: Rows, made: readonly (typeof record.$inferInsert)[]): Promise<void> {
  await insertRows(
    rows,
    record,
    made,
    sql`ON CONFLICT (office, id) DO UPDATE SET fields = excluded.fields, heads = excluded.heads,
        conflicts = excluded.conflicts, deleted = excluded.deleted`,
  )
}

export async function changesOfRecords(
  rows: Rows,
  office: string,
  ids: readonly string[],
): Promise<Change[]> {
  const found = await changesOf(
    rows,
    ids.map((id) => ({ office, id })),
  )
  return found.map((c) => c.change)
}

/** Every applied change of these records, the offices' and the province's. */
async function changesOf(
  rows: Rows,
  keys: readonly RecordKey[],
): Promise<{ readonly office: string; readonly change: Change }[]> {
  if (keys.length === 0) return []
  const theirs = await rows
    .select()
    .from(change)
    .where(and(isOneOf(change.office, change.recordId, keys), eq(change.outcome, 'applied')))
  const own = await rows
    .select()
    .from(ownChange)
    .where(isOneOf(ownChange.office, ownChange.recordId, keys))
  return [
    ...theirs.map((row) => ({ office: row.office, change: rowToChange(row) })),
    ...own.map((row) => ({ office: row.office, change: ownRowToChange(row) })),
  ]
}

/** `(office, id)` is one of the keys; two parameters, however many keys. */
export function isOneOf(office: AnyPgColumn, id: AnyPgColumn, keys: readonly RecordKey[]): SQL {
  const offices = sql.param(keys.map((k) => k.office))
  const ids = sql.param(keys.map((k) => k.id))
  return sql`(${office}, ${id}) IN (SELECT * FROM unnest(${offices}::text[], ${ids}::text[]))`
}

export function groupByRecord(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>()
  for (const c of changes) {
    const list = groups.get(c.recordId)
    if (list) list.push(c)
    else groups.set(c.recordId, [c])
  }
  return groups
}

function toRow(office: string, changes: readonly Change[]): (typeof record.$inferInsert)[] {
  const first = changes[0]
  if (!first) return []
  const merged = mergeRecord(changes)
  return [
    {
      office,
      id: first.recordId,
      register: first.register,
      device: first.record.device,
      seq: first.record.seq,
      // Drizzle reads a value's constructor, which the merge's bare objects lack.
      fields: { ...merged.values },
      heads: basesToText(merged.heads),
      conflicts: merged.conflicts,
      deleted: merged.deleted,
    },
  ]
}
