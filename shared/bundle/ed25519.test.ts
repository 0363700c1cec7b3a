import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../test/sharedData.ts'
import { keyId, pairSecret, sign, signingKeyFrom, verifySignature } from './ed25519.ts'
import { nodeCodec } from './node/codec.ts'

const cctv = sharedPath('data/vectors/cctv-ed25519.json')
const wycheproof = sharedPath('data/vectors/wycheproof-ed25519.json')
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const utf8 = (text: string) => new TextEncoder().encode(text)
const seed = (n: number) => new Uint8Array(32).fill(n)

describe('verifySignature', () => {
  const key = signingKeyFrom(seed(1))

  it('takes what sign made and nothing beside it', () => {
    const signature = sign(utf8('a'), key)
    expect(verifySignature(key.public, utf8('a'), signature, nodeCodec)).toBe(true)
    expect(verifySignature(key.public, utf8('b'), signature, nodeCodec)).toBe(false)
    expect(verifySignature(signingKeyFrom(seed(2)).public, utf8('a'), signature, nodeCodec)).toBe(false)
    expect(verifySignature(key.public, utf8('a'), signature.subarray(1), nodeCodec)).toBe(false)
    expect(verifySignature(new Uint8Array(32), utf8('a'), signature, nodeCodec)).toBe(false)
  })

  it('refuses a scalar moved by the group order', () => {
    const signature = sign(utf8('a'), key)
    const order = hex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')
    const moved = Uint8Array.from(signature)
    for (let i = 0, carry = 0; i < 32; i++) {
      const sum = moved[32 + i]! + order[i]! + carry
      moved[32 + i] = sum & 255
      carry = sum >> 8
    }
    expect(verifySignature(key.public, utf8('a'), moved, nodeCodec)).toBe(false)
  })

  it.skipIf(!cctv)(
    'takes no low-order and no non-canonical point of the CCTV cases (needs ../shared)',
    () => {
      type Case = { key: string; sig: string; msg: string; flags: string[] | null }
      const cases = JSON.parse(readFileSync(cctv!, 'utf8')) as Case[]
      expect(cases).toHaveLength(914)
      const taken = cases.filter((c) => verifySignature(hex(c.key), utf8(c.msg), hex(c.sig), nodeCodec))
      const bad = /^(low_order_A|low_order_R|non_canonical_A|non_canonical_R|low_order_component_A)$/
      expect(taken.filter((c) => c.flags?.some((f) => bad.test(f)))).toEqual([])
      expect(taken.length).toBeGreaterThan(0)
    },
  )

  it.skipIf(!wycheproof)('agrees with every Wycheproof verdict (needs ../shared)', () => {
    type Group = {
      publicKey: { pk: string }
      tests: { tcId: number; msg: string; sig: string; result: string }[]
    }
    const { testGroups } = JSON.parse(readFileSync(wycheproof!, 'utf8')) as { testGroups: Group[] }
    const wrong = testGroups.flatMap((g) =>
      g.tests.filter(
        (t) =>
          verifySignature(hex(g.publicKey.pk), hex(t.msg), hex(t.sig), nodeCodec) !== (t.result === 'valid'),
      ),
    )
    expect(wrong).toEqual([])
    expect(testGroups.flatMap((g) => g.tests)).toHaveLength(151)
  })
})

describe('keys', () => {
  it('names a key by the first eight bytes of its hash', () => {
    expect(keyId(signingKeyFrom(seed(1)).public)).toMatch(/^[0-9a-f]{16}$/)
  })

  it('gives device and province the same shared secret, and another pair another', () => {
    const [a, b, c] = [signingKeyFrom(seed(1)), signingKeyFrom(seed(2)), signingKeyFrom(seed(3))]
    expect(pairSecret(a, b.public)).toEqual(pairSecret(b, a.public))
    expect(pairSecret(a, b.public)).not.toEqual(pairSecret(c, b.public))
  })
})
