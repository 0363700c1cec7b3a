import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, prepareDataFolder } from './dataFolder.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'so-du-lieu-'))

test('missing folders are made for this account alone, and nothing is left of the try', () => {
  const dir = join(fresh(), 'một', 'hai')
  expect(prepareDataFolder(dir)).toEqual({ ok: true, value: null })
  expect(prepareDataFolder(dir).ok).toBe(true)
  if (process.platform !== 'win32') expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(readdirSync(dir)).toEqual([])
})

test('a file there, or on the way there, is said to be one and left alone', () => {
  const file = join(fresh(), 'tệp')
  writeFileSync(file, 'x')
  for (const folder of [file, join(file, 'sổ')])
    expect(prepareDataFolder(folder)).toEqual({ ok: false, error: { code: 'folder-is-file', folder } })
  expect(statSync(file).size).toBe(1)
})

test('a place where nothing can be made is refused at once, also where the system denies that its parent exists', () => {
  if (!existsSync('/proc')) return void console.log('not run: /proc (another operating system)')
  const folder = '/proc/nope/deeper'
  expect(prepareDataFolder(folder)).toEqual({
    ok: false,
    error: { code: 'folder-failed', folder, detail: 'ENOENT' },
  })
  expect(() => makeFolder('/proc/nope')).toThrow('ENOENT')
})

test('a read-only disk is said to be one; a full one keeps no store shut', () => {
  const dir = fresh()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    console.log('not run: a read-only and a full disk (needs the right to mount a tmpfs)')
    rmSync(dir, { recursive: true, force: true })
    return
  }
  try {
    try {
      writeFileSync(join(dir, 'đầy'), new Uint8Array(1 << 20))
    } catch {
      // Full now, which is the point.
    }
    expect(prepareDataFolder(dir).ok).toBe(true)
    execFileSync('mount', ['-o', 'remount,ro', dir], { stdio: 'ignore' })
    const folder = join(dir, 'sổ')
    expect(prepareDataFolder(folder)).toEqual({ ok: false, error: { code: 'folder-read-only', folder } })
    expect(prepareDataFolder(dir)).toEqual({ ok: false, error: { code: 'folder-read-only', folder: dir } })
  } finally {
    execFileSync('umount', [dir], { stdio: 'ignore' })
    rmSync(dir, { recursive: true, force: true })
  }
})

test('a folder of another account is refused', () => {
  const refused = { error: { code: 'folder-not-allowed' } }
  if (process.getuid?.() !== 0) return void expect(prepareDataFolder('/usr/sổ')).toMatchObject(refused)
  // An administrator may write anywhere: asked as somebody else.
  const folder = fresh()
  process.seteuid?.(65_534)
  try {
    expect(prepareDataFolder(folder)).toMatchObject(refused)
  } finally {
    process.seteuid?.(0)
  }
})
