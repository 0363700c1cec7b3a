// Official lists as the page asks for them: who signs is remembered, a province's template is used or refused whole, and an
// empty list never says "nothing to report" in the office's name.
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { CallInput } from '../../shared/ipc/contract.ts'
import { OfficeCore } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore

beforeAll(async () => {
  office = await OfficeCore.create()
})
afterAll(() => office.remove())

/** Every text of the exported workbook's first sheet, row by row. */
async function exported(input: CallInput<'export.report'>): Promise<{ lines: string[]; draft: boolean }> {
  const { bytes, draft } = await office.call('export.report', input)
  const book = XLSX.read(bytes)
  const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, {
    header: 1,
    raw: false,
  })
  return { lines: rows.map((row) => row.filter((cell) => cell).join(' | ')), draft }
}

it('prints “Không phát sinh” only for the period the office answered so, else “Chưa có dữ liệu” as a draft', async () => {
  const silent = await exported({ report: 'open-data-list', period: '2026' })
  expect(silent.draft).toBe(true)
  expect(silent.lines).toContain('Chưa có dữ liệu')
  expect(silent.lines).toContain('DỰ THẢO')
  expect(silent.lines.join()).not.toMatch(/không phát sinh/i)

  await office.call('nil.set', { register: 'open-dataset', period: '2026', on: true })
  const answered = await exported({ report: 'open-data-list', period: '2026' })
  expect(answered.draft).toBe(false)
  expect(answered.lines).toContain('Không phát sinh')
  expect((await exported({ report: 'open-data-list', period: '2025' })).lines).toContain('Chưa có dữ liệu')
})

it('remembers who signs and who receives, through a lock, and prints number and date as given', async () => {
  expect((await office.call('export.defaults', { report: 'focal-point-list' })).signer.lines).toEqual([
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
  ])
  const signer = {
    lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Trần Thị Mẫu',
  }
  const recipients = ['Sở Khoa học và Công nghệ', 'Lưu: VT, VHXH']
  const asked = { report: 'focal-point-list', signer, recipients, number: 7, date: '2026-02-05' }
  const { lines } = await exported(asked)
  for (const text of [
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Trần Thị Mẫu',
    'VT, VHXH',
    'Số: 07/',
    'ngày 05 tháng 02',
  ])
    expect(lines.join('\n')).toContain(text)
  await office.restart()
  expect(await office.call('export.defaults', { report: 'focal-point-list' })).toMatchObject({
    signer,
    recipients,
  })
  expect((await exported({ report: 'focal-point-list' })).lines.join('\n')).toContain('PHÓ CHỦ TỊCH')
})

it('uses the province’s template, keeps it, and takes it away again', async () => {
  const json = JSON.stringify({
    report: 'focal-point-list',
    title: 'Biểu số 3: Đầu mối dữ liệu',
    columns: [{ field: 'fullName', heading: 'Cán bộ' }, { field: 'phone' }, { blank: 'Chữ ký' }],
  })
  expect(await office.call('template.save', { json: `\uFEFF${json}` })).toEqual({
    report: 'focal-point-list',
  })
  await office.restart()
  const { lines } = await exported({ report: 'focal-point-list' })
  expect(lines).toContain('BIỂU SỐ 3: ĐẦU MỐI DỮ LIỆU')
  expect(lines).toContain('STT | Cán bộ | Điện thoại | Chữ ký | _id')
  await office.call('template.remove', { report: 'focal-point-list' })
  expect((await exported({ report: 'focal-point-list' })).lines.join('\n')).not.toContain('Cán bộ |')
})

it('lets a new template say who signs and receives, whatever was typed before', async () => {
  const report = 'open-data-list'
  await exported({ report, signer: { lines: ['TL. CHỦ TỊCH'], name: 'A' }, recipients: ['Nơi cũ'] })
  const said = { signerLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], recipients: ['Nơi mới'] }
  await office.call('template.save', { json: JSON.stringify({ report, ...said }) })
  expect(await office.call('export.defaults', { report })).toMatchObject({
    signer: { lines: said.signerLines, name: 'A' },
    recipients: said.recipients,
  })
  await office.call('template.remove', { report })
})

it('refuses a template that does not parse or names a field no register has, and keeps the one in use', async () => {
  const good = JSON.stringify({ report: 'database-list', title: 'Mẫu tốt' })
  await office.call('template.save', { json: good })
  const refusals = [
    ['{', 'template-invalid'],
    ['[]', 'template-invalid'],
    ['{"report": "database-list", "columns": []}', 'template-invalid'],
    ['{"report": "database-list", "colour": "red"}', 'template-invalid'],
    ['{"report": "database-list", "columns": [{"field": "noSuch"}]}', 'template-field'],
    ['{"report": "no-such"}', 'unknown-report'],
    ['{"report": "__proto__"}', 'unknown-report'],
  ] as const
  for (const [json, code] of refusals)
    expect((await office.refusal('template.save', { json })).code, json).toBe(code)
  const listed = await office.call('template.list', {})
  expect(listed.find(({ report }) => report === 'database-list')).toMatchObject({
    own: true,
    title: 'Mẫu tốt',
  })
})

it('gives the shipped layout as a template that is taken as it is', async () => {
  for (const { json, report } of await office.call('template.list', {}))
    expect(await office.call('template.save', { json })).toEqual({ report })
})

it('gives every layout as a workbook that is taken back as it was, and as it was edited in Excel', async () => {
  const layouts = await office.call('template.list', {})
  for (const { report } of layouts) {
    const { name, bytes } = await office.call('template.workbook', { report })
    expect(await office.call('template.saveWorkbook', { name, bytes })).toEqual({ report })
    await office.call('template.remove', { report })
  }
  const { name, bytes } = await office.call('template.workbook', { report: 'focal-point-list' })
  const book = XLSX.read(bytes)
  const columns = book.Sheets['Cột']!
  const rows = XLSX.utils.sheet_to_json<string[]>(columns, { header: 1 })
  const skill = rows.find((row) => row[0] === 'skill')!
  const edited = [rows[0]!, ['fullName', 'Tên cán bộ'], [...skill], ['', 'Ký nhận'], ...rows.slice(1)]
  edited.splice(4, 0, ['--- hết'])
  book.Sheets['Cột'] = XLSX.utils.aoa_to_sheet(edited)
  const changed = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
  await office.call('template.saveWorkbook', { name, bytes: changed })
  const { lines } = await exported({ report: 'focal-point-list', period: '2026' })
  expect(lines).toContain('STT | Tên cán bộ | Năng lực chuyên môn | Ký nhận | _id')
  await office.call('template.remove', { report: 'focal-point-list' })
})
