import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWire, encodeWire } from './wire.ts'

test('any bytes come back as they went, however deep they lie', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
      const back = decodeWire(encodeWire({ ok: true, value: { bytes, list: [bytes, null, text] } })) as {
        value: { bytes: Uint8Array; list: unknown[] }
      }
      expect(back.value.bytes).toEqual(bytes)
      expect(back.value.list[0]).toEqual(bytes)
      expect(back.value.list[2]).toBe(text)
    }),
    { numRuns: 50 },
  )
})

test('an object with other keys beside $bytes stays an object', () => {
  const value = { $bytes: 'AAAA', name: 'x' }
  expect(decodeWire(encodeWire(value))).toEqual(value)
})

test('broken base64 and broken JSON throw instead of yielding half a value', () => {
  expect(() => decodeWire('{"$bytes":"%%%"}')).toThrow()
  expect(() => decodeWire('{"a":')).toThrow()
})
