import { afterEach, expect, test } from 'vitest'
import { meta, newOffice, type Office, registers, reopen } from './officeFixture.ts'

const open: Office[] = []
function office(name?: string): Office {
  const made = newOffice(name ? { name } : {})
  open.push(made)
  return made
}
afterEach(() => {
  for (const o of open.splice(0)) o.store.close()
})

const values = {
  name: 'Cơ sở dữ liệu đất đai',
  owner: { text: 'UBND xã Đông Hòa', id: null },
  purpose: 'Quản lý thửa đất',
  role: 'owner',
  records: 1200,
  personal: true,
  since: '2024-03-15',
  formats: ['csv', 'json'],
  related: [{ text: 'CSDL hộ tịch', id: null }],
}

test('a saved record reads back whole, also after reopening', () => {
  const o = office()
  const { ids, changes } = o.store.commit([{ id: null, register: 'database', set: values }], meta())
  expect(changes).toBe(1)
  const saved = o.store.get(ids[0]!)
  expect(saved?.values).toEqual(values)
  expect(saved).toMatchObject({
    deleted: false,
    dirty: true,
    state: 'draft',
    problems: 0,
    conflicts: [],
    unknown: {},
  })
  expect(reopen(o).get(ids[0]!)).toEqual(saved)
})

test('an edit changes only its fields, and writing the same value again is no change', () => {
  const o = office()
  const [id] = o.store.commit([{ id: null, register: 'database', set: values }], meta()).ids
  expect(
    o.store.commit([{ id: id!, register: 'database', set: { records: 7, purpose: null } }], meta()).changes,
  ).toBe(1)
  expect(o.store.get(id!)?.values).toEqual({ ...values, records: 7, purpose: undefined })
  expect(o.store.commit([{ id: id!, register: 'database', set: { records: 7 } }], meta()).changes).toBe(0)
  expect(o.store.lastSeq()).toBe(2)
})

test('undo and redo take back and bring back edits, creations and deletions across restarts', () => {
  const o = office()
  const [id] = o.store.commit([{ id: null, register: 'database', set: values }], meta('edit', 'Thêm')).ids
  o.store.commit([{ id: id!, register: 'database', set: { name: 'Khác' } }], meta('edit', 'Đổi tên'))
  o.store.commit([{ id: id!, register: 'database', set: {}, delete: true }], meta('edit', 'Xóa'))
  expect(o.store.get(id!)?.deleted).toBe(true)
  expect(o.store.count('database')).toBe(0)

  expect(reopen(o).undoState().undo?.label).toBe('Xóa')
  o.store.undo(meta())
  expect(o.store.get(id!)).toMatchObject({ deleted: false, values: { name: 'Khác' } })
  o.store.undo(meta())
  expect(o.store.get(id!)?.values.name).toBe(values.name)
  reopen(o).undo(meta())
  expect(o.store.get(id!)?.deleted).toBe(true)
  expect(o.store.undo(meta())).toBeNull()

  o.store.redo(meta())
  expect(o.store.get(id!)).toMatchObject({ deleted: false, values: { name: values.name } })
  expect(reopen(o).undoState().redo?.label).toBe('Đổi tên')
  o.store.redo(meta())
  o.store.redo(meta())
  expect(o.store.get(id!)?.deleted).toBe(true)
  expect(o.store.redo(meta())).toBeNull()
  o.store.undo(meta())
  expect(o.store.get(id!)).toMatchObject({ deleted: false, values: { name: 'Khác' } })
})

test('a new edit ends what could be redone', () => {
  const o = office()
  const [id] = o.store.commit([{ id: null, register: 'database', set: values }], meta()).ids
  o.store.commit([{ id: id!, register: 'database', set: { records: 1 } }], meta())
  o.store.undo(meta())
  o.store.commit([{ id: id!, register: 'database', set: { records: 2 } }], meta())
  expect(o.store.undoState().redo).toBeNull()
})

test('an import is one step: undone, its new records are gone and its changed ones are as before', () => {
  const o = office()
  const [old] = o.store.commit([{ id: null, register: 'database', set: values }], meta()).ids
  const edits = [
    { id: old!, register: 'database', set: { records: 5 } },
    ...Array.from({ length: 50 }, (_, i) => ({ id: null, register: 'database', set: { name: `Mới ${i}` } })),
  ]
  o.store.commit(edits, meta('import'))
  expect(o.store.count('database')).toBe(51)
  o.store.undo(meta())
  expect(o.store.count('database')).toBe(1)
  expect(o.store.get(old!)?.values.records).toBe(1200)
})

