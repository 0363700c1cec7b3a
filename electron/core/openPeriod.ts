// A new period from the last accepted one: the record of the year is made with what hangs on it, so that an office looks
// at last year's answers instead of an empty form. What the law wants fresh begins empty.
import { type Edit, NEW_RECORD, type OfficeStore, type StoredRecord } from '../../db/OfficeStore.ts'
import type { CallError, CallOutput } from '../../shared/ipc/contract.ts'
import type { FieldId, Register, Value } from '../../shared/registers/define.ts'
import { familyOf, inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CoreContext, openSession, refuse } from './CoreContext.ts'
import { commitEdits } from './recordCalls.ts'
import { lastAccepted } from './sinceLast.ts'

/** Makes the year's record of a period register, one undo step. Refused when the year is there already. */
export function openPeriod(
  context: CoreContext,
  id: string,
  year: number,
): Result<CallOutput<'periods.open'>, CallError> {
  const { store } = openSession(context)
  const register = registerOf(id)
  if (!register?.period) return refuse('unknown-register', { register: id })
  const period = String(year)
  if (inPeriod(store.all(id), id, period).length > 0)
    return refuse('period-open', { period, list: register.label.vi })
  const last = lastAccepted(store, id, period)
  const family = last ? recordsOf(store, id, last.period) : []
  const edits = family.length > 0 ? copies(family, register, year) : [emptyRecord(register, year)]
  const { ids } = commitEdits(context, edits, 'edit', `Mở kỳ ${period}: ${register.label.vi}`)
  const own = ids.filter((_, i) => edits[i]?.register === id)
  return ok({ ids: own, from: family.length > 0 ? (last?.period ?? null) : null })
}

function recordsOf(store: OfficeStore, id: string, period: string): StoredRecord[] {
  return inPeriod(
    familyOf(id).flatMap((register) => store.all(register.id)),
    id,
    period,
  )
}

function emptyRecord(register: Register, year: number): Edit {
  const initial = register.fields.filter((field) => field.initial !== undefined)
  return {
    id: null,
    register: register.id,
    set: {
      ...Object.fromEntries(initial.map((field) => [field.id, field.initial as Value])),
      [register.period!.field]: year,
    },
  }
}

function copies(family: readonly StoredRecord[], root: Register, year: number): Edit[] {
  const place = new Map(family.map((record, i) => [record.id, i]))
  return family.map((record) => {
    const register = registerOf(record.register)!
    const set: Record<FieldId, Value> = {}
    for (const field of register.fields) {
      const value = record.values[field.id] ?? null
      if (value === null || field.writer === 'province' || isFresh(field)) continue
      set[field.id] = moved(value, place)
    }
    if (register === root) set[root.period!.field] = year
    return { id: null, register: record.register, set }
  })
}

/** Days belong to their year; so do figures that the app works out anew. */
function isFresh(field: Register['fields'][number]): boolean {
  return field.type === 'date' || ('computed' in field && field.computed !== undefined)
}

/** References within the copied family point to the copies. */
function moved(value: Value, place: ReadonlyMap<string, number>): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one: Value) => moved(one, place)) as unknown as Value
  if (!('text' in value) || value.id === null) return value
  const at = place.get(value.id)
  return at === undefined ? value : { text: value.text, id: `${NEW_RECORD}${at}` }
}
