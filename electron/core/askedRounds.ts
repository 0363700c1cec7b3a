// What is asked of the office: rounds that the province wrote in the office's own chain, and those of yearly rules that
// none of them covers.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { type AskedItem, type AskedRound, roundOfRule, ruleOfRound, ruleRounds } from './ruleRounds.ts'
import { settingsOf } from './settingsOf.ts'
import { systemRecords } from './systemRecords.ts'

/**
 * Every round that is asked for now.
 * @param today the office's own day, `YYYY-MM-DD`
 * @param answered ids of rounds that a submission names: they stay, whatever covers them since
 */
export function askedRounds(store: OfficeStore, today: string, answered: ReadonlySet<string>): AskedRound[] {
  const items = Map.groupBy(systemRecords(store, 'round-item'), (item) => String(item.values.round ?? ''))
  const { lateBy } = settingsOf(store)
  const ofProvince = systemRecords(store, 'round').map((record) =>
    provinceRound(record, items.get(record.id) ?? [], lateBy),
  )
  const covered = new Set(
    ofProvince.flatMap((round) => round.items.map(({ register }) => `${register} ${round.period}`)),
  )
  const ofRules = ruleRounds(store, today).filter((round) => {
    const [item] = round.items
    return answered.has(round.id) || !covered.has(`${item?.register} ${round.period}`)
  })
  const listed = new Set(ofRules.map((round) => round.id))
  const earlier = [...answered]
    .filter((id) => !listed.has(id))
    .flatMap((id) => ruleOfRound(id) ?? [])
    .map(({ register, period }) => roundOfRule(store, register, period, '', null))
  return [...ofProvince, ...ofRules, ...earlier]
}

/** A single round by its id, also one of a rule whose day is far away; undefined when the province took it back. */
export function askedRound(store: OfficeStore, today: string, id: string): AskedRound | undefined {
  const rule = ruleOfRound(id)
  if (!rule) {
    const record = store.get(id)
    if (record?.register !== 'round' || record.deleted) return undefined
    const items = systemRecords(store, 'round-item').filter((item) => item.values.round === id)
    return provinceRound(record, items, settingsOf(store).lateBy)
  }
  const known = ruleRounds(store, today).find((round) => round.id === id)
  if (known) return known
  const register = registerOf(rule.register)
  return register && !register.system ? roundOfRule(store, rule.register, rule.period, '', null) : undefined
}

function provinceRound(
  { id, values }: StoredRecord,
  items: readonly StoredRecord[],
  lateBy: AskedRound['lateBy'],
): AskedRound {
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : '')
  const day = (field: string) => text(field) || null
  return {
    id,
    name: text('name'),
    from: 'province',
    period: text('period'),
    letterNo: text('letterNo'),
    letterDate: day('letterDate'),
    dueText: text('dueText'),
    lastDay: day('extendedTo') ?? day('dueOn'),
    extendedTo: day('extendedTo'),
    lateBy: values.lateBy === 'receipt' || values.lateBy === 'letter' ? values.lateBy : lateBy,
    note: text('note'),
    closed: values.closed === true,
    items: items.map(askedItem).filter(({ register }) => registerOf(register) !== undefined),
  }
}

/** A register that only a newer version knows is left out here; it comes back after the update. */
function askedItem({ values }: StoredRecord): AskedItem {
  const columns = typeof values.columns === 'string' ? values.columns.split(/\s+/).filter(Boolean) : []
  const register = String(values.register ?? '')
  const canBeNil = registerOf(register)?.nilAnswer === true
  return { register, columns, nilAllowed: values.nilAllowed !== false && canBeNil }
}
