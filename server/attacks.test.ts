// A file of attacks on the real server: each ends in a typed refusal or a message held apart, and nothing is half applied.
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolCode } from '../shared/bundle/codes.ts'
import { sealBundle, sealEnrolRequest } from '../shared/bundle/messages.ts'
import { nodeCodec } from '../shared/bundle/node/codec.ts'
import type { Refusal } from '../shared/bundle/types.ts'
import type { Change } from '../shared/change/change.ts'
import { decodeEnrolAnswer, decodeSyncAnswer } from '../shared/http/answer.ts'
import { MAX_MESSAGE_BYTES, routes } from '../shared/http/contract.ts'
import type { Value } from '../shared/registers/define.ts'
import { approveDevice, revokeDevice } from './intake/enrolment.ts'
import { takeBundle } from './intake/takeBundle.ts'
import { takeCarried } from './intake/takeCarried.ts'
import { createOffice, issuePack } from './offices/offices.ts'
import { bundle, change, device, heldMessage, pack } from './store/schema.ts'
import { SAMPLE_OFFICE, TestOffice } from './testOffice.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

let province: TestProvince
let other: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
  other = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await other.close()
  await stopTestPostgres()
})

async function refusalOf(
  office: TestOffice,
  bytes: Uint8Array,
  route: string = routes.bundle,
): Promise<Refusal | null> {
  return (await office.sync(route, bytes)).refusal
}

async function nothingTaken(office: TestOffice): Promise<void> {
  const { db } = province.province
  expect(await db.select().from(bundle).where(eq(bundle.device, office.device))).toEqual([])
  expect(await db.select().from(change).where(eq(change.device, office.device))).toEqual([])
}

async function withOneBundle(): Promise<{ office: TestOffice; bytes: Uint8Array }> {
  const office = await province.office()
  office.create('database', { name: 'Thật' })
  return { office, bytes: office.seal() }
}

test('a bundle with any of 200 random bits flipped is refused', async () => {
  const { office, bytes } = await withOneBundle()
  for (let i = 0; i < 200; i++) {
    const flipped = Uint8Array.from(bytes)
    const at = randomBytes(4).readUInt32LE() % (bytes.byteLength * 8)
    flipped[at >> 3]! ^= 1 << (at & 7)
    const { answer } = await takeBundle(province.province, flipped, 'line')
    expect(answer.refusal, `bit ${at}`).not.toBeNull()
  }
  await nothingTaken(office)
  expect(await refusalOf(office, bytes)).toBeNull()
})

test('a truncated bundle, an empty body and noise are refused', async () => {
  const { office, bytes } = await withOneBundle()
  for (const length of [0, 1, 10, bytes.byteLength >> 1, bytes.byteLength - 1]) {
    expect(await refusalOf(office, bytes.subarray(0, length)), String(length)).not.toBeNull()
  }
  expect(await refusalOf(office, new Uint8Array(randomBytes(5_000)))).toEqual({ code: 'not-a-message' })
  await nothingTaken(office)
})

test('a body beyond the bound is refused with 413 and its reason, unread', async () => {
  const office = await province.office()
  const response = await fetch(new URL(routes.bundle, office.pack.url), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(MAX_MESSAGE_BYTES + 1),
  })
  expect(response.status).toBe(413)
  const decoded = decodeSyncAnswer(new Uint8Array(await response.arrayBuffer()))
  expect(decoded.ok && decoded.value.refusal).toEqual({ code: 'too-large', maxBytes: MAX_MESSAGE_BYTES })
})

test('one kind of message never passes as another', async () => {
  const { office, bytes } = await withOneBundle()
  expect(await refusalOf(office, office.helloMessage(), routes.bundle)).toEqual({
    code: 'wrong-kind',
    kind: 'hello',
  })
  expect(await refusalOf(office, bytes, routes.hello)).toEqual({ code: 'wrong-kind', kind: 'bundle' })
  await nothingTaken(office)
})

test('another province’s office, and an office that names another office, are refused', async () => {
  const foreign = await other.office()
  foreign.create('database', { name: 'Lạc tỉnh' })
  const sent = await takeBundle(province.province, foreign.seal(), 'line')
  expect(sent.answer.refusal).toEqual({ code: 'unknown-key', key: foreign.device })
  const { office } = await withOneBundle()
  const made = office.create('database', { name: 'Mạo danh' })
  const bytes = sealBundle(
    {
      province: office.pack.province,
      office: 'co-quan-khac',
      device: office.device,
      number: 1,
      previous: null,
      firstSeq: made.ref.seq,
      lastSeq: made.ref.seq,
      seenReply: 0,
      people: [{ id: made.actor, name: 'X' }],
      changes: [made],
    },
    office.key,
    nodeCodec,
  )
  expect(await refusalOf(office, bytes)).toEqual({ code: 'wrong-audience' })
  await nothingTaken(office)
})

test('a device that nobody approved waits, and what it sent is taken in on approval', async () => {
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id: 'xa-cho' })
  const issued = await issuePack(province.province, REVIEWER, 'xa-cho')
  if (!issued.ok) throw new Error(issued.error.code)
  const office = await TestOffice.from(issued.value.bytes)
  expect(await office.enrol()).toEqual({ status: 'pending', refusal: null })
  office.create('database', { name: 'Chờ duyệt' })
  expect(await refusalOf(office, office.seal())).toEqual({ code: 'unknown-key', key: office.device })
  await nothingTaken(office)
  const wrong = await approveDevice(province.province, REVIEWER, { device: office.device, code: 'AAAAAAAA' })
  expect(wrong.ok).toBe(false)
  const right = await approveDevice(province.province, REVIEWER, {
    device: office.device,
    code: enrolCode(office.key.public).toLowerCase(),
  })
  expect(right.ok).toBe(true)
  expect(await office.hello()).toMatchObject({ expects: 2, refusal: null })
  expect(office.replies[0]?.receipts[0]?.counts.applied).toBe(1)
})

