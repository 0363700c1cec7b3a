// Reports and templates as files or bytes: the pure writer of shared/report, joined to the platform's compressor and
// disk. A file appears whole or not at all: it is written beside its place and renamed.
import { open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { type ComposedReport, composeReport, type ReportInput } from '../../shared/report/composeReport.ts'
import { type Workbook, writeWorkbook } from '../../shared/report/workbook.ts'
import type { Deflate } from '../../shared/report/zipWriter.ts'

const deflateBlock = promisify(deflateRaw)

/** The platform's DEFLATE, on its own thread, so that the next block of rows is made meanwhile. */
const nativeDeflate: Deflate = (block, final) =>
  deflateBlock(block, { level: 1, finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH })

export type WriteReportOptions = ReportInput & {
  /** Where the file goes; without it the bytes come back. */
  readonly path?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (rows: number) => void
}

export type WrittenReport = {
  /** Plain ASCII file name for saving. */
  readonly name: string
  /** Null when written to `path`. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly path: string | null
  readonly rows: number
  readonly draft: boolean
}

/**
 * Writes a report in the layout of Decree 30/2020.
 * @throws the signal's reason when cancelled; a file-system error when the place cannot be written. Neither leaves a
 * half-written file behind.
 */
export async function writeReport(options: WriteReportOptions): Promise<WrittenReport> {
  const composed: ComposedReport = composeReport(options)
  const written = await saveWorkbook(composed.workbook, options)
  return { name: composed.name, draft: composed.draft, ...written }
}

/** Writes any workbook to `path`, or gives its bytes. */
export async function saveWorkbook(
  workbook: Workbook,
  options: {
    readonly path?: string
    readonly signal?: AbortSignal
    readonly onProgress?: (rows: number) => void
  },
): Promise<{ bytes: Uint8Array<ArrayBuffer> | null; path: string | null; rows: number }> {
  const common = { deflate: nativeDeflate, crc32, signal: options.signal, onRows: options.onProgress }
  if (!options.path) {
    const chunks: Uint8Array[] = []
    const { rows } = await writeWorkbook(workbook, { ...common, sink: (chunk) => void chunks.push(chunk) })
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
    const { rows } = await writeWorkbook(workbook, { ...common, sink })
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
