import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceKey, otherKey, provinceKey } from '../../test/verifier/fixtures.ts'
import { contentCode, enrolCode, formatCode, readCode, receiptCode, stateCode } from './codes.ts'
import { pairSecret } from './ed25519.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('receiptCode', () => {
  it('is the same at the device and at the province, and no one else’s', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const atDevice = receiptCode(hash, '26734', pairSecret(deviceKey, provinceKey.public))
        expect(receiptCode(hash, '26734', pairSecret(provinceKey, deviceKey.public))).toBe(atDevice)
        expect(receiptCode(hash, '26734', pairSecret(otherKey, provinceKey.public))).not.toBe(atDevice)
        expect(receiptCode(hash, '26735', pairSecret(deviceKey, provinceKey.public))).not.toBe(atDevice)
        expect(atDevice).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
      }),
      { numRuns: 20 },
    )
  })
})

describe('readCode', () => {
  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const code = contentCode(hash)
        for (let i = 0; i < 8; i++) {
          for (const c of ALPHABET) {
            if (c !== code[i]) expect(readCode(code.slice(0, i) + c + code.slice(i + 1), 8)).toBeNull()
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('catches every swap of two different characters in a receipt code', () => {
    const secret = pairSecret(deviceKey, provinceKey.public)
    fc.assert(
      fc.property(hashes, (hash) => {
        const code = [...receiptCode(hash, '26734', secret)]
        for (let i = 0; i < 12; i++) {
          for (let j = i + 1; j < 12; j++) {
            if (code[i] === code[j]) continue
            const swapped = code.with(i, code[j]!).with(j, code[i]!)
            expect(readCode(swapped.join(''), 12)).toBeNull()
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('takes it as people type it', () => {
    const code = contentCode(new Uint8Array(32).fill(1))
    expect(readCode(` ${formatCode(code).toLowerCase()} `, 8)).toBe(code)
    const zero = contentCode(new Uint8Array(32))
    expect(zero).toBe('00000000')
    expect(readCode('oOo0-0000', 8)).toBe(zero)
    expect(readCode(code.slice(1), 8)).toBeNull()
    expect(readCode('', 8)).toBeNull()
  })
})

describe('stateCode', () => {
  it('does not depend on the order of heads, and changes with each part', () => {
    const a = { device: '00000000000000aa', seq: 1, hash: new Uint8Array(32) }
    const b = { device: '00000000000000bb', seq: 2, hash: null }
    expect(stateCode([a, b])).toBe(stateCode([b, a]))
    expect(
      new Set([[a], [b], [a, b], [{ ...a, seq: 2 }], [{ ...a, hash: null }]].map((h) => stateCode(h))).size,
    ).toBe(5)
  })
})

describe('enrolCode', () => {
  it('is dear to make, and differs by key', () => {
    const start = performance.now()
    const code = enrolCode(deviceKey.public)
    expect(performance.now() - start).toBeGreaterThan(5)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(enrolCode(otherKey.public)).not.toBe(code)
  })
})
