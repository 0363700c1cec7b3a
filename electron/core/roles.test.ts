import { afterEach, beforeEach, expect, test } from 'vitest'
import { mayCall } from '../../shared/ipc/callRights.ts'
import type { CallName } from '../../shared/ipc/contract.ts'
import type { Role } from '../../shared/ipc/parts.ts'
import { OFFICE, OfficeCore } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore
beforeEach(async () => {
  office = await OfficeCore.create()
})
afterEach(() => office.remove())

const OTHER = 'khac-97531'
const ROLES: readonly Role[] = ['manager', 'editor', 'leader', 'viewer']
const roles = async () => (await office.call('app.status', {})).users.map(({ role }) => role)

async function enter(role: Role): Promise<string> {
  const { userId } = await office.call('session.addUser', { name: `Người ${role}`, pin: OTHER, role })
  await office.call('session.lock', {})
  await office.call('session.unlock', { userId, pin: OTHER })
  return userId
}

const agency = { register: 'unit', id: null, set: { name: 'Phòng Mẫu', level: 'phong' } }
const SAMPLE: readonly (readonly [CallName, unknown])[] = [
  ['records.window', { register: 'unit', offset: 0, limit: 10 }],
  ['rounds.list', {}],
  ['records.save', agency],
  ['records.saveMany', { register: 'unit', label: 'x', edits: [] }],
  ['records.delete', { register: 'unit', ids: [] }],
  ['import.open', { register: 'unit', name: 'x.xlsx', bytes: new Uint8Array([1]) }],
  ['rooms.commit', { returnsId: 'x', rooms: {} }],
  ['nil.set', { register: 'unit', period: '2026', on: true }],
  ['submissions.lock', { round: 'x' }],
  ['submissions.send', { id: 'x', way: 'paper' }],
  ['handin.make', { register: 'unit', period: '2026' }],
  ['bundle.toFile', {}],
  ['enrol.request', {}],
  ['office.save', OFFICE],
  ['template.remove', { report: 'x' }],
  ['session.addUser', { name: 'Kẻ lạ', pin: 'la-86420', role: 'manager' }],
  ['recovery.replace', { pin: OTHER }],
  ['snapshots.restore', { file: 'x.db' }],
]

test.each(ROLES)('the core itself holds a %s to the table, whatever a page asks', async (role) => {
  await enter(role)
  const unitsBefore = (await office.call('records.window', { register: 'unit', offset: 0, limit: 10 })).total
  for (const [call, input] of SAMPLE) {
    const answer = await office.core.call(call, input)
    const denied = !answer.ok && ['needs-manager', 'needs-editor'].includes(answer.error.code)
    expect(denied, `${role} ${call}`).toBe(!mayCall(role, call))
  }
  const after = (await office.call('records.window', { register: 'unit', offset: 0, limit: 10 })).total
  expect(after - unitsBefore).toBe(role === 'manager' || role === 'editor' ? 1 : 0)
})

test('each role may do what its work needs, and no more', () => {
  const may = (call: CallName) => ROLES.filter((role) => mayCall(role, call))
  expect(may('records.window')).toEqual(ROLES)
  expect(may('export.print')).toEqual(ROLES)
  expect(may('records.save')).toEqual(['manager', 'editor'])
  expect(may('import.commit')).toEqual(['manager', 'editor'])
  expect(may('submissions.send')).toEqual(['manager'])
  expect(may('session.setRole')).toEqual(['manager'])
})

test('the first person is in charge, roles outlive a restart, and the last in charge stays', async () => {
  expect(await roles()).toEqual(['manager'])
  const first = (await office.call('app.status', {})).user!.id
  const { userId } = await office.call('session.addUser', { name: 'Người xem', pin: OTHER, role: 'viewer' })
  await office.restart()
  expect(await roles()).toEqual(['manager', 'viewer'])
  expect((await office.refusal('session.removeUser', { userId: first })).code).toBe('last-manager')
  const lower = { userId: first, role: 'editor' } as const
  expect((await office.refusal('session.setRole', lower)).code).toBe('last-manager')
  await office.call('session.setRole', { userId, role: 'manager' })
  await office.call('session.setRole', lower)
  expect(await roles()).toEqual(['editor', 'manager'])
  expect((await office.refusal('session.setRole', { userId, role: 'manager' })).code).toBe('needs-manager')
})

test('history names who edited', async () => {
  await enter('editor')
  const { record } = await office.call('records.save', agency as never)
  expect((await office.call('records.history', { id: record.id }))[0]?.actor).toBe('Người editor')
})

test('a viewer cannot go back to a snapshot by locking first', async () => {
  const { file } = await office.call('snapshots.make', {})
  const userId = await enter('viewer')
  await office.call('session.lock', {})
  const asked = { file, userId, pin: OTHER }
  expect((await office.refusal('snapshots.restore', asked)).code).toBe('needs-manager')
  expect((await office.call('app.status', {})).phase).toBe('locked')
})
