// Sending and receiving, by line and by file. Both carry the same signed messages and end in the same functions.
import { bytesToHex } from '@noble/hashes/utils.js'
import { carriedFileName, unwrapCarry, wrapForCarry } from '../../shared/bundle/carry.ts'
import { peekMessage } from '../../shared/bundle/messages.ts'
import type { ErrorCode } from '../../shared/messages/sentences.ts'
import { ok } from '../../shared/result.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { markLeft } from './handins.ts'
import { peopleOf } from './people.ts'
import { refreshStates } from './recordStates.ts'
import { markCarried } from './sendSubmission.ts'
import { applyReply } from './sync/applyReply.ts'
import { enrolRequest, enrolState, setEnrolState } from './sync/enrol.ts'
import { packOf } from './sync/officePack.ts'
import { SyncRunner } from './sync/SyncRunner.ts'
import { sealOutbox } from './sync/sealOutbox.ts'
import { takeRules } from './takeRules.ts'
import { writeFileDurably } from './writeFileDurably.ts'

type SyncCalls = 'sync.status' | 'sync.now' | 'sync.details' | 'bundle.toFile' | 'reply.fromFile'

const runners = new WeakMap<CoreContext, SyncRunner>()

export function runnerOf(context: CoreContext): SyncRunner {
  const existing = runners.get(context)
  if (existing) return existing
  const runner = new SyncRunner(context)
  runners.set(context, runner)
  return runner
}

export function dropRunner(context: CoreContext): void {
  runners.get(context)?.stop()
  runners.delete(context)
}

export const syncCalls: Handlers<SyncCalls> = {
  'sync.status': (context) => ok(runnerOf(context).status(openSession(context))),
  'sync.now': async (context) => ok(await runnerOf(context).run(openSession(context))),

  'sync.details': (context) => {
    const { store, keys } = openSession(context)
    return ok({
      deviceId: store.deviceId,
      keyFingerprint: bytesToHex(keys.signing.public),
      bundles: store.outbox().map((entry) => ({
        number: entry.number,
        changes: entry.lastSeq - entry.firstSeq + 1,
        bytes: entry.bytes.byteLength,
        hash: bytesToHex(entry.hash),
        madeAt: entry.madeAt,
        receiptCode: entry.receipt?.code ?? null,
      })),
      replies: store
        .replies()
        .map((reply) => ({ number: reply.number, at: reply.at, bytes: reply.bytes.byteLength })),
    })
  },

  'bundle.toFile': async (context, { path }) => {
    const { store, keys, user } = openSession(context)
    const pack = packOf(store)
    if (!pack) return refuse('sync-no-pack')
    markCarried(context)
    sealOutbox(store, pack, keys, peopleOf(store), context.options.now())
    const waiting = store.outbox().filter((entry) => entry.receipt === null)
    const enrol = enrolState(store) === 'approved' ? [] : [enrolRequest(pack, keys, user.name)]
    if (waiting.length + enrol.length === 0) return refuse('nothing-to-send')
    const bytes = await wrapForCarry(
      [...enrol, ...waiting.map((entry) => entry.bytes)],
      pack.provinceRecipient,
    )
    const name = carriedFileName(pack.office, waiting[0]?.number ?? 0, waiting.at(-1)?.number ?? 0)
    if (path) {
      const written = writeFileDurably(path, bytes)
      if (!written.ok) return refuse(written.error.code)
    }
    const last = waiting.at(-1)
    if (last) markLeft(store, last.lastSeq)
    refreshStates(store)
    context.emit({ type: 'changed', registers: ['handin'] })
    return ok({ name, bytes: path ? null : bytes, path: path ?? null, bundles: waiting.length })
  },

  'reply.fromFile': async (context, { bytes }) => {
    const { store, keys } = openSession(context)
    const pack = packOf(store)
    if (!pack) return refuse('sync-no-pack')
    const whole = peekMessage(bytes)
    if (whole.ok && whole.value.kind === 'rules') {
      const taken = takeRules(store, pack, bytes)
      if (!taken.ok) {
        const { code, ...args } = taken.error
        return refuse(code, args)
      }
      context.emit({ type: 'changed', registers: ['*'] })
      return ok({ receipts: 0, remarks: 0, changes: 0 })
    }
    const carried = await unwrapCarry(bytes, keys.ageIdentity)
    if (!carried.ok) return refuse(carried.error.code as ErrorCode)
    const total = { receipts: 0, remarks: 0, changes: 0 }
    for (const message of carried.value.messages) {
      const peeked = peekMessage(message)
      if (!peeked.ok) return refuse(peeked.error.code)
      if (peeked.value.kind !== 'reply') return refuse('wrong-kind', { kind: peeked.value.kind })
      const applied = applyReply(store, pack, keys, message)
      if (!applied.ok) {
        const { code, ...args } = applied.error
        return refuse(code, args)
      }
      setEnrolState(store, 'approved')
      total.receipts += applied.value.receipts
      total.remarks += applied.value.remarks
      total.changes += applied.value.changes
    }
    context.emit({ type: 'changed', registers: ['*'] })
    return ok(total)
  },
}
