// Brings a database to this version's tables. The applied list must be an exact prefix of the shipped list, hash for
// hash: an edited or missing migration, or a database of a newer version, is refused and nothing is touched.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { err, ok, type Result } from '../../shared/result.ts'

export type MigrationError =
  | { readonly code: 'newer-database'; readonly name: string }
  | { readonly code: 'edited-migration'; readonly name: string }

type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

const MIGRATIONS = new URL('../migrations/', import.meta.url)
/** One number for "who migrates": two server processes started at once take turns. */
const ADVISORY_LOCK = 4_702_020

/** The shipped migrations in order. Their text is frozen once released; a change is a new file. */
export async function shippedMigrations(): Promise<Migration[]> {
  const names = (await readdir(MIGRATIONS)).filter((n) => n.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(new URL(name, MIGRATIONS), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, all of it in one transaction.
 * @returns the names that were applied now
 */
export async function migrate(
  pool: pg.Pool,
  shipped: readonly Migration[],
): Promise<Result<readonly string[], MigrationError>> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK])
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (position integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const applied = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM migration ORDER BY position',
    )
    for (const [i, row] of applied.rows.entries()) {
      const expected = shipped[i]
      const wrong =
        !expected || expected.name !== row.name
          ? 'newer-database'
          : expected.sha256 !== row.sha256
            ? 'edited-migration'
            : null
      if (wrong) {
        await client.query('ROLLBACK')
        return err({ code: wrong, name: row.name })
      }
    }
    const missing = shipped.slice(applied.rows.length)
    for (const [i, migration] of missing.entries()) {
      await client.query(migration.sql)
      await client.query('INSERT INTO migration (position, name, sha256) VALUES ($1, $2, $3)', [
        applied.rows.length + i,
        migration.name,
        migration.sha256,
      ])
    }
    await client.query('COMMIT')
    return ok(missing.map((m) => m.name))
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
