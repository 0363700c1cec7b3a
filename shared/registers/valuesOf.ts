// Values that our own code writes, held to the register's declaration: a wrong field id or kind of value fails at once
// instead of being dropped in silence.
import { type FieldId, fieldOf, type RegisterId, type Value } from './define.ts'
import { registerOf } from './registry.ts'
import { parseValue } from './schema.ts'

/**
 * The values as they are stored, empty ones left out.
 * @throws Error for an unknown register or field, or a value of another kind: our mistake
 */
export function valuesOf(
  register: RegisterId,
  set: Readonly<Record<FieldId, Value>>,
): Record<FieldId, Value> {
  const definition = registerOf(register)
  if (!definition) throw new Error(`no register ${register}`)
  const values: Record<FieldId, Value> = {}
  for (const [id, raw] of Object.entries(set)) {
    const parsed = parseValue(fieldOf(definition, id), raw)
    if (!parsed.ok) throw new Error(`${register}.${id}: ${parsed.error.code}`)
    if (parsed.value !== null) values[id] = parsed.value
  }
  return values
}
