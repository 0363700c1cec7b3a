// What the person at this page may do: the core's own table, read for hiding and disabling. The core refuses anyway.
import { mayCall } from '../../../shared/ipc/callRights.ts'
import type { CallName } from '../../../shared/ipc/contract.ts'
import { useApp } from './appStore.ts'

/** Whether whoever opened the store may make this call. */
export function useMay(call: CallName): boolean {
  return useApp((state) => (state.status?.user ? mayCall(state.status.user.role, call) : false))
}
