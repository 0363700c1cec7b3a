// The main job over a bad line: real core, real server, real PostgreSQL, a proxy that cuts.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getHandin } from '../../server/console/readHandins.ts'
import { deviceStateCode } from '../../server/reply/makeReply.ts'
import { bundle, change, device } from '../../server/store/schema.ts'
import { startCuttingProxy } from '../line/cuttingProxy.ts'
import type { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests } from './provinceForTests.ts'

let province: ProvinceForTests

beforeAll(async () => {
  province = await ProvinceForTests.start()
}, 60_000)
afterAll(() => province.close())

async function addDatabases(office: OfficeCore, count: number): Promise<void> {
  const edits = Array.from({ length: count }, (_, i) => ({
    id: null,
    set: { name: `Sổ theo dõi số ${i}`, purpose: `Mục đích ${i}` },
  }))
  await office.call('records.saveMany', { register: 'database', label: 'Dán', edits })
}

it('brings every change and one receipt a bundle through a line cut at random 50 times', async () => {
  const proxy = await startCuttingProxy({ port: province.port, seed: 4711, maxBytes: 1_500, cuts: 0 })
  const office = await province.enrolledOffice('26001', proxy.url)
  await addDatabases(office, 5_000)
  const handed = await office.call('handin.make', { register: 'database', period: '2026' })
  proxy.arm(50)
  await office.syncUntil('idle', 120)
  expect(proxy.cuts()).toBe(50)
  const { bundles } = await office.call('sync.details', {})
  expect(bundles.every((made) => made.receiptCode !== null)).toBe(true)
  const { db } = province.province
  const { deviceId } = await office.call('sync.details', {})
  const [known] = await db.select().from(device).where(eq(device.id, deviceId))
  if (!known) throw new Error('the device is enrolled')
  expect((await office.call('sync.status', {})).stateCode).toBe(deviceStateCode(known))
  const stored = await db.select({ seq: change.seq }).from(change).where(eq(change.office, '26001'))
  expect(new Set(stored.map((row) => row.seq)).size).toBe(stored.length)
  expect(stored.length).toBe(bundles.reduce((sum, made) => sum + made.changes, 0))
  expect(must(await getHandin(db, { office: '26001', handin: handed.id })).rows.length).toBe(5_000)
  await proxy.close()
}, 120_000)

it('settles everything when the province is restarted in the middle of a sync', async () => {
  const office = await province.enrolledOffice('26002')
  await addDatabases(office, 4_500)
  const running = office.call('sync.now', {})
  await new Promise((resolve) => setTimeout(resolve, 120))
  const stopped = await province.stop()
  await running
  await stopped.again()
  await office.syncUntil('idle')
  const { bundles } = await office.call('sync.details', {})
  expect(bundles.every((made) => made.receiptCode !== null)).toBe(true)
  const stored = await province.province.db
    .select({ number: bundle.number })
    .from(bundle)
    .innerJoin(device, eq(bundle.device, device.id))
    .where(eq(device.office, '26002'))
  expect(stored.length).toBe(bundles.length)
}, 120_000)

it('keeps everything in the outbox while the province is out of reach, and says so', async () => {
  const proxy = await startCuttingProxy({ port: province.port, seed: 1, maxBytes: 1, cuts: 0 })
  const office = await province.enrolledOffice('26003', proxy.url)
  await office.syncUntil('idle')
  await proxy.close()
  await addDatabases(office, 3)
  const status = await office.call('sync.now', {})
  expect(status.phase).toBe('offline')
  expect(['no-line', 'line-cut']).toContain(status.message)
  expect(status.unsentChanges).toBe(3)
  await office.restart()
  expect((await office.call('sync.status', {})).unsentChanges).toBe(3)
}, 60_000)
