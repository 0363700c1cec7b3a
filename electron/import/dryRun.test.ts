// Files of every kind, from bytes to a plan, through the parser's own process; and the real lists that offices sent.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { findHeader } from '../../shared/excel/findHeader.ts'
import type { ImportPlan } from '../../shared/excel/plan.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { sharedPath } from '../../test/sharedData.ts'
import { makeXlsx } from '../../test/workbookFixtures.ts'
import { type DryRunOptions, dryRun, planWorkbook } from './dryRun.ts'
import { readWorkbook } from './readWorkbook.ts'

const register = registerOf('open-dataset')!

async function plan(bytes: Uint8Array, name: string, more: Partial<DryRunOptions> = {}): Promise<ImportPlan> {
  const result = await dryRun({ bytes }, name, { register, ...more })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const titles = (planned: ImportPlan) =>
  planned.sheets.flatMap((s) => s.rows.map((row) => row.values['title']))
const TABLE =
  'STT;Tên bộ dữ liệu;Ngày công bố;Số bản ghi\n1;"Sổ hộ tịch; bản số";05/03/2026;1.394.695\n2;"Đất ""sạch""\nnăm 2025";;\n'

it('takes a province’s review of its systems in without parking a row for a column that is none of the register’s', async () => {
  const heads =
    'STT,Tên,Tên miền/URL,Cấp,Đơn vị quản lý,Đơn vị con,Năm triển khai,Hình thức,Tình trạng rà soát,Trạng thái,Khả năng chia sẻ,Hình thức chia sẻ,Tần suất cập nhật,Phạm vi dữ liệu,Danh mục cụ thể,Hiện trạng kết nối'
  const row =
    '1,Hệ thống mẫu,mau.example.vn,Tỉnh,Sở Mẫu,Trung tâm Mẫu,2021,Mua sắm,Đã rà soát,Đang dùng,,,Hằng năm,Toàn tỉnh,Hồ sơ mẫu,Chưa kết nối'
  const planned = await plan(Buffer.from(`${heads}\n${row}\n`), 'ra-soat.csv', {
    register: registerOf('database')!,
  })
  expect(planned.counts).toMatchObject({ new: 1, parked: 0 })
  expect(planned.sheets[0]!.rows[0]!.values).toMatchObject({
    name: 'Hệ thống mẫu',
    sinceYear: 2021,
    status: 'dang_su_dung',
    scope: 'Toàn tỉnh',
    content: 'Hồ sơ mẫu',
  })
})

describe('text files', () => {
  const utf8 = Buffer.from(TABLE)
  const utf16 = Buffer.from(`\ufeff${TABLE}`, 'utf16le')
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])],
    ['UTF-16 little-endian', utf16],
    ['UTF-16 big-endian', Buffer.from(utf16).swap16()],
    ['Windows line ends', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
  ])('in %s read the same', async (_, bytes) => {
    const planned = await plan(bytes, 'a.csv')
    expect(titles(planned)).toEqual(['Sổ hộ tịch; bản số', 'Đất "sạch" năm 2025'])
    expect(planned.sheets[0]!.rows[0]!.values).toMatchObject({
      publishedAt: '2026-03-05',
      records: 1_394_695,
    })
    expect(planned.counts).toEqual({ new: 2, changed: 0, same: 0, parked: 0, skipped: 0 })
  })
  it('part at tab or comma as well, and in Windows-1258', async () => {
    expect(titles(await plan(Buffer.from('STT\tTên bộ dữ liệu\n1\tA, B; C\n'), 'a.txt'))).toEqual(['A, B; C'])
    expect(titles(await plan(Buffer.from('STT,Tên bộ dữ liệu\n1,"A; B"\n'), 'a.csv'))).toEqual(['A; B'])
    // "Tên bộ dữ liệu" / "Đất đai": 0xEA ê, 0xF4 ô, 0xFD ư, 0xF2 dot below, 0xDE tilde, 0xD0 Đ, 0xE2 â, 0xEC acute, 0xF0 đ
    const bytes = Buffer.from(
      'STT;T\xean b\xf4\xf2 d\xfd\xde li\xea\xf2u;Ghi ch\xfa\n1;\xd0\xe2\xect \xf0ai;a\n',
      'latin1',
    )
    expect(titles(await plan(bytes, 'a.csv'))).toEqual(['Đất đai'])
  })
  it('keep codes as text and take the apostrophe off a guarded formula', async () => {
    expect(titles(await plan(Buffer.from("STT;Tên bộ dữ liệu\n1;0012\n2;'=1+1\n3;1.10\n"), 'a.csv'))).toEqual(
      ['0012', '=1+1', '1.10'],
    )
  })
})

