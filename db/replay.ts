// Reads what can be read of a damaged store and adds what a snapshot lacks: core tables only, because every register's
// table follows from them. Rows that cannot be read are counted, never guessed.
import { existsSync } from 'node:fs'
import { Connection, type Row, type SqlValue } from './Connection.ts'
import { applyMigrations, pendingMigrations } from './migrate.ts'
import type { Progress } from './OfficeStore.ts'

export type Replayed = {
  /** Changes added to the snapshot's log. */
  readonly replayed: number
  /** Changes known to have existed whose rows could not be read. */
  readonly lost: number
  /** Everything after the snapshot was read; false also when the damaged file does not open at all. */
  readonly complete: boolean
}

/**
 * In order of their references. upsert: the damaged file's rows win (receipts, undo states). mirror: they take the place
 * of the snapshot's, so that a row that was deleted since (a parked row taken in) does not come back.
 */
const TABLES = [
  { table: 'device', key: 'no', upsert: true, mirror: false },
  { table: 'record', key: 'no', upsert: false, mirror: false },
  { table: 'undo_group', key: 'id', upsert: true, mirror: false },
  { table: 'change_log', key: 'id', upsert: false, mirror: false },
  { table: 'held_change', key: null, upsert: false, mirror: false },
  { table: 'outbox', key: 'number', upsert: true, mirror: false },
  { table: 'reply', key: 'number', upsert: false, mirror: false },
  { table: 'setting', key: null, upsert: true, mirror: true },
  { table: 'parked_row', key: 'id', upsert: true, mirror: true },
  { table: 'import_mapping', key: null, upsert: true, mirror: true },
  { table: 'attachment', key: 'no', upsert: false, mirror: false },
  { table: 'attachment_chunk', key: 'no', upsert: false, mirror: false },
  { table: 'attachment_part', key: 'no', upsert: false, mirror: false },
] as const

export function replayInto(
  targetFile: string,
  damagedFile: string,
  key: Uint8Array,
  progress?: Progress,
): Replayed {
  const none: Replayed = { replayed: 0, lost: 0, complete: false }
  if (!existsSync(damagedFile)) return none
  const target = new Connection({ file: targetFile, key })
  let damaged: Connection | undefined
  try {
    damaged = tryOpen(damagedFile, key)
    if (!damaged || !sameHistory(target, damaged)) return none
    // The snapshot may be of the release before: it gets the tables that the damaged file has.
    const pending = pendingMigrations(target)
    if (pending.ok) applyMigrations(target, pending.value, Date.now)
    return copyAll(target, damaged, progress)
  } finally {
    damaged?.close()
    // Back to one file: what takes the store's place must not depend on a WAL beside it.
    target.driver.pragma('journal_mode=DELETE')
    target.close()
  }
}

function tryOpen(file: string, key: Uint8Array): Connection | undefined {
  try {
    return new Connection({ file, key })
  } catch {
    // Its first page is gone: nothing can be replayed, which the answer says.
    return undefined
  }
}

/** The snapshot's last change must be the damaged file's change of that number: else it is another store. */
function sameHistory(target: Connection, damaged: Connection): boolean {
  const sql = 'SELECT id, device_no, seq, sets FROM change_log WHERE id = ?'
  const last = target.get<{ id: number | null }>('SELECT max(id) AS id FROM change_log')?.id ?? null
  if (last === null) return true
  const theirs = attempt(() => damaged.get(sql, last))
  return theirs !== undefined && JSON.stringify(theirs) === JSON.stringify(target.get(sql, last))
}

function copyAll(target: Connection, damaged: Connection, progress?: Progress): Replayed {
  let replayed = 0
  let lost = 0
  let complete = true
  target.exec('PRAGMA foreign_keys=OFF')
  target.transaction(() => {
    for (const { table, key, upsert, mirror } of TABLES) {
      const rows = readRows(target, damaged, table, key, upsert)
      if (!rows.complete) complete = false
      if (mirror && rows.complete) target.run(`DELETE FROM ${table}`)
      for (const [i, row] of rows.found.entries()) {
        const columns = Object.keys(row)
        const marks = columns.map(() => '?').join(', ')
        const verb = upsert && table !== 'outbox' ? 'INSERT OR REPLACE' : 'INSERT OR IGNORE'
        const sql = `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${marks})`
        const added = target.run(sql, ...Object.values(row)).changes
        if (table === 'change_log') {
          replayed += added
          progress?.(i + 1, rows.found.length)
        }
        if (table === 'outbox' && added === 0) copyReceipt(target, row)
      }
      if (table === 'change_log') lost += rows.lost
    }
    // A change whose record row was lost would hang in the air.
    const adrift = target.column<number>(
      'SELECT id FROM change_log WHERE record_no NOT IN (SELECT no FROM record)',
    )
    if (adrift.length > 0) throw new Error(`${adrift.length} changes lost their record`)
    target.run('DELETE FROM projection')
  })
  return { replayed, lost, complete: complete && lost === 0 }
}

type Rows = { readonly found: Row[]; readonly lost: number; readonly complete: boolean }

function readRows(
  target: Connection,
  damaged: Connection,
  table: string,
  key: string | null,
  all: boolean,
): Rows {
  if (key === null) {
    const found = attempt(() => damaged.all(`SELECT * FROM ${table}`))
    return { found: found ?? [], lost: 0, complete: found !== undefined }
  }
  const top = attempt(() => damaged.get<{ n: number | null }>(`SELECT max(${key}) AS n FROM ${table}`))
  if (top === undefined) return { found: [], lost: 0, complete: false }
  const from = all ? 0 : (target.get<{ n: number | null }>(`SELECT max(${key}) AS n FROM ${table}`)?.n ?? 0)
  const whole = attempt(() => damaged.all(`SELECT * FROM ${table} WHERE ${key} > ? ORDER BY ${key}`, from))
  if (whole) return { found: whole, lost: 0, complete: true }
  const found: Row[] = []
  let lost = 0
  for (let n = from + 1; n <= (top.n ?? 0); n++) {
    const row = attempt(() => damaged.get(`SELECT * FROM ${table} WHERE ${key} = ?`, n) ?? null)
    if (row) found.push(row)
    else if (row === undefined) lost++
  }
  return { found, lost, complete: lost === 0 }
}

function copyReceipt(target: Connection, row: Row): void {
  target.run(
    'UPDATE outbox SET receipt_code = ?, receipt_at = ?, receipt_reply = ? WHERE number = ? AND receipt_code IS NULL',
    ...(['receipt_code', 'receipt_at', 'receipt_reply', 'number'] as const).map(
      (c): SqlValue => row[c] ?? null,
    ),
  )
}

/** undefined: the page it lies on cannot be read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
