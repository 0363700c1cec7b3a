// The folder that everything lies in: made and tried before anything is promised to the officer. One folder at a time,
// because Node's recursive mkdir never ends where the system says that a parent is missing though it is there (/proc).
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../shared/result.ts'

export type FolderRefusal =
  /** A file stands there, or on the way there. */
  | { readonly code: 'folder-is-file'; readonly folder: string }
  | { readonly code: 'folder-not-allowed'; readonly folder: string }
  | { readonly code: 'folder-read-only'; readonly folder: string }
  | { readonly code: 'folder-failed'; readonly folder: string; readonly detail: string }
  | { readonly code: 'disk-full' }

/**
 * Makes the folder and those above it that are missing.
 * @throws the system's error when it cannot be made
 */
export function makeFolder(dir: string, mode = 0o700): void {
  const missing: string[] = []
  for (let at = dir; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode })
    } catch (error) {
      // Another process was faster.
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  if (!statSync(dir).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
}

/** Makes the data folder when it is missing and tries to write into it. A full disk alone does not keep a store shut. */
export function prepareDataFolder(dir: string): Result<null, FolderRefusal> {
  try {
    makeFolder(dir)
  } catch (error) {
    return err(refusalOf(error, dir))
  }
  const probe = join(dir, `.try-${process.pid}`)
  try {
    closeSync(openSync(probe, 'w', 0o600))
    rmSync(probe, { force: true })
    return ok(null)
  } catch (error) {
    return codeOf(error) === 'ENOSPC' ? ok(null) : err(refusalOf(error, dir))
  }
}

/** The system's code of a file error (`EACCES`), or '' when it is none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^E[A-Z0-9]+$/.test(code) ? code : ''
}

function refusalOf(error: unknown, folder: string): FolderRefusal {
  const code = codeOf(error)
  if (code === 'ENOTDIR' || code === 'EEXIST') return { code: 'folder-is-file', folder }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'folder-not-allowed', folder }
  if (code === 'EROFS') return { code: 'folder-read-only', folder }
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' }
  if (code === '') throw error
  return { code: 'folder-failed', folder, detail: code }
}
