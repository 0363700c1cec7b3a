// Whole numbers as offices write them: 1.394.695 and 1,394,695 are grouped thousands, "1.234" could also be a decimal
// and is reported unless the rest of its column shows which mark groups.
import { err, ok, type Result } from '../result.ts'
import { type CellProblem, cellProblem } from './cellProblem.ts'
import type { Cell } from './workbook.ts'
import { cellText } from './workbook.ts'

/** The mark that groups thousands in a column, when one of its cells proves it. */
export type Grouping = '.' | ',' | null

export function parseInteger(cell: Cell, grouping: Grouping = null): Result<number, CellProblem> {
  const text = cellText(cell).trim()
  if (typeof cell === 'number') return checked(cell, text)
  if (cell && typeof cell === 'object' && cell.k === 'number') return checked(cell.v, text)
  const digits = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^\+/, '')
  if (/^-?\d+$/.test(digits)) return checked(Number(digits), text)
  const groups = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.exec(digits)
  if (groups) {
    const bare = digits.replace(/[.,]/g, '')
    const single = digits.split(groups[1]!).length === 2
    // "0.123" and "0,123" are decimals: nobody groups after a leading zero.
    if (!single || grouping === groups[1]) return checked(Number(bare), text)
    if (!/^-?0/.test(digits)) {
      return err(cellProblem('number-ambiguous', { text, grouped: bare, decimal: digits.replace('.', ',') }))
    }
  }
  // "12,0" and "12.00" say a whole number with empty decimals.
  const empty = /^(-?\d+)[.,]0{1,2}$/.exec(digits)
  if (empty) return checked(Number(empty[1]), text)
  return err(cellProblem('number-unreadable', { text }))
}

/** Which mark groups thousands in these texts, when a number with two groups or more proves it. */
export function findGrouping(texts: Iterable<string>): Grouping {
  for (const text of texts) {
    const proof = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''))
    if (proof) return proof[1] as Grouping
  }
  return null
}

function checked(value: number, text: string): Result<number, CellProblem> {
  if (!Number.isInteger(value)) return err(cellProblem('number-unreadable', { text }))
  return Number.isSafeInteger(value) ? ok(value) : err(cellProblem('number-too-large', { text }))
}
