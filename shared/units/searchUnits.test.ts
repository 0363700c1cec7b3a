import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { searchUnits, shippedUnits } from './searchUnits.ts'
import { placeNameOf, UNIT_FILES } from './unitData.ts'

const units = shippedUnits(
  readFileSync(UNIT_FILES.current, 'utf8'),
  readFileSync(UNIT_FILES.historic, 'utf8'),
)
const find = (query: string, historic = false, limit = 20) => searchUnits(units, query, { historic, limit })

describe('the shipped unit list', () => {
  it('holds every unit of the two states, with departments and ministries', () => {
    const count = (historic: boolean, level: string) =>
      units.filter(({ unit }) => unit.historic === historic && unit.level === level).length
    expect([count(false, 'tinh'), count(false, 'xa'), count(false, 'huyen')]).toEqual([34, 3321, 0])
    expect([count(true, 'tinh'), count(true, 'huyen'), count(true, 'xa')]).toEqual([63, 696, 10_035])
    expect(count(false, 'so_nganh')).toBeGreaterThanOrEqual(34 * 12)
    expect(count(false, 'bo')).toBeGreaterThan(17)
  })

  it('gives every unit a code of its own within its state', () => {
    for (const historic of [false, true]) {
      const codes = units.filter(({ unit }) => unit.historic === historic).map(({ unit }) => unit.code)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('names the People’s Committee and its superior', () => {
    expect(find('phường Ba Đình')[0]).toEqual({
      code: '00004',
      name: 'Ủy ban nhân dân phường Ba Đình',
      level: 'xa',
      parentName: 'Ủy ban nhân dân thành phố Hà Nội',
      historic: false,
    })
    expect(
      find('xã Ba Vì hà nội', true).some((u) =>
        u.parentName.startsWith('Ủy ban nhân dân huyện Ba Vì, thành phố Hà Nội'),
      ),
    ).toBe(true)
  })
})

describe('searching units', () => {
  it('finds the same unit without marks, in capitals, with d for đ, in NFD and with either tone position', () => {
    const wanted = find('Khánh Hòa')[0]
    expect(wanted?.code).toBe('56')
    for (const spelling of [
      'khanh hoa',
      'KHÁNH HOÀ',
      'Khánh Hoà'.normalize('NFD'),
      'ubnd tinh khanh hoa',
      'UBND tỉnh Khánh Hòa',
    ]) {
      expect(find(spelling)[0]?.code, spelling).toBe('56')
    }
    expect(find('dong nai')[0]?.name).toBe('Ủy ban nhân dân thành phố Đồng Nai')
  })

  it('finds every unit by its own name without marks and with its superior, among the first twenty', () => {
    const sample = units.filter((_, i) => i % 97 === 0)
    for (const { unit } of sample) {
      const plain = `${unit.name} ${unit.parentName}`
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D')
      expect(
        find(plain, unit.historic).map((u) => u.code),
        plain,
      ).toContain(unit.code)
    }
  })

  it('puts what is typed with its marks before what only folds to it', () => {
    for (const name of ['Xã Sơn Đông', 'Xã Sơn Động', 'Xã Sơn Đồng', 'Xã Văn Lăng']) {
      expect(find(name)[0]?.name.toLowerCase()).toBe(`ủy ban nhân dân ${name.toLowerCase()}`)
    }
  })

  it('keeps abolished districts apart from present units', () => {
    expect(find('huyện Gia Lâm')).toEqual([])
    expect(find('huyện Gia Lâm', true)[0]?.level).toBe('huyen')
    expect(find('sở thông tin và truyền thông sơn la', true)[0]?.level).toBe('so_nganh')
    expect(find('khcn sơn la')[0]).toMatchObject({
      name: 'Sở Khoa học và Công nghệ',
      parentName: 'Ủy ban nhân dân tỉnh Sơn La',
    })
  })

  it('finds nothing for nonsense and provinces for nothing', () => {
    expect(find('qqqzzz')).toEqual([])
    expect(find('', false, 100)).toHaveLength(34)
  })
})

it('gives the place name that stands before the date', () => {
  expect(placeNameOf('Ủy ban nhân dân xã Hòa Bình')).toBe('Hòa Bình')
  expect(placeNameOf('Ủy ban nhân dân phường 5')).toBe('Phường 5')
})
