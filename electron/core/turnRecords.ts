// A register's live records, read once while one call is answered: its hash, its rules and its children's grouping all go
// over the same ten thousand. Let go when the call's turn ends, so that no copy of a register stays in memory.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { RegisterId } from '../../shared/registers/define.ts'

type Turn = { readonly mark: number; readonly records: Map<RegisterId, readonly StoredRecord[]> }
const turns = new WeakMap<OfficeStore, Turn>()

/**
 * Every live record of the register, in creation order, as of the last write. Of its columns beside the log (state, dirty,
 * problems) nothing may be concluded: they can be written without one.
 */
export function turnRecords(store: OfficeStore, register: RegisterId): readonly StoredRecord[] {
  const { mark } = store.writtenSince(Number.MAX_SAFE_INTEGER)
  let turn = turns.get(store)
  if (turn?.mark !== mark) {
    if (!turn) setImmediate(() => turns.delete(store))
    turn = { mark, records: new Map() }
    turns.set(store, turn)
  }
  const found = turn.records.get(register) ?? store.all(register)
  turn.records.set(register, found)
  return found
}
