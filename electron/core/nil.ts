// “Không phát sinh”: given for a register and a period in one press, taken back in one.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { yearOf } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { systemRecords } from './systemRecords.ts'

export function nilRecord(store: OfficeStore, register: string, period: string): StoredRecord | undefined {
  return systemRecords(store, 'nil-answer').find(
    (answer) => answer.values.register === register && answer.values.period === period,
  )
}

export function isNil(store: OfficeStore, register: string, period: string): boolean {
  return nilRecord(store, register, period)?.values.on === true
}

/**
 * How many records speak against “Không phát sinh” for that period: of a perpetual list all of them, of a period
 * register those of its year, of a register of things that happen those of that year.
 */
export function recordsAgainstNil(store: OfficeStore, register: string, period: string): number {
  const definition = registerOf(register)
  const year = yearOf(period)
  const { period: own, events } = definition ?? {}
  if (own && year !== null) {
    const filters = [{ field: own.field, op: 'is', value: year }] as const
    return store.window({ register, filters, offset: 0, limit: 1 }).total
  }
  if (!events || year === null) return store.count(register)
  return store.all(register).filter((record) => {
    const day = events.field ? record.values[events.field] : null
    return typeof day === 'string' ? day.startsWith(`${year}-`) : yearOfTime(record.createdAt) === year
  }).length
}

function yearOfTime(at: number): number {
  return new Date(at).getFullYear()
}
