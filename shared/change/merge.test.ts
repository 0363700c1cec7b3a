import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, ChangeRef } from './change.ts'
import { basesFor, mergeRecord } from './merge.ts'

// Histories in one notation: `2@A name=y area=1 < 1@A 1@B`: change 2 of device A sets name and area, having seen both.
// Every base is given to every field that the change sets.
function history(text: string): Change[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [left = '', right = ''] = line.split('<')
      const [name = '', ...assignments] = left.trim().split(/\s+/)
      const set = Object.fromEntries(
        assignments.map((a) => {
          const [field = '', value = ''] = a.split('=')
          return [field, value === 'true' ? true : value === 'false' ? false : value]
        }),
      )
      const base = right.trim().split(/\s+/).filter(Boolean).map(ref)
      return change(
        ref(name),
        set,
        base.length ? Object.fromEntries(Object.keys(set).map((f) => [f, base])) : {},
      )
    })
}

function ref(text: string): ChangeRef {
  const [seq, device = ''] = text.split('@')
  return { device, seq: Number(seq) }
}

function change(r: ChangeRef, set: Change['set'], base: Change['base']): Change {
  const record = { device: 'A', seq: 1 }
  return { ref: r, register: 'database', record, recordId: 'r', set, base, actor: 'p', at: 0, seen: 0 }
}

/** Devices that edit, delete and exchange at random; every change is based on what its device has. */
const histories = fc
  .array(
    fc.record({
      device: fc.constantFrom('A', 'B', 'C'),
      act: fc.constantFrom('name', 'area', 'both', 'delete', 'restore', 'pull'),
      from: fc.constantFrom('A', 'B', 'C'),
      value: fc.constantFrom('x', 'y', 'z'),
    }),
    { maxLength: 25 },
  )
  .map((steps) => {
    const first = change({ device: 'A', seq: 1 }, { name: 'o' }, {})
    const logs: Record<string, Change[]> = { A: [first], B: [first], C: [first] }
    const seqs: Record<string, number> = { A: 1, B: 0, C: 0 }
    for (const step of steps) {
      const log = logs[step.device]!
      if (step.act === 'pull') {
        const known = new Set(log.map((c) => c.ref))
        log.push(...logs[step.from]!.filter((c) => !known.has(c.ref)))
        continue
      }
      const set: Record<string, string | boolean> =
        step.act === 'delete'
          ? { $deleted: true }
          : step.act === 'restore'
            ? { $deleted: false }
            : step.act === 'both'
              ? { name: step.value, area: step.value }
              : { [step.act]: step.value }
      seqs[step.device]!++
      const base = basesFor(mergeRecord(log), Object.keys(set))
      log.push(change({ device: step.device, seq: seqs[step.device]! }, set, base))
    }
    const all = new Map(
      Object.values(logs).flatMap((log) => log.map((c) => [`${c.ref.seq}@${c.ref.device}`, c])),
    )
    return { logs, all: [...all.values()] }
  })

