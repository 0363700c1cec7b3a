// How many errors and warnings a list has, without checking every record again: the counts kept at each save say which
// records have any, and what those are is remembered until the record or its count changes.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { Problem } from '../../shared/ipc/parts.ts'
import type { RegisterId } from '../../shared/registers/define.ts'
import { handedInWith } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { listNow } from './lists.ts'
import { MANY, problemsOfMany } from './problems.ts'
import { recordName } from './recordDto.ts'
import { turnRecords } from './turnRecords.ts'

/** A record and what the rules find in it. */
export type Checked = {
  readonly id: string
  readonly register: RegisterId
  readonly name: string
  readonly problems: readonly Problem[]
}

type Known = { readonly updatedAt: number; readonly count: number; readonly checked: Checked }
const kept = new WeakMap<OfficeStore, Map<string, Known>>()

/** The records of a list of that period that have problems, parents before their children, each with its problems. */
export function checkedList(store: OfficeStore, register: string, period: string): Checked[] {
  const inside = registerOf(register)?.period ? new Set(listNow(store, register, period).members) : null
  const counted = handedInWith(register)
    .flatMap(({ id }) => store.problemCounts(id))
    .filter(({ id }) => !inside || inside.has(id))
  const known = kept.get(store) ?? new Map<string, Known>()
  kept.set(store, known)
  const fresh = counted.filter(({ id, updatedAt, problems }) => {
    const before = known.get(id)
    return before?.updatedAt !== updatedAt || before.count !== problems
  })
  const counts = new Map(fresh.map(({ id, problems }) => [id, problems]))
  for (const [record, problems] of problemsOfMany(store, recordsOf(store, register, [...counts.keys()]))) {
    const { id, updatedAt, register: of, values } = record
    const checked = { id, register: of, name: recordName(of, values), problems }
    known.set(id, { updatedAt, count: counts.get(id) ?? 0, checked })
  }
  return counted.flatMap(({ id }) => known.get(id)?.checked ?? [])
}

/** Errors and warnings of a list of that period, those of its children included. */
export function problemTally(
  store: OfficeStore,
  register: string,
  period: string,
): { errors: number; warnings: number } {
  const tally = { errors: 0, warnings: 0 }
  for (const { problems } of checkedList(store, register, period)) {
    for (const { severity } of problems) {
      if (severity === 'error') tally.errors++
      if (severity === 'warning') tally.warnings++
    }
  }
  return tally
}

/** Many are read in one pass over their registers, few one by one. */
function recordsOf(store: OfficeStore, register: string, ids: readonly string[]): StoredRecord[] {
  if (ids.length < MANY) return store.getMany(ids)
  const wanted = new Set(ids)
  return handedInWith(register).flatMap(({ id }) => turnRecords(store, id).filter((r) => wanted.has(r.id)))
}
