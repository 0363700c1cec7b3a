// What an officer does, in real Chromium on the real core: set-up, typing, pasting, filling, undoing, the form, import,
// sending, locking. Each screen is judged by axe as it is met.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

const PIN = 'trâu ăn cỏ bờ đê'
let opened: OpenedPage
let dataDir: string
let recoveryCode = ''

beforeAll(async () => {
  const core = await temporaryCore()
  dataDir = core.dataDir
  opened = await openPage(core)
  opened.page.setDefaultTimeout(15_000)
}, 120_000)

afterAll(() => opened?.close())

async function judge(screen: string): Promise<void> {
  const violations = await axeViolations(opened.page)
  expect(violations, screen).toEqual([])
  expect(opened.errors, screen).toEqual([])
}

async function databases(): Promise<CallOutput<'records.window'>> {
  const answer = await opened.core.call('records.window', { register: 'database', offset: 0, limit: 100 })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value as CallOutput<'records.window'>
}

/** Waits until what the store holds is as said. */
async function stored(check: (window: CallOutput<'records.window'>) => boolean): Promise<void> {
  await expect.poll(async () => check(await databases()), { timeout: 10_000 }).toBe(true)
}

test('a first run sets up an office by its unit, a PIN and the recovery sheet', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByText('Thiết lập cho cơ quan').waitFor()
  await judge('first run')
  await page.getByText('Thiết lập cho cơ quan').click()
  await page.getByLabel('Tìm tên cơ quan').fill('phuong tan giang')
  await page.locator('.pick').first().click()
  await judge('office')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Họ và tên của bạn').fill('Trần Văn Thử')
  await page.locator('input[type=password]').nth(0).fill(PIN)
  await page.locator('input[type=password]').nth(1).fill(PIN)
  await judge('person')
  await page.getByRole('button', { name: 'Tạo sổ' }).click()
  await page.getByText('Cất mã khôi phục').waitFor()
  // The store is open by now and says so; the code, shown once, must not be swept away by that.
  await page.waitForTimeout(500)
  await judge('recovery sheet')
  recoveryCode = (await page.locator('.recovery-code').textContent()) ?? ''
  expect(recoveryCode).toMatch(/^[0-9A-Z-]{20,}$/)
  await expect(page.getByRole('button', { name: 'Bắt đầu làm việc' }).isDisabled()).resolves.toBe(true)
  await page.getByLabel(/Tôi đã in/).check()
  await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click()
  await page.getByRole('heading', { name: /Việc của kỳ/ }).waitFor()
  await judge('home')
})

test('typing into the blank line makes a record, Tab goes on, an allowed value is chosen by its first letters', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Danh mục cơ sở dữ liệu').click()
  await page.getByText('Sổ chưa có bản ghi nào').waitFor()
  await page.keyboard.type('CSDL đất đai')
  await page.keyboard.press('Tab')
  await stored((window) => window.rows[0]?.values.name === 'CSDL đất đai')
  await page.getByRole('rowheader', { name: /^1/ }).waitFor()
  await page.keyboard.type('van')
  await page.keyboard.press('Tab')
  await stored((window) => window.rows[0]?.values.officeRole === 'van_hanh')
  await judge('grid')
})

test('a block from Excel is pasted past the end; a cell that is not understood is told and the rest is kept', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  const block =
    'CSDL A\tChủ quản\tCSDL quốc gia\r\nCSDL B\tLung tung\tChuyên ngành\r\nCSDL C\tVận hành\t"Chuyên\nngành"\r\n'
  await page.evaluate((text) => navigator.clipboard.writeText(text), block)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+v')
  await page.getByText('1 ô chưa nhận được').waitFor()
  await page.getByRole('cell', { name: 'Lung tung' }).waitFor()
  await judge('cells not taken')
  await page.keyboard.press('Escape')
  await stored((window) => window.total === 4 && window.rows[2]?.values.name === 'CSDL B')
})

