// The province's own PostgreSQL, as `npm run server` brings it: made, stopped, started again, restarted under a running
// server; and the sentences when it cannot start.
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isErrorCode } from '../shared/messages/sentence.ts'
import { startProvince } from './startProvince.ts'
import { audit } from './store/schema.ts'

let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sdl-own-'))
})
afterAll(async () => {
  await chmod(dir, 0o700)
  await rm(dir, { recursive: true, force: true })
})

test('the first run gives an administrator, the second the same province and no password', async () => {
  const first = await startProvince({ dataDir: dir, port: 0, name: 'Tỉnh Mẫu', pageDir: null })
  if (!first.ok) throw new Error(JSON.stringify(first.error))
  expect(first.value.firstAdmin?.login).toBe('quantri')
  const second = await startProvince({ dataDir: dir, port: 0, pageDir: null })
  expect(second).toMatchObject({ ok: false, error: { code: 'data-dir-in-use', pid: process.pid } })
  const { id } = first.value.province.keys
  await first.value.close()
  if (process.platform !== 'win32') expect((await stat(join(dir, 'province.key'))).mode & 0o777).toBe(0o600)
  const third = await startProvince({ dataDir: dir, port: 0, pageDir: null })
  if (!third.ok) throw new Error(JSON.stringify(third.error))
  expect(third.value.firstAdmin).toBeNull()
  expect(third.value.province.keys.id).toBe(id)
  expect(third.value.name).toBe('Tỉnh Mẫu')
  await third.value.close()
  const renamed = await startProvince({ dataDir: dir, port: 0, name: 'Tỉnh Phú Mẫu', pageDir: null })
  if (!renamed.ok) throw new Error(JSON.stringify(renamed.error))
  expect([renamed.value.province.keys.id, renamed.value.name]).toEqual([id, 'Tỉnh Phú Mẫu'])
  const [line] = await renamed.value.province.db.select().from(audit).orderBy(desc(audit.id)).limit(1)
  expect(line).toMatchObject({ act: 'province-renamed', subject: 'Tỉnh Phú Mẫu' })
  await renamed.value.close()
}, 60_000)

test('a taken port, a lost key file and another province’s key file each end in a sentence', async () => {
  const taken = createServer()
  const port = await new Promise<number>((settle) =>
    taken.listen(0, '127.0.0.1', () => settle((taken.address() as { port: number }).port)),
  )
  const key = join(dir, 'province.key')
  const right = await readFile(key, 'utf8')
  const codes: string[] = []
  const attempt = async (options: { port: number; databaseUrl?: string }) => {
    const started = await startProvince({ dataDir: dir, pageDir: null, ...options })
    if (started.ok) throw new Error('it started')
    codes.push(started.error.code)
  }
  await attempt({ port })
  taken.close()
  await rm(key)
  await attempt({ port: 0 })
  await writeFile(key, `${'ab'.repeat(32)}\n`)
  await attempt({ port: 0 })
  await writeFile(key, right, { mode: 0o600 })
  await attempt({ port: 0, databaseUrl: 'postgres://nobody:x@127.0.0.1:1/none' })
  expect(codes).toEqual(['port-taken', 'key-file-missing', 'key-file-wrong', 'no-database'])
  expect(codes.every(isErrorCode)).toBe(true)
  const again = await startProvince({ dataDir: dir, port: 0, pageDir: null })
  expect(again.ok).toBe(true)
  if (again.ok) await again.value.close()
}, 90_000)
