import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Values } from '../shared/registers/define.ts'
import { meta, newOffice, type Office } from './officeFixture.ts'

let office: Office
beforeAll(() => {
  office = newOffice()
})
afterAll(() => office.store.close())

const FIELDS = ['name', 'owner']
const values: fc.Arbitrary<Values> = fc.record({
  name: fc.constantFrom('Đất đai', 'đất - đai', 'DAT DAI', 'Hộ tịch', '', '***'),
  owner: fc.constantFrom(null, { text: 'Sở Tư pháp', id: null }, { text: 'sở tư pháp', id: 'x' }),
})

test('looking one key up gives what a pass over the register gives, after every kind of write', () => {
  const store = office.store
  const ids: string[] = []
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 8 }), fc.nat(), (sets, at) => {
      const made = store.commit(
        sets.map((set) => ({ id: null, register: 'database', set })),
        meta(),
      )
      ids.push(...made.ids)
      const id = ids[at % ids.length]!
      const edit =
        at % 3 === 0
          ? { id, register: 'database', set: {}, delete: true }
          : { id, register: 'database', set: sets[0]! }
      if (!store.get(id)?.deleted) store.commit([edit], meta())
      if (at % 5 === 0) store.undo(meta('undo'))
      const index = store.matchIndex('database', FIELDS)
      const many = ([, same]: readonly [string, readonly string[]]) => same.length > 1
      expect([...store.sharedKeys('database')].filter(many).sort()).toEqual([...index].filter(many).sort())
      const keys = [...index.values()]
      for (const same of keys) expect(store.sameKey('database', store.get(same[0]!)!.values)).toEqual(same)
      for (const record of store.all('database'))
        expect(store.sameKey('database', record.values)).toEqual(
          keys.find((same) => same.includes(record.id)) ?? [],
        )
    }),
    { numRuns: 25 },
  )
})

test('a record without a name is the same as none', () => {
  expect(office.store.sameKey('database', { owner: { text: 'Sở Tư pháp', id: null } })).toEqual([])
})
