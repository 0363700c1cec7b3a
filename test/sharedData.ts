// Data that lies beside the repository (`../shared`) and never in it. Tests that need it run where it is and are named as
// not run where it is not: `it.skipIf(path === null)('… (needs ../shared)')`; `npm test` lists every such name.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', 'shared')

/**
 * @param rel path below `../shared`, e.g. `data/workbooks`
 * @returns the absolute path, or null when it is not on this machine
 */
export function sharedPath(rel: string): string | null {
  const path = join(root, rel)
  if (existsSync(path)) return path
  console.log(`not run: needs ../shared/${rel}`)
  return null
}
