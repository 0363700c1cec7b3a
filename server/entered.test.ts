import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from 'xlsx'
import { consolidatedWorkbook } from './handin/consolidatedWorkbook.ts'
import { decideHandin } from './handin/decide.ts'
import { type EnterInput, enterForOffice, planForOffice } from './handin/enterForOffice.ts'
import type { EntryPlan } from './handin/planEntry.ts'
import { undoEntry } from './handin/undoEntry.ts'
import { revokeDevice } from './intake/enrolment.ts'
import { createOffice } from './offices/offices.ts'
import { rebuild } from './rebuild.ts'
import { audit, frozenRecord, record } from './store/schema.ts'
import { SAMPLE_OFFICE } from './testOffice.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

let province: TestProvince
let made = 0

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

/** A fresh office that sends Excel. */
async function excelOffice(): Promise<string> {
  const id = `xa-excel-${++made}`
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id, hasApp: false })
  return id
}

type Rows = readonly (readonly string[])[]

function csv(rows: Rows): Uint8Array {
  return new TextEncoder().encode(
    rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )
}

const PEOPLE = ['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại', 'Email']
const DATABASES = ['STT', 'Tên cơ sở dữ liệu', 'Mục đích quản lý, sử dụng', 'Ngày đưa vào khai thác']
const TRAN = ['1', 'Trần Thị Mẫu', 'Công chức', '0900000001', 'mau@xa.example.vn']
const LE = ['2', 'Lê Văn Mẫu', 'Công chức', '0900000002', 'le@xa.example.vn']

function people(office: string, rows: Rows): EnterInput {
  return { office, register: 'focal-point', fileName: 'danh-sach.csv', bytes: csv([PEOPLE, ...rows]) }
}

function databases(office: string, rows: Rows): EnterInput {
  return { office, register: 'database', fileName: 'csdl.csv', bytes: csv([DATABASES, ...rows]) }
}

async function plan(input: EnterInput): Promise<EntryPlan> {
  const planned = await planForOffice(province.province, input)
  if (!planned.ok) throw new Error(JSON.stringify(planned.error))
  return planned.value
}

async function enter(input: EnterInput, removeMissing = false) {
  const { digest } = await plan(input)
  const entered = await enterForOffice(province.province, REVIEWER, {
    ...input,
    period: '2026',
    digest,
    removeMissing,
  })
  if (!entered.ok) throw new Error(JSON.stringify(entered.error))
  return entered.value
}

async function frozenNames(handinId: string): Promise<string[]> {
  const rows = await province.province.db
    .select()
    .from(frozenRecord)
    .where(eq(frozenRecord.handin, handinId))
    .orderBy(frozenRecord.position)
  return rows.map((r) => r.name)
}

async function liveNames(office: string, field: string): Promise<unknown[]> {
  const rows = await province.province.db.select().from(record).where(eq(record.office, office))
  return rows
    .filter((r) => !r.deleted && r.register !== 'handin')
    .map((r) => r.fields[field])
    .sort()
}

test('an Excel list is entered for an office without the app, marked so, reviewed and rebuilt like another', async () => {
  const office = await excelOffice()
  const first = await enter(people(office, [TRAN, LE]))
  expect(first).toMatchObject({ count: 2, counts: { new: 2, changed: 0, same: 0, parked: 0 } })
  const second = await enter(
    people(office, [['1', 'Trần Thị Mẫu', 'Phó Chánh Văn phòng', '0900000001', 'mau@xa.example.vn'], LE]),
  )
  expect(second).toMatchObject({ count: 2, counts: { new: 0, changed: 1, same: 1 } })
  expect(await frozenNames(first.handin)).toEqual(['Trần Thị Mẫu', 'Lê Văn Mẫu'])
  const accepted = await decideHandin(province.province, REVIEWER, {
    office,
    handin: second.handin,
    decision: 'accept',
    reason: '',
  })
  expect(accepted).toEqual({ ok: true, value: { state: 'accepted' } })
  const before = await province.handins(office)
  expect(before.map((h) => [h.byProvince, h.state])).toEqual(
    expect.arrayContaining([
      [true, 'accepted'],
      [true, 'received'],
    ]),
  )
  await rebuild(province.province, REVIEWER)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect((await province.handins(office)).sort(byId)).toEqual(before.sort(byId))
}, 90_000)

