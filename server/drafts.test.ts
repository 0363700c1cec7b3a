// Province staff see nothing that was not handed in: every console call is made with a canary in the office's drafts, and
// no answer holds it. And the folder that answers them never names the tables that hold drafts.
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  CONSOLE_API,
  CONSOLE_FILE,
  CONSOLE_HEADER,
  type ConsoleCall,
  consoleContract,
  consoleFiles,
} from '../shared/http/console.ts'
import type { RoundInput } from '../shared/http/consoleRoundCalls.ts'
import { openRound } from './rounds/saveRound.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

const CANARY = 'Chim-hoàng-yến-chưa-nộp'
const NEW_PASSWORD = 'mot cau that dai 2026'

const ROUND: RoundInput = {
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
}
const LETTER = {
  offices: [],
  superior: '',
  agency: 'Sở Khoa học và Công nghệ',
  placeName: '',
  symbol: '',
  date: null,
  until: null,
  signerLines: [],
  signerName: '',
}

let province: TestProvince
let cookie = ''

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

async function ask(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, province.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [CONSOLE_HEADER]: '1',
      origin: province.url,
      cookie,
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

async function signInAsAdmin(): Promise<void> {
  const { firstAdmin } = province
  if (!firstAdmin) throw new Error('no first admin')
  const response = await ask(`${CONSOLE_API}session.signIn`, firstAdmin)
  cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/)
  expect(await (await ask(`${CONSOLE_API}office.list`, {})).json()).toEqual({
    ok: false,
    error: { code: 'must-change-password' },
  })
  const changed = await ask(`${CONSOLE_API}session.changePassword`, {
    old: firstAdmin.password,
    fresh: NEW_PASSWORD,
  })
  expect(await changed.json()).toEqual({ ok: true, value: {} })
}

test('no console answer holds a value that was not handed in', async () => {
  await signInAsAdmin()
  const office = await province.office('xa-nhap')
  const row = office.create('database', { name: 'Đã nộp' })
  const made = office.handIn(['database', 'data-item'])
  office.edit(row.recordId, { name: CANARY, purpose: CANARY })
  const hidden = office.create('database', { name: CANARY })
  office.create('focal-point', { fullName: CANARY })
  // Locked for signature and not sent: as much a draft as any other.
  const round = await openRound(province.province, REVIEWER, ROUND)
  const locked = office.create('submission', {
    round: 'chua-gui',
    period: '2026',
    number: CANARY,
    signerName: CANARY,
    note: CANARY,
    contentHash: 'ab'.repeat(32),
    lockedAt: 1,
  })
  office.create('submission-list', { submission: locked.recordId, register: 'database', count: 2 })
  const sent = office.create('submission', {
    round: 'da-gui',
    period: '2026',
    number: 'Số đã gửi',
    sentWay: 'line',
  })
  office.handIn(['open-dataset', 'dataset-field', 'publication'], '2026', { submission: sent.recordId })
  await office.send()
  const ref = { office: 'xa-nhap', handin: made.recordId }
  const roundId = round.ok ? round.value.id : 0
  const board = { filter: 'all', search: '', sort: 'name', descending: false }
  const page = { offset: 0, limit: 100 }
  const inputs: Partial<Record<ConsoleCall, unknown[]>> = {
    'session.me': [{}],
    'office.list': [{}],
    'office.get': [{ office: 'xa-nhap' }],
    'office.create': [{}],
    'catalogue.list': [{}],
    'device.list': [{ status: 'all' }],
    'handin.list': [{ latestOnly: false, ...page }],
    'handin.get': [ref],
    'handin.record': [
      { ...ref, record: row.recordId },
      { ...ref, record: hidden.recordId },
    ],
    'handin.remark': [
      { ...ref, record: row.recordId, field: 'name', text: 'Góp ý' },
      { ...ref, record: hidden.recordId, field: 'name', text: 'Góp ý' },
    ],
    'handin.compare': [{ ...ref, against: null, same: true, ...page }],
    'handin.reopen': [{ handins: [ref], reason: 'Xem lại' }],
    'rules.get': [{}],
    'round.list': [{}],
    'round.board': [{ id: roundId, ...board, ...page }],
    'round.review': [{ id: roundId, register: null }],
    'round.reminder': [{ id: roundId, offices: [] }],
    'office.notes': [{ office: 'xa-nhap' }],
    'handin.decideRecords': [{ ...ref, records: [row.recordId], decision: 'return', reason: '' }],
    'handin.decide': [{ handins: [ref], decision: 'accept', reason: '' }],
    'audit.list': [page],
    'account.list': [{}],
  }
  let answered = 0
  for (const name of Object.keys(consoleContract) as ConsoleCall[]) {
    if (name === 'session.signIn' || name === 'session.signOut') continue
    for (const input of inputs[name] ?? [{}]) {
      const text = await (await ask(`${CONSOLE_API}${name}`, input)).text()
      expect(text, name).not.toContain(CANARY)
      answered++
    }
  }
  for (const file of Object.values(consoleFiles)) {
    const query = new URLSearchParams({
      office: 'xa-nhap',
      device: office.device,
      register: 'database',
      id: String(roundId),
      filter: 'all',
      search: '',
      sort: 'name',
      descending: '0',
    }).toString()
    const bytes = Buffer.from(
      await (
        await ask(`${CONSOLE_FILE}${file}?${query}`, file === 'reminder' ? { ...LETTER, id: roundId } : {})
      ).arrayBuffer(),
    )
    expect(bytes.includes(CANARY), file).toBe(false)
    answered++
  }
  expect(answered).toBeGreaterThan(25)
  const seen = await (await ask(`${CONSOLE_API}handin.record`, { ...ref, record: row.recordId })).text()
  expect(seen).toContain('Đã nộp')
  const letters = await (await ask(`${CONSOLE_API}handin.list`, { latestOnly: false, ...page })).text()
  expect(letters).toContain('Số đã gửi')
})

