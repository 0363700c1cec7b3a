// A paper as a page to be printed by the window's own print dialog: the same parts, boxes and tables as the files, with
// page numbers of each part from 2 and the content code at every foot (CSS paged media). Runs no script, loads nothing.
import { cellText } from './cellText.ts'
import { basisLines, dateLine, letterheadLines, numberLine } from './letterhead.ts'
import { LANDSCAPE, MARGINS_MM, PORTRAIT } from './officialPage.ts'
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
import { wordText } from './xml.ts'

const STYLE = `
@counter-style shown { system: extends decimal; range: 2 infinite; fallback: hidden }
@counter-style hidden { system: cyclic; symbols: ""; suffix: "" }
* { box-sizing: border-box }
body { margin: 0; font: 14pt/1.15 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000 }
p { margin: 0 0 6pt } .body { text-align: justify; text-indent: 10mm; line-height: 1.3 }
.pair { display: grid; grid-template-columns: 42% 58%; text-align: center; font-size: 13pt; break-inside: avoid }
.pair p { margin: 0 } .left { text-align: left } .left p { font-size: 11pt }
.centre { text-align: center } .bold { font-weight: bold } .italic { font-style: italic }
.rule { display: inline-block; border-bottom: 0.75pt solid #000; height: 2pt; margin-bottom: 3pt }
.keep { break-after: avoid } .sign { margin-top: 6pt }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 4pt 0 }
th, td { border: 0.5pt solid #000; padding: 2pt 3pt; vertical-align: middle; overflow-wrap: anywhere }
td { white-space: pre-wrap } tr.whole { break-inside: avoid } thead { display: table-header-group }
`

const WHOLE_CHARS = 100

