import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countLines, textWidthPx, widestWordPx } from './fontMetrics.ts'

const FACE = { sizePt: 12 }
const text = fc
  .array(
    fc.constantFrom('dữ', 'liệu', 'CSDL', 'quản', 'lý', 'nghiêng', 'Ủy', '\n', 'https://dulieu.gov.vn/abc'),
    { maxLength: 60 },
  )
  .map((w) => w.join(' '))

describe('widths of Times New Roman', () => {
  it('are those of the face: a digit is half its size, letters with marks as wide as without', () => {
    expect(textWidthPx('0123456789', FACE)).toBeCloseTo(80, 5)
    expect(textWidthPx('ệ', FACE)).toBe(textWidthPx('e', FACE))
    expect(textWidthPx('Ủy ban nhân dân', { sizePt: 13, bold: true })).toBeGreaterThan(
      textWidthPx('Ủy ban nhân dân', { sizePt: 13 }),
    )
  })

  it('count marks that stand apart (NFD) for nothing', () => {
    expect(textWidthPx('tiếng Việt'.normalize('NFD'), FACE)).toBeCloseTo(textWidthPx('tiếng Việt', FACE), 5)
  })
})

describe('lines of a wrapped text', () => {
  it('grow when the cell narrows, and never below what its own line ends ask for', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 60, max: 600 }),
        fc.integer({ min: 0, max: 300 }),
        (t, width, more) => {
          const narrow = countLines(t, width, FACE)
          expect(narrow).toBeGreaterThanOrEqual(t.split('\n').length)
          if (widestWordPx(t, FACE) <= width)
            expect(countLines(t, width + more, FACE)).toBeLessThanOrEqual(narrow)
        },
      ),
    )
  })

  it('hold the whole text: so many lines of that width have room for it', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 600 }), (t, width) => {
        const longest = Math.max(...t.split('\n').map((line) => textWidthPx(line.trim(), FACE)))
        expect(countLines(t, width, FACE) * width).toBeGreaterThanOrEqual(longest)
      }),
    )
  })

  it('break a word that is wider than the cell', () => {
    expect(countLines('x'.repeat(100), 80, FACE)).toBeGreaterThanOrEqual(10)
    expect(countLines('', 80, FACE)).toBe(1)
  })
})
