// One register's list as it stands now: what a hand-in would freeze, its hash, its size, and how much is still wrong with
// it. Every screen of rounds asks for it, so what was encoded for the hash is kept and only what was written is made anew.
import { createHash } from 'node:crypto'
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { contentCode } from '../../shared/bundle/codes.ts'
import { contentHash, hashedRecord, hashOfRecords } from '../../shared/bundle/contentHash.ts'
import type { RegisterId } from '../../shared/registers/define.ts'
import { handedInWith, inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { isNil } from './nil.ts'
import { turnRecords } from './turnRecords.ts'

/** A list as it stands. */
export type ListNow = {
  readonly register: string
  /** Hex of the content hash, and its 8 characters for the eye. */
  readonly contentHash: string
  readonly contentCode: string
  /** Records of the register itself; what hangs on them is not counted. */
  readonly count: number
  readonly nil: boolean
  /** Every record frozen, children included. */
  readonly members: readonly string[]
  /** Of them, those with problems by the rules. */
  readonly withProblems: number
}

/**
 * What goes with a register's list of a period: its live records and those that hang on them; of a period register
 * those of that year.
 */
export function recordsToHandIn(store: OfficeStore, register: string, period: string): StoredRecord[] {
  const family = handedInWith(register).flatMap(({ id }) => store.all(id))
  return inPeriod(family, register, period)
}

/** The hash that the records would be frozen by, in hex, and its code. */
export function freeze(records: readonly StoredRecord[]): { hash: string; code: string } {
  return named(contentHash(records.map(hashed)))
}

/** The list as it stands; nil where the office answered so and no record speaks against it. */
export function listNow(store: OfficeStore, register: string, period: string): ListNow {
  const definition = registerOf(register)
  const { hash, count, members } = definition?.period
    ? ofYear(store, register, period)
    : perpetual(store, register)
  const nil = isNil(store, register, period) && (members.length === 0 || definition?.events !== undefined)
  const frozen = named(nil ? contentHash([]) : hash)
  return {
    register,
    contentHash: frozen.hash,
    contentCode: frozen.code,
    count: nil ? 0 : count,
    nil,
    members: nil ? [] : members,
    withProblems: nil ? 0 : problemsAmong(store, register, members),
  }
}

type Content = { readonly hash: Uint8Array; readonly count: number; readonly members: readonly string[] }

/** A year's records are few: read and hashed each time. */
function ofYear(store: OfficeStore, register: string, period: string): Content {
  const records = recordsToHandIn(store, register, period)
  return {
    hash: contentHash(records.map(hashed)),
    count: records.filter((record) => record.register === register).length,
    members: records.map((record) => record.id),
  }
}

type Encoded = { readonly register: RegisterId; readonly bytes: Uint8Array }
type Kept = { mark: number; readonly records: Map<string, Encoded>; content: Content }
const kept = new WeakMap<OfficeStore, Map<RegisterId, Kept>>()

/** A perpetual list is the same in every period; of ten thousand records only those written since are read. */
function perpetual(store: OfficeStore, register: RegisterId): Content {
  const lists = kept.get(store) ?? new Map<RegisterId, Kept>()
  kept.set(store, lists)
  const family = new Set(handedInWith(register).map(({ id }) => id))
  const known = lists.get(register)
  const { mark, records: written } = store.writtenSince(known?.mark ?? Number.MAX_SAFE_INTEGER)
  if (!known || mark < known.mark) {
    const records = new Map<string, Encoded>()
    for (const id of family)
      for (const record of turnRecords(store, id)) records.set(record.id, encoded(record))
    lists.set(register, { mark, records, content: contentOf(records, register) })
    return lists.get(register)!.content
  }
  known.mark = mark
  const touched = written.filter((record) => family.has(record.register)).map(({ id }) => id)
  if (touched.length === 0) return known.content
  for (const id of touched) known.records.delete(id)
  for (const record of store.getMany(touched)) {
    if (!record.deleted) known.records.set(record.id, encoded(record))
  }
  known.content = contentOf(known.records, register)
  return known.content
}

function contentOf(records: ReadonlyMap<string, Encoded>, register: RegisterId): Content {
  // Public ids are ASCII: their order is that of their bytes.
  const members = [...records.keys()].sort()
  const all = members.map((id) => records.get(id)!)
  return {
    hash: hashOfRecords(
      all.map(({ bytes }) => bytes),
      createHash('sha256'),
    ),
    count: all.filter((one) => one.register === register).length,
    members,
  }
}

function encoded(record: StoredRecord): Encoded {
  return { register: record.register, bytes: hashedRecord(hashed(record)) }
}

function hashed({ id, values, unknown }: StoredRecord) {
  return { id, values: { ...values, ...unknown } }
}

function named(hash: Uint8Array): { hash: string; code: string } {
  return { hash: Buffer.from(hash).toString('hex'), code: contentCode(hash) }
}

function problemsAmong(store: OfficeStore, register: RegisterId, members: readonly string[]): number {
  const inside = registerOf(register)?.period ? new Set(members) : null
  let count = 0
  for (const { id: of } of handedInWith(register)) {
    for (const { id } of store.problemCounts(of)) if (!inside || inside.has(id)) count++
  }
  return count
}
