// Makes docs/vectors/messages.json: messages, good and bad, with the verdict that every implementation must reach. The
// vectors are FROZEN: a name that is there already is never made again (compressed bytes differ by library version),
// only new names are added. `node test/verifier/makeVectors.ts` says what it would add; `--write` adds it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cbor, decodeCbor, encodeCbor } from '../../shared/bundle/cbor.ts'
import { readEnvelope, sealEnvelope, sigStructure } from '../../shared/bundle/cose.ts'
import { dictionary1 } from '../../shared/bundle/dictionary-1.ts'
import { keyId, sign } from '../../shared/bundle/ed25519.ts'
import { MESSAGE_LIMITS } from '../../shared/bundle/limits.ts'
import { sealBundle, sealEnrolRequest, sealHello, sealPack, sealReply } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { Bundle, MessageKind, SigningKey } from '../../shared/bundle/types.ts'
import type { Change } from '../../shared/change/change.ts'
import { badPayloads, signedPayload } from './badPayloads.ts'
import {
  bundleOf,
  bundleWith,
  creation,
  deviceId,
  deviceKey,
  edit,
  enrolOf,
  helloOf,
  otherId,
  otherKey,
  packOf,
  person,
  provinceKey,
  replyOf,
} from './fixtures.ts'
import { officeEdits } from './officeEdits.ts'
import { context, ourVerdict, provinceTime, type Verdict } from './verdicts.ts'

type Vector = {
  readonly name: string
  readonly kind: MessageKind
  readonly message: string
  readonly verdict: Verdict
}
type Made = readonly [name: string, kind: MessageKind, message: Uint8Array]

const file = join(import.meta.dirname, '..', '..', 'docs', 'vectors', 'messages.json')
const sealed = (bundle: Bundle) => sealBundle(bundle, deviceKey, nodeCodec)
const plainCodec = { ...nodeCodec, deflate: (p: Uint8Array) => p, brotli: (p: Uint8Array) => p }
const brotliOnly = { ...nodeCodec, deflate: (p: Uint8Array) => p }

/** Every mark, value and table that the format has, in one bundle. */
function everything(): Change[] {
  const first = creation(1, 'database', {
    name: 'Cơ sở dữ liệu đất đai',
    status: 'operating',
    count: 2_500_000,
    delta: -1,
    personal: true,
    users: ['public', 'staff'],
    none: [],
    owner: { text: 'Sở Nông nghiệp và Môi trường', id: null },
    unit: { text: 'Xã Mẫu', id: '0190d3a4-7b1e-8f00-9c3d-2a5b6c7d8e9f' },
    code: { text: 'Bộ Tư pháp', id: 'G15' },
    cleared: null,
    startedOn: '2024-07-01',
  })
  const child = creation(
    2,
    'data-item',
    { name: 'Thửa đất', database: { text: 'Đất đai', id: first.recordId } },
    'fedcba9876543210',
  )
  const own = edit(3, 1, 'database', 'name', 'Đất đai (đã đổi tên)')
  const again = {
    ...own,
    ref: { device: deviceId, seq: 4 },
    set: { name: '\ufeff𝄞 tên' },
    base: { name: [own.ref] },
  }
  const recordId = first.recordId
  const both = { set: { name: 'Gộp', note: 'mới' }, base: { name: [again.ref, { device: otherId, seq: 8 }] } }
  const settled = {
    ...own,
    ...both,
    ref: { device: deviceId, seq: 5 },
    actor: 'p2',
    at: -86_400_000,
    seen: 9,
  }
  const foreign = { ...edit(6, 3, 'unit', 'name', 'x'), record: { device: otherId, seq: 3 }, recordId: '' }
  const distant = {
    ...edit(7, 1, 'database', '$deleted', true),
    base: { $deleted: [{ device: deviceId, seq: 2 }] },
  }
  return [
    first,
    child,
    { ...own, recordId },
    { ...again, recordId },
    { ...settled, recordId },
    { ...foreign, base: { name: [] } },
    { ...distant, recordId },
  ]
}

function header(version: number, kid = deviceId, extra: [number | string, Cbor][] = []): Uint8Array {
  const known: [number | string, Cbor][] = [
    [1, -8],
    [2, [-65537]],
    [3, 'sdl/bundle'],
    [4, Uint8Array.from(Buffer.from(kid, 'hex'))],
    [-65537, [version, 0]],
  ]
  return encodeCbor(new Map([...known, ...extra]))
}

