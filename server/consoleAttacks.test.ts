// Attacks on the console's calls by somebody who is signed in: another role, somebody else's office, texts that are SQL,
// markup or formulas, sizes beyond the bounds. Each ends in a refusal with nothing written, or in text that stays text.
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  CONSOLE_API,
  CONSOLE_FILE,
  CONSOLE_HEADER,
  type ConsoleCall,
  consoleContract,
} from '../shared/http/console.ts'
import type { RoundInput } from '../shared/http/consoleRoundCalls.ts'
import { createAccount } from './accounts/accounts.ts'
import { readUpload } from './handin/readUpload.ts'
import { audit, handin, ownChange, phoneNote, round, roundOffice } from './store/schema.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

const PASSWORD = 'mot cau that dai 2026'
const INJECTION = `'); DROP TABLE round; -- <img src=x onerror=alert(1)> =HYPERLINK("http://evil.example")`

let province: TestProvince
const cookies = { viewer: '', reviewer: '', admin: '' }

beforeAll(async () => {
  province = await startTestProvince()
  for (const role of ['viewer', 'reviewer', 'admin'] as const) cookies[role] = await signIn(role)
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

async function post(path: string, body: unknown, cookie: string): Promise<Response> {
  return fetch(new URL(path, province.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CONSOLE_HEADER]: '1', origin: province.url, cookie },
    body: JSON.stringify(body),
  })
}

type Said = { ok: boolean; value?: unknown; error?: { code: string } }
async function ask(
  name: ConsoleCall,
  body: unknown,
  cookie = cookies.reviewer,
): Promise<Said & { status: number }> {
  const response = await post(`${CONSOLE_API}${name}`, body, cookie)
  return { status: response.status, ...((await response.json()) as Said) }
}

async function signIn(role: 'viewer' | 'reviewer' | 'admin'): Promise<string> {
  const login = `nguoi.${role}`
  const made = await createAccount(province.province, REVIEWER, { login, fullName: 'Người Thử', role })
  if (!made.ok) throw new Error(made.error.code)
  const { password } = made.value
  const first = await post(`${CONSOLE_API}session.signIn`, { login, password }, '')
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  await ask('session.changePassword', { old: password, fresh: PASSWORD }, cookie)
  return cookie
}

function asked(change: Partial<RoundInput> = {}): RoundInput {
  return {
    name: 'Đợt thử',
    period: '2026',
    letterNo: '',
    letterDate: null,
    dueText: '',
    dueOn: '2026-12-18',
    lateBy: 'letter',
    note: '',
    items: [{ register: 'database', columns: [], nilAllowed: true }],
    scope: { by: 'all' },
    ...change,
  }
}

async function counted() {
  const { db } = province.province
  const of = async (table: typeof round | typeof ownChange | typeof phoneNote | typeof handin) =>
    (await db.select({ n: sql<number>`count(*)::int` }).from(table))[0]?.n
  return {
    rounds: await of(round),
    own: await of(ownChange),
    notes: await of(phoneNote),
    lists: await of(handin),
  }
}

test('nobody calls above their role, and nobody calls anything without an account', async () => {
  const rank = { nobody: 0, viewer: 1, reviewer: 2, admin: 3 } as const
  for (const name of Object.keys(consoleContract) as ConsoleCall[]) {
    const needed = consoleContract[name].role
    if (needed === 'nobody') continue
    expect((await ask(name, {}, '')).status, name).toBe(401)
    for (const role of ['viewer', 'reviewer'] as const)
      if (rank[role] < rank[needed])
        expect((await ask(name, {}, cookies[role])).status, `${role} ${name}`).toBe(403)
  }
  for (const [file, role] of [
    ['reminder', 'viewer'],
    ['enter', 'viewer'],
    ['pack', 'reviewer'],
  ] as const)
    expect((await post(`${CONSOLE_FILE}${file}`, {}, cookies[role])).status, file).toBe(403)
  expect((await post(`${CONSOLE_FILE}board?id=1`, {}, '')).status).toBe(401)
})

test('texts that are SQL, markup or formulas stay text, on the board and in its workbook', async () => {
  const office = await province.office('xa-chu')
  await ask('office.save', { ...(await officeOf('xa-chu')), name: INJECTION }, cookies.admin)
  const opened = await ask('round.open', asked({ name: INJECTION, note: INJECTION, letterNo: INJECTION }))
  expect(opened.ok).toBe(true)
  const { id } = opened.value as { id: number }
  const board = {
    id,
    filter: 'all',
    search: INJECTION,
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 10,
  }
  const got = (await ask('round.board', board)).value as { round: { name: string }; rows: { name: string }[] }
  expect([got.round.name, got.rows[0]?.name]).toEqual([INJECTION, INJECTION])
  await ask('office.note', { office: 'xa-chu', round: id, text: INJECTION })
  const query = new URLSearchParams({
    id: String(id),
    filter: 'all',
    search: '',
    sort: 'name',
    descending: '0',
  })
  const file = await post(`${CONSOLE_FILE}board?${query}`, {}, cookies.viewer)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.xlsx"$/)
  const read = await readUpload(new Uint8Array(await file.arrayBuffer()), 'a.xlsx')
  // Held as a string cell: no formula is in the file for Excel to run.
  expect(read.ok && JSON.stringify(read.value.sheets[0]?.rows)).toContain('HYPERLINK')
  await office.hello()
  const arrived = office.foreign.find((c) => c.register === 'round')
  expect(arrived?.set.name).toBe(INJECTION)
})

