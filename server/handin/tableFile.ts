// Tables and papers as files that the console gives: the writers of shared/report joined to Node's compressor.
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { MARGINS_MM } from '../../shared/report/officialPage.ts'
import type { Paper } from '../../shared/report/paper.ts'
import { writeDocx } from '../../shared/report/paperDocx.ts'
import type { Sheet } from '../../shared/report/sheetXml.ts'
import { headingRows, recordRows, type Table } from '../../shared/report/tableRows.ts'
import { type Workbook, type WriteOptions, writeWorkbook } from '../../shared/report/workbook.ts'
import { foldVietnamese } from '../../shared/text/fold.ts'

const deflateBlock = promisify(deflateRaw)

export function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  return collected((options) => writeWorkbook(workbook, options))
}

export function docxBytes(paper: Paper): Promise<Uint8Array> {
  return collected((options) => writeDocx(paper, options))
}

async function collected(write: (options: WriteOptions) => Promise<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await write({
    sink: (chunk) => void chunks.push(chunk),
    crc32,
    deflate: (block, final) =>
      deflateBlock(block, { level: 1, finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }),
  })
  return new Uint8Array(Buffer.concat(chunks))
}

/** A sheet of one table, its heading frozen. */
export function sheetOfTable<T>(name: string, table: Table<T>): Sheet {
  return {
    name: name.slice(0, 31),
    columns: [...table.columns.map((c) => ({ widthPx: c.widthPx })), { widthPx: 20, hidden: true }],
    rows: rowsOf(table),
    freezeRows: 1,
    printColumns: table.columns.length,
    page: { landscape: true, marginsMm: MARGINS_MM, firstFooter: '', header: '&C&P', footer: '' },
  }
}

function* rowsOf<T>(table: Table<T>): Iterable<ReturnType<typeof headingRows>[number]> {
  yield* headingRows(table)
  yield* recordRows(table)
}

/** Plain ASCII, for a file name. */
export function plainName(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/g, '-')
}
