// What a hand-in froze is read from the log, not stored twice: of the records written since, their values as they had
// arrived by then. Every other record is today what it was.
import { type ChangeRef, sameRef } from '../shared/change/change.ts'
import { mergeRecord } from '../shared/change/merge.ts'
import type { RegisterId, Values } from '../shared/registers/define.ts'
import type { ChangeLog } from './ChangeLog.ts'
import type { ReadableDB } from './Connection.ts'

export type Touched = {
  readonly id: string
  /** What the record held just before that change; null while it was not there or was deleted. */
  readonly before: Values | null
}

/**
 * The register's records that were written in or after that change, in the order of this log.
 * @returns null when the change is not in this log
 */
export function touchedSince(
  parts: { readonly db: ReadableDB; readonly log: ChangeLog },
  register: RegisterId,
  ref: ChangeRef,
): Touched[] | null {
  const { db, log } = parts
  const at = log.find(ref)?.logId
  if (at === undefined) return null
  const touched = db.all<{ no: number; id: string }>(
    `SELECT DISTINCT record.no, record.id FROM change_log JOIN record ON record.no = change_log.record_no
     WHERE change_log.id >= ? AND record.register = ?`,
    at,
    register,
  )
  return touched.map(({ no, id }) => {
    const changes = log.ofRecord(no).filter((change) => change.logId < at)
    if (!changes.some((change) => sameRef(change.ref, change.record))) return { id, before: null }
    const merged = mergeRecord(changes)
    return { id, before: merged.deleted ? null : merged.values }
  })
}

/** Ids of the register's records that this machine's people wrote after that change; none when it is not in this log. */
export function editedSince(
  parts: { readonly db: ReadableDB; readonly log: ChangeLog },
  register: RegisterId,
  ref: ChangeRef,
): string[] {
  const at = parts.log.find(ref)?.logId
  if (at === undefined) return []
  return parts.db.column<string>(
    `SELECT DISTINCT record.id FROM change_log JOIN record ON record.no = change_log.record_no
     WHERE change_log.id > ? AND record.register = ? AND change_log.origin <> 'foreign'`,
    at,
    register,
  )
}

/** Ids of records written after a mark, of whatever register, and the mark that holds them. */
export function writtenSince(
  db: ReadableDB,
  mark: number,
): {
  readonly mark: number
  readonly records: readonly { readonly id: string; readonly register: RegisterId }[]
} {
  const top = db.get<{ n: number | null }>('SELECT max(id) AS n FROM change_log')?.n ?? 0
  if (top === mark) return { mark, records: [] }
  const records = db.all<{ id: string; register: RegisterId }>(
    `SELECT DISTINCT record.id, record.register FROM change_log
     JOIN record ON record.no = change_log.record_no WHERE change_log.id > ?`,
    mark,
  )
  return { mark: top, records }
}
