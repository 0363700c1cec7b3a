// Conflicts as people settle them: a field, and every value that stands in it.
import { DELETED } from '../shared/change/change.ts'
import type { FieldId } from '../shared/registers/define.ts'
import type { ChangeLog } from './ChangeLog.ts'
import type { FieldConflict } from './OfficeStore.ts'
import type { RecordRow, RecordTable } from './RecordTable.ts'

export function conflictsOf(table: RecordTable, log: ChangeLog): FieldConflict[] {
  return [...table.readWhere('t.conflicts IS NOT NULL')].flatMap((row) =>
    row.conflicts.map((field) => ({ record: row.record, field, candidates: candidatesOf(row, field, log) })),
  )
}

/**
 * The field's heads with their values, the shown one first. A deletion that did not see an edit has one head only; the
 * edit it missed then stands for "keep": value false.
 */
function candidatesOf(row: RecordRow, field: FieldId, log: ChangeLog): FieldConflict['candidates'] {
  const found = (row.heads[field] ?? []).flatMap((ref) => log.find(ref) ?? [])
  const candidates = found.map((c) => ({ ref: c.ref, value: c.set[field] ?? null, actor: c.actor, at: c.at }))
  if (field !== DELETED || candidates.some((c) => c.value === false)) return candidates
  const deletions = new Set(found.map((c) => c.ref.device))
  const edits = log.ofRecord(row.no).filter((c) => !deletions.has(c.ref.device))
  const last = edits.at(-1)
  return last ? [...candidates, { ref: last.ref, value: false, actor: last.actor, at: last.at }] : candidates
}
