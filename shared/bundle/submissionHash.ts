// The hash of a whole submission: what its printed pages carry as eight characters, and what is sealed with it. The
// province makes the same from the hand-ins that came of it.
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { encodeCbor } from './cbor.ts'

export type HashedList = {
  readonly register: string
  /** Hex of the list's contentHash. */
  readonly contentHash: string
  readonly nil: boolean
}

/**
 * SHA-256 of a submission: its period and its lists, in the order of their registers' ids.
 * @returns 32 bytes
 */
export function submissionHash(period: string, lists: readonly HashedList[]): Uint8Array {
  const sorted = [...lists].sort((a, b) => (a.register < b.register ? -1 : a.register > b.register ? 1 : 0))
  return sha256(
    encodeCbor([
      period,
      sorted.map(({ register, contentHash, nil }) => [register, hexToBytes(contentHash), nil]),
    ]),
  )
}
