// The main job over a bad line: real core, real server, real PostgreSQL, a proxy that cuts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { getHandin } from '../../server/console/readHandins.ts'
import { approveDevice } from '../../server/intake/enrolment.ts'
import { createOffice, issuePack } from '../../server/offices/offices.ts'
import { type RunningProvince, startProvince } from '../../server/startProvince.ts'
import { bundle, change, device } from '../../server/store/schema.ts'
import { SAMPLE_OFFICE } from '../../server/testOffice.ts'
import { freshDatabase, stopTestPostgres } from '../../server/testPostgres.ts'
import { REVIEWER } from '../../server/testProvince.ts'
import { startCuttingProxy } from '../line/cuttingProxy.ts'
import { OfficeCore } from './officeCore.ts'

let province: RunningProvince
let dataDir: string
let databaseUrl: string
const offices: OfficeCore[] = []

async function start(port: number): Promise<RunningProvince> {
  const started = await startProvince({ dataDir, port, databaseUrl, name: 'Tỉnh Mẫu', pageDir: null })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  return started.value
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sdl-province-'))
  databaseUrl = await freshDatabase()
  province = await start(0)
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
  rmSync(dataDir, { recursive: true, force: true })
})
afterEach(async () => {
  for (const office of offices.splice(0)) await office.remove()
})

/** An office whose pack names that line, enrolled and approved. */
async function enrolledOffice(id: string, line: string): Promise<OfficeCore> {
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id })
  const pack = await issuePack({ ...province.province, publicUrl: line }, REVIEWER, id)
  if (!pack.ok) throw new Error(pack.error.code)
  const office = await OfficeCore.create(pack.value.bytes)
  offices.push(office)
  await office.syncUntil('waiting')
  const { code } = await office.call('enrol.request', {})
  const { deviceId } = await office.call('sync.details', {})
  const approved = await approveDevice(province.province, REVIEWER, { device: deviceId, code })
  if (!approved.ok) throw new Error(approved.error.code)
  return office
}

async function addDatabases(office: OfficeCore, count: number): Promise<void> {
  const edits = Array.from({ length: count }, (_, i) => ({
    id: null,
    set: { name: `Sổ theo dõi số ${i}`, purpose: `Mục đích ${i}` },
  }))
  await office.call('records.saveMany', { register: 'database', label: 'Dán', edits })
}

it('brings every change and one receipt a bundle through a line cut at random 50 times', async () => {
  const proxy = await startCuttingProxy({
    port: Number(new URL(province.url).port),
    seed: 4711,
    maxBytes: 1_500,
    cuts: 0,
  })
  const office = await enrolledOffice('26001', proxy.url)
  await addDatabases(office, 5_000)
  const handed = await office.call('handin.make', { register: 'database', period: '2026' })
  proxy.arm(50)
  await office.syncUntil('idle', 120)
  expect(proxy.cuts()).toBe(50)
  const { bundles } = await office.call('sync.details', {})
  expect(bundles.length).toBeGreaterThan(2)
  expect(bundles.every((made) => made.receiptCode !== null)).toBe(true)
  const stored = await province.province.db.select({ seq: change.seq, office: change.office }).from(change)
  const own = stored.filter((row) => row.office === '26001').map((row) => Number(row.seq))
  expect(new Set(own).size).toBe(own.length)
  expect(own.length).toBe(bundles.reduce((sum, made) => sum + made.changes, 0))
  const frozen = await getHandin(province.province.db, { office: '26001', handin: handed.id })
  expect(frozen.ok && frozen.value.rows.length).toBe(5_000)
  await proxy.close()
}, 120_000)

it('settles everything when the province is restarted in the middle of a sync', async () => {
  const port = Number(new URL(province.url).port)
  const office = await enrolledOffice('26002', province.url)
  await addDatabases(office, 4_500)
  const running = office.call('sync.now', {})
  await new Promise((resolve) => setTimeout(resolve, 120))
  await province.close()
  await running
  province = await start(port)
  await office.syncUntil('idle')
  const { bundles } = await office.call('sync.details', {})
  expect(bundles.every((made) => made.receiptCode !== null)).toBe(true)
  const rows = await province.province.db
    .select({ office: device.office, number: bundle.number })
    .from(bundle)
    .innerJoin(device, eq(bundle.device, device.id))
  expect(rows.filter((row) => row.office === '26002').length).toBe(bundles.length)
}, 120_000)

it('keeps everything in the outbox while the province is out of reach, and says so', async () => {
  const proxy = await startCuttingProxy({
    port: Number(new URL(province.url).port),
    seed: 1,
    maxBytes: 1,
    cuts: 0,
  })
  const office = await enrolledOffice('26003', proxy.url)
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
