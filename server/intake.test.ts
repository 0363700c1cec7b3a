import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../shared/http/contract.ts'
import { bundle, change, reply } from './store/schema.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { startTestProvince, type TestProvince } from './testProvince.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
})
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

test('an enrolled office sends a bundle and gets a receipt whose counts add up', async () => {
  const office = await province.office()
  office.create('database', { name: 'Cơ sở dữ liệu hộ tịch' })
  office.create('focal-point', { fullName: 'Lê Thị Mẫu' })
  const answer = await office.send()
  expect(answer.refusal).toBeNull()
  expect(answer.expects).toBe(2)
  const receipt = office.replies.at(-1)?.receipts[0]
  expect(receipt?.counts).toEqual({ changes: 2, applied: 2, held: 0, refused: 0 })
  expect(receipt?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  const greeted = await office.hello()
  expect(greeted).toEqual({ expects: 2, replies: [], refusal: null })
})

test('the same bundle a hundred times at once has one effect and one receipt, byte for byte', async () => {
  const office = await province.office()
  for (let i = 0; i < 20; i++) office.create('database', { name: `Cơ sở dữ liệu ${i}` })
  const sealed = office.seal()
  const answers = await Promise.all(Array.from({ length: 100 }, () => office.post(routes.bundle, sealed)))
  expect(new Set(answers.map((a) => Buffer.from(a).toString('hex'))).size).toBe(1)
  const { db } = province.province
  expect((await db.select().from(bundle)).filter((b) => b.device === office.device)).toHaveLength(1)
  expect((await db.select().from(change)).filter((c) => c.device === office.device)).toHaveLength(20)
  expect((await db.select().from(reply)).filter((r) => r.device === office.device)).toHaveLength(1)
})

test('a hand-in freezes the list as the device saw it', async () => {
  const office = await province.office('xa-1')
  const kept = office.create('database', { name: 'Hộ tịch' })
  office.create('data-item', { itemName: 'Khai sinh', parentDb: { text: 'Hộ tịch', id: kept.recordId } })
  office.handIn(['database', 'data-item'])
  office.edit(kept.recordId, { name: 'Hộ tịch, bản nháp' })
  await office.send()
  expect(office.replies.at(-1)?.receipts[0]?.counts).toEqual({ changes: 4, applied: 4, held: 0, refused: 0 })
  const [handedIn] = await province.handins('xa-1')
  expect(handedIn).toMatchObject({
    register: 'database',
    count: 1,
    state: 'received',
    madeBy: 'Nguyễn Thị Mẫu',
  })
})
