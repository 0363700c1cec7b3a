// Takes a sound store back to what a snapshot showed, by writing and never by replacing: fields are set back, records
// that were not there are deleted, deleted ones come back, all in one step that can be undone. The log only grows, so the
// chain of bundles goes on unbroken. Hand-ins, remarks and what the province writes are not the officer's to take back.
import { type Change, DELETED, sameRef } from '../shared/change/change.ts'
import { mergeRecord, sameValue } from '../shared/change/merge.ts'
import type { FieldId, Value } from '../shared/registers/define.ts'
import { ChangeLog } from './ChangeLog.ts'
import type { ReadableDB, WritableDB } from './Connection.ts'
import type { Committed, Edit } from './OfficeStore.ts'
import type { RecordRow, RecordTable } from './RecordTable.ts'
import { officersFields, type RewriteParts, writeAnew } from './writeAnew.ts'

type Shown = {
  readonly values: Readonly<Record<FieldId, Value>>
  readonly conflicts: readonly FieldId[]
  readonly deleted: boolean
}

/**
 * Writes what is needed for the records to show what they showed in the snapshot.
 * @param snapshot a snapshot of this same store, opened for reading
 */
export function goBack(parts: RewriteParts, snapshot: WritableDB): Committed {
  const last = lastShared(parts.db, snapshot)
  if (last !== null) return parts.commit(editsSince(parts, last))
  return takeOver(parts, new ChangeLog(snapshot, () => 0), snapshot)
}

/**
 * The number of the snapshot's last change when this log begins with the whole of the snapshot's; null when it does not,
 * because a damaged file was replaced in between and not every change came back.
 */
function lastShared(db: ReadableDB, snapshot: ReadableDB): number | null {
  const last = snapshot.get<{ id: number | null }>('SELECT max(id) AS id FROM change_log')?.id ?? 0
  const print = (of: ReadableDB) =>
    JSON.stringify([
      of.get('SELECT count(*) AS n FROM change_log WHERE id <= ?', last),
      of.get(
        'SELECT d.id, c.seq, c.sets FROM change_log c JOIN device d ON d.no = c.device_no WHERE c.id = ?',
        last,
      ) ?? null,
    ])
  return print(db) === print(snapshot) ? last : null
}

/** The usual way: only the records written since are looked at, and the log itself says what they showed. */
function editsSince({ db, log, table }: RewriteParts, last: number): Edit[] {
  const touched = db.all<{ no: number; register: string; first: number }>(
    `SELECT r.no, r.register, (SELECT min(id) FROM change_log WHERE record_no = r.no) AS first FROM record r
     WHERE r.no IN (SELECT record_no FROM change_log WHERE id > ?) ORDER BY r.no`,
    last,
  )
  return touched.flatMap(({ no, register, first }) => {
    const of = officersTable(table, register)
    const row = of?.read(no)
    if (!of || !row) return []
    // A record first heard of since is not looked up: an import of ten thousand goes back without reading it again.
    const then = first > last ? null : shownBy(log.ofRecord(no).filter((change) => change.logId <= last))
    return editTo(of, row, then) ?? []
  })
}

/** The snapshot knows changes that this store lost: every record is compared, and the lost ones are written anew. */
function takeOver({ db, table, commit }: RewriteParts, then: ChangeLog, snapshot: ReadableDB): Committed {
  const all = 'SELECT no, id, register FROM record ORDER BY no'
  type Known = { no: number; id: string; register: string }
  const here = new Map(db.all<Known>(all).map((record) => [record.id, record]))
  const there = new Map(snapshot.all<Known>(all).map((record) => [record.id, record]))
  const edits: Edit[] = []
  for (const { id, no, register } of here.values()) {
    const of = officersTable(table, register)
    const row = of?.read(no)
    if (!of || !row) continue
    const known = there.get(id)
    const edit = editTo(of, row, known ? shownBy(then.ofRecord(known.no)) : null)
    if (edit) edits.push(edit)
  }
  const lost: Edit[] = []
  for (const { id, no, register } of there.values()) {
    const of = officersTable(table, register)
    if (!of || (here.has(id) && of.has(here.get(id)!.no))) continue
    const shown = shownBy(then.ofRecord(no))
    if (shown && !shown.deleted) lost.push({ id, register, set: officersFields(of, shown.values) })
  }
  return writeAnew(commit, lost, edits)
}

/** null: the record was not there. */
function shownBy(changes: readonly Change[]): Shown | null {
  return changes.some((change) => sameRef(change.ref, change.record)) ? mergeRecord(changes) : null
}

function officersTable(table: RewriteParts['table'], register: string): RecordTable | undefined {
  const found = table(register)
  return found?.register.system ? undefined : found
}

/** The edit after which the record shows what it showed then; null when it does already. */
function editTo(table: RecordTable, row: RecordRow, then: Shown | null): Edit | null {
  const { id, register } = row.record
  if (!then || then.deleted) return row.deleted ? null : { id, register, set: {}, delete: true }
  const set: Record<FieldId, Value> = {}
  for (const field of table.register.fields) {
    if (field.writer === 'province') continue
    const was = Object.hasOwn(then.values, field.id) ? (then.values[field.id] as Value) : null
    const isNewlyDisputed = row.conflicts.includes(field.id) && !then.conflicts.includes(field.id)
    if (isNewlyDisputed || !sameValue(was, row.values[field.id] ?? null)) set[field.id] = was
  }
  // A deletion that somebody else's unseen edit disputes is settled too: else setting that edit back would delete.
  const isDisputed = row.conflicts.includes(DELETED) && !then.conflicts.includes(DELETED)
  if (row.deleted || isDisputed) return { id, register, set, delete: false }
  return Object.keys(set).length > 0 ? { id, register, set } : null
}
