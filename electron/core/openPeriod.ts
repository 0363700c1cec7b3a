// A new period from the last accepted one: the record of the year is made with what hangs on it, so that an office looks
// at last year's answers instead of an empty form. What the law wants fresh begins empty.
import { type Edit, NEW_RECORD, type OfficeStore, type StoredRecord } from '../../db/OfficeStore.ts'
import type { CallError, CallOutput } from '../../shared/ipc/contract.ts'
import type { Field, FieldId, Register, Value } from '../../shared/registers/define.ts'
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
  const kept = family.filter((record) => !isOver(record))
  const place = new Map(kept.map((record, i) => [record.id, i]))
  return kept.map((record) => {
    const register = registerOf(record.register)!
    const set: Record<FieldId, Value> = {}
    for (const field of register.fields) {
      const value = record.values[field.id] ?? null
      if (value === null || field.writer === 'province' || isFresh(register, field)) continue
      set[field.id] = moved(value, place)
    }
    if (register === root) {
      const name = set[root.nameField]
      // “Kiểm tra, đánh giá dữ liệu năm 2026” is next year's name too, but for the year.
      const before = String(record.values[root.period!.field] ?? '')
      if (typeof name === 'string' && before) set[root.nameField] = name.replaceAll(before, String(year))
      set[root.period!.field] = year
    }
    return { id: null, register: record.register, set }
  })
}

function isOver({ register, values }: StoredRecord): boolean {
  const over = registerOf(register)?.reopened?.over
  return over?.is.includes(String(values[over.field] ?? '')) === true
}

/** Days belong to their year; so do results, and figures that the app works out anew. */
function isFresh(register: Register, field: Field): boolean {
  const isComputed = 'computed' in field && field.computed !== undefined
  return field.type === 'date' || isComputed || register.reopened?.fresh.includes(field.id) === true
}

/** References within the copied family point to the copies. */
function moved(value: Value, place: ReadonlyMap<string, number>): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one: Value) => moved(one, place)) as unknown as Value
  if (!('text' in value) || value.id === null) return value
  const at = place.get(value.id)
  return at === undefined ? value : { text: value.text, id: `${NEW_RECORD}${at}` }
}
