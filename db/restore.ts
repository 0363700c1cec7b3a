// Brings a store back from a snapshot without losing what came after it: the damaged file is kept aside, its change log
// is read as far as it can be and replayed onto the copy, and only a checked copy takes the store's place. A power cut
// in between is finished at the next start.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '../shared/result.ts'
import { renameWithPatience, syncFile, syncFolder, writeFileAtomically } from './atomicFile.ts'
import { KEY_FILE, lacksKeyFile } from './keys.ts'
import type { Progress } from './OfficeStore.ts'
import { type Replayed, replayInto } from './replay.ts'
import type { StoreRefusal } from './StoreRefusal.ts'
import { explain, StoreError } from './StoreRefusal.ts'
import {
  findSnapshot,
  listSnapshots,
  snapshotFindings,
  snapshotFolder,
  snapshotKeyFile,
} from './snapshots.ts'

export const STORE_FILE = 'store.db'
const MARKER = 'restore.json'
const STAGED = 'store.restored.db'
const ASIDE = 'aside'

export type Restored = Replayed & {
  readonly snapshot: string
  /** Where the replaced file lies now, relative to the store's folder. */
  readonly aside: string
}

export type RestoreOptions = {
  readonly dir: string
  readonly key: Uint8Array
  /** A file name from listSnapshots; absent: the newest that is sound. */
  readonly file?: string
  readonly now?: () => number
  /** Of the newer changes taken over. */
  readonly progress?: Progress
}

/**
 * Restores a snapshot and replays the newer changes of the present file. The store must be closed.
 * `complete` in the answer says whether everything after the snapshot came back; when it is false the store must go on
 * under a new device (SqliteStore.replaceDevice), because its old numbers may have been seen by the province.
 */
export function restoreSnapshot(options: RestoreOptions): Result<Restored, StoreRefusal> {
  const { dir, key } = options
  finishRestore(dir)
  const chosen = choose(options)
  if (!chosen.ok) return chosen
  const staged = join(dir, STAGED)
  try {
    for (const part of ['', '-wal', '-shm']) rmSync(`${staged}${part}`, { force: true })
    copyFileSync(join(snapshotFolder(dir), chosen.value), staged)
    const replayed = replayInto(staged, join(dir, STORE_FILE), key, options.progress)
    syncFile(staged)
    const findings = snapshotFindings(staged, key)
    if (findings.length > 0) return err({ code: 'snapshot-bad', findings })
    const aside = join(ASIDE, new Date((options.now ?? Date.now)()).toISOString().replace(/[-:.Z]/g, ''))
    writeFileAtomically(join(dir, MARKER), Buffer.from(JSON.stringify({ aside })))
    borrowKeyFile(dir, chosen.value)
    finishRestore(dir)
    return ok({ ...replayed, snapshot: chosen.value, aside })
  } catch (error) {
    rmSync(staged, { force: true })
    const explained = explain(error, 'restore')
    if (explained instanceof StoreError) return err(explained.refusal)
    const system = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (system === 'ENOSPC') return err({ code: 'disk-full' })
    if (system.startsWith('E') || system.startsWith('SQLITE_BUSY'))
      return err({ code: 'disk-error', detail: system })
    throw error
  }
}

/** Completes a swap that a power cut interrupted; does nothing when there is none. Safe to repeat at any point. */
export function finishRestore(dir: string): void {
  const marker = join(dir, MARKER)
  if (!existsSync(marker)) return
  const { aside } = z.object({ aside: z.string() }).parse(JSON.parse(readFileSync(marker, 'utf8')))
  const staged = join(dir, STAGED)
  if (existsSync(staged)) {
    const folder = join(dir, ASIDE, basename(aside))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // The log files first: a main file without its WAL is older but sound, a WAL without its file is nothing.
    for (const part of ['-wal', '-shm', '']) {
      const from = join(dir, `${STORE_FILE}${part}`)
      if (existsSync(from)) renameWithPatience(from, join(folder, `${STORE_FILE}${part}`))
    }
    renameWithPatience(staged, join(dir, STORE_FILE))
    syncFolder(folder)
  }
  syncFolder(dir)
  rmSync(marker, { force: true })
  syncFolder(dir)
}

function choose(options: RestoreOptions): Result<string, StoreRefusal> {
  const { dir, key } = options
  const wanted = options.file === undefined ? listSnapshots(dir).map(({ file }) => file) : [options.file]
  let refusal: StoreRefusal = { code: 'snapshot-missing' }
  for (const file of wanted) {
    const found = findSnapshot(dir, key, file)
    if (found.ok) return ok(file)
    refusal = found.error
  }
  return err(refusal)
}

/**
 * The present key file is newer (a changed PIN) and stays; only a missing or ruined one is taken from the snapshot.
 * @param snapshot a name from listSnapshots; another does nothing
 */
export function borrowKeyFile(dir: string, snapshot: string): void {
  if (!lacksKeyFile(dir) || !listSnapshots(dir).some(({ file }) => file === snapshot)) return
  const kept = snapshotKeyFile(dir, snapshot)
  if (existsSync(kept)) writeFileAtomically(join(dir, KEY_FILE), readFileSync(kept))
}
