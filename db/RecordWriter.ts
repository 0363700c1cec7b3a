// Writes changes: log entry, merged row and search text in one transaction. Own edits on a record without a conflict or
// a tombstone are merged by adding to the row's heads; everything else is merged anew from the record's log with the
// pure rule of shared/change, so that both ways always agree (a property test compares them).
import { createHash } from 'node:crypto'
import { type Change, type ChangeRef, DELETED, sameRef } from '../shared/change/change.ts'
import { basesFor, mergeRecord, sameValue } from '../shared/change/merge.ts'
import { recordId } from '../shared/change/recordId.ts'
import type { FieldId, RegisterId, Value, Values } from '../shared/registers/define.ts'
import { type ChangeLog, type LoggedChange, wireChange } from './ChangeLog.ts'
import type { WritableDB } from './Connection.ts'
import {
  type CommitMeta,
  type Committed,
  type Edit,
  NEW_RECORD,
  type NewRecord,
  type Progress,
} from './OfficeStore.ts'
import type { EncodedValues, MergedRow, RecordRow, RecordTable, RowKeys } from './RecordTable.ts'

/** What the window caches must hear of: a row was written. */
export type Written = (register: RegisterId, no: number) => void

export type WriterParts = {
  readonly db: WritableDB
  readonly log: ChangeLog
  readonly table: (register: RegisterId) => RecordTable | undefined
  readonly nonce: string
  readonly written: Written
}

/** A new record's values, and its row but for its number. */
type Ready = {
  readonly register: RegisterId
  readonly values: Values
  readonly encoded: EncodedValues
  /** Names no record of its own commit. */
  readonly alone: boolean
}

export class RecordWriter {
  readonly #parts: WriterParts
  /** By an edit's own values. */
  readonly #ready = new WeakMap<Edit['set'], Ready>()

  constructor(parts: WriterParts) {
    this.#parts = parts
  }

  /** One transaction and one undo step. Fields that already hold the value are not written again. */
  commit(edits: readonly Edit[], meta: CommitMeta, group: number, progress?: Progress): Committed {
    const { log } = this.#parts
    const me = log.me()
    const seen = log.lastReply()
    let seq = log.lastSeq()
    const ids: string[] = []
    const created = new Map<string, NewRecord>()
    let changes = 0
    for (const asked of edits) {
      const edit = this.#ready.get(asked.set)?.alone ? asked : linked(asked, ids)
      const ref = { device: me.id, seq: seq + 1 }
      const written =
        edit.id === null
          ? this.#create(asked, edit, ref, me.no, meta, seen, group)
          : this.#edit(edit, edit.id, ref, meta, seen, group)
      ids.push(written.id)
      if (written.values) created.set(written.id, { register: edit.register, values: written.values })
      if (written.wrote) {
        seq++
        changes++
      }
      progress?.(ids.length, edits.length)
    }
    return { group, ids, changes, created }
  }

  /**
   * Works out in a quiet moment what a new record's row will hold; the commit of the same edit then only writes it. Kept
   * with the edit's values and dropped with them.
   */
  prepare(edit: Edit): void {
    if (edit.id === null) this.#ready.set(edit.set, this.#readyOf(edit.register, edit.set))
  }

  #readyOf(register: RegisterId, set: Edit['set'], keys?: RowKeys): Ready {
    const values = cleanValues(set)
    const alone = !Object.values(values).some(isNew)
    return { register, values, encoded: this.#tableOf(register).encode(values, keys), alone }
  }

