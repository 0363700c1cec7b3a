import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldKey } from '../text/fold.ts'
import { defineRegister, type Field, field, type Register, type Value } from './define.ts'
import { allowedFromText, displayValue, valueFromText } from './displayValue.ts'
import { matchKeyOf } from './matchKey.ts'
import { registerOf, registers, userRegisters } from './registry.ts'
import { emptyRecord, isIsoDate, parseValue, valuesSchema } from './schema.ts'

const eachField = (of: readonly Register[]) =>
  of.flatMap((r) => r.fields.map((f) => ({ register: r, field: f, at: `${r.id}.${f.id}` })))

describe('every declaration', () => {
  it('has a place in the menu unless it hangs on another', () => {
    for (const register of userRegisters)
      expect(register.group === undefined, register.id).toBe(!!register.parent)
  })

  it('names its fields in Vietnamese and English, with help that gives an example', () => {
    for (const { field: f, at } of eachField(userRegisters)) {
      expect(f.label.vi.length, at).toBeGreaterThan(1)
      expect(f.label.en.length, at).toBeGreaterThan(1)
      expect(f.help.vi, at).toMatch(/Ví dụ|Khi chọn|Số, ngày/)
      expect(f.help.en.length, at).toBeGreaterThan(5)
    }
  })

  it('gives every field a legal basis or says that it is our own', () => {
    for (const { field: f, at } of eachField(userRegisters)) {
      expect(f.demand === 'D' || Object.values(f.legalBasis).some(Boolean), at).toBe(true)
    }
  })

  it('never cites Decree 47/2020 as a rule in force', () => {
    for (const { field: f, at } of eachField(registers))
      expect(f.legalBasis.current_2025 ?? '', at).not.toContain('47/2020')
  })

  it('never lets two labels or synonyms of one register mean two fields', () => {
    for (const register of userRegisters) {
      const owner = new Map<string, string>()
      for (const f of register.fields) {
        for (const heading of new Set([f.label.vi, ...f.synonyms].map(foldKey))) {
          expect(owner.get(heading) ?? f.id, `${register.id}: “${heading}”`).toBe(f.id)
          owner.set(heading, f.id)
        }
      }
    }
  })

  it('never lets one word mean two allowed values', () => {
    for (const { field: f, at } of eachField(registers)) {
      const owner = new Map<string, string>()
      for (const value of f.values ?? []) {
        for (const word of new Set(
          [value.label.vi, value.label.en, ...(value.synonyms ?? [])].map(foldKey),
        )) {
          expect(owner.get(word) ?? value.id, `${at}: “${word}”`).toBe(value.id)
          owner.set(word, value.id)
        }
      }
    }
  })

  it('points references at registers that exist', () => {
    const missing = eachField(registers).filter(({ field: f }) => f.target && !registerOf(f.target))
    expect(missing.map(({ at }) => at)).toEqual([])
  })

  it('shows a note only beside a choice that its field offers', () => {
    for (const { register, field: f, at } of eachField(registers)) {
      if (!f.when) continue
      const choice = register.fields.find((candidate) => candidate.id === f.when?.field)
      const offered = choice?.type === 'bool' ? [true, false] : (choice?.values?.map((v) => v.id) ?? [])
      for (const is of f.when.is) expect(offered, at).toContain(is)
    }
  })

  it('keeps every name, position, phone and email of a person marked as personal', () => {
    const personal = eachField(userRegisters)
      .filter(({ field: f }) => f.sensitivity === 'personal')
      .map(({ at }) => at)
    expect(personal).toEqual([
      'data-item.guardBy',
      'open-dataset.feedbackContact',
      'open-dataset.guardBy',
      'focal-point.fullName',
      'focal-point.position',
      'focal-point.phone',
      'focal-point.email',
      'data-leader.name',
      'data-leader.position',
      'data-leader.phone',
      'data-leader.email',
      'security-report.ownerHead',
      'security-report.ownerHeadPosition',
      'security-report.ownerPhone',
      'security-report.ownerEmail',
      'security-report.securityHead',
      'security-report.securityHeadPosition',
      'security-report.securityPhone',
      'security-report.securityEmail',
      'data-check.preparedBy',
      'data-check.approvedBy',
      'check-plan.team',
      'posted-data.guardBy',
    ])
  })

  it('holds the fields that the law names for a database', () => {
    const ids = registerOf('database')?.fields.map((f) => f.id)
    for (const id of [
      'name',
      'purpose',
      'scope',
      'content',
      'collectMechanism',
      'updateMechanism',
      'dataSource',
      'dbOwner',
      'officeRole',
      'recordKind',
      'sharedListNo',
      'integrationState',
      'inUseAt',
      'storageForm',
      'sector',
      'bigData',
    ]) {
      expect(ids).toContain(id)
    }
  })
})

