// A second implementation, in another language and written from docs/bundle-format.md alone, must reach our verdict on
// every message and read the same changes from it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cbor, decodeCbor, encodeCbor } from '../../shared/bundle/cbor.ts'
import { compress, decompress } from '../../shared/bundle/compress.ts'
import { readEnvelope, sealEnvelope } from '../../shared/bundle/cose.ts'
import { verifySignature } from '../../shared/bundle/ed25519.ts'
import { sealBundle, sealRules } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import { sharedPath } from '../sharedData.ts'
import { deviceId, deviceKey, provinceId, provinceKey, randomBundles } from './fixtures.ts'
import { ourResult, type RuleVector } from './rules.ts'
import { seeded } from './seeded.ts'
import { type Asked, independentResults, independentVerdicts, ourVerdict, type Verdict } from './verdicts.ts'

const folder = mkdtempSync(join(tmpdir(), 'so-du-lieu-verifier-'))
const vectorsFile = join(import.meta.dirname, '..', '..', 'docs', 'vectors', 'messages.json')
const rulesFile = join(import.meta.dirname, '..', '..', 'docs', 'vectors', 'rules.json')
const cctv = sharedPath('data/vectors/cctv-ed25519.json')

/** Changes one place somewhere inside a payload, and has the device sign the result: what a broken sender would send. */
function mutatedInside(message: Uint8Array, random: () => number): Uint8Array {
  const envelope = readEnvelope(message)
  if (!envelope.ok) throw new Error('unreadable')
  const plain = decompress(envelope.value.payload, envelope.value.header.compression, nodeCodec)
  if (!plain.ok) throw new Error('does not inflate')
  const payload = encodeCbor(mutated(decodeCbor(plain.value), random))
  const { compression, bytes } = compress(payload, nodeCodec)
  return sealEnvelope({ kind: 'bundle', kid: deviceId, compression }, bytes, deviceKey)
}

function mutated(value: Cbor, random: () => number): Cbor {
  if (Array.isArray(value) && value.length > 0 && random() < 0.9) {
    const at = Math.floor(random() * value.length)
    return (value as Cbor[]).with(at, mutated(value[at] as Cbor, random))
  }
  const others: Cbor[] = [
    null,
    0,
    1,
    -1,
    2,
    'x',
    'constructor',
    new Uint8Array(8),
    [],
    [0],
    true,
    new Map([[0, 'y']]),
  ]
  if (typeof value === 'number' && random() < 0.6) return value + (random() < 0.5 ? 1 : -1)
  return others[Math.floor(random() * others.length)]!
}

function mutatedBytes(message: Uint8Array, random: () => number): Uint8Array {
  const mutant = Uint8Array.from(message)
  mutant[Math.floor(random() * mutant.length)]! ^= 1 << Math.floor(random() * 8)
  return random() < 0.2 ? mutant.subarray(0, Math.floor(random() * mutant.length)) : mutant
}

function agree(asked: readonly Asked[]): { taken: number; refused: Record<string, number> } {
  const theirs = independentVerdicts(asked, folder)
  expect(theirs).toHaveLength(asked.length)
  let taken = 0
  const refused: Record<string, number> = {}
  asked.forEach((one, i) => {
    const ours = ourVerdict(one)
    expect(theirs[i], Buffer.from(one.message).toString('base64')).toEqual(ours)
    if ('taken' in ours) taken++
    else refused[ours.refused] = (refused[ours.refused] ?? 0) + 1
  })
  return { taken, refused }
}

