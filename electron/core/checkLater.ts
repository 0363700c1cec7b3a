// The check of every page of a store that was too large to be checked before its first screen: one table at a time, with
// pauses, soon after opening. It finds what quick_check at the start would have found, minutes later at the most.
import { type CoreContext, openSession } from './CoreContext.ts'

const FIRST_AFTER_MS = 3_000
const PAUSE_MS = 200

/**
 * @param onDamage called once, when a table does not check; nothing more is checked then
 */
export function checkLater(
  context: CoreContext,
  onDamage: () => void,
  timing = { firstAfterMs: FIRST_AFTER_MS, pauseMs: PAUSE_MS },
): void {
  const { store } = openSession(context)
  const parts = store.checkInParts()
  const next = (): void => {
    // Locked or reopened meanwhile: an opening looks after itself.
    if (context.session?.store !== store) return
    const findings = parts.next()
    if (findings.done) return
    if (findings.value.length === 0) setTimeout(next, timing.pauseMs).unref()
    else {
      console.error('core: the store does not check')
      onDamage()
    }
  }
  setTimeout(next, timing.firstAfterMs).unref()
}
