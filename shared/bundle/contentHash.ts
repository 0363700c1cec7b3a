// The hash that freezes a hand-in: both sides make it from the records themselves and must come to the same bytes.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Values } from '../registers/define.ts'
import { compareBytes, encodeCbor } from './cbor.ts'
import { encodeValue } from './values.ts'

const NOTHING_CREATED: ReadonlyMap<string, number> = new Map()

/** One record as it goes into the hash. A list that is hashed often keeps these and makes anew what was written. */
export function hashedRecord(record: { readonly id: string; readonly values: Values }): Uint8Array {
  return encodeCbor([record.id, content(record.values)])
}

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
    .map((record) => ({ key: utf8ToBytes(record.id), record }))
    .sort((a, b) => compareBytes(a.key, b.key))
  return hashOfRecords(sorted.map(({ record }) => hashedRecord(record)))
}

/** A SHA-256 that takes its input in parts; the platform's own is faster than the portable one. */
export type Hasher = { update(bytes: Uint8Array): unknown; digest(): Uint8Array }

/** The same of records encoded by `hashedRecord`. @param encoded in the order of their ids' UTF-8 bytes */
export function hashOfRecords(encoded: readonly Uint8Array[], hash: Hasher = sha256.create()): Uint8Array {
  hash.update(arrayHead(encoded.length))
  for (const record of encoded) hash.update(record)
  return hash.digest()
}

/** The head of a CBOR array of that many items. */
function arrayHead(length: number): Uint8Array {
  if (length < 24) return Uint8Array.of(0x80 | length)
  if (length < 0x100) return Uint8Array.of(0x98, length)
  if (length < 0x10000) return Uint8Array.of(0x99, length >> 8, length & 0xff)
  return Uint8Array.of(0x9a, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff)
}

function content(values: Values) {
  return Object.keys(values)
    .filter((field) => values[field] !== null && values[field] !== undefined)
    .sort()
    .flatMap((field) => [field, encodeValue(values[field]!, NOTHING_CREATED)])
}
