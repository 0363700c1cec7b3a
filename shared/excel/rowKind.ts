// Which rows under a header are no records: groups, totals, repeated headers, footnotes, signature blocks, blank lines.
// Each skipped row says why; when in doubt a row is a record, because a record lost in silence is the worse mistake.
import { foldKey } from '../text/fold.ts'
import { type Header, isColumnNumberRow, isOrdinalHeading } from './findHeader.ts'
import { isFillIn, isMark } from './parseCell.ts'
import { cellKind, cellText, type Sheet, type SheetRow } from './workbook.ts'

export type RowKind =
  | 'record'
  | 'blank'
  | 'unmapped'
  | 'column-numbers'
  | 'header'
  | 'total'
  | 'group'
  | 'footnote'
  | 'signature'

export const SKIP_REASONS: Readonly<Record<Exclude<RowKind, 'record'>, string>> = {
  blank: 'Dòng trống',
  unmapped: 'Không có ô nào thuộc cột đã ghép',
  'column-numbers': 'Dòng đánh số cột',
  header: 'Dòng tiêu đề lặp lại',
  total: 'Dòng tổng cộng',
  group: 'Dòng nhóm',
  footnote: 'Ghi chú dưới bảng',
  signature: 'Phần ký, nơi nhận',
}

export type RowJudge = (row: SheetRow) => RowKind

/**
 * Judges a sheet's rows from the header down, in order.
 * @param mapped columns that are mapped to fields
 */
export function rowJudge(sheet: Sheet, header: Header, mapped: readonly number[]): RowJudge {
  const ordinal = header.headers.findIndex(isOrdinalHeading)
  const wide = widestMerges(sheet, header.rows[1])
  const usual = usualCells(sheet, header)
  const headerKeys = header.leaves.map((text) => ({ key: foldKey(text), length: text.length }))
  let closing = false
  return (row) => {
    const filled = row.cells
      .map((cell, c) => ({ c, cell, text: cellText(cell).trim() }))
      .filter(({ text }) => text !== '')
    if (filled.length === 0) return 'blank'
    if (isColumnNumberRow(row) && row.row <= header.rows[1] + 2) return 'column-numbers'
    const atOrdinal = ordinal >= 0 ? cellText(row.cells[ordinal]).trim() : ''
    const numbered = /^\(?\d+(\.\d+)*[.)]?$/.test(atOrdinal)
    const content = filled.filter(({ c }) => c !== ordinal)
    if (!numbered && isSignature(filled, sheet)) closing = true
    if (content.length === 0 && !closing) return aloneInOrdinal(atOrdinal, numbered)
    // Numbered rows after a signature block belong to the list again: two lists on one sheet.
    if (closing && numbered && content.length >= 2) closing = false
    if (closing) return 'signature'
    if (repeatsHeader(row, headerKeys)) return 'header'
    const first = content[0]!.text
    if (
      !numbered &&
      isTotal(
        ordinal >= 0 && content[0]!.c > ordinal ? [atOrdinal, first] : [filled[0]!.text, first],
        content,
      )
    )
      return 'total'
    if (!numbered && content.length <= 2 && isFootnote(filled[0]!.text)) return 'footnote'
    if (content.every(({ text }) => isFillIn(text))) return 'blank'
    // With no column mapped at all the rows are shown, so that the columns can be chosen.
    if (mapped.length > 0 && !content.some(({ c, text }) => mapped.includes(c) && !isFillIn(text)))
      return 'unmapped'
    return isGroup() ? 'group' : 'record'

    function isGroup(): boolean {
      if (numbered || usual < 2) return false
      const texts = content.filter(({ cell, text }) => cellKind(cell) === 'text' && !isMark(text))
      if (texts.length !== 1) return false
      if (wide.has(row.row)) return true
      // "I", "A", "a)", "-" in the ordinal column and one text: a heading of its own. Sums beside it are the group's.
      const lettered = /^([IVXL]+|[A-ZĐ]|[a-zđ]\)|[-+*])[.)]?$/.test(atOrdinal)
      if (ordinal >= 0 && lettered) return true
      return content.length === 1 && usual >= 3 && first.endsWith(':')
    }
  }
}

