// “Giữ nguyên, đã kiểm tra”: somebody looked at records and left them as they were last accepted. Written in chunks, so
// that one press over ten thousand records is still one undo step of ordinary size.
import type { Edit, OfficeStore } from '../../db/OfficeStore.ts'
import { type CoreContext, openSession } from './CoreContext.ts'
import { commitEdits } from './recordCalls.ts'
import { systemRecords } from './systemRecords.ts'

/** Ids in one attestation; its field holds 20,000 characters. */
const CHUNK = 500

/** @returns how many records were not attested for that period before */
export function attest(
  context: CoreContext,
  register: string,
  period: string,
  records: readonly string[],
  label: string,
): number {
  const { store, user } = openSession(context)
  const known = attestedIn(store, register, period)
  const live = store.getMany(records).filter((record) => record.register === register && !record.deleted)
  const fresh = [...new Set(live.map((record) => record.id))].filter((id) => !known.has(id))
  const at = context.options.now()
  const edits: Edit[] = []
  for (let i = 0; i < fresh.length; i += CHUNK) {
    const ids = fresh.slice(i, i + CHUNK).join(' ')
    edits.push({
      id: null,
      register: 'attestation',
      set: { register, period, records: ids, by: user.id, at },
    })
  }
  if (edits.length > 0) commitEdits(context, edits, 'edit', label)
  return fresh.length
}

/** When each record was attested for that period, ms; the latest where it was more than once. */
export function attestedIn(
  store: OfficeStore,
  register: string,
  period: string,
): ReadonlyMap<string, number> {
  const attested = new Map<string, number>()
  for (const { values, createdAt } of systemRecords(store, 'attestation')) {
    if (values.register !== register || values.period !== period) continue
    const at = typeof values.at === 'number' ? values.at : createdAt
    for (const id of String(values.records ?? '').split(' '))
      attested.set(id, Math.max(at, attested.get(id) ?? 0))
  }
  return attested
}
