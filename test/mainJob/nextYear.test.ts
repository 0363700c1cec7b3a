// A year later: what was accepted, what changed since, the rest attested in one press; and a period register opened from
// its last accepted record.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decideHandin } from '../../server/handin/decide.ts'
import type { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

const YEAR = new Date().getFullYear()
const LAST = String(YEAR - 1)
const ROUND = `rule:database:${YEAR}`
const SIGNED = {
  number: '45/BC-UBND',
  signedOn: `${YEAR}-11-20`,
  signer: { lines: ['CHỦ TỊCH'], name: 'Nguyễn Văn Mẫu' },
}

let province: ProvinceForTests
beforeAll(async () => {
  province = await ProvinceForTests.start()
}, 60_000)
afterAll(() => province.close())

async function save(
  office: OfficeCore,
  register: string,
  set: Record<string, unknown>,
  id: string | null = null,
) {
  const { record } = await office.call('records.save', { register, id, set: set as never })
  return record.id
}

/** Hands the register in for a period and has the province accept it. */
async function accepted(office: OfficeCore, id: string, register: string, period: string): Promise<void> {
  const made = await office.call('handin.make', { register, period })
  await office.syncUntil('idle')
  const asked = { office: id, handin: made.id, decision: 'accept', reason: '' } as const
  must(await decideHandin(province.province, REVIEWER, asked))
  await office.syncUntil('idle')
}

it('finishes an unchanged office of 50 records by one look, one press, lock, sign and send', async () => {
  const office = await province.enrolledOffice('29001')
  const names = Array.from({ length: 50 }, (_, i) => ({ id: null, set: { name: `Cơ sở dữ liệu ${i + 1}` } }))
  await office.call('records.saveMany', { register: 'database', label: 'Nhập', edits: names })
  await accepted(office, '29001', 'database', LAST)
  const list = await office.call('rounds.sinceLast', { id: ROUND, register: 'database' })
  expect(list.since).toBe(LAST)
  expect(list.rows.length).toBe(50)
  const todo = await office.call('rounds.readiness', { id: ROUND })
  expect(todo).toContainEqual(expect.objectContaining({ rule: 'not-attested', act: 'review' }))
  const before = await office.call('undo.state', {})
  const records = list.rows.map((row) => row.recordId)
  const pressed = await office.call('rounds.attest', { id: ROUND, register: 'database', records })
  expect(pressed.attested).toBe(50)
  const after = await office.call('rounds.sinceLast', { id: ROUND, register: 'database' })
  expect(after.rows.every((row) => row.attested)).toBe(true)
  expect((await office.call('rounds.readiness', { id: ROUND })).map((item) => item.rule)).not.toContain(
    'not-attested',
  )
  const again = await office.call('rounds.attest', { id: ROUND, register: 'database', records })
  expect(again.attested).toBe(0)
  expect((await office.call('undo.undo', {})).label).toContain('Giữ nguyên')
  expect(await office.call('undo.state', {})).toMatchObject({ undo: before.undo })
  await office.call('undo.redo', {})
  const locked = await office.call('submissions.lock', { round: ROUND })
  await office.call('submissions.sign', { id: locked.id, ...SIGNED })
  await office.call('submissions.send', { id: locked.id, way: 'line' })
  await office.syncUntil('idle')
  expect((await office.call('rounds.get', { id: ROUND })).state).toBe('received')
}, 60_000)

it('puts what changed, came and went before the rest, with the fields', async () => {
  const office = await province.enrolledOffice('29002')
  const kept = await save(office, 'database', { name: 'Giữ nguyên' })
  const edited = await save(office, 'database', { name: 'Sẽ sửa', purpose: 'Cũ' })
  const withItem = await save(office, 'database', { name: 'Thêm mục' })
  const gone = await save(office, 'database', { name: 'Sẽ xóa' })
  await accepted(office, '29002', 'database', LAST)
  await save(office, 'database', { purpose: 'Mới' }, edited)
  await save(office, 'data-item', { itemName: 'Họ tên', database: { text: 'Thêm mục', id: withItem } })
  await office.call('records.delete', { register: 'database', ids: [gone] })
  const fresh = await save(office, 'database', { name: 'Vừa thêm' })
  const backAgain = await save(office, 'database', { name: 'Sửa rồi trả' }, kept)
  await save(office, 'database', { name: 'Giữ nguyên' }, backAgain)
  await office.restart()
  const { rows } = await office.call('rounds.sinceLast', { id: ROUND, register: 'database' })
  const row = (id: string) => rows.find((one) => one.recordId === id)
  expect(row(edited)).toMatchObject({ group: 'changed' })
  expect(row(edited)?.why).toContain('“Mục đích')
  expect(row(withItem)).toMatchObject({ group: 'changed' })
  expect(row(fresh)).toMatchObject({ group: 'new' })
  expect(row(gone)).toMatchObject({ group: 'gone', name: 'Sẽ xóa' })
  expect(['unchanged', 'risky']).toContain(row(kept)?.group)
}, 60_000)

it('finds an open dataset that changed after it was posted', async () => {
  const office = await province.enrolledOffice('29003')
  const posted = { title: 'Giá đất', publishedAt: `${YEAR - 1}-05-15`, status: 'da_cong_bo' }
  const id = await save(office, 'open-dataset', posted)
  await accepted(office, '29003', 'open-dataset', LAST)
  await save(office, 'open-dataset', { description: 'Bảng giá mới' }, id)
  const round = `rule:open-dataset:${YEAR}-H2`
  const [changed] = (await office.call('rounds.sinceLast', { id: round, register: 'open-dataset' })).rows
  expect(changed).toMatchObject({ recordId: id, group: 'risky' })
  expect(changed?.why).toContain('công bố lại')
  await save(office, 'open-dataset', { lastUpdatedAt: `${YEAR}-11-01` }, id)
  const [again] = (await office.call('rounds.sinceLast', { id: round, register: 'open-dataset' })).rows
  expect(again?.why ?? '').not.toContain('công bố lại')
}, 60_000)

it('opens a year from the last accepted one, with what hangs on it, in one step', async () => {
  const office = await province.enrolledOffice('29004')
  const check = await save(office, 'data-check', {
    name: `Kiểm tra, đánh giá dữ liệu năm ${LAST}`,
    year: YEAR - 1,
    conclusion: 'Đạt',
    periodFrom: `${LAST}-01-01`,
    preparedBy: 'Trần Thị Mẫu',
  })
  const block = await save(office, 'data-check-database', {
    check: { text: '', id: check },
    database: { text: 'Sổ hộ tịch', id: null },
    upkeep: 'Cập nhật hằng ngày',
    grade: 'tot',
  })
  const action = { check: { text: '', id: check }, work: 'Chuẩn hóa mã thôn' }
  await save(office, 'data-check-action', { ...action, status: 'dang' })
  await save(office, 'data-check-action', { ...action, work: 'Xong rồi', status: 'xong' })
  await accepted(office, '29004', 'data-check', LAST)
  const opened = await office.call('periods.open', { register: 'data-check', year: YEAR })
  expect(opened).toMatchObject({ from: LAST })
  expect(opened.ids.length).toBe(1)
  const { record } = await office.call('records.get', { id: opened.ids[0] ?? '' })
  expect(record.values).toMatchObject({
    name: `Kiểm tra, đánh giá dữ liệu năm ${YEAR}`,
    year: YEAR,
    preparedBy: 'Trần Thị Mẫu',
  })
  expect(record.values.conclusion ?? null).toBeNull()
  expect(record.values.periodFrom ?? null).toBeNull()
  const children = await office.call('records.window', {
    register: 'data-check-database',
    parentId: record.id,
    offset: 0,
    limit: 10,
  })
  expect(children.rows).toMatchObject([
    { values: { database: { text: 'Sổ hộ tịch', id: null }, upkeep: 'Cập nhật hằng ngày' } },
  ])
  expect(children.rows[0]?.values.grade ?? null).toBeNull()
  const actions = await office.call('records.window', {
    register: 'data-check-action',
    parentId: record.id,
    offset: 0,
    limit: 10,
  })
  expect(actions.rows.map((row) => row.values.work)).toEqual(['Chuẩn hóa mã thôn'])
  expect(children.rows[0]?.id).not.toBe(block)
  expect((await office.refusal('periods.open', { register: 'data-check', year: YEAR })).code).toBe(
    'period-open',
  )
  // The list of the year holds its own record alone.
  const now = await office.call('handin.preview', { register: 'data-check', period: String(YEAR) })
  expect(now.count).toBe(1)
  await accepted(office, '29004', 'data-check', String(YEAR))
}, 60_000)
