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
  let face: FaceName | null = null
  let size = 0
  function use(next: FaceName, sizePt: number): void {
    if (face !== next) doc.font(next)
    if (size !== sizePt) doc.fontSize(sizePt)
    face = next
    size = sizePt
  }
  const ruler = textRuler((text, name) => {
    use(name, 1000)
    return doc.widthOfString(text)
  })
  return {
    ...ruler,
    addPage: (widthPt, heightPt) => void doc.addPage({ size: [widthPt, heightPt], margin: 0 }),
    text(text, xPt, yPt, look, roomPt = 0, align = 'left') {
      if (text === '') return
      let x = xPt
      let wordSpacing: number | undefined
      if (align !== 'left') {
        const spare = roomPt - ruler.widthPt(text, look)
        const gaps = text.split(' ').length - 1
        if (align === 'center') x += spare / 2
        else if (align === 'right') x += spare
        else if (gaps > 0) wordSpacing = spare / gaps
      }
      use(faceOf(look), look.sizePt)
      doc.text(text, x, yPt, wordSpacing ? { lineBreak: false, wordSpacing } : { lineBreak: false })
    },
    rules(lines, widthPt = 0.5) {
      const path = lines.map(([x1, y1, x2, y2]) => `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`)
      doc.addContent(`${widthPt} w ${path.join(' ')} S`)
    },
    end() {
      doc.end()
      return ended
    },
  }
}

function n(value: number): string {
  return value.toFixed(2)
}
