// A record that was made ready ahead of its commit, and one that was not, must come out as the same bytes: log, row and
// search alike. And the words kept for search must be every word, whatever was typed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value, Values } from '../shared/registers/define.ts'
import { foldVietnamese } from '../shared/text/fold.ts'
import { DistinctWords } from './DistinctWords.ts'
import { type Edit, NEW_RECORD } from './OfficeStore.ts'
import { meta, newOffice, type Office } from './officeFixture.ts'
import { wordsOf } from './searchText.ts'

const text = fc.oneof(
  fc
    .array(
      fc.constantFrom('Sổ', 'hộ tịch', 'HỘ', 'đất', 'Hoà', 'Hòa'.normalize('NFD'), '12/2026', '“x”', '漢字'),
    )
    .map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const reference: fc.Arbitrary<Value> = fc.record({
  text,
  id: fc.constantFrom(null, 'bản ghi nào đó', `${NEW_RECORD}0`),
})
const set: fc.Arbitrary<Values> = fc.record(
  {
    name: fc.option(text),
    owner: fc.option(reference),
    purpose: fc.option(text),
    role: fc.constantFrom('owner', 'operator', 'chưa ai biết', 7),
    records: fc.oneof(fc.nat(), fc.constant('không phải số')),
    personal: fc.boolean(),
    since: fc.constant('2026-07-01'),
    formats: fc.constantFrom(['csv'], ['json', 'csv'], []),
    related: fc.array(reference, { maxLength: 3 }) as fc.Arbitrary<Value>,
    future: text,
  },
  { requiredKeys: [] },
)

/** Offices that give their records the same ids. */
const office = () => newOffice({ randomBytes: (length) => Buffer.alloc(length, 7) })

function everything({ store }: Office): unknown {
  const changes = store.ownChanges(0, store.lastSeq())
  const records = store.all('database')
  const words = new Set(records.flatMap((r) => wordsOf(foldVietnamese(JSON.stringify(r.values)))))
  const found = [...words].map((search) => [
    search,
    store.window({ register: 'database', search, offset: 0, limit: 50 }).rows.map((row) => row.id),
  ])
  const sorted = store.window({
    register: 'database',
    sort: { field: 'name', descending: false },
    offset: 0,
    limit: 50,
  }).rows
  const twins = records.map((record) => store.sameKey('database', record.values))
  return { changes, records, found, sorted, twins }
}

test('made ready before or not, the same log, rows, order and search results', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ set, ready: fc.boolean() }), { minLength: 1, maxLength: 8 }), (rows) => {
      // References point at the first record; what stands before it has none to point at.
      const first: Edit = { id: null, register: 'database', set: { name: 'Đầu tiên' } }
      const edits = [first, ...rows.map((row): Edit => ({ id: null, register: 'database', set: row.set }))]
      const at = meta('import')
      const [ahead, plain] = [office(), office()]
      try {
        for (const [i, row] of rows.entries()) if (row.ready) ahead.store.prepare(edits[i + 1]!)
        const done = ahead.store.commit(
          edits.map((edit) => ({ ...edit })),
          at,
        )
        const copied = plain.store.commit(structuredClone(edits), at)
        expect(done.changes).toBe(copied.changes)
        const before = everything(ahead)
        expect(before).toEqual(everything(plain))
        ahead.store.rebuild()
        expect(everything(ahead)).toEqual(before)
        expect(ahead.store.quickCheck()).toEqual([])
      } finally {
        ahead.store.close()
        plain.store.close()
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)

test('what was made ready and not committed writes nothing', () => {
  const { store } = office()
  store.prepare({ id: null, register: 'database', set: { name: 'Chưa nhập' } })
  expect(store.lastSeq()).toBe(0)
  expect(store.count('database')).toBe(0)
  store.close()
})

test('the kept words are the words of the texts, each once where they fold to ASCII', () => {
  const words = new DistinctWords()
  const long = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 3_000 }).map((n) => n.join(' '))
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: long })),
      (texts) => {
        words.clear()
        for (const each of texts) words.add(each)
        const kept = wordsOf(words.take())
        expect(new Set(kept)).toEqual(new Set(wordsOf(foldVietnamese(texts.join(' ')))))
      },
    ),
  )
  words.clear()
  for (const each of ['Hộ tịch, HỘ TỊCH', 'ho khau', 'tịch']) words.add(each)
  expect(words.take()).toBe('ho tich khau')
})
