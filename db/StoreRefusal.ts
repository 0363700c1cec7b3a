// Why the store would not open, or could not write: what the world may do, as data. Sentences for these codes live in
// shared/messages; nothing here holds a path's content, a name or a value.

export type StoreRefusal =
  /** There is already a store in that folder; it is never overwritten. */
  | { readonly code: 'store-exists' }
  | { readonly code: 'store-missing' }
  /** Another process has it open. Unknown parts are empty or 0. */
  | { readonly code: 'store-in-use'; readonly pid: number; readonly host: string; readonly since: number }
  | { readonly code: 'wrong-key' }
  /** quick_check or a read failed; `findings` are SQLite's own words. */
  | { readonly code: 'store-damaged'; readonly findings: readonly string[] }
  /** Written by a newer version of the app: please update. */
  | { readonly code: 'store-newer'; readonly version: number }
  /** A migration that was applied is not the one we ship: not our file, or a broken build. */
  | { readonly code: 'store-foreign'; readonly migration: number }
  | { readonly code: 'disk-full' }
  | { readonly code: 'disk-error'; readonly detail: string }
  | { readonly code: 'snapshot-missing' }
  /** Sound, but of another store: the key that its own key file wraps is not this one's. */
  | { readonly code: 'snapshot-foreign' }
  | { readonly code: 'snapshot-bad'; readonly findings: readonly string[] }

/**
 * Thrown from the store's synchronous writes when the disk refuses. The transaction is rolled back whole before it is
 * thrown: nothing is half done. `refusal.code` is what callers show; `message` names the SQL, never a value.
 */
export class StoreError extends Error {
  readonly refusal: StoreRefusal
  constructor(refusal: StoreRefusal, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.refusal = refusal
  }
}

/** SQLite's error code of a thrown driver error, or '' when it is something else. */
export function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : ''
}

/** Turns a driver error into a StoreError where the world is to blame; anything else comes back with its SQL added. */
export function explain(error: unknown, sql: string): Error {
  if (error instanceof StoreError) return error
  const code = sqliteCode(error)
  const message = `${code || 'error'}: ${error instanceof Error ? error.message : String(error)} in: ${sql.slice(0, 300)}`
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return new StoreError({ code: 'disk-full' }, message, error)
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new StoreError({ code: 'store-damaged', findings: [code] }, message, error)
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') {
    return new StoreError({ code: 'disk-error', detail: code }, message, error)
  }
  return new Error(message, { cause: error })
}
