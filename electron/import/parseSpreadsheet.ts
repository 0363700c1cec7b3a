// Runs in the parser's own process only. Inflates the parts a list needs, gives them to the spreadsheet library as a
// plain container, and turns what it returns into compact rows. It must never evaluate a formula, follow a link or
// expand an entity.
import * as XLSX from 'xlsx'
import { convertSheet } from '../../shared/excel/legacyText.ts'
import type { Cell, Merge, Sheet, SheetRow } from '../../shared/excel/workbook.ts'
import { unmarkInert } from '../../shared/report/inertText.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Inspected } from './inspectFile.ts'
import type { ImportLimits, WorkbookRefusal } from './limits.ts'
import { decodeText, parseDelimited } from './parseDelimited.ts'
import { storedZip } from './storedZip.ts'
import { attribute, sheetParts } from './workbookParts.ts'
import { inflatePart } from './zipDirectory.ts'

type Parsed = Result<readonly Sheet[], WorkbookRefusal>

/** All sheets of the file, in its order. */
export function parseSpreadsheet(bytes: Buffer, inspected: Inspected, limits: ImportLimits): Parsed {
  if (inspected.kind === 'csv') return parseText(bytes, limits)
  let source = bytes
  let hidden: HiddenMarks = new Map()
  let stubs = false
  if (inspected.kind !== 'xls') {
    const unpacked = unpack(bytes, inspected, limits)
    if (!unpacked.ok) return unpacked
    source = storedZip(unpacked.value)
    if (inspected.kind === 'xlsx') {
      hidden = hiddenMarks(unpacked.value)
      stubs = hasEmptyFormula(unpacked.value)
    }
  }
  let book: XLSX.WorkBook
  try {
    book = XLSX.read(source, {
      type: 'buffer',
      dense: true,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellFormula: true,
      sheetStubs: stubs,
      // Old .xls keep TCVN3 and VNI bytes as this code page; detection works on them.
      ...(inspected.kind === 'xls' ? { codepage: 1252 } : {}),
    })
  } catch (error) {
    return err(refusalOf(error))
  }
  return collect(book, hidden, limits)
}

function collect(book: XLSX.WorkBook, hidden: HiddenMarks, limits: ImportLimits): Parsed {
  if (book.SheetNames.length > limits.sheets) return err({ code: 'import-too-many-cells' })
  const budget = { cells: limits.cells }
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets: Sheet[] = []
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    const state = book.Workbook?.Sheets?.[i]?.Hidden ?? 0
    // Chart and macro sheets hold no list.
    if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) continue
    const marks = hidden.get(name)
    const rows = readRows(sheet, marks?.rows, date1904, budget, limits)
    if (!rows) return err({ code: 'import-too-many-cells' })
    sheets.push(finishSheet(name, rows, mergesOf(sheet), state > 0, marks?.columns ?? []))
  }
  return sheets.some((sheet) => sheet.rows.length > 0) ? ok(sheets) : err({ code: 'import-empty' })
}

function parseText(bytes: Buffer, limits: ImportLimits): Parsed {
  const rows = parseDelimited(decodeText(bytes)).map((row) => ({ ...row, cells: row.cells.map(unmark) }))
  if (rows.length === 0) return err({ code: 'import-empty' })
  let cells = 0
  for (const row of rows) {
    cells += row.cells.length
    if (row.cells.length > limits.columns || cells > limits.cells)
      return err({ code: 'import-too-many-cells' })
  }
  return ok([finishSheet('CSV', rows, [], false, [])])
}

/** A text file of ours puts an apostrophe before what a spreadsheet would run; it comes off again here. */
function unmark(cell: Cell): Cell {
  return typeof cell === 'string' ? unmarkInert(cell).toWellFormed() : cell
}

function finishSheet(
  name: string,
  rows: SheetRow[],
  merges: Merge[],
  hidden: boolean,
  hiddenColumns: readonly number[],
): Sheet {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  return convertSheet({ name, rows, width, merges, hidden, hiddenColumns, converted: 0, encoding: 'unicode' })
}

// What a list does not need is not even inflated: pictures, macros, printer settings, embedded files.
const NEEDED =
  /^(\[content_types\]\.xml|_rels\/\.rels|mimetype|(content|styles|meta|settings)\.xml|meta-inf\/manifest\.xml)$|^xl\/([^/]*\.xml|_rels\/[^/]*\.rels|worksheets\/[^/]*\.xml|worksheets\/_rels\/[^/]*\.rels|(chart|dialog|macro)sheets\/[^/]*\.xml)$/i

function unpack(
  bytes: Buffer,
  inspected: Inspected,
  limits: ImportLimits,
): Result<Map<string, Buffer>, WorkbookRefusal> {
  const parts = new Map<string, Buffer>()
  let total = 0
  for (const part of inspected.parts) {
    if (!NEEDED.test(part.name)) continue
    const read = inflatePart(bytes, part)
    if (!read.ok) return read
    total += read.value.length
    if (total > limits.inflatedBytes) return err({ code: 'import-bomb' })
    // Neither format may declare entities (ECMA-376 part 2, §8.1.4; ODF parts are plain XML): "billion laughs".
    if (/<!(DOCTYPE|ENTITY)/i.test(read.value.toString('latin1', 0, 4_096)))
      return err({ code: 'import-damaged' })
    parts.set(part.name, read.value)
  }
  return ok(parts)
}

/** A formula saved without its result would be dropped as an empty cell, and its value lost without a word. */
function hasEmptyFormula(parts: ReadonlyMap<string, Buffer>): boolean {
  for (const data of parts.values()) {
    for (const trace of ['</f></c>', '</f><v></v>', '</f><v/>']) if (data.includes(trace)) return true
  }
  return false
}