test('the console’s folder names no table that holds drafts', async () => {
  const dir = new URL('./console/', import.meta.url)
  for (const file of await readdir(dir)) {
    const text = await readFile(new URL(file, dir), 'utf8')
    const imported =
      /import \{([^}]*)\} from '\.\.\/store\/schema\.ts'/
        .exec(text)?.[1]
        ?.split(',')
        .map((n) => n.trim()) ?? []
    for (const table of ['change', 'record', 'bundle', 'ownChange', 'person'])
      expect(imported, file).not.toContain(table)
    expect(text, file).not.toMatch(/FROM (change|merged_record|bundle|own_change|person)\b/)
  }
})

test('a call without the cookie, from another site or without the header is refused', async () => {
  const path = `${CONSOLE_API}office.list`
  expect((await ask(path, {}, { cookie: '' })).status).toBe(401)
  expect((await ask(path, {}, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await ask(path, {}, { [CONSOLE_HEADER]: '' })).status).toBe(403)
  expect(
    (await ask(path, {}, { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' })).status,
  ).toBe(403)
})

test('a viewer cannot decide, a disabled account is out at once, and wrong passwords make it wait', async () => {
  const made = (await (
    await ask(`${CONSOLE_API}account.create`, { login: 'xem.thoi', fullName: 'Người Xem', role: 'viewer' })
  ).json()) as {
    value: { id: number; password: string }
  }
  const accounts = (await (await ask(`${CONSOLE_API}account.list`, {})).json()) as {
    value: { id: number; login: string }[]
  }
  const id = accounts.value.find((a) => a.login === 'xem.thoi')?.id
  const signedIn = await ask(
    `${CONSOLE_API}session.signIn`,
    { login: 'xem.thoi', password: made.value.password },
    { cookie: '' },
  )
  const theirs = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  await ask(
    `${CONSOLE_API}session.changePassword`,
    { old: made.value.password, fresh: NEW_PASSWORD },
    { cookie: theirs },
  )
  expect((await ask(`${CONSOLE_API}office.list`, {}, { cookie: theirs })).status).toBe(200)
  expect((await ask(`${CONSOLE_API}handin.decide`, {}, { cookie: theirs })).status).toBe(403)
  expect((await ask(`${CONSOLE_API}audit.list`, {}, { cookie: theirs })).status).toBe(403)
  await ask(`${CONSOLE_API}account.setDisabled`, { id, disabled: true })
  expect((await ask(`${CONSOLE_API}office.list`, {}, { cookie: theirs })).status).toBe(401)
  const codes: string[] = []
  for (let i = 0; i < 7; i++) {
    const answer = (await (
      await ask(`${CONSOLE_API}session.signIn`, { login: 'xem.thoi', password: 'sai' }, { cookie: '' })
    ).json()) as { error: { code: string } }
    codes.push(answer.error.code)
  }
  expect(codes[0]).toBe('wrong-sign-in')
  expect(codes.at(-1)).toBe('too-many-tries')
}, 60_000)

test('the audit trail cannot be changed, not even by the database’s own user', async () => {
  const { db } = province.province

  await expect(db.execute(sql`DELETE FROM audit`)).rejects.toThrow()
  await expect(db.execute(sql`UPDATE bundle SET bytes = ''`)).rejects.toThrow()
  await expect(db.execute(sql`TRUNCATE reply`)).rejects.toThrow()
})