function signed(
  protectedBytes: Uint8Array,
  payload: Uint8Array,
  key = deviceKey,
  unprotected: Cbor = new Map(),
): Uint8Array {
  const signature = sign(
    sigStructure(protectedBytes, new TextEncoder().encode('so-du-lieu/bundle'), payload),
    key,
  )
  return Uint8Array.from([0xd2, ...encodeCbor([protectedBytes, unprotected, payload, signature])])
}

/** Payloads that are no strict CBOR. */
const spellings: readonly (readonly [string, string])[] = [
  ['a float', 'f93c00'],
  ['undefined', 'f7'],
  ['a tag', 'c100'],
  ['an indefinite array', '9fff'],
  ['indefinite text', '7f6161ff'],
  ['map keys out of order', 'a202000100'],
  ['a map key twice', 'a201000100'],
  ['a boolean as a map key', 'a1f400'],
  ['an integer of 2^53', '1b0020000000000000'],
  ['an integer of -2^53', '3b001fffffffffffff'],
  ['an integer in a longer form', '1805'],
  ['text that is not UTF-8', '62c328'],
  ['a surrogate in text', '63eda080'],
  ['thirteen levels', `${'81'.repeat(13)}00`],
  ['an array of four billion', '9affffffff'],
  ['no payload', ''],
]

function badEnvelopes(): Made[] {
  const payload = new Uint8Array([0xf6])
  const protectedBytes = header(1)
  const whole = (...places: Cbor[]) => Uint8Array.from([0xd2, ...encodeCbor(places)])
  const signature = new Uint8Array(64)
  const labels = (change: (map: Map<number | string, Cbor>) => void): Uint8Array => {
    const map = new Map(decodeCbor(protectedBytes) as Map<number | string, Cbor>)
    change(map)
    return signed(encodeCbor(map), payload)
  }
  const made: (readonly [string, Uint8Array])[] = [
    ['five places in the envelope', whole(protectedBytes, new Map(), payload, signature, null)],
    ['a signature of 63 bytes', whole(protectedBytes, new Map(), payload, new Uint8Array(63))],
    ['a list for an unprotected header', whole(protectedBytes, [], payload, signature)],
    ['a header that is a list', whole(encodeCbor([]), new Map(), payload, signature)],
    ['a header in another spelling', whole(new Uint8Array([0xbf, 0xff]), new Map(), payload, signature)],
    ['a payload that is not there', whole(protectedBytes, new Map(), null, signature)],
    ['another algorithm', labels((m) => m.set(1, -7))],
    ['no crit', labels((m) => m.delete(2))],
    ['a crit that names more', labels((m) => m.set(2, [-65537, 5]))],
    ['an unknown content type', labels((m) => m.set(3, 'sdl/other'))],
    ['a kid of seven bytes', labels((m) => m.set(4, new Uint8Array(7)))],
    ['version 0', labels((m) => m.set(-65537, [0, 0]))],
    ['a version of one part', labels((m) => m.set(-65537, [1]))],
    ['a version in text', labels((m) => m.set(-65537, ['1', 0]))],
    ['a compression of -1', labels((m) => m.set(-65537, [1, -1]))],
  ]
  return made.map(([name, message]) => [name, 'bundle', message])
}

