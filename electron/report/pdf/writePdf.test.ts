// Reports as PDF files, read back by another program: nothing is cut, every page says what it is a page of, the text layer
// is what was written, and a text never becomes more than text.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { profileOf } from '../../../shared/profiles/profiles.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { reportOf } from '../../../shared/report/reports.ts'
import type { ReportRecord } from '../../../shared/report/reportTable.ts'
import { pdfPages, temporaryFolder } from '../../../test/libreOffice.ts'
import { sampleRecords } from '../../../test/reportSample.ts'
import { type WriteReportOptions, writeReport } from '../writeReport.ts'

const run = promisify(execFile)

const office = {
  name: 'Ủy ban nhân dân xã Tân Trào',
  parentName: 'Ủy ban nhân dân tỉnh Tuyên Quang',
  level: 'xa',
  docSymbol: 'UBND',
  placeName: 'Tân Trào',
} as const

const databases = registerOf('database')!
const items = registerOf('data-item')!

function options(
  records: readonly ReportRecord[],
  more: Partial<WriteReportOptions> = {},
): WriteReportOptions {
  return {
    definition: reportOf('database-list')!,
    office,
    profile: profileOf('current_2025'),
    register: databases,
    records,
    period: '2026',
    language: 'vi',
    draft: true,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
    format: 'pdf',
    ...more,
  }
}

async function made(records: readonly ReportRecord[], more: Partial<WriteReportOptions> = {}) {
  const { bytes } = await writeReport(options(records, more))
  const file = join(await temporaryFolder(), 'bao-cao.pdf')
  await writeFile(file, bytes!)
  return { file, bytes: bytes!, pages: await pdfPages(file) }
}

/** Text of a PDF as it stands in the file, without the reader's own layout. */
async function rawText(file: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1 << 26 })
  return stdout
}

it('prints every word of every cell, the headings and the code on every page, and numbers each part from 1', async () => {
  const records = sampleRecords(databases, 25, 31)
  const children = sampleRecords(items, 120, 32)
  const { pages } = await made(records, { annex: { register: items, records: children } })
  const printed = new Map<string, number>()
  for (const word of pages.join(' ').split(/\s+/)) printed.set(word, (printed.get(word) ?? 0) + 1)
  const asked = new Map<string, number>()
  for (const record of records)
    for (const field of ['purpose', 'scope', 'content', 'dataSource'])
      for (const word of String(record.values[field] ?? '').split(/\s+/))
        if (word) asked.set(word, (asked.get(word) ?? 0) + 1)
  expect(asked.size).toBeGreaterThan(30)
  expect([...asked].filter(([word, count]) => (printed.get(word) ?? 0) < count)).toEqual([])

  for (const page of pages) {
    expect(page).toMatch(/DỰ THẢO +Mã nội dung: 4K7Q-92MD/)
    expect(page).toContain('STT')
  }
  const annexAt = pages.findIndex((page) => page.includes('Phụ lục'))
  expect(annexAt).toBeGreaterThan(1)
  expect(pages.length).toBeGreaterThan(annexAt + 1)
  const numberOf = (page: string) => /^\s*(\d+)\s*$/.exec(page.split('\n')[0] ?? '')?.[1] ?? ''
  expect(pages.map(numberOf)).toEqual(
    pages.map((_, i) => (i === 0 || i === annexAt ? '' : String((i < annexAt ? i : i - annexAt) + 1))),
  )
})

it('keeps the signature on a page with a record, however many there are', async () => {
  for (let count = 1; count <= 12; count++) {
    const { pages } = await made(sampleRecords(databases, count, 40 + count))
    const last = pages.at(-1)!
    expect(last, `${count} records`).toContain('CHỦ TỊCH')
    expect(last, `${count} records`).toContain('Nơi nhận:')
    expect(last, `${count} records`).toMatch(new RegExp(`^\\s*${count}\\s`, 'm'))
  }
})

it('parts a record of many pages at its lines, and cuts none of it', async () => {
  const long = Array.from({ length: 2_500 }, (_, i) => `từ${i}`).join(' ')
  const endless = 'x'.repeat(400)
  const records: ReportRecord[] = [{ id: 'a', values: { name: endless, purpose: long } }]
  const { pages } = await made(records)
  const words = new Set(pages.join(' ').split(/\s+/))
  expect(long.split(' ').filter((word) => !words.has(word))).toEqual([])
  expect(pages.join('').match(/x/g)!.length).toBeGreaterThanOrEqual(400)
})

