// Makes bundles of what is unsealed and puts them in the outbox, before any byte leaves. A bundle never changes again.
import { sha256 } from '@noble/hashes/sha2.js'
import type { OfficeStore } from '../../../db/OfficeStore.ts'
import { countForBundle } from '../../../shared/bundle/countForBundle.ts'
import { sealBundle } from '../../../shared/bundle/messages.ts'
import { nodeCodec } from '../../../shared/bundle/node/codec.ts'
import type { OfficePack, Person } from '../../../shared/bundle/types.ts'
import type { DeviceKeys } from '../CoreContext.ts'

/** A bundle holds at most this many changes, so that one cut costs little. */
const MAX_CHANGES = 2_000

/**
 * Seals every change after the last bundle.
 * @returns how many bundles were added.
 */
export function sealOutbox(
  store: OfficeStore,
  pack: OfficePack,
  keys: DeviceKeys,
  people: readonly Person[],
  now: number,
): number {
  let added = 0
  for (;;) {
    const last = store.outbox().at(-1)
    const from = last?.lastSeq ?? 0
    const waiting = store.ownChanges(from, Math.min(store.lastSeq(), from + MAX_CHANGES))
    const changes = waiting.slice(0, countForBundle(waiting))
    const upTo = from + changes.length
    if (upTo <= from) return added
    const actors = new Set(changes.map((change) => change.actor))
    const number = (last?.number ?? 0) + 1
    const bytes = sealBundle(
      {
        province: pack.province,
        office: pack.office,
        device: store.deviceId,
        number,
        previous: last?.hash ?? null,
        firstSeq: from + 1,
        lastSeq: upTo,
        seenReply: store.replies().at(-1)?.number ?? 0,
        people: people.filter((person) => actors.has(person.id)),
        changes,
      },
      keys.signing,
      nodeCodec,
    )
    store.addOutbox({ number, firstSeq: from + 1, lastSeq: upTo, bytes, hash: sha256(bytes), madeAt: now })
    added++
  }
}