test('history names what each change found before it', () => {
  const o = office()
  const [id] = o.store.commit([{ id: null, register: 'database', set: { name: 'A' } }], meta()).ids
  o.store.commit([{ id: id!, register: 'database', set: { name: 'B' } }], meta())
  expect(o.store.history(id!).map((h) => [h.before, h.set, h.merged])).toEqual([
    [{ name: null }, { name: 'A' }, false],
    [{ name: 'A' }, { name: 'B' }, false],
  ])
})

test('a commit that throws leaves nothing behind', () => {
  const o = office()
  expect(() =>
    o.store.commit(
      [
        { id: null, register: 'database', set: values },
        { id: 'no-such', register: 'database', set: {} },
      ],
      meta(),
    ),
  ).toThrow('no record no-such')
  expect(o.store.lastSeq()).toBe(0)
  expect(o.store.count('database')).toBe(0)
  expect(o.store.undoState()).toEqual({ undo: null, redo: null })
})

test('two offices’ PCs exchange changes in any order and show the same', () => {
  const a = office('a')
  const b = office('b')
  const [id] = a.store.commit([{ id: null, register: 'database', set: values }], meta()).ids
  expect(b.store.applyForeign(a.store.ownChanges(0, 99))).toEqual({ applied: 1, known: 0, held: 0 })
  expect(b.store.applyForeign(a.store.ownChanges(0, 99))).toEqual({ applied: 0, known: 1, held: 0 })
  a.store.commit([{ id: id!, register: 'database', set: { name: 'Tên của A' } }], meta())
  b.store.commit([{ id: id!, register: 'database', set: { name: 'Tên của B', records: 3 } }], meta())
  const fromA = a.store.ownChanges(1, 99)
  const fromB = b.store.ownChanges(0, 99)
  a.store.applyForeign(fromB)
  b.store.applyForeign(fromA)
  for (const o of [a, b]) {
    expect(o.store.get(id!)).toMatchObject({ conflicts: ['name'], values: { records: 3, name: 'Tên của A' } })
    expect(
      o.store
        .conflicts()[0]
        ?.candidates.map((c) => c.value)
        .sort(),
    ).toEqual(['Tên của A', 'Tên của B'])
  }
  a.store.commit([{ id: id!, register: 'database', set: { name: 'Tên của A' } }], meta('settle'))
  expect(a.store.get(id!)?.conflicts).toEqual([])
  b.store.applyForeign(a.store.ownChanges(2, 99))
  expect(b.store.get(id!)?.conflicts).toEqual([])
})

test('an edit that arrives before its record is held and applied when the record comes', () => {
  const a = office('a')
  const b = office('b')
  const [id] = a.store.commit([{ id: null, register: 'database', set: { name: 'A' } }], meta()).ids
  a.store.commit([{ id: id!, register: 'database', set: { name: 'B' } }], meta())
  const [first, second] = a.store.ownChanges(0, 99)
  expect(b.store.applyForeign([second!])).toEqual({ applied: 0, known: 0, held: 1 })
  expect(b.store.get(id!)).toBeUndefined()
  expect(b.store.applyForeign([first!])).toEqual({ applied: 1, known: 0, held: 0 })
  expect(b.store.get(id!)?.values.name).toBe('B')
})

test('a cloned device’s other change of the same number is kept aside, not lost and not applied', () => {
  const a = office('a')
  const clone = office('a')
  const b = office('b')
  a.store.commit([{ id: null, register: 'database', set: { name: 'Bản gốc' } }], meta())
  clone.store.commit([{ id: null, register: 'database', set: { name: 'Bản sao' } }], meta())
  b.store.applyForeign(a.store.ownChanges(0, 9))
  expect(b.store.applyForeign(clone.store.ownChanges(0, 9))).toEqual({ applied: 0, known: 0, held: 1 })
  expect(b.store.all('database').map((r) => r.values.name)).toEqual(['Bản gốc'])
  expect(b.store.heldChanges()).toMatchObject([{ reason: 'fork', change: { set: { name: 'Bản sao' } } }])
})