test('a pack approves one device only, and an unknown token none', async () => {
  const office = await province.office('xa-goi')
  const thief = await TestOffice.from((await lastPack('xa-goi')).bytes)
  expect((await thief.enrol()).refusal).toEqual({ code: 'expired' })
  const { province: id, office: officeId } = office.pack
  const made = sealEnrolRequest(
    {
      province: id,
      office: officeId,
      token: randomBytes(32),
      publicKey: thief.key.public,
      recipient: thief.recipient,
      deviceName: '',
      person: '',
    },
    thief.key,
  )
  const decoded = await enrolStatus(thief, made)
  expect(decoded).toBe('refused')
})

test('a revoked device keeps what was receipted and adds nothing', async () => {
  const { office, bytes } = await withOneBundle()
  await office.send(bytes)
  await revokeDevice(province.province, REVIEWER, office.device)
  office.create('database', { name: 'Sau khi mất máy' })
  expect(await refusalOf(office, office.seal())).toEqual({ code: 'revoked-key', key: office.device })
  expect(await refusalOf(office, bytes)).toBeNull()
  const held = await province.province.db
    .select()
    .from(heldMessage)
    .where(eq(heldMessage.device, office.device))
  expect(held.map((h) => h.reason)).toEqual(['revoked-key'])
})

test('a hello caught on the line gives nobody the office’s replies', async () => {
  const { office, bytes } = await withOneBundle()
  const caught = office.helloMessage()
  expect((await office.sync(routes.hello, caught)).refusal).toBeNull()
  await office.sync(routes.bundle, bytes)
  expect(await office.sync(routes.hello, caught)).toMatchObject({ replies: [], refusal: { code: 'expired' } })
})

test('a restored backup is found out at its first hello', async () => {
  const { office, bytes } = await withOneBundle()
  await office.send(bytes)
  office.bundles.pop()
  expect((await office.sync(routes.hello, office.helloMessage())).refusal).toEqual({
    code: 'fork',
    number: 1,
  })
})

test('bad items are refused one by one and the rest of the bundle is taken', async () => {
  const office = await province.office('xa-xau')
  const good = office.create('database', { name: 'Tốt' })
  office.create('database', { name: 'NUL \0 bên trong' })
  office.create('database', { officeRole: { text: 'không phải chữ', id: null } as Value })
  office.create('handin', { register: 'database', period: '2026', state: 'accepted' })
  office.create('remark', { text: 'Giả làm tỉnh' })
  office.create('so-tuong-lai', { gi: 'đó' })
  const stolen = (await province.office('xa-nan-nhan')).create('database', { name: 'Của xã khác' })
  const foreign: Change = {
    ...good,
    ref: { device: office.device, seq: office.changes.length + 1 },
    record: stolen.ref,
    recordId: stolen.recordId,
    base: {},
  }
  const { nonce: _nonce, ...editing } = foreign
  office.changes.push(editing)
  await office.send()
  const [receipt] = office.replies.at(-1)?.receipts ?? []
  expect(receipt?.counts).toEqual({ changes: 7, applied: 1, held: 1, refused: 5 })
  expect(office.replies.at(-1)?.outcomes).toEqual([
    { seq: 2, outcome: 'refused', reason: 'bad-value' },
    { seq: 3, outcome: 'refused', reason: 'bad-value' },
    { seq: 4, outcome: 'refused', reason: 'province-field' },
    { seq: 5, outcome: 'refused', reason: 'not-yours' },
    { seq: 6, outcome: 'held', reason: 'unknown-register' },
    { seq: 7, outcome: 'refused', reason: 'unknown-record' },
  ])
})

test('a message for somebody else’s stick, a zip bomb and a picture are refused by the file intake', async () => {
  for (const bytes of [
    new Uint8Array(randomBytes(100)),
    new TextEncoder().encode('age-encryption.org/v1\nxx'),
    new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
  ]) {
    expect((await takeCarried(province.province, REVIEWER, bytes)).ok).toBe(false)
  }
})

test('other verbs, other paths and traversal get nothing', async () => {
  for (const [method, path, status] of [
    ['PUT', routes.bundle, 405],
    ['DELETE', routes.bundle, 405],
    ['GET', '/..%2f..%2fetc/passwd', 404],
    ['GET', '/console/api/office.list', 404],
  ] as const) {
    expect((await fetch(new URL(path, province.url), { method })).status, `${method} ${path}`).toBe(status)
  }
})

async function lastPack(officeId: string): Promise<{ bytes: Uint8Array }> {
  const [row] = await province.province.db
    .select({ bytes: pack.bytes })
    .from(pack)
    .where(eq(pack.office, officeId))
  if (!row) throw new Error('no pack')
  return row
}

async function enrolStatus(office: TestOffice, request: Uint8Array): Promise<string> {
  const decoded = decodeEnrolAnswer(await office.post(routes.enrol, request))
  const [row] = await province.province.db.select().from(device).where(eq(device.id, office.device))
  expect(row).toBeUndefined()
  return decoded.ok ? decoded.value.status : 'unreadable'
}
