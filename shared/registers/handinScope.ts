// What one hand-in of a register takes with it. Both sides freeze by this: the office when it locks and sends, the
// province when it checks the sealed hash. Pure.
import type { Register, RegisterId, Value, Values } from './define.ts'
import { registerOf, registers } from './registry.ts'

/** The register handed in and all that hang on it, parents before their children; none for the app's own registers. */
export function familyOf(id: RegisterId): readonly Register[] {
  const root = registerOf(id)
  if (!root || root.system) return []
  const below = (of: RegisterId): readonly Register[] =>
    registers.filter((r) => r.parent?.register === of).flatMap((child) => [child, ...below(child.id)])
  return [root, ...below(id)]
}

/** The registers whose records one hand-in freezes: the family, and what its form prints beside it. */
export function handedInWith(id: RegisterId): readonly Register[] {
  const drawn = (registerOf(id)?.draws ?? []).flatMap((one) => registerOf(one) ?? [])
  return [...familyOf(id), ...drawn]
}

/** What deciding needs of a record. */
type Scoped = { readonly id: string; readonly register: RegisterId; readonly values: Values }

/** The year that a period names: `2026` of `2026`, `2026-H1`, `2026-Q3`; null when it names none. */
export function yearOf(period: string): number | null {
  const year = /^(\d{4})(?:$|-)/.exec(period)?.[1]
  return year === undefined ? null : Number(year)
}

/**
 * Of a hand-in's live records, those that a hand-in of that period takes: all of a perpetual register; of a period
 * register the records of that year, with what hangs on them and all that its form prints beside them.
 * @param records of `handedInWith`, parents before their children
 * @param root the register that is handed in
 * @param period as the hand-in writes it: `2026`, `2026-H1`
 */
export function inPeriod<T extends Scoped>(records: readonly T[], root: RegisterId, period: string): T[] {
  const definition = registerOf(root)
  const year = yearOf(period)
  if (!definition?.period || year === null) return [...records]
  const taken = new Set<string>()
  const drawn = new Set(definition.draws)
  return records.filter((record) => {
    const register = registerOf(record.register)
    const belongs =
      record.register === root
        ? record.values[definition.period!.field] === year
        : drawn.has(record.register) ||
          taken.has(idOf(register?.parent ? record.values[register.parent.field] : null))
    if (belongs) taken.add(record.id)
    return belongs
  })
}

function idOf(value: Value | undefined): string {
  return value !== null && typeof value === 'object' && 'id' in value ? (value.id ?? '') : ''
}
