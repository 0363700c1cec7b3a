// What was typed and is not yet saved, wherever it is typed: saved before the store is locked, before an undo, and when
// the window goes away.

const pending = new Set<() => Promise<void>>()

/** Registers a way to save what waits; returns how to take it out again. */
export function addPendingSave(save: () => Promise<void>): () => void {
  pending.add(save)
  return () => pending.delete(save)
}

/** Resolves when everything typed is saved or refused. */
export async function savePending(): Promise<void> {
  await Promise.all([...pending].map((save) => save()))
}

window.addEventListener('pagehide', () => void savePending())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void savePending()
})
