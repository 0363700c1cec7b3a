// Rooms and schools that supply a commune's data: a workbook each, filled from last time, and their returns taken in at once.
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { registerOf } from '../../shared/registers/registry.ts'
import { OfficeCore } from './officeCore.ts'

let office: OfficeCore
const rooms: Record<string, string> = {}
const NAME = registerOf('database')!.fields.find((field) => field.id === 'name')!.label.vi
const where = { register: 'database', period: '2026' }

async function unit(name: string, level: string): Promise<void> {
  const set = { name, level, parentName: 'Ủy ban nhân dân xã Mẫu' }
  rooms[name] = (await office.call('records.save', { register: 'unit', id: null, set })).record.id
}

/** Writes into the list sheet of a room's workbook as somebody in Excel would: by heading, first free row. */
function write(bytes: Uint8Array, rows: readonly Record<string, string>[]): Uint8Array {
  const book = XLSX.read(bytes)
  const sheet = book.Sheets[book.SheetNames[0]!]!
  const table = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: false })
  const headings = table[0]!
  const added = rows.map((row) => headings.map((heading) => row[heading.replace(/ \(?\*\)?$/, '')] ?? ''))
  XLSX.utils.sheet_add_aoa(sheet, added, { origin: { r: table.length, c: 0 } })
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
}

async function workbooks(names: readonly string[], unassigned = false): Promise<Record<string, Uint8Array>> {
  const ids = names.map((name) => rooms[name]!)
  const made = await office.call('rooms.workbooks', { ...where, rooms: ids, unassigned })
  expect(made.rooms).toBe(names.length)
  return names.length === 1 ? { [made.name]: made.bytes! } : unzipSync(made.bytes!)
}

beforeAll(async () => {
  office = await OfficeCore.create()
  await unit('Phòng Kinh tế', 'phong')
  await unit('Trường Tiểu học Mẫu', 'don_vi_su_nghiep')
  await unit('Trạm Y tế xã Mẫu', 'don_vi_su_nghiep')
})
afterAll(() => office.remove())

describe('rooms of an office', () => {
  it('get a workbook each with a plain name, and are listed as asked', async () => {
    const files = await workbooks(['Phòng Kinh tế', 'Trường Tiểu học Mẫu'])
    expect(Object.keys(files).sort()).toEqual([
      'bieu-database-2026-phong-kinh-te.xlsx',
      'bieu-database-2026-truong-tieu-hoc-mau.xlsx',
    ])
    const status = await office.call('rooms.status', where)
    expect(status.map(({ room, madeAt, returnedAt }) => [room.name, madeAt !== null, returnedAt])).toEqual([
      ['Phòng Kinh tế', true, null],
      ['Trạm Y tế xã Mẫu', false, null],
      ['Trường Tiểu học Mẫu', true, null],
    ])
  })

  it('return under any file name; rows are marked with their room; who has not answered stays open', async () => {
    const files = await workbooks(['Phòng Kinh tế', 'Trường Tiểu học Mẫu'])
    const [economy, school] = [
      files['bieu-database-2026-phong-kinh-te.xlsx']!,
      files['bieu-database-2026-truong-tieu-hoc-mau.xlsx']!,
    ]
    const opened = await office.call('rooms.open', {
      ...where,
      files: [
        {
          name: 'Copy of gui lai (1).xlsx',
          bytes: write(economy, [{ [NAME]: 'Hộ kinh doanh' }, { [NAME]: 'Chợ' }]),
        },
        { name: 'truong.xlsx', bytes: write(school, [{ [NAME]: 'Học sinh' }]) },
        { name: 'Trạm Y tế xã Mẫu.xlsx', bytes: new Uint8Array([1, 2, 3]) },
      ],
    })
    expect(
      opened.files.map(({ room, counts, refusal }) => [room?.name, counts?.new, refusal !== null]),
    ).toEqual([
      ['Phòng Kinh tế', 2, false],
      ['Trường Tiểu học Mẫu', 1, false],
      [undefined, undefined, true],
    ])
    const chosen = { 0: rooms['Phòng Kinh tế']!, 1: rooms['Trường Tiểu học Mẫu']! }
    const taken = await office.call('rooms.commit', { returnsId: opened.returnsId, rooms: chosen })
    expect(taken).toMatchObject({ files: 2, counts: { new: 3, parked: 0 } })
    const again = await office.call('rooms.commit', { returnsId: opened.returnsId, rooms: chosen })
    expect(again.files).toBe(0)
    const status = await office.call('rooms.status', where)
    expect(status.map(({ returnedAt, rows, records }) => [returnedAt !== null, rows, records])).toEqual([
      [true, 2, 2],
      [false, 0, 0],
      [true, 1, 1],
    ])
  })

  it('next time find what they supplied, and an unchanged return changes nothing', async () => {
    const files = await workbooks(['Phòng Kinh tế'])
    const bytes = Object.values(files)[0]!
    const opened = await office.call('rooms.open', { ...where, files: [{ name: 'x.xlsx', bytes }] })
    expect(opened.files[0]!.counts).toMatchObject({ new: 0, changed: 0, same: 2 })
  })

  it('a record that two rooms give at once is one record, and each file is undone by itself', async () => {
    const files = await workbooks(['Phòng Kinh tế', 'Trường Tiểu học Mẫu'])
    const opened = await office.call('rooms.open', {
      ...where,
      files: Object.entries(files).map(([name, bytes]) => ({
        name,
        bytes: write(bytes, [{ [NAME]: 'Thư viện' }]),
      })),
    })
    const chosen = Object.fromEntries(opened.files.map(({ index, room }) => [index, room!.id]))
    const taken = await office.call('rooms.commit', { returnsId: opened.returnsId, rooms: chosen })
    expect(taken.counts.new).toBe(1)
    const count = async () =>
      (await office.call('records.window', { register: 'database', offset: 0, limit: 1 })).total
    expect(await count()).toBe(4)
    expect((await office.call('undo.undo', {})).label).toContain('Trường Tiểu học Mẫu')
    expect((await office.call('undo.undo', {})).label).toContain('Phòng Kinh tế')
    expect(await count()).toBe(3)
  })
})
