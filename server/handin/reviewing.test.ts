// What a reviewer does with whole lists: compares, accepts the usual ones together, takes a decision back, and enters what
// an office without the app says.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareHandins } from '../console/compareHandins.ts'
import { getBoard } from '../console/readBoard.ts'
import { getHandin } from '../console/readHandins.ts'
import { reviewRound } from '../console/readReview.ts'
import { createOffice } from '../offices/offices.ts'
import { rebuild } from '../rebuild.ts'
import { boardWorkbook } from '../rounds/boardWorkbook.ts'
import { readReminder, reminderLetter } from '../rounds/reminder.ts'
import { openRound } from '../rounds/saveRound.ts'
import { frozenSubmission, handin } from '../store/schema.ts'
import { SAMPLE_OFFICE, type TestOffice } from '../testOffice.ts'
import { stopTestPostgres } from '../testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from '../testProvince.ts'
import { decideHandin, makeRemark, reopenHandin } from './decide.ts'
import { enterForOffice, planForOffice } from './enterForOffice.ts'
import { enterNil } from './enterNil.ts'
import { readUpload } from './readUpload.ts'
import { undoEntry } from './undoEntry.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

const FAMILY = ['database', 'data-item']
const ALL = { against: null, same: false, offset: 0, limit: 100 } as const

function value<T>(result: { readonly ok: boolean; readonly value?: T }): T {
  if (!result.ok || result.value === undefined) throw new Error(JSON.stringify(result))
  return result.value
}

async function handedIn(office: TestOffice, period = '2026') {
  const made = office.handIn(FAMILY, period)
  await office.send()
  return { office: office.pack.office, handin: made.recordId }
}

let names = 0
async function opened(offices: readonly string[], registers = ['database']): Promise<number> {
  const made = await openRound(province.province, REVIEWER, {
    name: `Đợt ${++names}`,
    period: '2026',
    letterNo: '12/SKHCN',
    letterDate: '2026-11-20',
    dueText: 'trước ngày 20/12/2020',
    dueOn: '2020-12-19',
    lateBy: 'letter',
    note: '',
    items: registers.map((register) => ({ register, columns: [], nilAllowed: true })),
    scope: { by: 'list', offices: [...offices] },
  })
  return value(made).id
}

test('a list is shown against the one before it: new, changed field by field, gone', async () => {
  const { db } = province.province
  const office = await province.office()
  const stays = office.create('database', { name: 'Giữ nguyên' })
  const changes = office.create('database', { name: 'Đổi', purpose: 'Cũ' })
  const goes = office.create('database', { name: 'Bỏ' })
  const first = await handedIn(office, '2025')
  const alone = value(await compareHandins(db, { ...first, ...ALL }))
  expect(alone).toMatchObject({
    against: null,
    counts: { new: 3, changed: 0, same: 0, removed: 0 },
    total: 3,
  })
  office.edit(changes.recordId, { purpose: 'Mới' })
  office.edit(goes.recordId, { $deleted: true })
  const comes = office.create('database', { name: 'Thêm' })
  const second = await handedIn(office)
  const both = value(await compareHandins(db, { ...second, ...ALL }))
  expect(both.against?.id).toBe(first.handin)
  expect(both.counts).toEqual({ new: 1, changed: 1, same: 1, removed: 1 })
  expect(both.rows.map((r) => [r.recordId, r.change, r.fields])).toEqual([
    [changes.recordId, 'changed', [{ field: 'purpose', before: 'Cũ', after: 'Mới' }]],
    [comes.recordId, 'new', [{ field: 'name', before: null, after: 'Thêm' }]],
    [goes.recordId, 'removed', [{ field: 'name', before: 'Bỏ', after: null }]],
  ])
  const whole = value(await compareHandins(db, { ...second, ...ALL, same: true }))
  expect(whole.rows.map((r) => r.recordId)).toContain(stays.recordId)
  expect(await compareHandins(db, { ...second, ...ALL, against: 'khong-co' })).toMatchObject({ ok: false })
  const other = await province.office()
  const foreign = await handedIn(other)
  expect(await compareHandins(db, { ...second, ...ALL, against: foreign.handin })).toMatchObject({
    ok: false,
  })
})

