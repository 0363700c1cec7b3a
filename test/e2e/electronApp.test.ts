// The whole app as Electron runs it: bundled main process, preload, core process and page. On the stand-in always; on the
// real program where it has been fetched, and named as not run where it has not.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StandInApp } from '../electron/StandInApp.ts'
import { lock, openRegister, renameFirstRecord, takeSampleOffice, unlock } from './officeSteps.ts'

const root = join(import.meta.dirname, '..', '..')
const DATABASES = 'Danh mục cơ sở dữ liệu'

/** Electron's program, if it is on this machine; importing the package itself would start a download. */
function electronProgram(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const program = join(folder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(program) ? program : null
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-app-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('on the stand-in', () => {
  let app: StandInApp
  const start = (): Promise<StandInApp> => {
    const saveDir = join(folder, 'documents')
    mkdirSync(saveDir, { recursive: true })
    return StandInApp.start({ appFolder: root, dataDir: join(folder, 'data'), saveDir })
  }
  afterAll(async () => {
    await app?.close()
  })

  it('takes an officer from the first screen to an edit that outlives a restart', async () => {
    app = await start()
    await takeSampleOffice(app.page)
    await openRegister(app.page, DATABASES)
    await renameFirstRecord(app.page, 'Cơ sở dữ liệu hồ sơ một cửa')
    expect(await app.close()).toBe(0)
    app = await start()
    await unlock(app.page)
    await openRegister(app.page, DATABASES)
    await app.page.getByRole('gridcell', { name: 'Cơ sở dữ liệu hồ sơ một cửa', exact: true }).waitFor()
  })

  it('keeps the machine’s key with the operating system, and says nothing of a weaker one', async () => {
    expect(existsSync(join(folder, 'data', 'keys-os'))).toBe(true)
    expect(existsSync(join(folder, 'data', 'keys'))).toBe(false)
  })

  it('reads a workbook in a process that main starts for the core', async () => {
    const csv = 'Tên cơ sở dữ liệu,Mục đích\nCơ sở dữ liệu chợ,Quản lý hộ kinh doanh\n'
    const opened = await app.page.evaluate(async (text) => {
      const { sdl } = window as unknown as { sdl: { call(name: string, input: unknown): Promise<unknown> } }
      return sdl.call('import.open', {
        register: 'database',
        name: 'cho.csv',
        bytes: new TextEncoder().encode(text),
      })
    }, csv)
    expect(opened).toMatchObject({ ok: true, value: { sheets: [{ headerRows: [1, 1], rowCount: 1 }] } })
  })

  it('shows the PIN screen when the PC is locked', async () => {
    await app.ask('power', 'lock-screen')
    await app.page.getByRole('textbox', { name: /PIN/ }).waitFor()
    await unlock(app.page)
    await app.page.getByRole('button', { name: 'Trang chủ' }).waitFor()
  })
})

const program = electronProgram()
if (program === null) console.log('not run: real Electron (its program is not on this machine)')

describe.skipIf(program === null)('on real Electron (needs its program)', () => {
  let app: ElectronApplication
  afterAll(async () => {
    await app?.close()
  })

  it('takes an officer from the first screen to an edit, and locks', async () => {
    const args = ['--no-sandbox', root, '--data', join(folder, 'real')]
    app = await _electron.launch({ executablePath: program ?? '', args })
    const page = await app.firstWindow()
    expect(await page.evaluate(() => ['require', 'process'].filter((name) => name in window))).toEqual([])
    await takeSampleOffice(page)
    await openRegister(page, DATABASES)
    await renameFirstRecord(page, 'Cơ sở dữ liệu hồ sơ một cửa')
    await lock(page)
  })
})