/** Replies and self-signed messages that are signed rightly and say something wrong. */
function badReplies(): Made[] {
  const resealedAs = (
    kind: MessageKind,
    message: Uint8Array,
    key: SigningKey,
    change: (p: Cbor[]) => Cbor,
  ): Made[2] => {
    const envelope = readEnvelope(message)
    if (!envelope.ok) throw new Error('unreadable')
    const places = decodeCbor(envelope.value.payload) as Cbor[]
    return sealEnvelope(
      { kind, kid: keyId(key.public), compression: 0 },
      encodeCbor(change([...places])),
      key,
    )
  }
  const reply = (change: (p: Cbor[]) => Cbor) =>
    resealedAs('reply', sealReply(replyOf(), provinceKey, plainCodec), provinceKey, change)
  const receipts = (change: (r: Cbor[]) => Cbor) =>
    reply((p) => p.with(5, [change([...((p[5] as Cbor[])[0] as Cbor[])])]))
  const columns = (change: (c: Cbor[]) => Cbor) => reply((p) => p.with(7, change([...(p[7] as Cbor[])])))
  const enrol = (change: (p: Cbor[]) => Cbor, key = deviceKey) =>
    resealedAs('enrol', sealEnrolRequest(enrolOf(), deviceKey), key, change)
  const pack = (change: (p: Cbor[]) => Cbor) =>
    resealedAs('pack', sealPack(packOf(), provinceKey, plainCodec), provinceKey, change)
  return [
    ['a second reply without a previous', 'reply', reply((p) => p.with(3, 2))],
    ['a receipt whose counts do not add up', 'reply', receipts((r) => r.with(5, 2))],
    ['a receipt for another run', 'reply', receipts((r) => r.with(3, 4))],
    ['a change twice in a reply', 'reply', columns((c) => c.with(1, [0, 5, 1, 0, 5, 1]))],
    ['an outcome that is not one', 'reply', reply((p) => p.with(6, [[2, 2, 'x']]))],
    ['outcomes that are no list', 'reply', reply((p) => p.with(6, new Map()))],
    [
      'a nonce of seven bytes',
      'reply',
      columns((c) => c.with(11, [(c[11] as Cbor[])[0] as Cbor, [new Uint8Array(7), 1]])),
    ],
    ['a pack with a profile that is not one', 'pack', pack((p) => p.with(12, 'current'))],
    ['a pack that names another key', 'pack', pack((p) => p.with(2, otherKey.public))],
    ['an enrolment by another key', 'enrol', enrol((p) => p, otherKey)],
    ['an enrolment that is short of a place', 'enrol', enrol((p) => p.slice(1))],
    [
      'a compressed enrolment',
      'enrol',
      sealEnvelope(
        { kind: 'enrol', kid: deviceId, compression: 2 },
        nodeCodec.brotli(new Uint8Array([0xf6])),
        deviceKey,
      ),
    ],
  ]
}

function flipped(message: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(message)
  copy[at < 0 ? copy.length + at : at]! ^= 1
  return copy
}