test('fill down, undo and redo by keyboard; a copied block is what Excel reads', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  const roles = async () => (await databases()).rows.map((row) => row.values.officeRole ?? null)
  const before = await roles()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect.poll(roles).toEqual(['van_hanh', 'van_hanh', 'van_hanh', 'van_hanh'])
  await page.keyboard.press('Control+z')
  await expect.poll(roles).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect.poll(roles).toEqual(['van_hanh', 'van_hanh', 'van_hanh', 'van_hanh'])
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Control+c')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('CSDL đất đai\tVận hành\r\nCSDL A\tVận hành\r\nCSDL B\tVận hành\r\nCSDL C\tVận hành')
})

test('search as typed finds without marks, and a filter narrows the list', { timeout: 60_000 }, async () => {
  const { page } = opened
  await page.getByRole('textbox', { name: /Tìm trong sổ/ }).fill('dat dai')
  await page.getByText('Tìm thấy 1 bản ghi').waitFor()
  await page.getByRole('textbox', { name: /Tìm trong sổ/ }).fill('')
  await page.getByRole('button', { name: 'Lọc cột Loại cơ sở dữ liệu' }).click()
  await page.getByLabel('Đang trống').check()
  await judge('filter')
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByText('Tìm thấy 1 bản ghi').waitFor()
  await page.getByRole('button', { name: /^Bỏ lọc:/ }).click()
  await page.getByText('4 bản ghi').first().waitFor()
})

test('the form saves each field as it is left, and each problem leads to its field', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'CSDL đất đai' }).waitFor()
  await page.getByLabel('Mục đích').fill('Quản lý đất đai của xã')
  await page.keyboard.press('Tab')
  const left = Date.now()
  await stored((window) => window.rows[0]?.values.purpose === 'Quản lý đất đai của xã')
  console.log(`form: a field was stored ${Date.now() - left} ms after it was left`)
  await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
  await page.getByRole('button', { name: /Chưa ghi “Trạng thái”/ }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-status')
  await page.getByText('Căn cứ:').waitFor()
  await judge('form')
})

test('an agency of the shipped list is picked by what tells it apart, and saved under its own name', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  const owner = page.locator('#field-dbOwner')
  await owner.fill('so tu phap')
  const option = page.getByRole('option', { name: /^Sở Tư pháp \(Ủy ban nhân dân / }).first()
  await option.click()
  const saved = () =>
    databases().then(({ rows }) => rows[0]?.values.dbOwner as { text: string; id: string } | null)
  await expect.poll(saved).toMatchObject({ text: 'Sở Tư pháp', id: expect.not.stringMatching(/^shipped:/) })
  await page.keyboard.press('Tab')
  await expect.poll(() => owner.inputValue()).toBe('Sở Tư pháp')
  await expect.poll(saved).toMatchObject({ text: 'Sở Tư pháp', id: expect.any(String) })
})

test('data items are a grid of letters, and the history tells who changed what', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('button', { name: /^Thêm một hạng mục chung/ }).click()
  await page.getByRole('rowheader', { name: 'Toàn bộ dữ liệu của cơ sở dữ liệu' }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('rowheader', { name: 'Toàn bộ dữ liệu' }).waitFor({ state: 'detached' })
  await page.getByPlaceholder('Tên hạng mục mới').fill('Thửa đất')
  await page.keyboard.press('Enter')
  await page.locator('[data-matrix="data-item.0.0"]').focus()
  await page.keyboard.press('d')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('y')
  await page.getByRole('button', { name: /Thửa đất, .*Chia sẻ theo yêu cầu đặc thù$/ }).waitFor()
  await judge('matrix')
  await page.getByRole('tab', { name: 'Lịch sử' }).click()
  await page.getByText('Mục đích: “Quản lý đất đai của xã”').waitFor()
  await judge('history')
})

