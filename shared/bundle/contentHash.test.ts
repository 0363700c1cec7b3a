import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contentHash } from './contentHash.ts'

const a = { id: 'a', values: { name: 'Đất đai', items: ['x', 'y'], owner: { text: 'Sở', id: null } } }
const b = { id: 'b', values: { name: 'Hộ tịch', count: 3 } }

it('is the same in any order of records and fields, and when a field was cleared', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(a.values), { minLength: 3 }), (keys) => {
      const values = Object.fromEntries([
        ['gone', null],
        ...keys.map((k) => [k, a.values[k as keyof typeof a.values]]),
      ])
      expect(contentHash([b, { id: 'a', values }])).toEqual(contentHash([a, b]))
    }),
  )
})

it('differs when anything differs', () => {
  const hashes = [
    [a],
    [b],
    [a, b],
    [{ ...a, id: 'c' }],
    [{ id: 'a', values: { ...a.values, name: 'Đất đai ' } }],
    [{ id: 'a', values: { ...a.values, items: ['y', 'x'] } }],
    [{ id: 'a', values: { ...a.values, owner: { text: 'Sở', id: 'u' } } }],
    [],
  ].map((records) => Buffer.from(contentHash(records)).toString('hex'))
  expect(new Set(hashes).size).toBe(hashes.length)
})
