// What the shell itself remembers between starts: where the window stood and the last folder saved to. Nothing of the
// registers. A damaged file counts as none: it is worth less than a start.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  maximized: z.boolean().optional(),
  lastFolder: z.string().max(2_000).optional(),
})
export type ShellState = z.infer<typeof schema>

export function readShellState(dataDir: string): ShellState {
  try {
    return schema.parse(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8')))
  } catch {
    // First start, or damaged: the defaults serve.
    return {}
  }
}

/** Merges into what is there; a disk that refuses is only logged. */
export function writeShellState(dataDir: string, change: ShellState): void {
  const path = join(dataDir, 'window.json')
  try {
    writeFileSync(`${path}.new`, JSON.stringify({ ...readShellState(dataDir), ...change }))
    renameSync(`${path}.new`, path)
  } catch (error) {
    console.error('window state not kept:', error instanceof Error ? error.message : 'unknown error')
  }
}
