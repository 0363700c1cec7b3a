// Reports and templates as files or bytes: the writers of workbooks, Word documents and PDF files, joined to the platform's
// compressor and disk. A file appears whole or not at all: it is written beside its place and renamed.
import { open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { composeReport, type ReportInput } from '../../shared/report/composeReport.ts'
import type { Paper } from '../../shared/report/paper.ts'
import { writeDocx } from '../../shared/report/paperDocx.ts'
import { paperWorkbook } from '../../shared/report/paperWorkbook.ts'
import { type Workbook, writeWorkbook } from '../../shared/report/workbook.ts'
import type { Deflate } from '../../shared/report/zipWriter.ts'

const deflateBlock = promisify(deflateRaw)

/** The platform's DEFLATE, on its own thread, so that the next block of rows is made meanwhile. */
const nativeDeflate: Deflate = (block, final) =>
  deflateBlock(block, { level: 1, finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH })

export type PaperFormat = 'xlsx' | 'docx' | 'pdf'

/** The format that a file's name asks for; a workbook unless it says otherwise. */
export function formatOfName(name: string): PaperFormat {
  const ending = /\.(docx|pdf)$/i.exec(name)?.[1]?.toLowerCase()
  return ending === 'docx' || ending === 'pdf' ? ending : 'xlsx'
}

export type SaveOptions = {
  /** Where the file goes; without it the bytes come back. */
  readonly path?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (rows: number) => void
}

export type Saved = {
  /** Null when written to `path`. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly path: string | null
  readonly rows: number
}

/** @property format absent: as the path's ending says, else a workbook */
export type WriteReportOptions = ReportInput & SaveOptions & { readonly format?: PaperFormat }

export type WrittenReport = Saved & {
  /** Plain ASCII file name for saving. */
  readonly name: string
  readonly draft: boolean
}

/**
 * Writes a list in the layout of Decree 30/2020.
 * @throws the signal's reason when cancelled; a file-system error when the place cannot be written. Neither leaves a
 * half-written file behind.
 */
export async function writeReport(options: WriteReportOptions): Promise<WrittenReport> {
  const { paper, baseName, draft } = composeReport(options)
  const format = options.format ?? formatOfName(options.path ?? '')
  const written = await savePaper(paper, format, options)
  return { name: `${baseName}.${format}`, draft, ...written }
}

/** Writes a paper in that format to `path`, or gives its bytes. */
export function savePaper(paper: Paper, format: PaperFormat, options: SaveOptions): Promise<Saved> {
  if (format === 'xlsx') return saveWorkbook(paperWorkbook(paper), options)
  return saveWhole(options, async (sink, common) => {
    const write = format === 'docx' ? writeDocx : await pdfWriter()
    return write(paper, { ...common, sink, pause: nextTurn })
  })
}

/** Writes any workbook to `path`, or gives its bytes. */
export function saveWorkbook(workbook: Workbook, options: SaveOptions): Promise<Saved> {
  return saveWhole(options, (sink, common) => writeWorkbook(workbook, { ...common, sink }))
}

/** Read when the first PDF is asked for: its packages are the largest of the core's, and a start needs none of them. */
async function pdfWriter() {
  return (await import('./pdf/writePdf.ts')).writePdf
}

/** Lets what waits run: other calls are answered while a long report is written. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

type Sink = (bytes: Uint8Array) => void | Promise<void>
type Common = {
  readonly deflate: Deflate
  readonly crc32: typeof crc32
  readonly signal?: AbortSignal
  readonly onRows?: (rows: number) => void
}

async function saveWhole(
  options: SaveOptions,
  write: (sink: Sink, common: Common) => Promise<{ rows: number }>,
): Promise<Saved> {
  const common = { deflate: nativeDeflate, crc32, signal: options.signal, onRows: options.onProgress }
  if (!options.path) {
    const chunks: Uint8Array[] = []
    const { rows } = await write((chunk) => void chunks.push(chunk), common)
    return { bytes: new Uint8Array(Buffer.concat(chunks)), path: null, rows }
  }
  const partPath = `${options.path}.part`
  const file = await open(partPath, 'w')
  try {
    // One write may be under way while the next rows are made; its failure comes up with the next.
    let writing: Promise<void> = Promise.resolve()
    const sink = async (chunk: Uint8Array) => {
      await writing
      writing = file.writeFile(chunk)
      writing.catch(() => {})
    }
    const { rows } = await write(sink, common)
    await writing
    await file.sync()
    await file.close()
    await rename(partPath, options.path)
    return { bytes: null, path: options.path, rows }
  } catch (error) {
    await file.close()
    await rm(partPath, { force: true })
    throw error
  }
}
