// Takes in one signed reply, whole or not at all: receipts settle the outbox, other devices' changes are merged, the
// reply itself is kept. By line and by file alike, any number of times.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { OfficeStore } from '../../../db/OfficeStore.ts'
import { openReply } from '../../../shared/bundle/messages.ts'
import { nodeCodec } from '../../../shared/bundle/node/codec.ts'
import { receiptCode } from '../../../shared/bundle/codes.ts'
import type { OfficePack, Refusal, Reply } from '../../../shared/bundle/types.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { refreshStates } from '../handins.ts'
import { rememberPeople } from '../people.ts'

export type Applied = { readonly known: boolean; readonly receipts: number; readonly remarks: number; readonly changes: number }

const NOTHING: Applied = { known: true, receipts: 0, remarks: 0, changes: 0 }

/**
 * @returns what it brought; `known: true` when this very reply had been applied before.
 */
export function applyReply(store: OfficeStore, pack: OfficePack, bytes: Uint8Array): Result<Applied, Refusal> {
  const opened = openReply(bytes, {
    province: pack.province,
    provinceKey: pack.provinceKey,
    office: pack.office,
    device: store.deviceId,
    codec: nodeCodec,
    lastWrite: () => undefined,
  })
  if (!opened.ok) return opened
  const reply = opened.value
  const hash = sha256(bytes)
  const have = store.replies()
  const same = have.find((known) => known.number === reply.number)
  if (same) return bytesToHex(same.hash) === bytesToHex(hash) ? ok(NOTHING) : err({ code: 'fork', number: reply.number })
  const last = have.at(-1)
  const expected = (last?.number ?? 0) + 1
  if (reply.number !== expected) return err({ code: 'gap', expected, got: reply.number })
  if (!sameHash(reply.previous, last?.hash ?? null)) return err({ code: 'fork', number: reply.number })
  return store.transaction(() => take(store, reply, bytes, hash))
}

function take(store: OfficeStore, reply: Reply, bytes: Uint8Array, hash: Uint8Array): Result<Applied, Refusal> {
  let receipts = 0
  for (const receipt of reply.receipts) {
    const { counts } = receipt
    if (counts.changes !== counts.applied + counts.held + counts.refused) return err({ code: 'malformed', where: 'counts' })
    if (receipt.code !== receiptCode(receipt.bundleHash, reply.office)) return err({ code: 'malformed', where: 'code' })
    const settled = store.settleOutbox(receipt.bundleHash, { code: receipt.code, at: receipt.at, replyNumber: reply.number })
    if (settled) receipts++
  }
  const merged = store.applyForeign(reply.changes)
  rememberPeople(store, reply.people)
  store.addReply(reply.number, bytes, hash)
  if (reply.stateCode) store.setSetting('sync.provinceStateCode', reply.stateCode)
  refreshStates(store)
  const remarks = reply.changes.filter((change) => change.register === 'remark').length
  return ok({ known: false, receipts, remarks, changes: merged.applied })
}

function sameHash(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b
  return bytesToHex(a) === bytesToHex(b)
}
