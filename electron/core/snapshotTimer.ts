// Verified snapshots every hour while the store is open, and one soon after opening when the last is older than that.
import { listSnapshots } from '../../db/snapshots.ts'
import type { CoreContext } from './CoreContext.ts'

const HOUR_MS = 60 * 60_000
const FIRST_AFTER_MS = 60_000

const timers = new WeakMap<CoreContext, NodeJS.Timeout>()

export function startSnapshots(context: CoreContext): void {
  stopSnapshots(context)
  const timer = setInterval(() => snapshotIfDue(context), FIRST_AFTER_MS)
  timer.unref()
  timers.set(context, timer)
}

export function stopSnapshots(context: CoreContext): void {
  clearInterval(timers.get(context))
  timers.delete(context)
}

function snapshotIfDue(context: CoreContext): void {
  const { session, options } = context
  if (!session) return
  const newest = Math.max(0, ...listSnapshots(options.dataDir).map((snapshot) => snapshot.at))
  // A clock that was set back must not stop snapshots for years.
  const sinceMs = options.now() - newest
  if (sinceMs >= 0 && sinceMs < HOUR_MS) return
  try {
    session.store.snapshot('hourly')
  } catch (thrown) {
    console.error('core: hourly snapshot failed', thrown instanceof Error ? thrown.message : 'unknown')
  }
}
