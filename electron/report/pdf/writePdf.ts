// A paper as a PDF file, without a browser: portrait letter and landscape annexes in one file, headings on every page of a
// table, page numbers of each part from 1, the content code at every foot. Works in blocks, so that the core answers other
// calls meanwhile and a person may cancel.
import { type Block, footerText, type Paper } from '../../../shared/report/paper.ts'
import { blockStrips, type Frame, frameOf } from './pdfBlocks.ts'
import { type PdfCanvas, pdfCanvas } from './pdfCanvas.ts'
import { type PartPages, partPages } from './pdfPages.ts'
import { pdfTable, rowTexts } from './pdfTable.ts'

export type WritePdfOptions = {
  /** Receives the file's bytes in order. A returned promise is awaited. */
  readonly sink: (bytes: Uint8Array) => void | Promise<void>
  /** Called now and then with the table rows written so far. */
  readonly onRows?: (rows: number) => void
  /** Lets other work run between blocks of rows. */
  readonly pause?: () => Promise<void>
  readonly signal?: AbortSignal
}

const BLOCK_ROWS = 100

/**
 * Writes the paper to `options.sink`.
 * @returns the number of bytes and of table rows written
 * @throws what the signal was aborted with; the bytes written until then are no PDF
 */
export async function writePdf(
  paper: Paper,
  options: WritePdfOptions,
): Promise<{ bytes: number; rows: number }> {
  let bytes = 0
  let waiting: Uint8Array[] = []
  const canvas = pdfCanvas(paper, (chunk) => {
    bytes += chunk.byteLength
    waiting.push(chunk)
  })
  let rows = 0
  async function breathe(): Promise<void> {
    options.signal?.throwIfAborted()
    options.onRows?.(rows)
    const chunks = waiting
    waiting = []
    for (const chunk of chunks) await options.sink(chunk)
    await options.pause?.()
  }
  let lastPage = 0
  for (const part of paper.parts) {
    const frame = frameOf(part.landscape)
    const pages = partPages(canvas, part.landscape, footerText(paper), part.continues ? lastPage : 0)
    for (const [i, block] of part.blocks.entries()) {
      const beforeSignature = part.blocks[i + 1]?.kind === 'signature'
      if (block.kind !== 'table') {
        for (const strip of blockStrips(canvas, frame, block, beforeSignature)) pages.add(strip)
        continue
      }
      await addTable(canvas, frame, pages, block, beforeSignature, async () => {
        rows++
        if (rows % BLOCK_ROWS === 0) await breathe()
      })
    }
    lastPage = pages.end()
    await breathe()
  }
  await canvas.end()
  await breathe()
  return { bytes, rows }
}

async function addTable(
  canvas: PdfCanvas,
  frame: Frame,
  pages: PartPages,
  block: Extract<Block, { kind: 'table' }>,
  beforeSignature: boolean,
  onRow: () => Promise<void>,
): Promise<void> {
  const drawn = pdfTable(canvas, block.table, frame.leftPt, frame.roomPt)
  let held: readonly string[] | null = null
  let count = 0
  for (const row of block.table.records) {
    if (held) for (const strip of drawn.rowStrips(held)) pages.add(strip)
    held = rowTexts(block.table, row)
    count++
    await onRow()
  }
  const last = held ? drawn.rowStrips(held) : [drawn.across(block.nothing)]
  for (const [i, strip] of last.entries())
    pages.add({ ...strip, keepNext: beforeSignature && i === last.length - 1 })
  if (!block.closing) {
    pages.add({ heightPt: 8, draw: () => {}, keepNext: beforeSignature })
    return
  }
  const look = { sizePt: 13 }
  pages.add({
    heightPt: 22,
    keepNext: beforeSignature,
    draw: (y) => canvas.text(block.closing!(count), frame.leftPt, y + 4, look),
  })
}
