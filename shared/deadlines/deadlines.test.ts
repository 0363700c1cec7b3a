import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataPeriod } from './dataPeriod.ts'
import { type DeadlineRule, deadlineInWords } from './deadlineRule.ts'
import { type DueSettings, duesBetween, nextDue } from './dues.ts'
import { parseDeadline } from './parseDeadline.ts'
import { addDays, addMonths, WorkingDays } from './workingDays.ts'

const once = (day: string, before = false): DeadlineRule => ({ kind: 'once', day, before })
const yearly = (month: number, day: number, from: number | null = null): DeadlineRule => ({
  kind: 'yearly',
  month,
  day,
  before: true,
  from,
})
const continuous: DeadlineRule = { kind: 'continuous', from: null }
const noDay: DeadlineRule = { kind: 'yearly-no-day', from: null }
const every = (months: number, since: string | null = null): DeadlineRule => ({
  kind: 'every',
  months,
  since,
})

describe('phrases of plans and decrees', () => {
  it.each<[string, DeadlineRule]>([
    ['Quý I/2022', once('2022-03-31')],
    ['trước ngày 30/4/2022', once('2022-04-30', true)],
    ['Quý II/2022', once('2022-06-30')],
    ['Quý II năm 2022', once('2022-06-30')],
    [
      'Quý II/2022; những năm tiếp theo duy trì thường xuyên',
      { kind: 'sequence', first: once('2022-06-30'), after: continuous },
    ],
    ['Quý III/2022', once('2022-09-30')],
    ['Quý IV/2022', once('2022-12-31')],
    ['trước ngày 15 tháng 10 năm 2021', once('2021-10-15', true)],
    ['trước ngày 20/12 hằng năm', yearly(12, 20)],
    ['trước ngày 20/12 hàng năm', yearly(12, 20)],
    ['Trước ngày 20/12 hằng năm (từ năm 2021)', yearly(12, 20, 2021)],
    ['thực hiện từ năm 2022', { kind: 'yearly-no-day', from: 2022 }],
    ['Hàng năm', noDay],
    ['Hằng năm', noDay],
    ['định kỳ 03 tháng kể từ thời điểm công bố', every(3, 'thời điểm công bố')],
    [
      'trong thời hạn 03 tháng kể từ ngày công bố',
      { kind: 'months-after', months: 3, since: 'ngày công bố' },
    ],
    ['định kỳ 6 tháng một lần', every(6)],
    ['Định kỳ 6 tháng', every(6)],
    [
      '01 ngày làm việc kể từ khi dịch vụ sẵn sàng tiếp nhận kết nối',
      { kind: 'working-days', days: [1], since: 'dịch vụ sẵn sàng tiếp nhận kết nối' },
    ],
    ['7 ngày làm việc + 7 ngày làm việc', { kind: 'working-days', days: [7, 7], since: null }],
    ['05 ngày làm việc', { kind: 'working-days', days: [5], since: null }],
    [
      'đơn vị trước 25/12; Bộ trước 31/12',
      {
        kind: 'steps',
        steps: [
          { who: 'đơn vị', rule: yearly(12, 25) },
          { who: 'Bộ', rule: yearly(12, 31) },
        ],
      },
    ],
    ['2020', once('2020-12-31')],
    ['2021', once('2021-12-31')],
    ['2021-2025', { kind: 'span', from: 2021, to: 2025 }],
    [
      '2021-2025, định kỳ 6 tháng một lần',
      { kind: 'both', rules: [{ kind: 'span', from: 2021, to: 2025 }, every(6)] },
    ],
    [
      '2021-2025; định kỳ 6 tháng một lần',
      { kind: 'both', rules: [{ kind: 'span', from: 2021, to: 2025 }, every(6)] },
    ],
    ['khi CSDL đưa vào khai thác', { kind: 'on-event', event: 'khi CSDL đưa vào khai thác' }],
    ['khi có yêu cầu', { kind: 'on-request' }],
    ['theo yêu cầu Bộ TT&TT', { kind: 'on-request' }],
    ['theo hướng dẫn, lộ trình của Bộ chủ quản', { kind: 'guided' }],
    ['năm 2025', once('2025-12-31')],
    ['đến năm 2030', once('2030-12-31')],
    ['2024 - 2030', { kind: 'span', from: 2024, to: 2030 }],
    ['2026 – 2030', { kind: 'span', from: 2026, to: 2030 }],
    ['thường xuyên', continuous],
    ['lồng ghép báo cáo chuyển đổi số định kỳ', { kind: 'with-report' }],
    ['', { kind: 'none' }],
  ])('“%s”', (text, rule) => {
    expect(parseDeadline(text)).toEqual(rule)
    expect(parseDeadline(text.normalize('NFD').toUpperCase())?.kind).toBe(rule.kind)
  })

  it.each(['ngày mai', 'trước ngày 31/02/2026', 'Quý V/2022', '2030-2020', 'abc', '99/99 hằng năm'])(
    'leaves “%s” a text',
    (text) => expect(parseDeadline(text)).toBeNull(),
  )

  it('are said back in words that mean the same again', () => {
    for (const text of [
      'trước ngày 20/12 hằng năm',
      'trước ngày 30/4/2022',
      'Quý II/2022',
      'định kỳ 6 tháng một lần',
      'thường xuyên',
      'khi có yêu cầu',
    ]) {
      const rule = parseDeadline(text)!
      const words = deadlineInWords(rule).replace(/^hết /, '')
      expect(parseDeadline(words), words).toEqual(rule)
    }
  })

  it('never throw, whatever is written', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => void parseDeadline(text)))
  })
})

