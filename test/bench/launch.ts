// From the door's start, as `npm start` starts it once everything is set up and built, to the PIN screen painted in a
// browser that is open already; then from the pressed button to the first list of 10,000 records, key derivation apart:
// these PINs are derived at a fraction of the cost that ships, and what ships is given in a row of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { scryptSync } from 'node:crypto'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { bundleIfStale } from '../../build/bundle.ts'
import { chromiumPath } from '../chromiumPath.ts'
import { PIN } from '../mainJob/officeCore.ts'
import { type BenchRow, quantile } from './BenchRow.ts'
import { databases, fullDatabases, officeWith } from './benchOffice.ts'

const RECORDS = 10_000
const TURNS = 7
/** What typing a PIN takes at least: the page uses it to load what comes next. */
const TYPING_MS = 1_000
const root = join(import.meta.dirname, '..', '..')

type Launch = { readonly address: number; readonly painted: number; readonly list: number }

export async function launch(): Promise<BenchRow[]> {
  await bundleIfStale(['office', 'electron'])
  const { office } = await officeWith(fullDatabases(RECORDS))
  await office.core.close()
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  })
  const launches: Launch[] = []
  try {
    // The first one warms the disk and the compiled code that is kept between starts.
    for (let turn = 0; turn <= TURNS; turn++) {
      const measured = await launchOnce(browser, office.dir)
      if (turn > 0) launches.push(measured)
    }
  } finally {
    await browser.close()
    await office.remove()
  }
  const rows = (part: keyof Launch, what: string, goalMs: number | null): BenchRow[] => {
    const figures = launches.map((one) => one[part]).sort((a, b) => a - b)
    return [
      { p: 0, name: 'fastest' },
      { p: 0.5, name: 'median' },
    ].map(({ p, name }) => ({
      what: `${what}, ${name} of ${TURNS}`,
      unit: 'ms',
      ours: quantile(figures, p),
      peers: {},
      goal: goalMs === null ? '(part of the next)' : `≤ ${goalMs} ms`,
      ok: goalMs === null || quantile(figures, p) <= goalMs,
    }))
  }
  return [
    ...rows('address', 'launch to the door’s address', null),
    ...rows('painted', 'launch to the PIN screen painted', 1_000),
    ...rows('list', `PIN given to the first list of ${RECORDS} records painted`, 500),
    {
      what: 'deriving the key from a PIN at the cost that ships (scrypt, N = 2^17)',
      unit: 'ms',
      ours: derivation(),
      peers: {},
      goal: '(apart: meant to be slow)',
      ok: true,
    },
  ]
}

async function launchOnce(browser: Browser, dataDir: string): Promise<Launch> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.addInitScript(watchPaints, databases.label.vi)
  const started = now()
  const { child, address } = await startDoor(dataDir)
  const answered = now()
  try {
    await page.goto(address, { waitUntil: 'commit' })
    const painted = await momentOf(page, 'pin')
    await page.getByRole('textbox', { name: /PIN/ }).fill(PIN)
    await page.waitForTimeout(TYPING_MS)
    await page.getByRole('button', { name: 'Mở sổ', exact: true }).click()
    const list = await momentOf(page, 'list')
    const pressed = await momentOf(page, 'pressed')
    return { address: answered - started, painted: painted - started, list: list - pressed }
  } finally {
    await context.close()
    await stop(child)
  }
}

/** Milliseconds since 1970 with fractions, the same clock as the page's. */
function now(): number {
  return performance.timeOrigin + performance.now()
}

type Moments = Partial<Record<'pin' | 'pressed' | 'list', number>>

/**
 * Runs in the page: notes when the PIN box, the press of the button and the first rows of the list were painted, and
 * goes from the home screen to the list as soon as its menu stands.
 */
function watchPaints(register: string): void {
  const moments: Moments = {}
  Object.assign(window, { moments })
  let isListAsked = false
  // A frame is on screen when the one after it begins.
  const note = (name: 'pin' | 'list') => {
    requestAnimationFrame(() => {
      moments[name] ??= performance.timeOrigin + performance.now()
    })
  }
  addEventListener(
    'click',
    (event) => {
      if ((event.target as Element).closest('button')?.textContent === 'Mở sổ')
        moments.pressed ??= performance.timeOrigin + performance.now()
    },
    true,
  )
  const look = () => {
    if (!moments.list) requestAnimationFrame(look)
    if (!moments.pin && document.querySelector('input[type=password]')) note('pin')
    if (!moments.pressed) return
    if (!isListAsked) {
      const item = [...document.querySelectorAll('nav button, nav a')].find((one) =>
        one.textContent?.startsWith(register),
      )
      if (item) {
        isListAsked = true
        ;(item as HTMLElement).click()
      }
    }
    if (document.getElementById('cell-0-1')?.textContent) note('list')
  }
  requestAnimationFrame(look)
}

async function momentOf(page: Page, name: keyof Moments): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => (window as unknown as { moments: Moments }).moments[wanted],
    name,
    { timeout: 30_000, polling: 20 },
  )
  return (await found.jsonValue()) as number
}

function startDoor(dataDir: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['out/app/door.js', '--no-open', '--data', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'out', 'compiled') },
  })
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const found = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(output)
      if (found) resolve({ child, address: found[0] })
    })
    child.once('exit', (code) => reject(new Error(`the door ended with code ${code}`)))
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function derivation(): number {
  const N = 2 ** 17
  const start = performance.now()
  scryptSync(PIN, 'sixteen salt byte', 32, { N, r: 8, p: 1, maxmem: 128 * N * 8 + 1024 * 1024 })
  return performance.now() - start
}
