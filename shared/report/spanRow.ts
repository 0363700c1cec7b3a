// Rows of joined cells around a table: letterhead, titles, signatures. Their height is counted from their text.
import type { CellStyle } from './cellStyle.ts'
import { CELL_PADDING_PX, FACE_RESERVE } from './columnWidths.ts'
import { countLines, textWidthPx } from './fontMetrics.ts'
import type { Row } from './sheetXml.ts'

/** The table's visible columns, and where the page is halved for the letterhead and the signature. */
export type Geometry = {
  readonly widthsPx: readonly number[]
  /** First column of the right half. */
  readonly split: number
}

export type Span = {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly style: CellStyle
}

/** Height of a line in points, as spreadsheet programs space Times New Roman of that size. */
export function lineHeightPt(sizePt: number): number {
  return sizePt <= 10 ? 13 : sizePt <= 11 ? 15 : sizePt <= 12 ? 15.75 : sizePt <= 13 ? 16.8 : 18.75
}

export function spanWidthPx(geometry: Geometry, from: number, to: number): number {
  let width = 0
  for (let i = from; i <= to; i++) width += geometry.widthsPx[i] ?? 0
  return width
}

/** Lines and height that a wrapped text needs in a cell so wide; a little reserve for faces drawn wider. */
export function textHeightPt(text: string, widthPx: number, style: CellStyle): number {
  const sizePt = style.sizePt ?? 12
  const lines = countLines(text, (widthPx - CELL_PADDING_PX) * FACE_RESERVE, { sizePt, bold: style.bold })
  return lines * lineHeightPt(sizePt)
}

/** A row of spans; `minPt` when there must be room beside the text. */
export function spanRow(geometry: Geometry, spans: readonly Span[], minPt = 0): Row {
  const columns = geometry.widthsPx.length
  const values = Array<string | null>(columns).fill(null)
  const styles = Array<CellStyle | undefined>(columns).fill(undefined)
  let heightPt = minPt
  for (const span of spans) {
    values[span.from] = span.text
    const style = { ...span.style, wrap: true }
    for (let i = span.from; i <= span.to; i++) styles[i] = style
    heightPt = Math.max(
      heightPt,
      textHeightPt(span.text, spanWidthPx(geometry, span.from, span.to), style) + 1,
    )
  }
  return { values, styles, heightPt, merges: spans.map(({ from, to }) => ({ from, to })) }
}

/** A line `part` as long as the text, centred under a span; for the `rules` of the row below it. */
export function ruleUnder(
  geometry: Geometry,
  span: Span,
  part: number,
  topPx: number,
): NonNullable<Row['rules']>[number] {
  const left = spanWidthPx(geometry, 0, span.from - 1)
  const room = spanWidthPx(geometry, span.from, span.to)
  const text = textWidthPx(span.text, { sizePt: span.style.sizePt ?? 12, bold: span.style.bold })
  const widthPx = Math.min(text, room) * part
  return { leftPx: left + (room - widthPx) / 2, topPx, widthPx }
}
