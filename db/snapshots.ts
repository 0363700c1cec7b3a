// Verified snapshots of the encrypted store: VACUUM INTO (the online backup fails on encrypted files), synced, reopened
// with the key, checked, and only then given its name. A file without the final name was never verified and is swept.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../shared/result.ts'
import { renameWithPatience, syncFile, syncFolder, writeFileAtomically } from './atomicFile.ts'
import { Connection } from './Connection.ts'
import { KEY_FILE, keyIdIn, keyIdInFolder, keyIdOf, listPersonsIn } from './keys.ts'
import type { SnapshotInfo } from './OfficeStore.ts'
import { explain, StoreError, type StoreRefusal } from './StoreRefusal.ts'

const FOLDER = 'snapshots'
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})-([a-z0-9-]{1,40})\.db$/

export function snapshotFolder(dir: string): string {
  return join(dir, FOLDER)
}

/** The key file that was kept with a snapshot. */
export function snapshotKeyFile(dir: string, file: string): string {
  return join(snapshotFolder(dir), file.replace(/\.db$/, '.keys.json'))
}

/**
 * Gives every snapshot of this store the present key file: a PIN or a person that was taken away must not open an old
 * copy. Snapshots of another store keep theirs.
 */
export function renewSnapshotKeys(dir: string): void {
  const own = keyIdInFolder(dir)
  if (own === null) return
  const bytes = readFileSync(join(dir, KEY_FILE))
  for (const { file } of listSnapshots(dir)) {
    const path = snapshotKeyFile(dir, file)
    if (keyIdIn(path) === own) writeFileAtomically(path, bytes)
  }
}

/** Who could open the newest snapshot, for a folder whose own key file is lost. */
export function personsOfSnapshots(dir: string): { id: string; name: string }[] {
  for (const { file } of listSnapshots(dir)) {
    const persons = listPersonsIn(snapshotKeyFile(dir, file))
    if (persons.ok) return persons.value
  }
  return []
}

/** Newest first; readable while the store is locked or damaged. Times are the device's own clock. */
export function listSnapshots(dir: string): SnapshotInfo[] {
  const folder = snapshotFolder(dir)
  if (!existsSync(folder)) return []
  const found: SnapshotInfo[] = []
  for (const file of readdirSync(folder)) {
    const m = NAME.exec(file)
    if (!m) continue
    const at = Date.UTC(+m[1]!, +m[2]! - 1, +m[3]!, +m[4]!, +m[5]!, +m[6]!, +m[7]!)
    found.push({ file, at, bytes: statSync(join(folder, file)).size, reason: m[8]!, verified: true })
  }
  return found.sort((a, b) => b.at - a.at)
}

/**
 * @param reason lower-case words joined by dashes: `hourly`, `before-import`, `before-migration`.
 * @throws StoreError when the disk is full or the copy does not verify; the store itself is untouched.
 */
export function makeSnapshot(
  connection: Connection,
  dir: string,
  key: Uint8Array,
  reason: string,
  now: number,
): SnapshotInfo {
  const folder = snapshotFolder(dir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const left of readdirSync(folder))
    if (left.startsWith('tmp-')) rmSync(join(folder, left), { force: true })
  const label = reason.replace(/[^a-z0-9-]/g, '-').slice(0, 40) || 'snapshot'
  let at = now
  while (existsSync(join(folder, nameOf(at, label)))) at++
  const file = nameOf(at, label)
  const temporary = join(folder, `tmp-${file}`)
  try {
    connection.exec(`VACUUM INTO '${temporary.replaceAll("'", "''")}'`)
    syncFile(temporary)
    verify(temporary, key)
    renameWithPatience(temporary, join(folder, file))
    const keys = join(dir, KEY_FILE)
    if (existsSync(keys)) copyFileSync(keys, snapshotKeyFile(dir, file))
    syncFolder(folder)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw explain(error, 'VACUUM INTO')
  }
  prune(dir, listSnapshots(dir))
  return { file, at, bytes: statSync(join(folder, file)).size, reason: label, verified: true }
}

/** SQLite's findings on a snapshot; empty when it is sound. */
export function snapshotFindings(file: string, key: Uint8Array): string[] {
  let copy: Connection
  try {
    copy = new Connection({ file, key, readonly: true })
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  try {
    return copy.quickCheck()
  } finally {
    copy.close()
  }
}

/** Path of a snapshot by its listed name, once it has been checked; nothing that is not in the list is ever opened. */
export function findSnapshot(dir: string, key: Uint8Array, file: string): Result<string, StoreRefusal> {
  if (!listSnapshots(dir).some((snapshot) => snapshot.file === file)) return err({ code: 'snapshot-missing' })
  const path = join(snapshotFolder(dir), file)
  const findings = snapshotFindings(path, key)
  if (findings.length === 0) return ok(path)
  const keys = keyIdIn(snapshotKeyFile(dir, file))
  // A store that was set up anew in this folder has a key of its own; its predecessor's copies are sound but not ours.
  if (keys !== null && keys !== keyIdOf(key)) return err({ code: 'snapshot-foreign' })
  return err({ code: 'snapshot-bad', findings })
}

function verify(file: string, key: Uint8Array): void {
  const findings = snapshotFindings(file, key)
  if (findings.length > 0)
    throw new StoreError({ code: 'snapshot-bad', findings }, 'the snapshot does not verify')
}

function nameOf(at: number, label: string): string {
  return `${new Date(at).toISOString().replace(/[-:.Z]/g, '')}-${label}.db`
}

const HOUR = 3_600_000
const KEEP = [
  { span: HOUR, count: 24 },
  { span: 24 * HOUR, count: 7 },
  { span: 7 * 24 * HOUR, count: 4 },
  { span: 30 * 24 * HOUR, count: 12 },
] as const

/** Of a newest-first list, those to keep: the newest of each of the last 24 hours, 7 days, 4 weeks, 12 months, and always 3. */
export function snapshotsToKeep(list: readonly SnapshotInfo[]): Set<string> {
  const keep = new Set(list.slice(0, 3).map((s) => s.file))
  for (const { span, count } of KEEP) {
    const newestOf = new Map<number, string>()
    for (const s of list) {
      const slot = Math.floor(s.at / span)
      if (!newestOf.has(slot)) newestOf.set(slot, s.file)
    }
    for (const file of [...newestOf.values()].slice(0, count)) keep.add(file)
  }
  return keep
}

function prune(dir: string, list: readonly SnapshotInfo[]): void {
  const keep = snapshotsToKeep(list)
  for (const { file } of list) {
    if (keep.has(file)) continue
    rmSync(join(snapshotFolder(dir), file), { force: true })
    rmSync(snapshotKeyFile(dir, file), { force: true })
  }
}