/** A whole HTML document. Rows are made at once: for reports that are printed, not for ten thousand rows. */
export function paperHtml(paper: Paper): string {
  const pages = paper.parts.map((part, i) => pageStyle(paper, part, i, counterOf(paper, i)))
  const body = paper.parts.map((part, i) => `<section style="page:part${i}">${partHtml(part)}</section>`)
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${wordText(paper.title)}</title><style>${STYLE}${pages.join('\n')}</style></head><body>${body.join('')}</body></html>`
}

/** The part whose pages a part's are counted with: its own, or that of the one it continues. */
function counterOf(paper: Paper, at: number): number {
  let of = at
  while (of > 0 && paper.parts[of]!.continues) of--
  return of
}

function pageStyle(paper: Paper, part: PaperPart, at: number, counter: number): string {
  const { top, bottom, left, right } = MARGINS_MM
  const foot = JSON.stringify(footerText(paper)).replaceAll('<', '\\3c ')
  return `@page part${at} { size: A4 ${part.landscape ? 'landscape' : 'portrait'}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; counter-increment: pages${counter}; @top-center { content: counter(pages${counter}, shown); font: 13pt "Times New Roman", serif } @bottom-left { content: ${foot}; white-space: pre; font: 9pt "Times New Roman", serif } }`
}

function partHtml(part: PaperPart): string {
  return part.blocks
    .map((block, i) => blockHtml(part, block, part.blocks[i + 1]?.kind === 'signature'))
    .join('')
}

function line(text: string, names = '', size = ''): string {
  return `<p class="${names}"${size ? ` style="font-size:${size}"` : ''}>${wordText(text)}</p>`
}

function rule(width: string): string {
  return `<div class="centre" style="line-height:1"><span class="rule" style="width:${width}"></span></div>`
}

function blockHtml(part: PaperPart, block: Block, beforeSignature: boolean): string {
  switch (block.kind) {
    case 'letterhead':
      return letterheadHtml(part, block)
    case 'title':
      return [
        line(block.title.toUpperCase(), 'centre bold'),
        ...(block.subject ? [line(block.subject, 'centre bold')] : []),
        rule('30mm'),
        ...block.notes.map((note) => line(note, 'centre italic', '13pt')),
        ...basisLines(block.basis).map((text) => line(text, 'body italic')),
      ].join('')
    case 'annexTitle':
      return [
        '<div style="height:30pt"></div>',
        line(block.label, 'centre bold'),
        line(block.title.toUpperCase(), 'centre bold'),
        line(block.guide, 'centre italic', '13pt'),
        ...block.notes.map((note) => line(note, 'centre italic', '12pt')),
      ].join('')
    case 'addressees':
      return addresseeLines(block.names)
        .map((text) => line(text, 'centre'))
        .join('')
    case 'paragraph': {
      const { align = 'justify', bold, italic, keepNext } = block
      const names = [
        align === 'justify' ? 'body' : align === 'center' ? 'centre' : '',
        bold ? 'bold' : '',
        italic ? 'italic' : '',
        keepNext || beforeSignature ? 'keep' : '',
      ]
      return line(block.text, names.filter(Boolean).join(' '))
    }
    case 'signature': {
      const { recipients, lines, room, name } = signatureLines(block.signature)
      const left = [line('Nơi nhận:', 'bold italic', '12pt'), ...recipients.map((text) => line(text))]
      const right = lines.map((text) => line(text, 'bold'))
      return `<div class="pair sign"><div class="left">${left.join('')}</div><div>${right.join('')}<div style="height:${room * 15}pt"></div>${line(name, 'bold')}</div></div>`
    }
    case 'table':
      return tableHtml(part, block.table, block.nothing, block.closing)
  }
}

function letterheadHtml(part: PaperPart, block: Extract<Block, { kind: 'letterhead' }>): string {
  const { head, about } = block
  const texts = letterheadLines(head)
  const left = [
    ...(texts.superior ? [line(texts.superior)] : []),
    ...texts.agency.map((text) => line(text, 'bold')),
    rule('22mm'),
  ]
  const right = [
    line(texts.nation, 'bold', part.landscape ? '' : '12pt'),
    line(texts.motto, 'bold', '14pt'),
    rule('56mm'),
  ]
  const number = [
    line(numberLine(head.number, head.symbol)),
    ...(about ? [line(about, '', '12pt')] : []),
    ...(head.draft ? [line('DỰ THẢO', 'bold')] : []),
  ]
  const day = line(dateLine(head.placeName, head.date), 'italic')
  return `<div class="pair"><div>${left.join('')}</div><div>${right.join('')}</div><div>${number.join('')}</div><div>${day}</div></div><p></p>`
}

function tableHtml(
  part: PaperPart,
  table: PaperTable,
  nothing: string,
  closing: ((count: number) => string) | undefined,
): string {
  const { columns } = table
  const total = columns.reduce((sum, column) => sum + column.widthPx, 0)
  const scale = Math.min(1, (part.landscape ? LANDSCAPE : PORTRAIT).px / total)
  const cols = columns.map((column) => `<col style="width:${((column.widthPx / total) * 100).toFixed(2)}%">`)
  const rows: string[] = []
  for (const row of table.records) {
    const cells = row.values.map((value, i) => {
      const align = columns[i]!.style.align ?? 'left'
      return `<td style="text-align:${align}">${wordText(cellText(columns[i]!.field, value))}</td>`
    })
    // A high row may be parted between pages: one that is kept whole can leave most of a page empty.
    const length = Math.max(...row.values.map((value) => (typeof value === 'string' ? value.length : 0)))
    rows.push(`<tr${length <= WHOLE_CHARS ? ' class="whole"' : ''}>${cells.join('')}</tr>`)
  }
  const count = rows.length
  if (count === 0)
    rows.push(`<tr><td colspan="${columns.length}" class="centre italic">${wordText(nothing)}</td></tr>`)
  const end = closing ? line(closing(count), 'keep', '13pt') : ''
  return `<table style="font-size:${(BODY.sizePt * scale).toFixed(1)}pt"><colgroup>${cols.join('')}</colgroup><thead>${headRows(table)}</thead><tbody>${rows.join('')}</tbody></table>${end}`
}

function headRows(table: PaperTable): string {
  const { columns } = table
  const head = (text: string, more = '') => `<th${more}>${wordText(text)}</th>`
  const numbers = table.columnNumbers
    ? `<tr>${columns.map((_, i) => `<th style="font-weight:normal;font-style:italic">(${i + 1})</th>`).join('')}</tr>`
    : ''
  if (!columns.some((column) => column.group))
    return `<tr>${columns.map((column) => head(column.heading)).join('')}</tr>${numbers}`
  const top = groupsOf(columns).map(({ from, to }) => {
    const { group, heading } = columns[from]!
    return group ? head(group, ` colspan="${to - from + 1}"`) : head(heading, ' rowspan="2"')
  })
  const low = columns.filter((column) => column.group).map((column) => head(column.heading))
  return `<tr>${top.join('')}</tr><tr>${low.join('')}</tr>${numbers}`
}
