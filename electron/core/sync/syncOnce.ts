// One sync by line: ask, send what the province lacks, take what it answers. Cut anywhere, it is safe to begin again:
// the server says what it has, and a bundle sent twice has one effect and one receipt.
import { randomBytes } from '@noble/hashes/utils.js'
import type { OfficeStore } from '../../../db/OfficeStore.ts'
import { sealHello } from '../../../shared/bundle/messages.ts'
import type { OfficePack, Person, Refusal, SyncAnswer } from '../../../shared/bundle/types.ts'
import { decodeSyncAnswer } from '../../../shared/http/answer.ts'
import { routes } from '../../../shared/http/contract.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DeviceKeys } from '../CoreContext.ts'
import { markLeft } from '../handins.ts'
import { applyReply } from './applyReply.ts'
import type { LineError, Post } from './Post.ts'
import { sealOutbox } from './sealOutbox.ts'

export type SyncError = LineError | Refusal
export type Synced = {
  readonly sent: number
  readonly receipts: number
  readonly changes: number
  readonly remarks: number
}

type Total = { receipts: number; changes: number; remarks: number }

export type SyncParts = {
  readonly store: OfficeStore
  readonly pack: OfficePack
  readonly keys: DeviceKeys
  readonly people: readonly Person[]
  readonly post: Post
  readonly now: () => number
  readonly signal?: AbortSignal
  /** Called before each POST with bundles left and their bytes. */
  readonly onProgress?: (left: { bundles: number; bytes: number }) => void
}

/** Seals, asks, sends every unreceipted bundle in order and applies the replies. */
export async function syncOnce(parts: SyncParts): Promise<Result<Synced, SyncError>> {
  const { store, pack, keys } = parts
  sealOutbox(store, pack, keys, parts.people, parts.now())
  const total = { sent: 0, receipts: 0, changes: 0, remarks: 0 }
  const greeted = await greet(parts, total)
  if (!greeted.ok) return greeted
  let expects = greeted.value
  for (;;) {
    const waiting = store.outbox().filter((entry) => entry.number >= expects)
    const next = waiting[0]
    if (!next) return ok(total)
    if (next.number !== expects) return err({ code: 'gap', expected: expects, got: next.number })
    parts.onProgress?.({
      bundles: waiting.length,
      bytes: waiting.reduce((sum, entry) => sum + entry.bytes.byteLength, 0),
    })
    markLeft(store, next.lastSeq)
    const answered = await ask(parts, routes.bundle, next.bytes)
    if (!answered.ok) return answered
    total.sent++
    const applied = applyAll(parts, answered.value, total)
    if (!applied.ok) return applied
    if (answered.value.expects <= expects) return err({ code: 'malformed', where: 'expects' })
    expects = answered.value.expects
  }
}

/** Fetches every reply that waits, and learns which bundle the province expects. */
async function greet(parts: SyncParts, total: Total): Promise<Result<number, SyncError>> {
  for (;;) {
    const greeted = await ask(parts, routes.hello, hello(parts))
    if (!greeted.ok) return greeted
    const taken = applyAll(parts, greeted.value, total)
    if (!taken.ok) return taken
    // An answer may hold only some of what waits: asked again until nothing comes.
    if (greeted.value.replies.length === 0) return ok(greeted.value.expects)
  }
}

function hello({ store, pack, keys }: SyncParts): Uint8Array {
  return sealHello(
    {
      province: pack.province,
      office: pack.office,
      device: store.deviceId,
      haveReply: store.replies().at(-1)?.number ?? 0,
      nextNumber: (store.outbox().at(-1)?.number ?? 0) + 1,
      nonce: randomBytes(16),
    },
    keys.signing,
  )
}

async function ask(
  parts: SyncParts,
  route: string,
  body: Uint8Array,
): Promise<Result<SyncAnswer, SyncError>> {
  const answered = await parts.post(new URL(route, parts.pack.url).href, body, parts.signal)
  if (!answered.ok) return answered
  const decoded = decodeSyncAnswer(answered.value)
  if (!decoded.ok) return err({ code: 'line-cut' })
  return decoded.value.refusal ? err(decoded.value.refusal) : ok(decoded.value)
}

function applyAll({ store, pack, keys }: SyncParts, answer: SyncAnswer, total: Total): Result<null, Refusal> {
  for (const bytes of answer.replies) {
    const applied = applyReply(store, pack, keys, bytes)
    if (!applied.ok) return applied
    total.receipts += applied.value.receipts
    total.changes += applied.value.changes
    total.remarks += applied.value.remarks
  }
  return ok(null)
}
