// Cells as offices fill them in, field by field; every spelling here was met in a real list or is one step from it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, field, type Value } from '../registers/define.ts'
import { isFillIn, parseCell, tidyPhone, tidyText } from './parseCell.ts'
import type { Cell } from './workbook.ts'

const label = { vi: 'Trường', en: 'Field' }
const of = (type: Field['type'], more: Partial<Field> = {}): Field => field({ id: 'f', label, type, ...more })
const values = [
  { id: 'du_lieu_mo', label: { vi: 'Dữ liệu mở', en: 'Open data' }, synonyms: ['mở'], letter: 'M' },
  { id: 'bo_nganh', label: { vi: 'Bộ, ngành trung ương', en: 'Ministries' } },
  { id: 'nam', label: { vi: 'Hằng năm', en: 'Yearly' }, synonyms: ['hàng năm', '1 năm/lần'] },
  { id: 'khac', label: { vi: 'Khác', en: 'Other' } },
]

function read(f: Field, cell: Cell, hasNote = false): Value | string {
  const parsed = parseCell(f, cell, {
    hasNote,
    resolve: (_, name) => (name === 'Sở Tài chính' ? 'id-1' : null),
  })
  return parsed.ok ? parsed.value.value : `!${parsed.error.rule}`
}

describe('dates', () => {
  it.each([
    ['05/03/2026', '2026-03-05'],
    ['5/3/26', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T08:30:00Z', '2026-03-05'],
    ['05/03/2026 08:30', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['ngày 5 tháng 3 năm 2026', '2026-03-05'],
    ['31/12/1999', '1999-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['12/03/98', '1998-03-12'],
  ])('reads %s', (text, iso) => {
    expect(read(of('date'), text)).toBe(iso)
  })
  it('reads date cells and day numbers', () => {
    expect(read(of('date'), { k: 'date', v: '2026-03-05', w: '05/03/2026' })).toBe('2026-03-05')
    expect(read(of('date'), 46_086)).toBe('2026-03-05')
  })
  it.each([
    ['29/02/2023', '!date-unreadable'],
    ['12/03/1017', '!date-year'],
    ['03/25/2025', '!date-order'],
    ['03/2025', '!date-incomplete'],
    ['2025', '!date-incomplete'],
    ['202503', '!date-incomplete'],
    ['Quý II/2025', '!date-incomplete'],
    ['đang cập nhật', '!date-unreadable'],
  ])('reports %s and does not guess', (text, rule) => {
    expect(read(of('date'), text)).toBe(rule)
  })
  it('reads every day of two centuries back as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          const [y, m, d] = iso.split('-').map(Number)
          expect(read(of('date'), `${d}/${m}/${y}`)).toBe(iso)
          expect(read(of('date'), iso)).toBe(iso)
        },
      ),
    )
  })
})

describe('whole numbers', () => {
  it.each([
    ['1.394.695', 1_394_695],
    ['1,394,695', 1_394_695],
    ['1 394 695', 1_394_695],
    ['12', 12],
    ['12,0', 12],
    ['-3', -3],
  ])('reads %s', (text, number) => {
    expect(read(of('int'), text)).toBe(number)
  })
  it.each([
    ['1.234', '!number-ambiguous'],
    ['655,270', '!number-ambiguous'],
    ['0.123', '!number-unreadable'],
    ['12,5', '!number-unreadable'],
    ['385/2', '!number-unreadable'],
    ['khoảng 100', '!number-unreadable'],
    ['99999999999999999999', '!number-too-large'],
  ])('reports %s', (text, rule) => {
    expect(read(of('int'), text)).toBe(rule)
  })
  it('reads a number cell as it is, and grouped text when its column proves the mark', () => {
    expect(read(of('int'), 1234)).toBe(1234)
    expect(read(of('int'), 12.5)).toBe('!number-unreadable')
    expect(parseCell(of('int'), '1.234', { grouping: '.' })).toMatchObject({ value: { value: 1234 } })
    expect(parseCell(of('int'), '1,234', { grouping: '.' })).toMatchObject({
      error: { rule: 'number-ambiguous' },
    })
  })
})

