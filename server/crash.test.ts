// The server killed outright (kill -9) in the middle of taking in bundles: what was answered is there after the restart,
// what was not is sent again, and each bundle ends with exactly one receipt.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolCode } from '../shared/bundle/codes.ts'
import { routes } from '../shared/http/contract.ts'
import { approveDevice } from './intake/enrolment.ts'
import { createOffice, issuePack } from './offices/offices.ts'
import { type Cluster, startCluster } from './postgres/cluster.ts'
import { startProvince } from './startProvince.ts'
import { openDatabase } from './store/database.ts'
import { bundle, change } from './store/schema.ts'
import { SAMPLE_OFFICE, TestOffice } from './testOffice.ts'
import { REVIEWER } from './testProvince.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const BUNDLES = 12
const KILLS = 4

let dir: string
let cluster: Cluster
let url: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sdl-crash-'))
  await chmod(dir, 0o711)
  // Durable, unlike the other tests' cluster.
  const started = await startCluster({ dir })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  cluster = started.value
  const admin = openDatabase(cluster.url('postgres'))
  await admin.pool.query('CREATE DATABASE province')
  await admin.close()
  url = cluster.url('province')
}, 60_000)
afterAll(async () => {
  await cluster.stop()
  await rm(dir, { recursive: true, force: true })
})

type Server = { readonly kill: () => Promise<void> }

function startServer(port: number): Promise<Server> {
  const child = spawn(process.execPath, [MAIN, '--port', String(port), '--data', dir], {
    env: { ...process.env, DATABASE_URL: url },
  })
  const gone = new Promise<void>((settle) => child.once('exit', () => settle()))
  return new Promise((settle, fail) => {
    child.once('exit', () => fail(new Error('the server ended')))
    child.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('Ctrl+C')) return
      const kill = async () => {
        child.kill('SIGKILL')
        await gone
      }
      settle({ kill })
    })
  })
}

test('kill -9 during intake loses nothing that was answered and doubles nothing', async () => {
  const first = await startProvince({
    dataDir: dir,
    port: 0,
    databaseUrl: url,
    pageDir: null,
    name: 'Tỉnh Mẫu',
  })
  if (!first.ok) throw new Error(JSON.stringify(first.error))
  const { province } = first.value
  const port = Number(new URL(first.value.url).port)
  await createOffice(province, REVIEWER, SAMPLE_OFFICE)
  const pack = await issuePack(province, REVIEWER, SAMPLE_OFFICE.id)
  if (!pack.ok) throw new Error(pack.error.code)
  const office = await TestOffice.from(pack.value.bytes)
  await office.enrol()
  await approveDevice(province, REVIEWER, { device: office.device, code: enrolCode(office.key.public) })
  await first.value.close()

  const sealed = Array.from({ length: BUNDLES }, (_, i) => {
    for (let k = 0; k < 200; k++) office.create('database', { name: `Lần ${i}, số ${k}` })
    return office.seal()
  })
  const receipts = new Map<number, string>()
  let kills = 0
  let server = await startServer(port)
  for (let number = 1; number <= BUNDLES; ) {
    const isKilled = kills < KILLS && number % 3 === 0
    const sending = office.sync(routes.bundle, sealed[number - 1] as Uint8Array).catch(() => null)
    if (isKilled) {
      await new Promise((settle) => setTimeout(settle, Math.random() * 60))
      await server.kill()
      kills++
      server = await startServer(port)
    }
    const answer = await sending
    if (!answer) continue
    expect(answer.refusal).toBeNull()
    office.take(answer)
    number++
  }
  for (const reply of office.replies) for (const r of reply.receipts) receipts.set(r.number, r.code)
  for (const bytes of sealed) {
    const again = await office.sync(routes.bundle, bytes)
    expect(again.refusal).toBeNull()
    expect(again.expects).toBe(BUNDLES + 1)
  }
  await server.kill()
  expect(kills).toBe(KILLS)
  expect([...receipts.keys()]).toHaveLength(BUNDLES)
  const { db, close } = openDatabase(url)
  const stored = await db.select().from(bundle).where(eq(bundle.device, office.device))
  expect(new Map(stored.map((b) => [b.number, b.receiptCode]))).toEqual(receipts)
  expect(await db.$count(change)).toBe(BUNDLES * 200)
  await close()
}, 180_000)
