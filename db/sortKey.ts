// What a column's value is sorted by: Vietnamese order for text, the declared order for allowed values, numbers and ISO
// dates as they are.
import type { Field } from '../shared/registers/define.ts'
import type { SqlValue } from './Connection.ts'
import { vietnameseOrderKey } from './vietnameseOrder.ts'

export type SortKey = string | number | null

/** @param field null: the value is a stored key already. */
export function decodeSortKey(field: Field | null, value: SqlValue): SortKey {
  if (value === null || value === '' || value instanceof Uint8Array) return null
  if (field === null) return typeof value === 'bigint' ? Number(value) : value
  switch (field.type) {
    case 'int':
    case 'bool':
      return Number(value)
    case 'date':
      return String(value)
    case 'enum': {
      const at = field.values?.findIndex((v) => v.id === value) ?? -1
      return at < 0 ? Number.MAX_SAFE_INTEGER : at
    }
    case 'multi':
    case 'refs':
      return value === '[]' ? null : vietnameseOrderKey(String(value))
    default:
      return vietnameseOrderKey(String(value))
  }
}
