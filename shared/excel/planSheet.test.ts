// The dry run on sheets laid out as offices lay them out: letterheads, merged headers, groups, totals, signatures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineRegister, field, type Register, type Values } from '../registers/define.ts'
import { findHeader } from './findHeader.ts'
import { indexedLookup, type LookupRecord } from './ImportLookup.ts'
import { type PlanOptions, planSheet } from './planSheet.ts'
import { proposeColumns } from './proposeColumns.ts'
import { type Cell, columnIndex, type Sheet } from './workbook.ts'

const l = (vi: string) => ({ vi, en: vi })
const register: Register = defineRegister({
  id: 'list',
  label: l('Danh mục'),
  singular: l('Bộ'),
  help: l(''),
  nameField: 'title',
  matchKey: ['title', 'owner'],
  nilAnswer: true,
  fields: [
    field({
      id: 'title',
      label: l('Tên cơ sở dữ liệu'),
      type: 'text',
      required: true,
      synonyms: ['tên CSDL'],
    }),
    field({
      id: 'owner',
      label: l('Cơ quan chủ quản'),
      type: 'ref',
      target: 'unit',
      synonyms: ['đơn vị chủ trì'],
    }),
    field({ id: 'since', label: l('Ngày đưa vào sử dụng'), type: 'date' }),
    field({ id: 'count', label: l('Số bản ghi'), type: 'int' }),
    field({ id: 'personal', label: l('Chứa dữ liệu cá nhân'), type: 'bool' }),
    field({
      id: 'kind',
      label: l('Hình thức'),
      type: 'enum',
      values: [
        { id: 'a', label: l('Dữ liệu mở') },
        { id: 'b', label: l('Chia sẻ mặc định') },
      ],
    }),
    field({ id: 'note', label: l('Ghi chú'), type: 'longtext' }),
    field({ id: 'code', label: l('Mã do tỉnh cấp'), type: 'text', writer: 'province' }),
  ],
})

function sheetOf(rows: readonly (readonly Cell[])[], merges: readonly string[] = []): Sheet {
  const used = rows
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null))
  return {
    name: 'DS',
    rows: used,
    width: Math.max(...rows.map((cells) => cells.length)),
    merges: merges.map((ref) => {
      const [, left, top, right, bottom] = /([A-Z]+)(\d+):([A-Z]+)(\d+)/.exec(ref)!
      return {
        top: Number(top),
        left: columnIndex(left!),
        bottom: Number(bottom),
        right: columnIndex(right!),
      }
    }),
    hidden: false,
    hiddenColumns: [],
    converted: 0,
    encoding: 'unicode',
  }
}

function plan(sheet: Sheet, more: Partial<PlanOptions> = {}) {
  return planSheet({ sheet, register, ...more })
}

function lookupOf(records: readonly LookupRecord[], units: readonly LookupRecord[] = []) {
  const byId = new Map(records.map((r) => [r.id, { register: 'list', values: r.values, deleted: false }]))
  return indexedLookup(
    (id) => (id === 'list' ? records : units),
    (id) => byId.get(id),
    (id) => (id === 'list' ? 'title' : 'name'),
  )
}

