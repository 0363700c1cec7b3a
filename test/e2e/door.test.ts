// The app in the browser door, from the first screen on, with the real core, store and page.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DoorApp } from './DoorApp.ts'
import { lock, openRegister, PIN, renameFirstRecord, takeSampleOffice, unlock } from './officeSteps.ts'

const DATABASES = 'Danh mục cơ sở dữ liệu'

let folder: string
let door: DoorApp
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-e2e-'))
  door = await DoorApp.start('--data', folder)
  page = await door.open()
})
afterAll(async () => {
  await door?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every byte that the app has written, as one text to search in. */
function everythingWritten(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('\n')
}

it('takes a first-time officer from the first screen to a sample office with records in every register', async () => {
  const recoveryCode = await takeSampleOffice(page)
  expect(recoveryCode.length).toBeGreaterThan(20)
  await openRegister(page, DATABASES)
  expect(
    Number(await page.getByRole('grid', { name: DATABASES }).getAttribute('aria-rowcount')),
  ).toBeGreaterThan(10)
})

it('keeps an edit when the program is killed right after it was shown as saved', async () => {
  await renameFirstRecord(page, 'Cơ sở dữ liệu đất đai sau khi mất điện')
  await page.getByText(/chưa gửi\)/).waitFor()
  await door.kill('SIGKILL')
  door = await DoorApp.start('--data', folder)
  page = await door.open()
  await unlock(page)
  await openRegister(page, DATABASES)
  await page.getByRole('gridcell', { name: 'Cơ sở dữ liệu đất đai sau khi mất điện', exact: true }).waitFor()
})

it('finds a record typed without marks, and undoes the edit after the restart', async () => {
  await page.getByPlaceholder(/Tìm trong sổ/).fill('dat dai sau khi mat dien')
  await page.getByRole('gridcell', { name: 'Cơ sở dữ liệu đất đai sau khi mất điện', exact: true }).waitFor()
  await page.getByPlaceholder(/Tìm trong sổ/).fill('')
  await page.getByRole('button', { name: /Hoàn tác/ }).click()
  await page
    .getByRole('gridcell', { name: 'Cơ sở dữ liệu đất đai sau khi mất điện', exact: true })
    .waitFor({ state: 'detached' })
})

it('locks, refuses a wrong PIN with a sentence, and opens with the right one', async () => {
  await lock(page)
  await unlock(page, 'sai mã pin')
  await page.getByText('Mã PIN không đúng. Dữ liệu vẫn an toàn.').waitFor()
  await unlock(page, PIN)
  await page.getByRole('button', { name: 'Trang chủ' }).waitFor()
})

it('leaves no name, phone or PIN readable on the disk', () => {
  const written = everythingWritten()
  expect(written.length).toBeGreaterThan(10_000)
  for (const secret of [PIN, 'hộ tịch điện tử', 'Cơ sở dữ liệu']) {
    expect([secret, written.includes(Buffer.from(secret, 'utf8').toString('latin1'))]).toEqual([
      secret,
      false,
    ])
  }
})
