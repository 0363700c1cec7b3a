// The province's console in a real browser, signed in as its administrator.
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumPath } from '../chromiumPath.ts'
import { axeViolations } from '../page/openPage.ts'
import { ProvinceServer } from './ProvinceServer.ts'

const PASSWORD = 'đồng lúa chín vàng 2026'
/** Screens are kept as pictures there when a person wants to look. */
const LOOK = process.env.SDL_LOOK

export class ConsoleBrowser {
  readonly page: Page
  readonly #browser: Browser
  readonly #server: ProvinceServer

  private constructor(page: Page, browser: Browser, server: ProvinceServer) {
    this.page = page
    this.#browser = browser
    this.#server = server
  }

  static async start(): Promise<ConsoleBrowser> {
    const server = await ProvinceServer.start('Tỉnh Mẫu')
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    })
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(server.address)
    await page.getByLabel('Tên đăng nhập').fill('quantri')
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(server.password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('textbox', { name: 'Mật khẩu hiện tại' }).fill(server.password)
    await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill(PASSWORD)
    await page.getByRole('textbox', { name: 'Nhập lại mật khẩu mới' }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await page.getByRole('navigation').waitFor()
    return new ConsoleBrowser(page, browser, server)
  }

  menu(name: string): Promise<void> {
    return this.page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  }

  /** The screen as it stands has no accessibility violation. */
  async looked(name: string): Promise<void> {
    // Mantine's dialogs fade in: half-drawn text has no contrast yet.
    await this.page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
    if (LOOK) await this.page.screenshot({ path: join(LOOK, `${name}.png`) })
    expect(await axeViolations(this.page), name).toEqual([])
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#server.close()
  }
}
