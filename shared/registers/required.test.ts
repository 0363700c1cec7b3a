import { describe, expect, it } from 'vitest'
import { PROVINCE_FORM } from './common.ts'
import type { Values } from './define.ts'
import { fieldOf } from './define.ts'
import { registerOf, userRegisters } from './registry.ts'
import { demandUnder, isGap, isReference, isRequired, isRequiredOfAll } from './required.ts'

const database = registerOf('database')!
const dataItem = registerOf('data-item')!
const gaps = (register: typeof database, values: Values) =>
  register.fields.filter((f) => isGap(register, f, values, 'current_2025')).map((f) => f.id)

describe('a record that refers to another agency’s', () => {
  it('is one by its own kind, else by the office’s role', () => {
    expect(isReference(database, { recordKind: 'tham_chieu', officeRole: 'chu_quan' })).toBe(true)
    expect(isReference(database, { recordKind: 'goc', officeRole: 'chi_khai_thac' })).toBe(false)
    expect(isReference(database, { officeRole: 'nhap_cap_nhat' })).toBe(true)
    expect(isReference(database, { officeRole: 'van_hanh' })).toBe(false)
    expect(isReference(database, {})).toBe(false)
    expect(isReference(dataItem, { officeRole: 'chi_khai_thac' })).toBe(false)
  })

  it('is asked for its name, owner and role alone, and an original for its content too', () => {
    expect(gaps(database, { recordKind: 'tham_chieu' })).toEqual(['name', 'officeRole', 'dbOwner'])
    expect(gaps(database, { recordKind: 'goc' })).toEqual(expect.arrayContaining(['purpose', 'personalData']))
  })

  it('has its stars by the same declaration', () => {
    const purpose = fieldOf(database, 'purpose')
    expect(isRequired(database, purpose, { officeRole: 'chi_khai_thac' }, 'current_2025')).toBe(false)
    expect(isRequired(database, purpose, { officeRole: 'chu_quan' }, 'current_2025')).toBe(true)
    expect([
      isRequiredOfAll(database, purpose),
      isRequiredOfAll(database, fieldOf(database, 'name')),
    ]).toEqual([false, true])
  })
})

describe('the grid of items and users', () => {
  it('leaves no gap once its cells are filled', () => {
    const grid = [...dataItem.matrix!.fields, ...dataItem.matrix!.also, dataItem.matrix!.defaultField]
    const filled = Object.fromEntries(grid.map((id) => [id, fieldOf(dataItem, id).values![0]!.id]))
    const named = { itemName: 'Toàn bộ dữ liệu', database: { text: 'CSDL', id: 'd1' } }
    expect(gaps(dataItem, { ...named, ...filled })).toEqual([])
    expect(gaps(dataItem, named)).toContain('userGroup')
  })

  it('has a letter for every value of every column, each its own', () => {
    const { fields, also, defaultField } = dataItem.matrix!
    for (const id of [...fields, ...also, defaultField]) {
      const letters = fieldOf(dataItem, id).values!.map((v) => v.letter)
      expect(letters, id).not.toContain(undefined)
      expect(new Set(letters).size, id).toBe(letters.length)
    }
  })
})

describe('who asks for a field', () => {
  it('is the law only under a profile that cites one', () => {
    const purpose = fieldOf(database, 'purpose')
    expect([demandUnder(purpose, 'nd47_2020'), demandUnder(purpose, 'current_2025')]).toEqual(['L', 'P'])
    const accessClass = fieldOf(dataItem, 'accessClass')
    expect([demandUnder(accessClass, 'nd47_2020'), demandUnder(accessClass, 'current_2025')]).toEqual([
      'L',
      'D',
    ])
  })

  it('is never the law where a form of the province is all there is, and is it somewhere where the field says so', () => {
    for (const register of userRegisters) {
      for (const f of register.fields) {
        const under = (['nd47_2020', 'current_2025'] as const).map((profile) => demandUnder(f, profile))
        if (f.demand === 'L') expect(under, `${register.id}.${f.id}`).toContain('L')
        for (const [i, profile] of (['nd47_2020', 'current_2025'] as const).entries())
          if (f.legalBasis[profile] === PROVINCE_FORM) expect(under[i], f.id).not.toBe('L')
      }
    }
  })
})
