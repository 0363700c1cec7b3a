// Creates and opens a store folder: `store.db` (encrypted), the key file beside it (db/keys.ts), `snapshots/`. Opening
// checks before it touches: who holds it, whether the key fits, whether this app knows the file, whether it is sound.
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Register } from '../shared/registers/define.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { syncFolder } from './atomicFile.ts'
import { Connection } from './Connection.ts'
import { makeFolder } from './dataFolder.ts'
import { keyIdInFolder, keyIdOf } from './keys.ts'
import { nameOwner, readOwner } from './lock.ts'
import { applyMigrations, MIGRATIONS, type Migration, pendingMigrations } from './migrate.ts'
import type { Progress } from './OfficeStore.ts'
import { finishRestore, STORE_FILE } from './restore.ts'
import { type DeviceKeys, insertDevice, SqliteStore } from './SqliteStore.ts'
import { StoreError, type StoreRefusal, sqliteCode } from './StoreRefusal.ts'
import { makeSnapshot } from './snapshots.ts'

export type OpenOptions = {
  readonly dir: string
  /** 32 bytes from db/keys.ts. The store keeps a copy and wipes it at close. */
  readonly key: Uint8Array
  readonly registers: readonly Register[]
  readonly now?: () => number
  readonly randomBytes?: (count: number) => Uint8Array
  /**
   * Above this size the check of every page is left to the caller (`store.checkedAtOpen` is false: go through
   * checkInParts() soon after), so that a large store opens at once. 16 MB, about a tenth of a second, unless said
   * otherwise.
   */
  readonly checkUpToBytes?: number
  /** Of records whose rows are made anew from the log: after a restore, or when a register's definition changed. */
  readonly progress?: Progress
  /** For tests of a full disk only: pages beyond which SQLite refuses to grow the file. */
  readonly maxPages?: number
  /** For tests of migrations only. */
  readonly migrations?: readonly Migration[]
}

/**
 * Makes a new store in `dir`.
 * @returns the open store, or why not; an existing one is never touched.
 */
export function createStore(
  options: OpenOptions & { readonly device: DeviceKeys },
): Result<SqliteStore, StoreRefusal> {
  const file = join(options.dir, STORE_FILE)
  if (existsSync(file)) return err({ code: 'store-exists' })
  const now = options.now ?? Date.now
  let connection: Connection | undefined
  try {
    makeFolder(options.dir)
    connection = new Connection({ file, key: options.key })
    const db = connection
    db.transaction(() => {
      applyMigrations(db, options.migrations ?? MIGRATIONS, now)
      insertDevice(db, options.device, now())
    })
    syncFolder(options.dir)
    return ok(compose(options, connection, true))
  } catch (error) {
    connection?.close()
    for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
    return err(refusalOf(error, options))
  }
}

/** Whether there is a store in that folder, also one whose restore was cut short. */
export function storeExists(dir: string): boolean {
  finishRestore(dir)
  return existsSync(join(dir, STORE_FILE))
}

/**
 * Opens the store in `dir`: finishes a restore that was cut short, takes the exclusive lock, checks every page
 * (quick_check), applies migrations after a snapshot, and brings the registers' tables in line with their definitions.
 */
export function openStore(options: OpenOptions): Result<SqliteStore, StoreRefusal> {
  if (!storeExists(options.dir)) return err({ code: 'store-missing' })
  const now = options.now ?? Date.now
  let connection: Connection | undefined
  try {
    connection = new Connection({ file: join(options.dir, STORE_FILE), key: options.key })
    const checked =
      statSync(join(options.dir, STORE_FILE)).size <= (options.checkUpToBytes ?? 16 * 1024 * 1024)
    const findings = checked ? connection.quickCheck() : []
    if (findings.length > 0) throw new StoreError({ code: 'store-damaged', findings }, 'quick_check')
    const pending = pendingMigrations(connection, options.migrations ?? MIGRATIONS)
    if (!pending.ok) {
      connection.close()
      return pending
    }
    if (pending.value.length > 0) {
      makeSnapshot(connection, options.dir, options.key, 'before-migration', now())
      applyMigrations(connection, pending.value, now)
    }
    return ok(compose(options, connection, checked))
  } catch (error) {
    connection?.close()
    return err(refusalOf(error, options))
  }
}

function compose(options: OpenOptions, connection: Connection, checkedAtOpen: boolean): SqliteStore {
  const now = options.now ?? Date.now
  if (options.maxPages) connection.driver.pragma(`max_page_count=${options.maxPages}`)
  const nonce = Buffer.from((options.randomBytes ?? randomBytes)(8)).toString('hex')
  return new SqliteStore({
    progress: options.progress,
    connection,
    dir: options.dir,
    key: Uint8Array.from(options.key),
    registers: options.registers,
    now,
    nonce,
    checkedAtOpen,
    release: nameOwner(options.dir, now()),
  })
}

/** What the world did, as data; what we did wrong is thrown on. */
function refusalOf(error: unknown, options: OpenOptions): StoreRefusal {
  if (error instanceof StoreError && error.refusal.code !== 'store-damaged') return error.refusal
  const code = sqliteCode(error instanceof StoreError ? error.cause : error)
  if (code.startsWith('SQLITE_BUSY')) return { code: 'store-in-use', ...readOwner(options.dir) }
  if (code === 'SQLITE_NOTADB') {
    // A wrong key and a ruined first page look alike; the key file says which.
    const fits = keyIdInFolder(options.dir) === keyIdOf(options.key)
    return fits ? { code: 'store-damaged', findings: [code] } : { code: 'wrong-key' }
  }
  if (error instanceof StoreError) return error.refusal
  if (code === 'SQLITE_FULL') return { code: 'disk-full' }
  if (code.startsWith('SQLITE_CORRUPT')) return { code: 'store-damaged', findings: [code] }
  if (code !== '') return { code: 'disk-error', detail: code }
  const system = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (system === 'ENOSPC') return { code: 'disk-full' }
  if (system.startsWith('E')) return { code: 'disk-error', detail: system }
  throw error
}