test('ids of other offices, other rounds and things that are none change nothing', async () => {
  const mine = await province.office('xa-cua-toi')
  const other = await province.office('xa-cua-nguoi')
  mine.create('database', { name: 'Của tôi' })
  const list = mine.handIn(['database', 'data-item'])
  await mine.send()
  const before = await counted()
  const foreign = { office: 'xa-cua-nguoi', handin: list.recordId }
  expect(
    (await ask('handin.compare', { ...foreign, against: null, same: true, offset: 0, limit: 10 })).ok,
  ).toBe(false)
  for (const name of ['handin.reopen', 'handin.decide'] as const) {
    const answer = await ask(name, { handins: [foreign], decision: 'accept', reason: 'x' })
    expect((answer.value as { refused: unknown[] }).refused.length, name).toBe(1)
  }
  expect(
    (await ask('round.extend', { id: 999_999, offices: ['xa-cua-toi'], to: null, reason: 'x' })).error?.code,
  ).toBe('no-such-round')
  expect((await ask('office.note', { office: 'khong-co', round: null, text: 'x' })).error?.code).toBe(
    'no-such-office',
  )
  expect((await ask('office.note', { office: 'xa-cua-toi', round: 999_999, text: 'x' })).error?.code).toBe(
    'no-such-round',
  )
  const nil = {
    register: 'database',
    period: '2026',
    letter: { number: '', signedOn: null, signerName: '', way: null },
  }
  expect((await ask('handin.enterNil', { office: 'xa-cua-nguoi', ...nil })).error?.code).toBe(
    'office-has-app',
  )
  expect((await ask('handin.enterNil', { office: 'khong-co', ...nil })).error?.code).toBe('no-such-office')
  expect(await counted()).toEqual(before)
  await other.hello()
  expect(other.foreign.filter((c) => c.recordId === list.recordId)).toEqual([])
})

test('an office of no round is not extended by naming it', async () => {
  await province.office('xa-trong')
  await province.office('xa-ngoai')
  const opened = await ask(
    'round.open',
    asked({ name: 'Đợt riêng', scope: { by: 'list', offices: ['xa-trong'] } }),
  )
  const { id } = opened.value as { id: number }
  const answer = await ask('round.extend', { id, offices: ['xa-ngoai'], to: '2026-12-31', reason: 'x' })
  expect(answer.error?.code).toBe('round-no-offices')
  const { db } = province.province
  expect(
    await db
      .select()
      .from(roundOffice)
      .where(and(eq(roundOffice.round, id))),
  ).toMatchObject([{ office: 'xa-trong', extendedTo: null }])
  expect(
    await db
      .select()
      .from(audit)
      .where(and(eq(audit.act, 'round-extended'))),
  ).toEqual([])
})

test('inputs beyond their bounds are refused before anything is done', async () => {
  const before = await counted()
  const many = Array.from({ length: 5_001 }, (_, i) => `x${i}`)
  const bad: [ConsoleCall, unknown][] = [
    ['round.open', asked({ name: '' })],
    ['round.open', asked({ name: 'x'.repeat(301) })],
    ['round.open', asked({ name: 'hai\ndòng' })],
    ['round.open', asked({ note: 'NUL \0' })],
    ['round.open', asked({ note: '\ud800' })],
    ['round.open', asked({ dueOn: '2026-02-30' })],
    ['round.open', asked({ items: [] })],
    ['round.open', asked({ items: [{ register: 'x; DROP', columns: [], nilAllowed: true }] })],
    ['round.open', asked({ items: [{ register: 'database', columns: ['name; DROP'], nilAllowed: true }] })],
    ['round.open', asked({ scope: { by: 'list', offices: [] } })],
    ['round.open', asked({ scope: { by: 'list', offices: many } })],
    ['round.extend', { id: 1, offices: many, to: null, reason: 'x' }],
    ['round.extend', { id: 1, offices: ['x'], to: null, reason: '' }],
    [
      'round.board',
      { id: 1, filter: 'x', search: '', sort: 'name', descending: false, offset: 0, limit: 10 },
    ],
    [
      'round.board',
      { id: 1, filter: 'all', search: '', sort: 'name; --', descending: false, offset: 0, limit: 10 },
    ],
    [
      'round.board',
      { id: 1, filter: 'all', search: '', sort: 'name', descending: false, offset: 0, limit: 100_000 },
    ],
    ['office.note', { office: 'x', round: null, text: 'x'.repeat(5_001) }],
    ['handin.reopen', { handins: [], reason: 'x' }],
  ]
  for (const [name, input] of bad)
    expect((await ask(name, input)).status, JSON.stringify(input).slice(0, 80)).toBe(400)
  expect(
    (await post(`${CONSOLE_FILE}reminder`, { id: 1, agency: 'x'.repeat(301) }, cookies.reviewer)).status,
  ).toBe(400)
  expect((await post(`${CONSOLE_FILE}board?id=1%20OR%201=1`, {}, cookies.reviewer)).status).toBe(400)
  expect(await counted()).toEqual(before)
})

async function officeOf(id: string): Promise<Record<string, unknown>> {
  const answer = await ask('office.get', { office: id }, cookies.admin)
  return (answer.value as { office: Record<string, unknown> }).office
}
