// The desktop's store over one encrypted SQLite file. It composes: the log, the writer, undo, windows, the mailbox and
// snapshots each hold one idea; here they share a connection and a transaction. What it promises: a write that returned
// is durable, and a write that threw left nothing behind.
import type { Change, ChangeRef, DeviceId } from '../shared/change/change.ts'
import type { FieldId, Register, RegisterId, Values } from '../shared/registers/define.ts'
import { ok, type Result } from '../shared/result.ts'
import { Attachments } from './Attachments.ts'
import { adopt } from './adopt.ts'
import { ChangeLog, wireChange } from './ChangeLog.ts'
import { Connection } from './Connection.ts'
import { conflictsOf } from './conflicts.ts'
import { goBack } from './goBack.ts'
import { historyOf } from './history.ts'
import { Mailbox } from './Mailbox.ts'
import { matchIndexOf, sameKeyOf, sharedKeysOf } from './matchKey.ts'
import type {
  CommitMeta,
  Committed,
  Edit,
  FieldConflict,
  HistoryEntry,
  OfficeStore,
  OutboxEntry,
  ParkedRow,
  Progress,
  RecordQuery,
  RecordState,
  RecordWindow,
  SnapshotInfo,
  StoredRecord,
  UndoState,
} from './OfficeStore.ts'
import { quote } from './projection.ts'
import { rebuildOne, syncProjections } from './projectionSync.ts'
import { RecordTable } from './RecordTable.ts'
import { RecordWindows } from './RecordWindows.ts'
import { RecordWriter } from './RecordWriter.ts'
import { StoreError, type StoreRefusal } from './StoreRefusal.ts'
import { findSnapshot, makeSnapshot } from './snapshots.ts'
import { editedSince, type Touched, touchedSince, writtenSince } from './touchedSince.ts'
import { UndoStack } from './UndoStack.ts'

/** A device's keys; kept inside the encrypted store and nowhere else. */
export type DeviceKeys = {
  readonly deviceId: DeviceId
  /** Ed25519: 32-byte seed and public key. */
  readonly signingSecret: Uint8Array
  readonly signingPublic: Uint8Array
  /** `AGE-SECRET-KEY-1…` that replies carried as files are encrypted to. */
  readonly ageIdentity: string
}

const CHECKPOINT_AFTER_MS = 1_500

/** Records from which reading them together is cheaper than one by one. */
const MANY = 50

export type StoreParts = {
  readonly connection: Connection
  readonly dir: string
  readonly key: Uint8Array
  readonly registers: readonly Register[]
  readonly now: () => number
  /** 8 random bytes as 16 hex digits, drawn for this unlock. */
  readonly nonce: string
  readonly checkedAtOpen: boolean
  /** Of records projected anew at open. */
  readonly progress?: Progress | undefined
  /** Releases the lock file; called once by close(). */
  readonly release: () => void
}

export class SqliteStore implements OfficeStore {
  readonly #connection: Connection
  readonly #parts: StoreParts
  readonly #log: ChangeLog
  readonly #tables: Map<RegisterId, RecordTable>
  readonly #windows: RecordWindows
  readonly #writer: RecordWriter
  readonly #undo: UndoStack
  readonly #mail: Mailbox
  readonly #files: Attachments
  #depth = 0
  #checkpoint: NodeJS.Timeout | null = null
  #closed = false

