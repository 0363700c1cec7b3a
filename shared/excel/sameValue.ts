// Whether a cell says what a record already holds. Differences that paper and Excel make by themselves (line ends, blanks,
// NFD, how a telephone number is grouped, a reference's record) are none.
import type { Field, Reference, Value } from '../registers/define.ts'
import { foldKey } from '../text/fold.ts'
import { tidyPhone, tidyText } from './parseCell.ts'

export function sameValue(field: Field, stored: Value | undefined, read: Value): boolean {
  const a = plain(field, stored ?? null)
  const b = plain(field, read)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => item === b[i])
  return a === b
}

function plain(field: Field, value: Value): string | number | boolean | null | string[] {
  if (value === null || value === '') return null
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && field.format === 'phone'
        ? tidyPhone(tidyText(value, false))
        : tidyText(String(value), false) || null
    case 'longtext':
      return tidyText(String(value), true) || null
    case 'ref':
      return isReference(value) ? foldKey(value.text) || value.text : String(value)
    case 'refs':
      return Array.isArray(value) && value.length > 0
        ? value.map((v) => (isReference(v) ? foldKey(v.text) || v.text : String(v))).sort()
        : null
    case 'multi':
      return Array.isArray(value) && value.length > 0 ? value.map(String).sort() : null
    default:
      return typeof value === 'object' ? JSON.stringify(value) : value
  }
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'text' in value
}
