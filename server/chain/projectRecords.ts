// A record is the merge of its applied changes, the office's and the province's: this makes its row again from them.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Change } from '../../shared/change/change.ts'
import { mergeRecord } from '../../shared/change/merge.ts'
import type { Rows } from '../store/database.ts'
import { insertRows } from '../store/insertRows.ts'
import { change, ownChange, record } from '../store/schema.ts'
import { basesToText, batches, ownRowToChange, rowToChange } from './changeRows.ts'

/** Makes the rows of these records of one office again; ids without any applied change are left alone. */
export async function projectRecords(rows: Rows, office: string, recordIds: Iterable<string>): Promise<void> {
  for (const ids of batches([...new Set(recordIds)], 5_000)) {
    const changes = await changesOfRecords(rows, office, ids)
    const made = [...groupByRecord(changes)].flatMap(([id, list]) => toRow(office, id, list))
    await insertRows(
      rows,
      record,
      made,
      sql`ON CONFLICT (office, id) DO UPDATE SET fields = excluded.fields, heads = excluded.heads,
          conflicts = excluded.conflicts, deleted = excluded.deleted`,
    )
  }
}

export async function changesOfRecords(
  rows: Rows,
  office: string,
  ids: readonly string[],
): Promise<Change[]> {
  if (ids.length === 0) return []
  const theirs = await rows
    .select()
    .from(change)
    .where(and(eq(change.office, office), inArray(change.recordId, [...ids]), eq(change.outcome, 'applied')))
  const own = await rows
    .select()
    .from(ownChange)
    .where(and(eq(ownChange.office, office), inArray(ownChange.recordId, [...ids])))
  return [...theirs.map(rowToChange), ...own.map(ownRowToChange)]
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

function toRow(office: string, id: string, changes: readonly Change[]): (typeof record.$inferInsert)[] {
  const first = changes[0]
  if (!first) return []
  const merged = mergeRecord(changes)
  return [
    {
      office,
      id,
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
