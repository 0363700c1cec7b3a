import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { badPayloads, resealed, resealedColumns, signedPayload } from '../../test/verifier/badPayloads.ts'
import {
  bundleOf,
  bundleWith,
  deviceId,
  deviceKey,
  edit,
  enrolOf,
  helloOf,
  officeId,
  otherKey,
  packOf,
  provinceId,
  provinceKey,
  reader,
  replyOf,
  replyReader,
} from '../../test/verifier/fixtures.ts'
import { seeded } from '../../test/verifier/seeded.ts'
import { type Cbor, encodeCbor } from './cbor.ts'
import { readEnvelope, sigStructure } from './cose.ts'
import { dictionary1 } from './dictionary-1.ts'
import { keyId, sign } from './ed25519.ts'
import { MESSAGE_LIMITS } from './limits.ts'
import {
  openBundle,
  openEnrolRequest,
  openHello,
  openPack,
  openReply,
  sealBundle,
  sealEnrolRequest,
  sealHello,
  sealPack,
  sealReply,
} from './messages.ts'
import { nodeCodec } from './node/codec.ts'
import { bundleLayout } from './payloads.ts'
import type { Refusal } from './types.ts'

const message = sealBundle(bundleOf(3), deviceKey, nodeCodec)
const open = (bytes: Uint8Array) => openBundle(bytes, reader())
const refusalOf = (bytes: Uint8Array): Refusal['code'] | 'taken' => {
  const opened = open(bytes)
  return opened.ok ? 'taken' : opened.error.code
}

/** A message of 4 KiB to the byte: its signature's neighbours are what random mutants rarely hit. */
function messageOf4KiB(): Uint8Array {
  const random = seeded(1)
  for (let length = 2_000; length < 4_000; length++) {
    const noise = Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('')
    const sealed = sealBundle(bundleWith([edit(5, 1, 'database', 'name', noise)]), deviceKey, {
      ...nodeCodec,
      deflate: (p) => p,
      brotli: (p) => p,
    })
    if (sealed.length === 4096) return sealed
    length += Math.max(0, 4095 - sealed.length)
  }
  throw new Error('no message of 4096 bytes')
}

describe('a message that was tampered with', () => {
  it('is refused for every single one of 32,768 flipped bits', () => {
    const sealed = messageOf4KiB()
    expect(sealed).toHaveLength(4096)
    expect(refusalOf(sealed)).toBe('taken')
    const mutant = Uint8Array.from(sealed)
    let refused = 0
    for (let bit = 0; bit < 32_768; bit++) {
      mutant[bit >> 3]! ^= 1 << (bit & 7)
      if (!open(mutant).ok) refused++
      mutant[bit >> 3]! ^= 1 << (bit & 7)
    }
    expect(refused).toBe(32_768)
  }, 120_000)

  it('is refused when cut after any byte', () => {
    for (let length = 0; length < message.length; length++) {
      expect(refusalOf(message.subarray(0, length))).not.toBe('taken')
    }
  })

  it('is refused with bytes after it, inside it or inside its payload', () => {
    expect(refusalOf(Uint8Array.from([...message, 0]))).toBe('not-canonical')
    const envelope = readEnvelope(message)
    if (!envelope.ok) throw new Error('unreadable')
    const { payload, header } = envelope.value
    expect(refusalOf(signedPayload(Uint8Array.from([...payload, 0]), header.compression))).toBe('malformed')
    expect(refusalOf(resealed((p) => [...p, null]))).toBe('malformed')
  })

  it('is refused when random bytes are put, dropped or doubled', () => {
    const random = seeded(2)
    for (let i = 0; i < 3_000; i++) {
      const at = Math.floor(random() * message.length)
      const length = 1 + Math.floor(random() * 8)
      const filler = Uint8Array.from({ length }, () => Math.floor(random() * 256))
      const kind = i % 3
      const mutant = [
        ...message.subarray(0, at),
        ...(kind === 0 ? filler : kind === 1 ? [] : message.subarray(at, at + length * 2)),
        ...message.subarray(kind === 0 ? at : at + length),
      ]
      if (Buffer.compare(Buffer.from(mutant), message) !== 0)
        expect(refusalOf(Uint8Array.from(mutant))).not.toBe('taken')
    }
  })
})

