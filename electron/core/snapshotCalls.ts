// Snapshots: listed while the store is shut, made on request, and the way back. A sound store goes back by one step that
// can be undone; a damaged or missing one is replaced by the snapshot, with everything later that can still be read.
import { type KeyRefusal, keyByRecoveryCode, unlock } from '../../db/keys.ts'
import type { Progress } from '../../db/OfficeStore.ts'
import { storeExists } from '../../db/open.ts'
import { borrowKeyFile, restoreSnapshot } from '../../db/restore.ts'
import { listSnapshots } from '../../db/snapshots.ts'
import { mayCall } from '../../shared/ipc/callRights.ts'
import type { CallError } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { closeSession } from './closeSession.ts'
import { forgetLeft } from './handins.ts'
import { begin, damageOf, keyOptions, newDevice, openWith, refused } from './opening.ts'
import { afterCommit } from './recordCalls.ts'
import { roleOf } from './roles.ts'
import { forgetEnrolment } from './sync/enrol.ts'

type SnapshotCalls = 'snapshots.list' | 'snapshots.make' | 'snapshots.restore'

type Opener = { readonly userId?: string; readonly pin?: string; readonly recoveryCode?: string }
type Nothing = Record<string, never>

export const snapshotCalls: Handlers<SnapshotCalls> = {
  'snapshots.list': (context) =>
    ok(listSnapshots(context.options.dataDir).map((snapshot) => ({ ...snapshot }))),

  'snapshots.make': (context) => ok({ ...openSession(context).store.snapshot('asked') }),

  'snapshots.restore': async (context, { file, ...opener }) => {
    try {
      return await restore(context, file, opener)
    } finally {
      // Done or refused, the bar goes.
      tell(context, file, 100)
    }
  },
}

async function restore(
  context: CoreContext,
  file: string,
  opener: Opener,
): Promise<Result<Nothing, CallError>> {
  if (context.session) return goBack(context, file)
  const held = damageOf(context) ?? (await keyFor(context, file, opener))
  if (!held) return refuse('locked')
  if ('ok' in held) return held
  const { key, userId } = held
  if (damageOf(context) === null && storeExists(context.options.dataDir)) {
    const opened = await openWith(context, key, userId)
    if (opened.ok) {
      // Closing first must not be a way round one's role; the sheet from the safe stands above roles.
      const { store } = openSession(context)
      if (opener.recoveryCode === undefined && !mayCall(roleOf(store, userId), 'snapshots.restore')) {
        closeSession(context)
        context.emit({ type: 'status' })
        return refuse('needs-manager')
      }
      return goBack(context, file)
    }
    if (opened.error.code !== 'store-damaged') return opened
  }
  return replaceFile(context, file, key, userId)
}

const JOB = 'snapshots.restore'

function tell(context: CoreContext, file: string, done: number): void {
  context.emit({ type: 'progress', jobId: JOB, label: file, done, total: 100 })
}

/** Tells the page of one part of the work, from..to of 100, each hundredth once. */
function progressOf(context: CoreContext, file: string, from: number, to: number): Progress {
  let told = -1
  return (done, total) => {
    const at = Math.min(99, Math.floor(from + ((to - from) * done) / Math.max(1, total)))
    if (at === told) return
    told = at
    tell(context, file, at)
  }
}

/** The store's key by what was typed beside the snapshot; null when nothing was. */
async function keyFor(
  context: CoreContext,
  file: string,
  { userId, pin, recoveryCode }: Opener,
): Promise<{ key: Uint8Array; userId: string } | Result<never, CallError> | null> {
  const { dataDir } = context.options
  if (!userId || (pin === undefined && recoveryCode === undefined)) return null
  borrowKeyFile(dataDir, file)
  const key: Result<Uint8Array, KeyRefusal> =
    recoveryCode === undefined
      ? await unlock(keyOptions(context), userId, pin ?? '')
      : keyByRecoveryCode(dataDir, recoveryCode)
  return key.ok ? { key: key.value, userId } : refused(key.error)
}

function goBack(context: CoreContext, file: string): Result<Nothing, CallError> {
  const { store, user } = openSession(context)
  const { now } = context.options
  const chosen = listSnapshots(context.options.dataDir).find((snapshot) => snapshot.file === file)
  if (!chosen) return refuse('snapshot-missing')
  const label = `Khôi phục về ${dayAndTime(new Date(chosen.at))}`
  const back = store.goBackTo(
    file,
    { actor: user.id, origin: 'restore', label, at: now() },
    progressOf(context, file, 0, 100),
  )
  if (!back.ok) return refused(back.error)
  afterCommit(context, back.value.ids)
  return ok({})
}

async function replaceFile(
  context: CoreContext,
  file: string,
  key: Uint8Array,
  userId: string,
): Promise<Result<Nothing, CallError>> {
  const { dataDir, now } = context.options
  const restored = restoreSnapshot({
    dir: dataDir,
    key,
    file,
    now,
    progress: progressOf(context, file, 0, 30),
  })
  if (!restored.ok) return refused(restored.error)
  const reopened = await openWith(context, key, userId, progressOf(context, file, 30, 100))
  if (reopened.ok && !restored.value.complete) {
    // Numbers after the snapshot may have been seen by the province: the store goes on under a device of its own.
    const session = openSession(context)
    const { store, user } = session
    const meta = { actor: user.id, origin: 'adopt', label: '', at: now() } as const
    const adopted = store.replaceDevice(await newDevice(), meta)
    forgetEnrolment(store)
    forgetLeft(store)
    await begin(context, store, session.storeKey, user.id)
    afterCommit(context, adopted.ids)
  }
  context.emit({ type: 'status' })
  return reopened
}

/** `21/11/2026 09:10`, by this machine's clock: as the list of snapshots shows it. */
function dayAndTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}
