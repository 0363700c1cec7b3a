import { expect, it } from 'vitest'
import { reports } from '../report/reports.ts'
import { isPlanOfPeriod, lastDayOfPeriod, planForPeriod, profileForPeriod } from './periodChoice.ts'
import { citationsOn } from './profile.ts'
import { profileOf, profiles } from './profiles.ts'
import { citesRepealed, repealedIn } from './repealedTexts.ts'

const PERIODS = [2021, 2024, 2025, 2026, 2027].flatMap((year) => [
  `${year}`,
  ...['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${year}-${part}`),
])
const DAYS = [
  '2024-12-31',
  '2025-08-18',
  '2025-08-19',
  '2025-10-21',
  '2025-10-22',
  '2026-06-30',
  '2026-07-01',
  '2027-12-31',
]

it('judges a period by the law of its last day, whatever the pack gives', () => {
  expect(['2024', '2025-H1', '2025-Q3'].map((p) => profileForPeriod(p, 'current_2025'))).toEqual(
    Array(3).fill('nd47_2020'),
  )
  expect(['2025', '2025-H2', '2026'].map((p) => profileForPeriod(p, 'nd47_2020'))).toEqual(
    Array(3).fill('current_2025'),
  )
})

it('never cites a repealed text for a present period: every report, profile, period and day', () => {
  for (const given of ['nd47_2020', 'current_2025'] as const)
    for (const period of PERIODS)
      for (const day of DAYS)
        for (const { id } of reports)
          for (const profile of [profileOf(profileForPeriod(period, given)), ...profiles])
            for (const { text } of citationsOn(profile, id, day, lastDayOfPeriod(period))) {
              const end = lastDayOfPeriod(period)!
              expect(citesRepealed(text, end < day ? end : day), `${period} ${day} ${id} ${text}`).toBe(false)
            }
})

it('cites for an earlier period what stood then, however late it is printed', () => {
  const ids = citationsOn(profileOf('nd47_2020'), 'database-list', '2027-12-31', lastDayOfPeriod('2024'))
  expect(ids.map(({ id }) => id)).toContain('nd47')
  expect(citationsOn(profileOf('nd47_2020'), 'database-list', '2026-11-21', lastDayOfPeriod('2026'))).toEqual(
    [],
  )
})

it('follows the office’s choice for a period, and for its halves and quarters', () => {
  const choices = [{ period: '2024', profile: null, plan: 'tuyen-quang-2022' }]
  expect(planForPeriod('2024-H1', '', choices)).toBe('tuyen-quang-2022')
  expect(planForPeriod('2026', 'Kế hoạch của xã', choices)).toBe('Kế hoạch của xã')
})

it('leaves a plan with the unit of its time', () => {
  expect(['2020', '2021', '2025', '2026'].map((p) => isPlanOfPeriod('kon-tum-2021', p))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(['2026', '2030', '2031'].map((p) => planForPeriod(p, 'son-la-2024'))).toEqual([
    'son-la-2024',
    'son-la-2024',
    '',
  ])
})

it('knows texts that ended, and says where an end is not confirmed', () => {
  const ended = (number: string, day: string) => repealedIn(number, day)?.verified
  expect(ended('42/2022/NĐ-CP', '2026-06-30')).toBeUndefined()
  expect(['42/2022/NĐ-CP', '64/2007/NĐ-CP'].map((n) => ended(n, '2026-07-01'))).toEqual([true, true])
  expect(['13/2023/NĐ-CP', '85/2016/NĐ-CP'].map((n) => ended(n, '2026-11-21'))).toEqual([false, false])
  expect(ended('278/2025/NĐ-CP', '2030-01-01')).toBeUndefined()
  expect(ended('47/2020/NĐ-CP', '2025-10-22')).toBe(true)
})
