// The boxes and paragraphs of a paper as strips of a PDF page, in the layout of Decree 30/2020, Phụ lục I.
import { textWidthPx } from '../../../shared/report/fontMetrics.ts'
import { basisLines, dateLine, letterheadLines, numberLine } from '../../../shared/report/letterhead.ts'
import { MARGINS_MM, sheetSizeMm } from '../../../shared/report/officialPage.ts'
import { addresseeLines, type Block } from '../../../shared/report/paper.ts'
import { signatureLines } from '../../../shared/report/signatureBlock.ts'
import type { PdfCanvas } from './pdfCanvas.ts'
import type { Strip } from './pdfPages.ts'
import { LINE, type Look } from './pdfText.ts'

const PT_PER_MM = 72 / 25.4
const LEFT_PART = 0.42
const BODY_PT = 14
const INDENT_PT = 10 * PT_PER_MM
const AFTER_PT = 6
const BODY_LINE = 1.15

/** Where a part's text stands. */
export type Frame = { readonly leftPt: number; readonly roomPt: number; readonly landscape: boolean }

export function frameOf(landscape: boolean): Frame {
  const leftPt = MARGINS_MM.left * PT_PER_MM
  const widthPt = sheetSizeMm(landscape).width * PT_PER_MM
  return { leftPt, roomPt: widthPt - leftPt - MARGINS_MM.right * PT_PER_MM, landscape }
}

type Align = 'left' | 'center' | 'justify'
type Box = { readonly x: number; readonly room: number }

function gap(heightPt: number): Strip {
  return { heightPt, draw: () => {}, keepNext: true }
}

/** Lines of a paragraph as strips; its first and last two keep together. */
function lineStrips(
  canvas: PdfCanvas,
  text: string,
  look: Look,
  box: Box,
  align: Align,
  more: { firstLine?: number; spacing?: number; afterPt?: number; keepNext?: boolean } = {},
): Strip[] {
  const { firstLine = 0, spacing = 1, afterPt = 0, keepNext = false } = more
  const lines = firstLine
    ? indented(canvas, text, box.room, look, firstLine)
    : canvas.lines(text, box.room, look).map((line) => ({ ...line, indent: 0 }))
  const linePt = look.sizePt * LINE * spacing
  return lines.map((line, i) => {
    const isLast = i === lines.length - 1
    return {
      heightPt: linePt + (isLast ? afterPt : 0),
      keepNext: isLast ? keepNext : i === 0 || i === lines.length - 2 || keepNext,
      draw: (y) =>
        canvas.text(
          line.text,
          box.x + line.indent,
          y,
          look,
          box.room - line.indent,
          align === 'justify' ? (line.ends ? 'left' : 'justify') : align,
        ),
    }
  })
}

/** Lines of a text whose paragraphs begin further right. */
function indented(canvas: PdfCanvas, text: string, room: number, look: Look, firstLine: number) {
  return text.split(/\r\n|[\n\r]/).flatMap((paragraph) => {
    const [first] = canvas.lines(paragraph, room - firstLine, look)
    const rest = paragraph.normalize('NFC').slice(first!.text.length).trimStart()
    const head = { ...first!, indent: firstLine, ends: rest === '' }
    return rest === ''
      ? [head]
      : [head, ...canvas.lines(rest, room, look).map((line) => ({ ...line, indent: 0 }))]
  })
}

/** Two columns of lines beside each other, on one page. */
function pair(left: readonly Strip[], right: readonly Strip[], keepNext: boolean): Strip {
  const high = (strips: readonly Strip[]) => strips.reduce((sum, strip) => sum + strip.heightPt, 0)
  return {
    heightPt: Math.max(high(left), high(right)),
    keepNext,
    draw(y) {
      for (const column of [left, right]) {
        let at = y
        for (const strip of column) {
          strip.draw(at)
          at += strip.heightPt
        }
      }
    },
  }
}

/** A short line, `part` as long as the text, centred in the box. */
function rule(canvas: PdfCanvas, text: string, look: Look, box: Box, part: number): Strip {
  const px = textWidthPx(text, { sizePt: look.sizePt, bold: look.bold })
  const length = Math.min((px * 72) / 96, box.room) * part
  const x = box.x + (box.room - length) / 2
  return { heightPt: 7, keepNext: true, draw: (y) => canvas.rules([[x, y + 3, x + length, y + 3]], 0.75) }
}

