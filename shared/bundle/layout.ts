// Payload layouts as data: each says how a value lies in CBOR, both ways, and describes itself in a line, so that one
// test can hash the whole wire schema. Decoding checks shape, size and range of everything; it never trusts a length.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Cbor } from './cbor.ts'
import { MESSAGE_LIMITS } from './limits.ts'

export type Layout<T> = {
  /** What lies there, in the words of docs/bundle-format.md; part of the wire schema's hash. */
  readonly describe: string
  readonly encode: (value: T) => Cbor
  /** @throws MalformedError naming `where` when the value has not this layout. */
  readonly decode: (raw: Cbor, where: string) => T
}

/** Thrown inside shared/bundle only; every public function turns it into a Refusal. */
export class MalformedError extends Error {
  readonly where: string
  constructor(where: string) {
    super(`malformed: ${where}`)
    this.where = where
  }
}

/** Text of at most so many UTF-8 bytes. */
export function text(maxBytes: number = MESSAGE_LIMITS.textBytes): Layout<string> {
  return {
    describe: `text ≤ ${maxBytes}`,
    encode: (value) => checkedText(value, maxBytes),
    decode: (raw, where) => {
      if (typeof raw !== 'string' || utf8Length(raw) > maxBytes) throw new MalformedError(where)
      return raw
    },
  }
}

/** Bytes of a length in that range. */
export function bytes(min: number, max: number = min): Layout<Uint8Array> {
  return {
    describe: `bytes ${min}–${max}`,
    encode: (value) => value,
    decode: (raw, where) => {
      if (!(raw instanceof Uint8Array) || raw.length < min || raw.length > max)
        throw new MalformedError(where)
      return raw
    },
  }
}

/** Safe integer of at least `min`. */
export function integer(min: number): Layout<number> {
  return {
    describe: `integer ≥ ${min}`,
    encode: (value) => value,
    decode: (raw, where) => {
      if (typeof raw !== 'number' || raw < min) throw new MalformedError(where)
      return raw
    },
  }
}

/** A key's, device's or province's id: 16 hex digits, 8 bytes on the wire. */
export const id8: Layout<string> = {
  describe: 'id8',
  encode: (value) => hexToBytes(value),
  decode: (raw, where) => bytesToHex(bytes(8).decode(raw, where)),
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A person's or record's id: a UUID is 16 bytes on the wire, anything else its text. */
export const publicId: Layout<string> = {
  describe: 'id',
  encode: (value) =>
    UUID.test(value) ? hexToBytes(value.replaceAll('-', '')) : checkedText(value, MESSAGE_LIMITS.idBytes),
  decode: (raw, where) => {
    if (raw instanceof Uint8Array && raw.length === 16) return uuidText(raw)
    if (typeof raw !== 'string' || UUID.test(raw) || utf8Length(raw) > MESSAGE_LIMITS.idBytes)
      throw new MalformedError(where)
    return raw
  },
}

export function orNull<T>(layout: Layout<T>): Layout<T | null> {
  return {
    describe: `${layout.describe} or null`,
    encode: (value) => (value === null ? null : layout.encode(value)),
    decode: (raw, where) => (raw === null ? null : layout.decode(raw, where)),
  }
}

export function oneOf<T extends string>(...values: readonly T[]): Layout<T> {
  return {
    describe: values.join(' | '),
    encode: (value) => value,
    decode: (raw, where) => {
      const found = values.find((v) => v === raw)
      if (found === undefined) throw new MalformedError(where)
      return found
    },
  }
}

/** An identifier that lies as its number, counted from 0. */
export function numbered<T extends string>(...values: readonly T[]): Layout<T> {
  return {
    describe: values.map((v, i) => `${i} ${v}`).join(' | '),
    encode: (value) => values.indexOf(value),
    decode: (raw, where) => {
      const found = typeof raw === 'number' ? values[raw] : undefined
      if (found === undefined) throw new MalformedError(where)
      return found
    },
  }
}

export function list<T>(of: Layout<T>, max: number): Layout<readonly T[]> {
  return {
    describe: `[${of.describe}] ≤ ${max}`,
    encode: (values) => {
      if (values.length > max) throw new Error(`list of ${values.length}, at most ${max}`)
      return values.map((v) => of.encode(v))
    },
    decode: (raw, where) => {
      if (!Array.isArray(raw) || raw.length > max) throw new MalformedError(where)
      return raw.map((item: Cbor, i) => of.decode(item, `${where}[${i}]`))
    },
  }
}

/** An object whose properties lie in that order in one array. */
export function tuple<T extends object>(places: { readonly [K in keyof T]-?: Layout<T[K]> }): Layout<T> {
  const entries = Object.entries(places) as [keyof T & string, Layout<T[keyof T]>][]
  return {
    describe: `(${entries.map(([name, of]) => `${name}: ${of.describe}`).join(', ')})`,
    encode: (value) => entries.map(([name, of]) => of.encode(value[name])),
    decode: (raw, where) => {
      if (!Array.isArray(raw) || raw.length !== entries.length) throw new MalformedError(where)
      const items = raw as Cbor[]
      return Object.fromEntries(
        entries.map(([name, of], i) => [name, of.decode(items[i] as Cbor, `${where}.${name}`)]),
      ) as T
    },
  }
}

/** A layout's bytes as they came: nested messages and columns, read elsewhere. */
export const anything: Layout<Cbor> = { describe: 'columns', encode: (v) => v, decode: (v) => v }

export function uuidText(raw: Uint8Array): string {
  const hex = bytesToHex(raw)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A sender that breaks a bound is our mistake, found before it signs what nobody would take. */
function checkedText(value: string, maxBytes: number): string {
  if (utf8Length(value) > maxBytes) throw new Error(`text of more than ${maxBytes} bytes`)
  return value
}

/** Length in UTF-8 without encoding; lone surrogates count as the U+FFFD that they are sent as. */
export function utf8Length(value: string): number {
  let length = 0
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    if (unit < 0x80) length++
    else if (unit < 0x800) length += 2
    else if ((unit & 0xfc00) === 0xd800 && (value.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length += 4
      i++
    } else length += 3
  }
  return length
}
