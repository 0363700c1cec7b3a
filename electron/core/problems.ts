// The rules' view of the store, and the problem counts that the grid and home show. Counting never blocks a save: it
// runs after the commit, for the records touched.
import type { Committed, OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { Problem } from '../../shared/ipc/parts.ts'
import type { Register, RegisterId } from '../../shared/registers/define.ts'
import { matchKeyOf } from '../../shared/registers/matchKey.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { checkList, checkRecord, countProblems } from '../../shared/rules/checkRecord.ts'
import type { RuleContext, RuleSettings } from '../../shared/rules/rule.ts'
import { localDay } from './localDay.ts'
import { obligationsIn, profileOfPeriod } from './periodChoices.ts'
import { languageOf } from './preferences.ts'
import { settingsOf } from './settingsOf.ts'
import { turnRecords } from './turnRecords.ts'

/** The record's problems, gravest first. */
export function problemsOf(store: OfficeStore, record: StoredRecord): Problem[] {
  const register = registerOf(record.register)
  if (!register) return []
  return checkRecord(register, record.values, ruleContext(store, record.id), languageOf(store))
}

/** The problems of many records of one pass, e.g. of those that a list's counts name. */
export function* problemsOfMany(
  store: OfficeStore,
  records: readonly StoredRecord[],
): IterableIterator<readonly [StoredRecord, Problem[]]> {
  const context = ruleContext(store, null, records.length)
  const language = languageOf(store)
  for (const record of records) {
    const register = registerOf(record.register)
    const found = register
      ? checkRecord(register, record.values, { ...context, id: record.id }, language)
      : []
    yield [record, found]
  }
}

/** What no single record can tell; an empty register has its own answer, "Không phát sinh" or a first record. */
export function listProblems(store: OfficeStore, register: Register, today: string): Problem[] {
  if (store.count(register.id) === 0) return []
  return checkList(register, { ...ruleContext(store, null), today }, languageOf(store))
}

/** What counting needs of a record. */
type Counted = Pick<StoredRecord, 'id' | 'register' | 'values' | 'deleted' | 'problems'>

/**
 * Counts errors and warnings of these records, and of the parent whose children they are, and keeps the counts.
 * @param created those of them that were just made; they are not read back
 * @returns the registers of these records
 */
export function refreshProblems(
  store: OfficeStore,
  ids: readonly string[],
  created: NonNullable<Committed['created']> = new Map(),
): ReadonlySet<RegisterId> {
  const records: Counted[] = store.getMany(ids.filter((id) => !created.has(id)))
  for (const [id, { register, values }] of created) {
    records.push({ id, register, values, deleted: false, problems: 0 })
  }
  const parents = new Set(records.flatMap((record) => parentOf(record) ?? []))
  const touched = [...records, ...store.getMany([...parents])]
  const context = ruleContext(store, null, touched.length)
  const changed = new Map<RegisterId, Map<string, number>>()
  for (const { id, register: registerId, values, deleted, problems } of touched) {
    const register = registerOf(registerId)
    const counted = register && !deleted ? countProblems(register, values, { ...context, id }) : 0
    if (counted === problems) continue
    const of = changed.get(registerId) ?? new Map<string, number>()
    changed.set(registerId, of.set(id, counted))
  }
  for (const [register, counts] of changed) store.setProblems(register, counts)
  return new Set(records.map((record) => record.register))
}

function parentOf(record: Pick<StoredRecord, 'register' | 'values'>): string | null {
  const parent = registerOf(record.register)?.parent
  const value = parent ? record.values[parent.field] : undefined
  return value && typeof value === 'object' && 'id' in value ? value.id : null
}

/** Records from which one pass over a register costs less than looking each one up. */
export const MANY = 200

function ruleContext(store: OfficeStore, id: string | null, records = 1): RuleContext {
  const today = localDay(new Date())
  const indexes = new Map<string, Map<string, string[]>>()
  const live = new Map<string, readonly StoredRecord[]>()
  const byId = new Map<string, ReadonlyMap<string, StoredRecord>>()
  const families = new Map<string, Map<string | null, StoredRecord[]>>()
  const all = (register: string) => {
    const known = live.get(register) ?? turnRecords(store, register)
    live.set(register, known)
    return known
  }
  return {
    today,
    profile: profileOfPeriod(store, today.slice(0, 4)),
    obligationOf: obligationsIn(store, today.slice(0, 4)),
    settings: ruleSettings(store),
    id,
    get: (register, wanted) => {
      if (records >= MANY) {
        const known = byId.get(register) ?? new Map(all(register).map((record) => [record.id, record]))
        byId.set(register, known)
        return known.get(wanted)
      }
      const record = store.get(wanted)
      return record && record.register === register && !record.deleted ? record : undefined
    },
    children: (register, parentId) => {
      if (records < MANY) return store.window({ register, parentId, offset: 0, limit: 10_000 }).rows
      const grouped = families.get(register) ?? Map.groupBy(all(register), parentOf)
      families.set(register, grouped)
      return grouped.get(parentId) ?? []
    },
    all,
    sameKey: (register, values) => {
      if (records < MANY) return store.sameKey(register.id, values)
      const index = indexes.get(register.id) ?? store.sharedKeys(register.id)
      indexes.set(register.id, index)
      if (index.size === 0) return []
      const key = matchKeyOf(register, values)
      return key ? (index.get(key) ?? []) : []
    },
  }
}

/** The province's settings that rules ask for. */
export function ruleSettings(store: OfficeStore): RuleSettings {
  const { obstacleDays, holidays, workdays } = settingsOf(store)
  return { obstacleDays, holidays: holidays.map(({ day }) => day), workdays }
}
