// The built office page in real Chromium, through the real browser door, over a core that the test gives: the real one
// for what officers do, a generated one for 100,000 rows.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { bundleDir, bundleIfStale } from '../../build/bundle.ts'
import type { Core } from '../../electron/core/Core.ts'

import { startDoor } from '../../electron/door/startDoor.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'

export type OpenedPage = {
  readonly page: Page
  readonly core: Core
  readonly address: string
  /** Errors of the page's console and scripts, as they came. */
  readonly errors: string[]
  close(): Promise<void>
}

const axeText = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let building: Promise<unknown> | null = null

/** A core over a folder of its own that is removed on close; PINs cost little to check. */
export async function temporaryCore(): Promise<Core & { readonly dataDir: string }> {
  const { createCore } = await import('../../electron/core/createCore.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'sdl-page-'))
  const core = createCore({
    dataDir,
    keystore: createFileKeystore(dataDir),
    keystoreKind: 'file',
    door: 'browser',
    version: '0.1.0',
    post: async () => {
      throw new Error('This test has no line')
    },
    now: Date.now,
    pinLog2N: 10,
    autoSyncMinutes: 0,
  })
  return {
    ...core,
    dataDir,
    close: async () => {
      await core.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Builds the page if its sources changed, serves the core, opens it at 1366×768. */
export async function openPage(core: Core): Promise<OpenedPage> {
  building ??= bundleIfStale(['office'])
  await building
  const door = await startDoor({ core, pageDir: join(bundleDir, 'office'), port: 0 })
  if (!door.ok) throw new Error(door.error.code)
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    // Nothing is judged half faded in.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${error.message}\n${error.stack ?? ''}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(door.value.address)
  return {
    page,
    core,
    address: door.value.address,
    errors,
    close: async () => {
      await browser.close()
      await door.value.close()
      await core.close()
    },
  }
}

/** Runs axe over what is shown; yields one line a violation, with the elements. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy forbids that.
  await page.evaluate(axeText)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }
    type AxeViolation = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }
    const found = await axe.run()
    return found.violations.map(
      (one) =>
        `${one.id}: ${one.help}\n${one.nodes.map((n) => `  ${n.target.join(' ')} — ${n.failureSummary}`).join('\n')}`,
    )
  })
}
