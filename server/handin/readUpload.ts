// Reads an uploaded workbook by the same dry run as the command line, in a process of its own: whatever the file does to
// its reader, the server goes on. Nothing is saved here.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { valueSchema } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export type UploadError = { readonly code: string }

const COMMAND = fileURLToPath(new URL('../../electron/cli/sdl.ts', import.meta.url))
const TIMEOUT_MS = 180_000
const MAX_ANSWER_BYTES = 256 * 1024 * 1024
/** A name that says nothing of the upload but its kind: no part of it reaches a path. */
const KINDS = new Set(['.xlsx', '.xlsm', '.xls', '.ods', '.csv'])

const planSchema = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.array(
        z.object({
          row: z.number(),
          status: z.enum(['new', 'changed', 'same', 'parked']),
          values: z.record(z.string(), valueSchema),
          problems: z.array(z.object({ cell: z.string(), rule: z.string(), message: z.string() })),
        }),
      ),
    }),
  ),
})
export type UploadPlan = z.infer<typeof planSchema>

/** @param name the file's own name, of which only the extension is used */
export async function readUpload(
  bytes: Uint8Array,
  name: string,
  register: string,
): Promise<Result<UploadPlan, UploadError>> {
  const kind = extname(name).toLowerCase()
  if (!KINDS.has(kind)) return err({ code: 'import-unsupported' })
  const dir = await mkdtemp(join(tmpdir(), 'sdl-upload-'))
  try {
    const file = join(dir, `${randomUUID()}${kind}`)
    await writeFile(file, bytes, { mode: 0o600 })
    const said = await run(['import', file, '--register', register, '--dry-run', '--json'])
    return readPlan(said)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Said = { readonly stdout: string; readonly stderr: string; readonly timedOut: boolean }

function run(args: readonly string[]): Promise<Said> {
  return new Promise((settle) => {
    const options = { timeout: TIMEOUT_MS, maxBuffer: MAX_ANSWER_BYTES, killSignal: 'SIGKILL' } as const
    execFile(process.execPath, [COMMAND, ...args], options, (error, stdout, stderr) =>
      settle({ stdout, stderr, timedOut: error?.killed === true }),
    )
  })
}

function readPlan({ stdout, stderr, timedOut }: Said): Result<UploadPlan, UploadError> {
  if (timedOut) return err({ code: 'import-timeout' })
  const raw = parseJson(stdout)
  const plan = planSchema.safeParse(raw)
  if (plan.success) return ok(plan.data)
  // A refusal is `{"error":{"code":…}}` on either stream.
  const refusal = z.object({ error: z.object({ code: z.string() }) }).safeParse(raw ?? parseJson(stderr))
  return err({ code: refusal.success ? refusal.data.error.code : 'import-damaged' })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
