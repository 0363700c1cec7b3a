import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldVietnamese } from './fold.ts'

/** The rule in one line, slow and plain. */
function byTheRule(text: string): string {
  return [...text]
    .map((c) =>
      c
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[đĐ]/g, 'd')
        .toLowerCase(),
    )
    .join('')
    .replace(/[\s\u00a0\u200b\u2060\ufeff]+/g, ' ')
    .trim()
}

test('folding is the rule for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(foldVietnamese(text)).toBe(byTheRule(text))
    }),
    { numRuns: 2_000 },
  )
})

test('every way of typing a Vietnamese word folds to one key', () => {
  for (const [written, folded] of [
    ['Đất đai', 'dat dai'],
    ['ĐẤT  ĐAI', 'dat dai'],
    ['Đất đai'.normalize('NFD'), 'dat dai'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa\u00a0Bình ', 'hoa binh'],
    ['\ufeffƯớc  lượng\u200b', 'uoc luong'],
    ['𝒳 Ứ', '𝒳 u'],
  ]) {
    expect(foldVietnamese(written!)).toBe(folded)
  }
})