/** A row with nothing but its ordinal cell: an unfilled line, or a text that starts at the table's left edge. */
function aloneInOrdinal(text: string, numbered: boolean): RowKind {
  if (numbered || isFillIn(text)) return 'blank'
  if (isFootnote(text)) return 'footnote'
  return isTotal([text], []) ? 'total' : 'group'
}

/** Rows that are one cell merged over half the table or more. */
function widestMerges(sheet: Sheet, below: number): ReadonlySet<number> {
  const rows = new Set<number>()
  for (const merge of sheet.merges) {
    const columns = merge.right - merge.left + 1
    if (merge.top > below && merge.top === merge.bottom && columns >= 2 && columns * 2 >= sheet.width)
      rows.add(merge.top)
  }
  return rows
}

/** How many cells a row under the header usually fills: the median. */
function usualCells(sheet: Sheet, header: Header): number {
  const counts = sheet.rows
    .filter((row) => row.row > header.rows[1])
    .slice(0, 500)
    .map((row) => row.cells.filter((cell) => cell !== null).length)
    .sort((a, b) => a - b)
  return counts[counts.length >> 1] ?? 0
}

function repeatsHeader(
  row: SheetRow,
  headerKeys: readonly { readonly key: string; readonly length: number }[],
): boolean {
  let same = 0
  for (const [c, cell] of row.cells.entries()) {
    const text = cellText(cell)
    if (text.trim() === '') continue
    // Most rows differ in length already; folding every cell of a long list is slow.
    const heading = headerKeys[c]
    if (!heading || Math.abs(text.length - heading.length) > 4 || foldKey(text) !== heading.key) return false
    same++
  }
  return same >= 2
}

function isTotal(leading: readonly string[], content: readonly { readonly text: string }[]): boolean {
  const words = content.filter(({ text }) => /\p{L}/u.test(text) && !isMark(text)).length
  // "Tổng cộng", "Cộng (I + II)", "Tổng số: 12 cơ sở dữ liệu"; never "Tổng hợp …", "Cộng đồng …".
  return (
    words <= 1 &&
    leading.some((text) =>
      /^(tong cong|tong so|cong|tong|total)$|^(tong cong|tong so|cong|tong)( [ivx\d a-z]{1,3})+$|^(tong cong|tong so) .{0,40}\d/.test(
        foldKey(text),
      ),
    )
  )
}

function isFootnote(text: string): boolean {
  return (
    /^(\*|\(\*\)|\(\d+\))\s*\S/.test(text) ||
    /^(ghi chu|luu y|chu thich|chu giai|nguon|giai thich)( |$)/.test(foldKey(text.slice(0, 40)))
  )
}

const SIGNATURE =
  /^(nguoi lap( bieu| bang)?|lap bang|lap bieu|thu truong( don vi| co quan)?|nguoi ky|xac nhan|kiem soat|noi nhan|tm |kt |tl |tuq |q )|^(ky |ky ten|chu ky)|(ngay \d* ?thang \d* ?nam)( \d+)?$/

/** Posts under which somebody signs, and which a list of people names in a column of its own. */
const POST = /^(ke toan( truong)?|(pho )?giam doc|(pho )?chu tich|(pho )?chanh van phong)( |$)/

function isSignature(filled: readonly { readonly text: string }[], sheet: Sheet): boolean {
  if (filled.length > Math.max(3, sheet.width / 2) || filled.length > 4) return false
  // A post beside a name is a record's; alone, or among signatures, it is the block under the list.
  if (filled.every(({ text }) => POST.test(foldKey(text)))) return true
  return filled.some(({ text }) => {
    if (text.length > 120) return /^nơi nhận\s*:/i.test(text)
    const key = foldKey(text)
    return SIGNATURE.test(key) || /^\(ky\b|^\(ký/i.test(text) || /^danh sach (gom|nay|co) .*\d+/.test(key)
  })
}