describe('text', () => {
  it('is NFC, without invisible marks and loose blanks, on one line unless it has several', () => {
    expect(read(of('text'), '  Te\u0302n\u00a0ta\u0323\u0302p \r\n dữ liệu\u200b ')).toBe('Tên tập dữ liệu')
    expect(read(of('longtext'), 'a \r\n b\u0002\n')).toBe('a\n b')
  })
  it('keeps codes: leading zeros, "1.10", long numbers without marks', () => {
    expect(read(of('text'), '00004')).toBe('00004')
    expect(read(of('text'), '1.10')).toBe('1.10')
    expect(read(of('text'), { k: 'number', v: 4, w: '00004' })).toBe('00004')
    expect(read(of('text'), { k: 'number', v: 123_456, w: '123,456' })).toBe('123456')
    expect(read(of('text'), 123_456_789_012)).toBe('123456789012')
  })
  it('is nothing where a dotted line stands', () => {
    for (const text of ['....', '…………', '-', '___', '. . .', '–']) {
      expect(isFillIn(text)).toBe(true)
      expect(read(of('text'), text)).toBeNull()
    }
    expect(isFillIn('x')).toBe(false)
  })
  it('refuses what a record cannot hold, errors and formulas without a result', () => {
    expect(read(of('text'), 'a'.repeat(501))).toBe('!text-too-long')
    expect(read(of('longtext'), 'a'.repeat(20_001))).toBe('!text-too-long')
    expect(read(of('text'), { k: 'error', v: '#REF!' })).toBe('!cell-error')
    expect(read(of('text'), { k: 'formula', v: null })).toBe('!formula-without-value')
  })
  it('is tidied once: tidying again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, lines) => {
        const once = tidyText(text, lines)
        expect(tidyText(once, lines)).toBe(once)
        expect(once).toBe(once.normalize('NFC'))
      }),
    )
  })
})

describe('telephones', () => {
  it.each([
    ['0912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(0207) 3822-123', '02073822123'],
    ['+84 912 345 678', '+84912345678'],
    ['912345678', '0912345678'],
    ['0912 345 678 (gặp chị Lan)', '0912 345 678 (gặp chị Lan)'],
    ['113', '113'],
  ])('reads %s', (text, phone) => {
    expect(tidyPhone(text)).toBe(phone)
  })
  it('puts back the zero that a number cell lost', () => {
    expect(read(of('text', { format: 'phone' }), 912_345_678)).toBe('0912345678')
  })
})

describe('yes and no', () => {
  it.each([
    ['x', true],
    ['X', true],
    ['✓', true],
    ['Có', true],
    ['có', true],
    ['Không', false],
    ['chưa', false],
    [true, true],
    [1, true],
    [0, false],
  ])('reads %s', (cell, value) => {
    expect(read(of('bool'), cell)).toBe(value)
  })
  it('reports other words, and keeps what follows yes as the note when there is one', () => {
    expect(read(of('bool'), 'tùy')).toBe('!bool-unreadable')
    expect(parseCell(of('bool'), 'Có: danh mục hộ tịch', { hasNote: true })).toMatchObject({
      value: { value: true, note: 'danh mục hộ tịch' },
    })
  })
})

describe('allowed values', () => {
  const one = of('enum', { values })
  const many = of('multi', { values })
  it.each([
    ['Dữ liệu mở', 'du_lieu_mo'],
    ['DU LIEU MO', 'du_lieu_mo'],
    ['du_lieu_mo', 'du_lieu_mo'],
    ['M', 'du_lieu_mo'],
    ['open data', 'du_lieu_mo'],
    ['1 năm/lần', 'nam'],
  ])('reads %s', (text, id) => {
    expect(read(one, text)).toBe(id)
  })
  it('splits a value from the text beside it', () => {
    expect(parseCell(one, 'Hằng năm (trước 31/12)', { hasNote: true })).toMatchObject({
      value: { value: 'nam', note: 'trước 31/12' },
    })
    expect(parseCell(one, 'qua Zalo', { hasNote: true })).toMatchObject({
      value: { value: 'khac', note: 'qua Zalo' },
    })
    expect(read(one, 'qua Zalo')).toBe('!value-unknown')
  })
  it('splits several at ; line ends and commas, but not inside a label that holds one', () => {
    expect(read(many, 'Dữ liệu mở; Hằng năm')).toEqual(['du_lieu_mo', 'nam'])
    expect(read(many, '- Mở\n- Bộ, ngành trung ương')).toEqual(['bo_nganh', 'du_lieu_mo'])
    expect(read(many, 'mở, bộ, ngành trung ương, hàng năm')).toEqual(['bo_nganh', 'du_lieu_mo', 'nam'])
    expect(read(many, 'mở, lạ')).toBe('!value-unknown')
  })
})

describe('references', () => {
  it('keep their text and name their record when it is known', () => {
    const one = of('ref', { target: 'unit' })
    expect(read(one, 'Sở Tài chính')).toEqual({ text: 'Sở Tài chính', id: 'id-1' })
    expect(read(one, 'Ban Quản lý các Khu công nghiệp, Khu kinh tế')).toEqual({
      text: 'Ban Quản lý các Khu công nghiệp, Khu kinh tế',
      id: null,
    })
    expect(read(of('refs', { target: 'unit' }), 'Sở Tài chính;\nSở Y tế')).toEqual([
      { text: 'Sở Tài chính', id: 'id-1' },
      { text: 'Sở Y tế', id: null },
    ])
  })
})
