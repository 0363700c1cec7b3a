// Text on a PDF page: how wide it is in its face, where its lines break, and setting a line. Widths are remembered a word
// at a time, since a list says the same words again and again. Texts are composed (NFC), so that the page's text layer
// reads as it was written.
import { type FaceName, faceOf } from './pdfFaces.ts'

export type Look = {
  readonly sizePt: number
  readonly bold?: boolean
  readonly italic?: boolean
}

export type Line = {
  readonly text: string
  readonly widthPt: number
  /** The last of its paragraph: never stretched. */
  readonly ends: boolean
}

export type TextRuler = {
  readonly widthPt: (text: string, look: Look) => number
  /** The text's lines in so wide a room; at least one. */
  readonly lines: (text: string, roomPt: number, look: Look) => Line[]
}

/** Distance of lines as a part of the size: Times New Roman's own. */
export const LINE = 1.15

const MAX_WORDS = 50_000

/** @param widthAt1000 width of a text set in 1,000 points */
export function textRuler(widthAt1000: (text: string, face: FaceName) => number): TextRuler {
  const known: Record<FaceName, Map<string, number>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
    boldItalic: new Map(),
  }
  function wordWidth(word: string, face: FaceName): number {
    let width = known[face].get(word)
    if (width === undefined) {
      width = widthAt1000(word, face)
      if (known[face].size < MAX_WORDS) known[face].set(word, width)
    }
    return width
  }

  function lines(text: string, roomPt: number, look: Look): Line[] {
    const face = faceOf(look)
    const limit = (roomPt / look.sizePt) * 1000
    const space = wordWidth(' ', face)
    const made: Line[] = []
    const push = (line: string, width: number, ends: boolean) =>
      made.push({ text: line, widthPt: (width * look.sizePt) / 1000, ends })
    for (const paragraph of printable(text).split('\n')) {
      let line = ''
      let used = 0
      for (const whole of paragraph.split(' ')) {
        for (const word of pieces(whole, limit, face)) {
          const width = wordWidth(word, face)
          if (line === '' && used === 0) {
            line = word
            used = width
          } else if (used + space + width <= limit) {
            line += ` ${word}`
            used += space + width
          } else {
            push(line, used, false)
            line = word
            used = width
          }
        }
      }
      push(line, used, true)
    }
    return made
  }

  /** A word wider than the line, cut between signs. */
  function pieces(word: string, limit: number, face: FaceName): string[] {
    if (wordWidth(word, face) <= limit) return [word]
    const cut: string[] = []
    let piece = ''
    let used = 0
    for (const sign of word) {
      const width = wordWidth(sign, face)
      if (piece !== '' && used + width > limit) {
        cut.push(piece)
        piece = ''
        used = 0
      }
      piece += sign
      used += width
    }
    return piece ? [...cut, piece] : cut
  }

  return {
    widthPt: (text, look) => (wordWidth(printable(text), faceOf(look)) * look.sizePt) / 1000,
    lines,
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control signs have no shape on paper
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text as it can be set: composed, line ends alike, tabs as blanks, nothing without a shape. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, '')
}
