import { fork } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Connection, PAGE_BYTES } from './Connection.ts'
import { createKeyFile, KEY_FILE, unlock } from './keys.ts'
import type { SnapshotInfo } from './OfficeStore.ts'
import {
  deviceKeys,
  freshFolder,
  memoryKeystore,
  meta,
  newOffice,
  type Office,
  registers,
  reopen,
} from './officeFixture.ts'
import { openStore } from './open.ts'
import { finishRestore, restoreSnapshot, STORE_FILE } from './restore.ts'
import { listSnapshots, snapshotFolder, snapshotsToKeep } from './snapshots.ts'

const add = (o: Office, name: string) =>
  o.store.commit([{ id: null, register: 'database', set: { name } }], meta()).ids[0]!
const names = (o: Office) => o.store.all('database').map((r) => r.values.name)

/** Ruins pages of the closed file: its contents can no longer be authenticated. */
function ruin(o: Office, pages: readonly number[]): void {
  o.store.close()
  const fd = openSync(join(o.dir, STORE_FILE), 'r+')
  for (const page of pages) writeSync(fd, new Uint8Array(64).fill(1), 0, 64, page * PAGE_BYTES + 200)
  closeSync(fd)
}

test('a snapshot is listed without a key, verified, and holds the store as it was', () => {
  const o = newOffice()
  add(o, 'Một')
  const made = o.store.snapshot('before-import')
  expect(made).toMatchObject({ reason: 'before-import', verified: true })
  add(o, 'Hai')
  expect(listSnapshots(o.dir)).toEqual([made])
  expect(readdirSync(snapshotFolder(o.dir)).filter((f) => f.startsWith('tmp-'))).toEqual([])
  expect(() => o.store.transaction(() => o.store.snapshot('hourly'))).toThrow('inside a transaction')
  o.store.close()
})

test('after damage the last good snapshot comes back with everything that was saved since', () => {
  const o = newOffice()
  add(o, 'Trước')
  const bad = o.store.snapshot('hourly')
  o.store.snapshot('hourly')
  const id = add(o, 'Sau')
  o.store.commit([{ id, register: 'database', set: { name: 'Sau, đã sửa' } }], meta())
  o.store.setSetting('office', { name: 'UBND xã' })
  // Only the register's table is ruined: the log can still be read.
  const page = pageOf(o, 'r_database')
  ruin(o, [page])
  expect(openStore({ dir: o.dir, key: o.key, registers })).toMatchObject({ error: { code: 'store-damaged' } })
  const restored = restoreSnapshot({ dir: o.dir, key: o.key })
  expect(restored).toMatchObject({ ok: true, value: { replayed: 2, lost: 0, complete: true } })
  expect(restored.ok && restored.value.snapshot).not.toBe(bad.file)
  reopen(o)
  expect(names(o)).toEqual(['Trước', 'Sau, đã sửa'])
  expect(o.store.setting('office')).toEqual({ name: 'UBND xã' })
  expect(o.store.undoState().undo).not.toBeNull()
  expect(existsSync(join(o.dir, restored.ok ? restored.value.aside : '', STORE_FILE))).toBe(true)
  add(o, 'Tiếp tục')
  expect(o.store.lastSeq()).toBe(4)
  o.store.close()
})

test('when the newer part cannot be read it says so, and the store goes on under a new device', () => {
  const o = newOffice()
  add(o, 'Trước')
  o.store.snapshot('hourly')
  add(o, 'Mất')
  ruin(o, [0])
  const restored = restoreSnapshot({ dir: o.dir, key: o.key })
  expect(restored).toMatchObject({ ok: true, value: { replayed: 0, complete: false } })
  reopen(o)
  expect(names(o)).toEqual(['Trước'])
  const before = o.store.deviceId
  o.store.replaceDevice(deviceKeys('second life'), meta('adopt'))
  expect(o.store.deviceId).not.toBe(before)
  add(o, 'Mới')
  // The province has no receipt for “Trước”: it is written anew, its first version deleted.
  expect(names(o)).toEqual(['Trước', 'Mới'])
  expect(o.store.ownChanges(0, 9).map((c) => c.ref)).toEqual(
    [1, 2, 3].map((seq) => ({ device: o.store.deviceId, seq })),
  )
  expect(reopen(o).deviceKeys()).toEqual(deviceKeys('second life'))
  o.store.close()
})

test('a damaged snapshot is never taken: the one before it is', () => {
  const o = newOffice()
  add(o, 'Một')
  const good = o.store.snapshot('hourly')
  add(o, 'Hai')
  const bad = o.store.snapshot('hourly')
  ruin(o, [0])
  const file = join(snapshotFolder(o.dir), bad.file)
  writeFileSync(file, readFileSync(file).fill(0, 8192, 9000))
  expect(restoreSnapshot({ dir: o.dir, key: o.key, file: bad.file })).toMatchObject({
    error: { code: 'snapshot-bad' },
  })
  expect(restoreSnapshot({ dir: o.dir, key: o.key })).toMatchObject({ value: { snapshot: good.file } })
  expect(restoreSnapshot({ dir: freshFolder(), key: o.key })).toEqual({
    ok: false,
    error: { code: 'snapshot-missing' },
  })
})

