// Small files that must survive a power cut at any moment: written beside, synced, renamed over, folder synced.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a rename or a new file durable. Windows cannot sync a folder and does not need to. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

export function syncFile(file: string): void {
  const fd = openSync(file, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** After it returns the file holds these bytes; before, it holds the old ones; never anything between. */
export function writeFileAtomically(file: string, bytes: Uint8Array, mode = 0o600): void {
  const beside = `${file}.tmp`
  const fd = openSync(beside, 'w', mode)
  try {
    let done = 0
    while (done < bytes.length) done += writeSync(fd, bytes, done)
    fsyncSync(fd)
  } catch (error) {
    closeSync(fd)
    rmSync(beside, { force: true })
    throw error
  }
  closeSync(fd)
  renameWithPatience(beside, file)
  syncFolder(dirname(file))
}

/** Antivirus may hold a file for moments after it is closed: Windows then refuses to rename it. */
export function renameWithPatience(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt >= 20 || !['EBUSY', 'EPERM', 'EACCES'].includes(code)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50 * attempt)
    }
  }
}