it('holds Vietnamese composed in its text layer, also where it was typed decomposed', async () => {
  const text = 'Đường Nguyễn Ðình Chiểu, phường Thủ Thừa; ưỡn ẹo, khuỷu, quýt, ngoằn ngoèo'
  const { file } = await made([{ id: 'a', values: { name: 'CSDL', note: text.normalize('NFD') } }])
  const raw = await rawText(file)
  expect(raw).toBe(raw.normalize('NFC'))
  const flat = raw.replace(/\s+/g, ' ')
  for (const word of text.split(' ')) expect(flat).toContain(word)
})

it('prints texts that a program might run as they are, with no action, link or script in the file', async () => {
  const corpus = [
    '=HYPERLINK("http://x.example";"a")',
    '(Hello) Tj ET',
    ') Tj /JavaScript (app.alert(1))',
    '\\n\\)',
    '<</S/URI>>',
  ]
  const { file, bytes } = await made(
    corpus.map((note, i) => ({ id: `${i}`, values: { name: `N${i}`, note } })),
  )
  const raw = (await rawText(file)).replace(/\s+/g, '')
  for (const text of corpus) expect(raw).toContain(text.replace(/\s+/g, ''))
  const structure = Buffer.from(bytes).toString('latin1')
  expect(structure).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|URI|Launch|EmbeddedFile)\b/)
})

it('has its faces within it, so that it looks alike everywhere', async () => {
  const { file } = await made(sampleRecords(databases, 3, 7))
  const { stdout } = await run('pdffonts', [file])
  const lines = stdout.trim().split('\n').slice(2)
  expect(lines.length).toBeGreaterThanOrEqual(3)
  for (const line of lines) expect(line).toMatch(/Tinos.*CID TrueType\s+Identity-H\s+yes yes yes/)
})

it('puts a portrait letter and its landscape annex in one file', async () => {
  const definition = reportOf('data-check-report')!
  const check = { id: 'c1', values: { name: 'Kiểm tra 2026', year: 2026, conclusion: 'Dữ liệu đầy đủ.' } }
  const block = {
    id: 'b1',
    values: {
      check: { id: 'c1', text: '' },
      database: { id: null, text: 'CSDL hộ tịch' },
      grade: 'tot',
      itemCount: 4,
    },
  }
  const { file, pages } = await made([check], {
    definition,
    register: registerOf('data-check')!,
    related: (id) => (id === 'data-check-database' ? [block] : []),
  })
  const { stdout } = await run('pdfinfo', ['-f', '1', '-l', String(pages.length), file])
  const sizes = [...stdout.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(
    (m) => Number(m[1]) < Number(m[2]),
  )
  expect(sizes[0]).toBe(true)
  expect(sizes.at(-1)).toBe(false)
  const letter = pages[0]!.replace(/\s+/g, ' ')
  const order = [
    'Kính gửi:',
    'Căn cứ Luật Dữ liệu',
    'I. KẾT QUẢ',
    'II. ĐÁNH GIÁ CHUNG',
    'III. TỒN TẠI, NGUYÊN NHÂN',
    'IV. ĐỀ XUẤT',
  ]
  const places = order.map((text) => pages.join(' ').replace(/\s+/g, ' ').indexOf(text))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  expect(letter).toContain('a) Kiểm kê hạng mục nội dung: tổng số 04 hạng mục dữ liệu')
  expect(pages.at(-1)).toMatch(/CSDL hộ\s+(?:\d+\s+)*[\s\S]*tịch/)
})

it('stops when cancelled and leaves no half-written file', async () => {
  const path = join(await temporaryFolder(), 'x.pdf')
  const controller = new AbortController()
  const writing = writeReport(
    options(sampleRecords(databases, 900, 3), {
      path,
      signal: controller.signal,
      onProgress: (rows) => rows > 100 && controller.abort(new Error('đã hủy')),
    }),
  )
  await expect(writing).rejects.toThrow('đã hủy')
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false])
})

it('writes what its name asks for', async () => {
  const folder = await temporaryFolder()
  for (const [name, start] of [
    ['a.pdf', '%PDF'],
    ['a.docx', 'PK'],
    ['a.xlsx', 'PK'],
  ] as const) {
    const path = join(folder, name)
    await writeReport(options(sampleRecords(databases, 2, 3), { path, format: undefined }))
    expect((await readFile(path, 'latin1')).slice(0, start.length)).toBe(start)
  }
})
