// The console's own work in a real browser: the province is named, communes are picked from the shipped list, the list of
// systems grows from a file, an Excel list is previewed, entered and undone. No screen has an accessibility violation.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ConsoleBrowser } from './ConsoleBrowser.ts'

let folder: string
let shown: ConsoleBrowser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-e2e-console-'))
  shown = await ConsoleBrowser.start()
  page = shown.page
}, 120_000)
afterAll(async () => {
  await shown?.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const menu = (name: string) => shown.menu(name)
const looked = (name: string) => shown.looked(name)

function csvFile(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, name)
  writeFileSync(path, rows.map((r) => r.map((c) => `"${c}"`).join(',')).join('\r\n'))
  return path
}

it('the province gets another name', async () => {
  await menu('Thiết lập')
  await page.getByLabel('Tên tỉnh').fill('Tỉnh Thử')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText(/^Đã lưu\./).waitFor()
  await page.getByRole('banner').getByText('Tỉnh Thử').waitFor()
  await looked('settings')
}, 60_000)

it('the list of systems is there from the start, is mended by hand and grows from a file', async () => {
  await menu('Hệ thống dùng chung')
  await page.getByText('MAU-BCA-01').waitFor()
  await page.getByRole('button', { name: 'Sửa: Cơ sở dữ liệu về cư trú' }).click()
  await page.getByRole('dialog').getByLabel('Tên hệ thống').fill('CSDL về cư trú')
  await looked('catalogue-edit')
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('CSDL về cư trú').waitFor()
  await page.getByRole('button', { name: 'Nhập từ Excel, CSV' }).click()
  const file = csvFile('he-thong.csv', [
    ['Mã', 'Tên', 'Chủ quản', 'Sổ'],
    ['T-01', 'Hệ thống của tỉnh', 'Sở Khoa học và Công nghệ', 'database'],
    ['', 'Thiếu mã', '', ''],
    ['MAU-BCA-01', 'Cơ sở dữ liệu quốc gia về dân cư', 'Bộ Công an', ''],
  ])
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  await page.getByText(/^Mới 1, thay đổi 0, giữ nguyên 1, chưa đọc được 1/).waitFor()
  await looked('catalogue-file')
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu 1 hệ thống' }).click()
  await page.getByText('Hệ thống của tỉnh', { exact: true }).waitFor()
  await looked('catalogue')
}, 60_000)

it('all communes of a province become offices at once, and one is corrected', async () => {
  await menu('Cơ quan')
  await page.getByRole('button', { name: 'Thêm các xã của tỉnh' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill('Cao Bằng')
  await page.getByRole('option', { name: 'Ủy ban nhân dân tỉnh Cao Bằng' }).click()
  await dialog.getByText(/^Tất cả 56 đơn vị/).waitFor()
  await dialog.getByLabel(/Kế hoạch áp dụng/).fill('Kế hoạch số 10/KH-UBND')
  await looked('units')
  await dialog.getByRole('button', { name: 'Thêm 56 cơ quan' }).click()
  await dialog.getByText(/^Đã thêm 56 cơ quan/).waitFor()
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await page.getByLabel('Tìm cơ quan').fill('Bảo Lạc')
  await page.getByRole('button', { name: 'Ủy ban nhân dân xã Bảo Lạc' }).click()
  await page.getByRole('button', { name: 'Sửa thông tin cơ quan' }).click()
  await dialog.getByLabel('Cơ quan dùng phần mềm').uncheck()
  expect(await dialog.getByLabel(/Kế hoạch áp dụng/).inputValue()).toBe('Kế hoạch số 10/KH-UBND')
  await looked('office-edit')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog.waitFor({ state: 'detached' })
}, 60_000)

it('an Excel list is previewed, entered, entered again without loss, and undone', async () => {
  const heading = ['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại', 'Email']
  const le = ['2', 'Lê Văn Mẫu', 'Công chức', '0900000002', 'le@xa.example.vn']
  const first = csvFile('lan-1.csv', [heading, ['1', 'Trần Thị Mẫu', 'Công chức', '0900000001', ''], le])
  const second = csvFile('lan-2.csv', [heading, ['1', 'Trần Thị Mẫu', 'Chánh Văn phòng', '0900000001', '']])
  const dialog = page.getByRole('dialog')
  const preview = async (file: string) => {
    await page.getByRole('button', { name: 'Nhập hộ từ Excel' }).click()
    await dialog.getByRole('combobox', { name: 'Sổ' }).click()
    await page.getByRole('option', { name: /đầu mối/ }).click()
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByRole('button', { name: 'Xem trước' }).click()
  }
  await preview(first)
  await dialog.getByText(/^Mới 2, thay đổi 0/).waitFor()
  await dialog.getByRole('button', { name: 'Nhập 2 dòng' }).click()
  await dialog.getByText(/danh sách có 2 bản ghi/).waitFor()
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await preview(second)
  await dialog.getByText(/^Mới 0, thay đổi 1/).waitFor()
  await dialog.getByText('Tệp không có 1 bản ghi đã nhập trước đây: Lê Văn Mẫu.').waitFor()
  await looked('entry-plan')
  await dialog.getByRole('button', { name: 'Nhập 1 dòng' }).click()
  await dialog.getByText(/danh sách có 2 bản ghi.*0 bản ghi đã bỏ/).waitFor()
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await page
    .getByRole('row', { name: /Tỉnh nhập hộ/ })
    .first()
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('button', { name: 'Hoàn tác lần nhập hộ này' }).click()
  await looked('undo-entry')
  await dialog.getByRole('button', { name: 'Hoàn tác lần nhập hộ này' }).click()
  await page.getByRole('heading', { name: 'Ủy ban nhân dân xã Bảo Lạc' }).waitFor()
  await expect.poll(() => page.getByText('Tỉnh nhập hộ').count(), { timeout: 20_000 }).toBe(1)
  await looked('office')
}, 90_000)
