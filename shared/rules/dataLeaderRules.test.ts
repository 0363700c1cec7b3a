import { describe, expect, it } from 'vitest'
import { foundIn, foundInList, memoryContext, ref } from './ruleFixture.ts'

const leader = {
  unit: ref('UBND xã Mẫu', 'u1'),
  name: 'Nguyễn Văn Mẫu',
  position: 'Phó Chủ tịch',
  role: 'lanh_dao',
  assignDoc: '15/TB-UBND ngày 12/01/2026',
  from: '2026-01-12',
}

describe('leaders in charge of data', () => {
  const store = (other: object) =>
    memoryContext({ 'data-leader': [{ id: 'l1', values: { ...leader, ...other } }] }, { id: 'l2' })

  it('are at most one for an agency at a time', () => {
    expect(foundIn('data-leader', leader, store({}), 'one-leader')).toEqual(['warning one-leader to'])
    for (const other of [
      { to: '2026-06-30' },
      { from: '2027-01-01' },
      { role: 'quan_tri' },
      { unit: ref('UBND xã Khác', 'u2') },
    ])
      expect(foundIn('data-leader', leader, store(other), 'one-leader')).toEqual([])
    expect(foundIn('data-leader', { ...leader, to: '2026-02-01' }, store({}), 'one-leader')).toEqual([])
  })

  it('are missed in the list only as hard as the plan asks for one', () => {
    const list = (values: object, obligation?: 'must' | 'should' | 'none') =>
      foundInList(
        'data-leader',
        memoryContext(
          { 'data-leader': [{ id: 'l1', values: { ...leader, ...values } }] },
          obligation ? { obligationOf: () => obligation } : {},
        ),
      )
    const gone = { to: '2026-06-30' }
    expect(list(gone, 'must')).toEqual(['error no-leader'])
    expect(list(gone, 'should')).toEqual(['info no-leader'])
    expect(list(gone, 'none')).toEqual([])
    expect(list(gone)).toEqual([])
    expect(list({}, 'must')).toEqual([])
    expect(list({ role: 'quan_tri' }, 'must')).toEqual(['error no-leader'])
  })

  it('do not end before they begin', () => {
    expect(foundIn('data-leader', { ...leader, to: '2025-12-31' }, undefined, 'date-order')).toEqual([
      'error date-order to',
    ])
  })
})
