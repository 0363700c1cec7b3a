// Rounds as offices and the province hold them: what is asked stands in each office's own chain, and nowhere else twice.
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoundInput } from '../../shared/http/consoleRoundCalls.ts'
import type { Values } from '../../shared/registers/define.ts'
import { createOffice } from '../offices/offices.ts'
import { rebuild } from '../rebuild.ts'
import { audit, record, round, roundOffice } from '../store/schema.ts'
import { SAMPLE_OFFICE, type TestOffice } from '../testOffice.ts'
import { stopTestPostgres } from '../testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from '../testProvince.ts'
import { closeRound, extendRound } from './moveRound.ts'
import { editRound, openRound } from './saveRound.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

const ASKED: RoundInput = {
  name: 'Báo cáo năm',
  period: '2026',
  letterNo: '12/SKHCN-CĐS',
  letterDate: '2026-11-20',
  dueText: 'trước ngày 20/12/2026',
  dueOn: '2026-12-19',
  lateBy: 'letter',
  note: '',
  items: [
    { register: 'database', columns: [], nilAllowed: false },
    { register: 'focal-point', columns: ['fullName', 'phone'], nilAllowed: true },
  ],
  scope: { by: 'all' },
}

let names = 0
function asked(change: Partial<RoundInput>): RoundInput {
  return { ...ASKED, name: `${ASKED.name} ${++names}`, ...change }
}