describe('a message from the wrong hands', () => {
  it('is refused when its key is not known', () => {
    const foreign = sealBundle(
      {
        ...bundleOf(1),
        device: keyId(otherKey.public),
        changes: bundleOf(1).changes.map((c) => ({
          ...c,
          ref: { ...c.ref, device: keyId(otherKey.public) },
        })),
      },
      otherKey,
      nodeCodec,
    )
    expect(open(foreign)).toEqual({ ok: false, error: { code: 'unknown-key', key: keyId(otherKey.public) } })
  })

  it('is refused when another key signed under the device’s name', () => {
    const envelope = readEnvelope(message)
    if (!envelope.ok) throw new Error('unreadable')
    const { protectedBytes, payload } = envelope.value
    const signature = sign(
      sigStructure(protectedBytes, new TextEncoder().encode('so-du-lieu/bundle'), payload),
      otherKey,
    )
    const forged = Uint8Array.from([0xd2, ...encodeCbor([protectedBytes, new Map(), payload, signature])])
    expect(refusalOf(forged)).toBe('bad-signature')
  })

  it('is refused for another province and another office', () => {
    const elsewhere = sealBundle({ ...bundleOf(1), province: '0000000000000000' }, deviceKey, nodeCodec)
    expect(refusalOf(elsewhere)).toBe('wrong-audience')
    const otherOffice = sealBundle({ ...bundleOf(1), office: '26735' }, deviceKey, nodeCodec)
    expect(refusalOf(otherOffice)).toBe('wrong-audience')
  })

  it('is refused after the sequence at which its key was cut, and taken before', () => {
    const keyOf = (revokedAfterSeq: number) => () => ({
      publicKey: deviceKey.public,
      office: officeId,
      revokedAfterSeq,
    })
    const before = openBundle(message, { ...reader(), keyOf: keyOf(1003) })
    expect(before.ok).toBe(true)
    const after = openBundle(message, { ...reader(), keyOf: keyOf(1002) })
    expect(after).toEqual({ ok: false, error: { code: 'revoked-key', key: deviceId } })
  })
})

describe('a message of the wrong sort', () => {
  const all: readonly [string, Uint8Array][] = [
    ['bundle', message],
    ['reply', sealReply(replyOf(), provinceKey, nodeCodec)],
    ['pack', sealPack(packOf(), provinceKey, nodeCodec)],
    ['enrol', sealEnrolRequest(enrolOf(), deviceKey)],
    ['hello', sealHello(helloOf(), deviceKey)],
  ]
  const opens: Record<string, (bytes: Uint8Array) => { ok: boolean; error?: Refusal }> = {
    bundle: open,
    reply: (bytes) => openReply(bytes, replyReader),
    pack: (bytes) => openPack(bytes, { codec: nodeCodec }),
    enrol: (bytes) => openEnrolRequest(bytes, { province: provinceId, codec: nodeCodec }),
    hello: (bytes) => openHello(bytes, reader()),
  }

  it('passes as no other kind', () => {
    for (const [kind, bytes] of all) {
      for (const [as, openAs] of Object.entries(opens)) {
        const expected = as === kind ? { ok: true } : { ok: false, error: { code: 'wrong-kind', kind } }
        expect(openAs(bytes), `${kind} as ${as}`).toMatchObject(expected)
      }
    }
  })

  it('is not believed when its header claims a newer version without a signature, and is held when it has one', () => {
    const header = (version: number) =>
      encodeCbor(
        new Map<number, Cbor>([
          [1, -8],
          [2, [-65537]],
          [3, 'sdl/bundle'],
          [4, Buffer.from(deviceId, 'hex')],
          [-65537, [version, 9]],
        ]),
      )
    const payload = new Uint8Array([1, 2, 3])
    const protectedBytes = header(2)
    const signature = sign(
      sigStructure(protectedBytes, new TextEncoder().encode('so-du-lieu/bundle'), payload),
      deviceKey,
    )
    const newer = (s: Uint8Array) =>
      Uint8Array.from([0xd2, ...encodeCbor([protectedBytes, new Map(), payload, s])])
    expect(open(newer(signature))).toEqual({ ok: false, error: { code: 'newer-version', version: 2 } })
    expect(refusalOf(newer(new Uint8Array(64)))).toBe('bad-signature')
  })

  it('is refused without a look inside when it is too large', () => {
    expect(refusalOf(new Uint8Array(8 * 1024 * 1024 + 1))).toBe('too-large')
  })
})

describe('a signed message with a bad payload', () => {
  it('is stopped when it inflates too far', () => {
    const zeros = Buffer.alloc(MESSAGE_LIMITS.plainBytes + 1)
    expect(refusalOf(signedPayload(nodeCodec.brotli(zeros), 2))).toBe('too-large')
    const deflated = deflateRawSync(zeros, { dictionary: dictionary1() })
    expect(refusalOf(signedPayload(new Uint8Array(deflated), 1))).toBe('too-large')
  })

  it('is refused when its compression is unknown, broken or another one', () => {
    expect(refusalOf(signedPayload(new Uint8Array([1]), 3))).toBe('malformed')
    expect(refusalOf(signedPayload(new Uint8Array([1]), 1))).toBe('malformed')
    expect(refusalOf(signedPayload(nodeCodec.brotli(new Uint8Array(100)), 1))).not.toBe('taken')
  })

  it('is refused when its CBOR has another spelling', () => {
    const places = bundleLayout.encode({ ...bundleOf(1), changes: [] }) as Cbor[]
    const canonical = encodeCbor(places)
    expect(refusalOf(signedPayload(Uint8Array.from([0x98, 7, ...canonical.subarray(1)])))).toBe(
      'not-canonical',
    )
    expect(refusalOf(signedPayload(Uint8Array.from([0x9f, ...canonical.subarray(1), 0xff])))).toBe(
      'not-canonical',
    )
  })

  it('is taken as it was', () => {
    expect(refusalOf(resealed((p) => p))).toBe('taken')
    expect(refusalOf(resealedColumns(() => undefined))).toBe('taken')
  })

  it.each(badPayloads)('is refused for %s', (_, bytes) => {
    expect(refusalOf(bytes)).toBe('malformed')
  })
})
