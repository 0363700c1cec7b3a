// What an office PC does to a store: a ruined page, a disk that is full, the second program on the same folder, a lost
// PIN. Every time: a typed refusal, and everything that was acknowledged is there afterwards.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OFFICE, OfficeCore, PIN } from './officeCore.ts'

async function names(office: OfficeCore): Promise<string[]> {
  const { rows } = await office.call('records.window', { register: 'database', offset: 0, limit: 1_000 })
  return rows.map((row) => String(row.values.name)).sort()
}

async function save(office: OfficeCore, name: string): Promise<void> {
  await office.call('records.save', { register: 'database', id: null, set: { name } })
}

/** Overwrites pages in the middle of the file, as a failing disk does. */
function ruin(file: string): void {
  const handle = openSync(file, 'r+')
  const middle = Math.floor(statSync(file).size / 8192) * 4096
  writeSync(handle, new Uint8Array(16_384).fill(0xa5), 0, 16_384, middle)
  closeSync(handle)
}

it('stays shut on a ruined file, says so, and comes back from its last good snapshot', async () => {
  const office = await OfficeCore.create(undefined, true)
  await save(office, 'Trước bản sao')
  await office.call('snapshots.make', {})
  const before = await names(office)
  await office.core.close()
  ruin(join(office.dir, 'store.db'))
  const again = OfficeCore.at(office.dir)
  const { users } = await again.call('app.status', {})
  const refused = await again.refusal('session.unlock', { userId: users[0]?.id ?? '', pin: PIN })
  expect(refused.code).toBe('store-damaged')
  expect((await again.call('app.status', {})).phase).toBe('damaged')
  // Trying again is another look at the file, not at what was remembered of it.
  await again.call('session.lock', {})
  expect((await again.call('app.status', {})).phase).toBe('locked')
  await again.refusal('session.unlock', { userId: users[0]?.id ?? '', pin: PIN })
  expect((await again.call('app.status', {})).phase).toBe('damaged')
  const [newest] = (await again.call('snapshots.list', {})).sort((a, b) => b.at - a.at)
  expect(newest?.verified).toBe(true)
  await again.call('snapshots.restore', { file: newest?.file ?? '' })
  expect((await again.call('app.status', {})).phase).toBe('open')
  expect(await names(again)).toEqual(before)
  await save(again, 'Sau khi khôi phục')
  expect((await names(again)).length).toBe(before.length + 1)
  await again.remove()
}, 60_000)

it('refuses a second opener of the same folder and says who has it', async () => {
  const office = await OfficeCore.create()
  const second = OfficeCore.at(office.dir)
  const { users } = await second.call('app.status', {})
  const refused = await second.refusal('session.unlock', { userId: users[0]?.id ?? '', pin: PIN })
  expect(refused).toMatchObject({ code: 'store-in-use', args: { pid: process.pid } })
  await save(office, 'Vẫn lưu được')
  await second.core.close()
  await office.remove()
})

it('lets the recovery code open the store and set a new PIN, when the PIN is lost and the machine is another', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sdl-office-'))
  const office = OfficeCore.at(dir)
  const { recoveryCode, userId } = await office.call('setup.create', {
    office: OFFICE,
    userName: 'Cán bộ mẫu',
    pin: PIN,
    sample: false,
  })
  await save(office, 'Sổ cũ')
  await office.core.close()
  rmSync(join(dir, 'keystore'), { recursive: true, force: true })
  const moved = OfficeCore.at(dir)
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ')
  const wrong = typed.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))
  expect((await moved.refusal('session.recover', { code: wrong, userId, newPin: 'moi-13579' })).code).toBe(
    'recovery-mistyped',
  )
  await moved.call('session.recover', { code: typed, userId, newPin: 'moi-13579' })
  expect(await names(moved)).toEqual(['Sổ cũ'])
  await moved.call('session.lock', {})
  await moved.unlock('moi-13579')
  expect(await names(moved)).toEqual(['Sổ cũ'])
  await moved.remove()
}, 60_000)

it.skipIf(!canMount())(
  'refuses to save on a full disk, keeps what was saved, and goes on when there is room again (needs the right to mount a tmpfs)',
  async () => {
    const dir = mountSmallDisk()
    const office = OfficeCore.at(dir)
    try {
      await office.call('setup.create', {
        office: OFFICE,
        userName: 'A',
        pin: PIN,
        sample: false,
      })
      const acknowledged: string[] = []
      let refusal = ''
      for (let i = 0; i < 4_000 && !refusal; i++) {
        const name = `Sổ ${i} ${'x'.repeat(400)}`
        const answer = await office.core.call('records.save', {
          register: 'database',
          id: null,
          set: { name, purpose: 'y'.repeat(5_000) },
        })
        if (answer.ok) acknowledged.push(name)
        else refusal = answer.error.code
      }
      expect(refusal).toBe('disk-full')
      expect(await names(office)).toEqual([...acknowledged].sort())
      execFileSync('mount', ['-o', 'remount,size=40m', dir], { stdio: 'ignore' })
      await office.restart()
      expect(await names(office)).toEqual([...acknowledged].sort())
      await save(office, 'Có chỗ rồi')
      expect((await names(office)).length).toBe(acknowledged.length + 1)
    } finally {
      await office.core.close()
      execFileSync('umount', [dir], { stdio: 'ignore' })
      rmSync(dir, { recursive: true, force: true })
    }
  },
  120_000,
)

/** A disk of 5 MB to fill; throws where this machine does not let us mount one. */
function mountSmallDisk(): string {
  const dir = mkdtempSync(join(tmpdir(), 'sdl-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', dir], { stdio: 'ignore' })
    return dir
  } catch (thrown) {
    rmSync(dir, { recursive: true, force: true })
    throw thrown
  }
}

function canMount(): boolean {
  try {
    const dir = mountSmallDisk()
    execFileSync('umount', [dir], { stdio: 'ignore' })
    rmSync(dir, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}
