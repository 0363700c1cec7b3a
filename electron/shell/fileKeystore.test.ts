import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFileKeystore } from './fileKeystore.ts'
import { type AsyncSafeStorage, osKeystore } from './osKeystore.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('keeps a key across openings, readable by this account alone', async () => {
  const dir = join(folder, 'keys')
  await createFileKeystore(folder).set('store-1', new Uint8Array([1, 2, 3]))
  expect(await createFileKeystore(folder).get('store-1')).toEqual(new Uint8Array([1, 2, 3]))
  expect(statSync(join(dir, 'store-1.key')).mode & 0o777).toBe(0o600)
  expect(statSync(dir).mode & 0o777).toBe(0o700)
})

it('has nothing under a name that was never set, and refuses a name that is a path', async () => {
  const keys = createFileKeystore(folder)
  expect(await keys.get('store-1')).toBeNull()
  await expect(keys.get('../other')).rejects.toThrow('not a key name')
  await expect(keys.set('a/b', new Uint8Array(1))).rejects.toThrow('not a key name')
})

it('throws, and does not say “nothing”, when the key is there but cannot be read', async () => {
  await createFileKeystore(folder).set('store-1', new Uint8Array([1]))
  await expect(createFileKeystore(join(folder, 'keys', 'store-1.key')).get('x')).rejects.toThrow()
})

/** Not a cipher: it only makes sealed bytes differ from plain ones, and counts. */
function fakeSafeStorage(): AsyncSafeStorage & { rotate: boolean; seals: number } {
  return {
    rotate: false,
    seals: 0,
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    async encryptStringAsync(text) {
      this.seals++
      return Buffer.from(`sealed:${text}`)
    },
    async decryptStringAsync(sealed) {
      return { result: sealed.toString().replace('sealed:', ''), shouldReEncrypt: this.rotate }
    },
  }
}

it('seals what the operating system keeps, and seals again when its own key changed', async () => {
  const safeStorage = fakeSafeStorage()
  const sealed = createFileKeystore(folder, 'sealed')
  const keys = osKeystore(safeStorage, sealed, createFileKeystore(folder, 'plain'))
  await keys.set('store-1', new Uint8Array([9, 8]))
  expect(Buffer.from((await sealed.get('store-1')) ?? []).toString()).toMatch(/^sealed:/)
  expect(await keys.get('store-1')).toEqual(new Uint8Array([9, 8]))
  expect(safeStorage.seals).toBe(1)
  safeStorage.rotate = true
  expect(await keys.get('store-1')).toEqual(new Uint8Array([9, 8]))
  expect(safeStorage.seals).toBe(2)
})

it('takes over the key of a store that was first opened beside the browser door', async () => {
  const plain = createFileKeystore(folder, 'plain')
  await plain.set('store-1', new Uint8Array([7]))
  const sealed = createFileKeystore(folder, 'sealed')
  const keys = osKeystore(fakeSafeStorage(), sealed, plain)
  expect(await keys.get('store-1')).toEqual(new Uint8Array([7]))
  expect(await plain.get('store-1')).toBeNull()
  expect(await sealed.get('store-1')).not.toBeNull()
  expect(await keys.get('store-1')).toEqual(new Uint8Array([7]))
})
