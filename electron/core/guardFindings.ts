// What the guard says of a list: texts and sample files of what is to be opened that nobody has decided on yet.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { ReadinessItem } from '../../shared/ipc/roundCalls.ts'

/** Findings of a register that wait for a named decision; empty where the guard has nothing to ask. */
export function guardFindings(_store: OfficeStore, _register: string): ReadinessItem[] {
  return []
}
