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

/** The block's texts: recipients with their dashes and signs, the lines above the signature, empty lines for it, the name. */
export function signatureLines(signature: Signature): {
  readonly recipients: readonly string[]
  readonly lines: readonly string[]
  readonly room: number
  readonly name: string
} {
  const recipients = signature.recipients.map((text, i) => {
    const plain = text
      .trim()
      .replace(/^-\s*/, '')
      .replace(/[;.\s]+$/, '')
    return `- ${plain}${i === signature.recipients.length - 1 ? '.' : ';'}`
  })
  return { recipients, lines: signature.lines, room: ROOM, name: signature.name }
}

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
  const { recipients, lines, room, name } = signatureLines(signature)
  const items = recipients.map((text) => left(text, { sizePt: 11 }))
  const leftLines = [left('Nơi nhận:', { sizePt: 12, bold: true, italic: true }), ...items]
  const rightLines = [...lines.map(right), ...Array.from({ length: room }, () => null), right(name)]
  const rows: Row[] = []
  for (let i = 0; i < Math.max(leftLines.length, rightLines.length); i++) {
    const spans = [leftLines[i], rightLines[i]].filter((s) => s !== undefined && s !== null)
    rows.push(spanRow(geometry, spans, 17))
  }
  return rows
}
