// The province's own PostgreSQL: made once in its folder, started, and stopped with the server. It listens on 127.0.0.1
// only, with a password that never leaves a 0600 file, and every commit is on disk before it is acknowledged.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { err, ok, type Result } from '../../shared/result.ts'
import { type PostgresBinaries, postgresBinaries } from './binaries.ts'
import { isReadableByAll, type RunAs, runAsUser } from './runAs.ts'

export type ClusterError =
  | { readonly code: 'postgres-missing' }
  | { readonly code: 'postgres-failed'; readonly log: string }
  | { readonly code: 'disk-full' }

export type Cluster = {
  /** Connection string of a database of this cluster. */
  url(database: string): string
  stop(): Promise<void>
}

export type ClusterOptions = {
  /** Folder of the province's data; the cluster lives below it, or in a readable place when we are root. */
  readonly dir: string
  /** Tests only: trade durability for speed. */
  readonly unsafeFast?: boolean
}

/** Where root keeps what PostgreSQL's own user must be able to reach. */
const SHARED_DIR = '/var/lib/so-du-lieu-province'
const START_TIMEOUT_MS = 60_000

/** Starts the cluster of that folder, making it on the first run; one that a killed server left running is stopped first. */
export async function startCluster(options: ClusterOptions): Promise<Result<Cluster, ClusterError>> {
  const dir = resolve(options.dir)
  await mkdir(dir, { recursive: true, mode: 0o711 })
  const user = await runAsUser()
  const binaries = await postgresBinaries(user, SHARED_DIR)
  if (!binaries) return err({ code: 'postgres-missing' })
  const home = await clusterHome(dir, user)
  const data = join(home, 'postgres')
  const password = await readOrMakePassword(dir)
  if (!(await exists(join(data, 'PG_VERSION')))) {
    const made = await initialise(binaries, home, data, password, user)
    if (!made.ok) return made
  }
  await stopLeftover(binaries, data, user)
  return launch(binaries, data, password, user, options.unsafeFast ?? false)
}

async function clusterHome(dir: string, user: RunAs | null): Promise<string> {
  if (!user || (await isReadableByAll(dir))) return dir
  // A folder under /root is closed to PostgreSQL's user: the cluster goes to one that is open, under the same name always.
  const home = join(SHARED_DIR, createHash('sha256').update(dir).digest('hex').slice(0, 16))
  await mkdir(home, { recursive: true, mode: 0o711 })
  return home
}

async function readOrMakePassword(dir: string): Promise<string> {
  const file = join(dir, 'postgres.password')
  const found = await readFile(file, 'utf8').catch(() => null)
  if (found?.trim()) return found.trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  return password
}

async function initialise(
  binaries: PostgresBinaries,
  home: string,
  data: string,
  password: string,
  user: RunAs | null,
): Promise<Result<void, ClusterError>> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  const passwordFile = join(home, `initdb-password-${process.pid}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) {
    await chown(data, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        '--pgdata',
        data,
        '--username=province',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...identity(user), cwd: home, env: postgresEnv() },
    )
    await chmod(data, 0o700)
    return ok(undefined)
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    return err(clusterError(String((error as { stderr?: unknown }).stderr ?? error)))
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function stopLeftover(binaries: PostgresBinaries, data: string, user: RunAs | null): Promise<void> {
  if (!(await exists(join(data, 'postmaster.pid')))) return
  try {
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], {
      ...identity(user),
      env: postgresEnv(),
    })
  } catch {
    // Not running: the pid file is what a power cut left, and PostgreSQL clears it itself.
  }
}

async function launch(
  binaries: PostgresBinaries,
  data: string,
  password: string,
  user: RunAs | null,
  unsafeFast: boolean,
): Promise<Result<Cluster, ClusterError>> {
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=60',
    `fsync=${unsafeFast ? 'off' : 'on'}`,
    `synchronous_commit=${unsafeFast ? 'off' : 'on'}`,
    `full_page_writes=${unsafeFast ? 'off' : 'on'}`,
    'log_min_messages=warning',
  ]
  const child = spawn(binaries.postgres, ['-D', data, ...settings.flatMap((s) => ['-c', s])], {
    ...identity(user),
    // Its own group: Ctrl+C in the terminal must reach us first, so that connections end before the database does.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: postgresEnv(),
    cwd: data,
  })
  const ready = await waitUntilReady(child)
  if (!ready.ok) return ready
  child.unref()
  return ok({
    url: (database) => `postgres://province:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stop(child),
  })
}

function waitUntilReady(child: ChildProcess): Promise<Result<void, ClusterError>> {
  return new Promise((settle) => {
    let log = ''
    const timer = setTimeout(
      () => finish(err({ code: 'postgres-failed', log: `timeout\n${log}` })),
      START_TIMEOUT_MS,
    )
    const onExit = () => finish(err(clusterError(log)))
    const finish = (result: Result<void, ClusterError>) => {
      clearTimeout(timer)
      child.off('exit', onExit)
      settle(result)
    }
    child.on('exit', onExit)
    child.on('error', (error) => finish(err({ code: 'postgres-failed', log: String(error) })))
    child.stderr?.setEncoding('utf8')
    child.stderr?.on('data', (chunk: string) => {
      log = (log + chunk).slice(-4_000)
      if (chunk.includes('database system is ready to accept connections')) finish(ok(undefined))
    })
    ;(child.stderr as unknown as { unref?: () => void })?.unref?.()
  })
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((settle) => {
    child.ref()
    child.once('exit', () => settle())
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, a checkpoint is written.
    child.kill('SIGINT')
  })
}

function clusterError(log: string): ClusterError {
  if (/No space left on device/i.test(log)) return { code: 'disk-full' }
  return { code: 'postgres-failed', log: log.slice(-2_000) }
}

function identity(user: RunAs | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

function postgresEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => settle(port))
    })
  })
}
