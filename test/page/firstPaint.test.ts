// What the page loads before anything is pressed, counted as it is served and gzipped as a web server would.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleDir } from '../../build/bundle.ts'
import { generatedCore } from './generatedCore.ts'
import { type OpenedPage, openPage } from './openPage.ts'

const assets = join(bundleDir, 'office/assets')
const gzipped = (name: string) => gzipSync(readFileSync(join(assets, name))).length

let opened: OpenedPage

beforeAll(async () => {
  opened = await openPage(generatedCore(50))
}, 90_000)

afterAll(() => opened?.close())

test('JavaScript up to the home screen is at most 350 KB gzipped', async () => {
  await opened.page.getByRole('heading', { name: /Việc của kỳ/ }).waitFor()
  const loaded = await opened.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)
      .filter((path) => path.endsWith('.js'))
      .map((path) => path.split('/').at(-1)!),
  )
  const bytes = [...new Set(loaded)].reduce((sum, name) => sum + gzipped(name), 0)
  console.log(`first paint: ${(bytes / 1000).toFixed(1)} KB of JavaScript in ${loaded.length} files`)
  expect(loaded.length).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(350_000)
})

test('the page carries no inline script and no address of another host', () => {
  const html = readFileSync(join(bundleDir, 'office/index.html'), 'utf8')
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
  for (const name of readdirSync(assets).filter((file) => file.endsWith('.css'))) {
    expect(readFileSync(join(assets, name), 'utf8')).not.toMatch(/@import|url\((['"]?)https?:/)
  }
})