describe('the independent verifier', () => {
  it('agrees on every frozen vector, and both reach the verdict that is written there', () => {
    type Vector = { name: string; kind: Asked['kind']; message: string; verdict: Verdict }
    const { vectors } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { vectors: Vector[] }
    expect(vectors.length).toBeGreaterThan(30)
    const asked = vectors.map((v) => ({
      kind: v.kind,
      message: Uint8Array.from(Buffer.from(v.message, 'base64')),
    }))
    const theirs = independentVerdicts(asked, folder)
    vectors.forEach((vector, i) => {
      expect(ourVerdict(asked[i]!), vector.name).toEqual(vector.verdict)
      expect(theirs[i], vector.name).toEqual(vector.verdict)
    })
  })

  it('makes the frozen codes, hashes, ids and chain decisions as we do', () => {
    type Named = RuleVector & { readonly name: string }
    const { vectors } = JSON.parse(readFileSync(rulesFile, 'utf8')) as { vectors: Named[] }
    const kinds = new Set(vectors.map((v) => v.rule))
    expect([...kinds].sort()).toEqual([
      'chain',
      'content',
      'key-code',
      'own-chain',
      'receipt-code',
      'record-id',
      'state-code',
      'typed-code',
    ])
    const theirs = independentResults(vectors, folder)
    vectors.forEach((vector, i) => {
      expect(ourResult(vector), vector.name).toEqual(vector.result)
      expect(theirs[i], vector.name).toEqual(vector.result)
    })
  })

  it('reads the province’s rules as we do, and refuses what we refuse', () => {
    const settings = new TextEncoder().encode('{"fourEyes":true}')
    const rules = { province: provinceId, number: 2, settings, issuedAt: 1_790_000_000_000 }
    const message = sealRules(rules, provinceKey, nodeCodec)
    const random = seeded(20261121)
    const asked = [message, ...Array.from({ length: 60 }, () => mutatedBytes(message, random))].map(
      (bytes): Asked => ({ kind: 'rules', message: bytes }),
    )
    const ours = asked.map(ourVerdict)
    expect(independentVerdicts(asked, folder)).toEqual(ours)
    expect(ours[0]).toHaveProperty('taken')
    expect(ours.filter((verdict) => 'refused' in verdict).length).toBeGreaterThan(50)
  })

  it('is short enough to be read in an hour', () => {
    const lines = readFileSync(join(import.meta.dirname, 'verify.py'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.length).toBeLessThanOrEqual(300)
  })

  it('agrees on 1,500 generated bundles and 3,000 broken ones, and reads the same changes', () => {
    const random = seeded(7)
    const good = fc
      .sample(randomBundles, { numRuns: 1_500, seed: 7 })
      .map((b) => sealBundle(b, deviceKey, nodeCodec))
    const broken = good.flatMap((m) => [mutatedInside(m, random), mutatedBytes(m, random)])
    const asked = [...good, ...broken].map((message): Asked => ({ kind: 'bundle', message }))
    const { taken, refused } = agree(asked)
    console.log(`taken ${taken}, refused ${JSON.stringify(refused)}`)
    expect(taken).toBeGreaterThanOrEqual(1_500)
    expect(Object.keys(refused).length).toBeGreaterThanOrEqual(4)
  }, 180_000)

  it.skipIf(!cctv)('agrees with libsodium on all 914 CCTV signatures (needs ../shared)', () => {
    type Case = { key: string; sig: string; msg: string }
    const cases = JSON.parse(readFileSync(cctv!, 'utf8')) as Case[]
    const script = `
import json, sys
from nacl.bindings import crypto_core_ed25519_is_valid_point, crypto_sign_open
for c in json.load(sys.stdin):
    try:
        key = bytes.fromhex(c["key"])
        crypto_sign_open(bytes.fromhex(c["sig"]) + c["msg"].encode(), key)
        print(1 if crypto_core_ed25519_is_valid_point(key) else 0)
    except Exception: print(0)`
    const run = spawnSync('/usr/bin/python3', ['-c', script], {
      input: JSON.stringify(cases),
      encoding: 'utf8',
    })
    const theirs = run.stdout.trim().split('\n')
    expect(theirs).toHaveLength(914)
    const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
    const ours = cases.map((c) =>
      verifySignature(hex(c.key), new TextEncoder().encode(c.msg), hex(c.sig), nodeCodec),
    )
    expect(ours.map((v) => (v ? '1' : '0'))).toEqual(theirs)
  })
})
