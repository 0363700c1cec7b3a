// Last year's list as an office really has it, written as .xlsx bytes.
import { writeFileSync } from 'node:fs'
import { utils, write } from 'xlsx'
import { sampleList } from '../../shared/sample/sampleList.ts'

/** Writes the sample list to `file` (.xlsx). */
export function writeSampleWorkbook(file: string): void {
  const { cells, merges, sheet: name } = sampleList()
  const sheet = utils.aoa_to_sheet(cells.map((row) => [...row]))
  sheet['!merges'] = merges.map(({ row, column, rows, columns }) => ({
    s: { r: row, c: column },
    e: { r: row + rows - 1, c: column + columns - 1 },
  }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name)
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}