describe('adding a field', () => {
  it('makes it part of the schema, the display and the empty record, and of nothing else', () => {
    const base = registerOf('focal-point')!
    const added = field({ id: 'officeRoom', label: { vi: 'Phòng làm việc', en: 'Room' }, type: 'text' })
    const wider = defineRegister({ ...base, fields: [...base.fields, added] })
    expect(valuesSchema(wider).parse({ officeRoom: '  Phòng\n12 ' })).toEqual({ officeRoom: 'Phòng 12' })
    expect(valuesSchema(wider).safeParse({ officeRoom: 12 }).success).toBe(false)
    expect(emptyRecord(wider)).toEqual({ ...emptyRecord(base), officeRoom: null })
    // The register without it keeps the value apart, untouched.
    expect(valuesSchema(base).parse({ officeRoom: 12 })).toEqual({ officeRoom: 12 })
  })
})

describe('parsing a value', () => {
  const of = (register: string, id: string): Field => registerOf(register)!.fields.find((f) => f.id === id)!

  it('makes texts NFC, one line, without invisible marks', () => {
    expect(parseValue(of('database', 'name'), '  Hộ\u00a0tịch\r\n điện\u200btử '.normalize('NFD'))).toEqual({
      ok: true,
      value: 'Hộ tịch điệntử',
    })
    expect(parseValue(of('database', 'purpose'), '\n- Một\r\n- Hai  \n')).toEqual({
      ok: true,
      value: '- Một\n- Hai',
    })
  })

  it('refuses what is too long, of the wrong type, or no real day', () => {
    expect(parseValue(of('database', 'name'), 'x'.repeat(501))).toEqual({
      ok: false,
      error: { code: 'too-long', max: 500 },
    })
    expect(parseValue(of('database', 'purpose'), 'x'.repeat(20_001)).ok).toBe(false)
    expect(parseValue(of('database', 'recordCount'), 1.5).ok).toBe(false)
    expect(parseValue(of('database', 'recordCount'), 2 ** 53).ok).toBe(false)
    expect(parseValue(of('database', 'inUseAt'), '2026-02-29')).toEqual({
      ok: false,
      error: { code: 'not-a-date', value: '2026-02-29' },
    })
    expect(parseValue(of('database', 'dbKind'), 'nope').ok).toBe(false)
    expect(isIsoDate('2024-02-29')).toBe(true)
  })

  it('stores a phone as digits and leaves what is none as written', () => {
    expect(parseValue(of('focal-point', 'phone'), '0900 000.001')).toEqual({ ok: true, value: '0900000001' })
    expect(parseValue(of('focal-point', 'phone'), '0900 000 001, 0900 000 002')).toEqual({
      ok: true,
      value: '0900 000 001, 0900 000 002',
    })
  })

  it('sorts a list of choices and drops repeats', () => {
    expect(parseValue(of('open-dataset', 'formats'), ['xlsx', 'csv', 'xlsx'])).toEqual({
      ok: true,
      value: ['csv', 'xlsx'],
    })
  })

  it('keeps a reference’s own words beside the record it names', () => {
    expect(parseValue(of('database', 'dbOwner'), ' Bộ  Tư pháp ')).toEqual({
      ok: true,
      value: { text: 'Bộ Tư pháp', id: null },
    })
  })
})

