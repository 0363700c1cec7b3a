// Shares the width of the page among the columns of a table so that rows stay low and no word is broken: each column
// gets its longest word, and what is left goes where it saves most lines.
import { type Face, textWidthPx, widestWordPx } from './fontMetrics.ts'

/** Blank that programs keep on both sides of a cell's text. */
export const CELL_PADDING_PX = 7

/** Part of a cell's width that text is counted on: screens and printers draw faces a little wider than they are. */
export const FACE_RESERVE = 0.96

/** Widest word that a column makes room for, as far as the page has it: mail addresses whole, if need be broken. */
const WORD_PX = [270, 190, 120]
/** Narrower columns are hard to read. */
const LEAST_PX = 58
/** Rows of more lines than this make the table wider than the page, and its print smaller, up to the last of ZOOMS. */
const MAX_LINES = 20
const ZOOMS = [1, 1.25, 1.5, 1.8, 2.2]
/** Rows looked at, and steps taken, when looking for the best widths. */
const ROWS = 60
const STEP_PX = 8
const MAX_STEPS = 120
/** The headings stand on every page: they weigh as much as so many rows. */
const HEADING_WEIGHT = 3

export type ColumnText = {
  readonly heading: string
  /** Texts of a sample of rows; the same rows in every column. */
  readonly sample: readonly string[]
  /** Width that is not to be changed, in pixels. */
  readonly askedPx?: number
}

/**
 * Column widths in pixels. They add up to `availablePx` where the words and the highest rows allow it, else to more:
 * the page is then scaled to its width when printed.
 */
export function columnWidths(
  columns: readonly ColumnText[],
  availablePx: number,
  body: Face,
  head: Face,
): number[] {
  const leastFor = (wordPx: number) => columns.map((column) => leastWidth(column, wordPx, body, head))
  const sumOf = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0)
  // Room is left for the texts: words are not kept whole at the price of high rows.
  const wordPx =
    WORD_PX.find((px) => sumOf(leastFor(px)) <= availablePx * 0.85) ?? WORD_PX[WORD_PX.length - 1]!
  const least = leastFor(wordPx)
  const total = sumOf(least)
  const free = columns.map((c) => c.askedPx === undefined)
  if (!free.includes(true)) return least
  const rows = textRows(columns, body, head)
  let widths = least
  for (const zoom of ZOOMS) {
    const spare = availablePx * zoom - total
    if (spare <= 0) continue
    widths = spread(least, free, spare, rows)
    if (highestRow(rows, widths) <= MAX_LINES) break
  }
  return widths
}

/** Lines of the row that is higher than nineteen in twenty. */
function highestRow(rows: readonly (readonly number[])[], widths: readonly number[]): number {
  const lines = rows.map((row) => Math.max(...row.map((px, i) => px / (widths[i]! - CELL_PADDING_PX))))
  return lines.sort((a, b) => a - b)[Math.floor(lines.length * 0.95)]!
}

function leastWidth(column: ColumnText, wordPx: number, body: Face, head: Face): number {
  if (column.askedPx) return column.askedPx
  let word = widestWordPx(column.heading, head)
  for (const text of column.sample) word = Math.max(word, Math.min(widestWordPx(text, body), wordPx))
  return Math.max(LEAST_PX, Math.ceil(word / FACE_RESERVE) + CELL_PADDING_PX)
}

/** Width in pixels of each row's texts, the headings first and as often as they weigh. */
function textRows(columns: readonly ColumnText[], body: Face, head: Face): number[][] {
  const headings = columns.map((c) => textWidthPx(c.heading, head))
  const rows = Array.from({ length: HEADING_WEIGHT }, () => headings)
  const count = Math.max(0, ...columns.map((c) => c.sample.length))
  // Evenly from the whole sample, so that a long record at its end counts too.
  const step = Math.max(1, count / ROWS)
  for (let at = 0; at < count; at += step) {
    rows.push(columns.map((c) => textWidthPx(c.sample[Math.floor(at)] ?? '', body)))
  }
  return rows
}

/** Fourth power of the lines a text takes; short texts take none. */
function fourthOfLines(textPx: number, widthPx: number): number {
  const lines = textPx / (widthPx - CELL_PADDING_PX)
  return lines > 0.7 ? lines ** 4 : 0
}

/**
 * Gives away `spare` pixels, a step at a time, to the column where the step saves most lines. A row is as high as its
 * highest cell; the fourth powers let every high cell count a little, or two equal ones would hide what widening
 * either is worth.
 */
function spread(
  least: readonly number[],
  free: readonly boolean[],
  spare: number,
  rows: readonly (readonly number[])[],
): number[] {
  const widths = [...least]
  const step = Math.max(STEP_PX, Math.ceil(spare / MAX_STEPS))
  const sums = rows.map((row) => row.reduce((sum, px, i) => sum + fourthOfLines(px, widths[i]!), 0))
  const root = (sum: number) => Math.sqrt(Math.sqrt(Math.max(sum, 0)))
  const savedBy = (column: number, width: number) => {
    let saved = 0
    for (let r = 0; r < rows.length; r++) {
      const px = rows[r]![column]!
      const less = fourthOfLines(px, widths[column]!) - fourthOfLines(px, width)
      if (less > 0) saved += root(sums[r]!) - root(sums[r]! - less)
    }
    return saved
  }
  let left = spare
  while (left > 0) {
    const given = Math.min(step, left)
    let best = -1
    let bestSaved = 1e-9
    for (let i = 0; i < widths.length; i++) {
      const saved = free[i] ? savedBy(i, widths[i]! + given) : 0
      if (saved > bestSaved) {
        best = i
        bestSaved = saved
      }
    }
    if (best < 0) break
    for (let r = 0; r < rows.length; r++) {
      const px = rows[r]![best]!
      sums[r]! += fourthOfLines(px, widths[best]! + given) - fourthOfLines(px, widths[best]!)
    }
    widths[best]! += given
    left -= given
  }
  if (left <= 0) return widths
  // Everything stands on as few lines as it can: the rest is shared out evenly.
  const open = free.filter(Boolean).length
  return widths.map((w, i) => (free[i] ? w + Math.floor(left / open) : w))
}