test('a workbook comes in as a diff; bad rows are parked, mended in place and taken in', {
  timeout: 90_000,
}, async () => {
  const { page } = opened
  const sheet = XLSX.utils.aoa_to_sheet([
    ['ỦY BAN NHÂN DÂN PHƯỜNG TÂN GIANG'],
    ['DANH MỤC CƠ SỞ DỮ LIỆU'],
    ['STT', 'Tên cơ sở dữ liệu', 'Mục đích', 'Loại cơ sở dữ liệu'],
    [1, 'CSDL hộ tịch điện tử', 'Quản lý hộ tịch', 'CSDL quốc gia'],
    [2, 'CSDL bảo trợ', 'Chi trả', 'Lạ lùng'],
  ])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Danh mục')
  const file = join(dataDir, 'danh-muc.xlsx')
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  await page.getByRole('navigation').getByText('Nhập từ Excel').click()
  await page.getByText('Chọn tệp…').waitFor()
  await judge('import')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('Cột trong tệp').waitFor()
  await judge('columns')
  await page.getByRole('button', { name: 'Xem trước', exact: true }).click()
  await page.getByText('Cần sửa (1)').click()
  await page.getByText('CSDL bảo trợ').waitFor()
  await judge('preview')
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).click()
  await page.getByText(/^Đã nhập: 1 mới/).waitFor()
  await judge('result')
  await page.getByRole('tab', { name: 'Chờ sửa' }).click()
  await page.getByRole('textbox', { name: 'Tên cơ sở dữ liệu' }).waitFor()
  await judge('parked')
  await page.getByRole('button', { name: 'Nhận vào sổ' }).click()
  await page.getByText('Không có dòng nào chờ sửa').waitFor()
  await stored((window) => window.total === 6)
})

test('a list is sent, its state stands in the officer’s words, and technical details lie one click down', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Gửi tỉnh').click()
  await page.getByText(/6 bản ghi sẽ được chốt/).waitFor()
  await judge('send')
  await page.getByRole('button', { name: 'Gửi danh sách này cho tỉnh' }).click()
  await page.getByRole('list', { name: 'Trạng thái' }).first().waitFor()
  await page.getByRole('button', { name: 'Chi tiết kỹ thuật' }).click()
  await page.getByText('Niêm phong dùng để xác thực').waitFor()
  await judge('sent')
  expect(await page.getByText(/ký số/).count()).toBe(0)
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Gửi và nhận/ })
    .click()
  await page.getByText('Lần khớp gần nhất').waitFor()
  await judge('sync')
  await page.keyboard.press('Escape')
})

test('settings, attention and the catalogue stand up to axe too', { timeout: 60_000 }, async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Việc cần xem').click()
  await page.getByText('Không có ý kiến nào chưa trả lời').waitFor()
  await judge('attention')
  await page.getByRole('navigation').getByText('Thiết lập').click()
  for (const tab of ['Cơ quan', 'Người dùng', 'Bản sao lưu', 'Phiếu khôi phục', 'Ngôn ngữ']) {
    await page.getByRole('tab', { name: tab }).click()
    await page.waitForTimeout(150)
    await judge(tab)
  }
  await page.getByRole('navigation').getByText('Danh mục cơ sở dữ liệu').click()
  await page.getByRole('button', { name: 'Chọn hệ thống đang dùng…' }).click()
  await page.locator('.catalogue input').first().waitFor()
  await judge('catalogue')
  await page.keyboard.press('Escape')
})

test('the window speaks English at a switch', { timeout: 30_000 }, async () => {
  const { page } = opened
  await page.getByRole('banner').getByText('EN', { exact: true }).click()
  await page.getByRole('navigation').getByText('Home').waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByRole('banner').getByText('VI', { exact: true }).click()
})

test('a locked store opens for the right PIN only, and says so calmly for a wrong one', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('button', { name: 'Khóa sổ' }).click()
  await page.getByRole('heading', { name: 'Mở sổ' }).waitFor()
  await page.locator('input[type=password]').fill('sai rồi 123')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await judge('wrong PIN')
  await page.locator('input[type=password]').fill(PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Việc của kỳ|Danh mục cơ sở dữ liệu/ }).waitFor()
})

test('a forgotten PIN is replaced by the recovery sheet, and snapshots are listed before opening', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('button', { name: 'Khóa sổ' }).click()
  await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click()
  await page.getByRole('button', { name: 'Khôi phục bản này' }).first().waitFor()
  await judge('snapshots before opening')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('button', { name: /Quên PIN/ }).click()
  await judge('recovery')
  await page.getByLabel('Mã khôi phục').fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
  await page.locator('input[type=password]').nth(0).fill('PIN mới của tôi')
  await page.locator('input[type=password]').nth(1).fill('PIN mới của tôi')
  await page.getByRole('button', { name: 'Mở bằng phiếu khôi phục' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Khóa sổ' }).waitFor()
})