describe('workbooks', () => {
  const rows = [
    ['STT', 'Tên bộ dữ liệu', 'Ngày công bố', 'Số bản ghi'],
    [1, 'Bộ A', '05/03/2026', 12],
    [2, 'Bộ B', '2026-03-06', 13],
  ]
  it.each(['xlsx', 'xlsm', 'biff8', 'ods'] as const)('of kind %s read the same', async (bookType) => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Danh sách')
    const planned = await plan(
      XLSX.write(book, { type: 'buffer', bookType, compression: true }),
      'ten-sai.xyz',
    )
    expect(planned.sheets.map((s) => s.name)).toEqual(['Danh sách'])
    expect(planned.sheets[0]!.rows.map((row) => row.values)).toMatchObject([
      { title: 'Bộ A', publishedAt: '2026-03-05', records: 12 },
      { title: 'Bộ B', publishedAt: '2026-03-06', records: 13 },
    ])
  })
  it('read date cells, lost date formats, formula results and errors', async () => {
    const bytes = makeXlsx([
      {
        name: 'DS',
        rows: [
          ['STT', 'Tên bộ dữ liệu', 'Ngày công bố', 'Số bản ghi'],
          [1, 'A', { xml: 's="1"><v>46086</v>' }, { xml: '><f>1+1</f><v>2</v>' }],
          [2, 'B', 46_087, { xml: '><f>1+1</f>' }],
          [3, 'C', null, { xml: 't="e"><v>#REF!</v>' }],
        ],
      },
    ])
    const [a, b, c] = (await plan(bytes, 'a.xlsx')).sheets[0]!.rows
    expect(a!.values).toMatchObject({ publishedAt: '2026-03-05', records: 2 })
    expect(b).toMatchObject({
      status: 'parked',
      values: { publishedAt: '2026-03-06' },
      problems: [{ cell: 'D3', rule: 'formula-without-value' }],
    })
    expect(c).toMatchObject({ status: 'parked', problems: [{ cell: 'D4', rule: 'cell-error' }] })
  })
  it('know hidden rows, columns and sheets, and read them all the same', async () => {
    const bytes = makeXlsx([
      {
        name: 'DS',
        rows: [
          ['STT', 'Tên bộ dữ liệu', '_id'],
          [1, 'A', 'x'],
        ],
        before: '<cols><col min="3" max="3" hidden="1"/></cols>',
      },
      { name: 'Ẩn', rows: [['a', 'b']], state: 'hidden' },
    ])
    const read = await readWorkbook({ bytes }, 'a.xlsx')
    expect(read.ok && read.value.sheets.map((s) => [s.name, s.hidden, s.hiddenColumns])).toEqual([
      ['DS', false, [2]],
      ['Ẩn', true, []],
    ])
    expect((await plan(bytes, 'a.xlsx')).sheets[0]!.columns.map((c) => c.field)).toEqual([
      null,
      'title',
      '$id',
    ])
  })
  it('choose the list among other sheets, and refuse a sheet that is not there with the names that are', async () => {
    const bytes = makeXlsx([
      { name: 'Hướng dẫn', rows: [['Cách điền'], ['Điền mỗi bộ dữ liệu một dòng']] },
      { name: 'Danh mục', rows },
    ])
    const planned = await plan(bytes, 'a.xlsx')
    expect(planned.sheets.map((s) => [s.name, s.rows.length])).toEqual([
      ['Hướng dẫn', 0],
      ['Danh mục', 2],
    ])
    const missing = await dryRun({ bytes }, 'a.xlsx', { register, sheet: 'Khác' })
    expect(missing).toEqual({
      ok: false,
      error: { code: 'import-no-sheet', args: { sheet: 'Khác', sheets: 'Hướng dẫn, Danh mục' } },
    })
  })
  it('say which file cannot be opened', async () => {
    const missing = await dryRun({ path: '/khong/co/tep.xlsx' }, '/khong/co/tep.xlsx', { register })
    expect(missing).toEqual({ ok: false, error: { code: 'import-not-found', args: { name: 'tep.xlsx' } } })
  })
})

