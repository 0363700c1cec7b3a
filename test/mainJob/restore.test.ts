// The way back in time, as an officer goes it: from the settings, from the locked start screen, and into a folder whose
// store is gone. Nothing is ever lost on the way, and the province sees one unbroken chain.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getHandin } from '../../server/console/readHandins.ts'
import { OFFICE, OfficeCore, PIN } from './officeCore.ts'
import { must, ProvinceForTests } from './provinceForTests.ts'

let province: ProvinceForTests
beforeAll(async () => {
  province = await ProvinceForTests.start()
}, 60_000)
afterAll(() => province.close())

async function names(office: OfficeCore): Promise<string[]> {
  const { rows } = await office.call('records.window', { register: 'database', offset: 0, limit: 1_000 })
  return rows.map((row) => String(row.values.name)).sort()
}

async function save(office: OfficeCore, name: string, id: string | null = null): Promise<string> {
  return (await office.call('records.save', { register: 'database', id, set: { name } })).record.id
}

/** Monday's snapshot of one list, then a Friday on which everything went wrong. */
async function mondayAndFriday(office: OfficeCore): Promise<string> {
  const kept = await save(office, 'Sổ giữ')
  const gone = await save(office, 'Sổ xóa nhầm')
  const { file } = await office.call('snapshots.make', {})
  await save(office, 'Sổ giữ, sửa nhầm', kept)
  await office.call('records.delete', { register: 'database', ids: [gone] })
  await save(office, 'Sổ thêm nhầm')
  return file
}
const MONDAY = ['Sổ giữ', 'Sổ xóa nhầm']
const FRIDAY = ['Sổ giữ, sửa nhầm', 'Sổ thêm nhầm']

it('takes a sound store back, lets one undo bring everything again, and sends the province one chain', async () => {
  const office = await province.enrolledOffice('27001')
  const file = await mondayAndFriday(office)
  await office.syncUntil('idle')
  const { deviceId } = await office.call('sync.details', {})
  await office.call('snapshots.restore', { file })
  expect(await names(office)).toEqual(MONDAY)
  expect((await office.call('undo.state', {})).undo?.label).toMatch(
    /^Khôi phục về \d\d\/\d\d\/\d{4} \d\d:\d\d$/,
  )
  await office.restart()
  expect(await names(office)).toEqual(MONDAY)
  await office.call('undo.undo', {})
  expect(await names(office)).toEqual(FRIDAY)
  await office.call('undo.redo', {})
  expect(await names(office)).toEqual(MONDAY)
  const handed = await office.call('handin.make', { register: 'database', period: '2026' })
  await office.syncUntil('idle')
  const details = await office.call('sync.details', {})
  expect(details.deviceId).toBe(deviceId)
  expect(details.bundles.every((made) => made.receiptCode !== null)).toBe(true)
  const taken = must(await getHandin(province.province.db, { office: '27001', handin: handed.id }))
  expect(taken.rows.length).toBe(2)
}, 60_000)

it('leaves parked rows, settings and hand-ins where they are', async () => {
  const office = await OfficeCore.create()
  const { file } = await office.call('snapshots.make', {})
  await office.call('preferences.set', { key: 'language', value: 'en' })
  await save(office, 'Sổ mới')
  await office.call('handin.make', { register: 'database', period: '2026' })
  await office.call('snapshots.restore', { file })
  expect(await names(office)).toEqual([])
  expect(await office.call('preferences.get', {})).toMatchObject({ language: 'en' })
  expect((await office.call('handin.list', {})).length).toBe(1)
  await office.remove()
})

it('restores from the locked screen with the PIN, and with nothing else', async () => {
  const office = await OfficeCore.create()
  const file = await mondayAndFriday(office)
  await office.core.close()
  const locked = OfficeCore.at(office.dir)
  const userId = (await locked.call('app.status', {})).users[0]?.id ?? ''
  expect((await locked.call('snapshots.list', {})).map((snapshot) => snapshot.file)).toContain(file)
  expect((await locked.refusal('snapshots.restore', { file })).code).toBe('locked')
  expect((await locked.refusal('snapshots.restore', { file, userId, pin: 'sai-mất-rồi' })).code).toBe(
    'wrong-pin',
  )
  expect((await locked.call('app.status', {})).phase).toBe('locked')
  await locked.call('snapshots.restore', { file, userId, pin: PIN })
  expect((await locked.call('app.status', {})).phase).toBe('open')
  expect(await names(locked)).toEqual(MONDAY)
  await locked.call('undo.undo', {})
  expect(await names(locked)).toEqual(FRIDAY)
  await locked.remove()
})