test('a power cut at any moment of the swap is finished at the next start', () => {
  for (const cut of ['before', 'wal-moved', 'store-moved', 'swapped'] as const) {
    const o = newOffice()
    add(o, 'Một')
    o.store.snapshot('hourly')
    o.store.close()
    const staged = join(o.dir, 'store.restored.db')
    const snapshot = join(snapshotFolder(o.dir), listSnapshots(o.dir)[0]!.file)
    writeFileSync(staged, readFileSync(snapshot))
    writeFileSync(join(o.dir, 'restore.json'), JSON.stringify({ aside: 'aside/x' }))
    if (cut === 'wal-moved') rmSync(join(o.dir, `${STORE_FILE}-wal`), { force: true })
    if (cut === 'store-moved' || cut === 'swapped') rmSync(join(o.dir, STORE_FILE))
    if (cut === 'swapped') {
      writeFileSync(join(o.dir, STORE_FILE), readFileSync(staged))
      rmSync(staged)
    }
    reopen(o)
    expect(names(o), cut).toEqual(['Một'])
    expect(existsSync(join(o.dir, 'restore.json'))).toBe(false)
    finishRestore(o.dir)
    o.store.close()
  }
})

test('a key file that was lost comes back with the snapshot; a present one stays', async () => {
  const keystore = memoryKeystore()
  const dir = freshFolder()
  const keys = { dir, keystore, log2N: 10 }
  const made = await createKeyFile(keys, { name: 'Hoa', pin: '246810' })
  if (!made.ok) throw new Error(made.error.code)
  const o = newOffice({ dir, key: made.value.key })
  add(o, 'Một')
  o.store.snapshot('hourly')
  o.store.close()
  rmSync(join(dir, KEY_FILE))
  rmSync(join(dir, 'store.keys.spare.json'))
  expect((await unlock(keys, made.value.personId, '246810')).ok).toBe(false)
  expect(restoreSnapshot({ dir, key: made.value.key }).ok).toBe(true)
  expect((await unlock(keys, made.value.personId, '246810')).ok).toBe(true)
})

test('snapshots are kept by age: hours, days, weeks and months, and always the newest three', () => {
  const hour = 3_600_000
  const end = Date.UTC(2026, 10, 21, 12)
  const list: SnapshotInfo[] = Array.from({ length: 400 * 24 }, (_, i) => {
    const at = end - i * hour
    return { file: `${i}`, at, bytes: 1, reason: 'hourly', verified: true }
  })
  const keep = snapshotsToKeep(list)
  expect(keep.size).toBeGreaterThanOrEqual(24 + 6 + 3 + 7)
  expect(keep.size).toBeLessThanOrEqual(24 + 7 + 4 + 12 + 3)
  for (let i = 0; i < 24; i++) expect(keep.has(`${i}`)).toBe(true)
  const ages = [...keep].map((f) => Number(f) / 24)
  expect(Math.max(...ages)).toBeGreaterThan(300)
  expect(snapshotsToKeep(list.slice(0, 3)).size).toBe(3)
})

test('everything acknowledged is there after kill -9 at random moments, and the file is sound', async () => {
  const o = newOffice()
  o.store.close()
  const acknowledged: string[] = []
  const seed = Date.now() % 10_000
  for (let round = 0; round < 4; round++) {
    const child = fork(join(import.meta.dirname, 'holdStore.child.ts'), [], { silent: true })
    const dead = new Promise((resolve) => child.once('exit', resolve))
    child.on('message', (m: { ids?: string[] }) => acknowledged.push(...(m.ids ?? [])))
    child.send({ dir: o.dir, key: [...o.key], commit: true })
    await new Promise((resolve) => child.once('message', resolve))
    await new Promise((resolve) => setTimeout(resolve, 50 + ((seed + round * 7919) % 350)))
    child.kill('SIGKILL')
    await dead
    const opened = openStore({ dir: o.dir, key: o.key, registers })
    if (!opened.ok) throw new Error(`seed ${seed}, round ${round}: ${opened.error.code}`)
    const { value: store } = opened
    const missing = acknowledged.filter((id) => !store.get(id))
    expect(missing, `seed ${seed}, round ${round}`).toEqual([])
    expect(store.count('database')).toBeGreaterThanOrEqual(acknowledged.length)
    expect(store.ownChanges(0, 1e9).map((c) => c.ref.seq)).toEqual(
      Array.from({ length: store.lastSeq() }, (_, i) => i + 1),
    )
    store.close()
  }
  expect(acknowledged.length).toBeGreaterThan(50)
}, 60_000)

/** A page that the register's table uses, by SQLite's own account. */
function pageOf(o: Office, table: string): number {
  o.store.close()
  const opened = new Connection({ file: join(o.dir, STORE_FILE), key: o.key })
  const page = opened.get<{ p: number }>('SELECT max(pageno) AS p FROM dbstat WHERE name = ?', table)!.p
  opened.close()
  reopen(o)
  expect(statSync(join(o.dir, STORE_FILE)).size).toBeGreaterThan(page * PAGE_BYTES - 1)
  return page - 1
}
