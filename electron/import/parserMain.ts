// Entry of the parser's process: one file in, its sheets out, then it ends. A watchdog thread ends the process at the
// memory limit even while parsing holds the main thread; the core's kill timer ends it at the time limit.
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Sheet, SheetRow } from '../../shared/excel/workbook.ts'
import type { Inspected } from './inspectFile.ts'
import type { ImportLimits, WorkbookRefusal } from './limits.ts'
import { parseSpreadsheet } from './parseSpreadsheet.ts'

export type ParserJob = {
  readonly bytes: Uint8Array
  readonly inspected: Inspected
  readonly limits: ImportLimits
}

/** Sheets come as their frame followed by their rows in chunks, so that the core can show how far it is. */
export type ParserMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'sheet'; readonly sheet: Omit<Sheet, 'rows'>; readonly rowCount: number }
  | { readonly type: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly refusal: WorkbookRefusal }

/** Written to standard error just before the watchdog ends the process. */
export const MEMORY_MARK = 'parser: memory limit'

const ROWS_A_MESSAGE = 4_000

// Electron's utility process speaks through parentPort, a forked Node process through process.send.
type Port = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}
const port = (process as unknown as { parentPort?: Port }).parentPort

function send(message: ParserMessage): void {
  if (port) port.postMessage(message)
  else process.send?.(message)
}

function watchMemory(rssBytes: number): void {
  const source = `
    const { writeSync } = require('node:fs')
    setInterval(() => {
      if (process.memoryUsage.rss() < ${rssBytes}) return
      writeSync(2, ${JSON.stringify(`${MEMORY_MARK}\n`)})
      process.kill(process.pid, 'SIGKILL')
    }, 20)`
  new Worker(source, { eval: true }).unref()
}

function run(job: ParserJob): void {
  watchMemory(job.limits.rssBytes)
  const bytes = Buffer.from(job.bytes.buffer, job.bytes.byteOffset, job.bytes.byteLength)
  const parsed = parseSpreadsheet(bytes, job.inspected, job.limits)
  if (!parsed.ok) {
    send({ type: 'refused', refusal: parsed.error })
    return
  }
  for (const { rows, ...sheet } of parsed.value) {
    send({ type: 'sheet', sheet, rowCount: rows.length })
    for (let i = 0; i < rows.length; i += ROWS_A_MESSAGE)
      send({ type: 'rows', rows: rows.slice(i, i + ROWS_A_MESSAGE) })
  }
  send({ type: 'done' })
}

function receive(data: unknown): void {
  try {
    run(data as ParserJob)
  } catch (error) {
    // The library throws on files nobody foresaw; the file is at fault, the core is told so.
    writeSync(2, `${error instanceof Error ? error.stack : 'parser failed'}\n`)
    send({ type: 'refused', refusal: { code: 'import-damaged' } })
  }
}

if (port) port.on('message', (event) => receive(event.data))
else process.on('message', receive)
send({ type: 'ready' })