describe('days', () => {
  const settings: DueSettings = { strictBefore: true, workingDays: new WorkingDays() }

  it('before a Sunday end on the Friday', () => {
    expect(nextDue(yearly(12, 20), '2026-11-21', settings)).toEqual({
      official: '2026-12-20',
      lastDay: '2026-12-19',
      lastWorkingDay: '2026-12-18',
      period: '2026',
    })
    expect(nextDue(yearly(12, 25), '2026-11-21', settings)?.lastWorkingDay).toBe('2026-12-24')
    const loose = nextDue(yearly(12, 20), '2026-11-21', { ...settings, strictBefore: false })
    expect([loose?.lastDay, loose?.lastWorkingDay]).toEqual(['2026-12-20', '2026-12-18'])
  })

  it('go on to the next year the day after the last day', () => {
    expect(nextDue(yearly(12, 20), '2026-12-19', settings)?.period).toBe('2026')
    expect(nextDue(yearly(12, 20), '2026-12-20', settings)?.period).toBe('2027')
    expect(nextDue(yearly(1, 1), '2026-11-21', settings)).toMatchObject({
      period: '2027',
      lastDay: '2026-12-31',
    })
    expect(nextDue(yearly(12, 20, 2030), '2026-12-20', settings)?.period).toBe('2030')
  })

  it('of half-years and of three months after each posting', () => {
    expect(
      duesBetween(every(6), '2026-01-01', '2026-12-31', settings).map((due) => [due.lastDay, due.period]),
    ).toEqual([
      ['2026-06-30', '2026-H1'],
      ['2026-12-31', '2026-H2'],
    ])
    const posted = { ...settings, since: '2026-01-31' }
    expect(duesBetween(every(3, 'x'), '2026-01-01', '2026-12-31', posted).map((due) => due.lastDay)).toEqual([
      '2026-04-30',
      '2026-07-31',
      '2026-10-31',
    ])
    expect(nextDue(every(3, 'x'), '2026-01-01', settings)).toBeNull()
  })

  it('of three months after an event come once', () => {
    const rule = parseDeadline('03 tháng kể từ ngày công bố')!
    const since = { ...settings, since: '2026-01-31' }
    expect(duesBetween(rule, '2026-01-01', '2027-12-31', since).map((due) => due.lastDay)).toEqual([
      '2026-04-30',
    ])
  })

  it('of two clocks in a row run from each receipt', () => {
    const rule: DeadlineRule = { kind: 'working-days', days: [7, 7], since: null }
    const first = nextDue(rule, '2026-11-02', { ...settings, since: '2026-11-02' })
    expect(first?.lastDay).toBe('2026-11-11')
    expect(nextDue(rule, '2026-11-12', { ...settings, since: '2026-11-12', step: 1 })?.lastDay).toBe(
      '2026-11-23',
    )
    expect(nextDue(rule, '2026-11-12', { ...settings, since: '2026-11-12', step: 2 })).toBeNull()
  })

  it('off are fixed ones and the province’s; make-up days are worked', () => {
    const days = new WorkingDays({ holidays: ['2026-02-16'], workdays: ['2026-08-22'] })
    expect(
      ['2026-02-16', '2026-09-02', '2026-08-22', '2026-08-23'].map((day) => days.isWorking(day)),
    ).toEqual([false, false, true, false])
    expect(days.lastOnOrBefore('2026-08-23')).toBe('2026-08-22')
    expect(days.before('2026-05-04', 1)).toBe('2026-04-29')
  })

  it('of figures close on the 14th', () => {
    expect(dataPeriod('2026')).toEqual({ from: '2025-12-15', to: '2026-12-14' })
    expect(dataPeriod('2026-H1')).toEqual({ from: '2025-12-15', to: '2026-06-14' })
    expect(dataPeriod('2026-Q2')).toEqual({ from: '2026-03-15', to: '2026-06-14' })
    expect(dataPeriod('2026-01')).toEqual({ from: '2025-12-15', to: '2026-01-14' })
    expect(dataPeriod('năm nay')).toBeNull()
  })
})

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
const anyCalendar = fc
  .record({ holidays: fc.array(anyDay, { maxLength: 30 }), workdays: fc.array(anyDay, { maxLength: 10 }) })
  .map((calendar) => new WorkingDays(calendar))

describe('properties of working days', () => {
  it('the last one is a working day, not after the day, with none between', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (days, day) => {
        const last = days.lastOnOrBefore(day)
        expect(days.isWorking(last)).toBe(true)
        expect(last <= day).toBe(true)
        for (let d = addDays(last, 1); d <= day; d = addDays(d, 1)) expect(days.isWorking(d)).toBe(false)
      }),
    )
  })

  it('a later deadline never ends earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.nat(60), (days, day, more) => {
        expect(days.lastOnOrBefore(addDays(day, more)) >= days.lastOnOrBefore(day)).toBe(true)
      }),
    )
  })

  it('counting forth and back meet', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 40 }), (days, day, n) => {
        const from = days.lastOnOrBefore(day)
        expect(days.before(days.after(from, n), n)).toBe(from)
      }),
    )
  })

  it('months keep the day or end the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (day, months) => {
        const moved = addMonths(day, months)
        const isLast = addDays(moved, 1).slice(8) === '01'
        expect(moved.slice(8) === day.slice(8) || isLast).toBe(true)
      }),
    )
  })
})
