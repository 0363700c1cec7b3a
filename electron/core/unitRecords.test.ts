// A real set-up: the office finds itself, the shipped agencies are there to be picked, and what is picked is not asked
// for as if it had been declared.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Reference } from '../../shared/registers/define.ts'
import { OFFICE, OfficeCore } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore

beforeAll(async () => {
  office = await OfficeCore.create()
})
afterAll(() => office.remove())

const rows = async (register: string) =>
  (await office.call('records.window', { register, offset: 0, limit: 100 })).rows
const suggest = (search: string) => office.call('records.suggest', { target: 'unit', search, limit: 12 })
const saveOwner = (owner: Reference) =>
  office.call('records.save', {
    register: 'database',
    id: null,
    set: { name: 'Sổ A', dbOwner: owner as never },
  })

it('finds itself in its list of agencies after set-up, and cannot undo that', async () => {
  const units = await rows('unit')
  expect(units).toHaveLength(1)
  expect(units[0]?.values).toMatchObject({ name: OFFICE.name, level: 'xa', adminCode: '99001' })
  expect(units[0]?.problems).toBe(0)
  expect((await office.call('undo.state', {})).undo).toBeNull()
})

it('offers shipped agencies beside the saved ones, and tells apart those of one name', async () => {
  expect((await suggest('')).map((unit) => unit.name)).toEqual([OFFICE.name])
  const [first] = await suggest('bo tu phap')
  expect(first).toMatchObject({ id: 'shipped:btp', name: 'Bộ Tư pháp' })
  const departments = await suggest('Sở Tư pháp')
  expect(departments.length).toBeGreaterThan(5)
  for (const { name } of departments) expect(name).toMatch(/^Sở Tư pháp \(Ủy ban nhân dân /)
  expect(new Set(departments.map(({ name }) => name)).size).toBe(departments.length)
})

it('makes the chosen agency a record in the same undo step, and never twice', async () => {
  const [chosen] = await suggest('Bộ Tư pháp')
  const { record } = await saveOwner({ text: 'Bộ Tư pháp', id: chosen!.id })
  const owner = record.values.dbOwner as Reference
  const [unit] = (await rows('unit')).filter((row) => row.values.name === 'Bộ Tư pháp')
  expect(owner).toEqual({ text: 'Bộ Tư pháp', id: unit?.id })
  const again = await saveOwner({ text: 'Bộ Tư pháp', id: chosen!.id })
  expect(again.record.values.dbOwner).toEqual(owner)
  expect((await suggest('Bộ Tư pháp'))[0]?.id).toBe(unit?.id)
  await office.call('undo.undo', {})
  expect((await rows('unit')).length).toBe(2)
  await office.call('undo.undo', {})
  expect([(await rows('unit')).length, (await rows('database')).length]).toEqual([1, 0])
  await office.call('undo.redo', {})
  const [back] = await rows('database')
  expect(back?.values.dbOwner).toEqual({ text: 'Bộ Tư pháp', id: unit?.id })
  await office.call('undo.undo', {})
})

it('keeps the words and drops an id that is no agency’s', async () => {
  const { record } = await saveOwner({ text: 'Sở X', id: 'shipped:khong-co' })
  expect(record.values.dbOwner).toEqual({ text: 'Sở X', id: null })
  await office.call('undo.undo', {})
})

it('takes a system from the list in one press, without a gap', async () => {
  const [entry] = await office.call('catalogue.list', { search: 'hộ tịch' })
  const { ids } = await office.call('catalogue.take', { codes: [entry!.code], role: 'nhap_cap_nhat' })
  const { record, problems } = await office.call('records.get', { id: ids[0]! })
  expect(record.values).toMatchObject({ recordKind: 'tham_chieu', ownerCode: entry!.code })
  expect((record.values.dbOwner as Reference).id).not.toBeNull()
  expect(problems.filter((problem) => problem.severity !== 'info')).toEqual([])
  expect((await office.call('export.report', { report: 'database-list' })).draft).toBe(false)
  await office.call('undo.undo', {})
  expect((await rows('unit')).length).toBe(1)
})

it('links a typed name of a ministry, and leaves a typed commune to a person', async () => {
  const typed = async (text: string) =>
    (await saveOwner({ text, id: null })).record.values.dbOwner as Reference
  expect((await typed('bộ nội vụ')).id).not.toBeNull()
  await office.call('undo.undo', {})
  const { name } = (await office.call('setup.units', { search: 'xã', historic: false, limit: 1 }))[0]!
  expect(await typed(name)).toEqual({ text: name, id: null })
  await office.call('undo.undo', {})
})

it('links what an import names only where one agency can be meant', async () => {
  const csv = new TextEncoder().encode(
    `Tên cơ sở dữ liệu,Chủ quản cơ sở dữ liệu\nSổ 1,BỘ TƯ PHÁP\nSổ 2,Sở Tư pháp\nSổ 3,${OFFICE.name}\n`,
  )
  const take = async () => {
    const { importId, sheets } = await office.call('import.open', {
      register: 'database',
      name: 'a.csv',
      bytes: csv,
    })
    await office.call('import.plan', { importId, sheet: sheets[0]?.name ?? '' })
    return (await office.call('import.commit', { importId })).counts
  }
  await take()
  const owners = (await rows('database')).map((row) => row.values.dbOwner as Reference)
  expect(owners.map(({ text, id }) => [text, id !== null])).toEqual([
    ['Bộ Tư pháp', true],
    ['Sở Tư pháp', false],
    [OFFICE.name, true],
  ])
  expect(await take()).toMatchObject({ new: 0, changed: 0 })
  await office.call('undo.undo', {})
  expect([(await rows('unit')).length, (await rows('database')).length]).toEqual([1, 0])
})
