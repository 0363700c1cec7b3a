// A workbook of 10,000 rows and 30 columns, as Excel saves it (shared texts, compressed, real dates): from the chosen
// file to the dry run's first page, as the screen asks for it, against SheetJS alone reading the same bytes; then the
// time until every row is a record, after a look at the dry run and without one. Runs take turns, since a busy machine slows both alike.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import { cellValue } from '../../shared/report/cellValue.ts'
import { OfficeCore } from '../mainJob/officeCore.ts'
import { sampleRecords } from '../reportSample.ts'
import { type BenchRow, quantile } from './BenchRow.ts'
import { databases } from './benchOffice.ts'

const ROWS = 10_000
const COLUMNS = 30
const TURNS = 5
/** How long an officer looks at the dry run at the least, before the button is pressed. */
const LOOK_MS = 2_000

export async function importBench(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'sdl-bench-'))
  const path = join(dir, 'danh-muc.xlsx')
  writeFileSync(path, workbook())
  const dryRun: number[] = []
  const commit: number[] = []
  const atOnce: number[] = []
  const bare: number[] = []
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      bare.push(await timeOf(() => XLSX.read(readFileSync(path))))
      const looked = await takeIn(path, LOOK_MS)
      dryRun.push(looked.dryRun)
      commit.push(looked.commit)
      const pressed = await takeIn(path, 0)
      dryRun.push(pressed.dryRun)
      atOnce.push(pressed.commit)
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  for (const figures of [dryRun, commit, atOnce, bare]) figures.sort((a, b) => a - b)
  const median = (figures: readonly number[]) => quantile(figures, 0.5)
  const size = `${ROWS} × ${COLUMNS}`
  return [
    {
      what: `import ${size}: dry run shown, median of ${2 * TURNS}`,
      unit: 'ms',
      ours: median(dryRun),
      peers: { 'SheetJS parse alone': median(bare) },
      goal: '≤ ×1.6 of SheetJS',
      ok: median(dryRun) <= 1.6 * median(bare),
    },
    {
      what: `import ${size}: dry run shown, fastest of ${2 * TURNS}`,
      unit: 'ms',
      ours: dryRun[0]!,
      peers: { 'SheetJS parse alone': bare[0]! },
      goal: '≤ ×1.6 of SheetJS',
      ok: dryRun[0]! <= 1.6 * bare[0]!,
    },
    {
      what: `import ${size}: committed, pressed after ${LOOK_MS / 1_000} s, median of ${TURNS}`,
      unit: 'ms',
      ours: median(commit),
      peers: {},
      goal: '≤ 1500 ms',
      ok: median(commit) <= 1_500,
    },
    {
      what: `import ${size}: committed, pressed at once, median of ${TURNS}`,
      unit: 'ms',
      ours: median(atOnce),
      peers: {},
      goal: '≤ 1500 ms',
      ok: median(atOnce) <= 1_500,
    },
  ]
}

/** @param look ms between the dry run's first page and the button */
async function takeIn(path: string, look: number): Promise<{ dryRun: number; commit: number }> {
  const office = await OfficeCore.create()
  try {
    let importId = ''
    const dryRun = await timeOf(async () => {
      const opened = await office.call('import.open', { register: databases.id, name: 'danh-muc.xlsx', path })
      importId = opened.importId
      const sheet = opened.sheets[opened.best]!.name
      const planned = await office.call('import.plan', { importId, sheet })
      if (planned.counts.new !== ROWS)
        throw new Error(`not all rows are new: ${JSON.stringify(planned.counts)}`)
      await office.call('import.rows', { importId, status: 'all', offset: 0, limit: 200 })
    })
    if (look > 0) await new Promise((done) => setTimeout(done, look))
    const commit = await timeOf(() => office.call('import.commit', { importId }))
    const { total } = await office.call('records.window', { register: databases.id, offset: 0, limit: 1 })
    if (total !== ROWS) throw new Error(`${total} records after the import`)
    return { dryRun, commit }
  } finally {
    await office.remove()
  }
}

function workbook(): Uint8Array {
  const fields = databases.fields.filter((field) => field.writer === 'office').slice(0, COLUMNS)
  if (fields.length < COLUMNS) throw new Error(`only ${fields.length} fields`)
  const head = fields.map((field) => field.label.vi)
  const rows = sampleRecords(databases, ROWS).map(({ values }) =>
    fields.map((field) => {
      const value = cellValue(field, values[field.id], 'vi')
      if (value === null) return null
      return field.type === 'date' ? { t: 'n', v: value, z: 'dd/mm/yyyy' } : value
    }),
  )
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([head, ...rows]), 'CSDL')
  return XLSX.write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    bookSST: true,
    compression: true,
  }) as Uint8Array
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
