// The ways back, on the screen: a snapshot restored while open, from the locked screen, and into a folder that has only
// snapshots left; people who leave; a recovery code that is replaced.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

let opened: OpenedPage
let dataDir: string
let recoveryCode: string

async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await opened.core.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  return answer.value as CallOutput<N>
}

async function names(): Promise<string[]> {
  const { rows } = await call('records.window', { register: 'database', offset: 0, limit: 100 })
  return rows.map((row) => String(row.values.name)).sort()
}

const save = (name: string) => call('records.save', { register: 'database', id: null, set: { name } })

async function judge(screen: string): Promise<void> {
  expect(await axeViolations(opened.page), screen).toEqual([])
  expect(opened.errors, screen).toEqual([])
}

beforeAll(async () => {
  const core = await temporaryCore()
  dataDir = core.dataDir
  const made = await core.call('setup.create', { office: OFFICE, userName: 'Hoa', pin: PIN, sample: false })
  if (!made.ok) throw new Error(made.error.code)
  opened = await openPage(core)
  opened.page.setDefaultTimeout(15_000)
  recoveryCode = (made.value as { recoveryCode: string }).recoveryCode
  await save('Sổ thứ hai')
  await call('snapshots.make', {})
  await save('Sổ thứ sáu')
}, 120_000)
afterAll(() => opened?.close())

async function openSettings(tab: string): Promise<void> {
  await opened.page.getByRole('navigation').getByText('Thiết lập').click()
  await opened.page.getByRole('tab', { name: tab }).click()
}

test('a snapshot says why it was made, goes back in one step, and Undo brings the rest again', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await openSettings('Bản sao lưu')
  const asked = page.getByRole('row', { name: /Theo yêu cầu/ })
  await asked.getByRole('button', { name: 'Khôi phục bản này' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Mã PIN').count()).toBe(0)
  await judge('restore while open')
  await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await page.getByText(/Đã khôi phục bản lúc/).waitFor()
  expect(await names()).toEqual(['Sổ thứ hai'])
  await page
    .getByRole('button', { name: /Hoàn tác/ })
    .first()
    .click()
  await expect.poll(names).toEqual(['Sổ thứ hai', 'Sổ thứ sáu'])
})

test('from the locked screen the PIN is asked for, and a wrong one is said in the dialog', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('button', { name: 'Khóa sổ' }).click()
  await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click()
  await page
    .getByRole('row', { name: /Theo yêu cầu/ })
    .getByRole('button', { name: 'Khôi phục bản này' })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=password]').fill('sai-mất-rồi')
  await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await dialog
    .getByRole('alert')
    .getByText(/Mã PIN không đúng/)
    .waitFor()
  await judge('restore while locked')
  await dialog.locator('input[type=password]').fill(PIN)
  await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Khóa sổ' }).waitFor()
  expect(await names()).toEqual(['Sổ thứ hai'])
})

test('a person is taken away after one question; the last one cannot be', { timeout: 60_000 }, async () => {
  const { page } = opened
  await call('session.addUser', { name: 'Lan', pin: 'lan-97531' })
  await openSettings('Người dùng')
  await page.getByRole('button', { name: 'Xóa Lan' }).click()
  await page.getByText('Lan sẽ không mở được sổ nữa', { exact: false }).waitFor()
  await judge('a person leaves')
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa', exact: true }).click()
  await page.getByText('Đã xóa Lan').waitFor()
  expect((await call('app.status', {})).users.map((user) => user.name)).toEqual(['Hoa'])
  expect(await page.getByRole('button', { name: /^Xóa Hoa/ }).count()).toBe(0)
})

test('a new recovery code is shown once the PIN is given, and ends the old sheet', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await openSettings('Phiếu khôi phục')
  await page.getByRole('button', { name: 'Tạo mã khôi phục mới…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=password]').fill(PIN)
  await dialog.getByRole('button', { name: 'Thay mã' }).click()
  const shown = await dialog.locator('.recovery-code').textContent()
  expect(shown).not.toBe(recoveryCode)
  await judge('a new recovery code')
  await page.keyboard.press('Escape')
  expect(await dialog.locator('.recovery-code').isVisible()).toBe(true)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Đóng' }).click()
  expect((await opened.core.call('recovery.sheet', { recoveryCode })).ok).toBe(false)
  recoveryCode = shown ?? ''
})

test('a folder with nothing but snapshots offers them first, and the recovery code opens one', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await call('snapshots.make', {})
  await call('session.lock', {})
  for (const lost of ['store.db', 'store.db-wal', 'store.keys.json', 'store.keys.spare.json', 'keys'])
    rmSync(join(dataDir, lost), { recursive: true, force: true })
  await page.reload()
  await page.getByText('Khôi phục từ bản sao lưu').click()
  await page.getByRole('button', { name: 'Khôi phục bản này' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Mã khôi phục', { exact: true }).click()
  await judge('restore into an empty folder')
  await dialog.getByRole('textbox', { name: 'Mã khôi phục' }).fill(recoveryCode)
  await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Khóa sổ' }).waitFor()
  expect(await names()).toEqual(['Sổ thứ hai'])
})

test('a first run without snapshots offers none', { timeout: 60_000 }, async () => {
  const fresh = await openPage(await temporaryCore())
  await fresh.page.getByText('Thiết lập cho cơ quan').waitFor()
  await fresh.page.waitForTimeout(300)
  expect(await fresh.page.getByText('Khôi phục từ bản sao lưu').count()).toBe(0)
  await fresh.close()
})
