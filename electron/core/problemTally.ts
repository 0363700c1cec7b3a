// How many errors and warnings a list has, without checking every record again: the counts kept at each save say which
// records have any, and what those are is remembered until the record or its count changes.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { Problem } from '../../shared/ipc/parts.ts'
import { familyOf, inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { problemsOfMany } from './problems.ts'

const WITH_PROBLEMS = [{ field: '$problems', op: 'is', value: true }] as const
const ALL = 1_000_000

type Known = { readonly updatedAt: number; readonly count: number; readonly found: readonly Problem[] }
const kept = new WeakMap<OfficeStore, Map<string, Known>>()

/** A record and what the rules find in it. */
export type Checked = { readonly record: StoredRecord; readonly problems: readonly Problem[] }

/** The records of a list of that period that have problems, parents before their children, each with its problems. */
export function checkedList(store: OfficeStore, register: string, period: string): Checked[] {
  const withProblems = familyOf(register).flatMap(
    ({ id }) => store.window({ register: id, filters: WITH_PROBLEMS, offset: 0, limit: ALL }).rows,
  )
  const wanted = ofPeriod(store, withProblems, register, period)
  const known = kept.get(store) ?? new Map<string, Known>()
  kept.set(store, known)
  const fresh = wanted.filter(({ id, updatedAt, problems }) => {
    const before = known.get(id)
    return !before || before.updatedAt !== updatedAt || before.count !== problems
  })
  for (const [{ id, updatedAt, problems: count }, found] of problemsOfMany(store, fresh))
    known.set(id, { updatedAt, count, found })
  return wanted.map((record) => ({ record, problems: known.get(record.id)?.found ?? [] }))
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

/** Children with problems whose parents have none are still their parents' children. */
function ofPeriod(
  store: OfficeStore,
  records: readonly StoredRecord[],
  register: string,
  period: string,
): StoredRecord[] {
  if (!registerOf(register)?.period) return [...records]
  const family = familyOf(register).flatMap(({ id }) => store.all(id))
  const inside = new Set(inPeriod(family, register, period).map(({ id }) => id))
  return records.filter(({ id }) => inside.has(id))
}
