// A paper as a Word document, written as a stream: rows become XML as they are pulled, so that ten thousand rows cost no
// more memory than one. A section a part, each with its own page numbers; table headings repeat on every page; a signature
// stays with the line above it.
import { cellText } from './cellText.ts'
import {
  DXA_PER_MM,
  DXA_PER_PX,
  fixedParts,
  type ParagraphLook,
  paragraphXml,
  WORD,
  XML_HEAD,
} from './docxParts.ts'
import { textWidthPx } from './fontMetrics.ts'
import { basisLines, dateLine, letterheadLines, numberLine } from './letterhead.ts'
import { LANDSCAPE, MARGINS_MM, PORTRAIT, sheetSizeMm } from './officialPage.ts'
import {
  addresseeLines,
  type Block,
  footerText,
  type Paper,
  type PaperPart,
  type PaperTable,
} from './paper.ts'
import { signatureLines } from './signatureBlock.ts'
import { BODY, groupsOf } from './tableRows.ts'
import type { WriteOptions } from './workbook.ts'
import { type ZipEntry, zipWriter } from './zipWriter.ts'

/** Parts of the width for the agency and the nation. */
const LEFT_PART = 0.42
const BODY_PT = 14
const INDENT = 10 * DXA_PER_MM
const BLOCK_CHARS = 1 << 18
/** Said by each table: not every program takes them from the style. */
const CELL_MARGINS =
  '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="45" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="45" w:type="dxa"/></w:tblCellMar>'
/** A record of more text than this may be parted between pages. */
const WHOLE_CHARS = 900
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

/**
 * Writes the paper to `options.sink`.
 * @returns the number of bytes and of table rows written
 * @throws what the signal was aborted with; the bytes written until then are no document
 */