describe('reading back what is shown', () => {
  const shown = (f: Field): fc.Arbitrary<Value> => {
    switch (f.type) {
      case 'bool':
        return fc.boolean()
      case 'int':
        return fc.integer()
      case 'date':
        return fc
          .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
          .map((d) => d.toISOString().slice(0, 10))
      case 'enum':
        return fc.constantFrom(...f.values!.map((v) => v.id))
      case 'multi':
        return fc
          .uniqueArray(fc.constantFrom(...f.values!.map((v) => v.id)), { minLength: 1 })
          .map((ids) => [...ids].sort())
      default:
        return fc.constantFrom('Xã Mẫu', 'Sổ hộ tịch 2016–2025', '0900000001')
    }
  }

  it('gives the same value for every field, in both languages', () => {
    for (const { field: f, at } of eachField(userRegisters)) {
      if (f.type === 'ref' || f.type === 'refs') continue
      fc.assert(
        fc.property(shown(f), fc.constantFrom('vi' as const, 'en' as const), (value, language) => {
          expect(valueFromText(f, displayValue(f, value, language)), at).toEqual({ ok: true, value })
        }),
        { numRuns: 12 },
      )
    }
  })

  it('takes dates, numbers and marks as offices write them', () => {
    const date = registerOf('database')!.fields.find((f) => f.id === 'inUseAt')!
    expect(valueFromText(date, '5/3/2026')).toEqual({ ok: true, value: '2026-03-05' })
    expect(valueFromText(date, '31/02/2026').ok).toBe(false)
    const count = registerOf('database')!.fields.find((f) => f.id === 'recordCount')!
    expect(valueFromText(count, '1.394.695')).toEqual({ ok: true, value: 1_394_695 })
    expect(valueFromText(count, '10,5').ok).toBe(false)
    const big = registerOf('database')!.fields.find((f) => f.id === 'bigData')!
    expect(valueFromText(big, 'X')).toEqual({ ok: true, value: true })
  })

  it('knows allowed values by their synonyms, whatever their case and marks', () => {
    const frequency = registerOf('open-dataset')!.fields.find((f) => f.id === 'frequency')!
    expect(allowedFromText(frequency.values!, '6 tháng/lần')).toBe('sau_thang')
    expect(allowedFromText(frequency.values!, 'HÀNG NĂM')).toBe('nam')
    expect(allowedFromText(frequency.values!, 'thỉnh thoảng')).toBeUndefined()
    const formats = registerOf('open-dataset')!.fields.find((f) => f.id === 'formats')!
    expect(valueFromText(formats, 'API, Excel')).toEqual({ ok: true, value: ['api', 'xlsx'] })
    const users = registerOf('data-item')!.fields.find((f) => f.id === 'userGroup')!
    expect(valueFromText(users, 'Bộ, ngành trung ương, người dân')).toEqual({
      ok: true,
      value: ['bo_nganh', 'nguoi_dan'],
    })
  })
})

describe('the match key', () => {
  const database = registerOf('database')!

  it('is the same for every way of typing one name', () => {
    const key = (name: string, owner: string) =>
      matchKeyOf(database, { name, dbOwner: { text: owner, id: null } })
    expect(key('CSDL ĐẤT ĐAI', 'Bộ Nông nghiệp và Môi trường')).toBe(
      key('csdl dat  dai'.normalize('NFD'), 'bo nong nghiep va moi truong'),
    )
    expect(key('CSDL đất đai', 'Sở A')).not.toBe(key('CSDL đất đai', 'Sở B'))
  })

  it('is empty without a name, so that unnamed records are never taken for one', () => {
    expect(matchKeyOf(database, { name: null, dbOwner: { text: 'Sở A', id: null } })).toBe('')
  })
})
