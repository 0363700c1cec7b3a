// Rooms that supply a list, as an officer meets them: nobody yet, workbooks made, returns chosen at once and taken in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

let opened: OpenedPage

beforeAll(async () => {
  const core = await temporaryCore()
  await core.call('setup.create', { office: OFFICE, userName: 'Cán bộ mẫu', pin: PIN, sample: false })
  opened = await openPage(core)
  opened.page.setDefaultTimeout(15_000)
  await opened.page.setViewportSize({ width: 1366, height: 768 })
  await opened.page.getByRole('navigation').waitFor()
}, 120_000)

afterAll(() => opened?.close())

async function judge(screen: string): Promise<void> {
  if (process.env.SHOTS) await opened.page.screenshot({ path: `${process.env.SHOTS}/${screen}.png` })
  expect(await axeViolations(opened.page), screen).toEqual([])
  expect(opened.errors, screen).toEqual([])
}

async function openRooms(): Promise<void> {
  const { page } = opened
  await page.getByRole('navigation').getByText('Nhập từ Excel').click()
  await page.getByRole('button', { name: 'Thu thập từ các phòng, đơn vị' }).click()
  await page.getByRole('heading', { name: 'Thu thập từ các phòng, đơn vị' }).waitFor()
}

test('an office without rooms is told how to add one', { timeout: 60_000 }, async () => {
  await openRooms()
  await opened.page.getByRole('button', { name: 'Thêm phòng, đơn vị' }).waitFor()
  await judge('rooms-none')
})

test('a workbook is made, comes back under another name, and is taken in', { timeout: 60_000 }, async () => {
  const { page, core } = opened
  const set = { name: 'Phòng Kinh tế', level: 'phong', parentName: OFFICE.name }
  await core.call('records.save', { register: 'unit', id: null, set })
  await openRooms()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Làm biểu cho 1 phòng, đơn vị' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^bieu-database-\d{4}-phong-kinh-te\.xlsx$/)
  await page.getByText('Chưa trả lời').waitFor()
  const answer = await core.call('rooms.list', {})
  if (!answer.ok) throw new Error(answer.error.code)
  const [room] = answer.value as { id: string; name: string }[]
  const made = await core.call('rooms.workbooks', {
    register: 'database',
    period: String(new Date().getFullYear()),
    rooms: [room!.id],
    unassigned: false,
  })
  if (!made.ok) throw new Error(made.error.code)
  const book = XLSX.read((made.value as { bytes: Uint8Array }).bytes)
  XLSX.utils.sheet_add_aoa(book.Sheets[book.SheetNames[0]!]!, [[1, 'Hộ kinh doanh']], { origin: 'A2' })
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Chọn các tệp trả lời…' }).click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await chooser).setFiles([
    { name: 'Copy of gui (1).xlsx', mimeType, buffer: bytes },
    { name: 'hong.xlsx', mimeType, buffer: Buffer.from('không phải bảng tính') },
  ])
  await page.getByLabel('Phòng, đơn vị của tệp Copy of gui (1).xlsx').waitFor()
  await page.getByText('1 mới, 0 đổi, 0 như cũ, 0 chờ sửa').waitFor()
  await judge('rooms-returns')
  await page.getByRole('button', { name: 'Nhập 1 tệp' }).click()
  await page.getByText('Đã nhập 1 tệp: 1 bản ghi mới').waitFor()
  await judge('rooms-taken')
})
