import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsToTsv, tsvToCells } from './tsv.ts'

test('any block copied comes back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'đ', '"', '\t', '\n', ' ', ';'), maxLength: 8 })
  const block = fc
    .integer({ min: 1, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    )
    // A block whose last row is one blank cell has no text to tell it by; Excel loses it too.
    .filter((rows) => rows.at(-1)!.length > 1 || rows.at(-1)![0] !== '')
  fc.assert(
    fc.property(block, (rows) => {
      expect(tsvToCells(cellsToTsv(rows))).toEqual(rows)
    }),
  )
})

test('a block as Excel writes it: a quoted cell with a line end, and a closing line end', () => {
  expect(tsvToCells('Tên\tĐịa chỉ\r\n"UBND ""xã""\r\nMẫu"\t1\r\n')).toEqual([
    ['Tên', 'Địa chỉ'],
    ['UBND "xã"\nMẫu', '1'],
  ])
})

test('a cell that merely begins with a quote is not swallowed', () => {
  expect(tsvToCells('"dở dang\tb')).toEqual([['"dở dang', 'b']])
})
