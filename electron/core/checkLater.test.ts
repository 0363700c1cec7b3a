import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { STORE_FILE } from '../../db/restore.ts'
import { OfficeCore } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore
beforeEach(async () => {
  office = await OfficeCore.create()
})
afterEach(() => office.remove())

/** Enough long texts for a file beyond what is checked before the first screen. */
async function fill(): Promise<void> {
  const purpose = 'Phục vụ giải quyết thủ tục hành chính trên địa bàn xã. '.repeat(60)
  const edits = Array.from({ length: 3_000 }, (_, i) => ({ id: null, set: { name: `Sổ ${i}`, purpose } }))
  await office.call('records.saveMany', { register: 'database', label: 'Mẫu', edits })
}

test('a large store opens before it is checked, and damage is told soon after', {
  timeout: 60_000,
}, async () => {
  await fill()
  await office.core.close()
  const file = join(office.dir, STORE_FILE)
  const { size } = statSync(file)
  expect(size).toBeGreaterThan(16 * 1024 * 1024)
  const disk = openSync(file, 'r+')
  // Leaves of the middle of the file: nothing that opening reads.
  for (let at = 0.3; at < 0.7; at += 0.02)
    writeSync(disk, Buffer.alloc(4_096, 7), 0, 4_096, Math.floor((size * at) / 4_096) * 4_096)
  closeSync(disk)
  office.core = OfficeCore.at(office.dir).core
  await office.unlock()
  expect((await office.call('app.status', {})).phase).toBe('open')
  await expect
    .poll(async () => (await office.call('app.status', {})).phase, { timeout: 30_000, interval: 200 })
    .toBe('damaged')
  expect((await office.call('app.status', {})).damage).toBe('store-damaged')
})

test('a sound large store stays open', { timeout: 60_000 }, async () => {
  await fill()
  await office.restart()
  await new Promise((resolve) => setTimeout(resolve, 9_000))
  expect((await office.call('app.status', {})).phase).toBe('open')
})
