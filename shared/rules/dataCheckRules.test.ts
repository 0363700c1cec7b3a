import { describe, expect, it } from 'vitest'
import type { Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { checkFigures } from './checkFigures.ts'
import { checkList, checkRecord, countProblems } from './checkRecord.ts'
import type { RuleContext } from './rule.ts'
import { foundIn, foundInList, type MemoryStore, memoryContext, ref } from './ruleFixture.ts'

const check = {
  name: 'Kiểm tra dữ liệu năm 2026',
  unit: ref('UBND xã Mẫu', 'u1'),
  year: 2026,
  periodFrom: '2025-12-15',
  periodTo: '2026-12-14',
  conclusion: 'Dữ liệu được cập nhật đều.',
  dueAt: '2026-12-18',
}
const block = {
  database: ref('Hộ kinh doanh', 'd1'),
  check: ref('Kiểm tra dữ liệu năm 2026', 'c1'),
  itemCount: 2,
  recordCount: 100,
  compliance: 'dat',
  accuracy: 'tot',
  integrity: 'tot',
  anomalies: 0,
  upkeep: 'Cập nhật hằng ngày',
  sharing: 'Không chia sẻ trong kỳ',
  grade: 'tot',
}
const own = (name: string, more: object = {}) => ({
  name,
  officeRole: 'chu_quan',
  status: 'dang_su_dung',
  ...more,
})

function store(over: MemoryStore = {}): MemoryStore {
  return {
    database: [{ id: 'd1', values: own('Hộ kinh doanh', { recordCount: 100 }) }],
    'data-item': [
      { id: 'i1', values: { database: ref('Hộ kinh doanh', 'd1') } },
      { id: 'i2', values: { database: ref('Hộ kinh doanh', 'd1') } },
    ],
    'data-check': [{ id: 'c1', values: check }],
    'data-check-database': [{ id: 'b1', values: block }],
    ...over,
  }
}

const ofCheck = (values: Values, rule: string, over: MemoryStore = {}, context: Partial<RuleContext> = {}) =>
  foundIn('data-check', values, memoryContext(store(over), { id: 'c1', ...context }), rule)
const ofBlock = (values: Values, rule: string, over: MemoryStore = {}) =>
  foundIn('data-check-database', values, memoryContext(store(over), { id: 'b1' }), rule)

describe('the yearly check', () => {
  it('is in order when every part of it is', () => {
    expect(
      foundIn('data-check', check, memoryContext(store(), { id: 'c1' })).filter((p) => !p.startsWith('info')),
    ).toEqual([])
    expect(foundIn('data-check-database', block, memoryContext(store(), { id: 'b1' }))).toEqual([])
    expect(foundInList('data-check', memoryContext(store()))).toEqual([])
  })

  it('is one a unit and year', () => {
    const two = (other: object) => ({ 'data-check': [{ id: 'c0', values: { ...check, ...other } }] })
    expect(ofCheck(check, 'one-check-a-year', two({}))).toEqual(['error one-check-a-year year'])
    expect(ofCheck(check, 'one-check-a-year', two({ year: 2025 }))).toEqual([])
    expect(ofCheck(check, 'one-check-a-year', two({ unit: ref('UBND xã Khác', 'u2') }))).toEqual([])
  })

  it('closes its figures before it is due', () => {
    const whole = { ...check, periodFrom: '2026-01-01', periodTo: '2026-12-31' }
    expect(ofCheck({ ...whole, dueAt: '2026-12-19' }, 'check-period-due')).toEqual([
      'error check-period-due periodTo',
    ])
    expect(ofCheck({ ...whole, dueAt: '2027-01-15' }, 'check-period-due')).toEqual([])
    expect(ofCheck({ ...whole, dueAt: null }, 'check-period-due')).toEqual([
      'warning check-period-due periodTo',
    ])
    expect(ofCheck({ ...check, dueAt: null }, 'check-period-due')).toEqual([])
    expect(ofCheck({ ...check, dueAt: '2026-12-14' }, 'check-period-due')).toEqual([
      'error check-period-due periodTo',
    ])
    const [problem] = checkRecord(
      registerOf('data-check')!,
      { ...whole, dueAt: '2026-12-19' },
      memoryContext(store(), { id: 'c1' }),
    )
    expect(problem).toMatchObject({
      message: expect.stringContaining('Kỳ số liệu đến 31/12/2026 nhưng hạn gửi là 19/12/2026'),
      propose: { periodFrom: '2025-12-15', periodTo: '2026-12-14' },
    })
  })

  it('has a period of its year, proposed while there is none', () => {
    expect(ofCheck({ ...check, periodTo: '2025-12-14' }, 'check-period-year')).toEqual([
      'warning check-period-year periodTo',
    ])
    expect(ofCheck(check, 'check-period-year')).toEqual([])
    const empty = checkRecord(registerOf('data-check')!, { year: 2026 }, memoryContext()).find(
      (p) => p.rule === 'check-period-empty',
    )
    expect(empty?.propose).toEqual({ periodFrom: '2025-12-15', periodTo: '2026-12-14' })
    expect(ofCheck(check, 'check-period-empty')).toEqual([])
  })

  it('has something done about what was graded below fair', () => {
    const bad = { 'data-check-database': [{ id: 'b1', values: { ...block, grade: 'can_khac_phuc' } }] }
    const action = (database: unknown) => ({
      ...bad,
      'data-check-action': [
        { id: 'a1', values: { work: 'Thay mã', check: block.check, database } as Values },
      ],
    })
    expect(ofCheck(check, 'grade-without-action', bad)).toEqual(['error grade-without-action -'])
    expect(ofCheck(check, 'grade-without-action', action(ref('Hộ kinh doanh', 'd1')))).toEqual([])
    expect(ofCheck(check, 'grade-without-action', action(null))).toEqual([])
    expect(ofCheck(check, 'grade-without-action', action(ref('Khác', 'd9')))).toEqual([
      'error grade-without-action -',
    ])
    expect(ofCheck({ ...check, grade: 'kem' }, 'grade-without-action')).toEqual([
      'error grade-without-action grade',
    ])
    expect(ofCheck({ ...check, grade: 'kha' }, 'grade-without-action')).toEqual([])
  })

  it('names the databases of the office’s own that it leaves out, of the newest year alone', () => {
    const databases = [
      ...store().database!,
      { id: 'd2', values: own('Hợp tác xã') },
      { id: 'd3', values: own('Hộ tịch', { officeRole: 'nhap_cap_nhat' }) },
      { id: 'd4', values: own('Bỏ rồi', { status: 'ngung' }) },
    ]
    const problems = checkList(registerOf('data-check')!, memoryContext(store({ database: databases })))
    expect(problems.map((p) => p.message)).toEqual([
      'Đợt kiểm tra năm 2026 chưa có kết quả của 1 cơ sở dữ liệu do cơ quan chủ quản: Hợp tác xã.',
    ])
    const later = [...store()['data-check']!, { id: 'c2', values: { ...check, year: 2027 } }]
    expect(
      checkList(
        registerOf('data-check')!,
        memoryContext(store({ database: databases, 'data-check': later })),
      )[0]?.message,
    ).toContain('năm 2027 chưa có kết quả của 2')
    expect(
      foundInList('data-check', memoryContext(store({ database: databases, 'data-check': [] }))),
    ).toEqual([])
  })

  it('answers its plan', () => {
    const planned = (names: readonly [string, string][]) => ({
      'check-plan': [{ id: 'p1', values: { databases: names.map(([text, id]) => ref(text, id)) } }],
    })
    const values = { ...check, plan: ref('Kế hoạch', 'p1') }
    expect(ofCheck(values, 'planned-not-checked', planned([['Hộ kinh doanh', 'd1']]))).toEqual([])
    expect(ofCheck(values, 'planned-not-checked', planned([['Hợp tác xã', 'd2']]))).toEqual([
      'warning planned-not-checked plan',
    ])
  })
})

describe('the check of one database', () => {
  it('says why something failed', () => {
    expect(ofBlock({ ...block, compliance: 'chua_dat' }, 'compliance-reason')).toEqual([
      'error compliance-reason complianceReason',
    ])
    expect(ofBlock({ ...block, complianceSecurity: 'chua_dat' }, 'compliance-reason')).toEqual([
      'error compliance-reason complianceReason',
    ])
    expect(
      ofBlock({ ...block, compliance: 'chua_dat', complianceReason: 'Mã cũ' }, 'compliance-reason'),
    ).toEqual([])
    expect(ofBlock({ ...block, complianceSecurity: 'chua_dat' }, 'compliance-contradiction')).toEqual([
      'warning compliance-contradiction compliance',
    ])
    expect(ofBlock(block, 'compliance-contradiction')).toEqual([])
  })

  it('gives shares of a hundred and changes that may be below zero', () => {
    expect(ofBlock({ ...block, accuracyPercent: 101 }, 'percent')).toEqual(['error percent accuracyPercent'])
    expect(ofBlock({ ...block, accuracyPercent: 100, integrityPercent: 0 }, 'percent')).toEqual([])
    expect(ofBlock({ ...block, integrityPercent: -1 }, 'negative')).toEqual([
      'error negative integrityPercent',
    ])
    expect(ofBlock({ ...block, itemChange: -3, recordChange: -10 }, 'negative')).toEqual([])
  })

  it('says of what kind abnormal records are, and who shared against the regulation', () => {
    expect(ofBlock({ ...block, anomalies: 3 }, 'anomaly-details')).toEqual([
      'warning anomaly-details anomalyKinds',
    ])
    expect(ofBlock({ ...block, anomalies: 3, anomalyKinds: ['trung'] }, 'anomaly-details')).toEqual([])
    expect(ofBlock(block, 'anomaly-details')).toEqual([])
    expect(ofBlock({ ...block, sharingConforms: 'khong' }, 'sharing-not-conforming')).toEqual([
      'warning sharing-not-conforming sharingUsers',
    ])
    expect(
      ofBlock({ ...block, sharingConforms: 'khong', conclusion: 'Dừng chia sẻ' }, 'sharing-not-conforming'),
    ).toEqual([])
    expect(ofBlock({ ...block, sharingConforms: 'co' }, 'sharing-not-conforming')).toEqual([])
  })

  it('is told what the registers count, and may say otherwise', () => {
    const last = {
      'data-check': [...store()['data-check']!, { id: 'c0', values: { ...check, year: 2025 } }],
      'data-check-database': [
        { id: 'b0', values: { ...block, check: ref('2025', 'c0'), itemCount: 5, recordCount: 90 } },
      ],
    }
    const problems = checkRecord(
      registerOf('data-check-database')!,
      { ...block, itemCount: null, recordCount: null },
      memoryContext(store(last), { id: 'b1' }),
    ).filter((p) => p.rule === 'check-figures')
    expect(problems.map((p) => [p.severity, p.field, p.propose])).toEqual([
      ['info', 'itemCount', { itemCount: 2, itemChange: -3 }],
      ['info', 'recordCount', { recordCount: 100 }],
      ['info', 'itemChange', { itemChange: -3 }],
      ['info', 'recordChange', { recordChange: 10 }],
    ])
    expect(
      ofBlock({ ...block, itemCount: 9, itemChange: 4, recordChange: 10 }, 'check-figures', last),
    ).toEqual(['info check-figures itemCount'])
    // A check of an earlier year is not measured against today's registers.
    expect(ofBlock({ ...block, check: ref('2025', 'c0'), itemCount: 9 }, 'check-figures', last)).toEqual([])
  })

  it('is told without being counted as incomplete', () => {
    const values = { ...block, itemCount: 9 }
    const context = memoryContext(store(), { id: 'b1' })
    const register = registerOf('data-check-database')!
    expect(checkRecord(register, values, context).map((p) => p.severity)).toEqual(['info'])
    expect(countProblems(register, values, context)).toBe(0)
    expect(countProblems(register, { ...values, compliance: 'chua_dat' }, context)).toBe(1)
  })

  it('has figures only where the registers can tell', () => {
    expect(checkFigures(undefined, 0, undefined)).toEqual({
      itemCount: null,
      recordCount: null,
      itemChange: null,
      recordChange: null,
    })
    expect(checkFigures({ name: 'A' }, 3, { itemCount: 4 })).toEqual({
      itemCount: 3,
      recordCount: null,
      itemChange: -1,
      recordChange: null,
    })
    // What the officer counted goes before the store.
    expect(
      checkFigures({ recordCount: 10 }, 3, { itemCount: 4, recordCount: 8 }, { itemCount: 6 }),
    ).toMatchObject({ itemCount: 3, itemChange: 2, recordChange: 2 })
  })
})

describe('the plan of a check', () => {
  const plan = { name: 'Kế hoạch 2026', year: 2026, level: 'co_quan', databases: [ref('A', 'd1')] }
  const of = (values: Values, rule: string) => foundIn('check-plan', values, memoryContext(store()), rule)

  it('says when, and by which document once it is approved', () => {
    expect(of(plan, 'plan-without-time')).toEqual(['warning plan-without-time timeFrom'])
    expect(of({ ...plan, timeText: 'Quý IV/2026' }, 'plan-without-time')).toEqual([])
    expect(of({ ...plan, approver: 'Chủ tịch UBND xã', docNo: '25/KH-UBND' }, 'plan-without-number')).toEqual(
      ['warning plan-without-number docDate'],
    )
    expect(of(plan, 'plan-without-number')).toEqual([])
  })
})
