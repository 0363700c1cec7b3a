import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHUNK_BYTES } from './Attachments.ts'
import { Connection } from './Connection.ts'
import { MIGRATIONS } from './migrate.ts'
import { deviceKeys, freshFolder, meta, newOffice, registers, reopen } from './officeFixture.ts'
import { createStore, openStore } from './open.ts'
import { replayInto } from './replay.ts'
import { STORE_FILE } from './restore.ts'

const bytesOf = (size: number) => new Uint8Array(randomBytes(size))

test('a file comes out as it went in, whatever its size, and is here after a restart', () => {
  const o = newOffice()
  const files = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * CHUNK_BYTES + 7].map(bytesOf)
  const names = files.map((file) => o.store.addFile(file))
  reopen(o)
  for (const [i, name] of names.entries()) {
    expect(name).toMatch(/^[0-9a-f]{64}$/)
    expect(Buffer.from(o.store.file(name) ?? bytesOf(1)).equals(files[i]!)).toBe(true)
  }
  expect(o.store.file('ab'.repeat(32))).toBeUndefined()
  o.store.close()
})

test('the same file twice is kept once, and files with a part in common share it', () => {
  const o = newOffice()
  const start = bytesOf(2 * CHUNK_BYTES)
  const longer = new Uint8Array([...start, 1, 2, 3])
  expect(o.store.addFile(start)).toBe(o.store.addFile(start))
  o.store.addFile(longer)
  o.store.close()
  const c = new Connection({ file: join(o.dir, STORE_FILE), key: o.key })
  expect(c.get('SELECT count(*) AS n FROM attachment')).toEqual({ n: 2 })
  expect(c.get('SELECT count(*) AS n FROM attachment_chunk')).toEqual({ n: 3 })
  c.close()
})

test('what is kept under a name is never another thing: a changed chunk is an error, and no statement can change one', () => {
  const o = newOffice()
  const name = o.store.addFile(bytesOf(100))
  o.store.close()
  const c = new Connection({ file: join(o.dir, STORE_FILE), key: o.key })
  expect(() => c.run('UPDATE attachment_chunk SET bytes = ?', Buffer.from('other'))).toThrow(/never changes/)
  c.exec('DROP TRIGGER attachment_chunk_frozen')
  c.run('UPDATE attachment_chunk SET bytes = ?', Buffer.from('other'))
  c.close()
  reopen(o)
  expect(() => o.store.file(name)).toThrow(/damaged/)
  o.store.close()
})

test('a store of the first release gets room for files and keeps its records', () => {
  const dir = freshFolder()
  const key = bytesOf(32)
  const made = createStore({
    dir,
    key,
    registers,
    device: deviceKeys(),
    migrations: MIGRATIONS.slice(0, 1),
  })
  if (!made.ok) throw new Error(made.error.code)
  const [id] = made.value.commit([{ id: null, register: 'database', set: { name: 'A' } }], meta()).ids
  const old = made.value.snapshot('hourly').file
  made.value.close()
  const opened = openStore({ dir, key, registers })
  if (!opened.ok) throw new Error(opened.error.code)
  const name = opened.value.addFile(bytesOf(10))
  expect(opened.value.get(id ?? '')?.values.name).toBe('A')
  expect(opened.value.file(name)?.byteLength).toBe(10)
  opened.value.close()
  // After damage even a snapshot of that release takes the files in.
  const copy = join(dir, 'snapshots', old)
  expect(replayInto(copy, join(dir, STORE_FILE), key).complete).toBe(true)
  const c = new Connection({ file: copy, key })
  expect(c.get('SELECT hash FROM attachment')).toEqual({ hash: name })
  c.close()
})

test('files that a snapshot lacks are read from the damaged store', () => {
  const o = newOffice()
  const early = o.store.addFile(bytesOf(CHUNK_BYTES + 5))
  const snapshot = o.store.snapshot('test').file
  const late = o.store.addFile(bytesOf(3 * CHUNK_BYTES))
  const bytes = o.store.file(late)
  o.store.close()
  const copy = join(o.dir, 'snapshots', snapshot)
  expect(replayInto(copy, join(o.dir, STORE_FILE), o.key).complete).toBe(true)
  const c = new Connection({ file: copy, key: o.key })
  expect(c.get('SELECT count(*) AS n FROM attachment')).toEqual({ n: 2 })
  const parts = c.column<Uint8Array>(
    `SELECT k.bytes FROM attachment a JOIN attachment_part p ON p.attachment_no = a.no
     JOIN attachment_chunk k ON k.no = p.chunk_no WHERE a.hash = ? ORDER BY p.position`,
    late,
  )
  expect(Buffer.concat(parts).equals(Buffer.from(bytes ?? []))).toBe(true)
  expect(early).not.toBe(late)
  c.close()
})
