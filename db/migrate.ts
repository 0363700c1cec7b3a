// Applies the shipped migrations, guarded: what the file says was applied must be an exact prefix of what we ship, hash
// for hash. A newer app's file and a file with another history are refused, never touched.
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../shared/result.ts'
import type { WritableDB } from './Connection.ts'
import { migration001 } from './migrations/001_core.ts'
import { migration002 } from './migrations/002_attachments.ts'
import type { StoreRefusal } from './StoreRefusal.ts'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

export const MIGRATIONS: readonly Migration[] = [migration001, migration002]

/** Hex SHA-256 of what a migration does; stored beside its number. */
export function migrationHash(migration: Migration): string {
  return createHash('sha256').update(`${migration.number}\n${migration.name}\n${migration.sql}`).digest('hex')
}

/**
 * Which shipped migrations a file still lacks.
 * @returns those to apply, in order; refused when the file is newer than us or has another history.
 */
export function pendingMigrations(
  db: WritableDB,
  shipped: readonly Migration[] = MIGRATIONS,
): Result<readonly Migration[], StoreRefusal> {
  const known = db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'migration'`)
  const applied = known
    ? db.all<{ number: number; hash: string }>('SELECT number, hash FROM migration ORDER BY number')
    : []
  for (const [i, row] of applied.entries()) {
    const ours = shipped[i]
    if (!ours) return err({ code: 'store-newer', version: row.number })
    if (row.number !== ours.number || row.hash !== migrationHash(ours)) {
      return err({ code: 'store-foreign', migration: row.number })
    }
  }
  return ok(shipped.slice(applied.length))
}

/** Applies them, each in its own transaction with its mark, and checks that no foreign key was left dangling. */
export function applyMigrations(db: WritableDB, pending: readonly Migration[], now: () => number): void {
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
      )
      db.exec(migration.sql)
      const broken = db.all('PRAGMA foreign_key_check')
      if (broken.length > 0)
        throw new Error(`migration ${migration.number} leaves ${broken.length} dangling rows`)
      db.run(
        'INSERT INTO migration (number, name, hash, applied_at) VALUES (?, ?, ?, ?)',
        migration.number,
        migration.name,
        migrationHash(migration),
        now(),
      )
    })
  }
}
