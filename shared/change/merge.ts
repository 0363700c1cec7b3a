// Merges the changes of one record. Pure and order-independent: any order, any duplicates and any split of the same set
// of changes give the same result, so that office and province agree without talking.
//
// A field's heads are the writes that no other write of it has seen: writes − ∪ bases. More than one head with
// different values is a conflict: every value is kept, one is shown by a fixed rule, a person settles it.
//
//      1@A name=x ──┬── 2@A name=y      heads(name) = {2@A, 1@B}: two people who did not see each other
//                   └── 1@B name=z      a later 3@A name=w based on both leaves one head
//
// A device has always seen its own earlier writes, whatever their bases say: one writer alone never sees a conflict.
// Nothing here reads a clock.
import type { FieldId, Value } from '../registers/define.ts'
import { type Change, type ChangeKey, type ChangeRef, changeKey, DELETED } from './change.ts'

export type MergedRecord = {
  /** The shown value of every field ever written, but for `$deleted`; null where it was cleared. */
  readonly values: Readonly<Record<FieldId, Value>>
  /** Every written field's heads, `$deleted` among them, in showing order (the shown one first). */
  readonly heads: Readonly<Record<FieldId, readonly ChangeRef[]>>
  /** Fields whose heads hold different values; `$deleted` when a deletion and an edit did not see each other. Sorted. */
  readonly conflicts: readonly FieldId[]
  /** Deleted in everyone's eyes. A record whose deletion is in conflict stays visible until a person settles it. */
  readonly deleted: boolean
}

/** Order in which heads are shown: the higher sequence, then the greater device id, comes first. */
export function compareShown(a: ChangeRef, b: ChangeRef): number {
  if (a.seq !== b.seq) return b.seq - a.seq
  return a.device < b.device ? 1 : a.device > b.device ? -1 : 0
}

/** Whether two values are the same to a reader. Arrays are compared in order; references by text and id. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item: Value, i) => sameValue(item, b[i] as Value))
  }
  const left = a as { text: string; id: string | null }
  const right = b as { text: string; id: string | null }
  return left.text === right.text && left.id === right.id
}

/**
 * The record that a set of its changes amounts to.
 * @param changes changes of one record, in any order, repeats allowed; the creating change may still be missing.
 */
export function mergeRecord(changes: Iterable<Change>): MergedRecord {
  const byKey = new Map<ChangeKey, Change>()
  for (const change of changes) byKey.set(changeKey(change.ref), change)
  const heads = new Map<FieldId, Change[]>()
  for (const [field, writes] of writesByField(byKey.values())) heads.set(field, fieldHeads(field, writes))

  const conflicts = new Set<FieldId>()
  for (const [field, list] of heads) if (disagree(field, list)) conflicts.add(field)
  if (hasUnseenEdit(heads)) conflicts.add(DELETED)

  const tombstones = heads.get(DELETED) ?? []
  const deleted =
    tombstones.length > 0 && tombstones.every((c) => c.set[DELETED] === true) && !conflicts.has(DELETED)
  const fields = [...heads.keys()].sort()
  return {
    values: plain(fields.filter((f) => f !== DELETED).map((f) => [f, heads.get(f)![0]!.set[f] as Value])),
    heads: plain(fields.map((f) => [f, heads.get(f)!.map((c) => c.ref)])),
    conflicts: [...conflicts].sort(),
    deleted,
  }
}

/**
 * The `base` of a new change of that record: the heads that its writer sees now. For `$deleted` these are the heads of
 * every field, because a deletion is a judgement on the whole record; that is how an edit it did not see is found.
 * @param merged the record before the change; null when the change creates it.
 */
export function basesFor(
  merged: Pick<MergedRecord, 'heads'> | null,
  fields: readonly FieldId[],
): Record<FieldId, readonly ChangeRef[]> {
  const base: Record<FieldId, readonly ChangeRef[]> = {}
  if (!merged) return base
  for (const field of fields) {
    const seen =
      field === DELETED ? distinct(Object.values(merged.heads).flat()) : (own(merged.heads, field) ?? [])
    if (seen.length > 0) base[field] = [...seen].sort(compareShown)
  }
  return base
}

function writesByField(changes: Iterable<Change>): Map<FieldId, Change[]> {
  const writes = new Map<FieldId, Change[]>()
  for (const change of changes) {
    for (const field of Object.keys(change.set)) {
      const list = writes.get(field)
      if (list) list.push(change)
      else writes.set(field, [change])
    }
  }
  return writes
}

function fieldHeads(field: FieldId, writes: readonly Change[]): Change[] {
  const seen = new Set<ChangeKey>()
  const lastOfDevice = new Map<string, number>()
  for (const { ref, base } of writes) {
    for (const b of own(base, field) ?? []) seen.add(changeKey(b))
    lastOfDevice.set(ref.device, Math.max(ref.seq, lastOfDevice.get(ref.device) ?? 0))
  }
  return writes
    .filter(({ ref }) => !seen.has(changeKey(ref)) && lastOfDevice.get(ref.device) === ref.seq)
    .sort((a, b) => compareShown(a.ref, b.ref))
}

function disagree(field: FieldId, heads: readonly Change[]): boolean {
  return heads.some((h) => !sameValue(h.set[field] as Value, heads[0]!.set[field] as Value))
}

/** Is there a standing edit that a standing deletion had not seen, nor its writer the deletion? */
function hasUnseenEdit(heads: ReadonlyMap<FieldId, readonly Change[]>): boolean {
  for (const tombstone of heads.get(DELETED) ?? []) {
    if (tombstone.set[DELETED] !== true) continue
    const seen = new Set((tombstone.base[DELETED] ?? []).map(changeKey))
    for (const [field, list] of heads) {
      if (field === DELETED) continue
      if (list.some((e) => e.ref.device !== tombstone.ref.device && !seen.has(changeKey(e.ref)))) return true
    }
  }
  return false
}

function distinct(refs: readonly ChangeRef[]): ChangeRef[] {
  return [...new Map(refs.map((r) => [changeKey(r), r])).values()]
}

/** A field may be called `constructor`: what every object has is not an answer. */
function own<T>(record: Readonly<Record<FieldId, T>>, field: FieldId): T | undefined {
  return Object.hasOwn(record, field) ? record[field] : undefined
}

/** An object without Object.prototype's names in the way of a field called `constructor`. */
function plain<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries))
}
