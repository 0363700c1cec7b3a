// LibreOffice as a second pair of eyes: converts a file in a profile of its own, so that runs do not meet.
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TIMEOUT_MS = 90_000

/** A fresh folder under the system's temporary one. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sdl-report-'))
}

/**
 * Converts `file` to that format beside it, in `folder`.
 * @param format `pdf`, `xlsx`, `csv`, `ods`
 * @returns the new file's path
 */
export async function convertInLibreOffice(file: string, format: string, folder: string): Promise<string> {
  const profile = await temporaryFolder()
  await run(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      folder,
      file,
    ],
    {
      timeout: TIMEOUT_MS,
    },
  )
  return join(folder, `${basename(file, extname(file))}.${format}`)
}

/** Text of a PDF, one string a page. */
export async function pdfPages(file: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1 << 28 })
  return stdout.split('\f').slice(0, -1)
}
