import { describe, expect, it } from 'vitest'
import { agencyLines, basisLines, dateLine, numberLine } from './letterhead.ts'

describe('the date line (Decree 30/2020, Phụ lục I, II.4)', () => {
  it('puts a zero before days below 10 and before months 1 and 2 only', () => {
    expect(dateLine('Tân Trào', '2026-02-05')).toBe('Tân Trào, ngày 05 tháng 02 năm 2026')
    expect(dateLine('Tân Trào', '2026-01-31')).toBe('Tân Trào, ngày 31 tháng 01 năm 2026')
    expect(dateLine('Tân Trào', '2026-03-09')).toBe('Tân Trào, ngày 09 tháng 3 năm 2026')
    expect(dateLine('Tân Trào', '2026-12-18')).toBe('Tân Trào, ngày 18 tháng 12 năm 2026')
  })

  it('stays open until the list is signed', () => {
    expect(dateLine('Tân Trào', null)).toMatch(/^Tân Trào, ngày …+ tháng …+ năm 20…+$/)
    expect(dateLine('', null)).toMatch(/^ngày …/)
  })
})

describe('number and symbol (II.3)', () => {
  it('puts a zero before numbers below 10, and no blanks', () => {
    expect(numberLine(5, 'BC-UBND')).toBe('Số: 05/BC-UBND')
    expect(numberLine(125, 'UBND')).toBe('Số: 125/UBND')
  })

  it('leaves room for what văn thư writes', () => {
    expect(numberLine(null, 'UBND')).toMatch(/^Số: …+\/UBND$/)
    expect(numberLine(null, '')).toMatch(/^Số: …+\/…+$/)
  })
})

describe('the agency (II.2)', () => {
  it('writes a People’s Committee on two lines, without a superior', () => {
    expect(agencyLines('Ủy ban nhân dân tỉnh Tuyên Quang', 'Ủy ban nhân dân xã Tân Trào')).toEqual({
      superior: '',
      agency: ['ỦY BAN NHÂN DÂN', 'XÃ TÂN TRÀO'],
    })
    expect(agencyLines('', 'UBND phường Minh Xuân').agency).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG MINH XUÂN'])
  })

  it('knows the name in decomposed letters too', () => {
    expect(agencyLines('', 'Ủy ban nhân dân xã Tân Trào'.normalize('NFD')).agency[0]).toBe('ỦY BAN NHÂN DÂN')
  })

  it('writes the superior above any other agency', () => {
    expect(agencyLines('Ủy ban nhân dân tỉnh Sơn La', 'Sở Khoa học và Công nghệ')).toEqual({
      superior: 'ỦY BAN NHÂN DÂN TỈNH SƠN LA',
      agency: ['SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
    })
  })
})

describe('citations (II.6)', () => {
  it('end with a semicolon each and a full stop at last', () => {
    expect(
      basisLines(['Luật Dữ liệu ngày 30 tháng 11 năm 2024', 'Căn cứ Nghị định số 278/2025/NĐ-CP;']),
    ).toEqual(['Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;', 'Căn cứ Nghị định số 278/2025/NĐ-CP.'])
    expect(basisLines([])).toEqual([])
  })
})
