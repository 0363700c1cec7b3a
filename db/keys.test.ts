import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  addPerson,
  changePin,
  checkRecoveryCode,
  createKeyFile,
  KEY_FILE,
  keyIdInFolder,
  keyIdOf,
  listPersons,
  recover,
  removePerson,
  replaceRecoveryCode,
  unlock,
} from './keys.ts'
import { freshFolder, memoryKeystore } from './officeFixture.ts'
import { formatRecoveryCode, parseRecoveryCode } from './recoveryCode.ts'

async function office(log2N = 10) {
  const keystore = memoryKeystore()
  let time = 1_000_000
  const options = { dir: freshFolder(), keystore, log2N, now: () => time }
  const made = await createKeyFile(options, { name: 'Nguyễn Thị Hoa', pin: '246810' })
  if (!made.ok) throw new Error(made.error.code)
  return { ...made.value, options, keystore, later: (ms: number) => (time += ms) }
}

test('the right PIN opens, at the cost that is shipped, and a wrong one is refused and counted', async () => {
  const o = await office(17)
  expect(await unlock(o.options, o.personId, '246810')).toEqual({ ok: true, value: o.key })
  expect(await unlock(o.options, o.personId, '246811')).toEqual({
    ok: false,
    error: { code: 'wrong-pin', failures: 1, waitMs: 0 },
  })
  expect(listPersons(o.options.dir)).toEqual({
    ok: true,
    value: [{ id: o.personId, name: 'Nguyễn Thị Hoa' }],
  })
  expect(keyIdInFolder(o.options.dir)).toBe(keyIdOf(o.key))
  const file = readFileSync(join(o.options.dir, KEY_FILE), 'utf8')
  expect(file).toContain('"log2N": 17')
  expect(file).not.toContain(Buffer.from(o.key).toString('hex'))
})

test('wrong PINs cost growing waits that survive a restart, and a clock set back locks nobody out', async () => {
  const o = await office()
  for (let i = 0; i < 4; i++) await unlock(o.options, o.personId, 'xxxxxx')
  expect(await unlock(o.options, o.personId, 'xxxxxx')).toMatchObject({
    error: { code: 'wrong-pin', waitMs: 5_000 },
  })
  expect(await unlock(o.options, o.personId, '246810')).toEqual({
    ok: false,
    error: { code: 'pin-wait', waitMs: 5_000 },
  })
  o.later(5_000)
  expect(await unlock(o.options, o.personId, 'xxxxxx')).toMatchObject({ error: { waitMs: 10_000 } })
  o.later(-40 * 365 * 86_400_000)
  expect(await unlock(o.options, o.personId, '246810')).toMatchObject({ error: { waitMs: 10_000 } })
  o.later(60 * 365 * 86_400_000)
  expect((await unlock(o.options, o.personId, '246810')).ok).toBe(true)
  expect(await unlock(o.options, o.personId, 'xxxxxx')).toMatchObject({ error: { failures: 1 } })
})

test('the PIN alone opens nothing: without this machine’s keystore only the recovery code does', async () => {
  const o = await office()
  const elsewhere = { ...o.options, keystore: memoryKeystore() }
  expect(await unlock(elsewhere, o.personId, '246810')).toEqual({
    ok: false,
    error: { code: 'keystore-missing' },
  })
  expect(await recover(elsewhere, o.recoveryCode.toLowerCase(), o.personId, '135790')).toEqual({
    ok: true,
    value: o.key,
  })
  expect(await unlock(elsewhere, o.personId, '135790')).toEqual({ ok: true, value: o.key })
  expect((await unlock(elsewhere, o.personId, '246810')).ok).toBe(false)
})

test('a second person has a slot of her own, a changed PIN replaces the old one, and a removed person is out', async () => {
  const o = await office()
  const added = await addPerson(o.options, o.key, { name: 'Trần Văn Đức', pin: 'mật khẩu dài' })
  const id = added.ok ? added.value.personId : ''
  expect(await unlock(o.options, id, 'mật khẩu dài'.normalize('NFD'))).toEqual({ ok: true, value: o.key })
  expect(await changePin(o.options, id, 'mật khẩu dài', '12345')).toMatchObject({
    error: { code: 'pin-too-short' },
  })
  expect((await changePin(o.options, id, 'mật khẩu dài', 'mật khẩu mới')).ok).toBe(true)
  expect((await unlock(o.options, id, 'mật khẩu dài')).ok).toBe(false)
  expect((await unlock(o.options, id, 'mật khẩu mới')).ok).toBe(true)
  expect(removePerson(o.options.dir, o.key, id).ok).toBe(true)
  expect(await unlock(o.options, id, 'mật khẩu mới')).toMatchObject({ error: { code: 'unknown-person' } })
  expect(removePerson(o.options.dir, o.key, o.personId)).toMatchObject({ error: { code: 'unknown-person' } })
})

test('a replaced recovery code no longer opens', async () => {
  const o = await office()
  const fresh = replaceRecoveryCode(o.options.dir, o.key)
  expect(checkRecoveryCode(o.options.dir, o.recoveryCode)).toMatchObject({
    error: { code: 'recovery-wrong' },
  })
  expect(checkRecoveryCode(o.options.dir, fresh.ok ? fresh.value.recoveryCode : '').ok).toBe(true)
})

test('every single wrong character and every swap of neighbours in a recovery code is noticed', () => {
  const secret = Uint8Array.from({ length: 20 }, (_, i) => i * 37)
  const code = formatRecoveryCode(secret)
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]$/)
  expect(parseRecoveryCode(code.replaceAll('-', ' ').toLowerCase())).toEqual(secret)
  const plain = code.replaceAll('-', '')
  for (let i = 0; i < plain.length; i++) {
    for (const c of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (c !== plain[i]) expect(parseRecoveryCode(plain.slice(0, i) + c + plain.slice(i + 1))).toBeNull()
    }
    const next = plain[i + 1]
    if (next && next !== plain[i]) {
      expect(parseRecoveryCode(plain.slice(0, i) + next + plain[i] + plain.slice(i + 2))).toBeNull()
    }
  }
})

test('a torn key file is read from its spare; a slot bent by hand opens nothing; a newer file asks for an update', async () => {
  const o = await office()
  const path = join(o.options.dir, KEY_FILE)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.slice(0, 200))
  expect((await unlock(o.options, o.personId, '246810')).ok).toBe(true)
  writeFileSync(path, text.replace('Nguyễn Thị Hoa', 'Người khác'))
  expect((await unlock(o.options, o.personId, '246810')).ok).toBe(false)
  writeFileSync(path, text.replace('"version": 1', '"version": 9'))
  expect(await unlock(o.options, o.personId, '246810')).toMatchObject({
    error: { code: 'keys-newer', version: 9 },
  })
})
