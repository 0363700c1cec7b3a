// `npm start` where Electron cannot be had: what the person at the terminal sees.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DoorApp } from './DoorApp.ts'

let folder: string
let doors: DoorApp[]

beforeEach(() => {
  doors = []
  folder = mkdtempSync(join(tmpdir(), 'sdl-start-'))
})
afterEach(async () => {
  for (const door of doors) await door.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(...args: string[]): Promise<DoorApp> {
  const door = await DoorApp.start('--data', folder, ...args)
  doors.push(door)
  return door
}

it('prints the address, shows the first screen there, and closes cleanly on Ctrl+C', async () => {
  const door = await start()
  const page = await door.open()
  await page.getByText('Dùng thử với dữ liệu mẫu').waitFor()
  expect(new URL(page.url()).hash).toBe('')
  const { code, output } = await door.kill('SIGINT')
  expect(code).toBe(0)
  expect(output).toContain('Đã dừng')
})

it('closes the door when the program that started it was killed', async () => {
  const door = await start()
  const page = await door.open()
  await page.getByText('Dùng thử với dữ liệu mẫu').waitFor()
  await door.kill('SIGKILL')
  const isServed = (): Promise<boolean> =>
    fetch(door.address).then(
      () => true,
      () => false,
    )
  await expect.poll(isServed, { timeout: 5_000 }).toBe(false)
})

it('refuses an address of an earlier run, and a second browser', async () => {
  const earlier = await start()
  const token = new URL(earlier.address).hash
  await earlier.kill('SIGTERM')
  const door = await start()
  const status = (address: string) =>
    door.open(address).then((page) =>
      page.evaluate(async () => {
        const headers = {
          'content-type': 'application/json',
          'x-sdl-token': sessionStorage.getItem('sdl-token') ?? '',
        }
        const reply = await fetch('/rpc/app.status', { method: 'POST', headers, body: '{}' })
        return [reply.status, ((await reply.json()) as { error?: { code: string } }).error?.code]
      }),
    )
  expect(await status(door.address.replace(/#.*/, token))).toEqual([401, 'door-token'])
  expect(await status(door.address)).toEqual([200, undefined])
  expect(await status(door.address)).toEqual([401, 'door-used'])
})

it('says what to do about a port that is taken, forbidden or no number', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  )
  const taken = await DoorApp.fail('--data', folder, '--port', String(port))
  other.close()
  expect(taken.code).toBe(1)
  expect(taken.output).toContain(`Cổng ${port} đang có chương trình khác dùng`)
  const wrong = await DoorApp.fail('--data', folder, '--port', 'abc')
  expect(wrong.code).toBe(2)
  expect(wrong.output).toContain('--port')
})

it('serves nothing when the data folder cannot be made, and says why', async () => {
  const file = join(folder, 'tệp')
  writeFileSync(file, '')
  const refused = await DoorApp.fail('--data', join(file, 'sổ'))
  expect(refused.code).toBe(1)
  expect(refused.output).toContain('là một tệp hoặc nằm dưới một tệp')
  expect(refused.output).not.toContain('http://')
  if (process.platform !== 'linux') return
  // Where the system denies that a parent exists, making folders must still come to an end.
  const proc = await DoorApp.fail('--data', '/proc/nope')
  expect(proc.output).toContain('Không tạo được thư mục dữ liệu /proc/nope')
})
