// Where each record stands because of what was locked, handed in and decided. Written anew from the proofs each time, so
// that it can be lost and found again.
import type { OfficeStore, RecordState } from '../../db/OfficeStore.ts'
import type { Handin } from '../../shared/ipc/contract.ts'
import { handedInWith } from '../../shared/registers/handinScope.ts'
import { handins, membersOf } from './handins.ts'
import { lockedMembers } from './submissions.ts'
import { systemRecords } from './systemRecords.ts'

/** Records that were last shown as waiting for a signature: a lock that is taken back lets them go. */
const AWAITING_KEY = 'states.awaiting'

/**
 * Writes every record's state from submissions, hand-ins, receipts and reviews. A record that this machine edited since
 * stays `dirty`, whatever came back about what was handed in.
 */
export function refreshStates(store: OfficeStore): void {
  const decisions = new Map<string, RecordState>()
  const decided = new Map<string, string[]>()
  for (const { values } of systemRecords(store, 'review')) {
    const [handin, record] = [String(values.handin), String(values.record)]
    decisions.set(`${handin}/${record}`, values.decision === 'accept' ? 'accepted' : 'returned')
    const records = decided.get(handin)
    if (records) records.push(record)
    else decided.set(handin, [record])
  }
  const latest = new Map<string, Handin>()
  for (const handin of handins(store).reverse()) {
    const members = membersOf(store, handin.id)
    // Handed in on another machine of the office: the province's decisions name its records.
    for (const id of members.length > 0 ? members : (decided.get(handin.id) ?? [])) latest.set(id, handin)
  }
  const states = new Map<string, RecordState>()
  for (const [id, handin] of latest) states.set(id, decisions.get(`${handin.id}/${id}`) ?? handin.state)
  const locked = lockedMembers(store)
  const waited = store.setting<readonly string[]>(AWAITING_KEY) ?? []
  for (const id of waited) if (!states.has(id)) states.set(id, 'draft')
  for (const id of locked) states.set(id, 'awaiting-signature')
  if (locked.length + waited.length > 0) store.setSetting(AWAITING_KEY, locked)
  const edited = editedSince(store, new Set(latest.values()))
  const buckets = Map.groupBy(states.keys(), (id) => {
    const isDirty = !latest.has(id) || edited.has(`${latest.get(id)!.id}/${id}`)
    return `${isDirty ? 1 : 0}${states.get(id)}`
  })
  for (const [key, ids] of buckets)
    store.setRecordStates(ids, key.slice(1) as RecordState, key.startsWith('1'))
}

/** `hand-in/record` of what this machine wrote after it was handed in. */
function editedSince(store: OfficeStore, made: ReadonlySet<Handin>): ReadonlySet<string> {
  const edited = new Set<string>()
  for (const handin of made) {
    const ref = store.get(handin.id)?.ref
    if (!ref) continue
    for (const { id: register } of handedInWith(handin.register))
      for (const id of store.editedSince(register, ref)) edited.add(`${handin.id}/${id}`)
  }
  return edited
}
