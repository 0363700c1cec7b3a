// `npm start`: builds what is stale, then opens the app in Electron where its program can be had, else says in one line
// why not and opens the browser door. A refusal of Electron's download is remembered for a day, so that a machine that
// can never fetch it does not wait for it at every start.
//   npm start -- [--data DIR] [--port N] [--no-open] [--door]
import { type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleIfStale } from './bundle.ts'

const root = join(import.meta.dirname, '..')
const electronDir = join(root, 'node_modules', 'electron')
const refusalFile = join(root, 'out', 'electron-refused')
const DAY_MS = 24 * 3600_000
/** Long enough for a first byte on a slow line; the download itself may then take as long as it needs. */
const PROBE_MS = 3_000
const MIRROR = 'https://github.com/electron/electron/releases/download/'

/** Path of Electron's program when it is on this machine. */
function electronProgram(): string | null {
  try {
    const program = join(electronDir, 'dist', readFileSync(join(electronDir, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    // Not fetched yet.
    return null
  }
}

function hasRefusedToday(): boolean {
  try {
    return Date.now() - statSync(refusalFile).mtimeMs < DAY_MS
  } catch {
    return false
  }
}

function rememberRefusal(why: string): void {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(refusalFile, `${why}\n`)
}

async function canReachMirror(): Promise<boolean> {
  try {
    const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? MIRROR
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    // Any answer, a 404 included, is a line to the mirror.
    return true
  } catch {
    return false
  }
}

/** Electron's program, fetched if need be; or the one line that says why not. */
async function getElectron(): Promise<{ program: string } | { why: string }> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { why: 'máy không có màn hình / this machine has no display' }
  }
  const ready = electronProgram()
  if (ready !== null) return { program: ready }
  if (hasRefusedToday()) {
    return {
      why: 'không tải được Electron (sẽ thử lại sau một ngày) / Electron could not be fetched (tried again tomorrow)',
    }
  }
  if (!(await canReachMirror())) {
    rememberRefusal('unreachable')
    return { why: 'không nối được tới nơi tải Electron / Electron’s download cannot be reached' }
  }
  console.log('Đang tải Electron (khoảng 110 MB, chỉ một lần)… / Fetching Electron (about 110 MB, once)…')
  const fetched = spawnSync(process.execPath, [join(electronDir, 'install.js')], {
    stdio: 'ignore',
    timeout: 15 * 60_000,
  })
  const program = electronProgram()
  if (fetched.status !== 0 || program === null) {
    rememberRefusal('download failed')
    return { why: 'tải Electron không thành công / fetching Electron failed' }
  }
  rmSync(refusalFile, { force: true })
  return { program }
}

/** Runs a program in this one's place: its output is ours, Ctrl+C reaches it, its exit code is ours. */
function become(command: string, args: string[], isNode: boolean): Promise<number> {
  return new Promise((resolve) => {
    // The channel closes when this process is gone, however it went: the door then closes its store and ends too.
    const stdio: StdioOptions = isNode ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
    // Compiled code is kept between starts: a cold start on an old disk spends most of its time there.
    const env = isNode ? { ...process.env, NODE_COMPILE_CACHE: join(root, 'out', 'compiled') } : process.env
    const child = spawn(command, args, { cwd: root, stdio, env })
    // A terminal sends Ctrl+C to both, a supervisor to this one only; the door takes it twice, Electron must not. Either
    // way this one waits until the other has closed its store.
    const pass = (signal: NodeJS.Signals): void => {
      if (signal === 'SIGTERM' || isNode) child.kill(signal)
    }
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== '--door')
  const isDoorWanted =
    process.argv.includes('--door') || args.some((arg) => arg.startsWith('--port') || arg === '--no-open')
  const started = performance.now()
  const built = await bundleIfStale()
  if (built.length > 0) console.log(`Đã dựng / Built: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (!isDoorWanted) {
    const electron = await getElectron()
    if ('program' in electron) return become(electron.program, ['.', ...args], false)
    console.log(`Mở bằng trình duyệt vì ${electron.why}.`)
  }
  return become(process.execPath, ['out/app/door.js', ...args], true)
}

process.exitCode = await main()
