// The one way to PostgreSQL: a bounded pool, a statement timeout, and transactions that are tried again when PostgreSQL
// itself says that two of them could not both go first.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Database = NodePgDatabase
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0]
/** Either: for functions that only read or write rows and leave the transaction to their caller. */
export type Rows = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute'
>

export type OpenDatabase = { readonly db: Database; readonly pool: pg.Pool; close(): Promise<void> }

const POOL_SIZE = 12
const STATEMENT_TIMEOUT_MS = 60_000
/** A rush of offices waits its turn; what waits longer is told to come again, and has lost nothing. */
const CONNECT_TIMEOUT_MS = 60_000
const MAX_TRIES = 5
/** serialization_failure, deadlock_detected. */
const RETRIED = new Set(['40001', '40P01'])

/** Opens the pool; no connection is made until the first query. */
export function openDatabase(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'so-du-lieu-province',
  })
  // An idle connection that PostgreSQL drops (its restart) must not end the process: the pool opens another.
  pool.on('error', () => undefined)
  // Nor one that is being closed while PostgreSQL itself stops: the pool no longer listens to it by then.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { db: drizzle(pool), pool, close: () => pool.end() }
}

/** Runs `work` in one transaction, again from its start when PostgreSQL asks for that. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (tries >= MAX_TRIES || !RETRIED.has(sqlState(error))) throw error
    }
  }
}

/** PostgreSQL's five-character error code, empty when the error is none of its. */
export function sqlState(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return ''
}
