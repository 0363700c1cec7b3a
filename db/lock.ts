// Who has the store open. The guard itself is SQLite's exclusive lock, which the operating system frees when a process
// dies; this file only names the holder, so it can never lock anybody out and needs no guess about stale owners.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from './atomicFile.ts'

const ownerSchema = z.object({ pid: z.number().int(), host: z.string().max(300), since: z.number() })
export type Owner = z.infer<typeof ownerSchema>

const FILE = 'store.lock'

/** Written once the exclusive lock is ours. @returns a function that takes the name away again. */
export function nameOwner(dir: string, now: number): () => void {
  const file = join(dir, FILE)
  writeFileAtomically(file, Buffer.from(JSON.stringify({ pid: process.pid, host: hostname(), since: now })))
  return () => rmSync(file, { force: true })
}

export function readOwner(dir: string): Owner {
  const nobody: Owner = { pid: 0, host: '', since: 0 }
  const file = join(dir, FILE)
  if (!existsSync(file)) return nobody
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Torn or foreign: the lock holds all the same, only its holder's name is lost.
    return nobody
  }
}
