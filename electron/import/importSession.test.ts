// An import as the screen lives it, and the workbook handed back.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { indexedLookup } from '../../shared/excel/ImportLookup.ts'
import type { RememberedMapping } from '../../shared/excel/proposeColumns.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { type FixtureCell, makeXlsx } from '../../test/workbookFixtures.ts'
import { ImportSession, type MappingMemory } from './importSession.ts'

const register = registerOf('open-dataset')!
const stored = { title: 'Bộ cũ', records: 5, description: 'giữ nguyên' }
const lookup = indexedLookup(
  (id) => (id === 'open-dataset' ? [{ id: 'r1', values: stored }] : []),
  (id) => (id === 'r1' ? { register: 'open-dataset', values: stored, deleted: false } : undefined),
  (id) => registerOf(id)?.nameField,
)

let kept: Map<string, RememberedMapping>
let memory: MappingMemory
beforeEach(() => {
  kept = new Map()
  memory = { get: (key) => kept.get(key), set: (key, mapping) => void kept.set(key, mapping) }
})

const HEAD = ['STT', 'Tên bộ dữ liệu', 'Số bản ghi', 'Ngày công bố', 'Cột riêng']
const ROWS: FixtureCell[][] = [
  [1, 'Bộ cũ', 6, null, 'a'],
  [2, 'Bộ mới', 7, '05/03/2026', 'b'],
  [3, 'Bộ hỏng', 'nhiều', '31/02/2026', 'c'],
  [4, null, 8, null, 'd'],
]

