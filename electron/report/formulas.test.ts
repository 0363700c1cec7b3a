import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { registerOf } from '../../shared/registers/registry.ts'
import { csvLines } from '../../shared/report/composeCsv.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import type { ReportRecord } from '../../shared/report/reportTable.ts'
import { cleanText } from '../../shared/text/fold.ts'
import { formulaCorpus } from '../../test/formulaCorpus.ts'
import { convertInLibreOffice, temporaryFolder } from '../../test/libreOffice.ts'
import { dryRun } from '../import/dryRun.ts'
import { saveWorkbook } from './writeReport.ts'

const LIBRE_OFFICE_MS = 120_000
const register = registerOf('open-dataset')!

// The title tells the rows apart; the dangerous text is in the description and, marked, in the title.
const records: ReportRecord[] = formulaCorpus.map((text, i) => ({
  id: `open-dataset-${i}`,
  values: { title: `Bộ ${i} ${text}`, description: text },
}))
const fields = ['title', 'description']

async function workbookFile(): Promise<{ file: string; folder: string }> {
  const folder = await temporaryFolder()
  const file = join(folder, 'cong-thuc.xlsx')
  const { workbook } = composeTemplate({ register, language: 'vi', records, fields })
  await saveWorkbook(workbook, { path: file })
  return { file, folder }
}

async function csvFile(): Promise<{ file: string; folder: string }> {
  const folder = await temporaryFolder()
  const file = join(folder, 'cong-thuc.csv')
  await writeFile(file, [...csvLines(register, records, { language: 'vi', fields })].join(''))
  return { file, folder }
}

function formulasIn(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes)
  return Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/sheet'))
    .flatMap((name) => strFromU8(parts[name]!).match(/<f[ >].*?<\/f>/g) ?? [])
}

async function descriptionsRead(file: string): Promise<string[]> {
  const read = await dryRun({ path: file }, file, { register })
  if (!read.ok) throw new Error(read.error.code)
  return read.value.sheets[0]!.rows.map((row) => String(row.values.description ?? ''))
}

/** What the store keeps of a text: blanks at its ends and control signs say nothing. */
function kept(text: string): string {
  return cleanText(text).replaceAll('\u0000', '').trim()
}

describe('a corpus of texts that start like formulas', () => {
  it(
    'leaves in .xlsx as text, marked so that editing does not wake it, and opens so in LibreOffice',
    async () => {
      const { file, folder } = await workbookFile()
      const bytes = await readFile(file)
      expect(formulasIn(bytes)).toEqual([])
      const sheet = XLSX.read(bytes).Sheets[XLSX.read(bytes).SheetNames[0]!]!
      for (const [i, text] of formulaCorpus.entries()) {
        const cell = sheet[`C${i + 2}`] as XLSX.CellObject
        expect(cell.t).toBe('s')
        expect(cell.f).toBeUndefined()
        expect(cell.v).toBe(text)
      }
      const again = await convertInLibreOffice(file, 'ods', folder)
      const ods = strFromU8(unzipSync(await readFile(again))['content.xml']!)
      expect(ods).not.toMatch(/table:formula=/)
    },
    LIBRE_OFFICE_MS,
  )

  it(
    'leaves in CSV as text that LibreOffice does not run',
    async () => {
      const { file } = await csvFile()
      const folder = await temporaryFolder()
      expect(formulasIn(await readFile(await convertInLibreOffice(file, 'xlsx', folder)))).toEqual([])
    },
    LIBRE_OFFICE_MS,
  )

  it.each([
    ['.xlsx', workbookFile],
    ['.csv', csvFile],
  ] as const)('comes back from %s as it was', async (_, make) => {
    const { file } = await make()
    const read = await descriptionsRead(file)
    expect(read.map(kept)).toEqual(formulaCorpus.map(kept))
  })
})
