// How many of the waiting changes go into the next bundle. A line that is cut costs one bundle again, so bundles are
// kept small; and no bundle may come near the bounds of the format, or it could never be sealed.
import type { Change } from '../change/change.ts'
import type { Value } from '../registers/define.ts'
import { utf8Length } from './layout.ts'

/** Plain bytes; about a quarter remains after compression: a few seconds on a 3G stick. */
const TARGET_PLAIN_BYTES = 512 * 1024
const MAX_CHANGES_A_BUNDLE = 5_000

/**
 * @param changes the device's unsealed changes, in order.
 * @returns how many of the first to seal together: at least one when there is one.
 */
export function countForBundle(changes: readonly Change[]): number {
  let bytes = 0
  let count = 0
  for (const { set } of changes) {
    for (const value of Object.values(set)) bytes += valueBytes(value)
    bytes += 16
    if (count > 0 && (bytes > TARGET_PLAIN_BYTES || count >= MAX_CHANGES_A_BUNDLE)) return count
    count++
  }
  return count
}

function valueBytes(value: Value): number {
  if (typeof value === 'string') return 3 + utf8Length(value)
  if (value === null || typeof value !== 'object') return 5
  if (Array.isArray(value)) return value.reduce((sum: number, item: Value) => sum + valueBytes(item), 2)
  return 24 + utf8Length((value as { text: string }).text)
}
