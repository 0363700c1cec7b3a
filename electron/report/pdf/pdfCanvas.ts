// A PDF file being drawn: text in the report's faces and thin lines, page after page, its bytes handed on as they are made.
// The one place that knows pdfkit.
import PDFDocument from 'pdfkit'
import { type FaceName, faceFile, faceOf } from './pdfFaces.ts'
import { type Look, type TextRuler, textRuler } from './pdfText.ts'

export type PdfCanvas = TextRuler & {
  readonly addPage: (widthPt: number, heightPt: number) => void
  /** One line of text, its top at `yPt`, aligned in a room so wide. */
  readonly text: (
    text: string,
    xPt: number,
    yPt: number,
    look: Look,
    roomPt?: number,
    align?: 'left' | 'center' | 'right' | 'justify',
  ) => void
  /** Straight lines: `[x1, y1, x2, y2]` each. */
  readonly rules: (lines: readonly (readonly [number, number, number, number])[], widthPt?: number) => void
  /** Ends the file. @returns all its bytes have been given to `onBytes` */
  readonly end: () => Promise<void>
}

type Word = { readonly hex: string; readonly width: number }
type EmbeddedFace = {
  readonly id: string
  readonly ref: () => unknown
  /** Glyphs as hex, and how far each advances, in thousandths of the size. */
  readonly encode: (text: string) => [string[], { readonly advanceWidth: number }[]]
}

const NO_WORD: Word = { hex: '', width: 0 }
const MAX_WORDS = 50_000
/** From a line's top to its letters' feet, in sizes: the face's ascender and half of what lines are apart. */
const BASELINE = 0.912

const FACES: readonly FaceName[] = ['regular', 'bold', 'italic', 'boldItalic']

/** @param onBytes receives the file's bytes in order */
export function pdfCanvas(
  about: { readonly title: string; readonly creator: string },
  onBytes: (bytes: Uint8Array) => void,
): PdfCanvas {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    font: faceFile('regular'),
    info: { Title: about.title, Author: about.creator, Producer: 'Sổ Dữ Liệu', Creator: 'Sổ Dữ Liệu' },
  })
  for (const face of FACES) doc.registerFont(face, faceFile(face))
  doc.on('data', onBytes)
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', () => resolve())
    doc.on('error', reject)
  })
  const fonts = new Map(FACES.map((name) => [name, embedded(doc, name)]))
  const words: Record<FaceName, Map<string, Word>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
    boldItalic: new Map(),
  }
  function wordOf(text: string, face: FaceName): Word {
    let word = words[face].get(text)
    if (!word) {
      const [glyphs, positions] = fonts.get(face)!.encode(text)
      word = { hex: glyphs.join(''), width: positions.reduce((sum, p) => sum + p.advanceWidth, 0) }
      if (words[face].size < MAX_WORDS) words[face].set(text, word)
    }
    return word
  }
  const ruler = textRuler((text, face) => wordOf(text, face).width)

  // A page's drawing is gathered and handed over at once.
  let content: string[] = []
  const onPage = new Set<FaceName>()
  function flush(): void {
    if (content.length === 0) return
    const { fonts: used } = doc.page as unknown as { fonts: Record<string, unknown> }
    for (const face of onPage) {
      const font = fonts.get(face)!
      used[font.id] ??= font.ref()
    }
    doc.addContent(content.join('\n'))
    content = []
    onPage.clear()
  }
  return {
    ...ruler,
    addPage(widthPt, heightPt) {
      flush()
      doc.addPage({ size: [widthPt, heightPt], margin: 0 })
    },
    text(text, xPt, yPt, look, roomPt = 0, align = 'left') {
      if (text === '') return
      const face = faceOf(look)
      const space = wordOf(' ', face)
      const parts = text.split(' ').map((part) => (part === '' ? NO_WORD : wordOf(part, face)))
      const gaps = parts.length - 1
      const width = parts.reduce((sum, word) => sum + word.width, gaps * space.width)
      const spare = roomPt - (width * look.sizePt) / 1000
      const x = align === 'center' ? xPt + spare / 2 : align === 'right' ? xPt + spare : xPt
      const stretch = align === 'justify' && gaps > 0 ? (spare / gaps / look.sizePt) * 1000 : 0
      const between = stretch ? `${space.hex}> ${n(-stretch)} <` : space.hex
      onPage.add(face)
      content.push(
        `BT /${fonts.get(face)!.id} ${n(look.sizePt)} Tf 1 0 0 -1 ${n(x)} ${n(yPt + look.sizePt * BASELINE)} Tm [<${parts.map((word) => word.hex).join(between)}>] TJ ET`,
      )
    },
    rules(lines, widthPt = 0.5) {
      const path = lines.map(([x1, y1, x2, y2]) => `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`)
      content.push(`${widthPt} w ${path.join(' ')} S`)
    },
    end() {
      flush()
      doc.end()
      return ended
    },
  }
}

/** A face of the file as pdfkit keeps it: the one way past its line-by-line text calls, which take most of the time. */
function embedded(doc: PDFKit.PDFDocument, face: FaceName): EmbeddedFace {
  doc.font(face)
  return (doc as unknown as { _font: EmbeddedFace })._font
}

function n(value: number): string {
  return value.toFixed(2)
}
