// The end of an official document (Decree 30/2020, Phụ lục I, II.7 and II.9): recipients on the left, authority,
// position, room for the signature and the name on the right. Never signs anything: a person does.
import type { Row } from './sheetXml.ts'
import { type Geometry, type Span, spanRow } from './spanRow.ts'

export type Signature = {
  /** Recipients, one a line, without their dashes. */
  readonly recipients: readonly string[]
  /** Authority and position: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly lines: readonly string[]
  /** Name of the signer; empty leaves room for it. */
  readonly name: string
}

/** Empty lines between position and name, for the signature and the seal. */
const ROOM = 4

export function signatureRows(geometry: Geometry, signature: Signature): Row[] {
  const last = geometry.widthsPx.length - 1
  const left = (text: string, style: Span['style']): Span => ({
    from: 0,
    to: geometry.split - 1,
    text,
    style: { vertical: 'center', ...style },
  })
  const right = (text: string): Span => ({
    from: geometry.split,
    to: last,
    text,
    style: { sizePt: 13, bold: true, align: 'center', vertical: 'center' },
  })
  const items = signature.recipients.map((text, i) => {
    const plain = text
      .trim()
      .replace(/^-\s*/, '')
      .replace(/[;.\s]+$/, '')
    return left(`- ${plain}${i === signature.recipients.length - 1 ? '.' : ';'}`, { sizePt: 11 })
  })
  const leftLines = [left('Nơi nhận:', { sizePt: 12, bold: true, italic: true }), ...items]
  const rightLines = [
    ...signature.lines.map(right),
    ...Array.from({ length: ROOM }, () => null),
    right(signature.name),
  ]
  const rows: Row[] = []
  for (let i = 0; i < Math.max(leftLines.length, rightLines.length); i++) {
    const spans = [leftLines[i], rightLines[i]].filter((s) => s !== undefined && s !== null)
    rows.push(spanRow(geometry, spans, 17))
  }
  return rows
}
