// Libraries that the benchmarks compare with. They have a package file and a lock of their own, so that none of them
// ever reaches the app; the first benchmark that wants one installs them all.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const dir = join(import.meta.dirname, 'peers')
const markFile = join(dir, 'node_modules', '.installed')

let answer: boolean | null = null

/**
 * Loads a peer by its package name.
 * @returns null, after a line that says so, when the peers are not installed and cannot be fetched
 */
export function loadPeer<T>(name: string): T | null {
  answer ??= arePeersReady()
  return answer ? (createRequire(join(dir, 'package.json'))(name) as T) : null
}

function arePeersReady(): boolean {
  const hash = createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .digest('hex')
  if (existsSync(markFile) && readFileSync(markFile, 'utf8') === hash) return true
  process.stdout.write('  fetching what to compare with (about 120 MB, once)…\n')
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
    cwd: dir,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (done.status === 0) {
    writeFileSync(markFile, hash)
    return true
  }
  const why = /npm error (.*)/.exec(done.stderr ?? '')?.[1] ?? 'npm could not be run'
  process.stdout.write(
    `  NOT COMPARED: the libraries to compare with could not be fetched (${why}). Figures of our own follow.\n`,
  )
  return false
}
