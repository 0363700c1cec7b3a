import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { err, ok, type Result } from '../../shared/result.ts'

export type WriteFailure = {
  readonly code: 'write-disk-full' | 'write-not-allowed' | 'write-failed' | 'write-bad-medium'
}

/**
 * Writes beside the target, syncs, reads back and compares, then renames: a stick that is pulled, full or lying never
 * leaves a half file under the final name.
 */
export function writeFileDurably(path: string, bytes: Uint8Array): Result<null, WriteFailure> {
  const partial = `${path}.part`
  try {
    const handle = openSync(partial, 'w', 0o600)
    try {
      for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (digest(readFileSync(partial)) !== digest(bytes)) {
      rmSync(partial, { force: true })
      return err({ code: 'write-bad-medium' })
    }
    renameSync(partial, path)
    return ok(null)
  } catch (cause) {
    rmSync(partial, { force: true })
    return err(writeFailure(cause) ?? { code: 'write-failed' })
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The refusal for a file-system error; undefined for anything else. */
export function writeFailure(cause: unknown): WriteFailure | undefined {
  const code = cause && typeof cause === 'object' && 'code' in cause ? cause.code : undefined
  if (code === 'ENOSPC') return { code: 'write-disk-full' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'write-not-allowed' }
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? { code: 'write-failed' } : undefined
}
