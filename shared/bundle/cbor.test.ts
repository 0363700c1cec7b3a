import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cbor, CborError, decodeCbor, encodeCbor } from './cbor.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

/** Any text, but for the byte order mark, which cborg's decoder drops. */
const texts = fc.string({ unit: 'binary' }).map((t) => t.replaceAll('\ufeff', 'x'))

const cborValues = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Cbor>(null, true, false),
    fc.maxSafeInteger(),
    texts,
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 6 }),
    fc
      .array(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('value')), { maxLength: 5 })
      .map((e) => new Map(e)),
  ),
})).value

describe('decodeCbor', () => {
  it('reads back what encodeCbor wrote, as cborg does', () => {
    fc.assert(
      fc.property(cborValues, (value) => {
        const bytes = encodeCbor(value)
        expect(encodeCbor(decodeCbor(bytes))).toEqual(bytes)
        expect(decode(bytes, { useMaps: true })).toEqual(decodeCbor(bytes))
      }),
    )
  })

  it('takes only what re-encodes to the same bytes, and cborg reads the same from it', () => {
    fc.assert(
      fc.property(cborValues, fc.nat(), fc.nat({ max: 255 }), (value, at, byte) => {
        const bytes = encodeCbor(value)
        bytes[at % bytes.length] = byte
        let read: Cbor
        try {
          read = decodeCbor(bytes)
        } catch (e) {
          expect(e).toBeInstanceOf(CborError)
          return
        }
        expect(encodeCbor(read)).toEqual(bytes)
        expect(Uint8Array.from(encode(decode(bytes, { useMaps: true }), rfc8949EncodeOptions))).toEqual(bytes)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps a leading byte order mark in text', () => {
    expect(decodeCbor(encodeCbor('\ufeffa'))).toBe('\ufeffa')
  })

  it('keeps a key called __proto__ a key', () => {
    const read = decodeCbor(encodeCbor(new Map([['__proto__', 1]]))) as Map<string, Cbor>
    expect(read.get('__proto__')).toBe(1)
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it.each([
    ['a longer form of a small integer', '18 05'],
    ['a longer form of a length', '58 01 00'],
    ['a two-byte form of one byte', '19 00ff'],
    ['an eight-byte form of four', '1b 00000000ffffffff'],
    ['an integer above 2^53 − 1', '1b 0020000000000000'],
    ['a negative integer below −(2^53 − 1)', '3b 001fffffffffffff'],
    ['an indefinite array', '9f ff'],
    ['indefinite text', '7f 6161 ff'],
    ['a float', 'f9 3c00'],
    ['undefined', 'f7'],
    ['a tag', 'c1 00'],
    ['a duplicate key', 'a2 01 00 01 00'],
    ['keys out of order', 'a2 02 00 01 00'],
    ['a key of another type', 'a1 f4 00'],
    ['text that is not UTF-8', '62 c328'],
    ['a surrogate in UTF-8', '63 eda080'],
    ['trailing bytes', '00 00'],
    ['nothing', ''],
    ['a truncated array', '82 00'],
    ['an array that claims four billion items', '9a ffffffff'],
    ['text longer than what is left', '7a ffffffff 61'],
    ['nesting beyond the cap', `${'81'.repeat(20)} 00`],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeCbor(hex(bytes))).toThrow(CborError)
  })
})

describe('encodeCbor', () => {
  it('mends text that no UTF-8 could carry', () => {
    expect(decodeCbor(encodeCbor('a\ud800b'))).toBe('a\ufffdb')
  })

  it('refuses what the format has no place for', () => {
    expect(() => encodeCbor(1.5)).toThrow()
    expect(() => encodeCbor(2 ** 53)).toThrow()
  })

  it('writes zero in one way', () => {
    expect(encodeCbor(-0)).toEqual(hex('00'))
  })
})
