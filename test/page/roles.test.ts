// Roles in real Chromium: a viewer's page offers nothing it may not do, and gets nothing written when it tries; the officer
// in charge gives roles by keyboard.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

const OTHER = 'xem-97531'
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

const users = async () => {
  const answer = await opened.core.call('app.status', {})
  if (!answer.ok) throw new Error(answer.error.code)
  return (answer.value as CallOutput<'app.status'>).users
}

test('the officer in charge adds a colleague with a role, and changes it by keyboard', {
  timeout: 60_000,
}, async () => {
  const { page, core } = opened
  const added = await core.call('session.addUser', { name: 'Lê Thị Xem', pin: OTHER, role: 'leader' })
  expect(added.ok).toBe(true)
  await page.getByRole('navigation').getByText('Thiết lập').click()
  await page.getByRole('tab', { name: 'Người dùng' }).click()
  const role = page.getByLabel('Vai trò của Lê Thị Xem')
  await role.waitFor()
  await judge('people-roles')
  await role.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await users()).map((user) => user.role)).toEqual(['manager', 'viewer'])
  await page.getByLabel('Vai trò của Cán bộ mẫu').selectOption('editor')
  await page.getByText(/cán bộ đầu mối duy nhất/).waitFor()
  expect((await users()).map((user) => user.role)).toEqual(['manager', 'viewer'])
})

test('a viewer is offered no change, and their page can write none', { timeout: 60_000 }, async () => {
  const { page, core } = opened
  const viewer = (await users()).find((user) => user.role === 'viewer')!
  await core.call('session.lock', {})
  await core.call('session.unlock', { userId: viewer.id, pin: OTHER })
  await page.reload()
  const menu = page.getByRole('navigation')
  await menu.getByText('Trang chủ').waitFor()
  expect(await menu.getByText('Nhập từ Excel').count()).toBe(0)
  await menu.getByText('Thiết lập').click()
  await page.getByText('là việc của cán bộ đầu mối').waitFor()
  expect(await page.getByRole('tab', { name: 'Phiếu khôi phục' }).count()).toBe(0)
  await judge('people-viewer')
  await menu
    .getByRole('button', { name: /cơ sở dữ liệu/i })
    .first()
    .click()
  await page.getByRole('grid').waitFor()
  expect(await page.getByRole('button', { name: 'Thêm', exact: false }).count()).toBe(0)
  await judge('grid-viewer')
  // What a bent page would send, through the same door with the same token.
  const denied = await page.evaluate(async () => {
    const response = await fetch('/rpc/records.save', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-sdl-token': sessionStorage.getItem('sdl-token') ?? '',
      },
      body: JSON.stringify({ register: 'unit', id: null, set: { name: 'Ghi lén' } }),
    })
    return response.text()
  })
  expect(denied).toContain('needs-editor')
})
