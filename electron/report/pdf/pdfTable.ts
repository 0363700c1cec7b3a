// A table as strips: its headings, and each row with the lines of its cells. A row higher than a good part of the page is
// parted at its lines, so that nothing is cut and no page stands empty.
import { cellText } from '../../../shared/report/cellText.ts'
import type { PaperTable } from '../../../shared/report/paper.ts'
import { BODY, groupsOf } from '../../../shared/report/tableRows.ts'
import type { PdfCanvas } from './pdfCanvas.ts'
import type { Strip } from './pdfPages.ts'
import { LINE, type Line, type Look } from './pdfText.ts'

const PT_PER_PX = 72 / 96
const PAD_X = 3
const PAD_Y = 3
/** Rows of more lines are parted into pieces, each of so many. */
const WHOLE_LINES = 18
const PIECE_LINES = 14
/** Pieces of a row that would leave much of a page empty. */
const SMALL_LINES = 4

export type PdfTable = {
  readonly headings: Strip
  readonly close: (yPt: number) => void
  readonly rowStrips: (values: readonly string[]) => Strip[]
  /** A row of one cell. */
  readonly across: (text: string) => Strip
}

export function pdfTable(canvas: PdfCanvas, table: PaperTable, leftPt: number, roomPt: number): PdfTable {
  const total = table.columns.reduce((sum, column) => sum + column.widthPx, 0) * PT_PER_PX
  const scale = Math.min(1, roomPt / total)
  const sizePt = BODY.sizePt * scale
  const widths = table.columns.map((column) => column.widthPx * PT_PER_PX * scale)
  const sum = widths.reduce((a, b) => a + b, 0)
  const left = leftPt + (roomPt - sum) / 2
  const edges = [left]
  for (const [i, width] of widths.entries()) edges.push(edges[i]! + width)
  const right = edges[edges.length - 1]!
  const look: Look = { sizePt }
  const linePt = sizePt * LINE
  const aligns = table.columns.map((column) =>
    column.style.align === 'justify' ? ('left' as const) : (column.style.align ?? 'left'),
  )

  function setLines(
    lines: readonly Line[],
    box: { x: number; width: number; y: number; height: number },
    font: Look,
    align: 'left' | 'center' | 'right',
  ): void {
    const high = lines.length * font.sizePt * LINE
    let y = box.y + (box.height - high) / 2
    for (const line of lines) {
      canvas.text(line.text, box.x + PAD_X, y, font, box.width - 2 * PAD_X, align)
      y += font.sizePt * LINE
    }
  }

  function rowStrips(values: readonly string[]): Strip[] {
    const cells = values.map((text, i) => canvas.lines(text, widths[i]! - 2 * PAD_X, look))
    const most = Math.max(1, ...cells.map((lines) => lines.length))
    if (most > WHOLE_LINES) return pieces(cells, most, PIECE_LINES)
    const whole = piece(cells, true, true)
    return [most > SMALL_LINES * 2 ? { ...whole, parts: () => pieces(cells, most, SMALL_LINES) } : whole]
  }

  function pieces(cells: readonly (readonly Line[])[], most: number, size: number): Strip[] {
    const strips: Strip[] = []
    for (let from = 0; from < most; from += size)
      strips.push(
        piece(
          cells.map((lines) => lines.slice(from, from + size)),
          from === 0,
          from + size >= most,
        ),
      )
    return strips
  }

  /** A row, or its lines from one to another: parts of a row follow each other without a gap. */
  function piece(cells: readonly (readonly Line[])[], isFirst: boolean, isLast: boolean): Strip {
    const lines = Math.max(1, ...cells.map((cell) => cell.length))
    const [above, below] = [isFirst ? PAD_Y : 0, isLast ? PAD_Y : 0]
    const heightPt = lines * linePt + above + below
    const isWhole = isFirst && isLast
    return {
      heightPt,
      table: made,
      draw(y) {
        for (const [i, cell] of cells.entries()) {
          const height = isWhole ? heightPt : cell.length * linePt
          setLines(
            cell,
            { x: edges[i]!, width: widths[i]!, y: isWhole ? y : y + above, height },
            look,
            aligns[i]!,
          )
        }
        const sides = edges.map((x) => [x, y, x, y + heightPt] as const)
        canvas.rules(isLast ? [...sides, [left, y + heightPt, right, y + heightPt]] : sides)
      },
    }
  }

  const made: PdfTable = {
    headings: headingStrip(),
    close: (y) => canvas.rules([[left, y, right, y]]),
    rowStrips,
    across(text) {
      const font = { ...look, italic: true }
      const lines = canvas.lines(text, sum - 2 * PAD_X, font)
      const heightPt = lines.length * linePt + 2 * PAD_Y
      return {
        heightPt,
        table: made,
        draw(y) {
          setLines(lines, { x: left, width: sum, y, height: heightPt }, font, 'center')
          canvas.rules([
            [left, y, left, y + heightPt],
            [right, y, right, y + heightPt],
            [left, y + heightPt, right, y + heightPt],
          ])
        },
      }
    },
  }
  return made

  function headingStrip(): Strip {
    const bold: Look = { sizePt, bold: true }
    const heading = (text: string, width: number) => canvas.lines(text, width - 2 * PAD_X, bold)
    const heightOf = (lines: readonly Line[]) => lines.length * linePt + 2 * PAD_Y
    const low = table.columns.map((column, i) => heading(column.heading, widths[i]!))
    const groups = groupsOf(table.columns).filter(({ from }) => table.columns[from]!.group)
    const top = groups.map(({ from, to }) => ({
      x: edges[from]!,
      width: edges[to + 1]! - edges[from]!,
      lines: heading(table.columns[from]!.group!, edges[to + 1]! - edges[from]!),
    }))
    const topPt = Math.max(0, ...top.map((group) => heightOf(group.lines)))
    const lowPt = Math.max(
      0,
      ...low.filter((_, i) => groups.length === 0 || table.columns[i]!.group).map(heightOf),
    )
    const wholePt = Math.max(topPt + lowPt, ...low.filter((_, i) => !table.columns[i]!.group).map(heightOf))
    const numbersPt = table.columnNumbers ? sizePt * LINE + 2 * PAD_Y : 0
    return {
      heightPt: wholePt + numbersPt,
      draw(y) {
        const rules: [number, number, number, number][] = [
          [left, y, right, y],
          [left, y + wholePt, right, y + wholePt],
        ]
        for (const group of top) {
          setLines(group.lines, { x: group.x, width: group.width, y, height: topPt }, bold, 'center')
          rules.push([group.x, y + topPt, group.x + group.width, y + topPt])
        }
        for (const [i, lines] of low.entries()) {
          const from = table.columns[i]!.group ? y + topPt : y
          setLines(
            lines,
            { x: edges[i]!, width: widths[i]!, y: from, height: y + wholePt - from },
            bold,
            'center',
          )
        }
        const inGroup = new Set(
          groups.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + 1 + i)),
        )
        for (const [i, x] of edges.entries())
          rules.push([x, inGroup.has(i) ? y + topPt : y, x, y + wholePt + numbersPt])
        if (numbersPt > 0) {
          const small: Look = { sizePt: sizePt - 1, italic: true }
          for (const [i, width] of widths.entries()) {
            const lines = canvas.lines(`(${i + 1})`, width, small)
            setLines(lines, { x: edges[i]!, width, y: y + wholePt, height: numbersPt }, small, 'center')
          }
          rules.push([left, y + wholePt + numbersPt, right, y + wholePt + numbersPt])
        }
        canvas.rules(rules)
      },
    }
  }
}

/** Texts of a row's cells. */
export function rowTexts(
  table: PaperTable,
  values: PaperTable['records'] extends Iterable<infer R> ? R : never,
): string[] {
  return values.values.map((value, i) => cellText(table.columns[i]!.field, value))
}
