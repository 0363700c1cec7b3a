// The rows of a sheet in order, with an eye on where pages end. Page heights are our own count; programs that count a
// little otherwise lose nothing but the nicest break.
import type { PageRoom } from './officialPage.ts'
import type { Row } from './sheetXml.ts'
import { type Geometry, spanRow } from './spanRow.ts'
import { headingRows, NOTHING_STYLE, recordRows, type Table } from './tableRows.ts'

/**
 * Head, headings, records and end, with a page break before the last record where the end would stand on a page alone:
 * a signature is never without a line of what is signed.
 * @param nothing stands across the table when there are no records
 * @param end rows after the table, for so many records
 * @param room inside the page's margins
 */
export function* pagedRows<R>(
  geometry: Geometry,
  head: readonly Row[],
  table: Table<R>,
  nothing: string,
  end: (count: number) => Row[],
  room: PageRoom,
): Generator<Row> {
  const total = geometry.widthsPx.reduce((a, b) => a + b, 0)
  const pagePt = room.pt / Math.min(1, room.px / total)
  const titles = headingRows(table)
  const heightOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + (row.heightPt ?? 15.75), 0)
  const titlesPt = heightOf(titles)
  let used = 0
  const place = (row: Row): Row => {
    const height = row.heightPt ?? 15.75
    used = row.pageBreakBefore || used + height > pagePt ? titlesPt + height : used + height
    return row
  }
  for (const row of head) yield place(row)
  for (const row of titles) yield place(row)
  let count = 0
  let held: Row | null = null
  for (const row of recordRows(table)) {
    if (held) yield place(held)
    held = row
    if (row.values[0] !== null) count++
  }
  const tail = end(count)
  if (held) {
    const alone = used + (held.heightPt ?? 0) + heightOf(tail) > pagePt * 0.98
    const fits = titlesPt + (held.heightPt ?? 0) + heightOf(tail) < pagePt
    yield place(alone && fits && count > 1 ? { ...held, pageBreakBefore: true } : held)
  }
  if (!held) {
    const across = { from: 0, to: geometry.widthsPx.length - 1, text: nothing, style: NOTHING_STYLE }
    yield place(spanRow(geometry, [across], 21))
  }
  for (const row of tail) yield place(row)
}