export async function writeDocx(
  paper: Paper,
  options: WriteOptions,
): Promise<{ bytes: number; rows: number }> {
  const zip = zipWriter(options)
  for (const [name, content] of fixedParts({ ...paper, footer: footerText(paper) }))
    await zip.add(name, content)
  const out = textOut(zip.open('word/document.xml'), options)
  await out.push(`${XML_HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>`)
  for (const [i, part] of paper.parts.entries()) {
    for (const [at, block] of part.blocks.entries())
      await pushBlock(out, part, block, part.blocks[at + 1]?.kind === 'signature')
    const section = sectionXml(part)
    const isLast = i === paper.parts.length - 1
    await out.push(isLast ? section : `<w:p><w:pPr>${TINY}${section}</w:pPr></w:p>`)
  }
  await out.push('</w:body></w:document>')
  await out.close()
  return { bytes: await zip.finish(), rows: out.rows() }
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

type Out = {
  readonly push: (xml: string) => Promise<void>
  readonly row: () => void
  readonly rows: () => number
  readonly close: () => Promise<void>
}

/** Gathers text into blocks; between two the caller may cancel and the platform breathe. */
function textOut(entry: ZipEntry, options: WriteOptions): Out {
  let held = ''
  let rows = 0
  async function flush(): Promise<void> {
    options.signal?.throwIfAborted()
    await entry.push(held)
    held = ''
    options.onRows?.(rows)
    await options.pause?.()
  }
  return {
    async push(xml) {
      held += xml
      if (held.length >= BLOCK_CHARS) await flush()
    },
    row: () => void rows++,
    rows: () => rows,
    async close() {
      await flush()
      await entry.close()
    },
  }
}

function widthDxa(part: PaperPart): number {
  return (part.landscape ? LANDSCAPE : PORTRAIT).px * DXA_PER_PX
}

function sectionXml(part: PaperPart): string {
  const size = sheetSizeMm(part.landscape)
  const dxa = (mm: number) => Math.round(mm * DXA_PER_MM)
  const { top, bottom, left, right } = MARGINS_MM
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/><w:pgSz w:w="${dxa(size.width)}" w:h="${dxa(size.height)}"${part.landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${dxa(top)}" w:right="${dxa(right)}" w:bottom="${dxa(bottom)}" w:left="${dxa(left)}" w:header="${dxa(10)}" w:footer="${dxa(9)}" w:gutter="0"/>${part.continues ? '' : '<w:pgNumType w:start="1"/><w:titlePg/>'}</w:sectPr>`
}

async function pushBlock(out: Out, part: PaperPart, block: Block, beforeSignature: boolean): Promise<void> {
  switch (block.kind) {
    case 'letterhead':
      return out.push(letterheadXml(part, block))
    case 'title':
      return out.push(titleXml(part, block))
    case 'annexTitle':
      return out.push(
        [
          paragraphXml('', { sizePt: 24 }),
          paragraphXml(block.label, { sizePt: 14, bold: true, align: 'center' }),
          paragraphXml(block.title.toUpperCase(), { sizePt: 14, bold: true, align: 'center' }),
          paragraphXml(block.guide, { sizePt: 13, italic: true, align: 'center' }),
          ...block.notes.map((note) => paragraphXml(note, { sizePt: 12, italic: true, align: 'center' })),
          paragraphXml('', { sizePt: 6 }),
        ].join(''),
      )
    case 'addressees':
      return out.push(
        addresseeLines(block.names)
          .map((text) => paragraphXml(text, { sizePt: BODY_PT, align: 'center', afterPt: 6 }))
          .join(''),
      )
    case 'paragraph': {
      const { bold, italic, align = 'justify', indent, keepNext } = block
      const firstLine = (indent ?? align === 'justify') ? INDENT : 0
      return out.push(
        paragraphXml(block.text, {
          sizePt: BODY_PT,
          bold,
          italic,
          align,
          firstLine,
          afterPt: 6,
          spacing: 1.15,
          keepNext: keepNext || beforeSignature,
        }),
      )
    }
    case 'signature':
      return out.push(signatureXml(part, block.signature))
    case 'table':
      return pushTable(out, part, block, beforeSignature)
  }
}

/** A table without lines: what stands side by side. */
function sideBySide(part: PaperPart, left: string, right: string): string {
  const width = widthDxa(part)
  const [a, b] = [Math.round(width * LEFT_PART), Math.round(width * (1 - LEFT_PART))]
  const cell = (dxa: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${dxa}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${a + b}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${a}"/><w:gridCol w:w="${b}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(a, left)}${cell(b, right)}</w:tr></w:tbl>`
}

/** A short line under a text, `part` as long as it, centred in a room so wide. */
function ruleXml(text: string, look: ParagraphLook, roomDxa: number, part: number): string {
  const px = textWidthPx(text, { sizePt: look.sizePt ?? 13, bold: look.bold })
  const length = Math.min(px * DXA_PER_PX, roomDxa) * part
  const side = (roomDxa - length) / 2
  return paragraphXml('', { sizePt: 1, ruled: true, sides: [side, side] })
}

function letterheadXml(part: PaperPart, block: Extract<Block, { kind: 'letterhead' }>): string {
  const { head, about } = block
  const width = widthDxa(part)
  const lines = letterheadLines(head)
  const centred = { sizePt: 13, align: 'center' } as const
  const bold = { ...centred, bold: true }
  const agencyEnd = lines.agency[lines.agency.length - 1]!
  const left = [
    ...(lines.superior ? [paragraphXml(lines.superior, centred)] : []),
    ...lines.agency.map((text) => paragraphXml(text, bold)),
    ruleXml(agencyEnd, bold, width * LEFT_PART - 110, 0.45),
  ]
  const motto = { ...bold, sizePt: 14 }
  const nation = part.landscape ? bold : { ...bold, sizePt: 12 }
  const right = [
    paragraphXml(lines.nation, nation),
    paragraphXml(lines.motto, motto),
    ruleXml(lines.motto, motto, width * (1 - LEFT_PART) - 110, 1),
  ]
  const number = [
    paragraphXml(numberLine(head.number, head.symbol), centred),
    ...(about ? [paragraphXml(about, { sizePt: 12, align: 'center', beforePt: 6 })] : []),
    ...(head.draft ? [paragraphXml('DỰ THẢO', { ...bold, beforePt: 4 })] : []),
  ]
  const date = paragraphXml(dateLine(head.placeName, head.date), { ...centred, italic: true })
  return `${sideBySide(part, left.join(''), right.join(''))}${paragraphXml('', { sizePt: 3 })}${sideBySide(part, number.join(''), date)}${paragraphXml('', { sizePt: 8 })}`
}

function titleXml(part: PaperPart, block: Extract<Block, { kind: 'title' }>): string {
  const look = { sizePt: 14, bold: true, align: 'center' } as const
  const end = block.subject || block.title.toUpperCase()
  return [
    paragraphXml(block.title.toUpperCase(), look),
    ...(block.subject ? [paragraphXml(block.subject, look)] : []),
    ruleXml(end.slice(0, 60), look, widthDxa(part), 0.4),
    ...block.notes.map((note) => paragraphXml(note, { sizePt: 13, italic: true, align: 'center' })),
    paragraphXml('', { sizePt: 4 }),
    ...basisLines(block.basis).map((text) =>
      paragraphXml(text, {
        sizePt: part.landscape ? 13 : BODY_PT,
        italic: true,
        align: 'justify',
        firstLine: INDENT,
        afterPt: part.landscape ? 0 : 6,
      }),
    ),
    paragraphXml('', { sizePt: 5 }),
  ].join('')
}

function signatureXml(
  part: PaperPart,
  signature: Extract<Block, { kind: 'signature' }>['signature'],
): string {
  const { recipients, lines, room, name } = signatureLines(signature)
  const bold = { sizePt: part.landscape ? 13 : 14, bold: true, align: 'center' } as const
  const left = [
    paragraphXml('Nơi nhận:', { sizePt: 12, bold: true, italic: true }),
    ...recipients.map((text) => paragraphXml(text, { sizePt: 11 })),
  ]
  const right = [
    ...lines.map((text) => paragraphXml(text, bold)),
    ...Array.from({ length: room }, () => paragraphXml('', bold)),
    paragraphXml(name, bold),
  ]
  return `${paragraphXml('', { sizePt: 6, keepNext: true })}${sideBySide(part, left.join(''), right.join(''))}`
}

async function pushTable(
  out: Out,
  part: PaperPart,
  block: Extract<Block, { kind: 'table' }>,
  beforeSignature: boolean,
): Promise<void> {
  const { table } = block
  const totalDxa = table.columns.reduce((sum, column) => sum + column.widthPx, 0) * DXA_PER_PX
  // Wider tables are printed smaller, as a workbook's page is.
  const scale = Math.min(1, widthDxa(part) / totalDxa)
  const widths = table.columns.map((column) => Math.floor(column.widthPx * DXA_PER_PX * scale))
  const sizePt = Math.max(5, Math.floor(BODY.sizePt * scale * 2) / 2)
  const sum = widths.reduce((a, b) => a + b, 0)
  await out.push(
    `<w:tbl><w:tblPr><w:tblW w:w="${sum}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>${CELL_MARGINS}</w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${headingsXml(table, widths, sizePt)}`,
  )
  const aligns = table.columns.map((column) =>
    column.style.align === 'right' ? 'right' : column.style.align,
  )
  let held: readonly string[] | null = null
  let count = 0
  const rowOf = (texts: readonly string[], keepNext: boolean) => {
    const length = Math.max(...texts.map((text) => text.length))
    const cells = texts.map((text, i) => cellXml(widths[i]!, text, { sizePt, align: aligns[i], keepNext }))
    return `<w:tr>${length <= WHOLE_CHARS ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}${cells.join('')}</w:tr>`
  }
  for (const row of table.records) {
    if (held) await out.push(rowOf(held, false))
    held = row.values.map((value, i) => cellText(table.columns[i]!.field, value))
    count++
    out.row()
  }
  if (held) await out.push(rowOf(held, beforeSignature))
  else
    await out.push(
      `<w:tr><w:tc><w:tcPr><w:tcW w:w="${sum}" w:type="dxa"/><w:gridSpan w:val="${widths.length}"/></w:tcPr>${paragraphXml(block.nothing, { sizePt, italic: true, align: 'center', keepNext: beforeSignature })}</w:tc></w:tr>`,
    )
  await out.push('</w:tbl>')
  await out.push(
    block.closing
      ? paragraphXml(block.closing(count), { sizePt: 13, beforePt: 4, keepNext: beforeSignature })
      : paragraphXml('', { sizePt: 6, keepNext: beforeSignature }),
  )
}

function cellXml(width: number, text: string, look: ParagraphLook, more = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}<w:vAlign w:val="center"/></w:tcPr>${paragraphXml(text, look)}</w:tc>`
}

function headingsXml(table: PaperTable, widths: readonly number[], sizePt: number): string {
  const { columns } = table
  const look: ParagraphLook = { sizePt, bold: true, align: 'center' }
  const row = (cells: readonly string[]) =>
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
  const rows: string[] = []
  if (columns.some((column) => column.group)) {
    const top = groupsOf(columns).map(({ from, to }) => {
      const width = widths.slice(from, to + 1).reduce((a, b) => a + b, 0)
      const column = columns[from]!
      return column.group
        ? cellXml(width, column.group, look, `<w:gridSpan w:val="${to - from + 1}"/>`)
        : cellXml(width, column.heading, look, '<w:vMerge w:val="restart"/>')
    })
    const low = columns.map((column, i) =>
      column.group ? cellXml(widths[i]!, column.heading, look) : cellXml(widths[i]!, '', look, '<w:vMerge/>'),
    )
    rows.push(row(top), row(low))
  } else {
    rows.push(row(columns.map((column, i) => cellXml(widths[i]!, column.heading, look))))
  }
  if (table.columnNumbers) {
    const small: ParagraphLook = { sizePt: sizePt - 1, italic: true, align: 'center' }
    rows.push(row(columns.map((_, i) => cellXml(widths[i]!, `(${i + 1})`, small))))
  }
  return rows.join('')
}
