// The contract as a boundary: whatever is thrown at it, it answers with data, changes nothing by accident and opens
// nothing without a PIN.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../shared/ipc/contract.ts'
import { isErrorCode } from '../../shared/messages/sentence.ts'
import { OfficeCore, PIN } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore

beforeAll(async () => {
  office = await OfficeCore.create(undefined, true)
})
afterAll(() => office.remove())

const NOT_A_CALL = [
  '',
  'app',
  '__proto__',
  'constructor',
  'toString',
  'records.save\u0000',
  'x'.repeat(10_000),
]

it('refuses every name that is not in the contract', async () => {
  for (const name of NOT_A_CALL)
    expect(await office.core.call(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})

it('answers any input of any call with a value or a code that has its sentence', async () => {
  const names = Object.keys(contract).filter((name) => !/^(session|snapshots|setup|sync|bundle)\./.test(name))
  const before = await office.call('home.summary', {})
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.anything({ maxDepth: 3, withBigInt: true, withNullPrototype: true }),
      async (name, input) => {
        const answer = await office.core.call(name, input)
        if (!answer.ok) expect(isErrorCode(answer.error.code)).toBe(true)
      },
    ),
    { numRuns: 3_000, seed: 20261121 },
  )
  expect((await office.call('home.summary', {})).registers).toEqual(before.registers)
})

it('keeps prototypes and unknown fields out of records', async () => {
  const set = JSON.parse('{"__proto__": {"polluted": true}, "name": "Sổ A"}') as Record<string, never>
  const answer = await office.core.call('records.save', { register: 'database', id: null, set })
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  if (answer.ok) await office.call('undo.undo', {})
  for (const field of ['constructor', 'noSuchField', '$deleted', 'provinceCode']) {
    const refused = await office.refusal('records.save', {
      register: 'database',
      id: null,
      set: { [field]: 'x' },
    })
    expect(['unknown-field', 'province-writes', 'bad-input']).toContain(refused.code)
  }
  for (const register of ['handin', 'review', 'remark', 'nil-answer', 'no-such']) {
    expect((await office.refusal('records.save', { register, id: null, set: {} })).code).toBe(
      'unknown-register',
    )
  }
})

it('does nothing but start while it is locked', async () => {
  await office.call('session.lock', {})
  const free = [
    'app.status',
    'setup.units',
    'setup.readPack',
    'setup.create',
    'session.unlock',
    'session.recover',
    'session.lock',
    'snapshots.list',
    'preferences.get',
    'job.cancel',
  ]
  const probes: Record<string, unknown> = {
    'records.window': { register: 'database', offset: 0, limit: 1 },
    'records.get': { id: 'x' },
    'records.problems': { register: 'database' },
    'import.rows': { importId: 'x', status: 'all', offset: 0, limit: 1 },
    'export.report': { report: 'database-list' },
    'snapshots.restore': { file: 'x' },
    'undo.undo': {},
    'home.summary': {},
    'sync.now': {},
    'handin.list': {},
    'enrol.request': {},
  }
  for (const [name, input] of Object.entries(probes)) {
    expect(free).not.toContain(name)
    expect(await office.core.call(name, input)).toEqual({ ok: false, error: { code: 'locked' } })
  }
  const { users } = await office.call('app.status', {})
  const wrong = await office.refusal('session.unlock', { userId: users[0]?.id ?? '', pin: `${PIN}x` })
  expect(wrong.code).toBe('wrong-pin')
  await office.unlock()
})

it('undoes and redoes an edit, a delete and a paste across a restart', async () => {
  const before = (await office.call('records.window', { register: 'database', offset: 0, limit: 1 })).total
  const { ids } = await office.call('records.saveMany', {
    register: 'database',
    label: 'Dán 2 dòng',
    edits: [
      { id: null, set: { name: 'Sổ một' } },
      { id: null, set: { name: 'Sổ hai' } },
    ],
  })
  await office.call('records.delete', { register: 'database', ids: ids.slice(0, 1) })
  const count = async () =>
    (await office.call('records.window', { register: 'database', offset: 0, limit: 1 })).total
  expect(await count()).toBe(before + 1)
  await office.restart()
  await office.call('undo.undo', {})
  expect(await count()).toBe(before + 2)
  await office.call('undo.undo', {})
  expect(await count()).toBe(before)
  await office.restart()
  await office.call('undo.redo', {})
  expect(await count()).toBe(before + 2)
})

it('takes a database’s data items away with it, and brings them back', async () => {
  const { record } = await office.call('records.save', {
    register: 'database',
    id: null,
    set: { name: 'Sổ có hạng mục' },
  })
  const database = { text: 'Sổ có hạng mục', id: record.id }
  await office.call('records.save', {
    register: 'data-item',
    id: null,
    set: { itemName: 'Họ tên', database },
  })
  const items = async () => {
    const query = { register: 'data-item', parentId: record.id, offset: 0, limit: 10 }
    return (await office.call('records.window', query)).total
  }
  expect(await items()).toBe(1)
  await office.call('records.delete', { register: 'database', ids: [record.id] })
  expect(await items()).toBe(0)
  await office.call('undo.undo', {})
  expect(await items()).toBe(1)
})

it('parks a bad row once, takes it away when the import is undone, and lets it wait again when its mending is', async () => {
  const csv = new TextEncoder().encode(
    'STT,Tên cơ sở dữ liệu,Ngày đưa vào khai thác\n1,Sổ tốt,01/02/2020\n2,Sổ xấu,31/02/2020\n',
  )
  const take = async () => {
    const { importId, sheets } = await office.call('import.open', {
      register: 'database',
      name: 'a.csv',
      bytes: csv,
    })
    await office.call('import.plan', { importId, sheet: sheets[0]?.name ?? '' })
    await office.call('import.commit', { importId })
    await office.call('import.commit', { importId })
  }
  const waiting = async () => (await office.call('parked.list', {})).length
  await take()
  expect(await waiting()).toBe(1)
  await take()
  expect(await waiting()).toBe(1)
  const [row] = await office.call('parked.list', {})
  await office.call('parked.accept', { id: row?.id ?? 0, values: { name: 'Sổ xấu đã sửa' } })
  expect(await waiting()).toBe(0)
  await office.call('undo.undo', {})
  expect(await waiting()).toBe(1)
  await office.call('undo.undo', {})
  expect(await waiting()).toBe(0)
  await office.call('undo.redo', {})
  expect(await waiting()).toBe(1)
})
