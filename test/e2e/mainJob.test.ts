// The main job as three people do it on two screens: the officer's window by the browser door, the province's console on
// a real server. Everything between them goes by the pages' own buttons, the line, and files that were downloaded.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { chromiumPath } from '../chromiumPath.ts'
import { writeSampleWorkbook } from '../demo/sampleWorkbook.ts'
import { DoorApp } from './DoorApp.ts'
import { openRegister, PERSON, PIN } from './officeSteps.ts'
import { ProvinceServer } from './ProvinceServer.ts'

const DATABASES = 'Danh mục cơ sở dữ liệu'
const OFFICE = 'Ủy ban nhân dân xã Mẫu'
const BY_MAIL = 'Ủy ban nhân dân xã Gửi Thư'
const PASSWORD = 'đồng lúa chín vàng 2026'
/** A step that hangs says so well before the whole test's time is up; a loaded machine needs a few seconds. */
const STEP_MS = 20_000
const REMARK = 'Nêu rõ mục đích quản lý, sử dụng.'
const MENDED = 'Tra cứu, xác minh thông tin công dân khi giải quyết thủ tục hành chính.'

let folder: string
let server: ProvinceServer
let door: DoorApp
let browser: Browser
let office: Page
let admin: Page
let reviewer: Page
let list: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-e2e-main-'))
  list = join(folder, 'danh-sach-csdl-cu.xlsx')
  writeSampleWorkbook(list)
  ;[server, door] = await Promise.all([
    ProvinceServer.start('Tỉnh Mẫu'),
    DoorApp.start('--data', join(folder, 'office')),
  ])
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  office = await door.open()
  office.setDefaultTimeout(STEP_MS)
  admin = await consolePage()
  reviewer = await consolePage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await door?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** A console page with cookies of its own. */
async function consolePage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(STEP_MS)
  await page.goto(server.address)
  return page
}