  constructor(parts: StoreParts) {
    this.#parts = parts
    const db = parts.connection
    this.#connection = db
    this.#log = new ChangeLog(db, parts.now)
    this.#tables = new Map(parts.registers.map((r) => [r.id, new RecordTable(db, r)]))
    const table = (register: RegisterId) => this.#tables.get(register)
    this.#windows = new RecordWindows(db, table)
    this.#writer = new RecordWriter({
      db,
      log: this.#log,
      table,
      nonce: parts.nonce,
      written: (register, no) => this.#windows.written(register, no),
    })
    const commit = (edits: readonly Edit[], meta: CommitMeta, group: number) =>
      this.#writer.commit(edits, meta, group)
    this.#undo = new UndoStack({ db, log: this.#log, table, commit })
    this.#mail = new Mailbox(db, parts.now)
    this.#files = new Attachments(db)
    this.#sync()
  }

  #sync(): RegisterId[] {
    const { progress } = this.#parts
    const total = progress ? this.#connection.get<{ n: number }>('SELECT count(*) AS n FROM record')!.n : 0
    let done = 0
    const project = (no: number, register: RegisterId) => {
      progress?.(++done, total)
      return this.#writer.project(no, register)
    }
    return syncProjections({ db: this.#connection, tables: this.#tables, project })
  }

  /** False when the file was too large to check every page before the first screen: checkInParts() is still to be gone through. */
  get checkedAtOpen(): boolean {
    return this.#parts.checkedAtOpen
  }

  get deviceId(): DeviceId {
    return this.#log.me().id
  }

  /** The keys this store seals and reads with. They leave the store only for the moment of use. */
  deviceKeys(): DeviceKeys {
    const row = this.#connection.get<{ id: string; s: Uint8Array; p: Uint8Array; a: string }>(
      'SELECT id, signing_secret AS s, signing_public AS p, age_identity AS a FROM device WHERE mine = 1',
    )!
    return {
      deviceId: row.id,
      signingSecret: new Uint8Array(row.s),
      signingPublic: new Uint8Array(row.p),
      ageIdentity: row.a,
    }
  }

  /**
   * Goes on under a new device, e.g. after a restore that could not bring back the newest changes: the old device's
   * numbers must not be used twice. Its changes and keys stay; what the province has no receipt for is written again.
   */
  replaceDevice(keys: DeviceKeys, meta: CommitMeta): Committed {
    return this.transaction(() => {
      const former = this.deviceId
      const receipted = this.#mail.outbox().filter((entry) => entry.receipt !== null)
      this.#mail.beginChains(former)
      this.#connection.run('UPDATE device SET mine = 0 WHERE mine = 1')
      insertDevice(this.#connection, keys, this.#parts.now())
      const group = this.#undo.open({ ...meta, origin: 'adopt' })
      const commit = (edits: readonly Edit[]) =>
        this.#writer.commit(edits, { ...meta, origin: 'adopt' }, group)
      const table = (register: RegisterId) => this.#tables.get(register)
      const parts = { db: this.#connection, log: this.#log, table, commit }
      const adopted = adopt(parts, former, receipted.at(-1)?.lastSeq ?? 0)
      this.#undo.dropIfEmpty(group, adopted)
      return adopted
    })
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    if (this.#checkpoint) clearTimeout(this.#checkpoint)
    this.#connection.close()
    this.#parts.key.fill(0)
    this.#parts.release()
  }

  transaction<T>(work: () => T): T {
    this.#depth++
    try {
      return this.#connection.transaction(work)
    } catch (error) {
      // Kept lists may have seen rows that were rolled back.
      this.#windows.clear()
      throw error
    } finally {
      this.#depth--
    }
  }

  setting<T>(key: string): T | undefined {
    return this.#mail.setting<T>(key)
  }

  setSetting(key: string, value: unknown): void {
    this.#mail.setSetting(key, value)
  }

  window(query: RecordQuery): RecordWindow {
    return this.#windows.window(query)
  }

  get(id: string): StoredRecord | undefined {
    const found = this.#log.findRecordById(id)
    return found && this.#tables.get(found.register)?.read(found.no)?.record
  }

  getMany(ids: readonly string[]): StoredRecord[] {
    if (ids.length < MANY) return ids.flatMap((id) => this.get(id) ?? [])
    const numbers = new Map<RegisterId, number[]>()
    const found = this.#connection.all<{ no: number; register: string }>(
      'SELECT no, register FROM record WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    for (const { no, register } of found) {
      const of = numbers.get(register)
      if (of) of.push(no)
      else numbers.set(register, [no])
    }
    const records = new Map<string, StoredRecord>()
    for (const [register, nos] of numbers) {
      for (const { record } of this.#tables.get(register)?.readMany(nos) ?? []) records.set(record.id, record)
    }
    return ids.flatMap((id) => records.get(id) ?? [])
  }

  all(register: RegisterId): StoredRecord[] {
    return [...this.#table(register).readWhere('t.deleted = 0')].map((row) => row.record)
  }

  matchIndex(register: RegisterId, fields: readonly FieldId[]): Map<string, string[]> {
    return matchIndexOf(this.#connection, this.#table(register).projection, fields)
  }

  sharedKeys(register: RegisterId): Map<string, string[]> {
    return sharedKeysOf(this.#connection, this.#table(register).projection)
  }

  sameKey(register: RegisterId, values: Values): string[] {
    return sameKeyOf(this.#connection, this.#table(register).projection, values)
  }

  count(register: RegisterId): number {
    const table = quote(this.#table(register).projection.table)
    return this.#connection.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE deleted = 0`)!.n
  }

  prepare(edit: Edit): void {
    this.#writer.prepare(edit)
  }

  commit(edits: readonly Edit[], meta: CommitMeta): Committed {
    const committed = this.transaction(() => {
      const group = this.#undo.open(meta)
      const done = this.#writer.commit(edits, meta, group)
      this.#undo.dropIfEmpty(group, done)
      return done
    })
    this.#checkpointLater()
    return committed
  }

  /** What was saved is durable already; only the WAL's move into the main file waits until nobody does. */
  #checkpointLater(): void {
    if (this.#checkpoint) return
    this.#checkpoint = setTimeout(() => {
      this.#checkpoint = null
      try {
        this.#connection.checkpoint()
      } catch (error) {
        // A full disk: the next commit meets it where it can be told to the officer; the WAL keeps everything.
        if (!(error instanceof StoreError)) throw error
      }
    }, CHECKPOINT_AFTER_MS).unref()
  }

  undoState(): UndoState {
    return this.#undo.state()
  }

  undo(meta: CommitMeta): Committed | null {
    return this.transaction(() => this.#undo.undo(meta))
  }

  redo(meta: CommitMeta): Committed | null {
    return this.transaction(() => this.#undo.redo(meta))
  }

  history(id: string): HistoryEntry[] {
    const found = this.#log.findRecordById(id)
    return found ? historyOf(this.#log.ofRecord(found.no)) : []
  }

  conflicts(): FieldConflict[] {
    return [...this.#tables.values()].flatMap((table) => conflictsOf(table, this.#log))
  }

  touchedSince(register: RegisterId, ref: ChangeRef): Touched[] | null {
    return touchedSince({ db: this.#connection, log: this.#log }, register, ref)
  }

  editedSince(register: RegisterId, ref: ChangeRef): string[] {
    return editedSince({ db: this.#connection, log: this.#log }, register, ref)
  }

  writtenSince(mark: number): ReturnType<typeof writtenSince> {
    return writtenSince(this.#connection, mark)
  }

  problemCounts(
    register: RegisterId,
  ): { readonly id: string; readonly updatedAt: number; readonly problems: number }[] {
    const table = quote(this.#table(register).projection.table)
    return this.#connection.all(
      `SELECT record.id, t.updated_at AS updatedAt, t.problems FROM ${table} t JOIN record ON record.no = t.no
       WHERE t.problems > 0 AND t.deleted = 0 ORDER BY t.no`,
    )
  }

  lastSeq(): number {
    return this.#log.lastSeq()
  }

  ownChanges(after: number, upTo: number): Change[] {
    return this.#log.ofDevice(this.deviceId, after, upTo).map(wireChange)
  }

  applyForeign(changes: readonly Change[]): { applied: number; known: number; held: number } {
    return this.transaction(() => this.#writer.applyForeign(changes))
  }

  /** Changes kept aside for a person: forks of a device's number, and changes that contradict their record. */
  heldChanges(): { readonly change: Change; readonly reason: string }[] {
    return this.#connection
      .all<{ change: string; reason: string }>('SELECT change, reason FROM held_change ORDER BY device, seq')
      .map((row) => ({ change: JSON.parse(row.change) as Change, reason: row.reason }))
  }

  recordIdOf(record: ChangeRef): string | undefined {
    return this.#log.findRecord(record)?.id
  }

  /** Every change of a record that is here, in order of arrival. */
  changesOf(id: string): Change[] {
    const found = this.#log.findRecordById(id)
    return found ? this.#log.ofRecord(found.no).map(wireChange) : []
  }

  /** A device's changes with seq in (after, upTo], in order; colleagues' and the province's as well as our own. */
  changesOfDevice(device: DeviceId, after: number, upTo: number): Change[] {
    return this.#log.ofDevice(device, after, upTo).map(wireChange)
  }

  /** The record's heads by field: what the next write of each will be based on. */
  headsOf(id: string): Readonly<Record<FieldId, readonly ChangeRef[]>> {
    const found = this.#log.findRecordById(id)
    return (found && this.#tables.get(found.register)?.read(found.no)?.heads) ?? {}
  }

  heads(): { readonly device: DeviceId; readonly seq: number }[] {
    return this.#log.heads()
  }

  outbox(): OutboxEntry[] {
    return this.#mail.outbox()
  }

  formerOutbox(device: DeviceId): OutboxEntry[] | null {
    return this.#mail.formerOutbox(device)
  }

  addOutbox(entry: Omit<OutboxEntry, 'receipt'>): void {
    this.#mail.addOutbox(entry)
  }

  settleOutbox(hash: Uint8Array, receipt: NonNullable<OutboxEntry['receipt']>): boolean {
    return this.#mail.settleOutbox(hash, receipt)
  }

  addReply(number: number, bytes: Uint8Array, hash: Uint8Array): void {
    this.#mail.addReply(number, bytes, hash)
  }

  replies(): {
    readonly number: number
    readonly bytes: Uint8Array
    readonly hash: Uint8Array
    readonly at: number
  }[] {
    return this.#mail.replies()
  }

  park(rows: readonly Omit<ParkedRow, 'id'>[], group: number | null): void {
    this.#mail.park(rows, group)
  }

  parked(register?: RegisterId): ParkedRow[] {
    return this.#mail.parked(register)
  }

  takeParked(id: number, group: number): void {
    this.#mail.takeParked(id, group)
  }

  unpark(ids: readonly number[]): void {
    this.#mail.unpark(ids)
  }

  /** Keeps a file; the same one twice once. @returns its name: hex SHA-256 */
  addFile(bytes: Uint8Array): string {
    return this.transaction(() => this.#files.add(bytes, this.#parts.now()))
  }

  /** A kept file's bytes by its name; undefined when it is not here. */
  file(name: string): Uint8Array | undefined {
    return this.#files.get(name)
  }

  mappings(register: RegisterId): { readonly header: string; readonly field: string | null }[] {
    return this.#mail.mappings(register)
  }

  rememberMapping(register: RegisterId, header: string, field: string | null): void {
    this.#mail.rememberMapping(register, header, field)
  }

  setRecordStates(ids: readonly string[], state: RecordState, dirty: boolean): void {
    this.#mark(ids, (table, no) =>
      this.#connection.run(`UPDATE ${table} SET state = ?, dirty = ? WHERE no = ?`, state, dirty ? 1 : 0, no),
    )
  }

  setProblems(register: RegisterId, counts: ReadonlyMap<string, number>): void {
    if (counts.size === 0) return
    const table = quote(this.#table(register).projection.table)
    const written = this.#connection.column<number>(
      `UPDATE ${table} SET problems = counted.value FROM json_each(?) AS counted
       JOIN record ON record.id = counted.key WHERE record.no = ${table}.no RETURNING no`,
      JSON.stringify(Object.fromEntries(counts)),
    )
    for (const no of written) this.#windows.written(register, no)
  }

  #mark(ids: readonly string[], write: (table: string, no: number) => void): void {
    this.transaction(() => {
      for (const id of ids) {
        const found = this.#log.findRecordById(id)
        const table = found && this.#tables.get(found.register)
        if (!found || !table) continue
        write(quote(table.projection.table), found.no)
        this.#windows.written(found.register, found.no)
      }
    })
  }

  snapshot(reason: string): SnapshotInfo {
    if (this.#depth > 0) throw new Error('a snapshot cannot be made inside a transaction')
    return makeSnapshot(this.#connection, this.#parts.dir, this.#parts.key, reason, this.#parts.now())
  }

  /**
   * Takes the records back to what a snapshot shows, as one step that can be undone; nothing is taken out of the log.
   * Settings, parked rows, hand-ins and what the province wrote stay.
   * @param file a name from listSnapshots
   * @param progress of the records written
   */
  goBackTo(file: string, meta: CommitMeta, progress?: Progress): Result<Committed, StoreRefusal> {
    const found = findSnapshot(this.#parts.dir, this.#parts.key, file)
    if (!found.ok) return found
    const snapshot = new Connection({ file: found.value, key: this.#parts.key, readonly: true })
    try {
      const done = this.transaction(() => {
        const group = this.#undo.open(meta)
        const commit = (edits: readonly Edit[]) => this.#writer.commit(edits, meta, group, progress)
        const table = (register: RegisterId) => this.#tables.get(register)
        const back = goBack({ db: this.#connection, log: this.#log, table, commit }, snapshot)
        this.#undo.dropIfEmpty(group, back)
        return back
      })
      this.#checkpointLater()
      return ok(done)
    } finally {
      snapshot.close()
    }
  }

  rebuild(): void {
    const project = (no: number, register: RegisterId) => this.#writer.project(no, register)
    this.transaction(() => {
      for (const table of this.#tables.values()) {
        rebuildOne({ db: this.#connection, tables: this.#tables, project }, table)
      }
    })
    this.#windows.clear()
  }

  quickCheck(): string[] {
    return this.#connection.quickCheck()
  }

  /** The same check one table a step, with each step's findings; the caller pauses between them. */
  *checkInParts(): IterableIterator<readonly string[]> {
    const tables = this.#connection.column<string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0",
    )
    for (const table of tables) yield this.#connection.quickCheck(table)
  }

  #table(register: RegisterId): RecordTable {
    const table = this.#tables.get(register)
    if (!table) throw new Error(`no register ${register}`)
    return table
  }
}

export function insertDevice(db: Connection, keys: DeviceKeys, now: number): void {
  db.run(
    `INSERT INTO device (id, mine, signing_secret, signing_public, age_identity, added_at) VALUES (?, 1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET mine = 1, signing_secret = excluded.signing_secret,
       signing_public = excluded.signing_public, age_identity = excluded.age_identity`,
    keys.deviceId,
    Buffer.from(keys.signingSecret),
    Buffer.from(keys.signingPublic),
    keys.ageIdentity,
    now,
  )
}
