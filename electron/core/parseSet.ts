import type { CallError } from '../../shared/ipc/contract.ts'
import type { Register, Value } from '../../shared/registers/define.ts'
import { parseValue } from '../../shared/registers/schema.ts'
import { ok, type Result } from '../../shared/result.ts'
import { refuse } from './CoreContext.ts'

/**
 * Parses what the page sets by the register's own declaration. Only a value of the wrong kind is refused; a value that
 * breaks a rule is saved and listed as a problem.
 */
export function parseSet(
  register: Register,
  set: Readonly<Record<string, unknown>>,
): Result<Record<string, Value>, CallError> {
  const parsed: Record<string, Value> = {}
  for (const [id, raw] of Object.entries(set)) {
    const field = register.fields.find((candidate) => candidate.id === id)
    if (!field) return refuse('unknown-field', { field: id })
    if (field.writer === 'province') return refuse('province-writes', { field: field.label.vi })
    const value = parseValue(field, raw)
    if (!value.ok) return refuse('bad-value', { field: field.label.vi })
    parsed[id] = value.value
  }
  return ok(parsed)
}
