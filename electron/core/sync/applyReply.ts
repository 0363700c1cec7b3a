// Takes in one signed reply, whole or not at all: receipts settle the outbox, other devices' changes are merged, the
// reply itself is kept. By line and by file alike, any number of times.
import type { OfficeStore } from '../../../db/OfficeStore.ts'
import { judgeReply } from '../../../shared/bundle/chain.ts'
import { receiptCode } from '../../../shared/bundle/codes.ts'
import { pairSecret } from '../../../shared/bundle/ed25519.ts'
import { messageHash, openReply } from '../../../shared/bundle/messages.ts'
import { nodeCodec } from '../../../shared/bundle/node/codec.ts'
import type { OfficePack, Refusal, Reply } from '../../../shared/bundle/types.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DeviceKeys } from '../CoreContext.ts'
import { rememberPeople } from '../people.ts'
import { refreshStates } from '../recordStates.ts'
import { takeRules } from '../takeRules.ts'
import { rememberOutcomes } from './outcomes.ts'

export type Applied = {
  readonly known: boolean
  readonly receipts: number
  readonly remarks: number
  readonly changes: number
}

/** Latest province time seen in a reply, ms: the only clock that an expiry is held against. */
const PROVINCE_TIME_KEY = 'sync.provinceTime'

const NOTHING: Applied = { known: true, receipts: 0, remarks: 0, changes: 0 }

/**
 * @returns what it brought; `known: true` when this very reply had been applied before.
 */
export function applyReply(
  store: OfficeStore,
  pack: OfficePack,
  keys: DeviceKeys,
  bytes: Uint8Array,
): Result<Applied, Refusal> {
  const opened = openReply(bytes, {
    province: pack.province,
    provinceKey: pack.provinceKey,
    office: pack.office,
    device: store.deviceId,
    codec: nodeCodec,
    recordIdOf: (record) => store.recordIdOf(record),
    provinceTime: store.setting<number>(PROVINCE_TIME_KEY),
  })
  if (!opened.ok) return opened
  const reply = opened.value
  const hash = messageHash(bytes)
  const have = store.replies()
  const last = have.at(-1)
  const decision = judgeReply(
    {
      number: last?.number ?? 0,
      hash: last?.hash ?? null,
      hashOf: (number) => have.find((known) => known.number === number)?.hash,
    },
    reply,
    hash,
  )
  if (decision.kind === 'duplicate') return ok(NOTHING)
  if (decision.kind === 'gap') return err({ code: 'gap', expected: decision.expected, got: decision.got })
  if (decision.kind === 'fork') return err({ code: 'fork', number: decision.number })
  const secret = pairSecret(keys.signing, pack.provinceKey)
  if (
    reply.receipts.some((receipt) => receipt.code !== receiptCode(receipt.bundleHash, reply.office, secret))
  ) {
    return err({ code: 'malformed', where: 'receipt code' })
  }
  const applied = store.transaction(() => take(store, pack, reply, bytes, hash))
  // Outside: states are worked out anew from what stands, and what is remembered of lists must not outlive a rollback.
  refreshStates(store)
  return ok(applied)
}

function take(
  store: OfficeStore,
  pack: OfficePack,
  reply: Reply,
  bytes: Uint8Array,
  hash: Uint8Array,
): Applied {
  let receipts = 0
  for (const receipt of reply.receipts) {
    const settled = { code: receipt.code, at: receipt.at, replyNumber: reply.number }
    if (store.settleOutbox(receipt.bundleHash, settled)) receipts++
  }
  rememberOutcomes(store, reply.outcomes)
  const merged = store.applyForeign(reply.changes)
  rememberPeople(store, reply.people)
  // One that cannot be opened is a newer province's: the reply is applied all the same.
  for (const rules of reply.packs) takeRules(store, pack, rules)
  store.addReply(reply.number, bytes, hash)
  store.setSetting(PROVINCE_TIME_KEY, Math.max(reply.at, store.setting<number>(PROVINCE_TIME_KEY) ?? 0))
  store.setSetting('sync.provinceStateCode', reply.stateCode)
  const remarks = reply.changes.filter((change) => change.register === 'remark').length
  return { known: false, receipts, remarks, changes: merged.applied }
}