async function open(bytes: Uint8Array, name = 'Danh sách.xlsx'): Promise<ImportSession> {
  const opened = await ImportSession.open({ bytes }, name, { register, lookup, memory })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

describe('an import', () => {
  it('goes from sheets to edits and parked rows', async () => {
    const session = await open(
      makeXlsx([
        { name: 'Bìa', rows: [['Báo cáo']] },
        { name: 'DS', rows: [HEAD, ...ROWS] },
      ]),
    )
    const { sheets, best } = session.sheets()
    expect(best).toBe(1)
    expect(sheets[1]).toMatchObject({ name: 'DS', headerRows: [1, 1], rowCount: 4 })
    expect(sheets[1]!.preview[1]).toEqual(['1', 'Bộ cũ', '6', '', 'a'])
    const planned = session.plan({ sheet: 'DS' })
    expect(planned.ok && planned.value.counts).toEqual({ new: 1, changed: 1, same: 0, parked: 2, skipped: 0 })
    expect(session.rows('parked', 0, 1)).toMatchObject({ total: 2, rows: [{ row: 4 }] })
    expect(session.rows('all', 3, 10).rows.map((row) => row.row)).toEqual([5])
    expect(session.toEdits()).toEqual([
      { id: 'r1', register: 'open-dataset', set: { records: 6 } },
      { id: null, register: 'open-dataset', set: { title: 'Bộ mới', records: 7, publishedAt: '2026-03-05' } },
    ])
    expect(session.toParked('i1')).toMatchObject([
      { importId: 'i1', file: 'Danh sách.xlsx', sheet: 'DS', row: 4, values: { title: 'Bộ hỏng' } },
      { row: 5, problems: [{ cell: 'B5', rule: 'name-missing' }] },
    ])
  })
  it('remembers a corrected mapping for the next file with the same headings', async () => {
    const bytes = makeXlsx([{ name: 'DS', rows: [HEAD, ...ROWS] }])
    const first = await open(bytes)
    first.plan({ sheet: 'DS', mapping: { 4: 'note', 2: null } })
    const planned = (await open(bytes)).plan({ sheet: 'DS' })
    expect(planned.ok && planned.value.columns.map((c) => c.field)).toEqual([
      null,
      'title',
      null,
      'publishedAt',
      'note',
    ])
  })
  it('follows header rows pointed to by hand, and says when there is none', async () => {
    const session = await open(
      makeXlsx([
        { name: 'DS', rows: [['a', 'b'], HEAD, ...ROWS] },
        { name: 'Trống', rows: [[1]] },
      ]),
    )
    const planned = session.plan({ sheet: 'DS', headerRows: [2, 2] })
    expect(planned.ok && planned.value.counts.parked).toBe(2)
    expect(session.plan({ sheet: 'Trống' })).toMatchObject({ error: { code: 'import-no-header' } })
    expect(session.plan({ sheet: 'Không' })).toMatchObject({ error: { code: 'import-no-sheet' } })
  })
})

describe('the workbook handed back', () => {
  async function marked(bytes: Uint8Array, name?: string) {
    const session = await open(bytes, name)
    session.plan({ sheet: session.workbook.sheets[0]!.name })
    const result = session.marked()
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }
  const source = makeXlsx(
    [{ name: 'DS', rows: [HEAD, ...ROWS], merges: ['E2:E3'] }],
    [
      { name: 'xl/media/con-dau.png', data: Buffer.from([1, 2, 3]) },
      { name: 'customXml/item1.xml', data: Buffer.from('<giu/>') },
    ],
  )

  it('has its bad cells red and noted, an error sheet, and everything else as it was', async () => {
    const { name, bytes } = await marked(source)
    expect(name).toBe('Danh sách - lỗi nhập.xlsx')
    const [before, after] = [unzipSync(new Uint8Array(source)), unzipSync(bytes)]
    for (const part of Object.keys(before)) expect(Object.keys(after)).toContain(part)
    for (const part of ['xl/media/con-dau.png', 'customXml/item1.xml', '_rels/.rels'])
      expect(after[part]).toEqual(before[part])
    const book = XLSX.read(bytes, { cellStyles: true })
    expect(book.SheetNames).toEqual(['DS', 'Lỗi nhập'])
    const sheet = book.Sheets['DS']!
    const red = Object.keys(sheet).filter((at) => (sheet[at] as XLSX.CellObject).s?.fgColor?.rgb === 'FFC7CE')
    expect(red.sort()).toEqual(['B5', 'C4', 'D4'])
    expect(sheet['C4']!.v).toBe('nhiều')
    expect(sheet['C4']!.c![0].t).toContain('không phải số nguyên')
    expect(XLSX.utils.sheet_to_json(book.Sheets['Lỗi nhập']!, { header: 1 })).toEqual([
      ['Trang tính', 'Ô', 'Cần sửa'],
      ['DS', 'C4', expect.stringContaining('nhiều')],
      ['DS', 'D4', expect.stringContaining('31/02/2026')],
      ['DS', 'B5', expect.stringContaining('Tên bộ dữ liệu')],
    ])
  })
  it('is read again as the same list, and can be handed back a second time', async () => {
    const once = await marked(source)
    const twice = await marked(once.bytes)
    expect(XLSX.read(twice.bytes).SheetNames).toEqual(['DS', 'Lỗi nhập', 'Lỗi nhập (2)'])
    expect(XLSX.read(twice.bytes).Sheets['DS']!['C4']!.c).toHaveLength(2)
    const session = await open(once.bytes)
    expect(session.sheets().best).toBe(0)
    const planned = session.plan({ sheet: 'DS' })
    expect(planned.ok && planned.value.counts).toEqual({ new: 1, changed: 1, same: 0, parked: 2, skipped: 0 })
  })
  it('keeps a date a date: its cell is red in the style that it had', async () => {
    const dated = makeXlsx([
      {
        name: 'DS',
        rows: [HEAD, [1, null, 3, { xml: 's="1"><v>46086</v>' }], [2, 'A', 'x y', { xml: 's="1"><v>1</v>' }]],
      },
    ])
    const parts = unzipSync((await marked(dated)).bytes)
    const styles = strFromU8(parts['xl/styles.xml']!)
    expect(styles).toContain('<cellXfs count="3">')
    expect(styles).toContain('FFFFC7CE')
  })
  it('comes as .xlsx of the same cells for .xls, .ods and .csv', async () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([HEAD, ...ROWS]), 'DS')
    for (const [bookType, name] of [
      ['biff8', 'cu.xls'],
      ['ods', 'cu.ods'],
      ['csv', 'cu.csv'],
    ] as const) {
      const given = await marked(XLSX.write(book, { type: 'buffer', bookType }), name)
      expect(given.name).toBe('cu - lỗi nhập.xlsx')
      const sheet = XLSX.read(given.bytes).Sheets[bookType === 'csv' ? 'CSV' : 'DS']!
      expect(sheet['B3']!.v).toBe('Bộ mới')
      expect(sheet['C4']!.c).toHaveLength(1)
    }
  })
  it('is made from the cells when the rows cannot be edited in place', async () => {
    const odd = unzipSync(new Uint8Array(source))
    odd['xl/styles.xml'] = strToU8(
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    )
    const given = await marked(zipSync(odd))
    expect(XLSX.read(given.bytes).Sheets['DS']!['C4']!.v).toBe('nhiều')
  })
})
