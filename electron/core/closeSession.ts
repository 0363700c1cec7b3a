import type { CoreContext } from './CoreContext.ts'
import { dropImports } from './importCalls.ts'
import { dropReturns } from './roomCalls.ts'
import { stopSnapshots } from './snapshotTimer.ts'
import { dropRunner } from './syncCalls.ts'

/** Locks: ends work under way, closes the store and wipes its key. Everything that was shown as saved is on disk. */
export function closeSession(context: CoreContext): void {
  const session = context.session
  if (!session) return
  context.session = null
  stopSnapshots(context)
  dropRunner(context)
  dropImports(context)
  dropReturns(context)
  session.store.close()
  session.storeKey.fill(0)
}
