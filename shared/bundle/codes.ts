// Codes that people read to each other over the phone, in Crockford's base32 (no I, L, O, U). The last character is a
// check over GF(32): every single wrong character and every swap of two is caught before anything is compared, so that
// "you misheard" is told from "this is another thing". docs/bundle-format.md says what each code is made of.
import { hmac } from '@noble/hashes/hmac.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DeviceId } from '../change/change.ts'
import { encodeCbor } from './cbor.ts'
import type { MessageHash, OfficeId } from './types.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The receipt of one bundle as 12 characters. Only the device and its province can make it, so that a voice on the phone
 * that never saw the bundle's signed reply cannot invent one.
 * @param pairSecret `pairSecret(own key, the other's public key)`: the same on both sides.
 */
export function receiptCode(bundleHash: MessageHash, office: OfficeId, pairSecret: Uint8Array): string {
  const named = concatBytes(
    utf8ToBytes('so-du-lieu/receipt\0'),
    utf8ToBytes(office),
    new Uint8Array(1),
    bundleHash,
  )
  return codeOf(hmac(sha256, pairSecret, named), 12)
}

/** A hand-in's content as 8 characters, printed on the paper and shown on both sides. */
export function contentCode(contentHash: Uint8Array): string {
  return codeOf(contentHash, 8)
}

/**
 * A device key as 8 characters, read aloud at enrolment. Made with scrypt (about 50 ms), so that another key with the
 * same code would take decades to find.
 */
export function enrolCode(publicKey: Uint8Array): string {
  return codeOf(scrypt(publicKey, utf8ToBytes('so-du-lieu/enrol'), { N: 2 ** 14, r: 8, p: 1, dkLen: 32 }), 8)
}

/** Last bundle of a device that both sides know. */
export type StateHead = { readonly device: DeviceId; readonly seq: number; readonly hash: MessageHash | null }

/** What both sides know, as 8 characters: equal codes mean equal histories. In any order of heads. */
export function stateCode(heads: readonly StateHead[]): string {
  const sorted = [...heads].sort((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : 0))
  return codeOf(sha256(encodeCbor(sorted.map((h) => [hexToBytes(h.device), h.seq, h.hash]))), 8)
}

/** `ABCD-EFGH-JKMN`: groups of four for the eye and the ear. */
export function formatCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/**
 * A code as somebody typed it: case, blanks, dashes, and O for 0, I or L for 1 do not matter.
 * @returns the code as the functions above write it, or null when its length or its check is wrong: a slip of ear or hand.
 */
export function readCode(typed: string, length: 8 | 12): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (code.length !== length || ![...code].every((c) => ALPHABET.includes(c))) return null
  return checkOf(code.slice(0, -1)) === code.at(-1) ? code : null
}

/** Leading bits, five a character, and the check. */
function codeOf(bytes: Uint8Array, length: number): string {
  let code = ''
  for (let i = 0; i < length - 1; i++) {
    const bit = i * 5
    const pair = (bytes[bit >> 3]! << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    code += ALPHABET[(pair >> (11 - (bit & 7))) & 31]
  }
  return code + checkOf(code)
}

/** Sum of c_i·a^i, i from 1, in GF(32): every position has a factor of its own. */
function checkOf(code: string): string {
  let sum = 0
  for (let i = code.length - 1; i >= 0; i--) sum = timesA(sum ^ ALPHABET.indexOf(code[i]!))
  return ALPHABET[sum]!
}

/** Multiplies by a = x modulo x^5 + x^2 + 1. */
function timesA(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}
