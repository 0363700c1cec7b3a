// Offices and the list of systems as the console keeps them: what is changed is in the packs made from then on.
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCatalogue } from './console/readAudit.ts'
import { getOffice } from './console/readOffices.ts'
import { readUpload } from './handin/readUpload.ts'
import { putCatalogue, readCatalogue, removeFromCatalogue } from './offices/catalogue.ts'
import { createOffice, createOfficesFrom, issuePack, saveOffice } from './offices/offices.ts'
import { findUnits } from './offices/shippedUnits.ts'
import { renameProvince } from './provinceName.ts'
import { audit } from './store/schema.ts'
import { SAMPLE_OFFICE, TestOffice } from './testOffice.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

async function packOf(office: string): Promise<TestOffice['pack']> {
  const made = await issuePack(province.province, REVIEWER, office)
  if (!made.ok) throw new Error(made.error.code)
  return (await TestOffice.from(made.value.bytes)).pack
}

function csv(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

test('an office that was mistyped is corrected, and the next pack says so', async () => {
  const { province: p } = province
  await createOffice(p, REVIEWER, { ...SAMPLE_OFFICE, id: 'sua', name: 'Ủy ban nhân dân xã Mẩu' })
  const better = { ...SAMPLE_OFFICE, id: 'sua', plan: 'Kế hoạch số 10/KH-UBND', hasApp: false }
  expect(await saveOffice(p, REVIEWER, better)).toEqual({ ok: true, value: null })
  const shown = await getOffice(p.db, 'sua')
  expect(shown).toMatchObject({ ok: true, value: { office: better } })
  expect(await packOf('sua')).toMatchObject({ officeName: SAMPLE_OFFICE.name, plan: better.plan })
  const [line] = await p.db
    .select()
    .from(audit)
    .where(eq(audit.act, 'office-changed'))
    .orderBy(desc(audit.id))
    .limit(1)
  expect(line?.detail).toEqual({ fields: 'name, plan, hasApp' })
  expect(await saveOffice(p, REVIEWER, { ...better, id: 'khong-co' })).toEqual({
    ok: false,
    error: { code: 'no-such-office' },
  })
})

test('communes come from the shipped list, all of a province at once, and twice makes none twice', async () => {
  const { province: p } = province
  const under = await findUnits(p.db, { query: '', historic: false, under: '04' })
  expect(under).toHaveLength(56)
  expect(under.every((u) => u.level === 'xa' && u.parentName === 'Ủy ban nhân dân tỉnh Cao Bằng')).toBe(true)
  const codes = under.map((u) => u.code)
  const given = { profile: 'current_2025', plan: 'KH 10', hasApp: true } as const
  expect(await createOfficesFrom(p, REVIEWER, { codes: codes.slice(0, 3), ...given })).toEqual({
    made: 3,
    existing: 0,
  })
  expect(await createOfficesFrom(p, REVIEWER, { codes: [...codes, '99999'], ...given })).toEqual({
    made: 53,
    existing: 3,
  })
  const again = await findUnits(p.db, { query: '', historic: false, under: '04' })
  expect(again.every((u) => u.exists)).toBe(true)
  const [byName] = await findUnits(p.db, { query: 'bao lac cao bang', historic: false })
  expect(byName).toMatchObject({ code: '01321', placeName: 'Bảo Lạc', exists: true })
  expect(await packOf('01321')).toMatchObject({
    officeName: 'Ủy ban nhân dân xã Bảo Lạc',
    parentName: 'Ủy ban nhân dân tỉnh Cao Bằng',
    adminCode: '01321',
    placeName: 'Bảo Lạc',
    docSymbol: 'UBND',
    plan: 'KH 10',
  })
})

test('a new province has a list of systems; what is added, changed and removed is in the next pack', async () => {
  const { province: p } = province
  const start = await listCatalogue(p.db)
  expect(start.length).toBeGreaterThan(20)
  const first = start[0]
  if (!first) throw new Error('an empty list')
  await putCatalogue(p, REVIEWER, [
    { ...first, name: 'Tên mới' },
    { code: 'T-01', name: 'Hệ thống của tỉnh', owner: 'Sở A', register: 'database' },
  ])
  await removeFromCatalogue(p, REVIEWER, [start[1]?.code ?? ''])
  await createOffice(p, REVIEWER, { ...SAMPLE_OFFICE, id: 'nhan-danh-muc' })
  const { catalogue } = await packOf('nhan-danh-muc')
  expect(catalogue).toHaveLength(start.length)
  expect(catalogue.find((e) => e.code === first.code)?.name).toBe('Tên mới')
  expect(catalogue.map((e) => e.code)).toContain('T-01')
  expect(catalogue.map((e) => e.code)).not.toContain(start[1]?.code)
})

test('a list of systems is read from a file, line by line, whatever stands above its heading', async () => {
  const text = [
    'Danh mục hệ thống dùng chung,,,',
    'STT,Mã,Tên hệ thống,Cơ quan chủ quản,Sổ',
    '1,T-01,Hệ thống A,Sở A,',
    '2,T-02,Hệ thống B,Sở B,open-dataset',
    '3,,Không có mã,Sở C,',
    '4,T-01,Trùng mã,Sở D,',
    '5,T-03,Sổ lạ,Sở E,so-la',
  ].join('\r\n')
  const workbook = await readUpload(csv(text), 'he-thong.csv')
  if (!workbook.ok) throw new Error(workbook.error.code)
  expect(readCatalogue(workbook.value)).toEqual({
    ok: true,
    value: {
      entries: [
        { code: 'T-01', name: 'Hệ thống A', owner: 'Sở A', register: 'database' },
        { code: 'T-02', name: 'Hệ thống B', owner: 'Sở B', register: 'open-dataset' },
      ],
      problems: [
        { row: 5, message: 'Thiếu mã, hoặc mã dài quá 60 ký tự.' },
        { row: 6, message: 'Trùng mã với dòng 3.' },
        { row: 7, message: 'Không có sổ “so-la”.' },
      ],
    },
  })
  const other = await readUpload(csv('Họ và tên,Tuổi\r\nA,1'), 'la.csv')
  if (!other.ok) throw new Error(other.error.code)
  expect(readCatalogue(other.value)).toEqual({ ok: false, error: { code: 'catalogue-no-columns' } })
}, 30_000)

test('a renamed province is called so in the packs made from then on', async () => {
  const { province: p } = province
  await createOffice(p, REVIEWER, { ...SAMPLE_OFFICE, id: 'ten-moi' })
  expect((await packOf('ten-moi')).provinceName).toBe('Tỉnh Mẫu')
  await renameProvince(p, REVIEWER, 'Tỉnh Phú Mẫu')
  expect((await packOf('ten-moi')).provinceName).toBe('Tỉnh Phú Mẫu')
})
