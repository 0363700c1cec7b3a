// Changes as rows and rows as changes: the same Change, whichever chain it came from.
import type { Change, ChangeRef } from '../../shared/change/change.ts'
import type { change, ownChange, StoredBase } from '../store/schema.ts'

type ChangeRow = typeof change.$inferSelect
type OwnChangeRow = typeof ownChange.$inferSelect

export function refToText(ref: ChangeRef): string {
  return `${ref.device}.${ref.seq}`
}

export function textToRef(text: string): ChangeRef {
  const dot = text.indexOf('.')
  return { device: text.slice(0, dot), seq: Number(text.slice(dot + 1)) }
}

export function basesToText(base: Change['base']): StoredBase {
  return Object.fromEntries(Object.entries(base).map(([field, refs]) => [field, refs.map(refToText)]))
}

export function textToBases(base: StoredBase): Change['base'] {
  return Object.fromEntries(Object.entries(base).map(([field, refs]) => [field, refs.map(textToRef)]))
}

export function rowToChange(row: ChangeRow): Change {
  return { ...sharedPart(row), seen: row.seen }
}

/** The province's own changes have seen everything: `seen` has no meaning for them and is 0. */
export function ownRowToChange(row: OwnChangeRow): Change {
  return { ...sharedPart(row), seen: 0 }
}

function sharedPart(row: ChangeRow | OwnChangeRow): Omit<Change, 'seen'> {
  return {
    ref: { device: row.device, seq: row.seq },
    register: row.register,
    record: { device: row.recordDevice, seq: row.recordSeq },
    recordId: row.recordId,
    set: row.setFields,
    base: textToBases(row.base),
    actor: row.actor,
    at: row.at,
    ...(row.nonce ? { nonce: row.nonce } : {}),
  }
}

/** Cuts a list so that no statement carries more parameters than PostgreSQL takes. */
export function* batches<T>(rows: readonly T[], size = 1_000): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
