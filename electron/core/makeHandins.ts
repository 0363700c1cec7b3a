// Hand-ins come into being here and nowhere else: a list as it stands, with the hash that proves it, in one step that no
// undo takes back. What is in them travels before them, so that the province can freeze the same.
import type { Edit, OfficeStore } from '../../db/OfficeStore.ts'
import type { CoreContext } from './CoreContext.ts'
import { openSession } from './CoreContext.ts'
import { rememberMembers } from './handins.ts'
import type { ListNow } from './lists.ts'
import { commitEdits } from './recordCalls.ts'
import { refreshStates } from './recordStates.ts'

/** The submission that hand-ins belong to, and what changes on it when they are made. */
export type HandinsOf = { readonly id: string; readonly round: string; readonly set: Edit['set'] }

/**
 * Makes one hand-in for each list, and writes on the submission that it was sent.
 * @param of null for a list given by itself
 * @returns the hand-ins' ids, in the order of the lists
 */
export function makeHandins(
  context: CoreContext,
  lists: readonly ListNow[],
  period: string,
  of: HandinsOf | null,
  label: string,
): string[] {
  const { store, user } = openSession(context)
  const madeAt = context.options.now()
  const edits = lists.map((list): Edit => {
    const { register, nil, count, contentHash } = list
    const made = { register, period, nil, count, contentHash, madeBy: user.id, madeAt }
    const set = of ? { ...made, round: of.round, submission: of.id } : made
    return { id: null, register: 'handin', set }
  })
  const sent = of ? [{ id: of.id, register: 'submission', set: of.set }] : []
  const ids = store.transaction(() => {
    const committed = commitEdits(context, [...edits, ...sent], 'handin', label)
    const made = committed.ids.slice(0, lists.length)
    remember(store, made, lists)
    return made
  })
  refreshStates(store)
  return ids
}

function remember(store: OfficeStore, ids: readonly string[], lists: readonly ListNow[]): void {
  for (const [i, id] of ids.entries()) rememberMembers(store, id, lists[i]?.members ?? [])
}
