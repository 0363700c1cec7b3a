import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaCorpus } from '../../test/formulaCorpus.ts'
import { markInert, startsFormula, textToCsv, unmarkInert } from './inertText.ts'

describe('text that a spreadsheet would run', () => {
  it('is known in every form of a corpus of more than 500', () => {
    expect(formulaCorpus.length).toBeGreaterThanOrEqual(500)
    for (const text of formulaCorpus) {
      if (text.startsWith('_')) continue
      expect(startsFormula(text) || text.startsWith("'"), JSON.stringify(text)).toBe(true)
      expect(markInert(text).startsWith("'"), JSON.stringify(text)).toBe(true)
    }
  })

  it('leaves ordinary words, names, numbers and dates alone', () => {
    for (const text of [
      'Ủy ban nhân dân',
      '0912345678',
      '05/03/2026',
      "O'Brien",
      "'nháy",
      '(1) mục',
      'a=b',
      '…',
    ]) {
      expect(startsFormula(text)).toBe(false)
      expect(markInert(text)).toBe(text)
    }
  })

  it('comes back as it was, whatever it is', () => {
    const nasty = fc.stringMatching(/^['\s=+\-@＝]{0,4}.{0,12}$/u)
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), nasty),
        (text) => unmarkInert(markInert(text)) === text,
      ),
      { numRuns: 2_000 },
    )
    for (const text of formulaCorpus) expect(unmarkInert(markInert(text))).toBe(text)
  })

  it('never stands first in a CSV field', () => {
    for (const text of formulaCorpus.filter((t) => !t.startsWith('_'))) expect(textToCsv(text)).toMatch(/^"'/)
  })
})
