// Plan and law by period, over a real store and only through the contract.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CallInput } from '../../shared/ipc/contract.ts'
import { OFFICE, OfficeCore } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore
beforeEach(async () => {
  office = await OfficeCore.create()
})
afterEach(() => office.remove())

const asSector = (plan: string) =>
  office.call('office.save', { ...OFFICE, name: 'Sở Mẫu', level: 'so_nganh', plan })
const save = (register: string, set: CallInput<'records.save'>['set']) =>
  office.call('records.save', { register, id: null, set })
it('takes the annex rows that bind the office once, in one undo step', async () => {
  await asSector('tuyen-quang-2022')
  expect(await office.call('tasks.fromPlan', { period: '2026' })).toEqual({ added: 2, already: 0 })
  expect(await office.call('tasks.fromPlan', { period: '2026' })).toEqual({ added: 0, already: 2 })
  const { rows } = await office.call('records.window', { register: 'task', offset: 0, limit: 10 })
  expect(rows.map(({ values }) => values.timeText)).toEqual(['Quý II/2022', 'Quý II/2022'])
  expect(rows[0]!.values.basisDoc).toContain('04/KH-UBND')
  await office.call('undo.undo', {})
  expect((await office.call('records.window', { register: 'task', offset: 0, limit: 10 })).total).toBe(0)
})

it('gives nothing to a commune whom the plan does not address, and says when no plan is chosen', async () => {
  await office.call('office.save', { ...OFFICE, plan: 'tuyen-quang-2022' })
  expect(await office.call('tasks.fromPlan', { period: '2026' })).toEqual({ added: 0, already: 0 })
  await office.call('profile.set', { period: '2026', profile: null, plan: '' })
  expect((await office.refusal('tasks.fromPlan', { period: '2026' })).code).toBe('no-plan')
})

it('keeps a plan and a law by period, and refuses those that were not in force', async () => {
  await asSector('tuyen-quang-2022')
  await office.call('profile.set', { period: '2024', profile: null, plan: 'kon-tum-2021' })
  const of = async (period: string) => {
    const { profile, plan } = await office.call('profile.get', { period })
    return [profile, plan]
  }
  expect(await of('2024')).toEqual(['nd47_2020', 'kon-tum-2021'])
  expect(await of('2026')).toEqual(['current_2025', 'tuyen-quang-2022'])
  const refused = async (profile: 'nd47_2020' | null, plan: string | null) =>
    (await office.refusal('profile.set', { period: '2026', profile, plan })).code
  expect(await refused('nd47_2020', null)).toBe('profile-not-of-period')
  expect(await refused(null, 'soc-trang-2022')).toBe('plan-not-of-period')
})

it('asks for a focal point only of an office that the plan binds', async () => {
  await asSector('kon-tum-2021')
  const binds = async () =>
    (await office.call('profile.get', { period: '2024' })).obligations.find(
      (o) => o.register === 'focal-point',
    )?.binds
  expect(await binds()).toBe(false)
  await save('database', { name: 'Hộ tịch' })
  expect(await binds()).toBe(true)
})

it('lists what a change of law asks to do again, with counts from the registers', async () => {
  const database = await save('database', { name: 'Hộ tịch' })
  const parent = { text: 'Hộ tịch', id: database.record.id }
  await save('data-item', { itemName: 'Khai sinh', database: parent, accessClass: 'chia_se_mac_dinh' })
  await save('data-item', { itemName: 'Kết hôn', database: parent, disclosure: 'cong_khai' })
  const rows = await office.call('profile.switchTasks', { from: 'nd47_2020', to: 'current_2025' })
  const counts = Object.fromEntries(rows.map(({ id, count }) => [id, count]))
  expect(counts).toMatchObject({ 'method-default': 1, disclosure: 1 })
  expect(counts['method-special']).toBeUndefined()
  expect(await office.call('profile.switchTasks', { from: 'current_2025', to: 'current_2025' })).toEqual([])
})