type HiddenMarks = Map<string, { columns: number[]; rows: Set<number> }>

function hiddenMarks(parts: ReadonlyMap<string, Buffer>): HiddenMarks {
  const marks: HiddenMarks = new Map()
  for (const sheet of sheetParts((path) => parts.get(path)?.toString('utf8'))) {
    const data = parts.get(sheet.path)
    if (!data) continue
    const start = data.indexOf('<sheetData')
    const columns: number[] = []
    for (const [tag] of data
      .toString('latin1', 0, start < 0 ? data.length : start)
      .matchAll(/<col\s[^>]*>/g)) {
      if (!/\shidden="(1|true)"/.test(tag)) continue
      const last = Math.min(Number(attribute(tag, 'max')), Number(attribute(tag, 'min')) + 1_000)
      for (let c = Number(attribute(tag, 'min')); c <= last; c++) columns.push(c - 1)
    }
    const rows = new Set<number>()
    for (
      let at = data.indexOf(' hidden="1"', start);
      start >= 0 && at >= 0;
      at = data.indexOf(' hidden="1"', at + 1)
    ) {
      const open = data.lastIndexOf('<', at)
      const row = /^<row\s[^>]*?\br="(\d+)"/.exec(data.toString('latin1', open, at + 200))
      if (row) rows.add(Number(row[1]))
    }
    marks.set(sheet.name, { columns, rows })
  }
  return marks
}

function readRows(
  sheet: XLSX.WorkSheet,
  hidden: ReadonlySet<number> | undefined,
  date1904: boolean,
  budget: { cells: number },
  limits: ImportLimits,
): SheetRow[] | null {
  const data = (sheet as { '!data'?: (XLSX.CellObject | undefined)[][] })['!data'] ?? []
  const rows: SheetRow[] = []
  const formats = new Map<string, boolean>()
  // forEach walks only what exists: a stray cell at XFD1048576 costs one row, not a million.
  data.forEach((line, r) => {
    if (!line || budget.cells < 0) return
    let last = line.length - 1
    while (last >= 0 && isBlank(line[last])) last--
    if (last < 0) return
    const cells: Cell[] = new Array(last + 1).fill(null)
    for (let c = 0; c <= last; c++) {
      const cell = line[c]
      if (cell) cells[c] = toCell(cell, formats, date1904, limits)
    }
    budget.cells -= cells.length
    rows.push(hidden?.has(r + 1) ? { row: r + 1, cells, hidden: true } : { row: r + 1, cells })
  })
  return budget.cells < 0 ? null : rows
}

function isBlank(cell: XLSX.CellObject | undefined): boolean {
  if (!cell || cell.t === 'z') return !cell?.f
  return cell.t === 's' && typeof cell.v === 'string' && cell.v.trim() === ''
}

function toCell(
  cell: XLSX.CellObject,
  formats: Map<string, boolean>,
  date1904: boolean,
  limits: ImportLimits,
): Cell {
  if (cell.t === 'z') return cell.f ? { k: 'formula', v: null } : null
  const value = cell.v
  if (cell.t === 'e') return { k: 'error', v: errorName(value) }
  if (value === undefined || value === null) return cell.f ? { k: 'formula', v: null } : null
  if (cell.t === 's') {
    const text = String(value).slice(0, limits.cellChars).toWellFormed()
    if (text.trim() === '') return null
    return cell.f ? { k: 'text', v: text, f: true } : text
  }
  if (cell.t === 'b') return value === true
  if (cell.t === 'd') return dateCell(new Date(value as Date).toISOString().slice(0, 10), cell.f)
  if (typeof value !== 'number' || !Number.isFinite(value)) return { k: 'error', v: '#NUM!' }
  const format = typeof cell.z === 'string' ? cell.z : 'General'
  if (format === 'General' || format === '0')
    return cell.f ? { k: 'number', v: value, w: String(value), f: true } : value
  let isDate = formats.get(format)
  if (isDate === undefined) {
    isDate = XLSX.SSF.is_date(format) === true && /[dy]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ''))
    formats.set(format, isDate)
  }
  if (isDate && value >= 1 && value < 2_958_466) return dateCell(serialToIso(value, date1904), cell.f)
  return { k: 'number', v: value, w: formatNumber(format, value), ...(cell.f ? { f: true as const } : {}) }
}

function formatNumber(format: string, value: number): string {
  try {
    return XLSX.SSF.format(format, value).trim()
  } catch {
    return String(value) // A format that the library does not know shows the bare number.
  }
}

function dateCell(iso: string, formula: string | undefined): Cell {
  const w = `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`
  return formula ? { k: 'date', v: iso, w, f: true } : { k: 'date', v: iso, w }
}

/** ISO date of an Excel serial, day part only. Serials below 60 count Excel's 29/02/1900, which never was. */
export function serialToIso(serial: number, date1904: boolean): string {
  const days = Math.floor(serial) + (date1904 ? 1_462 : 0)
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10)
}

function errorName(value: unknown): string {
  const names: Record<number, string> = {
    0: '#NULL!',
    7: '#DIV/0!',
    15: '#VALUE!',
    23: '#REF!',
    29: '#NAME?',
    36: '#NUM!',
    42: '#N/A',
  }
  return (typeof value === 'number' && names[value]) || '#ERROR'
}

function mergesOf(sheet: XLSX.WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, 200_000)
    .map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }))
}

function refusalOf(error: unknown): WorkbookRefusal {
  const message = String((error as Error)?.message ?? error)
  if (/password|encrypt/i.test(message)) return { code: 'import-encrypted' }
  if (/invalid array length|out of memory|allocation/i.test(message)) return { code: 'import-too-many-cells' }
  return { code: 'import-damaged' }
}
