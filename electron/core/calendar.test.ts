import { describe, expect, it } from 'vitest'
import type { CalendarItem } from '../../shared/ipc/calendarCalls.ts'
import { OfficeCore } from '../../test/mainJob/officeCore.ts'
import { remindersOn } from './calendar.ts'

const year = new Date().getFullYear()
const range = { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` }

async function titled(office: OfficeCore, kind: CalendarItem['kind']) {
  const items = await office.call('calendar.list', range)
  return items.filter((item) => item.kind === kind)
}

describe('the calendar', () => {
  it('holds rounds, tasks, obstacles and postings, each leading to its own', async () => {
    const office = await OfficeCore.create()
    const save = (register: string, set: Record<string, unknown>) =>
      office.call('records.save', { register, id: null, set: set as never })
    const task = await save('task', { title: 'Lập danh mục', dueDate: `${year - 1}-06-30`, status: 'dang' })
    await save('task', { title: 'Đã xong', dueDate: `${year - 1}-06-30`, status: 'xong' })
    await save('task', { title: 'Không hạn' })
    await save('obstacle', {
      description: 'Chưa kết nối',
      level: 'co_quan_cung_cap',
      receivedAt1: `${year - 1}-03-02`,
    })
    await save('publication', { portal: 'cong_tinh', publishedAt: `${year - 1}-01-31` })
    const late = (await titled(office, 'task')).map(({ recordId, state }) => [recordId, state])
    expect(late).toContainEqual([task.record.id, 'late'])
    expect(late.map(([, state]) => state).sort()).toEqual(['done', 'late'])
    expect((await titled(office, 'round')).map(({ round }) => round)).toContain(
      `rule:security-report:${year}`,
    )
    expect((await office.call('calendar.reminders', {})).map(({ recordId }) => recordId)).toContain(
      task.record.id,
    )
    await office.remove()
  })

  it('reminds of what is late and of what is near, never of what is done', () => {
    const item = (state: CalendarItem['state'], warnOn: string): CalendarItem => ({
      kind: 'task',
      title: state,
      round: null,
      register: 'task',
      recordId: state,
      lastDay: '2026-12-19',
      lastWorkingDay: '2026-12-18',
      warnOn,
      state,
    })
    const items = [
      item('late', '2026-01-01'),
      item('soon', '2026-12-11'),
      item('ahead', '2026-12-30'),
      item('done', '2026-01-01'),
    ]
    expect(remindersOn('2026-12-11', items).map(({ state }) => state)).toEqual(['late', 'soon'])
    expect(remindersOn('2026-12-10', items).map(({ state }) => state)).toEqual(['late'])
  })
})
