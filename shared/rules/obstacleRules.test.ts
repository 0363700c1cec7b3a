import { describe, expect, it } from 'vitest'
import { registerOf } from '../registers/registry.ts'
import { checkRecord } from './checkRecord.ts'
import { obstacleDue } from './obstacleRules.ts'
import { foundIn, memoryContext, ref } from './ruleFixture.ts'

const obstacle = {
  description: 'Không tra cứu được dữ liệu hộ tịch',
  kind: 'ha_tang',
  reporter: ref('UBND xã Mẫu', 'u1'),
  provider: ref('Bộ Tư pháp', 'u2'),
  level: 'co_quan_cung_cap',
  receivedAt1: '2026-11-12',
  dueAt: '2026-11-23',
  status: 'moi',
}
const found = (values: object, over: Parameters<typeof memoryContext>[1] = {}) =>
  foundIn('obstacle', { ...obstacle, ...values }, memoryContext({}, over)).filter(
    (p) => !p.includes('unresolved'),
  )

describe('the day by which a level answers', () => {
  it('is seven working days after the day of receipt, holidays left out', () => {
    expect(obstacleDue(obstacle)).toBe('2026-11-23')
    expect(obstacleDue({ ...obstacle, receivedAt1: '2026-11-14' })).toBe('2026-11-24')
    const settings = { obstacleDays: [7, 7], holidays: ['2026-11-16', '2026-11-22'], workdays: [] }
    expect(obstacleDue(obstacle, settings)).toBe('2026-11-24')
  })

  it('begins anew at level 2, and there is none beyond', () => {
    const passed = {
      ...obstacle,
      receivedAt2: '2026-11-20',
      receivedAt3: '2026-12-01',
      receivedAt4: '2026-12-10',
    }
    expect(obstacleDue({ ...passed, level: 'don_vi_chuyen_trach' })).toBe('2026-12-01')
    for (const level of ['chu_tich_tinh', 'bo', 'thu_tuong', ''])
      expect(obstacleDue({ ...passed, level })).toBeNull()
  })

  it('is as many days as the province sets', () => {
    expect(obstacleDue(obstacle, { obstacleDays: [3], holidays: [], workdays: [] })).toBe('2026-11-17')
    expect(
      obstacleDue(
        { ...obstacle, level: 'don_vi_chuyen_trach', receivedAt2: '2026-11-20' },
        { obstacleDays: [3], holidays: [], workdays: [] },
      ),
    ).toBeNull()
  })
})

describe('an obstacle', () => {
  it('is in order while its level has time', () => {
    expect(found({})).toEqual([])
  })

  it('is late at its own level after the day, also where nobody entered it', () => {
    expect(found({}, { today: '2026-11-23' })).toEqual([])
    expect(found({}, { today: '2026-11-24' })).toEqual(['warning obstacle-overdue level'])
    expect(found({ dueAt: null }, { today: '2026-11-24' })).toEqual([
      'warning obstacle-overdue level',
      'info obstacle-due dueAt',
    ])
    expect(found({ status: 'ket_thuc', resolution: 'Đã rút' }, { today: '2026-11-24' })).toEqual([])
    const third = {
      level: 'chu_tich_tinh',
      receivedAt2: '2026-11-13',
      receivedAt3: '2026-11-16',
      dueAt: null,
    }
    expect(found(third, { today: '2027-11-24' })).toEqual([])
  })

  it('is proposed its day', () => {
    const problem = checkRecord(registerOf('obstacle')!, { ...obstacle, dueAt: null }, memoryContext()).find(
      (p) => p.rule === 'obstacle-due',
    )
    expect(problem?.propose).toEqual({ dueAt: '2026-11-23' })
    expect(problem?.message).toContain('23/11/2026')
  })

  it('says when its level received it, and passes every level on the way', () => {
    expect(found({ level: 'don_vi_chuyen_trach', dueAt: null })).toEqual([
      'error obstacle-received receivedAt2',
    ])
    expect(found({ level: 'chu_tich_tinh', receivedAt3: '2026-11-16', dueAt: null })).toEqual([
      'warning obstacle-level-skipped receivedAt2',
    ])
    expect(
      found({ level: 'chu_tich_tinh', receivedAt3: '2026-11-16', dueAt: null, note: 'Sở chuyển thẳng' }),
    ).toEqual([])
    // From the chairman to the Prime Minister without a ministry.
    const top = {
      level: 'thu_tuong',
      receivedAt2: '2026-11-13',
      receivedAt3: '2026-11-16',
      receivedAt5: '2026-11-18',
      dueAt: null,
    }
    expect(found(top)).toEqual([])
    expect(found({ ...top, receivedAt5: '2026-11-15' })).toEqual(['error obstacle-order receivedAt5'])
  })

  it('names its outcome and document once it is settled', () => {
    expect(found({ status: 'da_giai_quyet' })).toEqual([
      'error obstacle-settled resolution',
      'error obstacle-settled resolutionDoc',
    ])
    expect(
      found({ status: 'da_giai_quyet', resolution: 'Cấp lại tài khoản', resolutionDoc: '512/SKHCN-CĐS' }),
    ).toEqual([])
    expect(found({ status: 'ket_thuc', resolution: 'Cơ quan rút ý kiến' })).toEqual([])
  })
})
