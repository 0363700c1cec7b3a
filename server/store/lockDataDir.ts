// One server process a data folder with its own PostgreSQL: a second one says who has it. A lock whose process is gone
// (power cut, kill) is taken over.
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'

export type DataDirInUse = { readonly code: 'data-dir-in-use'; readonly pid: number }

const MAX_TRIES = 3

export async function lockDataDir(
  dir: string,
): Promise<Result<{ release: () => Promise<void> }, DataDirInUse>> {
  const file = join(dir, 'server.lock')
  for (let tries = 1; ; tries++) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      return ok({ release: () => rm(file, { force: true }) })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const pid = Number(await readFile(file, 'utf8').catch(() => ''))
      if (tries >= MAX_TRIES || (pid > 0 && isRunning(pid))) return err({ code: 'data-dir-in-use', pid })
      await rm(file, { force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
