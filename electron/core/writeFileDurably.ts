import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../shared/result.ts'

export type WriteFailure = { readonly code: 'write-disk-full' | 'write-not-allowed' | 'write-failed' | 'write-bad-medium' }

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
    return err({ code: failureOf(cause) })
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function failureOf(cause: unknown): WriteFailure['code'] {
  const code = cause && typeof cause === 'object' && 'code' in cause ? cause.code : ''
  if (code === 'ENOSPC') return 'write-disk-full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'write-not-allowed'
  return 'write-failed'
}
