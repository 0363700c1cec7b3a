// The key by which an import finds its record again and by which two records are the same thing declared twice.
import { foldKey } from '../text/fold.ts'
import type { FieldId, Register, Value } from './define.ts'

const PART = '\u001f'

/**
 * The values of the register's match key (or of `fields`), folded and joined; empty when the first of them, the name,
 * is empty: records without a name are never the same.
 */
export function matchKeyOf(
  register: Register,
  values: Readonly<Record<FieldId, Value>>,
  fields: readonly FieldId[] = register.matchKey,
): string {
  const parts = fields.map((id) => matchKeyPart(values[id]))
  return parts[0] ? parts.join(PART) : ''
}

/** One part of a match key, folded; '' when the value says nothing. */
export function matchKeyPart(value: Value | undefined): string {
  return foldKey(textOf(value ?? null))
}

/** The text that a value is compared by: a reference's own words, a list's items in a row. */
function textOf(value: Value): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((item) => textOf(item)).join(' ')
  return typeof value === 'object' && 'text' in value ? value.text : String(value)
}