const HEAD = ['STT', 'Tên cơ sở dữ liệu', 'Cơ quan chủ quản', 'Ngày đưa vào sử dụng', 'Số bản ghi']
const official = sheetOf(
  [
    ['ỦY BAN NHÂN DÂN XÃ MẪU', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
    [null, null, null, 'Mẫu, ngày 05 tháng 3 năm 2026'],
    ['DANH MỤC CƠ SỞ DỮ LIỆU'],
    ['(Kèm theo Công văn số 12/UBND)', null, null, null, 'Đơn vị tính: bản ghi'],
    ['STT', 'Tên CSDL', 'Thông tin chung', null, null],
    [null, null, 'Cơ quan chủ quản', 'Ngày đưa vào sử dụng', 'Số bản ghi'],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ['I', 'Lĩnh vực tư pháp', null, null, null],
    [1, 'CSDL hộ tịch', 'Sở Tư pháp', '05/03/2020', 1200],
    [2, 'CSDL chứng thực', 'Sở Tư pháp', '....', '1.394.695'],
    ['II', 'Lĩnh vực đất đai', null, null, null],
    [3, 'CSDL đất đai', 'Sở Nông nghiệp và Môi trường', '1/1/21', 50],
    [null, 'Tổng cộng', null, null, 1_396_000],
    [null, null, null, null, null],
    ['Ghi chú: số liệu tính đến 31/12'],
    [null, 'Nơi nhận:', null, 'CHỦ TỊCH', null],
    [null, '- Sở KH&CN;', null, '(Ký tên, đóng dấu)', null],
    [null, null, null, 'Nguyễn Văn A', null],
  ],
  ['C6:E6', 'A6:A7', 'B6:B7', 'A4:E4'],
)

describe('an official list', () => {
  const { plan: planned, counts } = plan(official)
  it('has its merged two-row header under the letterhead', () => {
    expect(planned.headerRows).toEqual([6, 7])
    expect(planned.columns.map((c) => c.header)).toEqual([
      'STT',
      'Tên CSDL',
      'Thông tin chung Cơ quan chủ quản',
      'Thông tin chung Ngày đưa vào sử dụng',
      'Thông tin chung Số bản ghi',
    ])
    expect(planned.columns.map((c) => c.field)).toEqual([null, 'title', 'owner', 'since', 'count'])
    for (const column of planned.columns.slice(1)) expect(column.confidence).toBeGreaterThan(0.9)
  })
  it('gives its three records, ISO dates and whole numbers', () => {
    expect(planned.rows.map((row) => [row.row, row.status])).toEqual([
      [10, 'new'],
      [11, 'new'],
      [13, 'new'],
    ])
    expect(planned.rows[0]!.values).toEqual({
      title: 'CSDL hộ tịch',
      owner: { text: 'Sở Tư pháp', id: null },
      since: '2020-03-05',
      count: 1200,
    })
    expect(planned.rows[1]!.values).not.toHaveProperty('since')
    expect(planned.rows[2]!.values['since']).toBe('2021-01-01')
  })
  it('skips the rest, each row with its reason, and the counts add up', () => {
    expect(planned.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '8 Dòng đánh số cột',
      '9 Dòng nhóm',
      '12 Dòng nhóm',
      '14 Dòng tổng cộng',
      '15 Dòng trống',
      '16 Ghi chú dưới bảng',
      '17 Phần ký, nơi nhận',
      '18 Phần ký, nơi nhận',
      '19 Phần ký, nơi nhận',
    ])
    expect(counts).toEqual({ new: 3, changed: 0, same: 0, parked: 0, skipped: 9 })
    expect(counts.new + counts.skipped).toBe(19 - 7)
  })
})

