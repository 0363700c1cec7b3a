// When a round is due, soon or late, on days that are set here; over a real store.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { meta, newOffice, type Office } from '../../db/officeFixture.ts'
import type { Round } from '../../shared/ipc/roundCalls.ts'
import type { Value } from '../../shared/registers/define.ts'
import { registers } from '../../shared/registers/registry.ts'
import { DEFAULT_SETTINGS } from '../../shared/settings/provinceSettings.ts'
import { OFFICE } from '../../test/mainJob/officeCore.ts'
import { roundOf, roundsOf } from './rounds.ts'
import { keepSettings } from './settingsOf.ts'

let office: Office
beforeEach(() => {
  office = newOffice({ registers })
  office.store.setSetting('office', OFFICE)
})
afterEach(() => office.store.close())

function add(register: string, set: Readonly<Record<string, Value>>): string {
  return office.store.commit([{ id: null, register, set }], meta('handin')).ids[0]!
}

function asked(set: Readonly<Record<string, Value>>): string {
  const id = add('round', { name: 'Rà soát', period: '2026', dueOn: '2026-12-20', lateBy: 'letter', ...set })
  add('round-item', { round: id, register: 'database', nilAllowed: false })
  return id
}

function at(day: string, id: string): Round {
  const round = roundOf(office.store, day, id)
  if (!round) throw new Error('the round is there')
  return round
}

it('works towards the last working day: 20/12/2026 is a Sunday, so by Friday 18/12', () => {
  const id = asked({})
  expect(at('2026-11-21', id)).toMatchObject({ lastDay: '2026-12-20', lastWorkingDay: '2026-12-18' })
})

it('passes over the province’s days off, and counts the days made up for them', () => {
  keepSettings(office.store, {
    ...DEFAULT_SETTINGS,
    holidays: [{ day: '2026-12-18', name: 'Nghỉ bù' }],
    workdays: ['2026-12-19'],
  })
  expect(at('2026-11-21', asked({})).lastWorkingDay).toBe('2026-12-19')
  expect(at('2026-11-21', asked({ dueOn: '2026-12-18' })).lastWorkingDay).toBe('2026-12-17')
})

it('is soon from ten working days before, and late the day after its last', () => {
  const id = asked({})
  const urgency = (day: string) => at(day, id).urgency
  expect([urgency('2026-12-03'), urgency('2026-12-04')]).toEqual(['none', 'soon'])
  expect([urgency('2026-12-20'), urgency('2026-12-21')]).toEqual(['soon', 'late'])
})

it('is given more time by an extension, and none by a letter without a date', () => {
  const id = asked({ extendedTo: '2026-12-31' })
  expect(at('2026-12-21', id)).toMatchObject({ lastDay: '2026-12-31', urgency: 'soon' })
  const open = asked({ name: 'Không hạn', dueOn: null })
  expect(at('2030-01-01', open)).toMatchObject({ lastDay: null, lastWorkingDay: null, urgency: 'none' })
})

/** A submission that was signed and sent on paper on those days; no receipt has come. */
function answered(round: string, signedOn: string, sentAt: string): void {
  const time = Date.parse(`${sentAt}T10:00:00`)
  const submission = {
    round,
    period: '2026',
    lockedAt: time,
    signedOn,
    number: '1',
    sentWay: 'paper',
    sentAt: time,
  }
  const id = add('submission', submission)
  add('handin', {
    register: 'database',
    period: '2026',
    round,
    submission: id,
    contentHash: '',
    madeAt: time,
  })
}

it('is judged by the day of the letter, or of receipt, as the province chooses', () => {
  const byLetter = asked({})
  const byReceipt = asked({ name: 'Theo ngày nhận', lateBy: 'receipt' })
  for (const round of [byLetter, byReceipt]) answered(round, '2026-12-18', '2026-12-22')
  expect(at('2026-12-23', byLetter)).toMatchObject({ state: 'sent', urgency: 'none' })
  expect(at('2026-12-23', byReceipt)).toMatchObject({ state: 'sent', urgency: 'late' })
})

it('comes from yearly and half-yearly rules with the period’s name, last ones included while they are open', () => {
  const ids = (day: string) => roundsOf(office.store, day, true).map((round) => round.id)
  expect(ids('2026-11-21').sort()).toEqual([
    'rule:data-check:2026',
    'rule:database:2026',
    'rule:open-dataset:2026-H2',
    'rule:security-report:2026',
  ])
  expect(ids('2026-07-15')).toContain('rule:open-dataset:2026-H1')
  expect(ids('2027-01-10')).toEqual(
    expect.arrayContaining(['rule:database:2026', 'rule:database:2027', 'rule:open-dataset:2026-H2']),
  )
  expect(ids('2027-06-15')).not.toContain('rule:database:2026')
})

it('puts the late before those that are soon, and leaves out what the province closed', () => {
  const late = asked({ name: 'Quá hạn', period: '2025', dueOn: '2026-11-01' })
  const soon = asked({ name: 'Sắp đến', period: '2024', dueOn: '2026-11-25' })
  const closed = asked({ name: 'Đã đóng', period: '2023', closed: true })
  const ids = roundsOf(office.store, '2026-11-21', false).map((round) => round.id)
  expect(ids.slice(0, 2)).toEqual([late, soon])
  expect(ids).not.toContain(closed)
  expect(roundsOf(office.store, '2026-11-21', true).map((round) => round.id)).toContain(closed)
})

it('of a rule gives way to the province’s round of that register and period, unless it is answered already', () => {
  answered('rule:database:2026', '2026-11-01', '2026-11-02')
  asked({ name: 'Kỳ khác', period: '2027' })
  const ids = () => roundsOf(office.store, '2026-11-21', true).map((round) => round.id)
  expect(ids()).toContain('rule:database:2026')
  asked({})
  expect(ids()).toContain('rule:database:2026')
  add('round-item', { round: asked({ name: 'Dữ liệu mở', period: '2026-H2' }), register: 'open-dataset' })
  expect(ids()).not.toContain('rule:open-dataset:2026-H2')
})
