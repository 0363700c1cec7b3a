// Strict deterministic CBOR (RFC 8949, 4.2.1), as docs/bundle-format.md allows it: integers within ±(2^53 − 1), bytes,
// text, arrays, maps with unique keys in bytewise order, booleans, null. One value has one spelling, and only that one is
// read: what was signed can then mean one thing only. Decoding never evaluates, never makes objects with inherited
// names (maps are `Map`), and never reserves more than the input could fill.
//
// Written here and not taken from cborg's decoder, because that one replaces bad UTF-8, drops a leading byte order mark
// and takes maps in any order; a test holds both to the same verdicts elsewhere.
import { encode, rfc8949EncodeOptions } from 'cborg'
import { MESSAGE_LIMITS } from './limits.ts'

export type Cbor =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Cbor[]
  | ReadonlyMap<number | string, Cbor>

/** Thrown inside shared/bundle only; every public function turns it into a Refusal. */
export class CborError extends Error {}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The one spelling of a value. Text that is not well-formed UTF-16 is mended (U+FFFD) first, as no encoder could send it.
 * @throws Error for what the format cannot hold (floats, big integers): our mistake.
 */
export function encodeCbor(value: Cbor): Uint8Array {
  return plainView(encode(checked(value, 0), rfc8949EncodeOptions))
}

function checked(value: Cbor, depth: number): Cbor {
  if (depth > MESSAGE_LIMITS.depth) throw new Error('CBOR value nested too deeply')
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('CBOR holds safe integers only')
    return value === 0 ? 0 : value
  }
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed()
  if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return value
  if (value instanceof Map) return new Map([...value].map(([k, v]) => [k, checked(v, depth + 1)]))
  if (Array.isArray(value)) return value.map((v: Cbor) => checked(v, depth + 1))
  throw new Error(`CBOR cannot hold ${typeof value}`)
}

/**
 * Reads exactly one value that fills `bytes`. Byte strings are views into `bytes`.
 * @throws CborError for anything that `encodeCbor` would not have written.
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const reader = new Reader(bytes)
  const value = reader.value(0)
  if (reader.at !== bytes.length) throw new CborError('trailing bytes')
  return value
}

class Reader {
  at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = plainView(bytes)
  }

  value(depth: number): Cbor {
    if (depth > MESSAGE_LIMITS.depth) throw new CborError('too deep')
    const first = this.#byte()
    const major = first >> 5
    if (major === 7) return simple(first)
    if (major === 6) throw new CborError('tag')
    const n = this.#argument(first & 31)
    if (major === 0) return n
    // −1 − n must stay a safe integer: n up to 2^53 − 2.
    if (major === 1) return -1 - (n < Number.MAX_SAFE_INTEGER ? n : fail('integer out of range'))
    if (major === 2) return this.#take(n)
    if (major === 3) return text(this.#take(n))
    return major === 4 ? this.#array(n, depth) : this.#map(n, depth)
  }

  #array(length: number, depth: number): Cbor[] {
    this.#mustHold(length)
    const items: Cbor[] = []
    for (let i = 0; i < length; i++) items.push(this.value(depth + 1))
    return items
  }

  #map(length: number, depth: number): Map<number | string, Cbor> {
    this.#mustHold(length * 2)
    const entries = new Map<number | string, Cbor>()
    let before: Uint8Array | null = null
    for (let i = 0; i < length; i++) {
      const start = this.at
      const key = this.value(depth + 1)
      if (typeof key !== 'number' && typeof key !== 'string') throw new CborError('map key')
      const spelled = this.#bytes.subarray(start, this.at)
      if (before && compareBytes(before, spelled) >= 0) throw new CborError('map keys out of order')
      before = spelled
      entries.set(key, this.value(depth + 1))
    }
    return entries
  }

  #argument(info: number): number {
    if (info < 24) return info
    if (info > 27) throw new CborError('indefinite or reserved length')
    const size = 1 << (info - 24)
    const bytes = this.#take(size)
    let n = 0
    for (const b of bytes) n = n * 256 + b
    if (n > Number.MAX_SAFE_INTEGER) throw new CborError('integer out of range')
    // Shortest form: the value must not have fitted the next smaller one.
    if (n < (size === 1 ? 24 : 2 ** (size * 4))) throw new CborError('not the shortest form')
    return n
  }

  #byte(): number {
    const b = this.#bytes[this.at]
    if (b === undefined) throw new CborError('truncated')
    this.at++
    return b
  }

  #take(length: number): Uint8Array {
    this.#mustHold(length)
    const part = this.#bytes.subarray(this.at, this.at + length)
    this.at += length
    return part
  }

  /** Every item takes a byte at least: a length beyond what is left is a lie, found before anything is reserved. */
  #mustHold(length: number): void {
    if (length > this.#bytes.length - this.at) throw new CborError('truncated')
  }
}

/** Under Node cborg hands out Buffers, whose methods differ from those of the arrays that they pass for. */
function plainView(bytes: Uint8Array): Uint8Array {
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function simple(first: number): Cbor {
  if (first === 0xf4) return false
  if (first === 0xf5) return true
  if (first === 0xf6) return null
  throw new CborError('float or simple value')
}

function text(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw new CborError('text is not UTF-8')
  }
}

function fail(what: string): never {
  throw new CborError(what)
}

/** Bytewise order, as of map keys. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0
}
