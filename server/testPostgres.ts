// Real PostgreSQL for tests: one cluster a test process, started when first asked for, and a fresh migrated database a
// test. Durability is off here (a test that kills PostgreSQL itself starts its own cluster).
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, startCluster } from './postgres/cluster.ts'
import { openDatabase } from './store/database.ts'
import { migrate, shippedMigrations } from './store/migrate.ts'

const TEMPLATE = 'migrated'
let running: Promise<{ cluster: Cluster; dir: string }> | null = null

/** Connection string of a new, migrated, empty database. */
export async function freshDatabase(): Promise<string> {
  running ??= start()
  const { cluster } = await running
  const name = `t${randomBytes(6).toString('hex')}`
  await withClient(cluster.url('postgres'), (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`),
  )
  return cluster.url(name)
}

/** Stops the cluster and removes its files; for `afterAll`. */
export async function stopTestPostgres(): Promise<void> {
  if (!running) return
  const { cluster, dir } = await running
  running = null
  await cluster.stop()
  await rm(dir, { recursive: true, force: true })
}

async function start(): Promise<{ cluster: Cluster; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'sdl-test-postgres-'))
  // PostgreSQL's own user must be able to enter when the tests run as root.
  await chmod(dir, 0o711)
  const started = await startCluster({ dir, unsafeFast: true })
  if (!started.ok) throw new Error(`PostgreSQL did not start: ${JSON.stringify(started.error)}`)
  const cluster = started.value
  await withClient(cluster.url('postgres'), (client) => client.query(`CREATE DATABASE ${TEMPLATE}`))
  const { pool, close } = openDatabase(cluster.url(TEMPLATE))
  const migrated = await migrate(pool, await shippedMigrations())
  await close()
  if (!migrated.ok) throw new Error(`migrations were refused: ${JSON.stringify(migrated.error)}`)
  return { cluster, dir }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
