// What the core asks of the desktop's store. One process owns it; every method is synchronous (better-sqlite3) and
// every write is durable when it returns (WAL, synchronous=FULL).
import type { Change, ChangeRef, DeviceId } from '../shared/change/change.ts'
import type { FieldId, RegisterId, Value, Values } from '../shared/registers/define.ts'

/** Begins the id of a reference to a record that the same commit creates. */
export const NEW_RECORD = 'new:'

/**
 * Where a record stands, in the officer's words: Đang soạn, Chờ ký (locked in a submission that is not sent), Chờ gửi
 * (handed in, still on this machine), Đã gửi, Tỉnh đã nhận, Trả lại, Chấp nhận.
 */
export type RecordState =
  | 'draft'
  | 'awaiting-signature'
  | 'queued'
  | 'sent'
  | 'received'
  | 'returned'
  | 'accepted'

export type StoredRecord = {
  readonly id: string
  readonly register: RegisterId
  readonly ref: ChangeRef
  readonly values: Values
  /** Values of fields that this version does not know; kept and passed on. */
  readonly unknown: Readonly<Record<FieldId, Value>>
  readonly deleted: boolean
  /** Last change's wall time (ms) and actor id. */
  readonly updatedAt: number
  readonly updatedBy: string
  readonly createdAt: number
  /** Fields with more than one head. */
  readonly conflicts: readonly FieldId[]
  /** Edited since the record was last handed in (or never handed in). */
  readonly dirty: boolean
  readonly state: RecordState
  /** Problems by the rules at the last save: errors and warnings. */
  readonly problems: number
}

export type Filter =
  | { readonly field: FieldId; readonly op: 'is'; readonly value: string | number | boolean | null }
  | { readonly field: FieldId; readonly op: 'contains'; readonly text: string }
  | { readonly field: FieldId; readonly op: 'empty' | 'filled' }
  | { readonly field: '$state'; readonly op: 'is'; readonly value: RecordState }
  | {
      readonly field: '$problems' | '$conflicts' | '$dirty' | '$deleted'
      readonly op: 'is'
      readonly value: boolean
    }

export type RecordQuery = {
  readonly register: RegisterId
  /** As typed; folded by the store; tiers: exact marks, name, other fields. */
  readonly search?: string
  readonly filters?: readonly Filter[]
  readonly sort?: { readonly field: FieldId; readonly descending: boolean }
  /** Only children of this parent record. */
  readonly parentId?: string
  readonly offset: number
  readonly limit: number
}

/** Told after each record of a long work; whoever passes it on decides how often. */
export type Progress = (done: number, total: number) => void

export type RecordWindow = { readonly total: number; readonly rows: readonly StoredRecord[] }

/**
 * One record's edit. `id: null` creates; `set` holds the fields that change. A reference whose id is `NEW_RECORD` and a
 * number names the record that the edit at that place of the same commit, an earlier one, creates.
 */
export type Edit = {
  readonly id: string | null
  readonly register: RegisterId
  readonly set: Readonly<Record<FieldId, Value>>
  readonly delete?: boolean
  /** Writes the fields even where they hold these values already: the province never got the change that set them. */
  readonly again?: true
}

export type Origin =
  | 'edit'
  | 'paste'
  | 'import'
  | 'undo'
  | 'redo'
  | 'settle'
  | 'restore'
  | 'adopt'
  | 'handin'
  | 'province'
  | 'sample'
  | 'setup'

export type CommitMeta = {
  readonly actor: string
  readonly origin: Origin
  readonly label: string
  readonly at: number
}

export type Committed = {
  readonly group: number
  readonly ids: readonly string[]
  readonly changes: number
  /** By id, the records that this commit made, as a read would give them; absent where they may have changed since. */
  readonly created?: ReadonlyMap<string, NewRecord>
}

export type NewRecord = { readonly register: RegisterId; readonly values: Values }

export type UndoState = {
  readonly undo: { readonly label: string; readonly at: number } | null
  readonly redo: { readonly label: string; readonly at: number } | null
}

export type HistoryEntry = {
  readonly ref: ChangeRef
  readonly at: number
  readonly actor: string
  readonly origin: Origin | 'foreign'
  readonly set: Readonly<Record<FieldId, Value>>
  readonly before: Readonly<Record<FieldId, Value>>
  /** The field's other heads that this change did not see. */
  readonly merged: boolean
}

export type FieldConflict = {
  readonly record: StoredRecord
  readonly field: FieldId
  readonly candidates: readonly {
    readonly ref: ChangeRef
    readonly value: Value
    readonly actor: string
    readonly at: number
  }[]
}

export type OutboxEntry = {
  /** Bundle number of this device's chain, from 1. */
  readonly number: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
  readonly madeAt: number
  /** Set when a verified receipt names this bundle's hash. */
  readonly receipt: { readonly code: string; readonly at: number; readonly replyNumber: number } | null
}

