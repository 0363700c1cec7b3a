// The plan and the law of a period, as an officer sets them in real Chromium; judged by axe.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

let opened: OpenedPage

beforeAll(async () => {
  const core = await temporaryCore()
  const office = { ...OFFICE, name: 'Sở Mẫu', level: 'so_nganh' as const, plan: 'tuyen-quang-2022' }
  await core.call('setup.create', { office, userName: 'Cán bộ mẫu', pin: PIN, sample: true })
  // The sample brings an office of its own.
  await core.call('office.save', office)
  opened = await openPage(core)
  opened.page.setDefaultTimeout(15_000)
  await opened.page.getByRole('navigation').waitFor()
}, 120_000)

afterAll(() => opened?.close())

test('shows what the plan asks, takes its tasks once, and leads to what a change of law leaves to do', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Thiết lập').click()
  await page.getByRole('tab', { name: 'Kế hoạch, căn cứ' }).click()
  await page.getByRole('row', { name: /đầu mối.*Phải làm.*trước ngày 30\/4\/2022/ }).waitFor()
  await page.getByRole('row', { name: /Phấn đấu.*Quý III\/2022/ }).waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/plans.png` })
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Lấy nhiệm vụ từ kế hoạch' }).click()
  await page.getByText('sổ đã có 2.').waitFor()
  expect(await page.getByRole('button', { name: 'Lấy nhiệm vụ từ kế hoạch' }).isDisabled()).toBe(true)
  if (process.env.SHOTS) {
    await page.getByRole('heading', { name: 'Chuyển bộ căn cứ: việc cần làm lại' }).scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${process.env.SHOTS}/plans-switch.png` })
  }
  await page.getByLabel('Kỳ', { exact: true }).selectOption('2024')
  await page.getByText(/Đang áp dụng: .*Theo Nghị định 47\/2020/).waitFor()
  await page
    .getByRole('button', { name: /^Mở \d+ bản ghi: / })
    .first()
    .click()
  await page.getByRole('grid').waitFor()
  expect(opened.errors).toEqual([])
})