test('what comes back after a return shows the changes and the answers to remarks, and no more', async () => {
  const { db } = province.province
  const office = await province.office()
  const asked = office.create('database', { name: 'Hỏi' })
  office.create('database', { name: 'Không hỏi' })
  const first = await handedIn(office)
  await makeRemark(province.province, REVIEWER, {
    ...first,
    record: asked.recordId,
    field: 'purpose',
    text: 'Mục đích là gì?',
  })
  await decideHandin(province.province, REVIEWER, { ...first, decision: 'return', reason: 'Xem góp ý' })
  await office.hello()
  const remark = office.foreign.find((c) => c.register === 'remark')?.recordId ?? ''
  office.edit(remark, { answer: 'Đã nêu ở mục khác', resolved: true })
  const second = await handedIn(office)
  const { rows, total } = value(await compareHandins(db, { ...second, ...ALL }))
  expect(total).toBe(1)
  expect(rows).toMatchObject([
    {
      recordId: asked.recordId,
      change: 'same',
      remarks: [{ text: 'Mục đích là gì?', answer: 'Đã nêu ở mục khác', resolved: true }],
    },
  ])
})

test('an accepted list is opened again with its reason, returned whole, and both are told to the office', async () => {
  const { db } = province.province
  const office = await province.office()
  office.create('database', { name: 'Sổ hộ tịch' })
  const ref = await handedIn(office)
  expect(await reopenHandin(province.province, REVIEWER, { ...ref, reason: 'x' })).toMatchObject({
    ok: false,
  })
  await decideHandin(province.province, REVIEWER, { ...ref, decision: 'accept', reason: '' })
  value(await reopenHandin(province.province, REVIEWER, { ...ref, reason: 'Phát hiện nhầm số liệu' }))
  expect(value(await getHandin(db, ref)).handin).toMatchObject({
    state: 'received',
    reason: 'Phát hiện nhầm số liệu',
  })
  await decideHandin(province.province, REVIEWER, { ...ref, decision: 'return', reason: 'Sai năm' })
  const got = value(await getHandin(db, ref))
  expect(got.handin).toMatchObject({ state: 'returned', returned: 1, reason: 'Sai năm' })
  await office.hello()
  expect(office.merged(ref.handin).values).toMatchObject({ state: 'returned', reason: 'Sai năm' })
})

test('lists that changed no more than usual are told apart from those to look at first', async () => {
  const { db } = province.province
  const usual = await province.office('xa-binh-thuong')
  const shrinks = await province.office('xa-giam')
  const grows = await province.office('xa-tang')
  const fresh = await province.office('xa-moi')
  for (const office of [usual, shrinks, grows]) {
    for (let i = 0; i < 10; i++) office.create('database', { name: `Sổ ${i}` })
    const ref = await handedIn(office, '2025')
    await decideHandin(province.province, REVIEWER, { ...ref, decision: 'accept', reason: '' })
  }
  usual.edit(usual.changes[0]?.recordId ?? '', { purpose: 'Sửa một chỗ' })
  usual.create('database', { name: 'Sổ thêm' })
  shrinks.edit(shrinks.changes[0]?.recordId ?? '', { $deleted: true })
  for (let i = 0; i < 4; i++) grows.create('database', { name: `Sổ mới ${i}` })
  fresh.create('database', { name: 'Sổ đầu tiên' })
  const id = await opened(['xa-binh-thuong', 'xa-giam', 'xa-tang', 'xa-moi'])
  for (const office of [usual, shrinks, grows, fresh]) await handedIn(office)
  const review = value(await reviewRound(db, { id, register: null }))
  expect(review.usual.map((u) => u.office)).toEqual(['xa-binh-thuong'])
  expect(Object.fromEntries(review.unusual.map((u) => [u.office, u.reasons]))).toEqual({
    'xa-giam': ['removed'],
    'xa-tang': ['grown'],
    'xa-moi': ['first'],
  })
  for (const ref of review.usual)
    await decideHandin(province.province, REVIEWER, { ...ref, decision: 'accept', reason: '' })
  expect(value(await reviewRound(db, { id, register: 'database' })).usual).toEqual([])
  expect(value(await reviewRound(db, { id, register: 'focal-point' })).unusualTotal).toBe(0)
})

const heading = 'Họ và tên,Chức vụ,Điện thoại,Email'
const csv = (lines: readonly string[]) => new TextEncoder().encode([heading, ...lines].join('\r\n'))