describe('merged cells and groups', () => {
  it('fill a vertically merged owner down, and from a text file say so', () => {
    const rows: Cell[][] = [
      HEAD.toSpliced(1, 2, 'Cơ quan chủ quản', 'Tên cơ sở dữ liệu'),
      [1, 'Sở Y tế', 'A'],
      [2, null, 'B'],
      [3, null, 'C'],
    ]
    const merged = plan(sheetOf(rows, ['B2:B4'])).plan.rows
    expect(merged.map((row) => (row.values['owner'] as { text: string }).text)).toEqual([
      'Sở Y tế',
      'Sở Y tế',
      'Sở Y tế',
    ])
    expect(merged.flatMap((row) => row.problems)).toEqual([])
    const flat = plan(sheetOf(rows)).plan.rows
    expect(flat.map((row) => row.status)).toEqual(['new', 'new', 'new'])
    expect(flat[1]!.problems.map((p) => [p.cell, p.rule])).toEqual([['B3', 'filled-down']])
  })
  it('never take a record for a total or a group because of its words', () => {
    const names = [
      'Tổng hợp số liệu',
      'Cộng đồng dân cư',
      'Tổng cục thống kê',
      'Ghi chú hộ tịch',
      'Nguồn nước',
    ]
    const { counts } = plan(sheetOf([HEAD, ...names.map((name, i) => [i + 1, name, null, null, null])]))
    expect(counts).toMatchObject({ new: names.length, skipped: 0 })
  })
  it('takes a row without a number whose cell names a post: a post is a signature only among signatures', () => {
    const posts = ['Chánh Văn phòng', 'Giám đốc', 'Phó Chủ tịch', 'Kế toán']
    for (const post of posts) {
      expect(plan(sheetOf([HEAD, [null, 'Nguyễn Văn An', null, null, null, post]])).counts).toMatchObject({
        skipped: 0,
      })
      expect(plan(sheetOf([HEAD, [null, 'Dữ liệu hộ tịch', post]])).counts).toMatchObject({ skipped: 0 })
    }
    const signed: Cell[][] = [
      HEAD,
      [1, 'A', 'X', null, 1],
      [null, 'Người lập biểu', null, null, 'CHÁNH VĂN PHÒNG'],
      [null, 'Nguyễn Văn An', null, null, 'Trần Thị Bình'],
    ]
    expect(plan(sheetOf(signed)).counts).toMatchObject({ new: 1, skipped: 2 })
    expect(
      plan(sheetOf([HEAD, [1, 'A', 'X'], [null, null, null, 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ']])).counts,
    ).toMatchObject({
      new: 1,
      skipped: 1,
    })
  })
  it('takes rows after a signature that are numbered again', () => {
    const rows: Cell[][] = [
      HEAD,
      [1, 'A', 'X', null, 1],
      [null, null, 'Người lập biểu'],
      [2, 'B', 'Y', null, 2],
    ]
    expect(plan(sheetOf(rows)).counts).toMatchObject({ new: 2, skipped: 1 })
  })
})

describe('bad cells', () => {
  it('park their row with address, rule and sentence, and stop no other row', () => {
    const rows: Cell[][] = [
      HEAD,
      [1, 'A', 'X', '31/02/2024', '1.234'],
      [2, null, 'X', '01/02/2024', 5],
      [3, 'C', 'X', null, null],
    ]
    const { plan: planned, counts } = plan(sheetOf(rows))
    expect(counts).toEqual({ new: 1, changed: 0, same: 0, parked: 2, skipped: 0 })
    expect(planned.rows[0]!.problems.map((p) => [p.cell, p.rule])).toEqual([
      ['D2', 'date-unreadable'],
      ['E2', 'number-ambiguous'],
    ])
    expect(planned.rows[0]!.values['title']).toBe('A')
    expect(planned.rows[1]!.problems).toEqual([
      {
        cell: 'B3',
        field: 'title',
        rule: 'name-missing',
        message: 'Chưa có Tên cơ sở dữ liệu. Điền tên rồi nhập lại.',
      },
    ])
  })
  it('park the second of two rows that are one thing', () => {
    const rows: Cell[][] = [HEAD, [1, 'CSDL Hòa', 'X'], [2, 'csdl hoà', 'x'], [3, 'CSDL Hòa', 'Y']]
    const { plan: planned } = plan(sheetOf(rows))
    expect(planned.rows.map((row) => row.status)).toEqual(['new', 'parked', 'new'])
    expect(planned.rows[1]!.problems[0]).toMatchObject({ rule: 'duplicate-in-file', cell: 'B3' })
    expect(planned.rows[1]!.problems[0]!.message).toContain('dòng 2')
  })
})

describe('against records that are there', () => {
  const stored: Values = {
    title: 'CSDL hộ tịch',
    owner: { text: 'Sở Tư pháp', id: 'u1' },
    since: '2020-03-05',
    count: 10,
    note: 'a\nb',
    code: 'T-1',
  }
  const lookup = lookupOf([{ id: 'r1', values: stored }], [{ id: 'u1', values: { name: 'Sở Tư pháp' } }])
  const one = (cells: Cell[], head: Cell[] = [...HEAD, 'Ghi chú']) =>
    plan(sheetOf([head, cells]), { lookup }).plan.rows[0]!
  it('says same for what differs only as paper does', () => {
    expect(one([1, 'CSDL hộ  tịch ', 'sở tư pháp', '5/3/2020', '10', 'a\r\nb ']).status).toBe('same')
  })
  it('says changed with old and new, and an empty cell clears nothing', () => {
    const row = one([1, 'CSDL hộ tịch', 'Sở Tư pháp', null, 12, null])
    expect(row).toMatchObject({
      status: 'changed',
      recordId: 'r1',
      before: { count: 10 },
      values: { count: 12 },
    })
    expect(Object.keys(row.before!)).toEqual(['count'])
  })
  it('finds its record by the hidden id even when renamed, and by name alone when the owner is not in the file', () => {
    expect(one([1, 'CSDL hộ tịch điện tử', 'r1'], ['STT', 'Tên CSDL', '_id'])).toMatchObject({
      status: 'changed',
      recordId: 'r1',
      before: { title: 'CSDL hộ tịch' },
    })
    expect(one([1, 'CSDL hộ tịch', 10], ['STT', 'Tên CSDL', 'Số bản ghi']).status).toBe('same')
    expect(one([1, 'CSDL hộ tịch', 'Sở Y tế'], ['STT', 'Tên CSDL', 'Cơ quan chủ quản']).status).toBe('new')
  })
  it('parks a name that two records share when the file cannot tell them apart', () => {
    const two = lookupOf([
      { id: 'r1', values: stored },
      { id: 'r2', values: { ...stored, owner: { text: 'Sở Y tế', id: null } } },
    ])
    const row = plan(
      sheetOf([
        ['STT', 'Tên CSDL', 'Số bản ghi'],
        [1, 'CSDL hộ tịch', 10],
      ]),
      { lookup: two },
    ).plan.rows[0]!
    expect(row.problems[0]).toMatchObject({ rule: 'match-ambiguous' })
  })
  it('never writes what only the province may', () => {
    const sheet = sheetOf([
      ['STT', 'Tên CSDL', 'Mã do tỉnh cấp'],
      [1, 'CSDL hộ tịch', 'T-9'],
    ])
    expect(plan(sheet, { lookup }).plan.rows[0]!.status).toBe('same')
    expect(plan(sheet, { lookup, writer: 'province' }).plan.rows[0]!.status).toBe('changed')
  })
  it('links a reference to its record and keeps the text of one that is unknown', () => {
    const rows = plan(sheetOf([HEAD, [1, 'Mới', 'SỞ TƯ PHÁP'], [2, 'Mới hơn', 'Sở lạ']]), { lookup }).plan
      .rows
    expect(rows.map((row) => row.values['owner'])).toEqual([
      { text: 'SỞ TƯ PHÁP', id: 'u1' },
      { text: 'Sở lạ', id: null },
    ])
  })
})

describe('columns', () => {
  const fields = (headers: string[], remembered?: Record<string, string | null>) =>
    proposeColumns(register, headers, remembered ? { remembered } : {}).map((c) => c.field)
  it('are proposed blind to accents, case, tone position and a slip of the pen', () => {
    expect(fields(['TEN CO SO DU LIEU', 'co quan chu quan'])).toEqual(['title', 'owner'])
    expect(fields(['Tên CSDL'.normalize('NFD'), 'Đơn vị chủ trì (tên đầy đủ)'])).toEqual(['title', 'owner'])
    expect(fields(['Tên cơ sở dữ liêụ', 'Số bản gi'])).toEqual(['title', 'count'])
  })
  it('give one field to one column, the surest', () => {
    expect(fields(['Ghi chú', 'Ghi chú thêm', 'STT', ''])).toEqual(['note', null, null, null])
  })
  it('are remembered as corrected, also as left out', () => {
    expect(fields(['Tên cơ sở dữ liệu', 'Cột lạ'], { 'cot la': 'title', 'ten co so du lieu': null })).toEqual(
      [null, 'title'],
    )
  })
  it('follow a correction by hand, and a field taken by hand leaves its proposed column', () => {
    const { plan: planned } = plan(
      sheetOf([
        ['Tên CSDL', 'Tên khác'],
        ['a', 'b'],
      ]),
      { mapping: { 1: 'title' } },
    )
    expect(planned.columns.map((c) => c.field)).toEqual([null, 'title'])
    expect(planned.rows[0]!.values).toEqual({ title: 'b' })
  })
  it('that hold only "x" read an empty cell as no, for a new record', () => {
    const rows = plan(
      sheetOf([
        ['STT', 'Tên CSDL', 'Chứa dữ liệu cá nhân'],
        [1, 'A', 'x'],
        [2, 'B', null],
      ]),
    ).plan.rows
    expect(rows.map((row) => row.values['personal'])).toEqual([true, false])
  })
})

describe('any sheet', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.constantFrom<Cell>(
      'STT',
      'Tên CSDL',
      'Cơ quan chủ quản',
      'Tổng cộng',
      '1',
      'x',
      '....',
      '01/02/2024',
      'I',
      '(1)',
      'Ghi chú',
    ),
    fc.string({ maxLength: 12 }).map((text) => text || null),
    fc.integer({ min: -5, max: 50_000 }),
    fc.boolean(),
    fc.constant<Cell>({ k: 'error', v: '#N/A' }),
  )
  it('is planned without a throw, and its counts are the rows under the header', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 14 }), (rows) => {
        if (!rows.some((row) => row.some((c) => c !== null))) return
        const sheet = sheetOf(rows)
        const { plan: planned, counts } = plan(sheet)
        if (!planned.headerRows) return
        const last = sheet.rows[sheet.rows.length - 1]!.row
        const sum = counts.new + counts.changed + counts.same + counts.parked + counts.skipped
        expect(sum).toBe(Math.max(0, last - planned.headerRows[1]))
        expect(planned.rows.length + planned.skipped.length).toBe(sum)
        for (const row of planned.rows) {
          expect(row.problems.some((p) => p.rule !== 'filled-down')).toBe(row.status === 'parked')
        }
      }),
      { numRuns: 400 },
    )
  })
  it('finds no header where there is none', () => {
    expect(
      findHeader(
        sheetOf([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ),
    ).toBeNull()
  })
})
