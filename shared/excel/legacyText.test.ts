// The converter against the charset tables and human-checked transcripts of real workbooks, and against every name of
// an administrative unit, which it must leave alone. The measured share is printed.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { sharedPath } from '../../test/sharedData.ts'
import { convertSheet, detectLegacy, tcvn3ToUnicode, toUnicode, vniToUnicode } from './legacyText.ts'
import { cellText, type Sheet } from './workbook.ts'

function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  return {
    name: 'S',
    rows: rows.map((cells, i) => ({ row: i + 1, cells: cells.map((text) => (text === '' ? null : text)) })),
    width: Math.max(...rows.map((row) => row.length)),
    merges: [],
    hidden: false,
    hiddenColumns: [],
    converted: 0,
    encoding: 'unicode',
  }
}

describe('one text', () => {
  it('reads TCVN3, with ư as a soft hyphen', () => {
    expect(toUnicode('Céng hoµ x· héi chñ nghÜa ViÖt Nam').text).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam')
    expect(toUnicode('Thñ t\u00ad\u00edng ChÝnh phñ').text).toBe('Thủ tướng Chính phủ')
  })
  it('reads VNI, two-byte letters before single ones', () => {
    expect(toUnicode('Ngöôøi daân ñöôïc töï do').text).toBe('Người dân được tự do')
    expect(toUnicode('ÑOÄC LAÄP').text).toBe('ĐỘC LẬP')
  })
  it('makes words in a capitals font all capitals', () => {
    expect(tcvn3ToUnicode('TOµN TØNH')).toBe('TOÀN TỈNH')
    expect(tcvn3ToUnicode('Toµn tØnh')).toBe('Toàn tỉnh')
  })
  it('converts only the TCVN3 words of a cell that mixes both', () => {
    expect(toUnicode('Ủy ban nh©n d©n quËn 9').text).toBe('Ủy ban nhân dân quận 9')
  })
  it('leaves Unicode, misspelt Unicode and foreign words alone', () => {
    for (const text of [
      'Xã Hòa Bình',
      'bảo hiẻm',
      'naïve café',
      'Côn Đảo',
      'là và có',
      'São Tomé',
      '100 m² ± 5°',
    ]) {
      expect(toUnicode(text).text).toBe(text)
    }
  })
  it('never changes text without a sign of the old fonts', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz ABC 0123 .,;()-/') }), (text) => {
        expect(toUnicode(text, 'tcvn3').text).toBe(text)
        expect(detectLegacy(text)).toBeNull()
      }),
    )
  })
})

describe('a sheet', () => {
  it('reads an abbreviation like its neighbours', () => {
    const read = convertSheet(
      sheetOf([
        ['Uû ban nh©n d©n', 'Së Tµi chÝnh'],
        ['Q§', 'Céng hoµ'],
      ]),
    )
    expect(read.rows.map((row) => row.cells)).toEqual([
      ['Uỷ ban nhân dân', 'Sở Tài chính'],
      ['QĐ', 'Cộng hoà'],
    ])
    expect(read.encoding).toBe('tcvn3')
  })
  it('comes back as it is when it is Unicode', () => {
    const sheet = sheetOf([['Sở Tài chính', 'Hòa', 'Cà Mau']])
    expect(convertSheet(sheet)).toBe(sheet)
  })
})

const table = sharedPath('data/charsets/vn-legacy-charsets.csv')
const legacy = sharedPath('data/workbooks/legacy')
const units = sharedPath('data/admin-units')

describe.runIf(table)('the charset table (needs ../shared)', () => {
  it('agrees on every letter that TCVN3 has and on all of VNI', () => {
    const lines = readFileSync(table!, 'utf8').split(/\r?\n/).slice(1).filter(Boolean)
    expect(lines.length).toBe(134)
    for (const line of lines) {
      const [letter, , , , tcvn3Hex, , vniHex] = line.split(',')
      const tcvn3 = Buffer.from(tcvn3Hex!.replace(/ /g, ''), 'hex').toString('latin1')
      const vni = Buffer.from(vniHex!.replace(/ /g, ''), 'hex').toString('latin1')
      if (tcvn3.length === 1) expect(tcvn3ToUnicode(tcvn3)).toBe(letter)
      expect(vniToUnicode(vni)).toBe(letter)
    }
  })
})

describe.runIf(units)('names of administrative units (needs ../shared)', () => {
  it('takes no Unicode name, NFC or NFD, for an old font', () => {
    const names = new Set<string>()
    for (const file of readdirSync(units!)) {
      for (const line of readFileSync(`${units}/${file}`, 'utf8').split(/\r?\n/).slice(1)) {
        const name = line.split(',')[1]?.replace(/^"|"$/g, '')
        if (name) names.add(name)
      }
    }
    const wrong: string[] = []
    for (const name of names) {
      for (const form of ['NFC', 'NFD'] as const) {
        const text = name.normalize(form)
        if (toUnicode(text).text.normalize('NFC') !== name.normalize('NFC')) wrong.push(text)
      }
    }
    console.log(`unit names: ${names.size * 2} tried, ${wrong.length} mistaken`)
    expect(names.size).toBeGreaterThan(5_000)
    expect(wrong).toEqual([])
  })
})

describe.runIf(legacy)('real workbooks in old fonts (needs ../shared)', () => {
  it('reads at least 99 % of the cells as a person does', () => {
    let right = 0
    let total = 0
    const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
    for (const file of readdirSync(legacy!)) {
      const truth = readFileSync(`${legacy}-truth/${file.replace(/\.xls$/, '.txt')}`, 'utf8')
      const said = new Set(truth.split(/[\t\n]/).map(plain))
      const words = new Set(plain(truth).split(' '))
      const book = XLSX.read(readFileSync(`${legacy}/${file}`), { dense: true })
      for (const name of book.SheetNames) {
        const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets[name]!, {
          header: 1,
          raw: false,
          defval: '',
        })
        if (rows.length === 0) continue
        for (const row of convertSheet(sheetOf(rows)).rows) {
          for (const cell of row.cells) {
            const text = plain(cellText(cell))
            if (!/[\u0080-\uffff]/.test(text)) continue
            total++
            if (said.has(text) || text.split(' ').every((word) => words.has(word))) right++
          }
        }
      }
    }
    console.log(`old fonts: ${right} of ${total} accented cells as transcribed`)
    expect(total).toBeGreaterThan(1_500)
    expect(right / total).toBeGreaterThanOrEqual(0.99)
  })
})