test('fields and registers of a newer app are kept, passed on and shown after the upgrade', () => {
  const old = office('old')
  const extended = [
    { ...registers[0]!, fields: [...registers[0]!.fields, { ...registers[0]!.fields[2]!, id: 'extra' }] },
    registers[1]!,
    { ...registers[1]!, id: 'later', parent: undefined },
  ]
  const newer = newOffice({ name: 'newer', registers: extended })
  open.push(newer)
  const [id] = newer.store.commit(
    [{ id: null, register: 'database', set: { name: 'A', extra: 'mới' } }],
    meta(),
  ).ids
  const [other] = newer.store.commit([{ id: null, register: 'later', set: { itemName: 'B' } }], meta()).ids
  expect(old.store.applyForeign(newer.store.ownChanges(0, 9))).toEqual({ applied: 1, known: 0, held: 1 })
  expect(old.store.get(id!)).toMatchObject({ values: { name: 'A' }, unknown: { extra: 'mới' } })
  expect(old.store.changesOf(other!)).toHaveLength(1)
  reopen(old, { registers: extended })
  expect(old.store.get(id!)).toMatchObject({ values: { name: 'A', extra: 'mới' }, unknown: {} })
  expect(old.store.get(other!)?.values).toEqual({ itemName: 'B' })
})

test('settings, outbox, replies and parked rows keep what they were given', () => {
  const o = office()
  o.store.setSetting('office', { name: 'UBND xã' })
  const hash = new Uint8Array(32).fill(7)
  o.store.addOutbox({ number: 1, firstSeq: 1, lastSeq: 2, bytes: new Uint8Array([1, 2]), hash, madeAt: 5 })
  expect(() =>
    o.store.addOutbox({ number: 1, firstSeq: 1, lastSeq: 9, bytes: new Uint8Array([9]), hash, madeAt: 5 }),
  ).toThrow()
  expect(o.store.settleOutbox(new Uint8Array(32), { code: 'X', at: 1, replyNumber: 1 })).toBe(false)
  expect(o.store.settleOutbox(hash, { code: 'ABC', at: 6, replyNumber: 1 })).toBe(true)
  expect(o.store.settleOutbox(hash, { code: 'LATER', at: 7, replyNumber: 2 })).toBe(true)
  o.store.addReply(1, new Uint8Array([3]), hash)
  o.store.addReply(1, new Uint8Array([3]), hash)
  expect(() => o.store.addReply(1, new Uint8Array([4]), new Uint8Array(32))).toThrow()
  const row = {
    importId: 'i',
    register: 'database',
    file: 'a.xlsx',
    sheet: 'S',
    row: 3,
    values: { name: 'X' },
    problems: [],
  }
  o.store.park([row, { ...row, row: 4 }], null)
  o.store.park([row], null)
  reopen(o)
  expect(o.store.setting('office')).toEqual({ name: 'UBND xã' })
  expect(o.store.outbox()).toEqual([
    {
      number: 1,
      firstSeq: 1,
      lastSeq: 2,
      bytes: new Uint8Array([1, 2]),
      hash,
      madeAt: 5,
      receipt: { code: 'ABC', at: 6, replyNumber: 1 },
    },
  ])
  expect(o.store.replies()).toMatchObject([{ number: 1, bytes: new Uint8Array([3]) }])
  const parked = o.store.parked('database')
  expect(parked).toHaveLength(2)
  o.store.unpark([parked[0]!.id])
  expect(o.store.parked()).toHaveLength(1)
})

test('states, dirt and problems are marked, filtered and survive a rebuild', () => {
  const o = office()
  const { ids } = o.store.commit(
    ['A', 'B'].map((name) => ({ id: null, register: 'database', set: { name } })),
    meta(),
  )
  o.store.setRecordStates([ids[0]!], 'sent', false)
  o.store.setProblems('database', new Map([[ids[1]!, 4]]))
  const before = o.store.all('database')
  o.store.rebuild()
  expect(o.store.all('database')).toEqual(before)
  const sent = {
    register: 'database',
    offset: 0,
    limit: 9,
    filters: [{ field: '$state', op: 'is', value: 'sent' }],
  } as const
  expect(o.store.window(sent).rows.map((r) => r.id)).toEqual([ids[0]])
  o.store.commit([{ id: ids[0]!, register: 'database', set: { records: 1 } }], meta())
  expect(o.store.get(ids[0]!)).toMatchObject({ dirty: true, state: 'sent' })
})
