import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from 'cborg'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../test/sharedData.ts'
import { type Cbor, encodeCbor } from './cbor.ts'
import { isSignedBy, readEnvelope, sealEnvelope, sigStructure } from './cose.ts'
import { keyId, sign, signingKeyFrom, verifySignature } from './ed25519.ts'
import { nodeCodec } from './node/codec.ts'

const examples = sharedPath('data/vectors/cose')
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const key = signingKeyFrom(new Uint8Array(32).fill(7))
const kid = keyId(key.public)
const header = { kind: 'hello', kid, compression: 0 } as const

/** An envelope with any header, signed as it stands. */
function forge(labels: [number | string, Cbor][], unprotected: Cbor = new Map()): Uint8Array {
  const protectedBytes = encodeCbor(new Map(labels))
  const payload = new Uint8Array(1)
  const signature = sign(
    sigStructure(protectedBytes, new TextEncoder().encode('so-du-lieu/hello'), payload),
    key,
  )
  return Uint8Array.from([0xd2, ...encodeCbor([protectedBytes, unprotected, payload, signature])])
}

const good: [number | string, Cbor][] = [
  [1, -8],
  [2, [-65537]],
  [3, 'sdl/hello'],
  [4, hex(kid)],
  [-65537, [1, 0]],
]

describe('envelope', () => {
  it('is read back and verified as it was sealed', () => {
    const read = readEnvelope(sealEnvelope(header, hex('0102'), key))
    expect(read).toMatchObject({
      ok: true,
      value: { header: { kind: 'hello', kid, version: 1, compression: 0 } },
    })
    if (!read.ok) return
    expect(read.value.payload).toEqual(hex('0102'))
    expect(isSignedBy(read.value, key.public, nodeCodec)).toBe(true)
  })

  it('is not good as a message of another kind', () => {
    const read = readEnvelope(sealEnvelope(header, hex('0102'), key))
    if (!read.ok) throw new Error('unreadable')
    const other = { ...read.value, header: { ...read.value.header, kind: 'bundle' as const } }
    expect(isSignedBy(other, key.public, nodeCodec)).toBe(false)
  })

  const refused: [string, Uint8Array, object][] = [
    [
      'an unprotected header',
      forge(good, new Map([[4, hex('31')]])),
      { code: 'malformed', where: 'unprotected' },
    ],
    ['another algorithm', forge([[1, -7], ...good.slice(1)]), { code: 'malformed', where: 'alg' }],
    ['an unknown kind', forge(good.map(([l, v]) => [l, l === 3 ? 'sdl/other' : v])), { code: 'wrong-kind' }],
    ['a label that version 1 has not', forge([...good.slice(0, 4), [5, 1], good[4]!]), { code: 'malformed' }],
    ['a missing crit', forge(good.filter(([l]) => l !== 2)), { code: 'malformed' }],
    [
      'a crit that names more',
      forge(good.map(([l, v]) => [l, l === 2 ? [-65537, 9] : v])),
      { code: 'malformed' },
    ],
    ['a short kid', forge(good.map(([l, v]) => [l, l === 4 ? hex('00') : v])), { code: 'malformed' }],
    ['no tag', forge(good).subarray(1), { code: 'not-a-message' }],
    ['nothing', new Uint8Array(), { code: 'not-a-message' }],
    ['trailing bytes', Uint8Array.from([...forge(good), 0]), { code: 'not-canonical' }],
    ['too many bytes', new Uint8Array(8 * 1024 * 1024 + 1), { code: 'too-large' }],
  ]
  it.each(refused)('refuses %s', (_, message, refusal) => {
    expect(readEnvelope(message)).toMatchObject({ ok: false, error: refusal })
  })

  it('reads the header of a newer version, whatever else it holds', () => {
    const newer = forge([...good.slice(0, 4), [9, 'new'], [-65537, [2, 7]]])
    expect(readEnvelope(newer)).toMatchObject({ ok: true, value: { header: { version: 2 } } })
  })
})

describe.skipIf(!examples)('the COSE working group’s examples (needs ../shared)', () => {
  type Example = { input: { sign0?: { key: { x_hex?: string; crv: string } } }; output: { cbor: string } }
  const read = (name: string) => JSON.parse(readFileSync(join(examples!, name), 'utf8')) as Example

  it('verifies the Ed25519 one through our structure', () => {
    const { input, output } = read('eddsa-examples-eddsa-sig-01.json')
    const [protectedBytes, , payload, signature] = decode(hex(output.cbor).subarray(1), {
      useMaps: true,
    }) as [Uint8Array, unknown, Uint8Array, Uint8Array]
    const signed = sigStructure(protectedBytes, new Uint8Array(), payload)
    expect(verifySignature(hex(input.sign0!.key.x_hex!), signed, signature, nodeCodec)).toBe(true)
    expect(verifySignature(hex(input.sign0!.key.x_hex!), signed.subarray(1), signature, nodeCodec)).toBe(
      false,
    )
  })

  it('takes none of them as a message of ours', () => {
    const names = readdirSync(examples!).filter((n) => n.endsWith('.json'))
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(readEnvelope(hex(read(name).output.cbor)).ok).toBe(false)
  })
})
