// One register's list as it stands now: what a hand-in would freeze, its hash, its size, and what is still wrong with it.
// Worked out once for each state of the store; every screen of rounds asks for it.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { contentCode } from '../../shared/bundle/codes.ts'
import { contentHash } from '../../shared/bundle/contentHash.ts'
import { familyOf, inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { isNil } from './nil.ts'

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

type Kept = { readonly state: string; readonly lists: Map<string, ListNow> }
const kept = new WeakMap<OfficeStore, Kept>()

/**
 * What goes with a register's list of a period: its live records and those that hang on them; of a period register
 * those of that year.
 */
export function recordsToHandIn(store: OfficeStore, register: string, period: string): StoredRecord[] {
  const family = familyOf(register).flatMap(({ id }) => store.all(id))
  return inPeriod(family, register, period)
}

/** The hash that the records would be frozen by, in hex, and its code. */
export function freeze(records: readonly StoredRecord[]): { hash: string; code: string } {
  const hash = contentHash(
    records.map(({ id, values, unknown }) => ({ id, values: { ...values, ...unknown } })),
  )
  return { hash: Buffer.from(hash).toString('hex'), code: contentCode(hash) }
}

/** The list as it stands; nil where the office answered so, with no record in it. */
export function listNow(store: OfficeStore, register: string, period: string): ListNow {
  const state = store
    .heads()
    .map(({ device, seq }) => `${device}.${seq}`)
    .join(' ')
  let known = kept.get(store)
  if (known?.state !== state) {
    known = { state, lists: new Map() }
    kept.set(store, known)
  }
  // A perpetual list is the same in every period; only its nil answer is not.
  const nil = isNil(store, register, period)
  const key = `${register} ${registerOf(register)?.period || nil ? period : ''}`
  const found = known.lists.get(key)
  if (found) return found
  const made = makeList(store, register, period, nil)
  known.lists.set(key, made)
  return made
}

function makeList(store: OfficeStore, register: string, period: string, answeredNil: boolean): ListNow {
  const live = recordsToHandIn(store, register, period)
  const isEvents = registerOf(register)?.events !== undefined
  const nil = answeredNil && (live.length === 0 || isEvents)
  const records = nil ? [] : live
  const frozen = freeze(records)
  return {
    register,
    contentHash: frozen.hash,
    contentCode: frozen.code,
    count: records.filter((record) => record.register === register).length,
    nil,
    members: records.map((record) => record.id),
    withProblems: records.filter((record) => record.problems > 0).length,
  }
}
