// A change is one save: one record, the fields it sets and, for each, the changes it was based on. The change log is
// append-only; every table is a projection of it. Order comes from base references and device sequences; wall time is
// for people to read.
import type { FieldId, RegisterId, Value } from '../registers/define.ts'

/** First 8 bytes of SHA-256 of the device's Ed25519 public key, 16 lower-case hex digits. */
export type DeviceId = string

/** A change's own name: its device and that device's sequence, from 1 and without gaps. */
export type ChangeRef = { readonly device: DeviceId; readonly seq: number }

/** `device.seq`, for use as a key. */
export type ChangeKey = `${DeviceId}.${number}`

/** Field that holds a record's tombstone: `true` deleted, `false` restored. Merged like any other field. */
export const DELETED: FieldId = '$deleted'

export type Change = {
  readonly ref: ChangeRef
  readonly register: RegisterId
  /** The record's wire name: the change that created it. Equal to `ref` for a creating change. */
  readonly record: ChangeRef
  /** Public id, UUIDv8; on the wire only as the nonce of the creating change's unlock. */
  readonly recordId: string
  /** The fields set, with their new values; null clears. Unknown fields of a newer app are kept as they came. */
  readonly set: Readonly<Record<FieldId, Value>>
  /** Per field, the heads that the writer saw. A field that is absent had no value before. */
  readonly base: Readonly<Record<FieldId, readonly ChangeRef[]>>
  /** Id of the person, as listed in the bundle's own table of people. */
  readonly actor: string
  /** Device clock, ms since 1970, display only: it may be years off. */
  readonly at: number
  /** Sequence of the last reply applied before this change (0: none): what the writer had seen of others. */
  readonly seen: number
  /** Random 8 bytes (16 hex) drawn at unlock; present on creating changes only. */
  readonly nonce?: string
}

export function changeKey(ref: ChangeRef): ChangeKey {
  return `${ref.device}.${ref.seq}`
}

export function sameRef(a: ChangeRef, b: ChangeRef): boolean {
  return a.seq === b.seq && a.device === b.device
}
