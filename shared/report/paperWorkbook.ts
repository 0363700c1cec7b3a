// A paper as a workbook: one sheet a part. A part's table gives the sheet its columns, so that the list reads back as it
// was; what stands around it is joined cells over those columns. A part of several tables stands on the columns that all of
// them need.
import { annexRows, boxRows, titleRows } from './letterhead.ts'
import { LANDSCAPE, MARGINS_MM, type PageRoom, PORTRAIT } from './officialPage.ts'
import { pagedRows } from './pagedRows.ts'
import { addresseeLines, type Block, footerText, type Paper, type PaperPart } from './paper.ts'
import { geometryOf } from './reportTable.ts'
import type { Page, Row, Sheet } from './sheetXml.ts'
import { signatureRows } from './signatureBlock.ts'
import { type Geometry, spanRow } from './spanRow.ts'
import { gridOf, onGrid } from './tableGrid.ts'
import { headingRows, NOTHING_STYLE, recordRows } from './tableRows.ts'
import type { Workbook } from './workbook.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** Columns of a sheet without a table. */
const PLAIN_COLUMNS = 12
const CLOSING_PT = 24

export function paperWorkbook(paper: Paper): Workbook {
  const page = pageOf(paper)
  return {
    title: paper.title,
    creator: paper.creator,
    sheets: paper.parts.map((part) => sheetOf(part, { ...page, landscape: part.landscape })),
  }
}

function sheetOf(part: PaperPart, page: Page): Sheet {
  const room = part.landscape ? LANDSCAPE : PORTRAIT
  const tables = part.blocks.filter((block): block is TableBlock => block.kind === 'table')
  const [only] = tables
  const ruled = part.blocks.some((block) => block.kind === 'letterhead' || block.kind === 'title')
  const common = { name: part.sheet, page, ...(ruled ? { ruled } : {}) }
  if (!only || tables.length > 1) {
    const geometry = geometryOf(
      gridOf(
        tables.map((block) => block.table),
        room.px,
        PLAIN_COLUMNS,
      ),
    )
    return {
      ...common,
      columns: geometry.widthsPx.map((widthPx) => ({ widthPx })),
      rows: { [Symbol.iterator]: () => mixedRows(part.blocks, geometry, room) },
      printColumns: geometry.widthsPx.length,
    }
  }
  const geometry = geometryOf(only.table.columns.map((column) => column.widthPx))
  return {
    ...common,
    // The last, hidden one holds the records' ids.
    columns: [...geometry.widthsPx.map((widthPx) => ({ widthPx })), { widthPx: 80, hidden: true }],
    rows: { [Symbol.iterator]: () => listRows(part.blocks, only, geometry, room) },
    printColumns: geometry.widthsPx.length,
  }
}

function listRows(
  blocks: readonly Block[],
  table: TableBlock,
  geometry: Geometry,
  room: PageRoom,
): Generator<Row> {
  const at = blocks.indexOf(table)
  const around = (some: readonly Block[]) => some.flatMap((block) => rowsAround(block, geometry))
  const tail = (count: number) => [...closingRows(table, geometry, count), ...around(blocks.slice(at + 1))]
  return pagedRows(geometry, around(blocks.slice(0, at)), table.table, table.nothing, tail, room)
}

/** Rows of a letter: few enough to be looked at together, so that the signature is not parted from the text. */
function* mixedRows(blocks: readonly Block[], geometry: Geometry, room: PageRoom): Generator<Row> {
  const [body, end] = [
    blocks.filter((b) => b.kind !== 'signature'),
    blocks.filter((b) => b.kind === 'signature'),
  ]
  const rows = body.flatMap((block) =>
    block.kind === 'table' ? tableRowsOf(block, geometry) : rowsAround(block, geometry),
  )
  const tail = end.flatMap((block) => rowsAround(block, geometry))
  const heightOf = (some: readonly Row[]) => some.reduce((sum, row) => sum + (row.heightPt ?? 15.75), 0)
  const last = rows.at(-1)
  let used = 0
  for (const row of rows.slice(0, -1)) {
    const height = row.heightPt ?? 15.75
    used = used + height > room.pt ? height : used + height
    yield row
  }
  const isAlone = last !== undefined && used + heightOf([last, ...tail]) > room.pt * 0.98
  if (last) yield isAlone && tail.length > 0 ? { ...last, pageBreakBefore: true } : last
  yield* tail
}

function tableRowsOf(block: TableBlock, geometry: Geometry): Row[] {
  const place = onGrid(block.table, geometry.widthsPx)
  // Headings of one table over another's rows would mislead: they are not repeated.
  const rows = headingRows(block.table).map((row) => ({ ...place(row), printTitle: false }))
  const records = [...recordRows(block.table)].map(place)
  if (records.length > 0) rows.push(...records.map((row) => ({ ...row, printTitle: false })))
  else {
    const across = { from: 0, to: geometry.widthsPx.length - 1, text: block.nothing, style: NOTHING_STYLE }
    rows.push({ ...spanRow(geometry, [across], 21), printTitle: false })
  }
  return [...rows, ...closingRows(block, geometry, records.length)]
}

function closingRows(block: TableBlock, geometry: Geometry, count: number): Row[] {
  if (!block.closing) return []
  const style = { sizePt: 13, align: 'left', vertical: 'center' } as const
  const span = { from: 0, to: geometry.widthsPx.length - 1, text: block.closing(count), style }
  return [spanRow(geometry, [span], CLOSING_PT)]
}

function rowsAround(block: Block, geometry: Geometry): Row[] {
  const across = (text: string, style: Parameters<typeof spanRow>[1][number]['style']) =>
    spanRow(geometry, [{ from: 0, to: geometry.widthsPx.length - 1, text, style }])
  switch (block.kind) {
    case 'letterhead':
      return boxRows(geometry, block.head, block.about)
    case 'title':
      return titleRows(geometry, block)
    case 'annexTitle':
      return annexRows(geometry, block)
    case 'signature':
      return signatureRows(geometry, block.signature)
    case 'addressees':
      return addresseeLines(block.names).map((text) => across(text, { sizePt: 13, align: 'center' }))
    case 'paragraph': {
      const { bold, italic, align = 'justify' } = block
      return [across(block.text, { sizePt: 13, bold, italic, align, vertical: 'center' })]
    }
    case 'table':
      throw new Error('a table is not what stands around one')
  }
}

function pageOf(paper: Paper): Page {
  const footer = `&L&"Times New Roman,Regular"&9 ${footerText(paper).replaceAll('&', '&&')}`
  return {
    landscape: true,
    marginsMm: MARGINS_MM,
    header: '&C&"Times New Roman,Regular"&13&P',
    footer,
    firstFooter: footer,
  }
}