test('a row that cannot be read leaves its earlier record as it was, even when removal is asked for', async () => {
  const office = await excelOffice()
  const rows = [
    ['1', 'CSDL hộ tịch', 'Quản lý hộ tịch', '01/02/2026'],
    ['2', 'CSDL đất đai', 'Quản lý đất đai', '01/02/2026'],
    ['3', 'CSDL dân cư', 'Quản lý dân cư', '01/02/2026'],
  ]
  await enter(databases(office, rows))
  const bad = [['1', 'CSDL hộ tịch', 'Quản lý hộ tịch', 'tháng nào đó'], rows[1] ?? []]
  const planned = await plan(databases(office, bad))
  expect(planned.counts).toMatchObject({ parked: 1, same: 1 })
  expect(planned.missing.map((r) => r.name)).toEqual(['CSDL dân cư'])
  const kept = await enter(databases(office, bad))
  expect(kept).toMatchObject({ removed: 0, count: 3 })
  const removed = await enter(databases(office, bad), true)
  expect(removed).toMatchObject({ removed: 1, count: 2 })
  expect(await liveNames(office, 'name')).toEqual(['CSDL hộ tịch', 'CSDL đất đai'].sort())
}, 90_000)

test('a row whose name is missing keeps every record that it may stand for', async () => {
  const office = await excelOffice()
  await enter(people(office, [TRAN, LE]))
  const planned = await plan(people(office, [['1', '', 'Công chức', '0900000002', 'le@xa.example.vn'], TRAN]))
  expect(planned.counts.parked).toBe(1)
  expect(planned.missing).toEqual([])
  expect(planned.waiting.map((r) => r.name)).toEqual(['Lê Văn Mẫu'])
}, 60_000)

test('what was not shown is not entered: another list, a guessed column of names, nothing to enter', async () => {
  const office = await excelOffice()
  const commit = { period: '2026', removeMissing: false }
  const shown = await plan(people(office, [TRAN]))
  const other = { ...people(office, [TRAN, LE]), ...commit, digest: shown.digest }
  expect(await enterForOffice(province.province, REVIEWER, other)).toEqual({
    ok: false,
    error: { code: 'entry-changed' },
  })
  await enter(people(office, [LE]))
  const stale = { ...people(office, [TRAN]), ...commit, digest: shown.digest }
  expect(await enterForOffice(province.province, REVIEWER, stale)).toMatchObject({ ok: false })
  const guessed: EnterInput = {
    office,
    register: 'database',
    fileName: 'la.csv',
    bytes: csv([
      ['STT', 'Họ và tên', 'Ghi chú'],
      ['1', 'Trần Thị Mẫu', 'abc'],
      ['2', 'Lê Văn Mẫu', 'abc'],
    ]),
  }
  const weak = await planForOffice(province.province, guessed)
  if (weak.ok) {
    expect(weak.value.isWeak).toBe(true)
    const { digest } = weak.value
    const answer = await enterForOffice(province.province, REVIEWER, { ...guessed, ...commit, digest })
    expect(answer).toMatchObject({ ok: false, error: { code: 'entry-weak' } })
    const byHand = { ...guessed, mapping: { 0: null, 1: 'name', 2: null } }
    expect((await plan(byHand)).isWeak).toBe(false)
  } else expect(weak.error.code).toBe('import-no-header')
  expect((await province.handins(office)).length).toBe(1)
}, 90_000)

test('the last entry is taken back by compensating changes, then the one before it, and a rebuild agrees', async () => {
  const office = await excelOffice()
  const first = await enter(people(office, [TRAN, LE]))
  const second = await enter(
    people(office, [
      ['1', 'Trần Thị Mẫu', 'Phó Chánh Văn phòng', '0900000001', 'mau@xa.example.vn'],
      ['2', 'Phạm Mới', 'Công chức', '0900000003', 'moi@xa.example.vn'],
    ]),
    true,
  )
  expect(second).toMatchObject({ removed: 1, count: 2 })
  const undo = (handin: string) => undoEntry(province.province, REVIEWER, { office, handin })
  expect(await undo(first.handin)).toEqual({ ok: false, error: { code: 'entry-not-last' } })
  expect(await undo(second.handin)).toEqual({ ok: true, value: null })
  expect((await province.handins(office)).map((h) => h.id)).toEqual([first.handin])
  expect(await liveNames(office, 'fullName')).toEqual(['Lê Văn Mẫu', 'Trần Thị Mẫu'])
  // The same first file is again what the list holds: nothing new, nothing changed.
  expect((await plan(people(office, [TRAN, LE]))).counts).toMatchObject({ new: 0, changed: 0, same: 2 })
  const before = await province.handins(office)
  await rebuild(province.province, REVIEWER)
  expect(await province.handins(office)).toEqual(before)
  const [line] = await province.province.db
    .select()
    .from(audit)
    .where(eq(audit.act, 'entry-undone'))
    .orderBy(desc(audit.id))
    .limit(1)
  expect(line).toMatchObject({ office, subject: second.handin })
  expect(await undo(first.handin)).toEqual({ ok: true, value: null })
  expect(await liveNames(office, 'fullName')).toEqual([])
  expect(await province.handins(office)).toEqual([])
  expect((await plan(people(office, [TRAN]))).counts).toMatchObject({ new: 1 })
}, 120_000)

