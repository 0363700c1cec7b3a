import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { profileOf } from '../../shared/profiles/profiles.ts'
import { fieldOf } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { cellValue, shownText } from '../../shared/report/cellValue.ts'
import { type ReportId, reportOf } from '../../shared/report/reports.ts'
import type { ReportRecord } from '../../shared/report/reportTable.ts'
import { convertInLibreOffice, pdfPages, temporaryFolder } from '../../test/libreOffice.ts'
import { sampleRecords } from '../../test/reportSample.ts'
import { type WriteReportOptions, writeReport } from './writeReport.ts'

const LIBRE_OFFICE_MS = 120_000

const office = {
  name: 'Ủy ban nhân dân xã Tân Trào',
  parentName: 'Ủy ban nhân dân tỉnh Tuyên Quang',
  level: 'xa',
  docSymbol: 'UBND',
  placeName: 'Tân Trào',
} as const

function options(
  id: ReportId,
  records: readonly ReportRecord[],
  more: Partial<WriteReportOptions> = {},
): WriteReportOptions {
  const definition = reportOf(id)!
  return {
    definition,
    office,
    profile: profileOf('current_2025'),
    register: registerOf(definition.register)!,
    records,
    period: '2026',
    language: 'vi',
    draft: false,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
    ...more,
  }
}

type Made = { readonly file: string; readonly folder: string; readonly pages: string[] }

async function made(
  id: ReportId,
  records: readonly ReportRecord[],
  more: Partial<WriteReportOptions> = {},
): Promise<Made> {
  const folder = await temporaryFolder()
  const file = join(folder, 'bao-cao.xlsx')
  await writeReport(options(id, records, { ...more, path: file }))
  const pages = await pdfPages(await convertInLibreOffice(file, 'pdf', folder))
  return { file, folder, pages }
}

function words(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(/\s+/)) if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words of every printed cell that the pages lack, with how many are missing. */
function missingWords(id: ReportId, records: readonly ReportRecord[], pages: readonly string[]): string[] {
  const definition = reportOf(id)!
  const register = registerOf(definition.register)!
  const fields = definition.columns.map((c) => fieldOf(register, c.field))
  const cells = records.flatMap((r) => fields.map((f) => shownCell(f, r)))
  const printed = words(pages.join(' '))
  return [...words(cells.join(' '))]
    .filter(([word, count]) => (printed.get(word) ?? 0) < count)
    .map(([word]) => word)
}

function shownCell(field: ReturnType<typeof fieldOf>, record: ReportRecord): string {
  const value = cellValue(field, record.values[field.id], 'vi')
  // A real day, not the widest one.
  return field.type === 'date' && typeof value === 'number' ? dayOf(value) : shownText(field, value)
}

function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .reverse()
    .join('/')
}

describe.each([
  ['database-list', 3],
  ['database-list', 60],
  ['open-data-list', 60],
  ['focal-point-list', 300],
] as const)('%s with %i records, on LibreOffice’s pages', (id, count) => {
  const register = registerOf(reportOf(id)!.register)!
  const records = sampleRecords(register, count, 21)
  let report: Made
  beforeAll(async () => {
    report = await made(id, records)
  }, LIBRE_OFFICE_MS)

  it('prints every word of every cell', () => {
    expect(missingWords(id, records, report.pages)).toEqual([])
  })

  it('repeats the headings on every page that has a part of the table, and numbers all pages but the first', () => {
    const heading = /STT/
    for (const page of report.pages) expect(page).toMatch(heading)
    expect(report.pages[0]!.trimStart()).not.toMatch(/^1\n/)
    for (const [i, page] of report.pages.entries())
      if (i > 0) expect(page.trimStart().split('\n')[0]!.trim()).toBe(String(i + 1))
  })

  it('has the letterhead once, the signature with a record on its page, the content code on every page', () => {
    expect(report.pages.filter((p) => p.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))).toEqual([
      report.pages[0],
    ])
    expect(report.pages[0]).toMatch(/ỦY BAN NHÂN DÂN/)
    expect(report.pages[0]).toMatch(/XÃ TÂN TRÀO/)
    const last = report.pages[report.pages.length - 1]!
    expect(last).toMatch(/TM\. ỦY BAN NHÂN DÂN/)
    expect(last).toMatch(/Nơi nhận:/)
    expect(last).toMatch(new RegExp(`^\\s*${count}\\s`, 'm'))
    for (const page of report.pages) expect(page).toContain('Mã nội dung: 4K7Q-92MD')
  })

  it(
    'gives every row at least the height that LibreOffice would',
    async () => {
      const ours = heights(unzipSync(await readFile(report.file)))
      const bare = unzipSync(await readFile(report.file))
      const sheet = strFromU8(bare['xl/worksheets/sheet1.xml']!)
      bare['xl/worksheets/sheet1.xml'] = strToU8(sheet.replace(/ ht="[\d.]+" customHeight="1"/g, ''))
      const bareFile = join(report.folder, 'khong-chieu-cao.xlsx')
      await writeFile(bareFile, zipSync(bare))
      // Only on opening its own format does LibreOffice fit rows, where the file names no height for them.
      const flat = await convertInLibreOffice(bareFile, 'fods', report.folder)
      const open = (await readFile(flat, 'utf8')).replace(
        /style:row-height="[^"]*"([^>]*use-optimal-row-height="true")/g,
        '$1',
      )
      await writeFile(flat, open)
      const fitted = heights(
        unzipSync(await readFile(await convertInLibreOffice(flat, 'xlsx', await temporaryFolder()))),
      )
      const low = [...fitted].filter(([row, height]) => (ours.get(row) ?? 15.75) < height - 0.1)
      expect(fitted.size).toBeGreaterThan(count)
      expect(Math.max(...fitted.values())).toBeGreaterThan(25)
      expect(low).toEqual([])
    },
    LIBRE_OFFICE_MS,
  )

  it(
    'keeps every cell through LibreOffice',
    async () => {
      const folder = await temporaryFolder()
      const again = await convertInLibreOffice(report.file, 'xlsx', folder)
      expect(cells(await readFile(again))).toEqual(cells(await readFile(report.file)))
    },
    LIBRE_OFFICE_MS,
  )
})

