// A report that leaves the office: locked, printed, signed on paper, sent, returned, answered, accepted; and what an edit
// at any moment does to it.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getHandin } from '../../server/console/readHandins.ts'
import { decideHandin, decideRecords, makeRemark } from '../../server/handin/decide.ts'
import { extendRound } from '../../server/rounds/moveRound.ts'
import { openRound } from '../../server/rounds/saveRound.ts'
import type { Submission } from '../../shared/ipc/roundCalls.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

const YEAR = String(new Date().getFullYear())
const ROUND = `rule:database:${YEAR}`
const OBSTACLE_NAME = registerOf('obstacle')?.nameField ?? ''
const SIGNER = { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Văn Mẫu' }
const SIGNED = { number: '45/BC-UBND', signedOn: `${YEAR}-11-20`, signer: SIGNER }

async function addDatabase(office: OfficeCore, name: string): Promise<string> {
  const { record } = await office.call('records.save', {
    register: 'database',
    id: null,
    set: { name, purpose: 'Tra cứu' },
  })
  return record.id
}

async function lockAndSign(office: OfficeCore, round = ROUND): Promise<Submission> {
  const locked = await office.call('submissions.lock', { round })
  return office.call('submissions.sign', { id: locked.id, ...SIGNED })
}

describe('a submission on its way', () => {
  let office: OfficeCore
  beforeAll(async () => {
    office = await OfficeCore.create()
    await addDatabase(office, 'Sổ hộ tịch')
  })
  afterAll(() => office.remove())

  it('is locked, must be printed again after an edit, and is in order again when the edit is undone', async () => {
    const open = await office.call('rounds.get', { id: ROUND })
    expect(open).toMatchObject({ state: 'open', from: 'rule', submission: null })
    const locked = await office.call('submissions.lock', { round: ROUND })
    expect(locked).toMatchObject({ state: 'locked', currentCode: locked.contentCode })
    expect(locked.contentCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    const [record] = (await office.call('records.window', { register: 'database', offset: 0, limit: 1 })).rows
    expect(record?.state).toBe('awaiting-signature')
    await office.call('records.save', {
      register: 'database',
      id: record?.id ?? '',
      set: { purpose: 'Tra cứu, báo cáo' },
    })
    const edited = await office.call('submissions.get', { id: locked.id })
    expect(edited.state).toBe('reprint')
    expect(edited.currentCode).not.toBe(edited.contentCode)
    expect((await office.call('rounds.get', { id: ROUND })).state).toBe('reprint')
    await office.call('undo.undo', {})
    expect(await office.call('submissions.get', { id: locked.id })).toMatchObject({
      state: 'locked',
      currentCode: locked.contentCode,
    })
    await office.restart()
    expect((await office.call('submissions.get', { id: locked.id })).state).toBe('locked')
    await office.call('submissions.unlock', { id: locked.id })
    expect((await office.call('rounds.get', { id: ROUND })).state).toBe('open')
    const { record: free } = await office.call('records.get', { id: record?.id ?? '' })
    expect(free.state).toBe('draft')
  })

  it('is not sent before it is signed, nor after it was changed, and keeps its scan', async () => {
    const locked = await office.call('submissions.lock', { round: ROUND })
    expect((await office.refusal('submissions.send', { id: locked.id, way: 'paper' })).code).toBe(
      'not-signed',
    )
    const bytes = new Uint8Array(200_000).map((_, i) => i % 251)
    const signed = await office.call('submissions.sign', {
      id: locked.id,
      ...SIGNED,
      scan: { name: 'bao-cao.pdf', bytes },
    })
    expect(signed).toMatchObject({
      state: 'signed',
      number: '45/BC-UBND',
      signer: SIGNER,
      scanName: 'bao-cao.pdf',
    })
    await office.restart()
    expect(Buffer.from((await office.call('submissions.scan', { id: locked.id })).bytes).equals(bytes)).toBe(
      true,
    )
    await addDatabase(office, 'Sổ chứng thực')
    expect((await office.refusal('submissions.send', { id: locked.id, way: 'paper' })).code).toBe(
      'changed-since-locked',
    )
    expect(await office.call('handin.list', {})).toEqual([])
    await office.call('undo.undo', {})
    const sent = await office.call('submissions.send', { id: locked.id, way: 'paper' })
    expect(sent).toMatchObject({ state: 'sent', sentWay: 'paper' })
    const [handin] = await office.call('handin.list', {})
    expect(handin).toMatchObject({ submission: locked.id, period: YEAR, count: 1 })
    expect((await office.refusal('submissions.unlock', { id: locked.id })).code).toBe('already-sent')
    expect((await office.refusal('submissions.send', { id: locked.id, way: 'paper' })).code).toBe(
      'already-sent',
    )
  })

  it('is corrected after sending by one that supersedes it', async () => {
    const [first] = await office.call('submissions.list', {})
    await addDatabase(office, 'Sổ đất đai')
    const second = await lockAndSign(office)
    expect(second).toMatchObject({ supersedes: first?.id, state: 'signed' })
    const again = await office.call('submissions.lock', { round: ROUND })
    expect(again).toMatchObject({ supersedes: first?.id, number: '', state: 'locked' })
    expect((await office.call('submissions.list', {})).length).toBe(2)
    expect((await office.call('submissions.get', { id: first?.id ?? '' })).supersededBy).toBe(again.id)
    expect((await office.refusal('submissions.get', { id: second.id })).code).toBe('record-gone')
  })

  it('cannot be approved in the app unless the province allows it', async () => {
    const [latest] = await office.call('submissions.list', {})
    const { userId } = await office.call('session.addUser', { name: 'Chủ tịch', pin: 'khac-1357' })
    const asked = { id: latest?.id ?? '', userId, pin: 'khac-1357' }
    expect((await office.refusal('submissions.approve', asked)).code).toBe('approval-not-allowed')
  })
})

it('answers “Không phát sinh”, and refuses it against records', async () => {
  const office = await OfficeCore.create()
  const round = `rule:open-dataset:${YEAR}-H2`
  expect((await office.refusal('submissions.lock', { round })).code).toBe('round-list-empty')
  const [missing] = await office.call('rounds.readiness', { id: round })
  expect(missing).toMatchObject({ rule: 'list-empty', severity: 'error', act: 'register' })
  await office.call('nil.set', { register: 'open-dataset', period: `${YEAR}-H2`, on: true })
  expect(await office.call('rounds.readiness', { id: round })).toEqual([])
  const locked = await office.call('submissions.lock', { round })
  expect(locked.lists).toMatchObject([{ register: 'open-dataset', nil: true, count: 0 }])
  await addDatabase(office, 'Sổ hộ tịch')
  expect((await office.refusal('nil.set', { register: 'database', period: YEAR, on: true })).code).toBe(
    'nil-but-records',
  )
  await office.remove()
})

describe('with the province', () => {
  let province: ProvinceForTests
  beforeAll(async () => {
    province = await ProvinceForTests.start()
  }, 60_000)
  afterAll(() => province.close())

  it('goes by line, comes back with remarks, is answered, and shows the province only what was sent', async () => {
    const office = await province.enrolledOffice('28001')
    const id = await addDatabase(office, 'Sổ hộ tịch')
    await addDatabase(office, 'Sổ chứng thực')
    const first = await lockAndSign(office)
    await addDatabase(office, 'Đang soạn dở')
    await office.call('undo.undo', {})
    const sent = await office.call('submissions.send', { id: first.id, way: 'line' })
    expect(sent.state).toBe('queued')
    await office.syncUntil('idle')
    const received = await office.call('submissions.get', { id: first.id })
    expect(received.state).toBe('received')
    expect(received.receiptCode).toMatch(/^.{12}$/)
    const ref = { office: '28001', handin: received.lists[0]?.handin ?? '' }
    must(await makeRemark(province.province, REVIEWER, { ...ref, record: id, field: 'scope', text: 'Thiếu' }))
    must(
      await decideRecords(province.province, REVIEWER, {
        ...ref,
        records: [id],
        decision: 'return',
        reason: 'Thiếu',
      }),
    )
    await office.syncUntil('idle')
    expect((await office.call('rounds.get', { id: ROUND })).state).toBe('returned')
    const todo = await office.call('rounds.readiness', { id: ROUND })
    expect(todo).toContainEqual(
      expect.objectContaining({ rule: 'open-remark', recordId: id, field: 'scope', act: 'remark' }),
    )
    await office.call('records.save', { register: 'database', id, set: { scope: 'Toàn xã' } })
    const [remark] = await office.call('remarks.list', { open: true })
    await office.call('remarks.answer', { id: remark?.id ?? '', answer: 'Đã bổ sung' })
    const second = await lockAndSign(office)
    expect(second.supersedes).toBe(first.id)
    await office.call('submissions.send', { id: second.id, way: 'line' })
    await office.syncUntil('idle')
    const got = await office.call('submissions.get', { id: second.id })
    const handin = got.lists[0]?.handin ?? ''
    const { rows } = must(await getHandin(province.province.db, { office: '28001', handin }))
    expect(rows.map((row) => row.recordId).length).toBe(2)
    must(
      await decideHandin(province.province, REVIEWER, {
        office: '28001',
        handin,
        decision: 'accept',
        reason: '',
      }),
    )
    await office.syncUntil('idle')
    expect((await office.call('rounds.get', { id: ROUND })).state).toBe('accepted')
    // A later edit is the office's own: what was accepted stays accepted, and the record shows that it was edited.
    await office.call('records.save', { register: 'database', id, set: { scope: 'Toàn xã và vùng lân cận' } })
    await office.restart()
    expect((await office.call('rounds.get', { id: ROUND })).state).toBe('accepted')
    const { record } = await office.call('records.get', { id })
    expect(record).toMatchObject({ state: 'accepted', dirty: true })
  }, 60_000)

  it('answers the province’s own round, which takes the place of the yearly rule’s', async () => {
    const office = await province.enrolledOffice('28003')
    const rules = await office.call('rounds.list', {})
    expect(rules.map((round) => round.id)).toContain(ROUND)
    const asked = {
      name: 'Rà soát cuối năm',
      period: YEAR,
      letterNo: '12/SKHCN-CĐS',
      letterDate: `${YEAR}-11-02`,
      dueText: `trước ngày 20/12/${YEAR}`,
      dueOn: `${YEAR}-12-19`,
      lateBy: 'letter',
      note: '',
      scope: { by: 'list', offices: ['28003'] },
      items: [
        { register: 'database', columns: ['name', 'scope'], nilAllowed: false },
        { register: 'open-dataset', columns: [], nilAllowed: true },
      ],
    } as const
    const { id } = must(await openRound(province.province, REVIEWER, asked as never))
    await office.syncUntil('idle')
    const listed = await office.call('rounds.list', {})
    expect(listed.map((one) => one.id)).not.toContain(ROUND)
    const round = listed.find((one) => one.from === 'province')
    expect(round).toMatchObject({ from: 'province', name: 'Rà soát cuối năm', lastDay: `${YEAR}-12-19` })
    const roundId = round?.id ?? ''
    await office.call('records.save', { register: 'database', id: null, set: { name: 'Sổ hộ tịch' } })
    const todo = await office.call('rounds.readiness', { id: roundId })
    const gaps = todo.filter((item) => item.rule === 'required').map((item) => item.field)
    expect(gaps).toEqual(['scope'])
    expect(todo[0]).toMatchObject({ severity: 'error' })
    expect((await office.refusal('submissions.lock', { round: roundId })).code).toBe('round-list-empty')
    await office.call('nil.set', { register: 'open-dataset', period: YEAR, on: true })
    await extendRound(province.province, REVIEWER, {
      id,
      offices: ['28003'],
      to: `${YEAR}-12-25`,
      reason: 'Mất điện do bão',
    })
    await office.syncUntil('idle')
    const submission = await lockAndSign(office, roundId)
    expect(submission.lists.map(({ register, nil }) => [register, nil])).toEqual([
      ['database', false],
      ['open-dataset', true],
    ])
    await office.call('submissions.send', { id: submission.id, way: 'line' })
    await office.syncUntil('idle')
    const answered = await office.call('rounds.get', { id: roundId })
    expect(answered).toMatchObject({
      state: 'received',
      extendedTo: `${YEAR}-12-25`,
      lastDay: `${YEAR}-12-25`,
      urgency: 'none',
    })
  }, 60_000)

  it('takes “Không phát sinh” of a year from a register that keeps older events, and not against this year’s', async () => {
    const office = await province.enrolledOffice('28004')
    const event = (name: string, day: string) =>
      office.call('records.save', {
        register: 'obstacle',
        id: null,
        set: { [OBSTACLE_NAME]: name, receivedAt1: day },
      })
    await event('Chưa kết nối được LGSP', `${Number(YEAR) - 1}-03-05`)
    await office.call('nil.set', { register: 'obstacle', period: YEAR, on: true })
    const handin = await office.call('handin.make', { register: 'obstacle', period: YEAR })
    expect(handin).toMatchObject({ nil: true, count: 0 })
    await office.syncUntil('idle')
    expect((await office.call('handin.list', {}))[0]).toMatchObject({ id: handin.id, state: 'received' })
    const { rows } = must(await getHandin(province.province.db, { office: '28004', handin: handin.id }))
    expect(rows).toEqual([])
    await office.call('nil.set', { register: 'obstacle', period: YEAR, on: false })
    await event('Mất kết nối', `${YEAR}-02-01`)
    const refused = await office.refusal('nil.set', { register: 'obstacle', period: YEAR, on: true })
    expect(refused.code).toBe('nil-but-records')
  }, 60_000)

  it('carried on a stick without a line says so', async () => {
    const office = await province.newOffice('28002', 'http://127.0.0.1:9')
    await addDatabase(office, 'Sổ hộ tịch')
    const locked = await lockAndSign(office)
    await office.call('submissions.send', { id: locked.id, way: 'line' })
    await office.call('bundle.toFile', {})
    expect(await office.call('submissions.get', { id: locked.id })).toMatchObject({
      state: 'sent',
      sentWay: 'stick',
    })
  }, 60_000)
})

it('sends exactly what the printed code said, whatever came between', async () => {
  let office: OfficeCore
  const printed = new Map<string, string>()
  const latest = async () => (await office.call('submissions.list', {}))[0]
  const act = {
    edit: async () => void (await addDatabase(office, `Sổ ${Math.random()}`)),
    lock: async () => {
      const answer = await office.core.call('submissions.lock', { round: ROUND })
      const locked = answer.ok ? (answer.value as Submission) : null
      if (locked) printed.set(locked.id, locked.contentCode)
    },
    sign: async () => {
      const submission = await latest()
      if (submission) await office.core.call('submissions.sign', { id: submission.id, ...SIGNED })
    },
    undo: async () => void (await office.core.call('undo.undo', {})),
    redo: async () => void (await office.core.call('undo.redo', {})),
    restart: () => office.restart(),
    send: async () => {
      const submission = await latest()
      if (!submission) return
      const now = submission.currentCode
      const answer = await office.core.call('submissions.send', { id: submission.id, way: 'paper' })
      if (answer.ok) expect(now).toBe(printed.get(submission.id))
    },
  }
  const STEPS = ['edit', 'edit', 'lock', 'sign', 'sign', 'undo', 'redo', 'send', 'send', 'restart'] as const
  const step = fc.constantFrom<keyof typeof act>(...STEPS)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
      office = await OfficeCore.create()
      await addDatabase(office, 'Sổ hộ tịch')
      for (const name of steps) await act[name]()
      const handins = new Map((await office.call('handin.list', {})).map((one) => [one.id, one]))
      for (const { id, state, contentCode, lists } of await office.call('submissions.list', {})) {
        if (state !== 'sent') continue
        expect(contentCode).toBe(printed.get(id))
        for (const list of lists) expect(handins.get(list.handin ?? '')?.contentCode).toBe(list.contentCode)
      }
      await office.remove()
    }),
    { numRuns: 30 },
  )
}, 60_000)
