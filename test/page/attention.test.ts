// What the page does with what others did or refused: remarks, conflicts, a save that fails, a core that goes away.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GeneratedCore, generatedCore } from './generatedCore.ts'
import { axeViolations, type OpenedPage, openPage } from './openPage.ts'

let opened: OpenedPage
let core: GeneratedCore

beforeAll(async () => {
  core = generatedCore(30)
  opened = await openPage(core)
  opened.page.setDefaultTimeout(10_000)
  await opened.page.getByRole('heading', { name: /Việc của kỳ/ }).waitFor()
}, 90_000)

afterAll(() => opened?.close())

async function judge(screen: string): Promise<void> {
  expect(await axeViolations(opened.page), screen).toEqual([])
  expect(opened.errors, screen).toEqual([])
}

test('a remark stands at its field and is answered there', async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Việc cần xem').click()
  await page.getByText('Ghi rõ phạm vi theo thôn').waitFor()
  await judge('remarks and conflicts')
  await page.getByRole('button', { name: 'Mở ô này' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-scope')
  await judge('form with remark and conflict')
  await page.getByLabel('Trả lời').fill('Đã bổ sung 12 thôn.')
  await page.getByRole('button', { name: 'Lưu câu trả lời' }).click()
  await page.getByText('Đã trả lời: Đã bổ sung 12 thôn.').waitFor()
})

test('a conflict shows both values with who and when, can wait, and is settled by taking one', async () => {
  const { page } = opened
  await page.getByRole('button', { name: 'So sánh và chọn' }).click()
  await page.getByText('Đăng ký hộ tịch').waitFor()
  await page.getByText(/Lê Văn Mẫu, \d\d:\d\d \d\d\/\d\d\/\d{4}/).waitFor()
  await judge('conflict')
  await page.getByRole('button', { name: 'Để sau' }).click()
  expect(core.calls.some((call) => call.name === 'conflicts.settle')).toBe(false)
  await page.getByRole('button', { name: 'So sánh và chọn' }).click()
  await page.getByRole('button', { name: 'Chọn giá trị này' }).nth(1).click()
  await expect.poll(() => core.rows[0]?.values.purpose).toBe('Đăng ký hộ tịch')
})

test('a refused save keeps what was typed, says so, and is saved at the next try', async () => {
  const { page } = opened
  core.refuseOnce('records.save', 'internal')
  await page.getByLabel('Nội dung', { exact: false }).first().fill('Nội dung không được mất')
  await page.keyboard.press('Tab')
  await page.getByText('Chưa lưu được.', { exact: false }).waitFor()
  expect(await page.getByLabel('Nội dung', { exact: false }).first().inputValue()).toBe(
    'Nội dung không được mất',
  )
  await page.getByRole('button', { name: 'Lưu lại' }).click()
  await expect.poll(() => core.rows[0]?.values.content).toBe('Nội dung không được mất')
})

test('what was typed is saved before the store is locked', async () => {
  const { page } = opened
  await page.getByLabel('Phạm vi', { exact: false }).first().fill('Toàn xã')
  core.calls.length = 0
  await page.getByRole('button', { name: 'Khóa sổ' }).click()
  await expect.poll(() => core.calls.map((call) => call.name)).toContain('session.lock')
  const names = core.calls.map((call) => call.name)
  expect(names.indexOf('records.save')).toBeGreaterThanOrEqual(0)
  expect(names.indexOf('records.save')).toBeLessThan(names.indexOf('session.lock'))
})
