// The board of a round: what each office gave, how late, and how it was last heard of.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardQuery, BoardRow, RoundInput } from '../../shared/http/consoleRoundCalls.ts'
import { getBoard } from '../console/readBoard.ts'
import { decideHandin } from '../handin/decide.ts'
import { createOffice } from '../offices/offices.ts'
import { rebuild } from '../rebuild.ts'
import { SAMPLE_OFFICE, type TestOffice } from '../testOffice.ts'
import { stopTestPostgres } from '../testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from '../testProvince.ts'
import { extendRound } from './moveRound.ts'
import { makePhoneNote } from './phoneNotes.ts'
import { openRound } from './saveRound.ts'

let province: TestProvince
let now = Date.parse('2026-12-10T02:00:00Z')

beforeAll(async () => {
  province = await startTestProvince(() => now)
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

function at(text: string): void {
  now = Date.parse(text)
}

let names = 0
async function opened(offices: readonly string[], change: Partial<RoundInput> = {}): Promise<number> {
  const made = await openRound(province.province, REVIEWER, {
    name: `Đợt ${++names}`,
    period: '2026',
    letterNo: '',
    letterDate: null,
    dueText: '',
    dueOn: '2026-12-18',
    lateBy: 'letter',
    note: '',
    items: [
      { register: 'database', columns: [], nilAllowed: true },
      { register: 'focal-point', columns: [], nilAllowed: true },
    ],
    scope: { by: 'list', offices: [...offices] },
    ...change,
  })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

async function board(id: number, change: Partial<BoardQuery> = {}) {
  const query = {
    id,
    filter: 'all',
    search: '',
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 100,
  } as const
  const got = await getBoard(province.province.db, now, { ...query, ...change })
  if (!got.ok) throw new Error(got.error.code)
  return got.value
}

/** Sends that list as the answer to the office's round, with a letter of that date. */
async function answer(office: TestOffice, register: string, signedOn: string | null, number = '5/BC') {
  await office.hello()
  const round = office.foreign.findLast((c) => c.register === 'round' && c.nonce)?.recordId ?? ''
  const submission = office.create('submission', { round, period: '2026', number, signedOn, sentWay: 'line' })
  const family = register === 'database' ? ['database', 'data-item'] : [register]
  const made = office.handIn(family, '2026', { round, submission: submission.recordId })
  await office.send()
  return { office: office.pack.office, handin: made.recordId }
}

const rowOf = (rows: readonly BoardRow[], id: string) => rows.find((r) => r.office === id)

test('an office goes from nothing sent, over some lists, to all accepted; a returned list shows', async () => {
  at('2026-12-10T02:00:00Z')
  const office = await province.office('xa-di-het')
  const id = await opened(['xa-di-het'])
  expect((await board(id)).rows[0]).toMatchObject({ state: 'none', overdue: false, lateDays: 0 })
  office.create('database', { name: 'Sổ hộ tịch' })
  const first = await answer(office, 'database', '2026-12-10', '7/BC-UBND')
  expect((await board(id)).rows[0]).toMatchObject({
    state: 'partial',
    number: '7/BC-UBND',
    signedOn: '2026-12-10',
    cells: [
      { register: 'database', state: 'received', count: 1, nil: false, handin: first.handin },
      { register: 'focal-point', state: null, handin: null },
    ],
  })
  const second = await answer(office, 'focal-point', '2026-12-11')
  const full = await board(id)
  expect(full.rows[0]).toMatchObject({ state: 'received', cells: [{}, { nil: true, state: 'received' }] })
  await decideHandin(province.province, REVIEWER, { ...first, decision: 'return', reason: 'Thiếu tên' })
  expect((await board(id)).rows[0]?.state).toBe('returned')
  const again = await answer(office, 'database', '2026-12-12')
  for (const ref of [again, second])
    await decideHandin(province.province, REVIEWER, { ...ref, decision: 'accept', reason: '' })
  expect((await board(id)).rows[0]?.state).toBe('accepted')
  expect((await board(id)).counts).toMatchObject({ offices: 1, accepted: 1, none: 0, late: 0 })
})

test('late is judged by the letter or by the receipt, as the round says; a correction does not make it late', async () => {
  at('2026-12-18T05:00:00Z')
  const [letter, receipt] = [await province.office('xa-theo-vb'), await province.office('xa-theo-ngay')]
  const byLetter = await opened(['xa-theo-vb'])
  const byReceipt = await opened(['xa-theo-ngay'], { lateBy: 'receipt' })
  at('2026-12-21T05:00:00Z')
  expect((await board(byLetter)).rows[0]).toMatchObject({ overdue: true, lateDays: 3 })
  for (const office of [letter, receipt]) {
    await answer(office, 'database', '2026-12-18')
    await answer(office, 'focal-point', '2026-12-18')
  }
  expect((await board(byLetter)).rows[0]).toMatchObject({ overdue: false, lateDays: 0 })
  expect((await board(byReceipt)).rows[0]).toMatchObject({ overdue: false, lateDays: 3 })
  at('2026-12-28T05:00:00Z')
  await answer(letter, 'database', '2026-12-28')
  expect((await board(byLetter)).rows[0]?.lateDays).toBe(0)
})

test('the last evening in Vietnam is still in time, though it is another day in London', async () => {
  at('2026-12-18T16:59:00Z')
  const office = await province.office('xa-nua-dem')
  const id = await opened(['xa-nua-dem'], {
    lateBy: 'receipt',
    items: [{ register: 'database', columns: [], nilAllowed: true }],
  })
  await answer(office, 'database', null)
  expect((await board(id)).rows[0]?.lateDays).toBe(0)
  at('2026-12-18T17:01:00Z')
  expect((await board(id)).today).toBe('2026-12-19')
})

test('an extension moves the office’s own day, and only its own', async () => {
  at('2026-12-21T02:00:00Z')
  await province.office('xa-gia-han')
  await province.office('xa-khong-han')
  const id = await opened(['xa-gia-han', 'xa-khong-han'])
  await extendRound(province.province, REVIEWER, {
    id,
    offices: ['xa-gia-han'],
    to: '2026-12-25',
    reason: 'Bão',
  })
  const { rows, counts } = await board(id)
  expect(rowOf(rows, 'xa-gia-han')).toMatchObject({
    due: '2026-12-25',
    extendedTo: '2026-12-25',
    extensionReason: 'Bão',
    lateDays: 0,
  })
  expect(rowOf(rows, 'xa-khong-han')).toMatchObject({ due: '2026-12-18', extendedTo: null, lateDays: 3 })
  expect(counts).toMatchObject({ offices: 2, extended: 1, overdue: 1 })
})

test('an office without the app is on the board, with the phone notes about it', async () => {
  at('2026-12-12T02:00:00Z')
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id: 'xa-excel', hasApp: false })
  const id = await opened(['xa-excel'])
  const note = { office: 'xa-excel', round: id }
  await makePhoneNote(province.province, REVIEWER, { ...note, text: 'Hẹn gửi thứ Hai' })
  await makePhoneNote(province.province, REVIEWER, { ...note, text: 'Đã gửi qua Zalo' })
  const { rows, counts } = await board(id)
  expect(rows[0]).toMatchObject({
    hasApp: false,
    lastHeardAt: null,
    lastHeardWay: null,
    notes: 2,
    note: { text: 'Đã gửi qua Zalo', by: REVIEWER.name },
  })
  expect(counts.noApp).toBe(1)
})

test('offices stand in the Vietnamese order, are found without marks, filtered and paged', async () => {
  at('2026-12-21T02:00:00Z')
  const offices = [
    ['b-1', 'Ủy ban nhân dân xã Đồng Tâm'],
    ['b-2', 'Ủy ban nhân dân xã Dân Chủ'],
    ['b-3', 'Ủy ban nhân dân xã Ea Kao'],
    ['b-4', 'Ủy ban nhân dân xã Ân Thi'],
  ] as const
  for (const [id, name] of offices)
    await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id, name })
  const id = await opened(offices.map(([o]) => o))
  const ids = async (change: Partial<BoardQuery>) => (await board(id, change)).rows.map((r) => r.office)
  expect(await ids({})).toEqual(['b-4', 'b-2', 'b-1', 'b-3'])
  expect(await ids({ descending: true })).toEqual(['b-3', 'b-1', 'b-2', 'b-4'])
  expect(await ids({ search: 'dong tam' })).toEqual(['b-1'])
  expect(await ids({ offset: 1, limit: 2 })).toEqual(['b-2', 'b-1'])
  expect(await ids({ filter: 'accepted' })).toEqual([])
  expect(await ids({ filter: 'overdue', search: "'; DROP TABLE round; --" })).toEqual([])
  for (const sort of ['state', 'late', 'lastHeard', 'due'] as const)
    expect((await ids({ sort })).length).toBe(4)
  expect((await board(id, { search: 'dong tam' })).total).toBe(1)
})

test('a rebuild leaves every board as it was', async () => {
  const boards = () => Promise.all(Array.from({ length: names }, (_, i) => board(i + 1)))
  const before = await boards()
  await rebuild(province.province, REVIEWER)
  expect(await boards()).toEqual(before)
})
