import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OfficeCore, PIN } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore
beforeEach(async () => {
  office = await OfficeCore.create()
})
afterEach(() => office.remove())

const OTHER = 'khac-97531'
const users = async () => (await office.call('app.status', {})).users

test('a person who left opens nothing any more, not even by the key file kept with an old snapshot', async () => {
  const { userId } = await office.call('session.addUser', { name: 'Người chuyển đi', pin: OTHER })
  const { file } = await office.call('snapshots.make', {})
  await office.call('session.removeUser', { userId })
  expect((await users()).map((user) => user.name)).toEqual(['Cán bộ mẫu'])
  await office.call('session.lock', {})
  expect((await office.refusal('session.unlock', { userId, pin: OTHER })).code).toBe('unknown-person')
  copyFileSync(
    join(office.dir, 'snapshots', file.replace('.db', '.keys.json')),
    join(office.dir, 'store.keys.json'),
  )
  expect((await office.refusal('session.unlock', { userId, pin: OTHER })).code).toBe('unknown-person')
  await office.unlock()
})

test('the only person stays; with another one there, taking oneself away locks', async () => {
  const [me] = await users()
  const id = me?.id ?? ''
  expect((await office.refusal('session.removeUser', { userId: id })).code).toBe('last-person')
  expect((await office.refusal('session.removeUser', { userId: 'nobody' })).code).toBe('unknown-person')
  const person = { name: 'Người thay', pin: OTHER, role: 'manager' } as const
  const { userId } = await office.call('session.addUser', person)
  await office.call('session.removeUser', { userId: id })
  expect((await office.call('app.status', {})).phase).toBe('locked')
  await office.call('session.unlock', { userId, pin: OTHER })
  expect((await users()).map((user) => user.name)).toEqual(['Người thay'])
})

test('a new recovery code needs the PIN, opens the store, and ends the old sheet', async () => {
  const [me] = await users()
  const userId = me?.id ?? ''
  expect((await office.refusal('recovery.replace', { pin: 'sai-sai' })).code).toBe('wrong-pin')
  const first = await office.call('recovery.replace', { pin: PIN })
  const { recoveryCode } = await office.call('recovery.replace', { pin: PIN })
  expect((await office.call('recovery.sheet', { recoveryCode })).html).toContain(recoveryCode)
  await office.call('session.lock', {})
  const old = { code: first.recoveryCode, userId, newPin: OTHER }
  expect((await office.refusal('session.recover', old)).code).toBe('recovery-wrong')
  await office.call('session.recover', { code: recoveryCode, userId, newPin: OTHER })
  expect((await office.call('app.status', {})).phase).toBe('open')
})