it('brings a store back into a folder where only the snapshots are left, by the recovery code', async () => {
  const office = await OfficeCore.create()
  await office.call('session.lock', {})
  rmSync(office.dir, { recursive: true, force: true })
  const fresh = OfficeCore.at(office.dir)
  const { recoveryCode, userId } = await fresh.call('setup.create', {
    office: OFFICE,
    userName: 'Cán bộ mẫu',
    pin: PIN,
    sample: false,
  })
  await save(fresh, 'Sổ quý')
  const { file } = await fresh.call('snapshots.make', {})
  await fresh.core.close()
  for (const lost of ['store.db', 'store.keys.json', 'store.keys.spare.json', 'keys'])
    rmSync(join(office.dir, lost), { recursive: true, force: true })
  const found = OfficeCore.at(office.dir)
  const status = await found.call('app.status', {})
  expect(status.phase).toBe('empty')
  expect(status.users).toEqual([{ id: userId, name: 'Cán bộ mẫu' }])
  expect((await found.refusal('snapshots.restore', { file, userId, recoveryCode: 'AAAA' })).code).toBe(
    'recovery-mistyped',
  )
  await found.call('snapshots.restore', { file, userId, recoveryCode })
  expect((await found.call('app.status', {})).phase).toBe('open')
  expect(await names(found)).toEqual(['Sổ quý'])
  await save(found, 'Sổ mới')
  await found.call('session.lock', {})
  await found.call('session.recover', { code: recoveryCode, userId, newPin: 'moi-13579' })
  expect((await names(found)).length).toBe(2)
  await found.remove()
})

it('says that a snapshot belongs to another store instead of calling it damaged', async () => {
  const office = await OfficeCore.create()
  const { file } = await office.call('snapshots.make', {})
  await office.core.close()
  for (const lost of ['store.db', 'store.keys.json', 'store.keys.spare.json'])
    renameSync(join(office.dir, lost), join(office.dir, `${lost}.old`))
  const second = OfficeCore.at(office.dir)
  await second.call('setup.create', { office: OFFICE, userName: 'B', pin: PIN, sample: false })
  expect((await second.refusal('snapshots.restore', { file })).code).toBe('snapshot-foreign')
  expect((await second.call('app.status', {})).phase).toBe('open')
  await second.remove()
})

it('goes on under a new device when the newest changes are lost, and the province still gets everything that is here', async () => {
  const office = await province.enrolledOffice('27002')
  const sent = await save(office, 'Đã gửi')
  const dropped = await save(office, 'Đã gửi, sau xóa')
  const first = await office.call('handin.make', { register: 'database', period: '2025' })
  await office.syncUntil('idle')
  await save(office, 'Đã gửi, sau sửa', sent)
  await office.call('records.delete', { register: 'database', ids: [dropped] })
  const parent = await save(office, 'Chưa gửi')
  const database = { text: 'Chưa gửi', id: parent }
  await office.call('records.save', {
    register: 'data-item',
    id: null,
    set: { itemName: 'Mục chưa gửi', database },
  })
  const { file } = await office.call('snapshots.make', {})
  const { deviceId } = await office.call('sync.details', {})
  // This one leaves for the province and is in no snapshot.
  await save(office, 'Sau bản sao')
  await office.syncUntil('idle')
  await office.core.close()
  rmSync(join(office.dir, 'store.db'))

  office.core = OfficeCore.at(office.dir).core
  const userId = (await office.call('app.status', {})).users[0]?.id ?? ''
  await office.call('snapshots.restore', { file, userId, pin: PIN })
  const here = ['Chưa gửi', 'Đã gửi, sau sửa']
  expect((await names(office)).sort()).toEqual(here)
  const kept = (await office.call('handin.list', {})).find((handin) => handin.id === first.id)
  expect(kept).toMatchObject({ state: 'received', receiptCode: expect.stringMatching(/./) })
  expect((await office.call('sync.details', {})).deviceId).not.toBe(deviceId)

  // A pack lets one machine in: the province issues another for the new device.
  await office.call('office.takePack', { bytes: await province.newPack('27002') })
  await office.syncUntil('waiting')
  await province.approve(office)
  await office.syncUntil('idle')
  // What only the province had kept came back from there, once.
  expect(await names(office)).toEqual([...here, 'Sau bản sao'].sort())
  const items = await office.call('records.window', { register: 'data-item', offset: 0, limit: 10 })
  const { rows } = await office.call('records.window', { register: 'database', offset: 0, limit: 10 })
  expect(items.rows.map((item) => (item.values.database as { id: string }).id)).toEqual([
    rows.find((row) => row.values.name === 'Chưa gửi')?.id,
  ])
  const handed = await office.call('handin.make', { register: 'database', period: '2026' })
  await office.syncUntil('idle')
  const taken = must(await getHandin(province.province.db, { office: '27002', handin: handed.id }))
  expect(taken.rows.length).toBe(4)
  const { bundles } = await office.call('sync.details', {})
  expect(bundles.every((made) => made.receiptCode !== null)).toBe(true)
  await save(office, 'Việc hằng ngày')
  await office.restart()
  await office.syncUntil('idle')
  expect((await office.call('sync.status', {})).unsentChanges).toBe(0)
}, 60_000)
