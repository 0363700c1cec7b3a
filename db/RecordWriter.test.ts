// The row that grows edit by edit, the row that is merged anew from the log, and the pure merge must be one and the same,
// whatever was written, in whatever order it arrived.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../shared/change/change.ts'
import { DELETED } from '../shared/change/change.ts'
import { mergeRecord } from '../shared/change/merge.ts'
import type { Value } from '../shared/registers/define.ts'
import { meta, newOffice, type Office } from './officeFixture.ts'

type Step =
  | { do: 'create'; by: number; name: number }
  | { do: 'edit'; by: number; at: number; field: string; value: number }
  | { do: 'delete'; by: number; at: number; on: boolean }
  | { do: 'undo'; by: number }
  | { do: 'redo'; by: number }
  | { do: 'sync'; from: number; to: number; shuffle: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('create' as const), by: fc.nat(2), name: fc.nat(5) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      by: fc.nat(2),
      at: fc.nat(9),
      field: fc.constantFrom('name', 'records', 'owner', 'formats', 'future'),
      value: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      by: fc.nat(2),
      at: fc.nat(9),
      on: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), by: fc.nat(2) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      from: fc.nat(2),
      to: fc.nat(2),
      shuffle: fc.nat(),
    }),
  },
)
function sampleValue(field: string, n: number): Value {
  if (n === 0) return null
  if (field === 'records') return n
  if (field === 'owner') return { text: `Đơn vị ${n}`, id: null }
  if (field === 'formats') return ['csv', 'json'].slice(0, n % 3)
  return `Giá trị ${n}`
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((item, i) => ({ item, key: Math.sin(seed + i * 12.9898) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

function allChanges(offices: readonly Office[]): Change[] {
  return offices.flatMap((o) => o.store.ownChanges(0, 1e9))
}

function run(offices: readonly Office[], s: Step): void {
  if (s.do === 'sync') {
    offices[s.to]!.store.applyForeign(shuffled(offices[s.from]!.store.ownChanges(0, 1e9), s.shuffle))
    return
  }
  const { store } = offices[s.by]!
  if (s.do === 'create') {
    store.commit([{ id: null, register: 'database', set: { name: s.name ? `Tên ${s.name}` : null } }], meta())
    return
  }
  if (s.do === 'undo' || s.do === 'redo') {
    store[s.do](meta())
    return
  }
  const known = [
    ...store.all('database'),
    ...store.window({
      register: 'database',
      filters: [{ field: '$deleted', op: 'is', value: true }],
      offset: 0,
      limit: 100,
    }).rows,
  ].map((r) => r.id)
  const id = known.sort()[s.at % Math.max(1, known.length)]
  if (!id) return
  if (s.do === 'delete') store.commit([{ id, register: 'database', set: {}, delete: s.on }], meta())
  else store.commit([{ id, register: 'database', set: { [s.field]: sampleValue(s.field, s.value) } }], meta())
}

function agrees(o: Office): void {
  const byRecord = new Map<string, Change[]>()
  for (const { device } of o.store.heads()) {
    for (const change of o.store.changesOfDevice(device, 0, 1e9)) {
      byRecord.set(change.recordId, [...(byRecord.get(change.recordId) ?? []), change])
    }
  }
  for (const [id, changes] of byRecord) {
    const shown = o.store.get(id)
    if (!shown) continue
    const merged = mergeRecord(changes)
    const values = Object.entries({ ...shown.values, ...shown.unknown }).filter(([, v]) => v !== null)
    const wanted = Object.entries(merged.values).filter(([, v]) => v !== null)
    expect(Object.fromEntries(values)).toEqual(Object.fromEntries(wanted))
    expect(shown.deleted).toBe(merged.deleted)
    expect([...shown.conflicts]).toEqual([...merged.conflicts])
    expect(o.store.headsOf(id)).toEqual(merged.heads)
  }
}

test('rows grown edit by edit equal the pure merge, and a rebuild changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), fc.nat(), (steps, seed) => {
      const offices = ['một', 'hai', 'ba'].map((name) => newOffice({ name }))
      try {
        for (const s of steps) run(offices, s)
        for (const o of offices) {
          agrees(o)
          const before = dump(o)
          o.store.rebuild()
          expect(dump(o)).toEqual(before)
        }
        const everything = allChanges(offices)
        for (const [i, o] of offices.entries()) o.store.applyForeign(shuffled(everything, seed + i))
        const shown = offices.map((o) => converged(o))
        expect(shown[1]).toEqual(shown[0])
        expect(shown[2]).toEqual(shown[0])
        for (const o of offices)
          expect(o.store.applyForeign(everything)).toMatchObject({ applied: 0, held: 0 })
      } finally {
        for (const o of offices) o.store.close()
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

function dump(o: Office) {
  const deleted = [{ field: '$deleted', op: 'is', value: true }] as const
  return {
    live: o.store.all('database'),
    deleted: o.store.window({ register: 'database', filters: deleted, offset: 0, limit: 1_000 }).rows,
    found: o.store.window({ register: 'database', search: 'ten', offset: 0, limit: 1_000 }),
    conflicts: o.store.conflicts(),
  }
}

/** What must be the same on every PC; times of arrival may differ. */
function converged(o: Office) {
  return o.store
    .heads()
    .flatMap(({ device }) => o.store.changesOfDevice(device, 0, 1e9))
    .filter((c) => c.ref.seq === c.record.seq && c.ref.device === c.record.device)
    .map(({ recordId }) => {
      const r = o.store.get(recordId)!
      return {
        id: r.id,
        values: r.values,
        unknown: r.unknown,
        deleted: r.deleted,
        conflicts: r.conflicts,
        heads: o.store.headsOf(r.id),
      }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

test('undo leaves a field alone that a colleague has written since, and takes back the rest', () => {
  const [a, b] = [newOffice({ name: 'a' }), newOffice({ name: 'b' })] as const
  const [id] = a.store.commit(
    [{ id: null, register: 'database', set: { name: 'A', records: 1 } }],
    meta(),
  ).ids
  a.store.commit([{ id: id!, register: 'database', set: { name: 'A2', records: 2 } }], meta())
  b.store.applyForeign(a.store.ownChanges(0, 9))
  b.store.commit([{ id: id!, register: 'database', set: { name: 'Của đồng nghiệp' } }], meta())
  a.store.applyForeign(b.store.ownChanges(0, 9))
  a.store.undo(meta())
  expect(a.store.get(id!)).toMatchObject({ values: { name: 'Của đồng nghiệp', records: 1 }, conflicts: [] })
  a.store.close()
  b.store.close()
})

test('an edit that did not see a deletion keeps the record in sight until a person settles it', () => {
  const [a, b] = [newOffice({ name: 'a' }), newOffice({ name: 'b' })] as const
  const [id] = a.store.commit([{ id: null, register: 'database', set: { name: 'A' } }], meta()).ids
  b.store.applyForeign(a.store.ownChanges(0, 9))
  a.store.commit([{ id: id!, register: 'database', set: {}, delete: true }], meta())
  b.store.commit([{ id: id!, register: 'database', set: { records: 5 } }], meta())
  a.store.applyForeign(b.store.ownChanges(0, 9))
  b.store.applyForeign(a.store.ownChanges(0, 9))
  for (const o of [a, b]) {
    expect(o.store.get(id!)).toMatchObject({ deleted: false, conflicts: [DELETED] })
    const values = o.store.conflicts()[0]?.candidates.map((c) => c.value)
    expect(values).toEqual(expect.arrayContaining([true, false]))
  }
  b.store.commit([{ id: id!, register: 'database', set: {}, delete: true }], meta('settle'))
  expect(b.store.get(id!)).toMatchObject({ deleted: true, conflicts: [] })
  a.store.close()
  b.store.close()
})

test('new records are handed back as a read gives them, without what their register does not know', () => {
  const o = newOffice()
  const set: Record<string, Value> = {
    name: 'Hộ tịch'.normalize('NFD'),
    owner: { text: 'Sở Tư pháp', id: null },
    records: 'mười',
    personal: false,
    since: '2024-01-31',
    formats: ['csv', 'json'],
    purpose: null,
    later: 'của phiên bản sau',
  }
  const { ids, created } = o.store.commit([{ id: null, register: 'database', set }], meta())
  const { values, unknown } = o.store.get(ids[0]!)!
  expect(created).toEqual(new Map([[ids[0], { register: 'database', values }]]))
  expect(unknown).toEqual({ records: 'mười', later: 'của phiên bản sau' })
  o.store.close()
})
