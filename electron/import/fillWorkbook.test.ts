// A superior's blank comes back filled and otherwise as it was: read again by SheetJS, its sums by LibreOffice.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { planBlank } from '../../shared/excel/planBlank.ts'
import type { Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { convertInLibreOffice, temporaryFolder } from '../../test/libreOffice.ts'
import { fillWorkbook } from './fillWorkbook.ts'
import { readWorkbook } from './readWorkbook.ts'

const register = registerOf('open-dataset')!
const text = (at: string, value: string, style = 1) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
const empty = (at: string, style = 2) => `<c r="${at}" s="${style}"/>`

/** A form with letterhead, two-row header, numbered columns, three lines to write on, a sum, and a signature under it. */
function blank(): Buffer {
  const slot = (row: number, formula: string) =>
    `<row r="${row}" ht="18" customHeight="1"><c r="A${row}" s="2"><v>${row - 8}</v></c>${empty(`B${row}`)}${empty(`C${row}`)}${empty(`D${row}`, 3)}${empty(`E${row}`)}<c r="F${row}" s="2">${formula}</c></row>`
  const rows = [
    `<row r="1">${text('A1', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ')}</row>`,
    `<row r="3">${text('A3', 'BIỂU TỔNG HỢP DỮ LIỆU MỞ')}</row>`,
    `<row r="4">${text('A4', 'Đơn vị báo cáo: ……………………')}</row>`,
    `<row r="6">${text('A6', 'STT')}${text('B6', 'Bộ dữ liệu')}${text('D6', 'Ngày công bố')}${text('E6', 'Số bản ghi')}${text('F6', 'Gấp đôi')}</row>`,
    `<row r="7">${text('B7', 'Tên bộ dữ liệu')}${text('C7', 'Tần suất cập nhật')}</row>`,
    `<row r="8">${['A', 'B', 'C', 'D', 'E', 'F'].map((c, i) => `<c r="${c}8" s="1"><v>${i + 1}</v></c>`).join('')}</row>`,
    slot(9, '<f t="shared" ref="F9:F11" si="0">E9*2</f><v>0</v>'),
    slot(10, '<f t="shared" si="0"/><v>0</v>'),
    slot(11, '<f t="shared" si="0"/><v>0</v>'),
    `<row r="12">${text('A12', 'Tổng cộng')}<c r="E12" s="1"><f>SUM(E9:E11)</f><v>0</v></c></row>`,
    `<row r="14">${text('D14', 'NGƯỜI LẬP BIỂU')}</row>`,
  ]
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/><sheet name="Tổng" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Biểu 1'!$A$1:$F$14</definedName></definedNames><calcPr calcId="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf/><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:F14"/><sheetData>${rows.join('')}</sheetData><mergeCells count="3"><mergeCell ref="B6:C6"/><mergeCell ref="A3:F3"/><mergeCell ref="D14:F14"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="C9:C11"><formula1>"hằng năm,6 tháng,Quý"</formula1></dataValidation></dataValidations></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f>'Biểu 1'!E12</f><v>0</v></c></row></sheetData></worksheet>`,
  }
  const files: Record<string, Uint8Array> = {}
  for (const [path, xml] of Object.entries(parts)) files[path] = Buffer.from(xml)
  return Buffer.from(zipSync(files))
}

function datasets(count: number): Values[] {
  return Array.from({ length: count }, (_, i) => ({
    title: i === 0 ? '=1+1 là tên' : `Bộ dữ liệu ${i + 1}`,
    frequency: 'nam',
    publishedAt: '2026-03-05',
    records: 10 * (i + 1),
  }))
}

