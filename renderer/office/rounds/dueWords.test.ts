import { expect, test } from 'vitest'
import { dueDays, weekdayAndDay } from './dueWords.ts'

test('20/12/2026 is a Sunday, worked towards on Friday 18/12', () => {
  expect(dueDays({ lastDay: '2026-12-20', lastWorkingDay: '2026-12-18' })).toEqual({
    workUntil: '2026-12-18',
    offDay: '2026-12-20',
  })
  expect(weekdayAndDay('2026-12-20', 'vi')).toBe('Chủ nhật 20/12/2026')
  expect(weekdayAndDay('2026-12-18', 'vi')).toBe('thứ Sáu 18/12/2026')
})

test('a last day that is worked on stands alone, and no day is no day', () => {
  expect(dueDays({ lastDay: '2026-12-18', lastWorkingDay: '2026-12-18' }).offDay).toBeNull()
  expect(dueDays({ lastDay: null, lastWorkingDay: null })).toEqual({ workUntil: null, offDay: null })
})
