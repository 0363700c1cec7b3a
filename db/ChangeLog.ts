// The append-only change log: every change this store has ever made or been given, in order of arrival. Everything else
// about records is worked out from it. Rows are never updated or deleted; triggers hold that too.
import type { Change, ChangeKey, ChangeRef, DeviceId } from '../shared/change/change.ts'
import { changeKey } from '../shared/change/change.ts'
import type { FieldId, Value } from '../shared/registers/define.ts'
import type { WritableDB } from './Connection.ts'
import { CHAINS_KEY } from './Mailbox.ts'
import type { Origin } from './OfficeStore.ts'
import { keyToRef } from './RecordTable.ts'

/** A change as the log holds it: with its place of arrival, where it came from and its undo step. */
export type LoggedChange = Change & {
  readonly logId: number
  readonly recordNo: number
  readonly origin: Origin | 'foreign'
  readonly group: number | null
}

type LogRow = {
  id: number
  device: string
  seq: number
  record_no: number
  record_id: string
  register: string
  record_device: string
  record_seq: number
  sets: string
  bases: string | null
  actor: string
  at: number
  seen: number
  nonce: string | null
  origin: string
  group_id: number | null
}

const SELECT = `SELECT c.id, d.id AS device, c.seq, c.record_no, r.id AS record_id, r.register, rd.id AS record_device,
 r.seq AS record_seq, c.sets, c.bases, c.actor, c.at, c.seen, c.nonce, c.origin, c.group_id
 FROM change_log c JOIN device d ON d.no = c.device_no JOIN record r ON r.no = c.record_no
 JOIN device rd ON rd.no = r.device_no`

export class ChangeLog {
  readonly #db: WritableDB
  readonly #now: () => number

  constructor(db: WritableDB, now: () => number) {
    this.#db = db
    this.#now = now
  }

  /** The device that this store writes as. */
  me(): { readonly no: number; readonly id: DeviceId } {
    const row = this.#db.get<{ no: number; id: string }>('SELECT no, id FROM device WHERE mine = 1')
    if (!row) throw new Error('the store has no device of its own')
    return row
  }

  deviceNo(id: DeviceId): number {
    const row = this.#db.get<{ no: number }>('SELECT no FROM device WHERE id = ?', id)
    if (row) return row.no
    return this.#db.run('INSERT INTO device (id, added_at) VALUES (?, ?)', id, this.#now()).lastInsertRowid
  }

  lastSeq(): number {
    return (
      this.#db.get<{ seq: number | null }>(
        'SELECT max(seq) AS seq FROM change_log WHERE device_no = (SELECT no FROM device WHERE mine = 1)',
      )?.seq ?? 0
    )
  }

  /** The record's number here; a record first heard of is entered, even when its creating change is still missing. */
  recordNo(change: Pick<Change, 'record' | 'recordId' | 'register'>, deviceNo?: number): number {
    const device = deviceNo ?? this.deviceNo(change.record.device)
    return this.#db.run(
      'INSERT INTO record (id, register, device_no, seq) VALUES (?, ?, ?, ?)',
      change.recordId,
      change.register,
      device,
      change.record.seq,
    ).lastInsertRowid
  }

  findRecord(
    ref: ChangeRef,
  ): { readonly no: number; readonly id: string; readonly register: string } | undefined {
    return this.#db.get(
      'SELECT no, id, register FROM record WHERE device_no = (SELECT no FROM device WHERE id = ?) AND seq = ?',
      ref.device,
      ref.seq,
    )
  }

  findRecordById(id: string): { readonly no: number; readonly register: string } | undefined {
    return this.#db.get('SELECT no, register FROM record WHERE id = ?', id)
  }

  append(change: Change, recordNo: number, origin: Origin | 'foreign', group: number | null): void {
    const hasBase = Object.keys(change.base).length > 0
    this.#db.run(
      `INSERT INTO change_log (device_no, seq, record_no, sets, bases, actor, at, seen, nonce, origin, group_id)
       VALUES ((SELECT no FROM device WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      change.ref.device,
      change.ref.seq,
      recordNo,
      JSON.stringify(change.set),
      hasBase ? encodeBases(change.base) : null,
      change.actor,
      Math.trunc(change.at),
      change.seen,
      change.nonce ?? null,
      origin,
      group,
    )
  }

  find(ref: ChangeRef): LoggedChange | undefined {
    const row = this.#db.get<LogRow>(`${SELECT} WHERE d.id = ? AND c.seq = ?`, ref.device, ref.seq)
    return row && decode(row)
  }

  /** In order of arrival. */
  ofRecord(recordNo: number): LoggedChange[] {
    return this.#db.all<LogRow>(`${SELECT} WHERE c.record_no = ? ORDER BY c.id`, recordNo).map(decode)
  }

  ofGroup(group: number): LoggedChange[] {
    return this.#db.all<LogRow>(`${SELECT} WHERE c.group_id = ? ORDER BY c.id`, group).map(decode)
  }

  /** A device's changes with seq in (after, upTo], in order. */
  ofDevice(device: DeviceId, after: number, upTo: number): LoggedChange[] {
    return this.#db
      .all<LogRow>(
        `${SELECT} WHERE d.id = ? AND c.seq > ? AND c.seq <= ? ORDER BY c.seq`,
        device,
        after,
        upTo,
      )
      .map(decode)
  }

  heads(): { readonly device: DeviceId; readonly seq: number }[] {
    return this.#db.all(
      `SELECT d.id AS device, max(c.seq) AS seq FROM change_log c JOIN device d ON d.no = c.device_no
       GROUP BY c.device_no ORDER BY d.id`,
    )
  }

  /** Number of the last reply to the present device; 0: none. */
  lastReply(): number {
    return (
      this.#db.get<{ number: number | null }>(
        `SELECT max(number) - coalesce((SELECT json_extract(value, '$.reply') FROM setting WHERE key = ?), 0) AS number
         FROM reply`,
        CHAINS_KEY,
      )?.number ?? 0
    )
  }
}

/** A logged change without what only this log knows: as it goes on the wire. */
export function wireChange(logged: LoggedChange): Change {
  const { logId: _id, recordNo: _no, origin: _origin, group: _group, ...change } = logged
  return change
}

function encodeBases(base: Change['base']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(base).map(([f, refs]) => [f, refs.map(changeKey)])))
}

function decode(row: LogRow): LoggedChange {
  const bases = row.bases === null ? {} : (JSON.parse(row.bases) as Record<FieldId, ChangeKey[]>)
  return {
    ref: { device: row.device, seq: row.seq },
    register: row.register,
    record: { device: row.record_device, seq: row.record_seq },
    recordId: row.record_id,
    set: JSON.parse(row.sets) as Record<FieldId, Value>,
    base: Object.fromEntries(Object.entries(bases).map(([f, keys]) => [f, keys.map(keyToRef)])),
    actor: row.actor,
    at: row.at,
    seen: row.seen,
    ...(row.nonce === null ? {} : { nonce: row.nonce }),
    logId: row.id,
    recordNo: row.record_no,
    origin: row.origin as Origin | 'foreign',
    group: row.group_id,
  }
}