function made(): Made[] {
  const small = sealed(bundleOf(3))
  const people = [person, { id: 'p2', name: 'Trần Văn Bảy' }]
  const all = { ...bundleWith(everything(), 2, new Uint8Array(32).fill(6)), people }
  const otherRef = (c: Change): Change => ({ ...c, ref: { device: keyId(otherKey.public), seq: c.ref.seq } })
  const foreign = {
    ...bundleOf(1),
    device: keyId(otherKey.public),
    changes: bundleOf(1).changes.map(otherRef),
  }
  const zeros = new Uint8Array(MESSAGE_LIMITS.plainBytes + 1)
  const good: Made[] = [
    ['one edit', 'bundle', sealed(officeEdits(1, 1))],
    ['fifty edits', 'bundle', sealed(officeEdits(50, 1))],
    ['every value, mark and table, deflated', 'bundle', sealed(all)],
    ['every value, mark and table, plain', 'bundle', sealBundle(all, deviceKey, plainCodec)],
    ['every value, mark and table, brotli', 'bundle', sealBundle(all, deviceKey, brotliOnly)],
    ['a reply', 'reply', sealReply(replyOf(), provinceKey, nodeCodec)],
    ['an office pack', 'pack', sealPack(packOf(), provinceKey, nodeCodec)],
    ['an enrolment request', 'enrol', sealEnrolRequest(enrolOf(), deviceKey)],
    ['a hello', 'hello', sealHello(helloOf(), deviceKey)],
  ]
  const bad: Made[] = [
    ['a flipped bit in the header', 'bundle', flipped(small, 12)],
    ['a flipped bit in the payload', 'bundle', flipped(small, 90)],
    ['a flipped bit in the signature', 'bundle', flipped(small, -1)],
    ['cut short', 'bundle', small.subarray(0, small.length - 1)],
    ['a byte too many', 'bundle', Uint8Array.from([...small, 0])],
    ['another tag', 'bundle', Uint8Array.from([0xd8, 0x62, ...small.subarray(1)])],
    ['nothing', 'bundle', new Uint8Array()],
    [
      'an unprotected header',
      'bundle',
      signed(header(1), new Uint8Array([0xf6]), deviceKey, new Map([[4, 1]])),
    ],
    [
      'a header with one more label',
      'bundle',
      signed(header(1, deviceId, [['x', 1]]), new Uint8Array([0xf6])),
    ],
    ['a newer version', 'bundle', signed(header(2, deviceId, [['x', 1]]), new Uint8Array([1, 2, 3]))],
    ['a newer version with a bad signature', 'bundle', signed(header(2), new Uint8Array([1]), otherKey)],
    ['a hello as a bundle', 'bundle', sealHello(helloOf(), deviceKey)],
    ['a bundle as a reply', 'reply', small],
    ['a pack as an enrolment request', 'enrol', sealPack(packOf(), provinceKey, nodeCodec)],
    ['an unknown key', 'bundle', sealBundle(foreign, otherKey, nodeCodec)],
    [
      'a known key’s name with another signature',
      'bundle',
      signed(header(1), new Uint8Array([0xf6]), otherKey),
    ],
    ['another province', 'bundle', sealed({ ...bundleOf(1), province: '0000000000000000' })],
    ['another office', 'bundle', sealed({ ...bundleOf(1), office: '26735' })],
    [
      'after its key was revoked',
      'bundle',
      sealed(bundleWith([edit(9_000_001, 1, 'database', 'name', 'x')])),
    ],
    [
      'a reply for another device',
      'reply',
      sealReply({ ...replyOf(), device: otherId }, provinceKey, nodeCodec),
    ],
    [
      'a reply for another office',
      'reply',
      sealReply({ ...replyOf(), office: '26735' }, provinceKey, nodeCodec),
    ],
    [
      'a reply past its time',
      'reply',
      sealReply({ ...replyOf(), expiresAt: provinceTime - 1 }, provinceKey, nodeCodec),
    ],
    [
      'a reply in its last moment',
      'reply',
      sealReply({ ...replyOf(), expiresAt: provinceTime }, provinceKey, nodeCodec),
    ],
    [
      'a pack past its time',
      'pack',
      sealPack({ ...packOf(), expiresAt: provinceTime - 1 }, provinceKey, nodeCodec),
    ],
    [
      'a reply for another device and past its time',
      'reply',
      sealReply({ ...replyOf(), device: otherId, expiresAt: 0 }, provinceKey, nodeCodec),
    ],
    ['a reply by a device', 'reply', sealReply(replyOf(), deviceKey, nodeCodec)],
    [
      'an enrolment for another province',
      'enrol',
      sealEnrolRequest({ ...enrolOf(), province: otherId }, deviceKey),
    ],
    ['brotli that inflates too far', 'bundle', signedPayload(nodeCodec.brotli(zeros), 2)],
    ['deflate that inflates too far', 'bundle', signedPayload(nodeCodec.deflate(zeros, dictionary1()), 1)],
    ['an unknown compression', 'bundle', signedPayload(new Uint8Array([0]), 3)],
    ['a broken stream', 'bundle', signedPayload(new Uint8Array([0xff, 0xff]), 1)],
    [
      'bytes after the deflated stream',
      'bundle',
      signedPayload(Uint8Array.from([...nodeCodec.deflate(new Uint8Array([0xf6]), dictionary1()), 0]), 1),
    ],
    [
      'bytes after the brotli stream',
      'bundle',
      signedPayload(Uint8Array.from([...nodeCodec.brotli(new Uint8Array([0xf6])), 0]), 2),
    ],
    ['a payload in a longer spelling', 'bundle', signedPayload(Uint8Array.from([0x98, 1, 0xf6]))],
    ...spellings.map(([name, raw]): Made => [name, 'bundle', signedPayload(Buffer.from(raw, 'hex'))]),
    ...badEnvelopes(),
    ...badReplies(),
    ...badPayloads.map(([name, message]): Made => [name, 'bundle', message]),
  ]
  return [...good, ...bad]
}

const kept: Vector[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors
  : []
const names = new Set(kept.map((v) => v.name))
const added = made()
  .filter(([name]) => !names.has(name))
  .map(([name, kind, message]): Vector => {
    return {
      name,
      kind,
      message: Buffer.from(message).toString('base64'),
      verdict: ourVerdict({ kind, message }),
    }
  })
for (const { name, verdict } of added)
  console.log(`+ ${name}: ${'taken' in verdict ? 'taken' : verdict.refused}`)
if (process.argv.includes('--write')) {
  writeFileSync(file, `${JSON.stringify({ context, vectors: [...kept, ...added] }, null, 1)}\n`)
}
