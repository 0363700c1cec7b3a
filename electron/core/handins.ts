// Hand-ins: a list frozen by a content hash, and where each record stands because of it. The state shown is derived,
// always in the same order of proof: made → its bundle left → the province's receipt → the province's decision.
import type { OfficeStore, RecordState, StoredRecord } from '../../db/OfficeStore.ts'
import { contentCode } from '../../shared/bundle/codes.ts'
import type { Handin } from '../../shared/ipc/contract.ts'
import type { Value } from '../../shared/registers/define.ts'
import { personName } from './people.ts'
import { systemRecords } from './systemRecords.ts'

/** Sequence up to which this device's changes have left it: a POST was tried or a file was written. */
const LEFT_KEY = 'sync.leftSeq'

export function leftSeq(store: OfficeStore): number {
  return store.setting<number>(LEFT_KEY) ?? 0
}

export function markLeft(store: OfficeStore, seq: number): void {
  if (seq > leftSeq(store)) store.setSetting(LEFT_KEY, seq)
}

/** A new device has sent nothing yet. */
export function forgetLeft(store: OfficeStore): void {
  store.setSetting(LEFT_KEY, undefined)
}

/** Which records a hand-in froze; a key each, so that ten years of lists are never read at once. */
function membersKey(handinId: string): string {
  return `handin.members.${handinId}`
}

export function rememberMembers(store: OfficeStore, handinId: string, ids: readonly string[]): void {
  store.setSetting(membersKey(handinId), ids)
}

export function membersOf(store: OfficeStore, handinId: string): readonly string[] {
  return store.setting<readonly string[]>(membersKey(handinId)) ?? []
}

/** Newest first: by the order of this store's log, since clocks may be wrong. */
export function handins(store: OfficeStore): Handin[] {
  const outbox = store.outbox()
  const reviews = Map.groupBy(systemRecords(store, 'review'), (review) => String(review.values.handin ?? ''))
  const left = leftSeq(store)
  return systemRecords(store, 'handin')
    .map((record): Handin => {
      const { values, ref } = record
      const own = ref.device === store.deviceId ? outbox : store.formerOutbox(ref.device)
      const bundle = own?.find((entry) => entry.firstSeq <= ref.seq && ref.seq <= entry.lastSeq)
      const decisions = lastDecisions(reviews.get(record.id) ?? [], record)
      const decided = decisionOf(values.state)
      const hash = String(values.contentHash ?? '')
      return {
        id: record.id,
        register: String(values.register ?? ''),
        period: String(values.period ?? ''),
        count: Number(values.count ?? 0),
        nil: values.nil === true,
        contentHash: hash,
        contentCode: hash ? contentCode(Buffer.from(hash, 'hex')) : '',
        state:
          decided ?? (bundle?.receipt || !own ? 'received' : bundle && ref.seq <= left ? 'sent' : 'queued'),
        madeAt: record.createdAt,
        madeBy: personName(store, String(values.madeBy ?? record.updatedBy)),
        receiptCode: bundle?.receipt?.code ?? null,
        receiptAt: bundle?.receipt?.at ?? null,
        accepted: decisions.filter((decision) => decision === 'accept').length,
        returned: decisions.filter((decision) => decision === 'return').length,
        submission: typeof values.submission === 'string' ? values.submission : null,
      }
    })
    .reverse()
}

/** The last decision on each of the list's own records; what hangs under a record is not counted beside it. */
function lastDecisions(reviews: readonly StoredRecord[], handin: StoredRecord): Value[] {
  const last = new Map<Value | undefined, StoredRecord>()
  for (const review of reviews) {
    if (review.values.register !== handin.values.register) continue
    const before = last.get(review.values.record)
    if (!before || review.ref.seq > before.ref.seq) last.set(review.values.record, review)
  }
  return [...last.values()].map((review) => review.values.decision ?? null)
}

function decisionOf(state: unknown): RecordState | undefined {
  return state === 'accepted' || state === 'returned' || state === 'received' ? state : undefined
}
