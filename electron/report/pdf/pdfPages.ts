// Pages of one part after another: strips are put under each other, a page ends where the next would not fit, a table's
// headings stand again at the top of the next. Page numbers begin anew with each part and are not shown on its first page;
// the content code stands at the foot of every page.
import { MARGINS_MM, sheetSizeMm } from '../../../shared/report/officialPage.ts'
import type { PdfCanvas } from './pdfCanvas.ts'

/** What stands on one page whole. */
export type Strip = {
  readonly heightPt: number
  readonly draw: (yPt: number) => void
  /** Stays on the page of the strip after it. */
  readonly keepNext?: boolean
  /** The same in smaller strips, for a page with much room left that the whole does not fit. */
  readonly parts?: () => Strip[]
  /** The table it belongs to, whose headings stand again on a new page. */
  readonly table?: { readonly headings: Strip; readonly close: (yPt: number) => void }
}

const PT_PER_MM = 72 / 25.4
const NUMBER_PT = 13
const FOOT_PT = 9
/** Part of a page that is not left empty for the sake of one row. */
const MUCH_ROOM = 0.3

export type PartPages = {
  /** Puts a strip under those before it. */
  readonly add: (strip: Strip) => void
  /** Ends the part: what was kept back is put on its page. @returns the number of its last page */
  readonly end: () => number
}

/**
 * Begins a part on a new page.
 * @param footer stands at the foot of each page
 * @param before number of the last page of the part that it continues; 0 for a part of its own
 */
export function partPages(canvas: PdfCanvas, landscape: boolean, footer: string, before: number): PartPages {
  const size = sheetSizeMm(landscape)
  const [widthPt, heightPt] = [size.width * PT_PER_MM, size.height * PT_PER_MM]
  const topPt = MARGINS_MM.top * PT_PER_MM
  const bottomPt = heightPt - MARGINS_MM.bottom * PT_PER_MM
  const leftPt = MARGINS_MM.left * PT_PER_MM
  const roomPt = widthPt - leftPt - MARGINS_MM.right * PT_PER_MM
  let page = before
  let y = topPt
  let open: Strip['table']
  let group: Strip[] = []

  function newPage(): void {
    page++
    canvas.addPage(widthPt, heightPt)
    if (page > 1) canvas.text(String(page), leftPt, 10 * PT_PER_MM, { sizePt: NUMBER_PT }, roomPt, 'center')
    canvas.text(footer, leftPt, heightPt - 9 * PT_PER_MM - FOOT_PT, { sizePt: FOOT_PT }, roomPt, 'left')
    y = topPt
  }

  function put(strip: Strip): void {
    strip.draw(y)
    y += strip.heightPt
  }

  /** Height of strips, with the headings that a new page or a new table begins with. */
  function heightOf(strips: readonly Strip[]): number {
    let sum = 0
    let table = open
    for (const strip of strips) {
      if (strip.table && strip.table !== table) sum += strip.table.headings.heightPt
      table = strip.table
      sum += strip.heightPt
    }
    return sum
  }

  function flush(): void {
    let rest = group
    group = []
    while (rest.length > 0) {
      const whole = heightOf(rest)
      const titles = rest[0]!.table?.headings.heightPt ?? 0
      const full = bottomPt - topPt
      // What fits no page whole is put strip by strip.
      const take = whole <= full - titles ? rest : rest.slice(0, 1)
      const last = take.at(-1)
      const isTooHigh = y + heightOf(take) > bottomPt + 0.01
      if (isTooHigh && last?.parts && bottomPt - y > full * MUCH_ROOM) {
        for (const strip of [...take.slice(0, -1), ...last.parts(), ...rest.slice(take.length)]) add(strip)
        return
      }
      if (y > topPt && y + heightOf(take) > bottomPt + 0.01) {
        if (open) open.close(y)
        newPage()
        // On the new page the table begins again, under its headings.
        open = undefined
      }
      for (const strip of take) {
        if (strip.table && strip.table !== open) put(strip.table.headings)
        open = strip.table
        put(strip)
      }
      rest = rest.slice(take.length)
    }
  }

  function add(strip: Strip): void {
    group.push(strip)
    if (!strip.keepNext) flush()
  }

  newPage()
  return {
    add,
    end() {
      flush()
      return page
    },
  }
}
