// A context over records held in memory, as the store answers, for tests of rules.
import type { Register, RegisterId, Values } from '../registers/define.ts'
import { matchKeyOf } from '../registers/matchKey.ts'
import { registerOf } from '../registers/registry.ts'
import { checkList, checkRecord } from './checkRecord.ts'
import type { RuleContext, RuleRecord } from './rule.ts'

export type MemoryStore = Partial<Record<RegisterId, readonly RuleRecord[]>>

export function memoryContext(store: MemoryStore = {}, over: Partial<RuleContext> = {}): RuleContext {
  const all = (register: RegisterId) => store[register] ?? []
  return {
    today: '2026-11-21',
    profile: 'current_2025',
    id: null,
    get: (register, id) => all(register).find((r) => r.id === id),
    children: (register, parentId) => {
      const parent = registerOf(register)?.parent?.field ?? ''
      return all(register).filter((r) => (r.values[parent] as { id: string } | null)?.id === parentId)
    },
    all,
    sameKey: (register: Register, values: Values) => {
      const key = matchKeyOf(register, values)
      return key === ''
        ? []
        : all(register.id)
            .filter((r) => matchKeyOf(register, r.values) === key)
            .map((r) => r.id)
    },
    ...over,
  }
}

/** What the rules find, as "severity rule field", those of one rule alone when it is named. */
export function foundIn(
  register: RegisterId,
  values: Values,
  context: RuleContext = memoryContext(),
  rule?: string,
): string[] {
  return checkRecord(registerOf(register)!, values, context)
    .filter((p) => rule === undefined || p.rule === rule)
    .map((p) => `${p.severity} ${p.rule} ${p.field ?? '-'}`)
}

/** What the list as a whole lacks, as "severity rule". */
export function foundInList(register: RegisterId, context: RuleContext): string[] {
  return checkList(registerOf(register)!, context).map((p) => `${p.severity} ${p.rule}`)
}

export const ref = (text: string, id: string | null = null) => ({ text, id })
