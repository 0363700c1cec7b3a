// Two persons at one office: approval by the leader's own PIN, and four eyes, each where the province wants it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unlock } from '../../db/keys.ts'
import { openStore } from '../../db/open.ts'
import { keepSettings } from '../../electron/core/settingsOf.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'
import { registers } from '../../shared/registers/registry.ts'
import { DEFAULT_SETTINGS, type ProvinceSettings } from '../../shared/settings/provinceSettings.ts'
import { OfficeCore, PIN } from './officeCore.ts'
import { must } from './provinceForTests.ts'

const ROUND = `rule:database:${new Date().getFullYear()}`
const LEADER_PIN = 'khac-1357'
const SIGNED = { number: '45/BC-UBND', signedOn: '2026-11-20', signer: { lines: ['CHỦ TỊCH'], name: '' } }

let office: OfficeCore
let officer: string
let leader: string

beforeAll(async () => {
  office = await OfficeCore.create()
  const person = { name: 'Lê Văn Chủ', pin: LEADER_PIN, role: 'leader' } as const
  leader = (await office.call('session.addUser', person)).userId
  const { users } = await office.call('app.status', {})
  officer = users.find((user) => user.id !== leader)?.id ?? ''
  await office.call('records.save', { register: 'database', id: null, set: { name: 'Sổ hộ tịch' } })
})
afterAll(() => office.remove())

/** As the province's rules would leave it in the store. */
async function provinceWants(rules: Partial<ProvinceSettings>): Promise<void> {
  await office.core.close()
  const { dir } = office
  const keys = { dir, keystore: createFileKeystore(dir), now: Date.now, log2N: 10 }
  const key = must(await unlock(keys, officer, PIN))
  const store = must(openStore({ dir, key, registers }))
  keepSettings(store, { ...DEFAULT_SETTINGS, ...rules })
  store.close()
  office.core = OfficeCore.at(dir).core
  await office.call('session.unlock', { userId: officer, pin: PIN })
}

it('lets a leader approve with their own PIN, and nobody approve what they locked or with another’s PIN', async () => {
  await provinceWants({ inAppApproval: true, fourEyes: false })
  const { id } = await office.call('submissions.lock', { round: ROUND })
  const own = await office.refusal('submissions.approve', { id, userId: officer, pin: PIN })
  expect(own.code).toBe('approve-own')
  await office.call('session.setRole', { userId: leader, role: 'viewer' })
  const asViewer = await office.refusal('submissions.approve', { id, userId: leader, pin: LEADER_PIN })
  expect(asViewer.code).toBe('needs-approver')
  await office.call('session.setRole', { userId: leader, role: 'leader' })
  const wrong = await office.refusal('submissions.approve', { id, userId: leader, pin: PIN })
  expect(wrong.code).toMatch(/pin/)
  expect((await office.refusal('submissions.send', { id, way: 'paper' })).code).toBe('not-signed')
  const approved = await office.call('submissions.approve', { id, userId: leader, pin: LEADER_PIN })
  expect(approved).toMatchObject({ state: 'signed', approvedBy: 'Lê Văn Chủ' })
  await office.call('records.save', { register: 'database', id: null, set: { name: 'Sổ chứng thực' } })
  const edited = await office.refusal('submissions.approve', { id, userId: leader, pin: LEADER_PIN })
  expect(edited.code).toBe('changed-since-locked')
  await office.call('undo.undo', {})
  expect((await office.call('submissions.send', { id, way: 'paper' })).state).toBe('sent')
})

it('asks for a second person where the province wants four eyes, or for the reason why there is none', async () => {
  await provinceWants({ inAppApproval: false, fourEyes: true })
  const first = await office.call('submissions.lock', { round: ROUND })
  await office.call('submissions.sign', { id: first.id, ...SIGNED })
  const alone = await office.refusal('submissions.send', { id: first.id, way: 'paper' })
  expect(alone.code).toBe('second-person-needed')
  const blank = { id: first.id, way: 'paper', passedOver: '   ' } as const
  expect((await office.refusal('submissions.send', blank)).code).toBe('second-person-needed')
  const sent = await office.call('submissions.send', { ...blank, passedOver: 'Cơ quan chỉ có một người' })
  expect(sent.state).toBe('sent')
  const second = await office.call('submissions.lock', { round: ROUND })
  await office.call('submissions.sign', { id: second.id, ...SIGNED })
  await office.call('session.lock', {})
  await office.call('session.unlock', { userId: leader, pin: LEADER_PIN })
  const asLeader = await office.refusal('submissions.send', { id: second.id, way: 'paper' })
  expect(asLeader.code).toBe('needs-manager')
  await office.call('session.lock', {})
  await office.call('session.unlock', { userId: officer, pin: PIN })
  await office.call('session.setRole', { userId: leader, role: 'manager' })
  await office.call('session.lock', {})
  await office.call('session.unlock', { userId: leader, pin: LEADER_PIN })
  expect((await office.call('submissions.send', { id: second.id, way: 'paper' })).state).toBe('sent')
})
