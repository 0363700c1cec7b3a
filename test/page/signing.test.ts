// Who signs and the province's layout, as an officer meets them: in the export dialog and in the settings.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

let opened: OpenedPage

beforeAll(async () => {
  const core = await temporaryCore()
  await core.call('setup.create', { office: OFFICE, userName: 'Cán bộ mẫu', pin: PIN, sample: true })
  opened = await openPage(core)
  opened.page.setDefaultTimeout(15_000)
  await opened.page.getByRole('navigation').waitFor()
}, 120_000)

afterAll(() => opened?.close())

async function judge(screen: string): Promise<void> {
  if (process.env.SHOTS) await opened.page.screenshot({ path: `${process.env.SHOTS}/${screen}.png` })
  expect(await axeViolations(opened.page), screen).toEqual([])
  expect(opened.errors, screen).toEqual([])
}

/** Presses the dialog's button and reads the workbook that comes. */
async function exportedText(): Promise<string> {
  const { page } = opened
  const dialog = page.getByRole('dialog')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Xuất Excel theo mẫu' }).click()
  const book = XLSX.read(readFileSync(await (await coming).path()))
  return XLSX.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]!]!)
}

async function openDialog(): Promise<void> {
  const { page } = opened
  await page.getByRole('navigation').getByText('Danh sách đầu mối').click()
  await page.getByRole('button', { name: 'Thao tác', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Xuất Excel theo mẫu' }).click()
  await page.getByLabel('Họ và tên người ký').waitFor()
}

test('a deputy signs for the chairman, and the block is there the next time', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await openDialog()
  await judge('export')
  await page
    .getByLabel('Người ký', { exact: true })
    .selectOption({ label: 'TM. ỦY BAN NHÂN DÂN – KT. CHỦ TỊCH – PHÓ CHỦ TỊCH' })
  await page.getByLabel('Họ và tên người ký').fill('Trần Thị Mẫu')
  await page.getByLabel('Ngày ký').fill('31/02/2026')
  await page.getByText('Ghi ngày thật').waitFor()
  expect(
    await page.getByRole('dialog').getByRole('button', { name: 'Xuất Excel theo mẫu' }).isDisabled(),
  ).toBe(true)
  await page.getByLabel('Ngày ký').fill('5/2/2026')
  await page.getByLabel('Số văn bản').fill('7')
  const text = await exportedText()
  for (const line of ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Thị Mẫu', 'Số: 07/', 'ngày 05 tháng 02 năm 2026'])
    expect(text).toContain(line)
  await page.getByText('Đã xuất').waitFor()
  await judge('exported')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await openDialog()
  expect(await page.getByLabel('Họ và tên người ký').inputValue()).toBe('Trần Thị Mẫu')
  expect(await page.getByLabel('Ngày ký').inputValue()).toBe('')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('the province’s layout is loaded, used and taken back; a bad one is refused in a sentence', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Thiết lập').click()
  await page.getByRole('tab', { name: 'Mẫu danh mục của tỉnh' }).click()
  await page.getByText('Theo mẫu có sẵn').first().waitFor()
  await judge('templates')
  const load = (json: unknown) =>
    page.locator('input[type=file][accept*=json]').setInputFiles({
      name: 'mau.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(json)),
    })
  await load({ report: 'focal-point-list', columns: [{ field: 'khongCo' }] })
  await page.getByText('nêu trường “khongCo”').waitFor()
  await judge('template-refused')
  await load({ report: 'focal-point-list', title: 'Biểu 3 của tỉnh' })
  await page.getByText('Theo mẫu của tỉnh').waitFor()
  await openDialog()
  expect(await exportedText()).toContain('BIỂU 3 CỦA TỈNH')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('navigation').getByText('Thiết lập').click()
  await page.getByRole('tab', { name: 'Mẫu danh mục của tỉnh' }).click()
  await page.getByRole('button', { name: 'Về mẫu có sẵn' }).click()
  await page.getByText('Theo mẫu của tỉnh').waitFor({ state: 'detached' })
})