test('an entry that was decided is not taken back', async () => {
  const office = await excelOffice()
  const { handin } = await enter(people(office, [TRAN]))
  await decideHandin(province.province, REVIEWER, { office, handin, decision: 'accept', reason: '' })
  expect(await undoEntry(province.province, REVIEWER, { office, handin })).toEqual({
    ok: false,
    error: { code: 'entry-reviewed' },
  })
  expect(await frozenNames(handin)).toEqual(['Trần Thị Mẫu'])
}, 60_000)

test('a file that is no workbook ends in a refusal and changes nothing', async () => {
  const office = await excelOffice()
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
  const refused = await planForOffice(province.province, {
    office,
    register: 'focal-point',
    fileName: 'anh.xlsx',
    bytes: png,
  })
  expect(refused).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^import-/) } })
  expect(await province.handins(office)).toEqual([])
}, 60_000)

test('nothing that an office drafted is found by an entry: its own record of that name stays unseen', async () => {
  const office = await province.office('xa-tung-co-may')
  office.create('focal-point', { fullName: 'Trần Thị Mẫu', phone: 'NHAP-BI-MAT' })
  await office.send()
  const refused = await planForOffice(province.province, people('xa-tung-co-may', [TRAN]))
  expect(refused).toEqual({ ok: false, error: { code: 'office-has-app' } })
  await revokeDevice(province.province, REVIEWER, office.device)
  const planned = await plan(people('xa-tung-co-may', [TRAN]))
  expect(planned.counts).toMatchObject({ new: 1, changed: 0, same: 0 })
  expect(JSON.stringify(planned)).not.toContain('NHAP-BI-MAT')
}, 60_000)

test('one workbook holds every office’s latest list of a period, says who entered it, and names who sent nothing', async () => {
  const byMail = await excelOffice()
  await enter(people(byMail, [TRAN]))
  const silent = await excelOffice()
  const office = await province.office('xa-app')
  office.create('focal-point', { fullName: '=HYPERLINK("x")' })
  office.handIn(['focal-point'])
  await office.send()
  const cellsOf = async (period?: string) => {
    const made = await consolidatedWorkbook(province.province, REVIEWER, { register: 'focal-point', period })
    if (!made.ok) throw new Error(made.error.code)
    const workbook = read(made.value.bytes, { cellFormula: true })
    const sheets = workbook.SheetNames.map((name) =>
      Object.values(workbook.Sheets[name] ?? {}).flatMap((c) =>
        typeof c === 'object' && c && 'v' in c ? [c as { v: unknown; f?: string }] : [],
      ),
    )
    return { name: made.value.name, first: sheets[0] ?? [], last: sheets.at(-1) ?? [] }
  }
  const all = await cellsOf('2026')
  expect(all.name).toBe('tong-hop-focal-point-2026.xlsx')
  const texts = all.first.map((c) => c.v)
  for (const text of ['=HYPERLINK("x")', 'Trần Thị Mẫu', byMail, 'Tỉnh nhập hộ', '2026'])
    expect(texts).toContain(text)
  expect(all.first.every((c) => c.f === undefined)).toBe(true)
  expect(all.last.map((c) => c.v)).toContain(silent)
  expect(all.last.map((c) => c.v)).not.toContain(byMail)
  const other = await cellsOf('2025')
  expect(other.first.map((c) => c.v)).not.toContain('Trần Thị Mẫu')
  expect(other.last.map((c) => c.v)).toContain(byMail)
}, 60_000)
