// Composes one province server: its PostgreSQL (its own, or the one it is pointed at), its tables, its keys, its first
// administrator and its HTTP surface. Everything it may fail at in the world is a typed error with a sentence.
import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '../shared/result.ts'
import { ensureFirstAdmin } from './accounts/accounts.ts'
import { SERVER_ACTOR } from './audit/writeAudit.ts'
import { createApp } from './http/createApp.ts'
import { type KeyError, openProvinceKeys } from './keys/provinceKeys.ts'
import type { Province } from './Province.ts'
import { type ClusterError, startCluster } from './postgres/cluster.ts'
import { provinceName, renameProvince, UNNAMED } from './provinceName.ts'
import { type OpenDatabase, openDatabase } from './store/database.ts'
import { lockDataDir } from './store/lockDataDir.ts'
import { type MigrationError, migrate, shippedMigrations } from './store/migrate.ts'

export type ProvinceOptions = {
  /** Folder of the province's data: PostgreSQL, its password, the key file. Made when absent. */
  readonly dataDir: string
  /** 0: any free port. */
  readonly port: number
  /** Default 127.0.0.1; `0.0.0.0` to be reached by offices without a proxy before it. */
  readonly host?: string
  /** The province's own PostgreSQL; absent: one is brought along. */
  readonly databaseUrl?: string
  /** Name printed in packs and on the console; another than before is saved, none leaves it as it is. */
  readonly name?: string
  /** Address offices reach it at, when a proxy stands before it. */
  readonly publicUrl?: string
  /** File with the key that seals the province's keys; default `province.key` in the data folder. */
  readonly keyFile?: string
  /** ms since 1970. */
  readonly clock?: () => number
  /** Folder of the built console page; default out/app/province of this project. */
  readonly pageDir?: string | null
}

export type StartError =
  | ClusterError
  | KeyError
  | MigrationError
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'port-denied'; readonly port: number }
  | { readonly code: 'data-dir-in-use'; readonly pid: number }
  | { readonly code: 'data-dir-denied'; readonly dir: string }
  | { readonly code: 'no-database' }

export type RunningProvince = {
  readonly url: string
  /** The province's name as it stands. */
  readonly name: string
  readonly province: Province
  /** On the first run only: the administrator's sign-in name and one-time password. */
  readonly firstAdmin: { readonly login: string; readonly password: string } | null
  close(): Promise<void>
}

const DATABASE = 'province'
const PAGE_DIR = fileURLToPath(new URL('../out/app/province', import.meta.url))

type Closer = () => Promise<unknown>

/** Starts the server; on any refusal everything that was started is stopped again. */
export async function startProvince(options: ProvinceOptions): Promise<Result<RunningProvince, StartError>> {
  const closers: Closer[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const started = await start(options, closers)
    if (!started.ok) await close()
    return started.ok ? ok({ ...started.value, close }) : started
  } catch (error) {
    await close()
    throw error
  }
}

async function start(
  options: ProvinceOptions,
  closers: Closer[],
): Promise<Result<Omit<RunningProvince, 'close'>, StartError>> {
  const dataDir = resolve(options.dataDir)
  try {
    await mkdir(dataDir, { recursive: true })
    // PostgreSQL's own user passes through it when we are root; what is secret in it has its own 0600.
    if (process.platform !== 'win32') await chmod(dataDir, 0o711)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') return err({ code: 'disk-full' })
    return err({ code: 'data-dir-denied', dir: dataDir })
  }
  const opened = await openOwnOrGiven(options, dataDir, closers)
  if (!opened.ok) return opened
  const { db, pool } = opened.value
  const migrated = await migrate(pool, await shippedMigrations())
  if (!migrated.ok) return migrated
  const now = options.clock ?? Date.now
  const keyFile = options.keyFile ?? join(dataDir, 'province.key')
  const keys = await openProvinceKeys(db, keyFile, { name: options.name ?? UNNAMED, now: now() })
  if (!keys.ok) return keys
  const province: { -readonly [K in keyof Province]: Province[K] } = {
    db,
    keys: keys.value,
    now,
    publicUrl: options.publicUrl ?? '',
  }
  if (options.name) await renameProvince(province, SERVER_ACTOR, options.name)
  const app = await createApp(province, {
    pageDir: options.pageDir === undefined ? PAGE_DIR : options.pageDir,
  })
  closers.push(() => app.close())
  const host = options.host ?? '127.0.0.1'
  const listening = await listen(app, host, options.port)
  if (!listening.ok) return listening
  province.publicUrl ||= `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${listening.value}`
  return ok({
    url: province.publicUrl,
    name: await provinceName(db),
    province,
    firstAdmin: await ensureFirstAdmin(province),
  })
}

async function openOwnOrGiven(
  options: ProvinceOptions,
  dataDir: string,
  closers: Closer[],
): Promise<Result<OpenDatabase, StartError>> {
  if (options.databaseUrl) {
    const opened = openDatabase(options.databaseUrl)
    closers.push(opened.close)
    return (await isReachable(opened)) ? ok(opened) : err({ code: 'no-database' })
  }
  const locked = await lockDataDir(dataDir)
  if (!locked.ok) return locked
  closers.push(locked.value.release)
  const cluster = await startCluster({ dir: dataDir })
  if (!cluster.ok) return cluster
  closers.push(cluster.value.stop)
  await createDatabase(cluster.value.url('postgres'))
  const opened = openDatabase(cluster.value.url(DATABASE))
  closers.push(opened.close)
  return ok(opened)
}

async function createDatabase(adminUrl: string): Promise<void> {
  const admin = openDatabase(adminUrl)
  try {
    const { rowCount } = await admin.pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (!rowCount) await admin.pool.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await admin.close()
  }
}

async function isReachable({ pool }: OpenDatabase): Promise<boolean> {
  try {
    await pool.query('SELECT 1')
    return true
  } catch {
    // Wrong address, wrong password, not running: one sentence, which names what to check.
    return false
  }
}

async function listen(
  app: Awaited<ReturnType<typeof createApp>>,
  host: string,
  port: number,
): Promise<Result<number, StartError>> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return err({ code: 'port-taken', port })
    if (code === 'EACCES') return err({ code: 'port-denied', port })
    throw error
  }
  const address = app.server.address()
  return ok(typeof address === 'object' && address ? address.port : port)
}
