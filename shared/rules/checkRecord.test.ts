import { describe, expect, it } from 'vitest'
import { addMonths } from '../deadlines/workingDays.ts'
import type { ProfileId, RegisterId, Values } from '../registers/define.ts'
import { registerOf, userRegisters } from '../registers/registry.ts'
import { isShown } from '../registers/schema.ts'
import { checkList, checkRecord, listRules, rules } from './checkRecord.ts'
import type { Obligation, RuleContext } from './rule.ts'
import { memoryContext, ref } from './ruleFixture.ts'
import { hasFormat } from './textFormat.ts'

const context = memoryContext

const found = (register: RegisterId, values: Values, ctx = context()) =>
  checkRecord(registerOf(register)!, values, ctx).map((p) => `${p.severity} ${p.rule} ${p.field ?? '-'}`)
const foundRule = (rule: string, register: RegisterId, values: Values, ctx = context()) =>
  checkRecord(registerOf(register)!, values, ctx).filter((p) => p.rule === rule)
describe('every rule', () => {
  it('has an id of its own, a sentence and a way to mend it in both languages', () => {
    const every = [...rules, ...listRules]
    expect(new Set(every.map((r) => r.id)).size).toBe(every.length)
    for (const rule of every) {
      for (const label of [rule.message, rule.mend]) {
        expect(label.vi.length, rule.id).toBeGreaterThan(10)
        expect(label.en.length, rule.id).toBeGreaterThan(5)
      }
    }
  })

  it('names only registers and fields that exist', () => {
    for (const rule of rules) {
      if (rule.register === null) continue
      const ids = registerOf(rule.register)?.fields.map((f) => f.id) ?? []
      for (const id of rule.fields) expect(ids, `${rule.id}.${id}`).toContain(id)
    }
  })

  it('never throws, and leaves no place unfilled, on an empty or nonsensical record', () => {
    for (const register of userRegisters) {
      const nonsense = Object.fromEntries(register.fields.map((f) => [f.id, 'x']))
      for (const values of [{}, nonsense] as Values[]) {
        for (const language of ['vi', 'en'] as const) {
          for (const p of checkRecord(register, values, context(), language)) {
            expect(`${p.message} ${p.mend}`, p.rule).not.toMatch(/[{}]/)
          }
        }
      }
    }
  })

  it('never calls a target that is only striven for an error', () => {
    for (const id of ['update-due', 'review-due', 'regulation-missing', 'items-missing', 'open-format']) {
      expect(rules.find((r) => r.id === id)?.severity).toBe('warning')
    }
  })
})

describe('required fields', () => {
  it('are asked for by the profile whose law names them, with its citation', () => {
    const item = { itemName: 'Thông tin thửa đất', database: ref('CSDL đất đai', 'd1') }
    const store = { database: [{ id: 'd1', values: {} }] }
    const asked = (profile: ProfileId) =>
      foundRule('required', 'data-item', item, context(store, { profile })).map((p) => p.field)
    expect(asked('nd47_2020')).toEqual(['accessClass', 'userGroup', 'personalData'])
    expect(asked('current_2025')).toEqual(['disclosure', 'userGroup', 'personalData'])
    const why = foundRule('required', 'data-item', item, context(store, { profile: 'nd47_2020' }))[0]?.why
    expect(why).toBe('Điểm d khoản 4 Điều 11 Nghị định số 47/2020/NĐ-CP')
  })

  it('follow the record’s own legal profile before the office’s', () => {
    const asked = foundRule('required', 'data-item', { legalProfile: 'nd47_2020' }).map((p) => p.field)
    expect(asked).toContain('accessClass')
    expect(asked).not.toContain('disclosure')
  })

  it('come as errors in the order of the form', () => {
    const problems = checkRecord(registerOf('focal-point')!, {}, context())
    expect(problems.map((p) => p.field)).toEqual(['fullName', 'position', 'duty', 'phone', 'email'])
    expect(problems[0]?.message).toBe('Chưa ghi “Họ và tên”.')
  })
})

