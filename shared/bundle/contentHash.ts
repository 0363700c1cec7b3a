// The hash that freezes a hand-in: both sides make it from the records themselves and must come to the same bytes.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Values } from '../registers/define.ts'
import { compareBytes, encodeCbor } from './cbor.ts'
import { encodeValue } from './values.ts'

const NOTHING_CREATED: ReadonlyMap<string, number> = new Map()

/**
 * SHA-256 of the records' content (docs/bundle-format.md, Codes). Order of records and of fields does not matter; a
 * cleared field is one that is not there.
 * @param records public id and values of each record; values of fields unknown to this version belong in too.
 * @returns 32 bytes.
 */
export function contentHash(
  records: readonly { readonly id: string; readonly values: Values }[],
): Uint8Array {
  const sorted = records
    .map(({ id, values }) => ({ key: utf8ToBytes(id), id, values }))
    .sort((a, b) => compareBytes(a.key, b.key))
  return sha256(encodeCbor(sorted.map(({ id, values }) => [id, content(values)])))
}

function content(values: Values) {
  return Object.keys(values)
    .filter((field) => values[field] !== null && values[field] !== undefined)
    .sort()
    .flatMap((field) => [field, encodeValue(values[field]!, NOTHING_CREATED)])
}
