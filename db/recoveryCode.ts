// The recovery code on the sheet in the office's safe: 160 random bits as 32 characters of Crockford's base 32 and one
// check character, in groups of four. One wrong character, or two neighbours swapped, is always noticed.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 20

/** Multiplication by α in GF(32), x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? (doubled ^ 0b100101) & 31 : doubled
}

/** Σ αⁱ·cᵢ: every coefficient differs from 0 and from its neighbour's, so single errors and swaps both show. */
function checkOf(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum = timesAlpha(sum) ^ value
  return timesAlpha(sum)
}

/** @param secret 20 bytes. @returns `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-C`. */
export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== BYTES) throw new RangeError('a recovery secret is 20 bytes')
  const values: number[] = []
  let bits = 0
  let held = 0
  for (const byte of secret) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      values.push((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  const text = [...values, checkOf(values)].map((v) => ALPHABET[v]).join('')
  return text.match(/.{1,4}/g)!.join('-')
}

/** The 20 bytes back, however it was typed: any case, blanks or dashes, O for 0, I or L for 1. Null when mistyped. */
export function parseRecoveryCode(text: string): Uint8Array | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const values = [...plain].map((char) => ALPHABET.indexOf(char))
  if (values.length !== 33 || values.includes(-1)) return null
  if (checkOf(values.slice(0, 32)) !== values[32]) return null
  const secret = new Uint8Array(BYTES)
  let bits = 0
  let held = 0
  let at = 0
  for (const value of values.slice(0, 32)) {
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      secret[at++] = (held >> bits) & 255
      held &= (1 << bits) - 1
    }
  }
  return secret
}