describe('mergeRecord', () => {
  it('keeps both values when two devices edit one field without seeing each other, and shows the higher sequence', () => {
    const merged = mergeRecord(history('1@A name=x\n2@A name=y < 1@A\n1@B name=z < 1@A'))
    expect(merged.heads.name).toEqual([ref('2@A'), ref('1@B')])
    expect(merged.values.name).toBe('y')
    expect(merged.conflicts).toEqual(['name'])
  })

  it('shows the greater device id when sequences are equal', () => {
    expect(mergeRecord(history('1@A name=x\n1@B name=y\n1@C name=z')).values.name).toBe('z')
  })

  it('merges disjoint fields without a conflict', () => {
    const merged = mergeRecord(history('1@A name=x area=1\n2@A name=y < 1@A\n1@B area=2 < 1@A'))
    expect({ ...merged.values }).toEqual({ area: '2', name: 'y' })
    expect(merged.conflicts).toEqual([])
  })

  it('has one head again after a change that saw both', () => {
    const merged = mergeRecord(
      history('1@A name=x\n2@A name=y < 1@A\n1@B name=z < 1@A\n2@B name=w < 2@A 1@B'),
    )
    expect(merged.heads.name).toEqual([ref('2@B')])
    expect(merged.conflicts).toEqual([])
  })

  it('does not call it a conflict when both wrote the same value', () => {
    const merged = mergeRecord(history('1@A name=x\n2@A name=y < 1@A\n1@B name=y < 1@A'))
    expect(merged.heads.name).toHaveLength(2)
    expect(merged.conflicts).toEqual([])
  })

  it('reports a deletion that did not see an edit, and keeps the record visible', () => {
    const merged = mergeRecord(history('1@A name=x\n2@A $deleted=true < 1@A\n1@B name=z < 1@A'))
    expect(merged.conflicts).toEqual(['$deleted'])
    expect(merged.deleted).toBe(false)
    expect(merged.values.name).toBe('z')
  })

  it('settles that conflict by a deletion that saw the edit', () => {
    const text = '1@A name=x\n2@A $deleted=true < 1@A\n1@B name=z < 1@A\n3@A $deleted=true < 2@A 1@B'
    expect(mergeRecord(history(text))).toMatchObject({ deleted: true, conflicts: [] })
  })

  it('settles it by a restoration too', () => {
    const text = '1@A name=x\n2@A $deleted=true < 1@A\n1@B name=z < 1@A\n2@B $deleted=false < 2@A 1@B'
    expect(mergeRecord(history(text))).toMatchObject({ deleted: false, conflicts: [] })
  })

  it('deletes quietly when the deletion had seen every edit', () => {
    const text = '1@A name=x\n1@B name=z < 1@A\n2@A $deleted=true < 1@B'
    expect(mergeRecord(history(text))).toMatchObject({ deleted: true, conflicts: [] })
  })

  it('never shows a conflict to one writer alone, even when his bases were lost', () => {
    const merged = mergeRecord(history('1@A name=x\n2@A name=y\n3@A name=z'))
    expect(merged.heads.name).toEqual([ref('3@A')])
    expect(merged.conflicts).toEqual([])
  })

  it('takes a field named like something every object has', () => {
    const merged = mergeRecord(history('1@A constructor=x toString=y'))
    expect(merged.values.constructor).toBe('x')
    expect(merged.values.hasOwnProperty).toBeUndefined()
  })

  it('gives the same result in any order, with duplicates and in any split', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), ({ all }, salt) => {
        const shuffled = [...all, ...all.filter((_, i) => (salt[i % 40] ?? 0) % 3 === 0)]
          .map((c, i) => ({ c, k: (salt[i % 40] ?? 0) * 31 + i * ((salt[0] ?? 1) % 7) }))
          .sort((a, b) => a.k - b.k)
          .map(({ c }) => c)
        expect(mergeRecord(shuffled)).toEqual(mergeRecord(all))
      }),
      { numRuns: 300 },
    )
  })

  it('loses no write: every one is a head or was seen by a later write of its field', () => {
    fc.assert(
      fc.property(histories, ({ all }) => {
        const merged = mergeRecord(all)
        for (const c of all) {
          for (const field of Object.keys(c.set)) {
            const isHead = merged.heads[field]!.some((h) => h.seq === c.ref.seq && h.device === c.ref.device)
            const seen = all.some(
              (o) =>
                (o.base[field] ?? []).some((b) => b.seq === c.ref.seq && b.device === c.ref.device) ||
                (field in o.set && o.ref.device === c.ref.device && o.ref.seq > c.ref.seq),
            )
            expect(isHead || seen).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('agrees on every replica once all have everything', () => {
    fc.assert(
      fc.property(histories, ({ logs, all }) => {
        for (const log of Object.values(logs)) {
          expect(mergeRecord([...log, ...all])).toEqual(mergeRecord([...all].reverse()))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never conflicts while only one device writes', () => {
    fc.assert(
      fc.property(histories, ({ all }) => {
        expect(mergeRecord(all.filter((c) => c.ref.device === 'A')).conflicts).toEqual([])
      }),
    )
  })
})
