import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bundleOf,
  deviceKey,
  enrolOf,
  helloOf,
  officeId,
  packOf,
  provinceId,
  provinceKey,
  randomBundles,
  reader,
  replyOf,
  replyReader,
} from '../../test/verifier/fixtures.ts'
import { keyId } from './ed25519.ts'
import {
  messageHash,
  openBundle,
  openEnrolRequest,
  openHello,
  openPack,
  openReply,
  peekMessage,
  sealBundle,
  sealEnrolRequest,
  sealHello,
  sealPack,
  sealReply,
} from './messages.ts'
import { nodeCodec } from './node/codec.ts'

describe('bundle', () => {
  it('comes out as it went in, but for times in whole seconds', () => {
    fc.assert(
      fc.property(randomBundles, (bundle) => {
        const opened = openBundle(sealBundle(bundle, deviceKey, nodeCodec), reader(bundle))
        expect(opened).toEqual({ ok: true, value: bundle })
      }),
      { numRuns: 300 },
    )
  })

  it('names its kind and key before anything is trusted', () => {
    const sealed = sealBundle(bundleOf(1), deviceKey, nodeCodec)
    expect(peekMessage(sealed)).toMatchObject({
      ok: true,
      value: { kind: 'bundle', kid: keyId(deviceKey.public), version: 1 },
    })
  })

  it('gives records of older messages an empty id when nobody knows it', () => {
    const bundle = bundleOf(1)
    const opened = openBundle(sealBundle(bundle, deviceKey, nodeCodec), {
      ...reader(bundle),
      recordIdOf: () => undefined,
    })
    expect(opened.ok && opened.value.changes[0]?.recordId).toBe('')
  })

  it('throws at us when the run has a gap or a person is missing', () => {
    const bundle = bundleOf(3)
    expect(() => sealBundle({ ...bundle, firstSeq: bundle.firstSeq + 1 }, deviceKey, nodeCodec)).toThrow()
    expect(() => sealBundle({ ...bundle, people: [] }, deviceKey, nodeCodec)).toThrow()
    expect(() => sealBundle(bundle, provinceKey, nodeCodec)).toThrow()
  })

  it('hashes its whole bytes', () => {
    const sealed = sealBundle(bundleOf(1), deviceKey, nodeCodec)
    const flipped = Uint8Array.from(sealed)
    flipped[flipped.length - 1]! ^= 1
    expect(messageHash(sealed)).not.toEqual(messageHash(flipped))
    expect(messageHash(sealed)).toHaveLength(32)
  })
})

describe('reply', () => {
  it('comes out as it went in', () => {
    const reply = replyOf()
    expect(openReply(sealReply(reply, provinceKey, nodeCodec), replyReader)).toEqual({
      ok: true,
      value: reply,
    })
  })

  it('is refused when counts do not add up, on both sides', () => {
    const reply = replyOf()
    const receipts = reply.receipts.map((r) => ({
      ...r,
      counts: { ...r.counts, applied: r.counts.applied + 1 },
    }))
    expect(() => sealReply({ ...reply, receipts }, provinceKey, nodeCodec)).toThrow()
  })

  it('is refused when it is for another device, another office, or past its time', () => {
    const sealed = sealReply(replyOf(), provinceKey, nodeCodec)
    expect(openReply(sealed, { ...replyReader, device: '0000000000000000' })).toEqual({
      ok: false,
      error: { code: 'not-for-us' },
    })
    expect(openReply(sealed, { ...replyReader, office: 'khác' })).toEqual({
      ok: false,
      error: { code: 'wrong-audience' },
    })
    const later = replyOf().expiresAt + 1
    expect(openReply(sealed, { ...replyReader, provinceTime: later })).toEqual({
      ok: false,
      error: { code: 'expired' },
    })
    expect(openReply(sealed, { ...replyReader, provinceKey: deviceKey.public })).toMatchObject({
      error: { code: 'unknown-key' },
    })
  })
})

describe('pack', () => {
  it('comes out as it went in, with and without the key known', () => {
    const sealed = sealPack(packOf(), provinceKey, nodeCodec)
    expect(openPack(sealed, { codec: nodeCodec })).toEqual({ ok: true, value: packOf() })
    expect(openPack(sealed, { codec: nodeCodec, provinceKey: provinceKey.public })).toEqual({
      ok: true,
      value: packOf(),
    })
    expect(openPack(sealed, { codec: nodeCodec, provinceKey: deviceKey.public })).toMatchObject({
      error: { code: 'unknown-key' },
    })
    expect(openPack(sealed, { codec: nodeCodec, now: packOf().expiresAt + 1 })).toMatchObject({
      error: { code: 'expired' },
    })
  })
})

describe('enrolment request', () => {
  it('comes out as it went in, and only for its province', () => {
    const sealed = sealEnrolRequest(enrolOf(), deviceKey)
    expect(openEnrolRequest(sealed, { province: provinceId, codec: nodeCodec })).toEqual({
      ok: true,
      value: enrolOf(),
    })
    const elsewhere = openEnrolRequest(sealed, { province: '0000000000000000', codec: nodeCodec })
    expect(elsewhere).toEqual({ ok: false, error: { code: 'wrong-audience' } })
  })
})

describe('hello', () => {
  it('comes out as it went in, from a revoked key too', () => {
    const sealed = sealHello(helloOf(), deviceKey)
    expect(openHello(sealed, reader())).toEqual({ ok: true, value: helloOf() })
    const revoked = { publicKey: deviceKey.public, office: officeId, revokedAfterSeq: 1 }
    expect(openHello(sealed, { ...reader(), keyOf: () => revoked }).ok).toBe(true)
  })
})