function heights(parts: Record<string, Uint8Array>): Map<number, number> {
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  const rows = new Map<number, number>()
  for (const [tag] of xml.matchAll(/<row [^>]*>/g)) {
    const number = / r="(\d+)"/.exec(tag)
    const height = / ht="([\d.]+)"/.exec(tag)
    if (number && height) rows.set(Number(number[1]), Number(height[1]))
  }
  return rows
}

function cells(bytes: Uint8Array): unknown[][] {
  const book = XLSX.read(bytes, { cellDates: false })
  return XLSX.utils
    .sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: true, defval: null })
    .map((row) => row.map((v) => v ?? null))
}

describe('a list with gaps', () => {
  it(
    'says DỰ THẢO on every page and is never refused',
    async () => {
      const register = registerOf('database')!
      const report = await made('database-list', sampleRecords(register, 12, 8, 0.5), { draft: true })
      expect(report.pages.length).toBeGreaterThan(1)
      for (const page of report.pages) expect(page).toContain('DỰ THẢO')
    },
    LIBRE_OFFICE_MS,
  )
})

describe('a record of many pages', () => {
  it(
    'is printed whole',
    async () => {
      const register = registerOf('database')!
      const long = Array.from({ length: 2_500 }, (_, i) => `từ${i}`).join(' ')
      const records = sampleRecords(register, 3, 9).map(
        (r, i): ReportRecord => (i === 1 ? { ...r, values: { ...r.values, purpose: long } } : r),
      )
      const report = await made('database-list', records)
      expect(missingWords('database-list', records, report.pages)).toEqual([])
    },
    LIBRE_OFFICE_MS,
  )
})

describe('a list without records', () => {
  it(
    'says “Không phát sinh” when the office answered so, and can be signed',
    async () => {
      const report = await made('open-data-list', [], { nil: true })
      expect(report.pages).toHaveLength(1)
      expect(report.pages[0]).toMatch(/Không phát sinh/)
      expect(report.pages[0]).toMatch(/Kỳ này không phát sinh bộ dữ liệu/)
      expect(report.pages[0]).toMatch(/CHỦ TỊCH/)
    },
    LIBRE_OFFICE_MS,
  )

  it(
    'says that there is no data yet when nobody answered, and states nothing for the chairman to sign',
    async () => {
      const report = await made('database-list', [], {
        draft: true,
        annex: { register: registerOf('data-item')!, records: [] },
      })
      expect(report.pages.join()).toMatch(/Chưa có dữ liệu/)
      expect(report.pages.join()).toMatch(/DỰ THẢO/)
      expect(report.pages.join()).not.toMatch(/không phát sinh/i)
    },
    LIBRE_OFFICE_MS,
  )
})

describe('the annex of the database list', () => {
  it(
    'is numbered from 1 and says what it goes with',
    async () => {
      const [databases, items] = [registerOf('database')!, registerOf('data-item')!]
      const report = await made('database-list', sampleRecords(databases, 5, 2), {
        annex: { register: items, records: sampleRecords(items, 40, 3) },
      })
      const first = report.pages.findIndex((p) => /Phụ lục/.test(p))
      expect(first).toBeGreaterThan(0)
      expect(report.pages[first]).toMatch(/Kèm theo Danh mục cơ sở dữ liệu của Ủy ban nhân dân xã Tân Trào/)
      expect(report.pages[first + 1]!.trimStart().split('\n')[0]!.trim()).toBe('2')
    },
    LIBRE_OFFICE_MS,
  )
})
