import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { profileOf } from '../../shared/profiles/profiles.ts'
import { defineRegister, field } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import { reportOf } from '../../shared/report/reports.ts'
import { checkTemplate } from '../../shared/report/reportTemplate.ts'
import { sampleRecords } from '../../test/reportSample.ts'
import { saveWorkbook, type WriteReportOptions, writeReport } from './writeReport.ts'

const register = registerOf('focal-point')!
const base: WriteReportOptions = {
  definition: reportOf('focal-point-list')!,
  office: {
    name: 'Sở Khoa học và Công nghệ',
    parentName: 'Ủy ban nhân dân tỉnh Sơn La',
    level: 'so_nganh',
    docSymbol: 'SKHCN',
    placeName: 'Sơn La',
  },
  profile: profileOf('current_2025'),
  register,
  records: sampleRecords(register, 5),
  period: '2026',
  language: 'vi',
  draft: false,
  contentCode: 'AAAA-BBBB',
  date: '2026-02-05',
  today: '2026-02-05',
}

function texts(bytes: Uint8Array, sheet = 0): string[][] {
  const book = XLSX.read(bytes)
  return XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[sheet]!]!, {
    header: 1,
    raw: false,
    defval: '',
  })
}

describe('a province’s template', () => {
  const parsed = checkTemplate(
    {
      report: 'focal-point-list',
      title: 'Danh sách cán bộ đầu mối dữ liệu',
      symbol: 'BC-SKHCN',
      columns: [
        { field: 'fullName', heading: 'Họ tên cán bộ' },
        { field: 'phone' },
        { field: 'skill' },
        { blank: 'Chữ ký', width: 14 },
      ],
      columnNumbers: true,
      basis: ['Kế hoạch số 12/KH-UBND của tỉnh'],
      recipients: ['Như trên', 'Lưu: VT, CNTT'],
      signerLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    },
    { main: register },
  )

  it('sets columns, headings, title, symbol, citations, recipients and signing lines', async () => {
    if (!parsed.ok) throw new Error(parsed.error.code)
    const rows = texts(
      (await writeReport({ ...base, template: parsed.value, signer: { name: 'Trần Văn Mẫu' } })).bytes!,
    )
    const flat = rows.map((r) => r.filter((c) => c !== '').join(' | '))
    expect(flat).toContain('STT | Họ tên cán bộ | Điện thoại | Năng lực chuyên môn | Chữ ký | _id')
    expect(flat).toContain('(1) | (2) | (3) | (4) | (5)')
    for (const line of [
      'DANH SÁCH CÁN BỘ ĐẦU MỐI DỮ LIỆU',
      'Căn cứ Kế hoạch số 12/KH-UBND của tỉnh.',
      '- Như trên; | PHÓ GIÁM ĐỐC',
      '- Lưu: VT, CNTT.',
      'Trần Văn Mẫu',
    ]) {
      expect(flat).toContain(line)
    }
    expect(flat.join('\n')).toMatch(/Số: ………\/BC-SKHCN \| Sơn La, ngày 05 tháng 02 năm 2026/)
  })

  it('is refused when it names a field that the register does not have, or says more than a template may', () => {
    expect(checkTemplate({ report: 'x', columns: [{ field: 'nope' }] }, { main: register })).toMatchObject({
      ok: false,
      error: { code: 'template-field', args: { field: 'nope' } },
    })
    expect(checkTemplate({ report: 'x', script: '1' }, { main: register })).toMatchObject({
      ok: false,
      error: { code: 'template-invalid' },
    })
    expect(
      checkTemplate({ report: 'x', columns: [{ field: 'phone', width: 5000 }] }, { main: register }),
    ).toMatchObject({ ok: false })
  })

  it('as an annex has no letterhead and leaves the top right free', async () => {
    const rows = texts(
      (await writeReport({ ...base, template: { report: 'focal-point-list', form: 'annex' } })).bytes!,
    )
    expect(rows[0]!.join('')).toBe('')
    expect(rows.flat()).toContain('Phụ lục')
    expect(rows.flat().join('\n')).not.toMatch(/CỘNG HÒA/)
  })
})

