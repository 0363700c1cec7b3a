import { fork } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Connection } from './Connection.ts'
import { deviceKeys, freshFolder, meta, newOffice, registers, reopen } from './officeFixture.ts'
import { createStore, openStore } from './open.ts'
import { STORE_FILE } from './restore.ts'

function filled(rows = 50) {
  const o = newOffice()
  const edits = Array.from({ length: rows }, (_, i) => ({
    id: null,
    register: 'database',
    set: { name: `Cơ sở dữ liệu ${i}`, purpose: 'Mục đích '.repeat(30) },
  }))
  o.store.commit(edits, meta('import'))
  return o
}

test('every connection is encrypted, durable and defensive', () => {
  const o = filled(1)
  o.store.close()
  const c = new Connection({ file: join(o.dir, STORE_FILE), key: o.key })
  const pragma = (name: string) => c.driver.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
  expect(pragma('cell_size_check')).toBe(1)
  expect(pragma('temp_store')).toBe(2)
  expect(pragma('locking_mode')).toBe('exclusive')
  expect(() => c.exec(`PRAGMA writable_schema=ON; DELETE FROM sqlite_schema`)).toThrow()
  expect(() => c.exec('UPDATE change_log SET actor = 1')).toThrow('append-only')
  expect(() => c.exec('DELETE FROM change_log')).toThrow('append-only')
  c.close()
})

test('a store is never made over another, and a missing one is said to be missing', () => {
  const o = filled(1)
  const again = createStore({ dir: o.dir, key: o.key, registers, device: deviceKeys() })
  expect(again).toEqual({ ok: false, error: { code: 'store-exists' } })
  expect(o.store.count('database')).toBe(1)
  o.store.close()
  expect(openStore({ dir: freshFolder(), key: o.key, registers })).toEqual({
    ok: false,
    error: { code: 'store-missing' },
  })
})

test('a wrong key is refused as that, and the file is as it was', () => {
  const o = filled()
  o.store.close()
  const before = readFileSync(join(o.dir, STORE_FILE))
  const opened = openStore({ dir: o.dir, key: new Uint8Array(32).fill(9), registers })
  expect(opened).toEqual({ ok: false, error: { code: 'wrong-key' } })
  expect(readFileSync(join(o.dir, STORE_FILE)).equals(before)).toBe(true)
})

test('a second process is refused and told who has the store; when the first is killed it opens', async () => {
  const o = filled()
  o.store.close()
  const child = fork(join(import.meta.dirname, 'holdStore.child.ts'), [], { execArgv: [], silent: true })
  child.send({ dir: o.dir, key: [...o.key] })
  await new Promise((resolve) => child.once('message', resolve))
  const refused = openStore({ dir: o.dir, key: o.key, registers })
  expect(refused).toMatchObject({ ok: false, error: { code: 'store-in-use', pid: child.pid } })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  const opened = openStore({ dir: o.dir, key: o.key, registers })
  expect(opened.ok && opened.value.count('database')).toBe(50)
  if (opened.ok) opened.value.close()
})

test('a truncated file and a flipped bit anywhere are found at start', () => {
  const o = filled(200)
  o.store.close()
  const file = join(o.dir, STORE_FILE)
  const sound = readFileSync(file)
  // Of the header, the page size alone stands there in plain: bytes 16 and 17.
  const page = sound.readUInt16BE(16)
  const damaged = (harm: () => void) => {
    writeFileSync(file, sound)
    harm()
    const opened = openStore({ dir: o.dir, key: o.key, registers })
    if (opened.ok) opened.value.close()
    return opened.ok ? 'opened' : opened.error.code
  }
  expect(damaged(() => truncateSync(file, sound.length - page * 3))).toBe('store-damaged')
  expect(damaged(() => truncateSync(file, 5_000))).toMatch(/store-damaged|wrong-key/)
  for (let number = 1; number < sound.length / page; number += 4) {
    const flip = () => {
      const fd = openSync(file, 'r+')
      const at = number * page + 1000
      writeSync(fd, Uint8Array.of(sound[at]! ^ 1), 0, 1, at)
      closeSync(fd)
    }
    expect(damaged(flip), `page ${number}`).toBe('store-damaged')
  }
  writeFileSync(file, sound)
  expect(reopen({ ...o }).count('database')).toBe(200)
})

test('values that matter are nowhere in plain bytes, in no file of the store', () => {
  const canaries = Array.from({ length: 100 }, (_, i) => `chim-hoang-yen-${i}-0912345678`)
  const o = newOffice()
  const edits = canaries.map((text) => ({
    id: null,
    register: 'database',
    set: { name: text, purpose: text },
  }))
  const { ids } = o.store.commit(edits, meta('import'))
  o.store.snapshot('hourly')
  o.store.commit([{ id: ids[0]!, register: 'database', set: { name: `${canaries[0]}-bis` } }], meta())
  const files = readdirSync(o.dir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  expect(files.map((f) => f.name)).toEqual(expect.arrayContaining(['store.db', 'store.db-wal']))
  // A copy is read: closing a second handle of the live file would drop this process's lock on it.
  const folder = freshFolder()
  for (const f of files) {
    const copy = join(folder, f.name)
    copyFileSync(join(f.parentPath, f.name), copy)
    const bytes = readFileSync(copy)
    for (const text of ['chim-hoang-yen', 'AGE-SECRET-KEY', 'CREATE TABLE']) {
      expect(bytes.includes(text), `${text} in ${f.name}`).toBe(false)
      expect(bytes.includes(Buffer.from(text, 'utf16le')), `${text} in ${f.name}`).toBe(false)
    }
  }
  o.store.close()
})

test('a full disk refuses the save, says so, and leaves everything before it whole', () => {
  const o = filled(20)
  const pages = new Array(300).fill('Đầy đĩa '.repeat(2_000))
  o.store.close()
  const opened = openStore({ dir: o.dir, key: o.key, registers, maxPages: 200 })
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  const edits = pages.map((purpose) => ({ id: null, register: 'database', set: { name: 'X', purpose } }))
  expect(() => store.commit(edits, meta('import'))).toThrow(
    expect.objectContaining({ refusal: { code: 'disk-full' } }),
  )
  expect(store.count('database')).toBe(20)
  expect(store.lastSeq()).toBe(20)
  expect(store.quickCheck()).toEqual([])
  store.close()
  o.store = store
  expect(reopen(o).count('database')).toBe(20)
  o.store.close()
})