async function signInFirst(page: Page, login: string, oneTime: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(oneTime)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('textbox', { name: 'Mật khẩu hiện tại' }).fill(oneTime)
  await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill(PASSWORD)
  await page.getByRole('textbox', { name: 'Nhập lại mật khẩu mới' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.getByRole('navigation').waitFor()
}

/** Presses a button that gives a file. @returns where it lies */
async function download(page: Page, button: Locator): Promise<{ name: string; file: string }> {
  const [given] = await Promise.all([page.waitForEvent('download'), button.click()])
  const name = given.suggestedFilename()
  const file = join(folder, name)
  await given.saveAs(file)
  return { name, file }
}

function menu(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

/** Presses the officer's sync button until that is on the screen, as she would. */
async function exchangeUntil(shown: Locator): Promise<void> {
  const button = office.getByRole('banner').getByRole('button', { name: /Gửi và nhận|Đã khớp|Chờ tỉnh/ })
  await expect
    .poll(
      async () => {
        if (await shown.first().isVisible()) return true
        await button.click()
        await office.keyboard.press('Escape')
        return false
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true)
}

async function newOffice(id: string, name: string, hasApp: boolean): Promise<void> {
  await admin.getByRole('button', { name: 'Thêm cơ quan' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Mã cơ quan').fill(id)
  await dialog.getByLabel('Tên cơ quan').fill(name)
  await dialog.getByLabel('Cơ quan cấp trên').fill('Ủy ban nhân dân tỉnh Mẫu')
  await dialog.getByLabel('Cơ quan dùng phần mềm').setChecked(hasApp)
  await dialog.getByRole('button', { name: 'Tạo', exact: true }).click()
  await admin.getByRole('button', { name, exact: true }).waitFor()
}

it('the administrator signs in with the printed password, makes two offices and a reviewer', async () => {
  await signInFirst(admin, 'quantri', server.password)
  await newOffice('99001', OFFICE, true)
  await newOffice('99002', BY_MAIL, false)
  await menu(admin, 'Tài khoản')
  await admin.getByRole('button', { name: 'Thêm tài khoản' }).click()
  await admin.getByRole('dialog').getByLabel('Tên đăng nhập').fill('duyet')
  await admin.getByRole('dialog').getByLabel('Họ và tên').fill('Trần Văn Duyệt')
  await admin.getByRole('dialog').getByRole('button', { name: 'Tạo', exact: true }).click()
  const said = (await admin.getByText(/^Mật khẩu dùng một lần của duyet/).textContent()) ?? ''
  await signInFirst(reviewer, 'duyet', /: ([a-z0-9-]+)\./.exec(said)?.[1] ?? '')
  expect(await reviewer.getByRole('button', { name: 'Tài khoản' }).count()).toBe(0)
})

it('the officer sets up with the province’s pack and keeps the recovery code', async () => {
  await menu(admin, 'Cơ quan')
  await admin.getByRole('button', { name: OFFICE, exact: true }).click()
  const pack = await download(admin, admin.getByRole('button', { name: 'Tải gói thiết lập mới' }))
  expect(pack.name).toMatch(/^[A-Za-z0-9-]+\.sdl$/)
  await office.getByText('Thiết lập cho cơ quan').click()
  await office.locator('input[type=file]').setInputFiles(pack.file)
  await office.getByText(`Đã đọc gói của ${OFFICE}, cấp bởi Tỉnh Mẫu`).waitFor()
  await office.getByRole('button', { name: 'Tiếp tục' }).click()
  await office.getByLabel('Họ và tên của bạn').fill(PERSON)
  await office.getByRole('textbox', { name: 'Mã PIN hoặc cụm mật khẩu' }).fill(PIN)
  await office.getByRole('textbox', { name: 'Nhập lại mã PIN' }).fill(PIN)
  await office.getByRole('button', { name: 'Tạo sổ' }).click()
  await office.getByRole('checkbox').check()
  await office.getByRole('button', { name: 'Bắt đầu làm việc' }).click()
  await office.getByRole('heading', { name: /Việc của kỳ/ }).waitFor()
})

it('last year’s Excel comes in, and a row that was not understood is mended', async () => {
  await menu(office, 'Nhập từ Excel')
  await office.getByLabel('Nhập vào sổ').selectOption({ label: DATABASES })
  await office.locator('input[type=file]').setInputFiles(list)
  await office.getByText('Cột trong tệp').waitFor()
  await office.getByRole('button', { name: 'Xem trước', exact: true }).click()
  await office.getByRole('button', { name: 'Nhập 21 dòng' }).click()
  await office.getByText('Đã nhập: 21 mới, 0 thay đổi').waitFor()
  await office.getByRole('button', { name: 'Sửa 3 dòng chờ sửa' }).click()
  const take = office.getByRole('button', { name: 'Nhận vào sổ' })
  await expect.poll(() => take.count()).toBe(3)
  const row = office.getByRole('region', { name: /dòng 14$/ })
  await row.getByLabel('Ngày đưa vào khai thác').fill('28/02/2020')
  await row.getByRole('button', { name: 'Nhận vào sổ' }).click()
  await expect.poll(() => take.count()).toBe(2)
})

it('items × users are a grid of letters, and a slip is undone and done again', async () => {
  await openRegister(office, DATABASES)
  await office.getByRole('grid').focus()
  await office.keyboard.press('Control+Home')
  await office.keyboard.press('Enter')
  await office.getByPlaceholder('Tên hạng mục mới').fill('Họ và tên, ngày sinh')
  await office.keyboard.press('Enter')
  await office.locator('[data-matrix="data-item.0.0"]').press('d')
  const second = office.locator('[data-matrix="data-item.0.1"]')
  await second.press('y')
  await expect.poll(() => second.textContent()).toBe('Y')
  await office.getByRole('button', { name: /^Hoàn tác:/ }).click()
  await expect.poll(() => second.textContent()).toBe('D')
  await office.getByRole('button', { name: /^Làm lại:/ }).click()
  await expect.poll(() => second.textContent()).toBe('Y')
})

it('the official workbook prints as a draft, and the list is sent for a machine that is approved by phone', async () => {
  await menu(office, 'Gửi tỉnh')
  await office.getByText('22 bản ghi sẽ được chốt').waitFor()
  await office.getByRole('button', { name: 'Xuất Excel theo mẫu' }).click()
  const dialog = office.getByRole('dialog')
  const report = await download(office, dialog.getByRole('button', { name: 'Xuất Excel theo mẫu' }))
  expect(report.name).toMatch(/du-thao\.xlsx$/)
  const text = JSON.stringify(XLSX.read(readFileSync(report.file)).Sheets)
  for (const part of ['DỰ THẢO', 'Độc lập - Tự do - Hạnh phúc', 'DANH MỤC CƠ SỞ DỮ LIỆU']) {
    expect(text).toContain(part)
  }
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await office.getByRole('button', { name: 'Gửi danh sách này cho tỉnh' }).click()
  await office.getByText(/^Đã chốt danh sách/).waitFor()
  await exchangeUntil(office.getByText('Tỉnh đã nhận đơn và chờ nghe mã này'))
  const enrolCode = (await office.locator('.recovery-code').textContent()) ?? ''
  await menu(admin, 'Máy kết nối')
  await admin.getByRole('button', { name: 'Duyệt' }).click()
  await admin.getByLabel('Mã nghe qua điện thoại').fill(enrolCode.toLowerCase())
  await admin.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click()
  await admin.getByText('Không có máy nào.').waitFor()
  await exchangeUntil(office.getByText(/^Phiếu xác nhận tiếp nhận:/))
  expect(await office.locator('.recovery-code').count()).toBe(0)
})

it('the reviewer pins a remark to a field, returns that record and accepts the others', async () => {
  await menu(reviewer, 'Danh sách đã gửi')
  await reviewer.getByRole('button', { name: DATABASES }).click()
  await reviewer.getByRole('button', { name: 'Góp ý: Mục đích' }).click()
  await reviewer.getByLabel('Nội dung góp ý cho mục này').fill(REMARK)
  await reviewer.getByRole('button', { name: 'Lưu góp ý' }).click()
  await reviewer.getByText('1 góp ý').waitFor()
  const boxes = reviewer.getByRole('table').locator('tbody').getByRole('checkbox')
  const first = boxes.first()
  await first.check()
  await reviewer.getByRole('button', { name: 'Trả lại 1 mục đã chọn' }).click()
  await reviewer.getByLabel(/Lý do/).fill('Xem góp ý ở từng mục.')
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
  await reviewer.getByRole('cell', { name: /Trả lại/ }).waitFor()
  const count = await boxes.count()
  expect(count).toBe(22)
  await reviewer.getByRole('checkbox', { name: 'Chọn tất cả các mục chưa xử lý' }).check()
  await reviewer.getByRole('button', { name: 'Chấp nhận 21 mục đã chọn' }).click()
  await expect.poll(() => reviewer.getByRole('cell', { name: /Chấp nhận/ }).count()).toBe(21)
})

it('the officer reads the remark at its field, mends it, answers, and sends again as a file', async () => {
  await exchangeUntil(office.getByText('Chấp nhận 21, trả lại 1'))
  await menu(office, 'Việc cần xem')
  await office.getByRole('region', { name: 'Ý kiến của tỉnh' }).getByText(REMARK).waitFor()
  await office.getByRole('button', { name: 'Mở ô này' }).first().click()
  await expect.poll(() => office.evaluate(() => document.activeElement?.id)).toBe('field-purpose')
  await office.getByLabel('Mục đích').fill(MENDED)
  await office.keyboard.press('Tab')
  await office.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
  for (let open = await unanswered().count(); open > 0; open--) {
    await office.getByLabel('Trả lời').first().fill('Đã bổ sung.')
    await office.getByRole('button', { name: 'Lưu câu trả lời' }).first().click()
    await expect.poll(() => unanswered().count()).toBe(open - 1)
  }
  await menu(office, 'Gửi tỉnh')
  await office.getByText('22 bản ghi sẽ được chốt').waitFor()
  await office.getByRole('button', { name: 'Gửi danh sách này cho tỉnh' }).click()
  await expect.poll(() => office.getByRole('list', { name: 'Trạng thái' }).count()).toBe(2)
})

function unanswered(): Locator {
  return office.getByRole('button', { name: 'Lưu câu trả lời' })
}

it('the stick goes to the province and its answer comes back on the stick: accepted', async () => {
  const sent = await download(office, office.getByRole('button', { name: 'Ghi ra tệp', exact: true }))
  await menu(reviewer, 'Nhận tệp')
  await reviewer.locator('input[type=file]').setInputFiles(sent.file)
  await reviewer.getByText(/Tệp có \d+ mục, 0 mục không nhận được/).waitFor()
  await menu(reviewer, 'Danh sách đã gửi')
  await reviewer.getByRole('checkbox', { name: new RegExp(OFFICE) }).check()
  await reviewer.getByRole('button', { name: 'Chấp nhận 1 mục đã chọn' }).click()
  await reviewer.getByText('Đã quyết định 1 danh sách').waitFor()
  await menu(reviewer, 'Máy kết nối')
  await reviewer.getByText('Tất cả', { exact: true }).click()
  const reply = await download(reviewer, reviewer.getByRole('button', { name: 'Tệp trả lời' }))
  expect(reply.name).toMatch(/^[A-Za-z0-9-]+\.sdl$/)
  await office
    .getByRole('region', { name: /Gửi bằng tệp/ })
    .locator('xpath=following::input[@type="file"] | descendant::input[@type="file"]')
    .first()
    .setInputFiles(reply.file)
  await office.getByText(/^Đã nhận: \d+ phiếu xác nhận/).waitFor()
  await expect
    .poll(() => office.getByRole('region', { name: 'Các lần gửi' }).innerText())
    .toContain('Chấp nhận 22, trả lại 0')
})

it('an office without the app is entered from its Excel, and one workbook holds both offices', async () => {
  await menu(reviewer, 'Cơ quan')
  await reviewer.getByRole('button', { name: BY_MAIL, exact: true }).click()
  await reviewer.getByRole('button', { name: 'Nhập hộ từ Excel' }).click()
  const dialog = reviewer.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(list)
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await dialog.getByText(/^Mới 21, thay đổi 0/).waitFor()
  await dialog.getByRole('button', { name: 'Nhập 21 dòng' }).click()
  await dialog.getByText(/Đã nhập 21 bản ghi/).waitFor()
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await reviewer.getByText('Tỉnh nhập hộ').first().waitFor()
  await menu(reviewer, 'Danh sách đã gửi')
  await reviewer.getByRole('combobox', { name: 'Sổ' }).click()
  await reviewer.getByRole('option', { name: DATABASES }).click()
  const book = await download(reviewer, reviewer.getByRole('button', { name: 'Tải bảng tổng hợp' }))
  const text = JSON.stringify(XLSX.read(readFileSync(book.file)).Sheets)
  for (const part of [OFFICE, BY_MAIL, MENDED]) expect(text).toContain(part)
})
