// A list against what the province last accepted of it: what to look at first, and the rest, which is attested in one
// step. What was accepted is read from the log at the place where it was handed in.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { CallOutput, Handin } from '../../shared/ipc/contract.ts'
import type { Register, Values } from '../../shared/registers/define.ts'
import { familyOf, inPeriod } from '../../shared/registers/handinScope.ts'
import { matchKeyOf } from '../../shared/registers/matchKey.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { comparePeriods, type PeriodFinding, type PeriodPair } from '../../shared/rules/periodRules.ts'
import { attestedIn } from './attestations.ts'
import { handins } from './handins.ts'
import { localDay } from './localDay.ts'
import { languageOf } from './preferences.ts'
import { checkedList } from './problemTally.ts'
import { recordName } from './recordDto.ts'

type SinceLast = CallOutput<'rounds.sinceLast'>
type Row = SinceLast['rows'][number]

const YEAR_DAYS = 365
const DAY_MS = 86_400_000
/** Gravest first: what is looked at one by one, then what is attested together. */
const ORDER: Readonly<Record<Row['group'], number>> = {
  risky: 0,
  changed: 1,
  new: 2,
  gone: 3,
  stale: 4,
  unchanged: 5,
}

/** The hand-in of another period that the province accepted last; undefined when there is none. */
export function lastAccepted(store: OfficeStore, register: string, period: string): Handin | undefined {
  return handins(store).find(
    (one) =>
      one.register === register && one.state === 'accepted' && one.period !== period && store.get(one.id),
  )
}

/**
 * The register's records of a period against the last accepted list of another.
 * @returns rows in the order in which to look at them; none while nothing was ever accepted
 */
export function sinceLast(store: OfficeStore, register: string, period: string): SinceLast {
  const definition = registerOf(register)
  const last = lastAccepted(store, register, period)
  if (!definition || !last) return { since: null, rows: [] }
  const attested = attestedIn(store, register, period)
  const attestedBefore = attestedIn(store, register, last.period)
  const staleBefore = localDay(new Date(last.madeAt - YEAR_DAYS * DAY_MS))
  const errors = new Map(
    checkedList(store, register, period).map(({ id, problems }) => [
      id,
      problems.filter(({ severity }) => severity === 'error').length,
    ]),
  )
  const rows = pairsOf(store, definition, last, period).map(
    ({ id, now, before: was, childrenTouched }): Row => {
      const touchedAt = Math.max(now?.updatedAt ?? 0, attestedBefore.get(id) ?? 0, attested.get(id) ?? 0)
      const found = comparePeriods({
        register: definition,
        before: was,
        after: now && { ...now.values, ...now.unknown },
        childrenTouched,
        hasConflict: (now?.conflicts.length ?? 0) > 0,
        errors: errors.get(id) ?? 0,
        touchedOn: localDay(new Date(touchedAt)),
        staleBefore,
      } satisfies PeriodPair)
      const [first] = found
      return {
        recordId: id,
        name: recordName(register, now?.values ?? was ?? {}),
        group: first?.rule.group ?? 'unchanged',
        why: first ? filled(first.rule.message[languageOf(store)], first.args) : '',
        attested: attested.has(id),
      }
    },
  )
  return { since: last.period, rows: rows.sort((a, b) => ORDER[a.group] - ORDER[b.group]) }
}

type Pair = {
  readonly id: string
  readonly now: StoredRecord | null
  readonly before: Values | null
  readonly childrenTouched: number
}

function pairsOf(store: OfficeStore, register: Register, last: Handin, period: string): Pair[] {
  const ref = store.get(last.id)?.ref
  if (!ref) return []
  const touched = new Map((store.touchedSince(register.id, ref) ?? []).map(({ id, before }) => [id, before]))
  const live = store.all(register.id)
  const asAccepted = (record: StoredRecord) => {
    const before = touched.get(record.id)
    return before === undefined ? { ...record.values, ...record.unknown } : before
  }
  if (register.period) return pairsByKey(register, live, touched, last.period, period)
  const children = childrenTouchedSince(store, register, ref)
  const liveIds = new Set(live.map(({ id }) => id))
  const gone = [...touched].filter(([id, before]) => before !== null && !liveIds.has(id))
  return [
    ...live.map((record) => ({
      id: record.id,
      now: record,
      before: asAccepted(record),
      childrenTouched: children.get(record.id) ?? 0,
    })),
    ...gone.map(([id, before]) => ({ id, now: null, before, childrenTouched: 0 })),
  ]
}

/** A period register has other records each year: they are paired by what they are about. */
function pairsByKey(
  register: Register,
  live: readonly StoredRecord[],
  touched: ReadonlyMap<string, Values | null>,
  lastPeriod: string,
  period: string,
): Pair[] {
  const earlier = inPeriod(live, register.id, lastPeriod)
  const now = inPeriod(live, register.id, period)
  // One each year is the same one, whatever it is called; of several, those that differ in nothing but the year.
  const isSingle = earlier.length === 1 && now.length === 1
  const key = (values: Values) => {
    if (isSingle) return ''
    const name = String(values[register.nameField] ?? '').replace(/\b(19|20)\d\d\b/g, '')
    return matchKeyOf(register, { ...values, [register.nameField]: name, [register.period!.field]: 0 }) ?? ''
  }
  const before = new Map(
    earlier.map((record) => {
      const values = touched.get(record.id) ?? record.values
      return [key(values), { id: record.id, values }]
    }),
  )
  const pairs = now.map((record) => {
    const was = before.get(key(record.values))
    before.delete(key(record.values))
    return { id: record.id, now: record, before: was?.values ?? null, childrenTouched: 0 }
  })
  const gone = [...before.values()].map(({ id, values }) => ({
    id,
    now: null,
    before: values,
    childrenTouched: 0,
  }))
  return [...pairs, ...gone]
}

/** By the register's record: how many records below it were written since, removed ones too. */
function childrenTouchedSince(
  store: OfficeStore,
  register: Register,
  ref: StoredRecord['ref'],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const child of familyOf(register.id).slice(1)) {
    for (const { id, before } of store.touchedSince(child.id, ref) ?? []) {
      const now = store.get(id)
      const isLive = now !== undefined && !now.deleted
      if (!isLive && before === null) continue
      const root = rootOf(store, child, isLive ? now.values : (before ?? {}))
      if (root) counts.set(root, (counts.get(root) ?? 0) + 1)
    }
  }
  return counts
}

/** The record at the top that this one hangs on. */
function rootOf(store: OfficeStore, register: Register, values: Values): string | null {
  const parent = register.parent
  const value = parent ? values[parent.field] : null
  const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : null
  if (!parent || !id) return null
  const above = registerOf(parent.register)
  const record = store.get(id)
  return above?.parent && record ? rootOf(store, above, record.values) : id
}

function filled(text: string, args: PeriodFinding): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(args[name] ?? place))
}
