import { describe, expect, it } from 'vitest'
import type { Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { checkRecord } from './checkRecord.ts'
import { foundIn, memoryContext, ref } from './ruleFixture.ts'

const task = {
  title: 'Rà soát cơ sở dữ liệu',
  lead: [ref('Sở Khoa học và Công nghệ', 'u1')],
  timeText: 'Quý II/2026',
  timeRule: ['mot_lan'],
  dueDate: '2026-06-30',
  deliverable: 'Báo cáo',
  status: 'xong',
  doneAt: '2026-06-20',
  product: '45/BC-UBND ngày 20/06/2026',
}
const found = (values: object) =>
  foundIn('task', { ...task, ...values }, memoryContext()).filter((p) => !p.includes('unresolved'))

describe('a task', () => {
  it('is in order when it was done in time with its product', () => {
    expect(found({})).toEqual([])
  })

  it('is late after its day while it is not done', () => {
    const open = { status: 'dang', doneAt: null, product: null }
    expect(found(open)).toEqual(['warning task-overdue status'])
    expect(found({ ...open, dueDate: '2026-11-21' })).toEqual([])
    expect(found({ ...open, dueDate: null })).toEqual([])
    const [problem] = checkRecord(registerOf('task')!, { ...task, ...open }, memoryContext())
    expect(problem?.message).toBe('Đã quá hạn 30/06/2026 mà chưa hoàn thành.')
  })

  it('has a lead: one agency, several, or a class of them', () => {
    expect(found({ lead: null })).toEqual(['error required lead'])
    expect(found({ lead: null, leadClass: ['so_nganh'] })).toEqual([])
    expect(found({ lead: [ref('Công an tỉnh'), ref('các sở, ngành chủ quản CSDL')] })).toEqual([])
  })

  it('is not done without a day and the product that the plan asks for', () => {
    expect(found({ doneAt: null })).toEqual(['error task-done-date doneAt'])
    expect(found({ product: null })).toEqual(['error task-done-product product'])
    expect(found({ product: null, deliverable: null })).toEqual([])
    expect(found({ doneAt: '2026-12-01' })).toEqual(['error task-done-future doneAt'])
    expect(found({ status: 'dang', dueDate: '2026-12-31' })).toEqual(['warning task-done-unmarked status'])
  })

  it('keeps the plan’s own words of its time', () => {
    const text = 'Quý II/2022; những năm tiếp theo duy trì thường xuyên'
    expect(found({ timeText: text, timeRule: ['mot_lan', 'thuong_xuyen'] })).toEqual([])
    expect(found({ timeText: null })).toEqual(['error required timeText'])
  })
})

describe('the time of a task', () => {
  const read = (timeText: string, over: Values = {}) =>
    checkRecord(registerOf('task')!, { title: 'x', timeText, ...over }, memoryContext()).find(
      (p) => p.rule === 'task-time',
    )

  it('is read from the plan’s words and proposed, the words untouched', () => {
    expect(read('trước ngày 20/12 hằng năm')?.propose).toEqual({
      timeRule: ['hang_nam'],
      dueDate: '2026-12-19',
    })
    expect(read('Quý II/2022; những năm tiếp theo duy trì thường xuyên')?.propose).toEqual({
      timeRule: ['mot_lan', 'thuong_xuyen'],
    })
    expect(read('Quý II/2027', { dueDate: '2027-06-01' })?.propose).toEqual({ timeRule: ['mot_lan'] })
  })

  it('is left alone where it cannot be read, is chosen already or the task is done', () => {
    expect(read('sẽ báo sau')).toBeUndefined()
    expect(read('thường xuyên', { timeRule: ['thuong_xuyen'] })).toBeUndefined()
    expect(read('thường xuyên', { status: 'xong' })).toBeUndefined()
  })
})
