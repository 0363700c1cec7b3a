import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dictionary1 } from '../dictionary-1.ts'
import { nodeCodec } from './codec.ts'

const MAX = 1_000_000
const both = [
  {
    name: 'deflate',
    pack: (plain: Uint8Array) => nodeCodec.deflate(plain, dictionary1()),
    unpack: (packed: Uint8Array, max = MAX) => nodeCodec.inflate(packed, dictionary1(), max),
  },
  {
    name: 'brotli',
    pack: nodeCodec.brotli,
    unpack: (packed: Uint8Array, max = MAX) => nodeCodec.unbrotli(packed, max),
  },
]

describe.each(both)('$name', ({ pack, unpack }) => {
  it('gives back what it packed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (plain) => {
        expect(unpack(pack(plain))).toEqual({ ok: true, bytes: plain })
      }),
      { numRuns: 50 },
    )
  })

  it('stops at the cap and not before', () => {
    const plain = new Uint8Array(10_000)
    expect(unpack(pack(plain), 10_000).ok).toBe(true)
    expect(unpack(pack(plain), 9_999)).toEqual({ ok: false, why: 'too-large' })
  })

  it('refuses a stream with bytes after it, and one that was cut', () => {
    const packed = pack(new TextEncoder().encode('Cơ sở dữ liệu đất đai '.repeat(20)))
    expect(unpack(Uint8Array.from([...packed, 0]))).toEqual({ ok: false, why: 'corrupt' })
    for (let length = 0; length < packed.length; length++) {
      expect(unpack(packed.subarray(0, length)).ok).toBe(false)
    }
  })
})

it('uses the dictionary', () => {
  const plain = new TextEncoder().encode('cơ sở dữ liệu quốc gia về dân cư')
  expect(nodeCodec.deflate(plain, dictionary1()).length).toBeLessThan(plain.length / 2)
})
