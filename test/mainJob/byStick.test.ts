// A whole cycle carried by files, the two machines never connected; and what a stick may do to a file.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getHandin } from '../../server/console/readHandins.ts'
import { decideHandin, decideRecords, makeRemark } from '../../server/handin/decide.ts'
import { replyFile } from '../../server/intake/replyFile.ts'
import { takeCarried } from '../../server/intake/takeCarried.ts'
import { change } from '../../server/store/schema.ts'
import type { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

/** A line that leads nowhere: port 9 discards, and nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9'

let province: ProvinceForTests
let stick: string

beforeAll(async () => {
  province = await ProvinceForTests.start()
  stick = mkdtempSync(join(tmpdir(), 'sdl-stick-'))
}, 60_000)
afterAll(async () => {
  await province.close()
  rmSync(stick, { recursive: true, force: true })
})

async function carryOut(office: OfficeCore, name: string): Promise<Uint8Array> {
  const path = join(stick, name)
  const written = await office.call('bundle.toFile', { path })
  expect(written.name).toMatch(/^[a-z0-9.-]+$/)
  return new Uint8Array(readFileSync(path))
}

async function replyFor(office: OfficeCore): Promise<Uint8Array> {
  const { deviceId } = await office.call('sync.details', {})
  return must(await replyFile(province.province, REVIEWER, deviceId)).bytes
}

/** Enrolled by file: the request goes out with the first bundles, the code is read over the phone. */
async function officeByStick(id: string): Promise<OfficeCore> {
  const office = await province.newOffice(id, NOWHERE)
  await office.call('records.save', {
    register: 'database',
    id: null,
    set: { name: 'Sổ hộ tịch', purpose: 'Tra cứu' },
  })
  must(await takeCarried(province.province, REVIEWER, await carryOut(office, `${id}-1.sdl`)))
  await province.approve(office)
  await office.call('reply.fromFile', { bytes: await replyFor(office) })
  return office
}

it('plays hand-in, return, answer and acceptance with files alone', async () => {
  const office = await officeByStick('27001')
  const first = await office.call('handin.make', { register: 'database', period: '2026' })
  expect(first.state).toBe('queued')
  const out = await carryOut(office, 'lan-1.sdl')
  expect((await office.call('handin.list', {}))[0]?.state).toBe('sent')
  must(await takeCarried(province.province, REVIEWER, out))
  const ref = { office: '27001', handin: first.id }
  const [row] = must(await getHandin(province.province.db, ref)).rows
  if (!row) throw new Error('the hand-in has its record')
  must(
    await makeRemark(province.province, REVIEWER, {
      ...ref,
      record: row.recordId,
      field: 'scope',
      text: 'Thiếu phạm vi',
    }),
  )
  must(
    await decideRecords(province.province, REVIEWER, {
      ...ref,
      records: [row.recordId],
      decision: 'return',
      reason: 'Thiếu',
    }),
  )
  const reply = await office.call('reply.fromFile', { bytes: await replyFor(office) })
  expect(reply).toMatchObject({ receipts: 1, remarks: 1 })
  expect((await office.call('handin.list', {}))[0]).toMatchObject({ state: 'returned', returned: 1 })
  const { html } = await office.call('handin.receiptSlip', { id: first.id })
  const code = (await office.call('handin.list', {}))[0]?.receiptCode ?? ''
  expect(html.replaceAll('-', '')).toContain(code)
  const [remark] = await office.call('remarks.list', { open: true })
  expect(remark).toMatchObject({ field: 'scope', text: 'Thiếu phạm vi', recordId: row.recordId })
  await office.call('records.save', { register: 'database', id: row.recordId, set: { scope: 'Toàn xã' } })
  await office.call('remarks.answer', { id: remark?.id ?? '', answer: 'Đã bổ sung' })
  const second = await office.call('handin.make', { register: 'database', period: '2026' })
  must(await takeCarried(province.province, REVIEWER, await carryOut(office, 'lan-2.sdl')))
  must(
    await decideHandin(province.province, REVIEWER, {
      office: '27001',
      handin: second.id,
      decision: 'accept',
      reason: '',
    }),
  )
  await office.call('reply.fromFile', { bytes: await replyFor(office) })
  const list = await office.call('handin.list', {})
  expect(list.find((handin) => handin.id === second.id)).toMatchObject({ state: 'accepted', accepted: 1 })
  const { record } = await office.call('records.get', { id: row.recordId })
  expect(record).toMatchObject({ state: 'accepted', dirty: false })
  expect(await office.call('remarks.list', { open: true })).toEqual([])
}, 60_000)

it('takes the same file a hundred times with one effect, and never changes it', async () => {
  const office = await officeByStick('27002')
  await office.call('records.save', {
    register: 'focal-point',
    id: null,
    set: { fullName: 'Nguyễn Thị Mẫu' },
  })
  const bytes = await carryOut(office, 'tram-lan.sdl')
  const before = createHash('sha256').update(bytes).digest('hex')
  const codes = new Set<string>()
  for (let i = 0; i < 100; i++) {
    const taken = must(await takeCarried(province.province, REVIEWER, bytes))
    for (const message of taken.messages) if (message.receiptCode) codes.add(message.receiptCode)
  }
  expect(codes.size).toBe(1)
  const rows = await province.province.db
    .select({ seq: change.seq })
    .from(change)
    .where(eq(change.office, '27002'))
  expect(rows.length).toBe(2)
  expect(
    createHash('sha256')
      .update(readFileSync(join(stick, 'tram-lan.sdl')))
      .digest('hex'),
  ).toBe(before)
  const reply = await replyFor(office)
  const first = await office.call('reply.fromFile', { bytes: reply })
  expect(first.receipts).toBe(1)
  for (let i = 0; i < 5; i++) {
    expect(await office.call('reply.fromFile', { bytes: reply })).toEqual({
      receipts: 0,
      remarks: 0,
      changes: 0,
    })
  }
}, 60_000)

it('reads a file that was renamed and zipped again, and refuses what is not its own', async () => {
  const office = await officeByStick('27003')
  const other = await officeByStick('27004')
  await office.call('records.save', { register: 'database', id: null, set: { name: 'Sổ chứng thực' } })
  const bytes = await carryOut(office, 'Bản sao (1).sdl')
  const zipped = zipSync({ 'Gửi Sở/Bản sao (1).sdl': bytes, 'doc.txt': new Uint8Array([1]) })
  const taken = must(await takeCarried(province.province, REVIEWER, zipped))
  expect(taken.messages.some((message) => message.receiptCode)).toBe(true)
  const foreign = await other.refusal('reply.fromFile', { bytes: await replyFor(office) })
  expect(foreign.code).toBe('not-for-us')
  const reply = await replyFor(office)
  for (const cut of [0, 1, 100, reply.length - 1]) {
    expect((await office.refusal('reply.fromFile', { bytes: reply.slice(0, cut) })).code).toMatch(
      /^(not-a-message|malformed)$/,
    )
  }
  const bent = reply.slice()
  bent[reply.length - 20] = (bent[reply.length - 20] ?? 0) ^ 1
  expect((await office.refusal('reply.fromFile', { bytes: bent })).code).toBe('malformed')
  expect((await office.call('reply.fromFile', { bytes: reply })).receipts).toBe(1)
}, 60_000)
