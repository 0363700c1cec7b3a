// What a round is in an office's own chain: one `round` record and one `round-item` a register. Pure; the use cases beside
// this file write it, and nothing else writes these registers.
import { DELETED } from '../../shared/change/change.ts'
import type { RoundInput, RoundItemDto } from '../../shared/http/consoleRoundCalls.ts'
import type { Value, Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import type { OwnEdit } from '../chain/writeOwnChanges.ts'

/** The round's part that every office reads alike. */
export type RoundText = Pick<
  RoundInput,
  'name' | 'period' | 'letterNo' | 'letterDate' | 'dueText' | 'dueOn' | 'lateBy' | 'note'
>

/** An office's record of one item of its round. */
export type ItemRecord = { readonly id: string; readonly values: Values }

export function roundValues(input: RoundText): Record<string, Value> {
  return {
    name: input.name,
    period: input.period,
    letterNo: input.letterNo || null,
    letterDate: input.letterDate,
    dueText: input.dueText || null,
    dueOn: input.dueOn,
    lateBy: input.lateBy,
    note: input.note || null,
  }
}

export function itemValues(round: string, item: RoundItemDto): Record<string, Value> {
  return {
    round,
    register: item.register,
    columns: item.columns.join(' ') || null,
    nilAllowed: item.nilAllowed,
  }
}

export function creatingRound(input: RoundText): OwnEdit {
  return { id: null, register: 'round', set: roundValues(input) }
}

export function creatingItems(round: string, items: readonly RoundItemDto[]): OwnEdit[] {
  return items.map((item) => ({ id: null, register: 'round-item', set: itemValues(round, item) }))
}

/** What changes a value: fields that stay as they are carry nothing. */
export function editing(id: string, register: string, before: Values, after: Values): OwnEdit[] {
  const set: Record<string, Value> = {}
  for (const [field, value] of Object.entries(after))
    if ((before[field] ?? null) !== value) set[field] = value
  return Object.keys(set).length > 0 ? [{ id, register, set }] : []
}

/** Brings an office's items to what the round now asks. */
export function editingItems(
  round: string,
  before: readonly ItemRecord[],
  items: readonly RoundItemDto[],
): OwnEdit[] {
  const known = new Map(before.map((b) => [b.values.register, b]))
  const wanted = new Set<Value | undefined>(items.map((i) => i.register))
  const gone = before.filter((b) => !wanted.has(b.values.register)).map((b) => removing(b.id, 'round-item'))
  const others = items.flatMap((item) => {
    const found = known.get(item.register)
    if (!found) return creatingItems(round, [item])
    return editing(found.id, 'round-item', found.values, itemValues(round, item))
  })
  return [...gone, ...others]
}

export function removing(id: string, register: 'round' | 'round-item'): OwnEdit {
  return { id, register, set: { [DELETED]: true } }
}

/** Is every item a list that an office can hand in, each once, with columns that the list has? */
export function areItemsKnown(items: readonly RoundItemDto[]): boolean {
  if (new Set(items.map((i) => i.register)).size !== items.length) return false
  return items.every((item) => {
    const register = registerOf(item.register)
    if (!register || register.system || register.parent) return false
    return item.columns.every((column) => register.fields.some((f) => f.id === column))
  })
}
