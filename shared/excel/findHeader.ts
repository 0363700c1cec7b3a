// Finds a list's header under letterheads: one to three rows, merged or not, and the row that numbers the columns below
// it. It reads what stands in the sheet and changes nothing.
import { foldKey } from '../text/fold.ts'
import { cellKind, cellText, type Merge, type Sheet, type SheetRow } from './workbook.ts'

export type Header = {
  /** First and last header row, 1-based. */
  readonly rows: readonly [number, number]
  /** Per 0-based column; parent and child of a merged header as "parent child"; '' where there is none. */
  readonly headers: readonly string[]
  /** The lowest header text of the column alone. */
  readonly leaves: readonly string[]
}

/** How deep a letterhead can be; the corpus has up to eleven rows. */
const SEARCH_ROWS = 60
const MAX_HEADER_ROWS = 3

/**
 * @param knows 0–1 for a heading that means a field of the register wanted; without it any table's header is found
 * @returns null when no row looks like a header
 */
export function findHeader(sheet: Sheet, knows: (heading: string) => number = () => 0): Header | null {
  const candidates = sheet.rows.slice(0, SEARCH_ROWS)
  let best: SheetRow | null = null
  let bestScore = 0
  for (const [i, row] of candidates.entries()) {
    const score = headerScore(sheet, i, knows)
    if (score > bestScore) {
      best = row
      bestScore = score
    }
  }
  if (!best || bestScore < 2) return null
  return headerAt(sheet, best.row, lastHeaderRow(sheet, best, knows))
}

/** The header in the rows that a person pointed to. */
export function headerAt(sheet: Sheet, first: number, last: number): Header {
  const headers: string[] = []
  const leaves: string[] = []
  for (let c = 0; c < sheet.width; c++) {
    const parts: string[] = []
    for (let r = first; r <= last; r++) {
      const text = shownAt(sheet, r, c).replace(/\s+/g, ' ').trim()
      if (text !== '' && text !== parts[parts.length - 1]) parts.push(text)
    }
    headers.push(parts.join(' '))
    leaves.push(parts[parts.length - 1] ?? '')
  }
  return { rows: [first, last], headers, leaves }
}

/** STT, TT, Số TT, Số thứ tự, No. */
export function isOrdinalHeading(text: string): boolean {
  return (
    /^(stt|tt|so tt|so thu tu|s t t|t t|no|thu tu|ma so|stt tt)$/.test(foldKey(text)) &&
    foldKey(text) !== 'ma so'
  )
}

/** A row that numbers the columns: "1 2 3", "(1) (2)", "A B 1 2", "7=4+6". */
export function isColumnNumberRow(row: SheetRow): boolean {
  let last = 0
  let count = 0
  for (const cell of row.cells) {
    const text = cellText(cell).trim()
    if (text === '') continue
    count++
    const marked = /^[([]?\s*(?:(\d{1,3})|([A-ZĐ]))\s*[)\]]?(\s*=.*)?$/.exec(text)
    if (!marked) return false
    // Letters come before the numbers, and these count up from one: a row of small figures or marks does not.
    if (marked[1] ? Number(marked[1]) !== last + 1 : last > 0) return false
    if (marked[1]) last++
  }
  return count >= 2 && last >= 1
}

function headerScore(sheet: Sheet, index: number, knows: (heading: string) => number): number {
  const row = sheet.rows[index]!
  const texts = row.cells.map((cell) => cellText(cell).replace(/\s+/g, ' ').trim())
  const filled = texts.filter((text) => text !== '')
  if (filled.length < 2 && !(filled.length === 1 && sheet.width === 1)) return 0
  if (isColumnNumberRow(row)) return 0
  let score = 0
  const hasOrdinal = texts.slice(0, 4).some(isOrdinalHeading)
  if (hasOrdinal) score += 4
  const textual = row.cells.filter((cell) => cellKind(cell) === 'text').length
  const short = filled.filter((text) => text.length <= 80 && /\p{L}/u.test(text) && !isSentence(text)).length
  score += (short / filled.length) * 2
  score += Math.min(filled.length, 8) / 8
  if (textual < filled.length) score -= 2 * (1 - textual / filled.length)
  // A heading stands once in its row; a letterhead's halves stand far apart over the table.
  if (new Set(filled.map(foldKey)).size < filled.length) score -= 0.5
  const known = texts.reduce((sum, text) => sum + (text && text.length <= 100 ? knows(text) : 0), 0)
  score += Math.min(known, 6) * 1.2
  if (isLetterhead(filled)) score -= 3
  // What follows must be as wide as a table: at least two cells filled in most of the next rows.
  const below = sheet.rows.slice(index + 1, index + 9)
  const wide = below.filter((r) => r.cells.filter((cell) => cell !== null).length >= 2).length
  score += below.length === 0 ? -1 : (wide / below.length) * 1.5
  // Rows that repeat the shape of the data below are data; the header is the first of them that is all text.
  score -= index * 0.02
  return score
}

