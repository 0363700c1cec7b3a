// Works out what an import will write while its dry run is looked at, a few milliseconds at a time between the page's
// own calls. Nothing is written and nothing depends on it: what is not ready when the button is pressed is worked out
// then, and the commit links and checks anew, so that a store that changed meanwhile is never written to from memory.
import type { Edit, OfficeStore } from '../../db/OfficeStore.ts'

/** Shorter than a frame: a page of the dry run that is scrolled to waits no longer than this. */
const SLICE_MS = 6
/** The first page of the dry run goes out before. */
const AFTER_MS = 100
/** About 2 KB a record are held until the import is taken in or closed. */
export const MOST_PREPARED = 20_000

/**
 * @param editsOf the edits as the commit will make them; asked once, in the first quiet moment
 * @returns ends it; whoever plans anew, takes in, closes or locks the store calls this
 */
export function prepareImport(store: OfficeStore, editsOf: () => readonly Edit[]): () => void {
  let stopped = false
  let edits: readonly Edit[] | null = null
  let at = 0
  const slice = () => {
    if (stopped) return
    try {
      const until = performance.now() + SLICE_MS
      edits ??= editsOf().slice(0, MOST_PREPARED)
      while (at < edits.length && performance.now() < until) store.prepare(edits[at++]!)
    } catch {
      // The commit meets it again, where it can be told.
      return
    }
    if (at < edits.length) setImmediate(slice)
  }
  const timer = setTimeout(slice, AFTER_MS).unref()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