  /** @param edit as asked, or with its references to new records resolved: texts, and what is made of them, are the same */
  #readied(asked: Edit, edit: Edit): Ready {
    const made = this.#ready.get(asked.set)
    if (made?.register !== edit.register) return this.#readyOf(edit.register, edit.set)
    return edit === asked ? made : this.#readyOf(edit.register, edit.set, made.encoded.keys)
  }

  #create(
    asked: Edit,
    edit: Edit,
    ref: ChangeRef,
    deviceNo: number,
    meta: CommitMeta,
    seen: number,
    group: number,
  ) {
    const { log, nonce } = this.#parts
    const table = this.#tableOf(edit.register)
    const id = recordId(ref.device, nonce, ref.seq)
    const ready = this.#readied(asked, edit)
    const set = ready.values
    const change: Change = {
      ref,
      register: edit.register,
      record: ref,
      recordId: id,
      set,
      base: {},
      actor: meta.actor,
      at: meta.at,
      seen,
      nonce,
    }
    const no = log.recordNo(change, deviceNo)
    log.append(change, no, meta.origin, group)
    const row: MergedRow = {
      no,
      ref,
      values: set,
      heads: null,
      conflicts: [],
      deleted: false,
      createdAt: meta.at,
      updatedAt: meta.at,
      updatedBy: meta.actor,
    }
    const values = table.insert(row, ready.encoded)
    this.#parts.written(edit.register, no)
    return { id, wrote: true, values }
  }

  #edit(edit: Edit, id: string, ref: ChangeRef, meta: CommitMeta, seen: number, group: number) {
    const { log } = this.#parts
    const table = this.#tableOf(edit.register)
    const found = log.findRecordById(id)
    const row = found && found.register === edit.register ? table.read(found.no) : undefined
    if (!row) throw new Error(`no record ${id} in ${edit.register}`)
    const set = changedFields(row, edit)
    if (Object.keys(set).length === 0) return { id, wrote: false, values: null }
    const base = basesFor({ heads: row.heads }, Object.keys(set))
    const change: Change = {
      ref,
      register: edit.register,
      record: row.ref,
      recordId: id,
      set,
      base,
      actor: meta.actor,
      at: meta.at,
      seen,
    }
    log.append(change, row.no, meta.origin, group)
    table.update(
      canAdd(row, set) ? addToRow(row, change) : this.#merge(row.no, log.ofRecord(row.no)),
      true,
      row,
    )
    this.#parts.written(edit.register, row.no)
    return { id, wrote: true, values: null }
  }

  /** Any device's changes. A change that is already here has no second effect. */
  applyForeign(changes: readonly Change[]): { applied: number; known: number; held: number } {
    const { log } = this.#parts
    const counts = { applied: 0, known: 0, held: 0 }
    const touched = new Map<number, RegisterId>()
    const fresh: { change: Change; no: number }[] = []
    for (const change of changes) {
      const existing = log.find(change.ref)
      if (existing) {
        if (sameChange(wireChange(existing), change)) counts.known++
        else counts.held += this.#hold(change, 'fork')
        continue
      }
      const no = this.#admit(change)
      if (no === null) {
        counts.held += this.#hold(change, 'not-its-record')
        continue
      }
      log.deviceNo(change.ref.device)
      log.append(change, no, 'foreign', null)
      touched.set(no, change.register)
      fresh.push({ change, no })
    }
    const projected = new Set<number>()
    for (const [no, register] of touched) if (this.project(no, register)) projected.add(no)
    for (const { no } of fresh) {
      if (projected.has(no)) counts.applied++
      else counts.held++
    }
    return counts
  }

  /** Merges one record anew from the log. False while its register is unknown or its creating change is missing. */
  project(no: number, register: RegisterId): boolean {
    const table = this.#parts.table(register)
    if (!table) return false
    const changes = this.#parts.log.ofRecord(no)
    if (!changes.some((c) => sameRef(c.ref, c.record))) return false
    const row = this.#merge(no, changes)
    if (table.has(no)) table.update(row, false)
    else table.insert(row)
    this.#parts.written(register, no)
    return true
  }

  #merge(no: number, changes: readonly LoggedChange[]): MergedRow {
    const merged = mergeRecord(changes)
    const creating = changes.find((c) => sameRef(c.ref, c.record)) ?? changes[0]!
    const last = changes.at(-1)!
    return {
      no,
      ref: creating.record,
      values: merged.values,
      heads: merged.heads,
      conflicts: merged.conflicts,
      deleted: merged.deleted,
      createdAt: creating.at,
      updatedAt: last.at,
      updatedBy: last.actor,
    }
  }

  /** The record's number, or null when the change contradicts what is known of that record. */
  #admit(change: Change): number | null {
    const { log } = this.#parts
    if (sameRef(change.ref, change.record)) {
      const { device, seq } = change.ref
      if (!change.nonce || recordId(device, change.nonce, seq) !== change.recordId) return null
    }
    const known = log.findRecord(change.record)
    if (known) return known.id === change.recordId && known.register === change.register ? known.no : null
    if (log.findRecordById(change.recordId)) return null
    return log.recordNo(change)
  }

  /** Kept aside, whole, for a person: two different changes of one name, or one that belongs to no record of ours. */
  #hold(change: Change, reason: string): 1 {
    const text = canonical(change)
    this.#parts.db.run(
      'INSERT OR IGNORE INTO held_change (device, seq, digest, reason, change, at) VALUES (?, ?, ?, ?, ?, ?)',
      change.ref.device,
      change.ref.seq,
      digest(text),
      reason,
      text,
      change.at,
    )
    return 1
  }

  #tableOf(register: RegisterId): RecordTable {
    const table = this.#parts.table(register)
    if (!table) throw new Error(`no register ${register}`)
    return table
  }
}