async function fill(bytes: Buffer, records: readonly Values[]) {
  const read = await readWorkbook({ bytes }, 'bieu-mau.xlsx')
  if (!read.ok) throw new Error(read.error.code)
  const sheet = read.value.sheets[0]!
  const plan = planBlank({ sheet, register })
  if (!plan) throw new Error('no header')
  const filled = fillWorkbook(bytes, 'bieu-mau.xlsx', sheet, plan, register, records, 'UBND xã Mẫu')
  if (!filled.ok) throw new Error(filled.error.code)
  return {
    plan,
    ...filled.value,
    book: XLSX.read(filled.value.bytes, { cellFormula: true, sheetStubs: true }),
  }
}

describe('a blank of a superior', () => {
  it('is understood: header in two rows, numbered columns passed over, lines that wait', async () => {
    const { plan } = await fill(blank(), datasets(1))
    expect(plan.headerRows).toEqual([6, 7])
    expect([plan.firstRow, plan.slots, plan.ordinal]).toEqual([9, 3, 0])
    expect(plan.columns.map((column) => column.field)).toEqual([
      null,
      'title',
      'frequency',
      'publishedAt',
      'records',
      null,
    ])
  })

  it('takes fewer records than lines and leaves everything else where it was', async () => {
    const { book, name } = await fill(blank(), datasets(2))
    const sheet = book.Sheets['Biểu 1']!
    expect(name).toBe('bieu-mau - đã điền.xlsx')
    expect(sheet.A4!.v).toBe('Đơn vị báo cáo: UBND xã Mẫu')
    expect([sheet.B9!.v, sheet.B9!.t, sheet.B9!.f]).toEqual(['=1+1 là tên', 's', undefined])
    expect([sheet.C9!.v, sheet.E10!.v]).toEqual(['hằng năm', 20])
    expect(sheet.D9!.v).toBe(46_086)
    expect(sheet.B11?.v).toBeUndefined()
    expect(sheet.E12!.f).toBe('SUM(E9:E11)')
    expect(sheet.D14!.v).toBe('NGƯỜI LẬP BIỂU')
  })

  it('grows: sums, merged areas, lists, names and the other sheet’s formulas follow', async () => {
    const { book, bytes } = await fill(blank(), datasets(6))
    const sheet = book.Sheets['Biểu 1']!
    expect(sheet.B14!.v).toBe('Bộ dữ liệu 6')
    expect(sheet.A14!.v).toBe(6)
    expect(sheet.E15!.f).toBe('SUM(E9:E14)')
    expect(sheet.F14!.f).toBe('E14*2')
    expect(sheet.D17!.v).toBe('NGƯỜI LẬP BIỂU')
    expect(sheet['!merges']!.map((m) => XLSX.utils.encode_range(m)).sort()).toEqual([
      'A3:F3',
      'B6:C6',
      'D17:F17',
    ])
    const parts = unzipSync(bytes)
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('sqref="C9:C14"')
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain("'Biểu 1'!$A$1:$F$17")
    expect(book.Sheets.Tổng!.A1!.f).toBe("'Biểu 1'!E15")
    const folder = await temporaryFolder()
    writeFileSync(join(folder, 'day.xlsx'), bytes)
    const again = XLSX.read(readFileSync(await convertInLibreOffice(join(folder, 'day.xlsx'), 'ods', folder)))
    expect(again.Sheets['Biểu 1']!.E15!.v).toBe(210)
    expect(again.Sheets['Biểu 1']!.F14!.v).toBe(120)
    expect(again.Sheets.Tổng!.A1!.v).toBe(210)
  }, 90_000)

  it('has rows made for it when it has none to write on', async () => {
    const parts = unzipSync(blank())
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!).replace(
      /<row r="(9|1[0-4])"[\s\S]*?<\/row>/g,
      '',
    )
    parts['xl/worksheets/sheet1.xml'] = Buffer.from(xml)
    const { book, plan } = await fill(Buffer.from(zipSync(parts)), datasets(2))
    expect(plan.slots).toBe(0)
    expect(book.Sheets['Biểu 1']!.B10!.v).toBe('Bộ dữ liệu 2')
  })
})
