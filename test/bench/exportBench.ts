// A list of 10,000 rows and 30 columns in the full official layout (letterhead, borders, wrapped Times New Roman, row
// heights, print titles, signature block) against libraries that can write those styles, each fed the same cells. The
// peers write the table alone, with one height for all rows. Runs take turns, since a busy machine slows all alike.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeReport } from '../../electron/report/writeReport.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import { cellValue } from '../../shared/report/cellValue.ts'
import { reportOf } from '../../shared/report/reports.ts'
import { OFFICE } from '../mainJob/officeCore.ts'
import { sampleRecords } from '../reportSample.ts'
import { type BenchRow, quantile } from './BenchRow.ts'
import { databases } from './benchOffice.ts'
import { loadPeer } from './peers.ts'

const ROWS = 10_000
const COLUMNS = 30
const TURNS = 5

type Cells = (string | number | boolean | null)[]
type Writer = (path: string) => Promise<void>

const fields = databases.fields.slice(0, COLUMNS - 1)
const records = sampleRecords(databases, ROWS)
const dateColumns = new Set(fields.flatMap((field, i) => (field.type === 'date' ? [i + 1] : [])))

export async function exportBench(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'sdl-bench-'))
  const writers: Record<string, Writer> = { ours: writeOurs }
  const excelJs = loadPeer<ExcelJs>('exceljs')
  if (excelJs) writers['ExcelJS streaming'] = (path) => writeExcelJs(excelJs, path)
  const writeExcelFile = loadPeer<WriteExcelFile>('write-excel-file/node')
  if (writeExcelFile) writers['write-excel-file'] = (path) => writeByWriteExcelFile(writeExcelFile, path)
  const xlsxStyle = loadPeer<XlsxStyle>('xlsx-js-style')
  if (xlsxStyle) writers['xlsx-js-style'] = async (path) => writeXlsxStyle(xlsxStyle, path)
  const spent: Record<string, number[]> = {}
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [name, write] of Object.entries(writers)) {
        const start = performance.now()
        await write(join(dir, 'list.xlsx'))
        spent[name] = [...(spent[name] ?? []), performance.now() - start]
      }
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  return [rowOf('median', 0.5, spent), rowOf('fastest', 0, spent)]
}

function rowOf(what: string, p: number, spent: Readonly<Record<string, readonly number[]>>): BenchRow {
  const { ours, ...peers } = Object.fromEntries(
    Object.entries(spent).map(([name, figures]) => [
      name,
      quantile(
        [...figures].sort((a, b) => a - b),
        p,
      ),
    ]),
  )
  const fastest = Math.min(...Object.values(peers))
  return {
    what: `export ${ROWS} × ${COLUMNS} in full layout, ${what} of ${TURNS}`,
    unit: 'ms',
    ours: ours!,
    peers,
    goal: '≤ ×1.2 of the fastest',
    ok: ours! <= 1.2 * fastest,
  }
}

async function writeOurs(path: string): Promise<void> {
  await writeReport({
    definition: {
      ...reportOf('database-list')!,
      columns: fields.map(({ id }) => ({ field: id })),
      annex: undefined,
    },
    register: databases,
    records,
    office: OFFICE,
    profile: profileOf(OFFICE.profile),
    period: '2026',
    language: 'vi',
    draft: false,
    contentCode: 'AAAA-BBBB',
    date: null,
    today: '2026-11-21',
    path,
  })
}

function cellsOf(n: number): Cells {
  const { values } = records[n]!
  return [n + 1, ...fields.map((field) => cellValue(field, values[field.id], 'vi') as Cells[number])]
}

const thin = { style: 'thin' }
const FONT = 'Times New Roman'
const ROW_HEIGHT = 60

type ExcelJs = {
  stream: {
    xlsx: {
      WorkbookWriter: new (
        options: object,
      ) => {
        addWorksheet(
          name: string,
          options: object,
        ): {
          columns: object[]
          addRow(cells: Cells): {
            getCell(column: number): { style: object }
            height: number
            commit(): void
          }
          commit(): void
        }
        commit(): Promise<void>
      }
    }
  }
}

async function writeExcelJs(excelJs: ExcelJs, path: string): Promise<void> {
  const book = new excelJs.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = book.addWorksheet('x', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '8:8',
    },
  })
  const border = { top: thin, left: thin, bottom: thin, right: thin }
  const style = { font: { name: FONT, size: 12 }, border, alignment: { wrapText: true, vertical: 'middle' } }
  const dateStyle = { ...style, numFmt: 'dd/mm/yyyy' }
  sheet.columns = Array.from({ length: COLUMNS }, () => ({ width: 20 }))
  for (let n = 0; n < ROWS; n++) {
    const row = sheet.addRow(cellsOf(n))
    for (let i = 0; i < COLUMNS; i++) row.getCell(i + 1).style = dateColumns.has(i) ? dateStyle : style
    row.height = ROW_HEIGHT
    row.commit()
  }
  sheet.commit()
  await book.commit()
}

type WriteExcelFile = {
  default: (rows: object[][], options: object) => { toFile(path: string): Promise<void> }
}

async function writeByWriteExcelFile(library: WriteExcelFile, path: string): Promise<void> {
  const style = {
    fontFamily: FONT,
    fontSize: 12,
    borderStyle: 'thin',
    wrap: true,
    alignVertical: 'center',
    height: ROW_HEIGHT,
  }
  const rows = Array.from({ length: ROWS }, (_, n) =>
    cellsOf(n).map((value, i) =>
      value === null
        ? { ...style, value: undefined }
        : {
            ...style,
            value,
            type: typeof value === 'number' ? Number : String,
            ...(dateColumns.has(i) ? { format: 'dd/mm/yyyy' } : {}),
          },
    ),
  )
  const columns = Array.from({ length: COLUMNS }, () => ({ width: 20 }))
  await library.default(rows, { columns, orientation: 'landscape' }).toFile(path)
}

type XlsxStyle = {
  utils: { book_new(): object; book_append_sheet(book: object, sheet: object, name: string): void }
  write(book: object, options: object): Uint8Array
}

function writeXlsxStyle(library: XlsxStyle, path: string): void {
  const border = { top: thin, left: thin, bottom: thin, right: thin }
  const style = { font: { name: FONT, sz: 12 }, border, alignment: { wrapText: true, vertical: 'center' } }
  const dense = Array.from({ length: ROWS }, (_, n) =>
    cellsOf(n).map((value, i) => ({
      t: value === null ? 'z' : typeof value === 'number' ? 'n' : 's',
      v: value ?? undefined,
      s: style,
      ...(dateColumns.has(i) ? { z: 'dd/mm/yyyy' } : {}),
    })),
  )
  const sheet: Record<string, unknown> = { '!ref': `A1:AD${ROWS}` }
  for (const [r, row] of dense.entries())
    for (const [c, cell] of row.entries()) sheet[`${columnName(c)}${r + 1}`] = cell
  sheet['!cols'] = Array.from({ length: COLUMNS }, () => ({ wch: 20 }))
  sheet['!rows'] = Array.from({ length: ROWS }, () => ({ hpt: ROW_HEIGHT }))
  const book = library.utils.book_new()
  library.utils.book_append_sheet(book, sheet, 'x')
  writeFileSync(path, library.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`
}
