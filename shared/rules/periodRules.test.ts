import { describe, expect, it } from 'vitest'
import type { Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { comparePeriods, type PeriodPair, periodRules } from './periodRules.ts'

const database = registerOf('database')!
const openDataset = registerOf('open-dataset')!

function pair(before: Values | null, after: Values | null, more: Partial<PeriodPair> = {}): PeriodPair {
  return {
    register: database,
    before,
    after,
    childrenTouched: 0,
    hasConflict: false,
    errors: 0,
    touchedOn: '2026-11-01',
    staleBefore: '2025-12-18',
    ...more,
  }
}

const found = (of: PeriodPair) => comparePeriods(of).map(({ rule }) => rule.id)
const group = (of: PeriodPair) => comparePeriods(of)[0]?.rule.group ?? 'unchanged'

describe('a list against what was last accepted', () => {
  it('tells what is gone, new, changed and the same', () => {
    const a = { name: 'Sổ hộ tịch', purpose: 'Tra cứu' }
    expect(group(pair(a, null))).toBe('gone')
    expect(group(pair(null, a))).toBe('new')
    expect(group(pair(a, { ...a, purpose: 'Báo cáo' }))).toBe('changed')
    expect(group(pair(a, { ...a }))).toBe('unchanged')
  })

  it('names the fields that changed, and what hangs on the record', () => {
    const [first] = comparePeriods(
      pair({ name: 'A', purpose: 'x' }, { name: 'A', purpose: 'y', scope: 'z' }, { childrenTouched: 2 }),
    )
    const labels = ['purpose', 'scope'].map((id) => database.fields.find((f) => f.id === id)?.label.vi)
    for (const label of labels) expect(first?.args.fields).toContain(`“${label}”`)
    expect(first?.args.fields).toContain('2 mục chi tiết')
  })

  it('does not count what the province writes, e.g. a code given on acceptance', () => {
    const field = database.fields.find((f) => f.writer === 'province')
    expect(field).toBeDefined()
    expect(group(pair({ name: 'A' }, { name: 'A', [field?.id ?? '']: 'X-1' }))).toBe('unchanged')
  })

  it('puts two values of one field, and errors, before a mere change', () => {
    const a = { name: 'A' }
    expect(found(pair(a, { name: 'B' }, { hasConflict: true }))).toEqual([
      'in-conflict',
      'changed-since-last',
    ])
    expect(group(pair(a, a, { errors: 2 }))).toBe('risky')
  })

  it('is stale where nobody touched it in the year before it was last handed in, nor since', () => {
    const a = { name: 'A' }
    expect(group(pair(a, a, { touchedOn: '2025-12-17' }))).toBe('stale')
    expect(group(pair(a, a, { touchedOn: '2025-12-18' }))).toBe('unchanged')
  })
})

describe('what was posted', () => {
  const posted = { title: 'Giá đất', publishedAt: '2025-05-15', status: 'da_cong_bo' }
  const of = (after: Values) => found(pair(posted, after, { register: openDataset }))

  it('and changed since is found until it is posted again', () => {
    expect(of({ ...posted, description: 'Mới' })).toContain('changed-after-posting')
    expect(of({ ...posted, description: 'Mới', lastUpdatedAt: '2026-11-02' })).not.toContain(
      'changed-after-posting',
    )
    expect(of(posted)).toEqual([])
  })

  it('and is no longer on show, or was never posted, is not', () => {
    expect(of({ ...posted, status: 'ngung_cong_bo', description: 'Mới' })).not.toContain(
      'changed-after-posting',
    )
    const draft = { title: 'Giá đất', status: 'du_thao' }
    expect(found(pair(draft, { ...draft, description: 'Mới' }, { register: openDataset }))).toEqual([
      'changed-since-last',
    ])
  })

  it('with a risk of exposing people is looked at each year', () => {
    const risky = { ...posted, privacyRisk: 'cao' }
    expect(found(pair(risky, risky, { register: openDataset }))).toEqual(['risky-and-published'])
  })
})

it('every rule says in both languages what is so and how to mend it, under an id of its own', () => {
  expect(new Set(periodRules.map((rule) => rule.id)).size).toBe(periodRules.length)
  for (const { message, mend } of periodRules)
    for (const text of [message.vi, message.en, mend.vi, mend.en]) expect(text).toMatch(/[.]$/)
})