describe('citations of a legal profile', () => {
  it('are printed only when they were verified', async () => {
    const profile = {
      ...base.profile,
      citations: [
        { id: 'a', text: 'Luật A', from: null, to: null, verified: true },
        { id: 'b', text: 'Nghị định B', from: null, to: null, verified: false },
      ],
      basisOfReport: { 'focal-point-list': ['a', 'b'] },
    }
    const flat = texts((await writeReport({ ...base, profile })).bytes!)
      .flat()
      .join('\n')
    expect(flat).toContain('Căn cứ Luật A.')
    expect(flat).not.toContain('Nghị định B')
  })

  it('and the addressee are those of the day of signing, or of today', async () => {
    const printed = async (day: { date: string | null; today: string }) =>
      texts((await writeReport({ ...base, profile: profileOf('nd47_2020'), ...day })).bytes!)
        .flat()
        .join('\n')
    expect(await printed({ date: '2025-02-28', today: '2026-11-21' })).toContain(
      'Sở Thông tin và Truyền thông',
    )
    expect(await printed({ date: '2025-03-01', today: '2026-11-21' })).toContain('Sở Khoa học và Công nghệ')
    const before = { ...base, profile: profileOf('current_2025'), date: null }
    const flat = (today: string) =>
      writeReport({ ...before, today }).then(({ bytes }) => texts(bytes!).flat().join('\n'))
    expect(await flat('2025-10-21')).not.toContain('278/2025/NĐ-CP')
    expect(await flat('2025-10-22')).toContain('278/2025/NĐ-CP')
  })
})

describe('a list of many offices', () => {
  it('says of each record whose it is', async () => {
    const records = sampleRecords(register, 4).map((r, i) => ({ ...r, office: `UBND xã ${i % 2}` }))
    const rows = texts((await writeReport({ ...base, records, officeColumn: true })).bytes!)
    const head = rows.findIndex((r) => r[0] === 'STT')
    expect(rows[head]![1]).toBe('Cơ quan báo cáo')
    expect(rows.slice(head + 1, head + 5).map((r) => r[1])).toEqual([
      'UBND xã 0',
      'UBND xã 1',
      'UBND xã 0',
      'UBND xã 1',
    ])
  })
})

describe('a field added to a register', () => {
  const wider = defineRegister({
    ...register,
    fields: [
      ...register.fields,
      field({
        id: 'zalo',
        label: { vi: 'Tài khoản Zalo', en: 'Zalo account' },
        type: 'text',
        help: { vi: 'Nếu có.', en: 'If any.' },
        required: true,
      }),
    ],
  })

  it('stands in the workbook to be filled in, marked as required', async () => {
    const { bytes } = await saveWorkbook(composeTemplate({ register: wider, language: 'vi' }).workbook, {})
    expect(texts(bytes!)[0]).toContain('Tài khoản Zalo *')
    expect(texts(bytes!, 1).flat()).toContain('Tài khoản Zalo *')
  })

  it('can be a column of the report by template alone', async () => {
    const template = checkTemplate(
      { report: 'focal-point-list', columns: [{ field: 'fullName' }, { field: 'zalo' }] },
      { main: wider },
    )
    if (!template.ok) throw new Error(template.error.code)
    const rows = texts((await writeReport({ ...base, register: wider, template: template.value })).bytes!)
    expect(rows.find((r) => r[0] === 'STT')).toEqual(['STT', 'Họ và tên', 'Tài khoản Zalo', '_id'])
  })
})

describe('writing to a place', () => {
  it('leaves nothing behind when it is cancelled', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sdl-cancel-'))
    const cancel = new AbortController()
    const many = sampleRecords(register, 20_000)
    const writing = writeReport({
      ...base,
      records: many,
      path: join(folder, 'a.xlsx'),
      signal: cancel.signal,
      onProgress: () => cancel.abort(new Error('stopped')),
    })
    await expect(writing).rejects.toThrow('stopped')
    expect(await readdir(folder)).toEqual([])
  })

  it('replaces an older file whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sdl-replace-'))
    const path = join(folder, 'a.xlsx')
    await writeFile(path, 'older')
    const written = await writeReport({ ...base, path })
    expect(written).toMatchObject({ path, bytes: null, draft: false })
    expect(await readdir(folder)).toEqual(['a.xlsx'])
    expect(XLSX.read(await readFile(path)).SheetNames).toEqual(['Danh sách đầu mối'])
  })

  it('says so when the folder is not there', async () => {
    await expect(writeReport({ ...base, path: '/khong/co/a.xlsx' })).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('names the file in plain ASCII', async () => {
    expect((await writeReport({ ...base, period: 'Quý I/2026', draft: true })).name).toMatch(/^[a-z0-9.-]+$/i)
  })
})
