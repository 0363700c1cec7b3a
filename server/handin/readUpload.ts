// Reads an uploaded workbook with the reader of the app, in a process of its own: whatever the file does to its reader,
// the server goes on. What it held is planned here; nothing is saved.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Workbook } from '../../shared/excel/workbook.ts'
import { consoleErrorSchema } from '../../shared/http/console.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export type UploadError = { readonly code: string; readonly args?: Readonly<Record<string, string | number>> }

const READER = fileURLToPath(new URL('../../electron/import/readMain.ts', import.meta.url))
const TIMEOUT_MS = 180_000
const MAX_ANSWER_BYTES = 256 * 1024 * 1024
/** A name that says nothing of the upload but its kind: no part of it reaches a path. */
const KINDS = new Set(['.xlsx', '.xlsm', '.xls', '.ods', '.csv'])

const answerSchema = z.union([
  // The reader is ours: the shape of its cells is its type's promise, and a stranger's file cannot change it.
  z.object({ ok: z.literal(true), value: z.custom<Workbook>((v) => typeof v === 'object' && v !== null) }),
  z.object({ ok: z.literal(false), error: consoleErrorSchema }),
])

/** @param name the file's own name: its extension is used, the rest only shown in messages */
export async function readUpload(bytes: Uint8Array, name: string): Promise<Result<Workbook, UploadError>> {
  const kind = extname(name).toLowerCase()
  if (!KINDS.has(kind)) return err({ code: 'import-unsupported' })
  const dir = await mkdtemp(join(tmpdir(), 'sdl-upload-'))
  try {
    const file = join(dir, `${randomUUID()}${kind}`)
    await writeFile(file, bytes, { mode: 0o600 })
    return readAnswer(await run([file, name]))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Said = { readonly stdout: string; readonly timedOut: boolean }

function run(args: readonly string[]): Promise<Said> {
  return new Promise((settle) => {
    const options = {
      timeout: TIMEOUT_MS,
      maxBuffer: MAX_ANSWER_BYTES,
      killSignal: 'SIGKILL',
      // Nothing of the server's surroundings, its database's password least of all, reaches a reader of strangers' files.
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
    } as const
    execFile(process.execPath, [READER, ...args], options, (error, stdout) =>
      settle({ stdout, timedOut: error?.killed === true }),
    )
  })
}

function readAnswer({ stdout, timedOut }: Said): Result<Workbook, UploadError> {
  if (timedOut) return err({ code: 'import-timeout' })
  const answer = answerSchema.safeParse(parseJson(stdout))
  if (!answer.success) return err({ code: 'import-damaged' })
  if (answer.data.ok) return ok(answer.data.value)
  const { code, args } = answer.data.error
  return err(args ? { code, args } : { code })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
