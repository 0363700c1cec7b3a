// One SQLite connection: every pragma is set here and nowhere else, statements are prepared once, and an error names
// its SQL. Never opens a file without a key, and never shares one: locking_mode=EXCLUSIVE holds the operating system's
// lock for as long as the process lives, so a crash frees it and a second opener is refused.
import Database from 'better-sqlite3'
import { foldVietnamese } from '../shared/text/fold.ts'
import { explain } from './StoreRefusal.ts'

export type SqlValue = string | number | bigint | Uint8Array | null
export type Row = Record<string, SqlValue>

/** Reads only; given to code that must not write. */
export type ReadableDB = {
  get<R = Row>(sql: string, ...params: readonly SqlValue[]): R | undefined
  all<R = Row>(sql: string, ...params: readonly SqlValue[]): R[]
  /** One row as an array. */
  tuple<T extends readonly SqlValue[]>(sql: string, ...params: readonly SqlValue[]): T | undefined
  /** First column of every row, without row objects: a third of the cost on long lists. */
  column<V = SqlValue>(sql: string, ...params: readonly SqlValue[]): V[]
  /** Rows as arrays, one at a time. */
  iterate<T extends readonly SqlValue[]>(sql: string, ...params: readonly SqlValue[]): IterableIterator<T>
}

export type WritableDB = ReadableDB & {
  run(
    sql: string,
    ...params: readonly SqlValue[]
  ): { readonly changes: number; readonly lastInsertRowid: number }
  exec(sql: string): void
  transaction<T>(work: () => T): T
}

export type ConnectionOptions = {
  readonly file: string
  /** 32 bytes; used raw, without a further derivation. */
  readonly key: Uint8Array
  readonly readonly?: boolean
  /** How long a second opener waits for the first, ms. */
  readonly busyTimeoutMs?: number
}

/**
 * Of a new store. A log row of a full record is 2 to 3 KB: of the default 4,096 bytes a third would stay empty, and every
 * page is enciphered and written one by one, so that a large import would take half as long again.
 */
export const PAGE_BYTES = 8_192

/** 64 MB of WAL: only a program that never pauses gets there; the store checkpoints in quiet moments. */
const CHECKPOINT_PAGES = 8_000

export class Connection implements WritableDB {
  /** For drizzle only; everything else goes through the methods. */
  readonly driver: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #tuples = new Map<string, Database.Statement>()

  constructor(options: ConnectionOptions) {
    if (options.key.length !== 32) throw new RangeError('a store key is 32 bytes')
    this.driver = new Database(options.file, {
      readonly: options.readonly ?? false,
      timeout: options.busyTimeoutMs ?? 300,
    })
    try {
      this.#configure(options)
    } catch (error) {
      this.driver.close()
      throw error
    }
  }

  #configure(options: ConnectionOptions): void {
    const db = this.driver
    db.pragma(`cipher='chacha20'`)
    db.pragma(`key="x'${Buffer.from(options.key).toString('hex')}'"`)
    // Before the first read, so that WAL needs no shared-memory file and the lock is ours until we close or die.
    db.pragma('locking_mode=EXCLUSIVE')
    db.function('vn_fold', { deterministic: true }, (text) =>
      foldVietnamese(typeof text === 'string' ? text : ''),
    )
    db.pragma('trusted_schema=OFF')
    db.pragma('cell_size_check=ON')
    db.pragma('foreign_keys=ON')
    // Sorts and VACUUM must not spill plain pages into a temporary file.
    db.pragma('temp_store=MEMORY')
    db.pragma('cache_size=-48000')
    // The driver opens every database DEFENSIVE already; the schema cannot be written to by SQL.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (options.readonly) return
    db.pragma(`page_size=${PAGE_BYTES}`)
    const mode = db.pragma('journal_mode=WAL', { simple: true })
    if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`)
    // The driver's WAL default is NORMAL, which loses acknowledged saves at a power cut.
    db.pragma('synchronous=FULL')
    db.pragma(`wal_autocheckpoint=${CHECKPOINT_PAGES}`)
    db.pragma('journal_size_limit=16777216')
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.driver.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  get<R = Row>(sql: string, ...params: readonly SqlValue[]): R | undefined {
    try {
      return this.#prepare(sql).get(...params) as R | undefined
    } catch (error) {
      throw explain(error, sql)
    }
  }

  all<R = Row>(sql: string, ...params: readonly SqlValue[]): R[] {
    try {
      return this.#prepare(sql).all(...params) as R[]
    } catch (error) {
      throw explain(error, sql)
    }
  }

  tuple<T extends readonly SqlValue[]>(sql: string, ...params: readonly SqlValue[]): T | undefined {
    try {
      let statement = this.#tuples.get(sql)
      if (!statement) {
        statement = this.driver.prepare(sql).raw()
        this.#tuples.set(sql, statement)
      }
      return statement.get(...params) as T | undefined
    } catch (error) {
      throw explain(error, sql)
    }
  }

  column<V = SqlValue>(sql: string, ...params: readonly SqlValue[]): V[] {
    try {
      return this.driver
        .prepare(sql)
        .pluck()
        .all(...params) as V[]
    } catch (error) {
      throw explain(error, sql)
    }
  }

  *iterate<T extends readonly SqlValue[]>(sql: string, ...params: readonly SqlValue[]): IterableIterator<T> {
    try {
      const rows = this.driver
        .prepare(sql)
        .raw()
        .iterate(...params)
      for (const row of rows) yield row as unknown as T
    } catch (error) {
      throw explain(error, sql)
    }
  }

  run(
    sql: string,
    ...params: readonly SqlValue[]
  ): { readonly changes: number; readonly lastInsertRowid: number } {
    try {
      const result = this.#prepare(sql).run(...params)
      return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) }
    } catch (error) {
      throw explain(error, sql)
    }
  }

  exec(sql: string): void {
    try {
      this.driver.exec(sql)
    } catch (error) {
      throw explain(error, sql)
    }
  }

  /** All or nothing; nests (an inner failure rolls back to where it began, and is thrown on). */
  transaction<T>(work: () => T): T {
    try {
      return this.driver.transaction(work).immediate()
    } catch (error) {
      throw error instanceof Error && sqlErrorOfCommit(error) ? explain(error, 'COMMIT') : error
    }
  }

  /** Moves the WAL's pages into the main file: for a quiet moment, because it costs as much as the writes did. */
  checkpoint(): void {
    try {
      this.driver.pragma('wal_checkpoint(PASSIVE)')
    } catch (error) {
      throw explain(error, 'wal_checkpoint')
    }
  }

  /**
   * SQLite's own findings; empty when the file is sound.
   * @param table this one and its indexes only
   */
  quickCheck(table?: string): string[] {
    try {
      const of = table === undefined ? '20' : `'${table.replaceAll("'", "''")}'`
      const rows = this.driver.pragma(`quick_check(${of})`) as { quick_check: string }[]
      return rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  }

  close(): void {
    this.#statements.clear()
    this.#tuples.clear()
    this.driver.close()
  }
}

/** A full disk may show only at COMMIT, outside any statement of ours. */
function sqlErrorOfCommit(error: Error): boolean {
  return error.constructor.name === 'SqliteError'
}