describe('formats', () => {
  it('takes phones, mails and codes as offices have them and points at the rest', () => {
    const good = {
      phone: ['0900000001', '02438000000', '+84900000001', '19001234'],
      email: ['nvmau@xamau.gov.vn'],
      'org-id': ['H40', 'H40.12.5', '000.00.00.H40', 'Z01ABC'],
      'admin-code': ['01', '001', '00004'],
      url: ['https://data.gov.vn/a?b=1', 'xamau.gov.vn'],
      year: ['2021'],
    } as const
    const bad = {
      phone: ['0900', '0900000001; 0900000002'],
      email: ['nvmau@', 'a b@c.vn', 'a@b..vn', '.@-.c'],
      'org-id': ['ZZ', 'H4', 'Z40', 'H40.', `H40.${'1'.repeat(32)}`],
      'admin-code': ['4', '0004'],
      url: ['xem trên cổng'],
      year: ['21', '1900'],
    } as const
    for (const [format, values] of Object.entries(good))
      for (const v of values) expect(hasFormat(format as 'phone', v), `${format} ${v}`).toBe(true)
    for (const [format, values] of Object.entries(bad))
      for (const v of values) expect(hasFormat(format as 'phone', v), `${format} ${v}`).toBe(false)
  })

  it('leads to the field and shows an example', () => {
    const [problem] = foundRule('format', 'focal-point', { email: 'nvmau(at)xamau' })
    expect(problem).toMatchObject({
      severity: 'error',
      field: 'email',
      mend: 'Sửa theo mẫu: nvmau@xamau.gov.vn.',
    })
  })

  it('finds dates that end before they begin and slips of the year', () => {
    expect(found('focal-point', { startAt: '2026-05-01', endAt: '2026-04-30' })).toContain(
      'error date-order endAt',
    )
    expect(found('database', { inUseAt: '1017-05-01' })).toContain('warning date-range inUseAt')
    expect(found('database', { inUseAt: '2017-05-01' })).not.toContain('warning date-range inUseAt')
  })
})

describe('“khác”', () => {
  it('needs its note, in single and multiple choices', () => {
    expect(found('database', { collectMechanism: 'khac' })).toContain('error other-note collectMechanismNote')
    expect(found('database', { collectMechanism: 'khac', collectMechanismNote: 'từ camera' })).not.toContain(
      'error other-note collectMechanismNote',
    )
    expect(found('open-dataset', { formats: ['csv', 'khac'] })).toContain('error other-note formatsNote')
    expect(found('open-dataset', { formats: ['csv'] })).not.toContain('error other-note formatsNote')
  })
})

describe('a note that may always be written', () => {
  it('is asked for only beside “khác”', () => {
    const notes = (collectMechanism: string | null) =>
      found('database', { collectMechanism }).filter((p) => p.includes('other-note'))
    expect(notes('khac')).toHaveLength(1)
    expect(notes('nhap_truc_tiep')).toEqual([])
    const note = registerOf('database')!.fields.find((f) => f.id === 'collectMechanismNote')!
    expect(isShown(note, { collectMechanism: 'nhap_truc_tiep' })).toBe(true)
  })
})