async function opened(input: RoundInput): Promise<number> {
  const made = await openRound(province.province, REVIEWER, input)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

/** Live values of that register as the office has them from its replies. */
async function arrived(office: TestOffice, register: string): Promise<Values[]> {
  await office.hello()
  const ids = [...new Set(office.foreign.filter((c) => c.register === register).map((c) => c.recordId))]
  return ids.flatMap((id) => {
    const merged = office.merged(id)
    return merged.deleted ? [] : [merged.values]
  })
}

test('a round reaches an office with its next reply: what, by when, which lists and columns', async () => {
  const office = await province.office()
  const id = await opened(asked({ scope: { by: 'list', offices: [office.pack.office] } }))
  const [got] = await arrived(office, 'round')
  expect(got).toMatchObject({
    period: '2026',
    letterNo: '12/SKHCN-CĐS',
    letterDate: '2026-11-20',
    dueText: 'trước ngày 20/12/2026',
    dueOn: '2026-12-19',
    lateBy: 'letter',
  })
  const [row] = await province.province.db.select().from(roundOffice).where(eq(roundOffice.round, id))
  expect(await arrived(office, 'round-item')).toEqual([
    { round: row?.record, register: 'database', columns: null, nilAllowed: false },
    { round: row?.record, register: 'focal-point', columns: 'fullName phone', nilAllowed: true },
  ])
})

test('only the offices of the choice are asked, and the same round is not opened twice', async () => {
  const asker = await province.office('xa-duoc-hoi')
  const other = await province.office('xa-khong-hoi')
  const input = asked({ scope: { by: 'list', offices: ['xa-duoc-hoi', 'khong-co-that'] } })
  const both = await Promise.all([1, 2].map(() => openRound(province.province, REVIEWER, input)))
  expect(both.map((b) => (b.ok ? b.value.offices : b.error.code)).sort()).toEqual([1, 'round-exists'])
  expect((await arrived(asker, 'round')).map((r) => r.name)).toEqual([input.name])
  expect(await arrived(other, 'round')).toEqual([])
})

test('a round of a level goes to the offices of that level', async () => {
  await createOffice(province.province, REVIEWER, { ...SAMPLE_OFFICE, id: 'so-mau', level: 'so_nganh' })
  const made = await openRound(
    province.province,
    REVIEWER,
    asked({ scope: { by: 'level', levels: ['so_nganh'] } }),
  )
  expect(made).toMatchObject({ ok: true, value: { offices: 1 } })
})

test('an extension with its reason reaches the one office, and can be taken back', async () => {
  const one = await province.office()
  const two = await province.office()
  const id = await opened(asked({ scope: { by: 'list', offices: [one.pack.office, two.pack.office] } }))
  const extension = { id, offices: [one.pack.office], to: '2026-12-25', reason: 'Mất điện do bão' }
  expect(await extendRound(province.province, REVIEWER, extension)).toEqual({
    ok: true,
    value: { offices: 1 },
  })
  expect(await arrived(one, 'round')).toMatchObject([
    { extendedTo: '2026-12-25', extensionReason: 'Mất điện do bão' },
  ])
  expect((await arrived(two, 'round'))[0]?.extendedTo ?? null).toBeNull()
  await extendRound(province.province, REVIEWER, { ...extension, to: null, reason: 'Nhầm cơ quan' })
  expect(await arrived(one, 'round')).toMatchObject([{ extendedTo: null, extensionReason: null }])
  const lines = await province.province.db
    .select()
    .from(audit)
    .where(and(eq(audit.act, 'round-extended'), eq(audit.subject, String(id))))
  expect(lines.map((l) => l.detail.reason)).toEqual(['Mất điện do bão', 'Nhầm cơ quan'])
})

test('an edit changes what offices read, adds and drops lists and offices, and keeps one that has answered', async () => {
  const [stays, answers, leaves, comes] = [
    await province.office(),
    await province.office(),
    await province.office(),
    await province.office(),
  ]
  const offices = [stays, answers, leaves].map((o) => o.pack.office)
  const input = asked({ scope: { by: 'list', offices } })
  const id = await opened(input)
  await arrived(answers, 'round')
  const roundRecord = answers.foreign.find((c) => c.register === 'round')?.recordId ?? ''
  answers.create('database', { name: 'Sổ hộ tịch' })
  answers.handIn(['database', 'data-item'], '2026', { round: roundRecord })
  await answers.send()
  await arrived(leaves, 'round')
  const edited = await editRound(province.province, REVIEWER, {
    ...input,
    id,
    dueOn: '2026-12-24',
    items: [
      { register: 'database', columns: ['name'], nilAllowed: true },
      { register: 'open-dataset', columns: [], nilAllowed: true },
    ],
    scope: { by: 'list', offices: [stays.pack.office, comes.pack.office] },
  })
  expect(edited).toEqual({ ok: true, value: { offices: 3, added: 1, dropped: 1, kept: 1 } })
  for (const office of [stays, answers, comes]) {
    expect(await arrived(office, 'round')).toMatchObject([{ name: input.name, dueOn: '2026-12-24' }])
    expect(
      (await arrived(office, 'round-item')).map((i) => [i.register, i.columns ?? null, i.nilAllowed]),
    ).toEqual([
      ['database', 'name', true],
      ['open-dataset', null, true],
    ])
  }
  expect(await arrived(leaves, 'round')).toEqual([])
  expect(await arrived(leaves, 'round-item')).toEqual([])
})

test('a closed round says so to its offices, takes no extension and no edit, and opens again', async () => {
  const office = await province.office()
  const input = asked({ scope: { by: 'list', offices: [office.pack.office] } })
  const id = await opened(input)
  await closeRound(province.province, REVIEWER, { id, closed: true })
  expect(await arrived(office, 'round')).toMatchObject([{ closed: true }])
  const extension = { id, offices: [office.pack.office], to: '2026-12-25', reason: 'x' }
  expect(await extendRound(province.province, REVIEWER, extension)).toMatchObject({
    error: { code: 'round-closed' },
  })
  expect(await editRound(province.province, REVIEWER, { ...input, id })).toMatchObject({
    error: { code: 'round-closed' },
  })
  await closeRound(province.province, REVIEWER, { id, closed: false })
  expect(await arrived(office, 'round')).toMatchObject([{ closed: false }])
})

test('registers that nobody hands in and columns that a register lacks are refused', async () => {
  await province.office()
  for (const items of [
    [{ register: 'handin', columns: [], nilAllowed: true }],
    [{ register: 'data-item', columns: [], nilAllowed: true }],
    [{ register: 'database', columns: ['khongCo'], nilAllowed: true }],
    [
      { register: 'database', columns: [], nilAllowed: true },
      { register: 'database', columns: [], nilAllowed: true },
    ],
  ])
    expect(await openRound(province.province, REVIEWER, asked({ items }))).toMatchObject({
      error: { code: 'round-items' },
    })
})

test('a rebuild makes every office’s round again as it was, and the tables say what the chains say', async () => {
  const { db } = province.province
  const all = () =>
    db.select().from(record).where(eq(record.register, 'round')).orderBy(record.office, record.id)
  const before = await all()
  expect(before.length).toBeGreaterThan(5)
  const tables = [await db.select().from(round), await db.select().from(roundOffice)]
  await rebuild(province.province, REVIEWER)
  expect(await all()).toEqual(before)
  expect([await db.select().from(round), await db.select().from(roundOffice)]).toEqual(tables)
  const rounds = new Map((await db.select().from(round)).map((r) => [r.id, r]))
  const values = new Map(before.map((r) => [r.id, r.fields]))
  for (const row of await db.select().from(roundOffice)) {
    const of = rounds.get(row.round)
    expect(values.get(row.record)).toMatchObject({ name: of?.name, period: of?.period, dueOn: of?.dueOn })
    expect(values.get(row.record)?.extendedTo ?? null).toBe(row.extendedTo)
    expect(values.get(row.record)?.closed ?? false).toBe(of?.closed)
  }
})
