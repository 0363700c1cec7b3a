// An office that began without the province's pack, and one whose pack is replaced; and what a decision record by record
// makes of a list whose records have items.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listHandins } from '../../server/console/readHandins.ts'
import { decideRecords } from '../../server/handin/decide.ts'
import { createOffice, issuePack } from '../../server/offices/offices.ts'
import { SAMPLE_OFFICE } from '../../server/testOffice.ts'
import { OFFICE, OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

let province: ProvinceForTests
const opened: OfficeCore[] = []

beforeAll(async () => {
  province = await ProvinceForTests.start()
}, 60_000)
afterAll(async () => {
  for (const office of opened) await office.remove()
  await province.close()
})

async function packFor(id: string): Promise<Uint8Array> {
  must(await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id, name: `UBND xã ${id}` }))
  return must(await issuePack(province.province, REVIEWER, id)).bytes
}

async function withoutPack(): Promise<OfficeCore> {
  const office = await OfficeCore.create()
  opened.push(office)
  return office
}

it('takes the pack later: what was written before goes to the province, under the pack’s name', async () => {
  const office = await withoutPack()
  await office.call('records.save', { register: 'database', id: null, set: { name: 'Trước khi có gói' } })
  expect(await office.call('sync.now', {})).toMatchObject({
    phase: 'not-enrolled',
    enrolment: 'no-pack',
    message: 'sync-no-pack',
  })
  const bytes = await packFor('28001')
  expect(await office.call('office.takePack', { bytes })).toMatchObject({
    name: 'UBND xã 28001',
    provinceName: 'Tỉnh Mẫu',
  })
  expect((await office.call('app.status', {})).office?.name).toBe('UBND xã 28001')
  expect((await office.call('sync.status', {})).enrolment).toBe('new')
  await office.syncUntil('waiting')
  expect((await office.call('sync.status', {})).enrolment).toBe('pending')
  await province.approve(office)
  await office.call('handin.make', { register: 'database', period: '2026' })
  await office.syncUntil('idle')
  expect((await office.call('sync.status', {})).enrolment).toBe('approved')
  expect((await office.call('handin.list', {}))[0]).toMatchObject({ state: 'received', count: 1 })
})

it('takes a newer pack of the same office and refuses another office’s, a foreign file and a changed one', async () => {
  const office = await withoutPack()
  const bytes = await packFor('28002')
  await office.call('office.takePack', { bytes })
  const newer = must(await issuePack(province.province, REVIEWER, '28002')).bytes
  await office.call('office.takePack', { bytes: newer })
  expect((await office.refusal('office.takePack', { bytes: await packFor('28003') })).code).toBe(
    'wrong-audience',
  )
  const changed = Uint8Array.from(newer)
  changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1
  expect((await office.refusal('office.takePack', { bytes: changed })).code).toBe('bad-signature')
  const { code } = await office.refusal('office.takePack', { bytes: new TextEncoder().encode('{}') })
  expect(code).not.toBe('internal')
  expect((await office.call('app.status', {})).office?.name).toBe('UBND xã 28002')
})

it('refuses a foreign pack before it has one of its own, and keeps the office as it was', async () => {
  const office = await withoutPack()
  const bytes = (await packFor('28004')).slice(0, 200)
  await office.refusal('office.takePack', { bytes })
  expect((await office.call('app.status', {})).office).toEqual(OFFICE)
})

it('a list accepted record by record is accepted, its items with it, and counts its own records once', async () => {
  const office = await province.enrolledOffice('28005')
  const ids: string[] = []
  for (const name of ['Sổ hộ tịch', 'Sổ đất đai']) {
    const { record } = await office.call('records.save', { register: 'database', id: null, set: { name } })
    ids.push(record.id)
  }
  await office.call('records.save', {
    register: 'data-item',
    id: null,
    set: { itemName: 'Họ và tên', database: { text: 'Sổ hộ tịch', id: ids[0] ?? '' } },
  })
  const made = await office.call('handin.make', { register: 'database', period: '2026' })
  await office.syncUntil('idle')
  const ref = { office: '28005', handin: made.id }
  const decide = async (records: string[], decision: 'accept' | 'return') =>
    must(await decideRecords(province.province, REVIEWER, { ...ref, records, decision, reason: 'x' }))
  await decide(ids.slice(0, 1), 'return')
  await decide(ids, 'accept')
  const { rows } = await listHandins(province.province.db, {
    office: '28005',
    latestOnly: true,
    offset: 0,
    limit: 10,
  })
  expect(rows[0]).toMatchObject({ state: 'accepted', accepted: 2, returned: 0 })
  await office.syncUntil('idle')
  expect((await office.call('handin.list', {}))[0]).toMatchObject({
    state: 'accepted',
    count: 2,
    accepted: 2,
    returned: 0,
  })
})
