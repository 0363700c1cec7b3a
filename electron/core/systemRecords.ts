// The app's own registers (hand-ins, reviews, rounds…) as they stand: read once and again only after somebody wrote one.
// Ten years of reviews would otherwise be read for every screen of rounds.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { RegisterId } from '../../shared/registers/define.ts'

type Kept = { mark: number; readonly records: Map<RegisterId, readonly StoredRecord[]> }
const kept = new WeakMap<OfficeStore, Kept>()

/** Every live record of one of the app's own registers, in creation order. Their state and problems say nothing. */
export function systemRecords(store: OfficeStore, register: RegisterId): readonly StoredRecord[] {
  const known = kept.get(store) ?? {
    mark: store.writtenSince(Number.MAX_SAFE_INTEGER).mark,
    records: new Map(),
  }
  kept.set(store, known)
  const { mark, records: written } = store.writtenSince(known.mark)
  if (mark < known.mark) known.records.clear()
  else for (const { register: touched } of written) known.records.delete(touched)
  known.mark = mark
  const found = known.records.get(register) ?? store.all(register)
  known.records.set(register, found)
  return found
}
