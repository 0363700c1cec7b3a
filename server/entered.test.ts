import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from 'xlsx'
import { consolidatedWorkbook } from './handin/consolidatedWorkbook.ts'
import { decideHandin } from './handin/decide.ts'
import { enterForOffice } from './handin/enterForOffice.ts'
import { createOffice } from './offices/offices.ts'
import { rebuild } from './rebuild.ts'
import { frozenRecord } from './store/schema.ts'
import { SAMPLE_OFFICE } from './testOffice.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id: 'xa-excel', hasApp: false })
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

function csv(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(
    rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )
}

const HEADER = ['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại', 'Email']

function enter(rows: readonly (readonly string[])[], fileName = 'danh-sach.csv') {
  return enterForOffice(province.province, REVIEWER, {
    office: 'xa-excel',
    register: 'focal-point',
    period: '2026',
    fileName,
    bytes: csv([HEADER, ...rows]),
  })
}

async function frozenNames(handinId: string): Promise<string[]> {
  const rows = await province.province.db
    .select()
    .from(frozenRecord)
    .where(eq(frozenRecord.handin, handinId))
    .orderBy(frozenRecord.position)
  return rows.map((r) => r.name)
}

test('an Excel list is entered for an office without the app, marked so, reviewed and rebuilt like another', async () => {
  const first = await enter([
    ['1', 'Trần Thị Mẫu', 'Công chức', '0900000001', 'mau@xa.example.vn'],
    ['2', 'Lê Văn Mẫu', 'Công chức', '0900000002', 'le@xa.example.vn'],
  ])
  if (!first.ok || !first.value.handin) throw new Error(JSON.stringify(first))
  expect(await frozenNames(first.value.handin)).toEqual(['Trần Thị Mẫu', 'Lê Văn Mẫu'])
  const second = await enter([
    ['1', 'Trần Thị Mẫu', 'Phó Chánh Văn phòng', '0900000001', 'mau@xa.example.vn'],
  ])
  if (!second.ok || !second.value.handin) throw new Error(JSON.stringify(second))
  expect(await frozenNames(second.value.handin)).toEqual(['Trần Thị Mẫu'])
  expect(await frozenNames(first.value.handin)).toEqual(['Trần Thị Mẫu', 'Lê Văn Mẫu'])
  const accepted = await decideHandin(province.province, REVIEWER, {
    office: 'xa-excel',
    handin: second.value.handin,
    decision: 'accept',
    reason: '',
  })
  expect(accepted).toEqual({ ok: true, value: { state: 'accepted' } })
  const before = await province.handins('xa-excel')
  expect(before.map((h) => [h.byProvince, h.state])).toEqual(
    expect.arrayContaining([
      [true, 'accepted'],
      [true, 'received'],
    ]),
  )
  await rebuild(province.province, REVIEWER)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect((await province.handins('xa-excel')).sort(byId)).toEqual(before.sort(byId))
}, 90_000)

test('a file that is no workbook ends in a refusal and changes nothing', async () => {
  const before = await province.handins('xa-excel')
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
  const refused = await enterForOffice(province.province, REVIEWER, {
    office: 'xa-excel',
    register: 'focal-point',
    period: '2026',
    fileName: 'anh.xlsx',
    bytes: png,
  })
  expect(refused).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^import-/) } })
  expect(await province.handins('xa-excel')).toEqual(before)
}, 60_000)

test('one workbook holds every office’s latest list', async () => {
  const office = await province.office('xa-app')
  office.create('focal-point', { fullName: '=HYPERLINK("x")' })
  office.handIn(['focal-point'])
  await office.send()
  const made = await consolidatedWorkbook(province.province, REVIEWER, 'focal-point')
  if (!made.ok) throw new Error(made.error.code)
  expect(made.value.rows).toBe(2)
  const workbook = read(made.value.bytes, { cellFormula: true })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
  const cells = Object.values(sheet ?? {}).flatMap((c) =>
    typeof c === 'object' && c && 'v' in c ? [c as { v: unknown; f?: string }] : [],
  )
  expect(cells.some((c) => c.v === '=HYPERLINK("x")')).toBe(true)
  expect(cells.some((c) => c.v === 'Trần Thị Mẫu')).toBe(true)
  expect(cells.every((c) => c.f === undefined)).toBe(true)
})