function isSentence(text: string): boolean {
  return /[.;:]$/.test(text) && text.length > 40
}

function isLetterhead(filled: readonly string[]): boolean {
  const key = filled.map(foldKey).join(' ')
  return /cong hoa xa hoi chu nghia|doc lap tu do|^mau so|bieu so|kem theo (quyet dinh|cong van|thong tu)|don vi tinh/.test(
    key,
  )
}

function lastHeaderRow(sheet: Sheet, first: SheetRow, knows: (heading: string) => number): number {
  let last = first.row
  // Cells merged downwards from the header's first row say how deep it is.
  for (const merge of sheet.merges) {
    const inHeader = merge.top === first.row && merge.bottom > merge.top
    if (inHeader && merge.bottom - merge.top < MAX_HEADER_ROWS) last = Math.max(last, merge.bottom)
  }
  const spans = sheet.merges.some((m) => m.top === first.row && m.right > m.left && m.right < sheet.width)
  while (last - first.row < MAX_HEADER_ROWS - 1) {
    const next = rowAt(sheet, last + 1)
    if (!next || !continuesHeader(sheet, first, next, spans, knows)) break
    last = next.row
  }
  return last
}

/** A second header row fills in below parents that span columns, and leaves the ordinal column empty. */
function continuesHeader(
  sheet: Sheet,
  first: SheetRow,
  next: SheetRow,
  spans: boolean,
  knows: (heading: string) => number,
): boolean {
  if (isColumnNumberRow(next)) return false
  const filled = next.cells.map((cell, c) => ({ cell, c })).filter(({ cell }) => cell !== null)
  if (filled.length === 0 || filled.some(({ cell }) => cellKind(cell) !== 'text')) return false
  if (filled.some(({ cell }) => cellText(cell).trim().length > 60)) return false
  const ordinal = first.cells.findIndex((cell) => isOrdinalHeading(cellText(cell)))
  if (ordinal >= 0 && next.cells[ordinal] != null) return false
  // The row's children stand under a parent that spans them, or under nothing at all.
  const under = filled.filter(({ c }) => {
    const parent = first.cells[c]
    return parent == null || sheet.merges.some((m) => covers(m, first.row, c) && m.right > m.left)
  })
  if (spans && under.length === filled.length) return true
  const gaps = filled.filter(({ c }) => first.cells[c] == null)
  if (ordinal >= 0 && gaps.length === filled.length && filled.length >= 2) return true
  const known = filled.filter(({ cell }) => knows(cellText(cell)) >= 0.8).length
  return known >= 2 && known > filled.length / 2
}

/** The text at a place, a merged area's text for each of its cells. */
function shownAt(sheet: Sheet, row: number, column: number): string {
  const own = cellText(rowAt(sheet, row)?.cells[column])
  if (own !== '') return own
  const merge = sheet.merges.find((m) => covers(m, row, column))
  // A title merged over the whole table is no column's parent.
  if (!merge || merge.right - merge.left + 1 >= Math.max(sheet.width, 3)) return ''
  return cellText(rowAt(sheet, merge.top)?.cells[merge.left])
}

function covers(merge: Merge, row: number, column: number): boolean {
  return merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right
}

/** The used row of that number, found by halving: rows are in order but have gaps. */
export function rowAt(sheet: Sheet, row: number): SheetRow | undefined {
  let low = 0
  let high = sheet.rows.length - 1
  while (low <= high) {
    const mid = (low + high) >> 1
    const found = sheet.rows[mid]!
    if (found.row === row) return found
    if (found.row < row) low = mid + 1
    else high = mid - 1
  }
  return undefined
}
