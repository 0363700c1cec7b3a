// Undo and redo of whole steps (an edit, a paste, an import of ten thousand rows), across restarts. Undoing appends
// compensating changes; nothing is taken out of the log. A field that somebody else has written since is left alone:
// undo takes back one's own work, never a colleague's.
import { DELETED, sameRef } from '../shared/change/change.ts'
import { compareShown, mergeRecord, sameValue } from '../shared/change/merge.ts'
import type { FieldId, Value } from '../shared/registers/define.ts'
import type { ChangeLog, LoggedChange } from './ChangeLog.ts'
import type { WritableDB } from './Connection.ts'
import type { CommitMeta, Committed, Edit, Origin, UndoState } from './OfficeStore.ts'
import type { RecordTable } from './RecordTable.ts'

/** What an officer can take back; hand-ins and what the province wrote are not among them. */
const UNDOABLE: ReadonlySet<Origin> = new Set<Origin>(['edit', 'paste', 'import', 'settle', 'restore'])

type Group = { readonly id: number; readonly label: string; readonly at: number }

type Parts = {
  readonly db: WritableDB
  readonly log: ChangeLog
  readonly table: (register: string) => RecordTable | undefined
  readonly commit: (edits: readonly Edit[], meta: CommitMeta, group: number) => Committed
}

export class UndoStack {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Opens a step. A new step of the officer's own ends what could be redone. */
  open(meta: CommitMeta): number {
    const { db } = this.#parts
    const undoable = UNDOABLE.has(meta.origin)
    if (undoable) db.run(`UPDATE undo_group SET state = 'dropped' WHERE state = 'undone'`)
    return this.#insert(meta, undoable ? 'done' : 'fixed')
  }

  /** A step that wrote nothing is no step. */
  dropIfEmpty(group: number, committed: Committed): void {
    if (committed.changes === 0) this.#parts.db.run('DELETE FROM undo_group WHERE id = ?', group)
  }

  state(): UndoState {
    return { undo: this.#top('done') ?? null, redo: this.#top('undone') ?? null }
  }

  undo(meta: CommitMeta): Committed | null {
    const top = this.#top('done')
    if (!top) return null
    const group = this.#insert({ ...meta, origin: 'undo', label: top.label }, 'fixed')
    const committed = this.#compensate(top.id, { ...meta, origin: 'undo' }, group)
    this.#parts.db.run(`UPDATE undo_group SET state = 'undone', undone_by = ? WHERE id = ?`, group, top.id)
    return committed
  }

  /** The redone step takes the old one's place: it can be undone again. */
  redo(meta: CommitMeta): Committed | null {
    const top = this.#top('undone')
    if (!top) return null
    const group = this.#insert({ ...meta, origin: 'redo', label: top.label }, 'done')
    const committed = this.#compensate(top.undoneBy, { ...meta, origin: 'redo' }, group)
    this.#parts.db.run(`UPDATE undo_group SET state = 'dropped' WHERE id = ?`, top.id)
    this.#parts.db.run('UPDATE parked_row SET group_id = ? WHERE group_id = ?', group, top.id)
    this.#parts.db.run('UPDATE parked_row SET taken_by = ? WHERE taken_by = ?', group, top.id)
    return committed
  }

  #insert(meta: CommitMeta, state: 'done' | 'fixed'): number {
    return this.#parts.db.run(
      'INSERT INTO undo_group (origin, label, actor, at, state) VALUES (?, ?, ?, ?, ?)',
      meta.origin,
      meta.label,
      meta.actor,
      Math.trunc(meta.at),
      state,
    ).lastInsertRowid
  }

  #top(state: 'done' | 'undone'): (Group & { readonly undoneBy: number }) | undefined {
    const order = state === 'done' ? 'id' : 'undone_by'
    return this.#parts.db.get(
      `SELECT id, label, at, undone_by AS undoneBy FROM undo_group WHERE state = ? ORDER BY ${order} DESC LIMIT 1`,
      state,
    )
  }

  #compensate(group: number, meta: CommitMeta, into: number): Committed {
    const perRecord = new Map<number, LoggedChange[]>()
    for (const change of this.#parts.log.ofGroup(group)) {
      const list = perRecord.get(change.recordNo)
      if (list) list.push(change)
      else perRecord.set(change.recordNo, [change])
    }
    const edits: Edit[] = []
    for (const [no, changes] of perRecord) {
      const edit = this.#reverse(no, changes)
      if (edit) edits.push(edit)
    }
    return this.#parts.commit(edits, meta, into)
  }

  /** The edit that puts a record's fields back to where the step found them. */
  #reverse(no: number, changes: readonly LoggedChange[]): Edit | null {
    const first = changes[0]!
    const row = this.#parts.table(first.register)?.read(no)
    if (!row) return null
    const created = sameRef(first.ref, first.record)
    if (created) {
      const others = Object.values(row.heads)
        .flat()
        .some((head) => head.device !== first.ref.device)
      return others ? null : { id: first.recordId, register: first.register, set: {}, delete: true }
    }
    const set: Record<FieldId, Value> = {}
    for (const field of new Set(changes.flatMap((c) => Object.keys(c.set)))) {
      const writes = changes.filter((c) => field in c.set)
      // By value, not by which change is the head: undoing and redoing around it writes the same value anew.
      const shown = field === DELETED ? row.deleted : (row.values[field] ?? null)
      const untouched = sameValue(shown, writes.at(-1)!.set[field] ?? null) && !row.conflicts.includes(field)
      if (untouched) set[field] = this.#valueBefore(writes[0]!, field)
    }
    return Object.keys(set).length > 0 ? { id: first.recordId, register: first.register, set } : null
  }

  /** What the field showed to the writer of that change. */
  #valueBefore(change: LoggedChange, field: FieldId): Value {
    // A deletion that was in dispute showed the record, whatever one of its heads says.
    if (field === DELETED) {
      const seenByWriter = this.#parts.log.ofRecord(change.recordNo).filter((c) => c.logId < change.logId)
      return mergeRecord(seenByWriter).deleted
    }
    const seen = [...(change.base[field] ?? [])].sort(compareShown)
    for (const ref of seen) {
      const before = this.#parts.log.find(ref)
      if (before && field in before.set) return before.set[field] as Value
    }
    return null
  }
}
