import { describe, expect, it } from 'vitest'
import type { Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { reportedLevels, securityReportFigures } from '../registers/securityReportFigures.ts'
import { checkRecord } from './checkRecord.ts'
import { foundIn, foundInList, memoryContext, ref } from './ruleFixture.ts'

const system = (id: string, over: Values = {}) => ({
  id,
  values: { name: id, officeRole: 'chu_quan', systemType: 'noi_bo', ...over },
})
const level = (id: string, over: Values = {}) => ({
  id: `level-${id}`,
  values: { system: ref(id, id), proposedLevel: 'cap_2', approvalState: 'du_thao', ...over },
})
const approved = {
  approvalState: 'da_phe_duyet',
  approvalDecision: '45/QĐ-UBND',
  regulation: '30/QĐ-UBND',
  checks: ['dinh_ky'],
}
const found = (values: Values, rule: string, store = {}) =>
  foundIn('security-level', values, memoryContext(store), rule)

describe('what the form asks beside a system', () => {
  it('is a decision and a regulation once approved', () => {
    const bare = { approvalState: 'da_phe_duyet' }
    expect(found(bare, 'level-approved-decision')).toEqual(['error level-approved-decision approvalDecision'])
    expect(found(bare, 'level-approved-regulation')).toEqual(['error level-approved-regulation regulation'])
    expect(found(approved, 'level-approved-decision')).toEqual([])
    expect(found({ approvalState: 'da_gui' }, 'level-approved-regulation')).toEqual([])
  })

  it('is a day while it is not approved or not carried out in full', () => {
    expect(found({ approvalState: 'da_gui' }, 'level-expected-approval')).toHaveLength(1)
    expect(
      found({ approvalState: 'da_gui', plannedApprovalAt: '2027-06-30' }, 'level-expected-approval'),
    ).toEqual([])
    expect(found(approved, 'level-expected-approval')).toEqual([])
    expect(found({ implementation: 'mot_so' }, 'level-expected-plan')).toHaveLength(1)
    expect(found({ implementation: 'day_du' }, 'level-expected-plan')).toEqual([])
  })

  it('is a day still to come', () => {
    const late = { approvalState: 'da_gui', plannedApprovalAt: '2026-06-30' }
    expect(found(late, 'level-day-passed')).toEqual(['warning level-day-passed plannedApprovalAt'])
    expect(found({ ...late, plannedApprovalAt: '2027-06-30' }, 'level-day-passed')).toEqual([])
  })
})

describe('the least level', () => {
  const store = {
    'information-system': [
      system('w', { systemType: 'phuc_vu_nguoi_dan' }),
      system('a', { infoType: ['ca_nhan'] }),
      system('m', { infoType: ['bi_mat_nha_nuoc'] }),
    ],
  }
  it.each<[string, Values, string[]]>([
    [
      'personal information asks for 2',
      { system: ref('a', 'a'), proposedLevel: 'cap_1' },
      ['warning level-too-low proposedLevel'],
    ],
    ['and 2 is enough', { system: ref('a', 'a'), proposedLevel: 'cap_2' }, []],
    [
      'procedures ask for 3',
      { proposedLevel: 'cap_2', handlesTthc: true },
      ['warning level-too-low proposedLevel'],
    ],
    [
      '100,001 subjects ask for 3',
      { proposedLevel: 'cap_2', subjectsBasic: 100_001 },
      ['warning level-too-low proposedLevel'],
    ],
    ['100,000 do not', { proposedLevel: 'cap_2', subjectsBasic: 100_000 }, []],
    [
      'state secrets below 3 are an error',
      { system: ref('m', 'm'), proposedLevel: 'cap_2' },
      ['error level-too-low proposedLevel'],
    ],
  ])('%s', (_, values, expected) => expect(found(values, 'level-too-low', store)).toEqual(expected))

  it('may be approved as another, which is asked about', () => {
    expect(
      found({ ...approved, proposedLevel: 'cap_2', approvedLevel: 'cap_3' }, 'level-approved-differs'),
    ).toHaveLength(1)
    expect(
      found({ ...approved, proposedLevel: 'cap_2', approvedLevel: 'cap_2' }, 'level-approved-differs'),
    ).toEqual([])
  })
})

describe('systems', () => {
  it('of the office’s own have one level record', () => {
    const store = { 'security-level': [level('a'), { ...level('a'), id: 'again' }] }
    const own = (id: string, values: Values) =>
      foundIn('information-system', values, memoryContext(store, { id }), 'system-without-level')
    expect(own('b', system('b').values)).toHaveLength(1)
    expect(own('a', system('a').values)).toEqual([])
    expect(own('b', system('b', { officeRole: 'chi_khai_thac' }).values)).toEqual([])
    const twice = foundIn(
      'security-level',
      level('a').values,
      memoryContext(store, { id: 'again' }),
      'level-twice',
    )
    expect(twice).toEqual(['error level-twice system'])
    expect(foundIn('security-level', level('c').values, memoryContext(store), 'level-twice')).toEqual([])
  })

  it('left from a merged unit say what becomes of them', () => {
    const old = { fromLegacyUnit: true }
    expect(foundIn('information-system', old, memoryContext(), 'system-from-legacy')).toHaveLength(1)
    expect(
      foundIn(
        'information-system',
        { ...old, fromLegacyUnitNote: 'x' },
        memoryContext(),
        'system-from-legacy',
      ),
    ).toEqual([])
  })

  it('have risks on a scale of five', () => {
    expect(
      foundIn('security-risk', { likelihood: 6, impact: 3 }, memoryContext(), 'risk-scale'),
    ).toHaveLength(1)
    expect(foundIn('security-risk', { likelihood: 5, impact: 1 }, memoryContext(), 'risk-scale')).toEqual([])
  })
})

describe('the report of Mẫu số 08', () => {
  const systems = [
    system('a'),
    system('b', { systemType: null }),
    system('c'),
    system('theirs', { officeRole: 'chi_khai_thac' }),
  ]
  const levels = [
    level('a', approved),
    level('b', { approvalState: 'da_gui', plannedApprovalAt: '2027-03-31' }),
    level('c', { plannedApprovalAt: '2027-06-30' }),
    level('theirs', approved),
  ]
  const store = { 'information-system': systems, 'security-level': levels }
  const figures = {
    systemsTotal: 3,
    systemsClassified: 2,
    systemsWithDossier: 2,
    systemsAppraised: 1,
    systemsApproved: 1,
    systemsCheckedRegularly: 1,
    allApprovedBy: '2027-06-30',
  }

  it('counts the office’s own systems by the form’s lines', () => {
    expect(securityReportFigures(systems, levels)).toEqual(figures)
    expect(reportedLevels(systems, levels).map(({ id }) => id)).toEqual(['level-a', 'level-b', 'level-c'])
    expect(securityReportFigures([], [])).toMatchObject({ systemsTotal: 0, allApprovedBy: null })
  })

  it('names no day for all while one system has none', () => {
    expect(
      securityReportFigures(systems, [level('a'), level('b', { plannedApprovalAt: '2027-01-01' })])
        .allApprovedBy,
    ).toBeNull()
  })

  it('says which figures differ and offers what was counted', () => {
    const register = registerOf('security-report')!
    const problems = checkRecord(register, { year: 2026, ...figures, systemsTotal: 9 }, memoryContext(store))
    const found = problems.find(({ rule }) => rule === 'security-figures')
    expect([found?.field, found?.propose]).toEqual(['systemsTotal', { systemsTotal: 3 }])
    expect(
      foundIn('security-report', { year: 2026, ...figures }, memoryContext(store), 'security-figures'),
    ).toEqual([])
    expect(foundIn('security-report', { year: 2025 }, memoryContext(store), 'security-figures')).toEqual([])
  })

  it('has the period of the law, once a year', () => {
    const register = registerOf('security-report')!
    const [period] = checkRecord(register, { year: 2026 }, memoryContext(store)).filter(
      ({ rule }) => rule === 'security-period',
    )
    expect(period?.propose).toEqual({ periodFrom: '2025-12-15', periodTo: '2026-12-14' })
    const right = { year: 2026, ...period!.propose }
    expect(foundIn('security-report', right, memoryContext(store), 'security-period')).toEqual([])
    const twice = { ...store, 'security-report': [{ id: 'r1', values: { year: 2026 } }] }
    expect(
      foundIn('security-report', right, memoryContext(twice), 'one-security-report-a-year'),
    ).toHaveLength(1)
    expect(
      foundIn('security-report', right, memoryContext(twice, { id: 'r1' }), 'one-security-report-a-year'),
    ).toEqual([])
  })

  it('lacks rows for systems without a level', () => {
    const report = [{ id: 'r1', values: { year: 2026 } }]
    expect(foundInList('security-report', memoryContext({ ...store, 'security-report': report }))).toEqual([])
    const without = { ...store, 'security-level': levels.slice(1), 'security-report': report }
    expect(foundInList('security-report', memoryContext(without))).toEqual(['error security-rows'])
  })
})
