// Entry of the parser's process, never imported: one file in, its sheets out, then it ends. A watchdog thread ends the process at the
// memory limit even while parsing holds the main thread; the core's kill timer ends it at the time limit.
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { MEMORY_MARK, type ParserJob, type ParserMessage } from './parserProtocol.ts'
import { parseSpreadsheet } from './parseSpreadsheet.ts'

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