test('an entered list keeps its letter, answers the open round, and its undo takes both back', async () => {
  const { db } = province.province
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id: 'xa-thu', hasApp: false })
  const id = await opened(['xa-thu'], ['focal-point', 'database'])
  const input = {
    office: 'xa-thu',
    register: 'focal-point',
    fileName: 'a.csv',
    bytes: csv(['Lê Văn Mẫu,Công chức,0900000002,']),
  }
  const plan = value(await planForOffice(province.province, input))
  const letter = {
    number: '7/BC-UBND',
    signedOn: '2020-12-18',
    signerName: 'Trần Văn Ký',
    way: 'zalo',
  } as const
  const entered = value(
    await enterForOffice(province.province, REVIEWER, {
      ...input,
      period: '2026',
      digest: plan.digest,
      removeMissing: false,
      letter,
    }),
  )
  const boardOf = async () =>
    value(
      await getBoard(db, Date.now(), {
        id,
        filter: 'all',
        search: '',
        sort: 'name',
        descending: false,
        offset: 0,
        limit: 10,
      }),
    ).rows[0]
  expect(await boardOf()).toMatchObject({
    state: 'partial',
    number: '7/BC-UBND',
    lastHeardWay: 'entered',
    cells: [{ state: 'received', count: 1, lateDays: 0 }, { state: null }],
  })
  const ref = { office: 'xa-thu', handin: entered.handin }
  expect(value(await getHandin(db, ref)).handin.letter).toMatchObject({
    number: '7/BC-UBND',
    sentWay: 'zalo',
  })
  await rebuild(province.province, REVIEWER)
  expect(value(await getHandin(db, ref)).handin.letter).toMatchObject({ signerName: 'Trần Văn Ký' })
  value(await undoEntry(province.province, REVIEWER, ref))
  expect(await boardOf()).toMatchObject({ state: 'none', number: null })
  const letters = db.select().from(frozenSubmission).where(eq(frozenSubmission.office, 'xa-thu'))
  expect(await letters).toEqual([])
  const again = value(await planForOffice(province.province, input))
  expect(again.counts).toMatchObject({ new: 1, same: 0 })
})

test('“không phát sinh” is noted for an office without the app, never over a list with records', async () => {
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id: 'xa-khong', hasApp: false })
  const nothing = { number: '', signedOn: null, signerName: '', way: null } as const
  const nil = { office: 'xa-khong', register: 'database', period: '2026', letter: nothing }
  const made = value(await enterNil(province.province, REVIEWER, nil))
  const [row] = await province.province.db.select().from(handin).where(eq(handin.id, made.handin))
  expect(row).toMatchObject({ nil: true, count: 0, byProvince: true, state: 'received' })
  const input = {
    office: 'xa-khong',
    register: 'focal-point',
    fileName: 'a.csv',
    bytes: csv(['Lê Văn Mẫu,,,']),
  }
  const plan = value(await planForOffice(province.province, input))
  const commit = { period: '2026', digest: plan.digest, removeMissing: false }
  value(await enterForOffice(province.province, REVIEWER, { ...input, ...commit }))
  expect(await enterNil(province.province, REVIEWER, { ...nil, register: 'focal-point' })).toMatchObject({
    error: { code: 'nil-has-records' },
  })
  const withApp = await province.office()
  expect(await enterNil(province.province, REVIEWER, { ...nil, office: withApp.pack.office })).toMatchObject({
    error: { code: 'office-has-app' },
  })
})

test('the reminder names who owes what, and leaves out who has sent everything', async () => {
  const done = await province.office('xa-xong')
  await province.office('xa-con-no')
  const id = await opened(['xa-xong', 'xa-con-no'])
  done.create('database', { name: 'Sổ' })
  await handedIn(done)
  const reminder = value(await readReminder(province.province, { id, offices: [] }))
  expect(reminder.rows).toMatchObject([{ office: 'xa-con-no', missing: ['database'], returned: [] }])
  const letter = {
    id,
    offices: [],
    superior: 'UBND TỈNH MẪU',
    agency: 'Sở Khoa học và Công nghệ',
    placeName: 'Mẫu',
    symbol: 'SKHCN-CĐS',
    date: '2026-12-21',
    until: '2026-12-25',
    signerLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    signerName: 'Trần Văn Ký',
  }
  const file = value(await reminderLetter(province.province, REVIEWER, letter))
  expect(file.name).toMatch(/^don-doc-[a-z0-9-]+\.docx$/)
  expect(Buffer.from(file.bytes.subarray(0, 2)).toString()).toBe('PK')
  expect(
    await reminderLetter(province.province, REVIEWER, { ...letter, offices: ['xa-xong'] }),
  ).toMatchObject({ error: { code: 'nobody-to-remind' } })
})

test('the board as a workbook reads back as it is on the screen', async () => {
  const id = names
  const query = { id, filter: 'all', search: '', sort: 'name', descending: false } as const
  const file = value(await boardWorkbook(province.province, REVIEWER, query))
  const { sheets } = value(await readUpload(file.bytes, file.name))
  const rows = (sheets[0]?.rows ?? []).map((row) => row.cells)
  expect(rows[0]).toContain('Cơ quan')
  expect(rows.flat().filter((cell) => cell === 'Chưa gửi').length).toBeGreaterThan(0)
  expect(rows.length).toBe(3)
})