describe('open formats', () => {
  it('are those that the declaration marks', () => {
    const warned = (formats: string[]) => found('open-dataset', { formats }).join().includes('open-format')
    expect([warned(['pdf', 'xlsx']), warned(['pdf', 'csv']), warned(['shp']), warned([])]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

describe('references and duplicates', () => {
  it('warns of a name that is linked to no record, and only mentions an agency', () => {
    const values = { sourceDb: ref('CSDL giáo dục'), publisher: ref('UBND xã Mẫu') }
    expect(found('open-dataset', values)).toEqual(
      expect.arrayContaining(['warning unresolved sourceDb', 'info unresolved publisher']),
    )
    const linked = context({ database: [{ id: 'd1', values: {} }] })
    expect(found('open-dataset', { sourceDb: ref('CSDL giáo dục', 'd1') }, linked)).not.toContain(
      'warning unresolved sourceDb',
    )
    expect(found('open-dataset', { sourceDb: ref('CSDL giáo dục', 'gone') }, linked)).toContain(
      'warning unresolved sourceDb',
    )
  })

  it('calls a child without its parent an error', () => {
    expect(found('data-item', { database: ref('CSDL nào đó') })).toContain('error unresolved database')
  })

  it('finds one thing declared twice, but not the record itself', () => {
    const values = { name: 'CSDL Đất đai', dbOwner: ref('Sở A') }
    const store = {
      database: [
        { id: 'd1', values },
        { id: 'd2', values: { ...values, name: 'csdl dat dai' } },
      ],
    }
    expect(foundRule('duplicate', 'database', values, context(store, { id: 'd1' }))[0]?.message).toBe(
      'Trùng với 1 bản ghi khác: “CSDL Đất đai”.',
    )
    expect(
      foundRule('duplicate', 'database', values, context({ database: [store.database[0]!] }, { id: 'd1' })),
    ).toEqual([])
  })
})

describe('databases', () => {
  it('must say why data already held is asked for again', () => {
    expect(found('database', { resubmission: true })).toContain(
      'error resubmission-reason resubmissionReason',
    )
    expect(found('database', { resubmission: true, resubmissionReason: 'cap_nhat' })).not.toContain(
      'error resubmission-reason resubmissionReason',
    )
    expect(found('database', { resubmission: false })).not.toContain(
      'error resubmission-reason resubmissionReason',
    )
  })

  it('of the office’s own should have an item, once saved', () => {
    const own = { officeRole: 'chu_quan' }
    const item = { id: 'i1', values: { database: ref('x', 'd1') } }
    expect(foundRule('items-missing', 'database', own, context({}, { id: 'd1' }))).toHaveLength(1)
    expect(
      foundRule('items-missing', 'database', own, context({ 'data-item': [item] }, { id: 'd1' })),
    ).toEqual([])
    expect(
      foundRule('items-missing', 'database', { officeRole: 'chi_khai_thac' }, context({}, { id: 'd1' })),
    ).toEqual([])
  })

  it('may not hold a value of the other profile unnoticed', () => {
    expect(found('database', { dbKind: 'tong_hop' }, context({}, { profile: 'nd47_2020' }))).toContain(
      'warning historic-value dbKind',
    )
    expect(found('database', { dbKind: 'tong_hop' })).not.toContain('warning historic-value dbKind')
  })
})

describe('data items', () => {
  const parent = (personalData: string) => context({ database: [{ id: 'd1', values: { personalData } }] })
  const database = ref('CSDL hộ tịch', 'd1')

  it('with personal data cannot be open for anybody', () => {
    expect(found('data-item', { personalData: 'co_ban', accessClass: 'du_lieu_mo' })).toContain(
      'error open-personal accessClass',
    )
    expect(found('data-item', { personalData: 'nhay_cam', accessCitizen: 'du_lieu_mo' })).toContain(
      'error open-personal accessCitizen',
    )
    expect(found('data-item', { personalData: 'khong', accessClass: 'du_lieu_mo' })).not.toContain(
      'error open-personal accessClass',
    )
    expect(found('data-item', { personalData: 'co_ban', disclosure: 'cong_khai' })).toContain(
      'error public-personal disclosure',
    )
  })

  it('that are open in a database with personal data need a statement', () => {
    const open = { database, accessClass: 'du_lieu_mo', personalData: 'khong' }
    expect(found('data-item', open, parent('co_ban'))).toContain('error open-statement aggregationStatement')
    expect(
      found('data-item', { ...open, aggregationStatement: 'Chỉ còn số tổng theo thôn' }, parent('co_ban')),
    ).not.toContain('error open-statement aggregationStatement')
    expect(found('data-item', open, parent('khong'))).not.toContain(
      'error open-statement aggregationStatement',
    )
  })
})

describe('open datasets', () => {
  const published = { status: 'da_cong_bo', publishedAt: '2026-01-15', channel: ['cong_du_lieu_tinh'] }

  it('should name their source database', () => {
    expect(found('open-dataset', {})).toContain('warning source-database sourceDb')
  })

  it('from a database with personal data must judge the risk', () => {
    const store = context({ database: [{ id: 'd1', values: { personalData: 'co_ban' } }] })
    const values = { sourceDb: ref('CSDL hộ tịch', 'd1') }
    expect(found('open-dataset', values, store)).toContain('error open-from-personal privacyRisk')
    expect(found('open-dataset', { ...values, privacyRisk: 'thap' }, store)).not.toContain(
      'error open-from-personal privacyRisk',
    )
  })

  it('warn after three months without an update and six without a review', () => {
    expect(found('open-dataset', published)).toEqual(
      expect.arrayContaining(['warning update-due lastUpdatedAt', 'warning review-due nextReviewAt']),
    )
    const fresh = { ...published, lastUpdatedAt: '2026-09-01', nextReviewAt: '2027-01-01' }
    expect(found('open-dataset', fresh).filter((p) => p.includes('-due'))).toEqual([])
    expect(
      found('open-dataset', { ...published, frequency: 'nam' }).filter((p) => p.includes('update-due')),
    ).toEqual([])
  })

  it('cannot be published against the judgement of their risk', () => {
    expect(found('open-dataset', { ...published, privacyRisk: 'cao' })).toContain(
      'error published-high-risk privacyRisk',
    )
    expect(found('open-dataset', { ...published, disclosure: 'khong_cong_khai' })).toContain(
      'error label-and-status disclosure',
    )
  })

  it('count months as calendars do', () => {
    expect([
      addMonths('2026-01-31', 1),
      addMonths('2024-01-31', 1),
      addMonths('2026-11-30', 3),
      addMonths('2026-12-15', 6),
    ]).toEqual(['2026-02-28', '2024-02-29', '2027-02-28', '2027-06-15'])
  })
})

describe('focal points', () => {
  const officer = { fullName: 'Nguyễn Văn Mẫu', unit: ref('UBND xã Mẫu') }

  it('are one in force for an agency, former ones apart', () => {
    const store = (endAt: string | null) =>
      context({ 'focal-point': [{ id: 'f1', values: { ...officer, endAt } }] }, { id: 'f2' })
    expect(found('focal-point', officer, store(null))).toContain('error one-in-force endAt')
    expect(found('focal-point', officer, store('2026-06-30'))).not.toContain('error one-in-force endAt')
    expect(found('focal-point', { ...officer, endAt: '2026-01-01' }, store(null))).not.toContain(
      'error one-in-force endAt',
    )
    expect(found('focal-point', { ...officer, unit: ref('UBND xã Khác') }, store(null))).not.toContain(
      'error one-in-force endAt',
    )
  })

  it('are missed in the list when the last one has left', () => {
    const problems = (records: Values[], over: Partial<RuleContext> = {}) =>
      checkList(
        registerOf('focal-point')!,
        context({ 'focal-point': records.map((values, i) => ({ id: `f${i}`, values })) }, over),
      ).map((p) => `${p.severity} ${p.rule}`)
    const gone = { ...officer, endAt: '2026-06-30' }
    expect(problems([gone])).toEqual(['error none-in-force'])
    expect(problems([{ ...officer, level: 'tinh' }])).toEqual(['error none-in-force'])
    expect(problems([officer])).toEqual([])
    expect(problems([])).toEqual([])
    expect(checkList(registerOf('database')!, context())).toEqual([])
    // As hard as the office's plan asks: a duty, a wish, or nothing.
    expect(problems([gone], { obligationOf: () => 'must' })).toEqual(['error none-in-force'])
    expect(problems([gone], { obligationOf: () => 'should' })).toEqual(['info none-in-force'])
    expect(problems([gone], { obligationOf: () => 'none' })).toEqual([])
  })

  it('are no error by their number where the plan does not oblige', () => {
    const store = { 'focal-point': [{ id: 'f1', values: officer }] }
    const of = (obligation: Obligation) =>
      found('focal-point', officer, context(store, { id: 'f2', obligationOf: () => obligation }))
    expect(of('must')).toContain('error one-in-force endAt')
    expect(of('none')).toContain('warning one-in-force endAt')
  })

  it('are persons, but for the province level', () => {
    expect(found('focal-point', { kind: 'co_quan' })).toContain('warning agency-level kind')
    expect(found('focal-point', { kind: 'co_quan', level: 'tinh' })).not.toContain(
      'warning agency-level kind',
    )
  })
})
