// A round on the console in a real browser: opened, followed on its board, extended, noted, reviewed, reminded, closed. No
// screen has an accessibility violation.
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
  folder = mkdtempSync(join(tmpdir(), 'sdl-e2e-rounds-'))
  shown = await ConsoleBrowser.start()
  page = shown.page
}, 120_000)
afterAll(async () => {
  await shown?.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const menu = (name: string) => shown.menu(name)
const looked = (name: string) => shown.looked(name)
const dialog = () => page.getByRole('dialog')

it('without a round the screen says how to open one', async () => {
  await menu('Cơ quan')
  await page.getByRole('button', { name: 'Thêm các xã của tỉnh' }).click()
  await dialog().getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill('Cao Bằng')
  await page.getByRole('option', { name: 'Ủy ban nhân dân tỉnh Cao Bằng' }).click()
  await dialog()
    .getByText(/^Tất cả 56 đơn vị/)
    .waitFor()
  await dialog().getByRole('button', { name: 'Thêm 56 cơ quan' }).click()
  await dialog()
    .getByText(/^Đã thêm 56 cơ quan/)
    .waitFor()
  await dialog().getByRole('button', { name: 'Đóng' }).last().click()
  await menu('Đợt báo cáo')
  await page.getByText(/^Chưa có đợt nào/).waitFor()
  await looked('rounds-empty')
}, 60_000)

it('a round is opened for all communes, and its board shows each of them', async () => {
  await page.getByRole('button', { name: 'Mở đợt báo cáo' }).click()
  await dialog().getByLabel('Tên đợt').fill('Rà soát đầu mối và cơ sở dữ liệu')
  await dialog().getByLabel('Kỳ', { exact: false }).first().fill('2026')
  await dialog().getByLabel('Số công văn').fill('12/SKHCN-CĐS')
  await dialog().getByLabel('Ngày công văn').fill('20/11/2020')
  await dialog().getByLabel('Thời hạn ghi trong công văn').fill('trước ngày 20/12/2020')
  await dialog().getByLabel('Ngày cuối cùng còn đúng hạn').fill('31/02/2020')
  await dialog().getByText('Ghi ngày dạng 20/12/2026.').waitFor()
  await dialog().getByLabel('Ngày cuối cùng còn đúng hạn').fill('19/12/2020')
  const lists = dialog().getByRole('combobox', { name: 'Danh sách cần nộp' })
  await lists.fill('đầu mối')
  await page
    .getByRole('option', { name: /đầu mối/i })
    .first()
    .click()
  await lists.fill('cơ sở dữ liệu')
  await page
    .getByRole('option', { name: /cơ sở dữ liệu/i })
    .first()
    .click()
  await page.keyboard.press('Escape')
  await looked('round-open')
  await dialog().getByRole('button', { name: 'Mở đợt', exact: true }).click()
  await page.getByText(/^Đã mở đợt cho 56 cơ quan/).waitFor()
  await looked('rounds')
  await page.getByRole('button', { name: 'Rà soát đầu mối và cơ sở dữ liệu' }).click()
  await page.getByRole('button', { name: 'Chưa gửi 56', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Quá hạn chưa gửi 56', exact: true }).click()
  await looked('board')
}, 60_000)

it('offices are found without marks, extended with a reason, and noted about', async () => {
  await page.getByLabel('Tìm cơ quan').fill('bao lac')
  await page.getByRole('row', { name: /Bảo Lạc/ }).waitFor()
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
  await page.getByLabel('Chọn Ủy ban nhân dân xã Bảo Lạc').check()
  await page.getByRole('button', { name: 'Gia hạn cho 1 cơ quan' }).click()
  await dialog().getByLabel('Hạn mới').fill('31/12/2099')
  await dialog()
    .getByLabel(/^Lý do/)
    .fill('Mất điện do bão')
  await looked('extend')
  await dialog().getByRole('button', { name: 'Gia hạn', exact: true }).click()
  await page.getByText('Đã ghi cho 1 cơ quan.').waitFor()
  await page.getByRole('button', { name: /^Được gia hạn 1/ }).click()
  await page.getByRole('row', { name: /31\/12\/2099/ }).waitFor()
  await page.getByRole('button', { name: 'Ghi chú: Ủy ban nhân dân xã Bảo Lạc' }).click()
  await dialog().getByLabel('Nội dung trao đổi').fill('Hẹn gửi thứ Hai')
  await looked('phone-note')
  await dialog().getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('row', { name: /Hẹn gửi thứ Hai/ }).waitFor()
}, 60_000)

it('a list that comes with its letter by Zalo, and nil by phone, stand on the board', async () => {
  await page.getByRole('button', { name: 'Ủy ban nhân dân xã Bảo Lạc', exact: true }).click()
  const enter = async (register: RegExp) => {
    await page.getByRole('button', { name: 'Nhập hộ từ Excel' }).click()
    await dialog().getByRole('combobox', { name: 'Sổ' }).click()
    await page.getByRole('option', { name: register }).first().click()
    await dialog().getByLabel('Kỳ').fill('2026')
  }
  const file = join(folder, 'dau-moi.csv')
  writeFileSync(
    file,
    '"STT","Họ và tên","Chức vụ","Điện thoại","Email"\r\n"1","Lê Văn Mẫu","Công chức","0900000002",""',
  )
  await enter(/đầu mối/i)
  await dialog().getByLabel('Số văn bản của cơ quan').fill('7/BC-UBND')
  await dialog().getByLabel('Ngày ký').fill('18/12/2020')
  await dialog().locator('input[type=file]').setInputFiles(file)
  await dialog().getByRole('button', { name: 'Xem trước' }).click()
  await dialog()
    .getByText(/^Mới 1,/)
    .waitFor()
  await looked('entry-letter')
  await dialog().getByRole('button', { name: 'Nhập 1 dòng' }).click()
  await dialog()
    .getByText(/danh sách có 1 bản ghi/)
    .waitFor()
  await dialog().getByRole('button', { name: 'Đóng' }).last().click()
  await enter(/cơ sở dữ liệu/i)
  await dialog().getByRole('button', { name: 'Ghi “Không phát sinh”' }).click()
  await dialog().getByText('Đã ghi nhận “Không phát sinh”.').waitFor()
  await dialog().getByRole('button', { name: 'Đóng' }).last().click()
  await menu('Đợt báo cáo')
  await page.getByRole('button', { name: 'Rà soát đầu mối và cơ sở dữ liệu' }).click()
  await page.getByRole('button', { name: 'Chờ xem xét 1' }).click()
  await page.getByRole('row', { name: /7\/BC-UBND/ }).waitFor()
  await looked('board-answered')
}, 90_000)

it('the round is reviewed as a whole; a first list is named as one to look at', async () => {
  await page.getByRole('button', { name: 'Xem xét cả đợt' }).click()
  await dialog().getByText('Nên xem trước khi quyết định: 2').waitFor()
  await looked('review')
  await dialog()
    .getByRole('row', { name: /Bảo Lạc.*1.*lần đầu nộp/ })
    .getByRole('button')
    .first()
    .click()
  await page.getByText(/Văn bản 7\/BC-UBND ngày 18\/12\/2020/).waitFor()
  await page.getByRole('button', { name: 'Chấp nhận cả danh sách' }).click()
  await page.getByRole('button', { name: 'Mở lại để xem xét' }).click()
  await dialog().getByLabel('Lý do').fill('Nhầm số điện thoại')
  await looked('reopen')
  await dialog().getByRole('button', { name: 'Mở lại để xem xét' }).click()
  await page.getByText('Lý do: Nhầm số điện thoại').waitFor()
  await looked('handin-letter')
}, 60_000)

it('a second list is shown against the first, old and new side by side', async () => {
  await menu('Cơ quan')
  await page.getByLabel('Tìm cơ quan').fill('Bảo Lạc')
  await page.getByRole('button', { name: 'Ủy ban nhân dân xã Bảo Lạc' }).click()
  const file = join(folder, 'dau-moi-2.csv')
  writeFileSync(
    file,
    '"STT","Họ và tên","Chức vụ","Điện thoại","Email"\r\n"1","Lê Văn Mẫu","Chánh Văn phòng","0900000002",""',
  )
  await page.getByRole('button', { name: 'Nhập hộ từ Excel' }).click()
  await dialog().getByRole('combobox', { name: 'Sổ' }).click()
  await page
    .getByRole('option', { name: /đầu mối/i })
    .first()
    .click()
  await dialog().getByLabel('Kỳ').fill('2026')
  await dialog().locator('input[type=file]').setInputFiles(file)
  await dialog().getByRole('button', { name: 'Xem trước' }).click()
  await dialog()
    .getByText(/^Mới 0, thay đổi 1/)
    .waitFor()
  await dialog().getByRole('button', { name: 'Nhập 1 dòng' }).click()
  await dialog()
    .getByText(/danh sách có 1 bản ghi/)
    .waitFor()
  await dialog().getByRole('button', { name: 'Đóng' }).last().click()
  await page
    .getByRole('row', { name: /đầu mối/i })
    .first()
    .getByRole('button')
    .first()
    .click()
  await page.getByText('So với lần trước', { exact: true }).click()
  await page.getByRole('row', { name: /Chức vụ.*Công chức.*Chánh Văn phòng/ }).waitFor()
  await looked('compare')
}, 60_000)

it('the reminder letter and the board come as files, and the round is closed', async () => {
  await menu('Đợt báo cáo')
  await page.getByRole('button', { name: 'Rà soát đầu mối và cơ sở dữ liệu' }).click()
  await page.getByRole('button', { name: 'Văn bản đôn đốc' }).click()
  await dialog()
    .getByText(/^55 cơ quan chưa gửi đủ/)
    .waitFor()
  await looked('reminder')
  const letter = page.waitForEvent('download')
  await dialog().getByRole('button', { name: 'Tải văn bản (Word)' }).click()
  expect((await letter).suggestedFilename()).toMatch(/^don-doc-.*\.docx$/)
  await dialog().getByRole('button', { name: 'Đóng' }).last().click()
  const board = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất Excel' }).click()
  expect((await board).suggestedFilename()).toMatch(/^theo-doi-.*\.xlsx$/)
  await page.getByRole('button', { name: 'Đóng đợt' }).click()
  await dialog().getByRole('button', { name: 'Đóng đợt' }).click()
  await page.getByRole('button', { name: 'Mở lại đợt' }).waitFor()
}, 60_000)

it('the province’s rules are typed, refused with the line that cannot be read, saved and downloaded', async () => {
  await menu('Thiết lập')
  await page.getByText(/^Chưa lưu lần nào/).waitFor()
  await page.getByLabel('Ngày nghỉ lễ, tết').fill('31/02/2026 Không có')
  await page.getByText('Chưa đọc được dòng: 31/02/2026 Không có').waitFor()
  expect(await page.getByRole('button', { name: 'Lưu và ban hành gói mới' }).isDisabled()).toBe(true)
  await page.getByLabel('Ngày nghỉ lễ, tết').fill('02/09/2026 Quốc khánh')
  await page.getByRole('switch', { name: 'Người thứ hai kiểm tra trước khi gửi' }).focus()
  await page.keyboard.press('Space')
  await looked('rules')
  await page.getByRole('button', { name: 'Lưu và ban hành gói mới' }).click()
  await page.getByText('Đang áp dụng gói số 1.').waitFor()
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải gói quy định' }).click()
  expect((await file).suggestedFilename()).toBe('sodulieu-quy-dinh-1.sdl')
}, 60_000)
