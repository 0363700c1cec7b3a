// The built office page in Chromium: what JavaScript the first painted screen needed, compressed as a web server would
// send it, and how 100,000 rows behave under the wheel and the scroll bar's thumb when each window of rows takes as long
// as a slow disk would need.
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Response } from 'playwright-core'
import { bundleDir, bundleIfStale } from '../../build/bundle.ts'
import { startDoor } from '../../electron/door/startDoor.ts'
import { chromiumPath } from '../chromiumPath.ts'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { generatedCore } from '../page/generatedCore.ts'
import { openPage, temporaryCore } from '../page/openPage.ts'
import { jumpThrough, watchSlots, wheelThrough } from '../page/scrollGrid.ts'
import type { BenchRow } from './BenchRow.ts'
import { databases } from './benchOffice.ts'

const ROWS = 100_000
const ANSWER_DELAY_MS = 12
const GOAL_BYTES = 350 * 1024

export async function pageBench(): Promise<BenchRow[]> {
  await bundleIfStale(['office'])
  return [
    await firstPaint('first screen of an empty machine', false),
    await firstPaint('PIN screen', true),
    ...(await scrolling()),
  ]
}

/** Every script that had come when the page first showed a control. */
async function firstPaint(what: string, isSetUp: boolean): Promise<BenchRow> {
  const core = await temporaryCore()
  if (isSetUp) {
    const setUp = { office: OFFICE, userName: 'Cán bộ mẫu', pin: PIN, sample: false }
    for (const [name, input] of [
      ['setup.create', setUp],
      ['session.lock', {}],
    ] as const) {
      const answer = await core.call(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
    }
  }
  const door = await startDoor({ core, pageDir: join(bundleDir, 'office'), port: 0 })
  if (!door.ok) throw new Error(door.error.code)
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    const scripts: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response)
    })
    await page.goto(door.value.address)
    await page.locator('button:visible, input:visible').first().waitFor()
    // What comes after that moment is loaded ahead, and not counted.
    const bodies = await Promise.all(scripts.slice().map((script) => script.body()))
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 6 }).length, 0)
    return {
      what: `JavaScript up to the ${what}, gzipped`,
      unit: 'B',
      ours: bytes,
      peers: {},
      goal: '≤ 350 KB',
      ok: bytes > 0 && bytes <= GOAL_BYTES,
    }
  } finally {
    await browser.close()
    await door.value.close()
    await core.close()
  }
}

async function scrolling(): Promise<BenchRow[]> {
  const { page, close } = await openPage(generatedCore(ROWS, ANSWER_DELAY_MS))
  try {
    await page.getByRole('navigation').getByText(databases.label.vi).click()
    await page.locator('#cell-0-1').waitFor()
    await page.evaluate(watchSlots)
    const { longest } = await wheelThrough(page)
    const jumps = await jumpThrough(page)
    const row = (what: string, unit: string, ours: number, goal: number): BenchRow => ({
      what: `${ROWS} rows: ${what}`,
      unit,
      ours,
      peers: {},
      goal: `≤ ${goal} ${unit}`,
      ok: ours <= goal,
    })
    return [
      row('longest empty row slot while wheeling', 'frames', longest, 2),
      row('slowest of 6 thumb jumps until every row is there', 'ms', Math.max(...jumps), 100),
    ]
  } finally {
    await close()
  }
}
