// A superior's blank comes back filled and otherwise as it was: read again by SheetJS, its sums by LibreOffice.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { indexedLookup } from '../../shared/excel/ImportLookup.ts'
import { planBlank } from '../../shared/excel/planBlank.ts'
import type { Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { blankForm } from '../../test/blankForm.ts'
import { convertInLibreOffice, temporaryFolder } from '../../test/libreOffice.ts'
import { fillWorkbook } from './fillWorkbook.ts'
import { ImportSession, type MappingMemory } from './importSession.ts'
import { readWorkbook } from './readWorkbook.ts'

const register = registerOf('open-dataset')!
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
    const { plan } = await fill(blankForm(), datasets(1))
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
    const { book, name } = await fill(blankForm(), datasets(2))
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
    const { book, bytes } = await fill(blankForm(), datasets(6))
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

  it('is filled the same way next time, as its columns were corrected', async () => {
    const kept = new Map<string, Readonly<Record<string, string | null>>>()
    const memory: MappingMemory = {
      get: (key) => kept.get(key),
      set: (key, mapping) => void kept.set(key, mapping),
    }
    const open = async () => {
      const lookup = indexedLookup(
        () => [],
        () => undefined,
        () => 'title',
      )
      const opened = await ImportSession.open({ bytes: blankForm() }, 'bieu.xlsx', {
        register,
        lookup,
        memory,
      })
      if (!opened.ok) throw new Error(opened.error.code)
      return opened.value
    }
    const first = (await open()).fill(
      { sheet: 'Biểu 1', mapping: { 4: null, 5: 'records' } },
      datasets(1),
      'UBND xã Mẫu',
    )
    expect(first.ok && first.value.unanswered).toEqual(['Số bản ghi'])
    const second = (await open()).fill({ sheet: 'Biểu 1' }, datasets(1), 'UBND xã Mẫu')
    if (!second.ok) throw new Error(second.error.code)
    const sheet = XLSX.read(second.value.bytes).Sheets['Biểu 1']!
    expect([sheet.E9?.v, sheet.F9!.v]).toEqual([undefined, 10])
    expect((await open()).fill({ sheet: 'không có' }, [], '')).toMatchObject({
      ok: false,
      error: { code: 'import-no-sheet' },
    })
  })

  it('has rows made for it when it has none to write on', async () => {
    const parts = unzipSync(blankForm())
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