/** Strips of a block that is no table. @param keepNext its end stays with what follows */
export function blockStrips(
  canvas: PdfCanvas,
  frame: Frame,
  block: Exclude<Block, { kind: 'table' }>,
  keepNext: boolean,
): Strip[] {
  const { leftPt, roomPt } = frame
  const whole = { x: leftPt, room: roomPt }
  const centred = (text: string, look: Look, box: Box = whole) =>
    lineStrips(canvas, text, look, box, 'center', { keepNext: true })
  switch (block.kind) {
    case 'letterhead':
      return letterheadStrips(canvas, frame, block)
    case 'title': {
      const look = { sizePt: 14, bold: true }
      const end = block.subject || block.title.toUpperCase()
      const sizePt = frame.landscape ? 13 : BODY_PT
      return [
        ...centred(block.title.toUpperCase(), look),
        ...(block.subject ? centred(block.subject, look) : []),
        rule(canvas, end.slice(0, 60), look, whole, 0.4),
        ...block.notes.flatMap((note) => centred(note, { sizePt: 13, italic: true })),
        gap(4),
        ...basisLines(block.basis).flatMap((text) =>
          lineStrips(canvas, text, { sizePt, italic: true }, whole, 'justify', {
            firstLine: INDENT_PT,
            afterPt: frame.landscape ? 0 : AFTER_PT,
          }),
        ),
        gap(6),
      ]
    }
    case 'annexTitle':
      return [
        // The top right of the first page is left to the clerk's mark (Phụ lục I, III.1).
        gap(30),
        ...centred(block.label, { sizePt: 14, bold: true }),
        ...centred(block.title.toUpperCase(), { sizePt: 14, bold: true }),
        ...centred(block.guide, { sizePt: 13, italic: true }),
        ...block.notes.flatMap((note) => centred(note, { sizePt: 12, italic: true })),
        gap(8),
      ]
    case 'addressees':
      return addresseeLines(block.names).flatMap((text) =>
        lineStrips(canvas, text, { sizePt: BODY_PT }, whole, 'center', { afterPt: AFTER_PT, keepNext: true }),
      )
    case 'paragraph': {
      const { bold, italic, align = 'justify', indent } = block
      return lineStrips(canvas, block.text, { sizePt: BODY_PT, bold, italic }, whole, align, {
        firstLine: (indent ?? align === 'justify') ? INDENT_PT : 0,
        spacing: BODY_LINE,
        afterPt: AFTER_PT,
        keepNext: block.keepNext || keepNext,
      })
    }
    case 'signature':
      return signatureStrips(canvas, frame, block)
  }
}

function halves({ leftPt, roomPt }: Frame): { left: Box; right: Box } {
  const split = roomPt * LEFT_PART
  return { left: { x: leftPt, room: split - 4 }, right: { x: leftPt + split, room: roomPt - split } }
}

function letterheadStrips(
  canvas: PdfCanvas,
  frame: Frame,
  block: Extract<Block, { kind: 'letterhead' }>,
): Strip[] {
  const { head, about } = block
  const { left, right } = halves(frame)
  const texts = letterheadLines(head)
  const line = (text: string, look: Look, box: Box) => lineStrips(canvas, text, look, box, 'center')
  const bold = { sizePt: 13, bold: true }
  // A portrait page has no room for thirteen points in one line (6.2: 12 to 13).
  const nation = frame.landscape ? bold : { sizePt: 12, bold: true }
  const motto = { sizePt: 14, bold: true }
  const agencyEnd = texts.agency[texts.agency.length - 1]!
  const names = pair(
    [
      ...(texts.superior ? line(texts.superior, { sizePt: 13 }, left) : []),
      ...texts.agency.flatMap((text) => line(text, bold, left)),
      rule(canvas, agencyEnd, bold, left, 0.45),
    ],
    [
      ...line(texts.nation, nation, right),
      ...line(texts.motto, motto, right),
      rule(canvas, texts.motto, motto, right, 1),
    ],
    true,
  )
  const number = pair(
    [
      ...line(numberLine(head.number, head.symbol), { sizePt: 13 }, left),
      ...(about ? [gap(6), ...line(about, { sizePt: 12 }, left)] : []),
      ...(head.draft ? [gap(4), ...line('DỰ THẢO', bold, left)] : []),
    ],
    line(dateLine(head.placeName, head.date), { sizePt: 13, italic: true }, right),
    true,
  )
  return [names, gap(3), number, gap(10)]
}

function signatureStrips(
  canvas: PdfCanvas,
  frame: Frame,
  block: Extract<Block, { kind: 'signature' }>,
): Strip[] {
  const { left, right } = halves(frame)
  const { recipients, lines, room, name } = signatureLines(block.signature)
  const bold = { sizePt: frame.landscape ? 13 : 14, bold: true }
  const signer = (text: string) => lineStrips(canvas, text, bold, right, 'center')
  return [
    gap(6),
    pair(
      [
        ...lineStrips(canvas, 'Nơi nhận:', { sizePt: 12, bold: true, italic: true }, left, 'left'),
        ...recipients.flatMap((text) => lineStrips(canvas, text, { sizePt: 11 }, left, 'left')),
      ],
      [
        ...lines.flatMap(signer),
        gap(room * bold.sizePt * LINE),
        ...(name ? signer(name) : [gap(bold.sizePt * LINE)]),
      ],
      false,
    ),
  ]
}
