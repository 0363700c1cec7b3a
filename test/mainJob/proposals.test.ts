// Excel against what the province accepted: a file proposes and changes nothing by itself; an export read back changes
// nothing at all and un-approves nothing.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decideHandin } from '../../server/handin/decide.ts'
import { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

const YEAR = String(new Date().getFullYear())

let province: ProvinceForTests
let office: OfficeCore
beforeAll(async () => {
  province = await ProvinceForTests.start()
  office = await province.enrolledOffice('30001')
  const edits = ['Sổ hộ tịch', 'Sổ chứng thực'].map((name) => ({
    id: null,
    set: { name, purpose: 'Tra cứu' },
  }))
  await office.call('records.saveMany', { register: 'database', label: 'Nhập', edits })
  const made = await office.call('handin.make', { register: 'database', period: YEAR })
  await office.syncUntil('idle')
  const asked = { office: '30001', handin: made.id, decision: 'accept', reason: '' } as const
  must(await decideHandin(province.province, REVIEWER, asked))
  await office.syncUntil('idle')
}, 60_000)
afterAll(() => province.close())

const databases = async () =>
  (await office.call('records.window', { register: 'database', offset: 0, limit: 10 })).rows

async function importFile(name: string, bytes: Uint8Array) {
  const { importId, sheets, best } = await office.call('import.open', { register: 'database', name, bytes })
  const plan = await office.call('import.plan', { importId, sheet: sheets[best]?.name ?? '' })
  const shown = await office.call('import.rows', { importId, status: 'all', offset: 0, limit: 100 })
  const { counts } = await office.call('import.commit', { importId })
  return { plan, rows: shown.rows, counts }
}

it('changes nothing and un-approves nothing when an export is read back', async () => {
  const before = await databases()
  expect(before.map((row) => [row.state, row.dirty])).toEqual([
    ['accepted', false],
    ['accepted', false],
  ])
  const exported = await office.call('export.report', { report: 'database-list' })
  const { counts } = await importFile(exported.name, exported.bytes ?? new Uint8Array())
  expect(counts).toMatchObject({ new: 0, changed: 0, same: 2, parked: 0 })
  expect(await databases()).toEqual(before)
  await office.restart()
  expect(await databases()).toEqual(before)
  expect(await office.call('parked.list', {})).toEqual([])
}, 60_000)

it('keeps a change to an accepted record as a proposal, with what it holds and what the file says', async () => {
  const before = await databases()
  const csv = 'STT,Tên cơ sở dữ liệu,Mục đích\n1,Sổ hộ tịch,Tra cứu và báo cáo\n2,Sổ mới,Lưu\n'
  const { rows, counts } = await importFile('sua.csv', new TextEncoder().encode(csv))
  expect(counts).toMatchObject({ new: 1, changed: 1, proposed: 1 })
  expect(rows[0]).toMatchObject({ status: 'changed', proposal: true, before: { purpose: 'Tra cứu' } })
  const after = await databases()
  expect(after.slice(0, 2)).toEqual(before)
  expect(after.length).toBe(3)
  const [proposal] = await office.call('parked.list', { register: 'database' })
  expect(proposal).toMatchObject({
    recordId: before[0]?.id,
    recordName: 'Sổ hộ tịch',
    values: { purpose: 'Tra cứu và báo cáo' },
    before: { purpose: 'Tra cứu' },
    problems: [{ rule: 'accepted-record', field: 'purpose', cell: 'C2' }],
  })
  // The same file once more waits once.
  await importFile('sua.csv', new TextEncoder().encode(csv))
  expect((await office.call('parked.list', {})).length).toBe(1)
  const { recordId } = await office.call('parked.accept', {
    id: proposal?.id ?? 0,
    values: proposal?.values ?? {},
  })
  expect(recordId).toBe(before[0]?.id)
  expect((await databases())[0]).toMatchObject({
    state: 'accepted',
    dirty: true,
    values: { purpose: 'Tra cứu và báo cáo' },
  })
  expect(await office.call('parked.list', {})).toEqual([])
  await office.call('undo.undo', {})
  expect((await databases())[0]?.values.purpose).toBe('Tra cứu')
  expect((await office.call('parked.list', {})).length).toBe(1)
  await office.call('parked.discard', { ids: [proposal?.id ?? 0] })
  expect(await office.call('parked.list', {})).toEqual([])
}, 60_000)

it('knows on the office’s other machine what was accepted, and proposes there too', async () => {
  const other = await OfficeCore.create(await province.newPack('30001'))
  try {
    await other.syncUntil('waiting')
    await province.approve(other)
    await other.syncUntil('idle')
    const { rows } = await other.call('records.window', { register: 'database', offset: 0, limit: 10 })
    const accepted = rows.filter((row) => row.state === 'accepted')
    expect(accepted.map((row) => [row.values.name, row.dirty])).toEqual([
      ['Sổ hộ tịch', false],
      ['Sổ chứng thực', false],
    ])
    const csv = 'STT,Tên cơ sở dữ liệu,Mục đích\n1,Sổ hộ tịch,Khác\n'
    const bytes = new TextEncoder().encode(csv)
    const { importId, sheets, best } = await other.call('import.open', {
      register: 'database',
      name: 'may-hai.csv',
      bytes,
    })
    const plan = await other.call('import.plan', { importId, sheet: sheets[best]?.name ?? '' })
    expect(plan.counts).toMatchObject({ changed: 1, proposed: 1 })
  } finally {
    await other.remove()
  }
}, 60_000)
