// Reads a stranger's workbook without trusting it: limits are checked here before anything is unpacked, parsing runs in
// a process of its own that is ended when it takes too much memory or time. The file is only ever read.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Sheet, SheetRow, Workbook } from '../../shared/excel/workbook.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { inspectFile, tooLarge } from './inspectFile.ts'
import { IMPORT_LIMITS, type ImportLimits, type WorkbookRefusal } from './limits.ts'
import { nodeParserHost, type ParserChild, type ParserHost } from './parserHost.ts'
import { MEMORY_MARK, type ParserJob } from './parserProtocol.ts'

export type WorkbookSource = { readonly path: string } | { readonly bytes: Uint8Array }

export type ReadOptions = {
  readonly signal?: AbortSignal
  /** 0–1. */
  readonly onProgress?: (done: number) => void
  readonly limits?: Partial<ImportLimits>
  readonly host?: ParserHost
}

/**
 * @param source a path, or the whole file's bytes
 * @param name shown in messages; its extension never decides what the file is
 * @returns the workbook, or why it was refused; the code is a key of the sentence table
 */
export async function readWorkbook(
  source: WorkbookSource,
  name: string,
  options: ReadOptions = {},
): Promise<Result<Workbook, WorkbookRefusal>> {
  const limits = { ...IMPORT_LIMITS, ...options.limits }
  const loaded = await loadBytes(source, name, limits)
  if (!loaded.ok) return loaded
  if (options.signal?.aborted) return err({ code: 'import-cancelled' })
  const inspected = inspectFile(loaded.value, name, limits)
  if (!inspected.ok) return inspected
  const job: ParserJob = { bytes: loaded.value, inspected: inspected.value, limits }
  const sheets = await parseApart(job, options)
  if (!sheets.ok) return sheets
  return ok({ name, kind: inspected.value.kind, macros: inspected.value.macros, sheets: sheets.value })
}

/** The file's bytes, its size checked before it is read. */
export async function loadBytes(
  source: WorkbookSource,
  name: string,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<Result<Buffer, WorkbookRefusal>> {
  if ('bytes' in source) {
    const { buffer, byteOffset, byteLength } = source.bytes
    if (byteLength > limits.fileBytes) return err(tooLarge(byteLength, limits))
    return ok(Buffer.from(buffer, byteOffset, byteLength))
  }
  try {
    const file = await open(source.path, 'r')
    try {
      const { size } = await file.stat()
      if (size > limits.fileBytes) return err(tooLarge(size, limits))
      return ok(await file.readFile())
    } finally {
      await file.close()
    }
  } catch {
    return err({ code: 'import-not-found', args: { name: basename(name) } })
  }
}

let spare: { child: ParserChild; host: ParserHost; heapMb: number; timer: NodeJS.Timeout } | null = null

/** Starts a parser ahead of need, e.g. when the import screen opens; it ends by itself after a minute unused. */
export function warmParser(host: ParserHost = nodeParserHost(), heapMb = IMPORT_LIMITS.heapMb): void {
  if (spare) return
  const child = host.start(heapMb)
  const timer = setTimeout(() => {
    if (spare?.child === child) spare = null
    child.kill()
  }, 60_000)
  timer.unref()
  spare = { child, host, heapMb, timer }
  child.onExit(() => {
    if (spare?.child === child) spare = null
  })
}

function takeChild(host: ParserHost | undefined, heapMb: number): ParserChild {
  if (spare && spare.heapMb === heapMb && (!host || host === spare.host)) {
    const { child, timer } = spare
    clearTimeout(timer)
    spare = null
    return child
  }
  return (host ?? nodeParserHost()).start(heapMb)
}

function parseApart(
  job: ParserJob,
  options: ReadOptions,
): Promise<Result<readonly Sheet[], WorkbookRefusal>> {
  return new Promise((resolve) => {
    const child = takeChild(options.host, job.limits.heapMb)
    const sheets: { frame: Omit<Sheet, 'rows'>; rows: SheetRow[]; rowCount: number }[] = []
    let settled = false
    const settle = (result: Result<readonly Sheet[], WorkbookRefusal>) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', cancel)
      child.kill()
      resolve(result)
    }
    const cancel = () => settle(err({ code: 'import-cancelled' }))
    const timer = setTimeout(() => settle(err({ code: 'import-timeout' })), job.limits.timeoutMs)
    options.signal?.addEventListener('abort', cancel)
    child.onMessage((message) => {
      if (message.type === 'sheet')
        sheets.push({ frame: message.sheet, rows: [], rowCount: message.rowCount })
      else if (message.type === 'rows') {
        const sheet = sheets[sheets.length - 1]!
        for (const row of message.rows) sheet.rows.push(row)
        options.onProgress?.(sheet.rows.length / sheet.rowCount)
      } else if (message.type === 'refused') settle(err(message.refusal))
      else if (message.type === 'done') settle(ok(sheets.map(({ frame, rows }) => ({ ...frame, rows }))))
    })
    child.onExit((code, errors) => {
      // Killed by its watchdog, or V8 gave up on its heap: both are memory. Anything else is a file that breaks parsers.
      const memory =
        errors.includes(MEMORY_MARK) || /heap (limit|out of memory)|allocation failed/i.test(errors)
      settle(err({ code: memory || code === 134 ? 'import-memory' : 'import-damaged' }))
    })
    child.post(job)
  })
}
