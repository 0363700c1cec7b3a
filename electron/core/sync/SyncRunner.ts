// The one visible sync: always pressable, always safe to press again. Pressing while it runs joins the running one;
// a cut line is tried again by itself with growing pauses; every refusal says why and keeps the outbox.

import type { OutboxEntry } from '../../../db/OfficeStore.ts'
import { stateCode } from '../../../shared/bundle/codes.ts'
import type { DeviceId } from '../../../shared/change/change.ts'
import type { SyncStatus } from '../../../shared/ipc/contract.ts'
import type { ErrorCode } from '../../../shared/messages/sentences.ts'
import type { CoreContext, Session } from '../CoreContext.ts'
import { peopleOf } from '../people.ts'
import { enrolDevice, enrolState } from './enrol.ts'
import { packOf } from './officePack.ts'
import { type SyncError, syncOnce } from './syncOnce.ts'

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 5 * 60_000
const LAST_GOOD_KEY = 'sync.lastGoodAt'

type Progress = Pick<SyncStatus, 'phase' | 'args' | 'nextTryAt'> & { readonly message: ErrorCode }
const NO_PACK: Progress = { phase: 'not-enrolled', message: 'sync-no-pack', nextTryAt: null }

export class SyncRunner {
  readonly #context: CoreContext
  #progress: Progress = { phase: 'idle', message: 'sync-idle', nextTryAt: null }
  #running: Promise<SyncStatus> | null = null
  #timer: NodeJS.Timeout | null = null
  #interval: NodeJS.Timeout | null = null
  #failures = 0
  readonly #abort = new AbortController()

  constructor(context: CoreContext) {
    this.#context = context
    const { autoSyncMinutes } = context.options
    if (autoSyncMinutes === 0) return
    this.#interval = setInterval(() => this.#runByItself(), autoSyncMinutes * 60_000)
    this.#interval.unref()
  }

  status(session: Session): SyncStatus {
    const { store } = session
    const outbox = store.outbox()
    const waiting = outbox.filter((entry) => entry.receipt === null)
    const enrolment = packOf(store) === null ? 'no-pack' : enrolState(store)
    return {
      ...(enrolment === 'no-pack' ? NO_PACK : this.#progress),
      enrolment,
      lastGoodAt: store.setting<number>(LAST_GOOD_KEY) ?? null,
      unsentChanges:
        store.lastSeq() -
        (outbox.at(-1)?.lastSeq ?? 0) +
        waiting.reduce((sum, e) => sum + e.lastSeq - e.firstSeq + 1, 0),
      unreceiptedBundles: waiting.length,
      bytesLeft: waiting.reduce((sum, entry) => sum + entry.bytes.byteLength, 0),
      stateCode: ownStateCode(store.deviceId, outbox),
    }
  }

  /** Runs now; a second press joins the first. */
  run(session: Session): Promise<SyncStatus> {
    this.#running ??= this.#runOnce(session).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Ends timers and any request under way; what was not answered is sent again next time. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#interval) clearInterval(this.#interval)
    this.#abort.abort()
  }

  /** With nothing to do it costs one small question; a sample office and one without a pack ask nobody. */
  #runByItself(): void {
    const { session } = this.#context
    if (session && packOf(session.store)) void this.run(session)
  }

  async #runOnce(session: Session): Promise<SyncStatus> {
    if (this.#timer) clearTimeout(this.#timer)
    const { store, keys } = session
    const pack = packOf(store)
    if (!pack) return this.#show(session, NO_PACK)
    this.#show(session, { phase: 'sending', message: 'sync-asking', nextTryAt: null })
    const { post, now } = this.#context.options
    const parts = { store, pack, keys, post, now, people: peopleOf(store), signal: this.#abort.signal }
    if (enrolState(store) !== 'approved') {
      const enrolled = await enrolDevice(parts, session.user.name)
      if (!enrolled.ok) return this.#failed(session, enrolled.error)
      if (enrolled.value !== 'approved') {
        return this.#show(session, {
          phase: 'waiting',
          message: `enrol-${enrolled.value}`,
          nextTryAt: this.#retryLater(session),
        })
      }
    }
    const onProgress = () =>
      this.#show(session, { phase: 'sending', message: 'sync-sending', nextTryAt: null })
    const synced = await syncOnce({ ...parts, onProgress })
    if (this.#context.session !== session) return this.#idleStatus(session)
    if (!synced.ok) return this.#failed(session, synced.error)
    this.#failures = 0
    store.setSetting(LAST_GOOD_KEY, now())
    if (synced.value.changes > 0) this.#context.emit({ type: 'changed', registers: ['*'] })
    else if (synced.value.receipts > 0) this.#context.emit({ type: 'changed', registers: ['handin'] })
    return this.#show(session, { phase: 'idle', message: 'sync-done', nextTryAt: null })
  }

  #failed(session: Session, error: SyncError): SyncStatus {
    if (this.#context.session !== session) return this.#idleStatus(session)
    const onLine =
      error.code === 'no-line' || error.code === 'line-cut' || (error.code === 'http' && error.status >= 500)
    const { code, ...args } = error
    if (!onLine) return this.#show(session, { phase: 'refused', message: code, args, nextTryAt: null })
    this.#failures++
    return this.#show(session, {
      phase: 'offline',
      message: code,
      args,
      nextTryAt: this.#retryLater(session),
    })
  }

  #retryLater(session: Session): number | null {
    if (this.#context.options.autoSyncMinutes === 0) return null
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.#failures, 10))
    this.#timer = setTimeout(() => void this.run(session), pauseMs)
    this.#timer.unref()
    return this.#context.options.now() + pauseMs
  }

  #show(session: Session, progress: Progress): SyncStatus {
    this.#progress = progress
    if (this.#context.session !== session) return this.#idleStatus(session)
    const status = this.status(session)
    this.#context.emit({ type: 'sync', status })
    return status
  }

  #idleStatus(_session: Session): SyncStatus {
    return {
      phase: 'idle',
      message: 'sync-idle',
      enrolment: 'new',
      lastGoodAt: null,
      unsentChanges: 0,
      unreceiptedBundles: 0,
      bytesLeft: 0,
      nextTryAt: null,
      stateCode: '',
    }
  }
}

/** What the province knew at the last reply and what this device has had receipted: equal on both sides when synced. */
function ownStateCode(device: DeviceId, outbox: readonly OutboxEntry[]): string {
  const receipted = outbox.findLast((entry) => entry.receipt !== null)
  return receipted ? stateCode([{ device, seq: receipted.lastSeq, hash: receipted.hash }]) : ''
}