/** Of an edit, the fields that differ from what the record shows, or that a person settles by writing them again. */
function changedFields(row: RecordRow, edit: Edit): Record<FieldId, Value> {
  const set: Record<FieldId, Value> = {}
  const wanted: Record<FieldId, Value> = { ...edit.set }
  if (edit.delete !== undefined) wanted[DELETED] = edit.delete
  for (const [field, value] of Object.entries(wanted)) {
    const clean = nfc(value)
    const current = field === DELETED ? row.deleted : (row.values[field] ?? null)
    const disputed = (row.heads[field]?.length ?? 0) > 1 || row.conflicts.includes(field)
    if (edit.again || disputed || !sameValue(current, clean)) set[field] = clean
  }
  // Writing on a record whose deletion is in dispute keeps it: else the write, having seen both sides, would let the
  // deletion win in silence.
  const keeps = row.conflicts.includes(DELETED) && Object.keys(set).length > 0 && !(DELETED in set)
  return keeps ? { ...set, [DELETED]: false } : set
}

/**
 * Whether a write of ours that saw everything can be added to the row without reading the record's log: nothing is in
 * conflict, and a deleted record is only restored, not edited.
 */
function canAdd(row: RecordRow, set: Readonly<Record<FieldId, Value>>): boolean {
  if (row.conflicts.length > 0) return false
  if (DELETED in set) return Object.keys(set).length === 1
  return !row.deleted
}

function addToRow(row: RecordRow, change: Change): MergedRow {
  const { [DELETED]: deleted, ...set } = change.set
  const heads: Record<FieldId, readonly ChangeRef[]> = Object.assign(Object.create(null), row.heads)
  for (const field of Object.keys(change.set)) heads[field] = [change.ref]
  return {
    ...row,
    values: { ...row.values, ...set },
    heads,
    deleted: deleted === undefined ? row.deleted : deleted === true,
    updatedAt: change.at,
    updatedBy: change.actor,
  }
}

/** The edit with its references to records of the same commit resolved. @throws Error when one comes later: our mistake */
function linked(edit: Edit, ids: readonly string[]): Edit {
  const resolve = (value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item: Value) => resolve(item)) as unknown as Value
    if (!('text' in value) || !value.id?.startsWith(NEW_RECORD)) return value
    const id = ids[Number(value.id.slice(NEW_RECORD.length))]
    if (id === undefined) throw new Error(`${value.id} is no record of this commit`)
    return { text: value.text, id }
  }
  if (!Object.values(edit.set).some(isNew)) return edit
  return {
    ...edit,
    set: Object.fromEntries(Object.entries(edit.set).map(([field, value]) => [field, resolve(value)])),
  }
}

/** Whether a value names a record that the same commit makes. */
function isNew(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item: Value) => isNew(item))
  return 'text' in value && value.id?.startsWith(NEW_RECORD) === true
}

/** A new record's values as they are stored: NFC, and nothing for what is empty. The same object when they are so already. */
function cleanValues(set: Edit['set']): Values {
  const isClean = (value: Value) => value !== null && nfc(value) === value
  if (Object.values(set).every(isClean)) return set
  const clean: Record<FieldId, Value> = {}
  for (const [field, value] of Object.entries(set)) if (value !== null) clean[field] = nfc(value)
  return clean
}

/** Text is stored as NFC whatever keyboard it came from, so that equal words are equal bytes. */
function nfc(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC')
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const items: readonly Value[] = value
    const clean = items.map(nfc)
    return clean.some((item, i) => item !== items[i]) ? (clean as unknown as Value) : value
  }
  if (!('text' in value)) return value
  const text = value.text.normalize('NFC')
  return text === value.text ? value : { text, id: value.id }
}

/** Two changes of one name that set the same are one change; a base may be spelled in another order. */
function sameChange(a: Change, b: Change): boolean {
  const part = (c: Change) => canonical({ register: c.register, record: c.record, set: c.set })
  return part(a) === part(b)
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
