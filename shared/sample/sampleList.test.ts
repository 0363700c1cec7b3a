import { expect, it } from 'vitest'
import { valueFromText } from '../registers/displayValue.ts'
import { registerOf } from '../registers/registry.ts'
import { foldKey } from '../text/fold.ts'
import { sampleList } from './sampleList.ts'

const list = sampleList()
const database = registerOf('database')!
const headings = list.cells[6]!.map((top, i) => list.cells[7]![i] ?? top)
const fields = headings.map((h) =>
  database.fields.find((f) => [f.label.vi, ...f.synonyms].some((s) => foldKey(s) === foldKey(String(h)))),
)

it('has a heading that the register knows over every column but the running number', () => {
  expect(headings.filter((_, i) => !fields[i])).toEqual(['STT'])
  expect(new Set(fields.filter(Boolean)).size).toBe(headings.length - 1)
})

it('holds exactly the bad cells that it names', () => {
  const bad = list.cells.flatMap((row, r) =>
    r > 8 && typeof row[0] === 'number'
      ? row.flatMap((cell, c) => {
          const field = fields[c]
          return field && cell !== null && !valueFromText(field, String(cell)).ok
            ? [`${String.fromCharCode(65 + c)}${r + 1}`]
            : []
        })
      : [],
  )
  expect(bad).toEqual(list.badCells.map((b) => b.cell))
  expect(bad).toHaveLength(4)
  expect(list.cells.filter((row) => typeof row[0] === 'number')).toHaveLength(list.dataRows)
})

it('never merges one cell into two rectangles', () => {
  const taken = new Set<string>()
  for (const m of list.merges) {
    for (let r = m.row; r < m.row + m.rows; r++) {
      for (let c = m.column; c < m.column + m.columns; c++) {
        expect(taken.has(`${r}.${c}`), `${r}.${c}`).toBe(false)
        taken.add(`${r}.${c}`)
      }
    }
  }
})
