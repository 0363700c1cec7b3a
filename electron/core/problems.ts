// The rules' view of the store, and the problem counts that the grid and home show. Counting never blocks a save: it
// runs after the commit, for the records touched.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { Problem } from '../../shared/ipc/contract.ts'
import type { Register, RegisterId } from '../../shared/registers/define.ts'
import { matchKeyOf } from '../../shared/registers/matchKey.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { checkList, checkRecord } from '../../shared/rules/checkRecord.ts'
import type { RuleContext } from '../../shared/rules/rule.ts'
import { officeOf } from './CoreContext.ts'
import { localDay } from './localDay.ts'
import { languageOf } from './preferences.ts'

/** The record's problems, gravest first. */
export function problemsOf(store: OfficeStore, record: StoredRecord): Problem[] {
  const register = registerOf(record.register)
  if (!register) return []
  return checkRecord(register, record.values, ruleContext(store, record.id), languageOf(store))
}

/** What no single record can tell; an empty register has its own answer, "Không phát sinh" or a first record. */
export function listProblems(store: OfficeStore, register: Register, today: string): Problem[] {
  if (store.count(register.id) === 0) return []
  return checkList(
    register,
    () => store.all(register.id).map((record) => record.values),
    today,
    languageOf(store),
  )
}

/**
 * Counts errors and warnings of these records, and of the parent whose children they are, and keeps the counts.
 * @returns the registers of these records
 */
export function refreshProblems(store: OfficeStore, ids: readonly string[]): ReadonlySet<RegisterId> {
  const records = store.getMany(ids)
  const parents = records.flatMap((record) => parentOf(record) ?? [])
  const touched = [...records, ...store.getMany([...new Set(parents)])]
  const context = ruleContext(store, null, touched.length)
  const counts = touched.map((record) => {
    const register = registerOf(record.register)
    const found =
      register && !record.deleted ? checkRecord(register, record.values, { ...context, id: record.id }) : []
    return { id: record.id, problems: found.filter((problem) => problem.severity !== 'info').length }
  })
  store.setProblems(counts.filter(({ problems }, i) => problems !== touched[i]?.problems))
  return new Set(records.map((record) => record.register))
}

function parentOf(record: StoredRecord): string | null {
  const parent = registerOf(record.register)?.parent
  const value = parent ? record.values[parent.field] : undefined
  return value && typeof value === 'object' && 'id' in value ? value.id : null
}

/** Records from which one pass over a register costs less than looking each one up. */
const MANY = 200

function ruleContext(store: OfficeStore, id: string | null, records = 1): RuleContext {
  const indexes = new Map<string, Map<string, string[]>>()
  const live = new Map<string, readonly StoredRecord[]>()
  const families = new Map<string, Map<string | null, StoredRecord[]>>()
  const all = (register: string) => {
    const known = live.get(register) ?? store.all(register)
    live.set(register, known)
    return known
  }
  return {
    today: localDay(new Date()),
    profile: officeOf(store).profile,
    id,
    get: (register, wanted) => {
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
      const index = indexes.get(register.id) ?? store.matchIndex(register.id, register.matchKey)
      indexes.set(register.id, index)
      const key = matchKeyOf(register, values)
      return key ? (index.get(key) ?? []) : []
    },
  }
}
