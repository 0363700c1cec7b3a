// The menu's groups, and what a rule works out being taken over in one press, as an officer of a new office meets them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

let opened: OpenedPage

beforeAll(async () => {
  const core = await temporaryCore()
  await core.call('setup.create', { office: OFFICE, userName: 'Cán bộ mẫu', pin: PIN, sample: false })
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

test('seldom registers wait behind one entry while they are empty, and nothing needs scrolling', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  const menu = page.getByRole('navigation')
  await menu.getByRole('region', { name: 'Kiểm tra, báo cáo năm' }).getByText('Kiểm tra dữ liệu').waitFor()
  expect(await menu.getByText('Khó khăn, vướng mắc').count()).toBe(0)
  await page.getByRole('main').getByText('Rà soát văn bản').waitFor()
  expect(await page.getByRole('main').getByText('Khó khăn, vướng mắc').count()).toBe(0)
  const settings = await menu.getByText('Thiết lập').boundingBox()
  expect(settings!.y + settings!.height).toBeLessThan(768)
  await menu.getByRole('button', { name: 'Thêm sổ khác' }).click()
  await judge('menu')
  await menu.getByText('Khó khăn, vướng mắc').click()
  await page.getByRole('heading', { name: 'Khó khăn, vướng mắc' }).waitFor()
})

test('the day an answer is due is worked out, taken over in one press, and the register stays in the menu', {
  timeout: 60_000,
}, async () => {
  const { page, core } = opened
  const made = await core.call('records.save', {
    register: 'obstacle',
    id: null,
    set: { description: 'Không tra cứu được hộ tịch', level: 'co_quan_cung_cap', receivedAt1: '2030-03-04' },
  })
  if (!made.ok) throw new Error(made.error.code)
  await page.getByText('Không tra cứu được hộ tịch').first().waitFor()
  await page.getByText('Không tra cứu được hộ tịch').first().dblclick()
  await page.getByRole('button', { name: 'Lấy giá trị này – Hạn trả lời: 13/03/2030' }).click()
  const stored = async () => {
    const answer = await core.call('records.window', { register: 'obstacle', offset: 0, limit: 1 })
    return answer.ok ? (answer.value as CallOutput<'records.window'>).rows[0]?.values.dueAt : null
  }
  await expect.poll(stored, { timeout: 10_000 }).toBe('2030-03-13')
  await judge('taken over')
  const menu = page.getByRole('navigation')
  await menu.getByText('Trang chủ').click()
  await menu.getByRole('region', { name: 'Nhiệm vụ, rà soát' }).getByText('Khó khăn, vướng mắc').waitFor()
})
