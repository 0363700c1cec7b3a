// 100,000 rows under the wheel and under the scroll bar's thumb, in real Chromium, each window taking as long as a slow
// disk would need. A row slot is empty when no drawn row with a record's values covers it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generatedCore } from './generatedCore.ts'
import { type OpenedPage, openPage } from './openPage.ts'
import { jumpThrough, watchSlots, wheelThrough } from './scrollGrid.ts'

let opened: OpenedPage

beforeAll(async () => {
  opened = await openPage(generatedCore(100_000, 12))
  await opened.page.getByRole('navigation').getByText('Danh mục cơ sở dữ liệu').click()
  await opened.page.getByText('Cơ sở dữ liệu Hộ tịch điện tử 1', { exact: true }).waitFor()
  await opened.page.evaluate(watchSlots)
}, 90_000)

afterAll(() => opened?.close())

test('no row slot stays empty longer than 2 frames while wheeling through 100,000 rows', {
  timeout: 60_000,
}, async () => {
  const { frames, longest, row } = await wheelThrough(opened.page)
  console.log(`wheel: ${frames} frames, longest empty slot ${longest} frames, ended at row ${row}`)
  expect(row).toBeGreaterThan(300)
  expect(frames).toBeGreaterThan(60)
  expect(longest).toBeLessThanOrEqual(2)
})

test('rows are there after a jump of the thumb (how soon: npm run bench -- page)', {
  timeout: 60_000,
}, async () => {
  const times = await jumpThrough(opened.page)
  console.log(`thumb: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`)
  expect(times.length).toBeGreaterThan(0)
  expect(times.every(Number.isFinite)).toBe(true)
})
