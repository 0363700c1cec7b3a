// What an officer does in the app, step by step, whichever door the page came through.
import type { Page } from 'playwright-core'

export const PERSON = 'Nguyễn Thị Hoa'
export const PIN = 'cán bộ xã 2026'

/** First screen → the sample office, open. @returns the recovery code as shown once */
export async function takeSampleOffice(page: Page): Promise<string> {
  await page.getByText('Dùng thử với dữ liệu mẫu').click()
  await page.getByLabel('Họ và tên của bạn').fill(PERSON)
  await page.getByRole('textbox', { name: 'Mã PIN hoặc cụm mật khẩu' }).fill(PIN)
  await page.getByRole('textbox', { name: 'Nhập lại mã PIN' }).fill(PIN)
  await page.getByRole('button', { name: 'Tạo sổ' }).click()
  const code = (await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{1,4}){5,}$/).textContent()) ?? ''
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click()
  await page.getByRole('button', { name: 'Trang chủ' }).waitFor()
  return code
}

export async function openRegister(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.getByRole('grid', { name }).waitFor()
  await page.locator('#cell-0-1').waitFor()
}

/** Types over the name of the first row and leaves the cell; waits until the core has answered. */
export async function renameFirstRecord(page: Page, name: string): Promise<void> {
  await page.locator('#cell-0-1').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('gridcell', { name, exact: true }).waitFor()
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Khóa sổ' }).click()
  await page.getByRole('textbox', { name: /PIN/ }).waitFor()
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByRole('textbox', { name: /PIN/ }).fill(pin)
  await page.getByRole('button', { name: 'Mở sổ', exact: true }).click()
}
