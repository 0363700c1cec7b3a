// A record's history with what each change found before it.
import { type Change, changeKey, sameRef } from '../shared/change/change.ts'
import { mergeRecord } from '../shared/change/merge.ts'
import type { FieldId, Value } from '../shared/registers/define.ts'
import type { LoggedChange } from './ChangeLog.ts'
import type { HistoryEntry } from './OfficeStore.ts'

/** @param changes of one record, in order of arrival. Oldest first. */
export function historyOf(changes: readonly LoggedChange[]): HistoryEntry[] {
  const byKey = new Map(changes.map((c) => [changeKey(c.ref), c]))
  return changes.map((change, i) => {
    const standing = mergeRecord(changes.slice(0, i)).heads
    return {
      ref: change.ref,
      at: change.at,
      actor: change.actor,
      origin: change.origin,
      set: change.set,
      before: beforeOf(change, byKey),
      merged: Object.keys(change.set).some((field) =>
        (standing[field] ?? []).some(
          (head) =>
            head.device !== change.ref.device && !(change.base[field] ?? []).some((b) => sameRef(b, head)),
        ),
      ),
    }
  })
}

/** Per field, the value that its writer saw. */
function beforeOf(change: Change, byKey: ReadonlyMap<string, Change>): Record<FieldId, Value> {
  const before: Record<FieldId, Value> = {}
  for (const field of Object.keys(change.set)) {
    const seen = (change.base[field] ?? []).flatMap((ref) => byKey.get(changeKey(ref)) ?? [])
    const shown = mergeRecord(seen.map((c) => ({ ...c, base: {} })))
    before[field] = shown.values[field] ?? null
  }
  return before
}
