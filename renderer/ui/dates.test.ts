import { expect, test } from 'vitest'
import { formatBytes, formatCount, formatIsoDate, parseDay } from './dates.ts'

test('a day typed in any usual way becomes one ISO date', () => {
  for (const typed of [
    '5/3/2026',
    '05/03/2026',
    '05-03-2026',
    '5.3.2026',
    '05032026',
    '2026-03-05',
    ' 5/3/2026 ',
  ]) {
    expect(parseDay(typed)).toBe('2026-03-05')
  }
})

test('a day that does not exist is not guessed', () => {
  for (const typed of ['31/02/2026', '00/01/2026', '5/13/2026', '5/3/26', 'mai', ''])
    expect(parseDay(typed)).toBe(null)
})

test('dates, sizes and counts read as Vietnamese offices write them', () => {
  expect(formatIsoDate('2026-11-21')).toBe('21/11/2026')
  expect(formatBytes(812)).toBe('812 B')
  expect(formatBytes(3_400)).toBe('3,4 KB')
  expect(formatCount(100_000)).toBe('100.000')
})