export type ParkedRow = {
  readonly id: number
  readonly importId: string
  readonly register: RegisterId
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly values: Values
  readonly problems: readonly {
    readonly cell: string
    readonly rule: string
    readonly message: string
    /** Set on a proposal: the accepted record that the row would change. */
    readonly recordId?: string
  }[]
}

export type SnapshotInfo = {
  readonly file: string
  readonly at: number
  readonly bytes: number
  readonly reason: string
  readonly verified: boolean
}

export interface OfficeStore {
  readonly deviceId: DeviceId
  close(): void

  setting<T>(key: string): T | undefined
  setSetting(key: string, value: unknown): void

  window(query: RecordQuery): RecordWindow
  get(id: string): StoredRecord | undefined
  getMany(ids: readonly string[]): StoredRecord[]
  /** Every live record of the register, in creation order; for rules, reports and hand-ins. */
  all(register: RegisterId): StoredRecord[]
  /** Import's match: folded key texts → ids, one pass over the register. */
  matchIndex(register: RegisterId, fields: readonly FieldId[]): Map<string, string[]>
  /** Match keys that more than one live record has → their ids; keys of a single record may be among them. */
  sharedKeys(register: RegisterId): Map<string, string[]>
  /** Ids of the live records with these values' match key, in order of creation. */
  sameKey(register: RegisterId, values: Values): string[]
  count(register: RegisterId): number

  /** Writes nothing: works out what a commit of this very edit would need of a new record, ahead of it. */
  prepare(edit: Edit): void
  /** One transaction, one undo step: records, search text and change log together. */
  commit(edits: readonly Edit[], meta: CommitMeta): Committed
  undoState(): UndoState
  undo(meta: CommitMeta): Committed | null
  redo(meta: CommitMeta): Committed | null
  history(id: string): HistoryEntry[]
  conflicts(): FieldConflict[]

  /**
   * The register's records written in or after that change, with what each held before it (null: it was not there);
   * null when the change is not here.
   */
  touchedSince(
    register: RegisterId,
    ref: ChangeRef,
  ): { readonly id: string; readonly before: Values | null }[] | null

  /** Ids of the register's records that this machine's people wrote after that change; none when it is not here. */
  editedSince(register: RegisterId, ref: ChangeRef): string[]

  /** Records written by anybody after a mark (0: from the beginning), and the next mark. */
  writtenSince(mark: number): {
    readonly mark: number
    readonly records: readonly { readonly id: string; readonly register: RegisterId }[]
  }
  /** Live records of the register that have problems: their counts, without reading them. */
  problemCounts(
    register: RegisterId,
  ): { readonly id: string; readonly updatedAt: number; readonly problems: number }[]

  lastSeq(): number
  /** Own changes with seq in (after, upTo], in order: what the next bundle carries. */
  ownChanges(after: number, upTo: number): Change[]
  /** Any device's changes, merged in; idempotent; unknown registers are held. */
  applyForeign(changes: readonly Change[]): {
    readonly applied: number
    readonly known: number
    readonly held: number
  }
  /** Public id of the record that this change created; undefined when it was never heard of here. */
  recordIdOf(record: ChangeRef): string | undefined
  /** Highest sequence held of every device. */
  heads(): { readonly device: DeviceId; readonly seq: number }[]

  outbox(): OutboxEntry[]
  /** Bundles of a device that this store wrote as before a restore; null when it never was that device. */
  formerOutbox(device: DeviceId): OutboxEntry[] | null
  /** Durable before any byte leaves; never changed afterwards but for its receipt. */
  addOutbox(entry: Omit<OutboxEntry, 'receipt'>): void
  settleOutbox(hash: Uint8Array, receipt: NonNullable<OutboxEntry['receipt']>): boolean
  /** Replies as they came, by number; applying one records it in the same transaction as its changes. */
  addReply(number: number, bytes: Uint8Array, hash: Uint8Array): void
  replies(): {
    readonly number: number
    readonly bytes: Uint8Array
    readonly hash: Uint8Array
    readonly at: number
  }[]
  transaction<T>(work: () => T): T

  /** @param group the undo step that the rows stand and fall with; null: none. */
  park(rows: readonly Omit<ParkedRow, 'id'>[], group: number | null): void
  parked(register?: RegisterId): ParkedRow[]
  /** The mended row came in with that undo step: undone, the row waits again. */
  takeParked(id: number, group: number): void
  unpark(ids: readonly number[]): void

  /** Keeps a file inside the store; the same one twice once. @returns its name: hex SHA-256 */
  addFile(bytes: Uint8Array): string
  /** A kept file's bytes by its name; undefined when it is not here. */
  file(name: string): Uint8Array | undefined

  /** Sets hand-in state columns by a projection of the system registers; called after commits that touch them. */
  setRecordStates(ids: readonly string[], state: RecordState, dirty: boolean): void
  /** @param counts by record id */
  setProblems(register: RegisterId, counts: ReadonlyMap<string, number>): void

  snapshot(reason: string): SnapshotInfo
  /** Drops every projection and rebuilds it from the log. */
  rebuild(): void
  quickCheck(): string[]
}
