// A running province for tests: a fresh database of the test cluster, a real HTTP server, and the use cases that the
// console calls, by hand.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { enrolCode } from '../shared/bundle/codes.ts'
import type { NewOffice } from '../shared/http/console.ts'
import type { Actor } from './audit/writeAudit.ts'
import { approveDevice } from './intake/enrolment.ts'
import { createOffice, issuePack } from './offices/offices.ts'
import { type RunningProvince, startProvince } from './startProvince.ts'
import { handin } from './store/schema.ts'
import { SAMPLE_OFFICE, TestOffice } from './testOffice.ts'
import { freshDatabase } from './testPostgres.ts'

export const REVIEWER: Actor = { account: 1, name: 'Trần Văn Duyệt', address: '127.0.0.1' }

export type TestProvince = RunningProvince & {
  readonly databaseUrl: string
  readonly dataDir: string
  /** An office of that id with one approved device. */
  office(id?: string): Promise<TestOffice>
  /** Another device of an office that exists. */
  secondDevice(id: string): Promise<TestOffice>
  handins(office: string): Promise<(typeof handin.$inferSelect)[]>
}

export async function startTestProvince(clock?: () => number): Promise<TestProvince> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sdl-province-'))
  const databaseUrl = await freshDatabase()
  const started = await startProvince({
    dataDir,
    port: 0,
    databaseUrl,
    name: 'Tỉnh Mẫu',
    ...(clock ? { clock } : {}),
    pageDir: null,
  })
  if (!started.ok) throw new Error(`province: ${JSON.stringify(started.error)}`)
  const running = started.value
  const { province } = running
  const enrolled = async (id: string): Promise<TestOffice> => {
    const pack = await issuePack(province, REVIEWER, id)
    if (!pack.ok) throw new Error(pack.error.code)
    const device = await TestOffice.from(pack.value.bytes)
    await device.enrol()
    const approved = await approveDevice(province, REVIEWER, {
      device: device.device,
      code: enrolCode(device.key.public),
    })
    if (!approved.ok) throw new Error(approved.error.code)
    return device
  }
  return {
    ...running,
    databaseUrl,
    dataDir,
    secondDevice: enrolled,
    async office(id = randomBytes(3).toString('hex')) {
      const input: NewOffice = { ...SAMPLE_OFFICE, id, name: `${SAMPLE_OFFICE.name} ${id}` }
      const made = await createOffice(province, REVIEWER, input)
      if (!made.ok) throw new Error(made.error.code)
      return enrolled(id)
    },
    handins: (office) => province.db.select().from(handin).where(eq(handin.office, office)),
    async close() {
      await running.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