const catalogues = sharedPath('data/workbooks/catalogues')
const legacy = sharedPath('data/workbooks/legacy')

describe.runIf(catalogues)('the industrial zones’ open-data list (needs ../shared)', () => {
  it.each(['csv', 'xlsx'])('imports whole from .%s, its merged publisher on every row', async (kind) => {
    const planned = await plan(
      readFileSync(`${catalogues}/dong-nai-kcn-du-lieu-mo.${kind}`),
      `dong-nai-kcn-du-lieu-mo.${kind}`,
    )
    expect(planned.counts).toEqual({ new: 6, changed: 0, same: 0, parked: 0, skipped: 0 })
    const [sheet] = planned.sheets
    expect(sheet!.columns.map((c) => c.field)).toEqual([
      null,
      'publisher',
      'title',
      'description',
      'frequency',
    ])
    const values = sheet!.rows.map((row) => row.values)
    expect(new Set(values.map((v) => (v['publisher'] as { text: string }).text))).toEqual(
      new Set(['Ban Quản lý các Khu công nghiệp, Khu kinh tế tỉnh Đồng Nai']),
    )
    expect(values.map((v) => v['frequency'])).toEqual([
      'nam',
      'nam',
      'sau_thang',
      'nam',
      'nam',
      expect.any(String),
    ])
    expect(values.every((v) => typeof v['description'] === 'string' && v['description'].includes('\n'))).toBe(
      true,
    )
  })
})

describe.runIf(catalogues && legacy)('every real file (needs ../shared)', () => {
  it('is read and planned for every register without a crash, counts adding up', async () => {
    const files = [catalogues!, legacy!].flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    )
    for (const path of files) {
      const read = await readWorkbook({ path }, path)
      expect(read.ok, path).toBe(true)
      for (const id of ['database', 'open-dataset', 'focal-point']) {
        if (!read.ok) continue
        const planned = planWorkbook(read.value, { register: registerOf(id)! })
        if (!planned.ok) expect(planned.error.code).toBe('import-no-header')
        else {
          const { counts, sheets } = planned.value
          const rows = sheets.reduce((sum, s) => sum + s.rows.length, 0)
          expect(counts.new + counts.parked + counts.same + counts.changed).toBe(rows)
        }
      }
    }
  }, 120_000)

  // excel.md's table; headers of two and three rows end where their merged cells end.
  it.each([
    ['tcvn3__2005-2005_04_14_084750', 'Sheet1', [10, 11]],
    ['tcvn3__2005-2BZ73_FDI_Dong_Nam_Bo', 'T4-2005', [4, 4]],
    ['tcvn3__2005-391F5_Danh_muc', 'DM thiet bi', [2, 3]],
    ['tcvn3__2005-8A2AC_NKT2.05', 'NK', [4, 4]],
    ['tcvn3__2005-C6DFD_XK_01-05', 'XK', [4, 4]],
    ['tcvn3__2005-KH2003-bieu', 'TH', [3, 4]],
    ['tcvn3__2006-15786_FDI_Hoa_Ky', 'T12-2005', [4, 4]],
    ['tcvn3__2006-Bieu-ban-hanh-kem-theo-TT04', 'Mau 10', [9, 10]],
    ['tcvn3__2006-Bieu-ban-hanh-kem-theo-TT04', 'Mau 12', [7, 9]],
    ['tcvn3__2007-74Z4A_solieu9thang-2', 'Sheet1', [3, 3]],
    ['tcvn3__2009-Channuoi_2007', 'Ga_07', [3, 4]],
    ['vni__2006-Mau21_CKTC_NSH', 'Sheet1', [10, 10]],
    ['vni__2006-Mau22_CKTC_NSH-1', 'Sheet1', [11, 11]],
  ])('%s, sheet %s, has its header at %j', async (file, name, rows) => {
    const path = `${legacy}/${file}.xls`
    const read = await readWorkbook({ path }, path)
    const sheet = read.ok ? read.value.sheets.find((s) => s.name === name) : undefined
    expect(findHeader(sheet!)?.rows).toEqual(rows)
  })
})
