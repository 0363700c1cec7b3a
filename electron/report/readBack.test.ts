import { describe, expect, it } from 'vitest'
import { indexedLookup } from '../../shared/excel/ImportLookup.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import type { ProfileId, Register, Value } from '../../shared/registers/define.ts'
import { registerOf, userRegisters } from '../../shared/registers/registry.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import { reportOf, reports } from '../../shared/report/reports.ts'
import type { ReportRecord } from '../../shared/report/reportTable.ts'
import { sampleRecords } from '../../test/reportSample.ts'
import { dryRun } from '../import/dryRun.ts'
import { saveWorkbook, writeReport } from './writeReport.ts'

const office = {
  name: 'Ủy ban nhân dân xã Tân Trào',
  parentName: 'Ủy ban nhân dân tỉnh Tuyên Quang',
  level: 'xa',
  docSymbol: 'UBND',
  placeName: 'Tân Trào',
} as const

function lookupOf(...lists: readonly (readonly [Register, readonly ReportRecord[]])[]) {
  const byId = new Map(
    lists.flatMap(([r, all]) =>
      all.map((record) => [record.id, { register: r.id, values: record.values, deleted: false }] as const),
    ),
  )
  return indexedLookup(
    (id) => lists.find(([r]) => r.id === id)?.[1] ?? [],
    (id) => byId.get(id),
    (id) => registerOf(id)?.nameField,
  )
}

async function exported(
  report: string,
  records: readonly ReportRecord[],
  annex: readonly ReportRecord[],
  language: 'vi' | 'en' = 'vi',
  profile: ProfileId = 'current_2025',
) {
  const definition = reportOf(report)!
  const register = registerOf(definition.register)!
  const annexRegister = definition.annex && registerOf(definition.annex.register)
  const written = await writeReport({
    definition,
    office,
    profile: profileOf(profile),
    register,
    records,
    annex: annexRegister ? { register: annexRegister, records: annex } : undefined,
    period: '2026',
    language,
    draft: true,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
  })
  return written.bytes!
}

// Letters hold findings, not records: nothing is read back from them.
const lists = reports.filter((report) => !report.document)

describe.each(lists.map((r) => r.id))('%s, written and read back', (id) => {
  const definition = reportOf(id)!
  const register = registerOf(definition.register)!

  it.each(['vi', 'en'] as const)('changes no record (%s)', async (language) => {
    const records = sampleRecords(register, 60, 3)
    const bytes = await exported(id, records, [], language)
    const read = await dryRun({ bytes }, 'bao-cao.xlsx', {
      register,
      lookup: lookupOf([register, records]),
      sheet: definition.sheet,
    })
    if (!read.ok) throw new Error(read.error.code)
    const sheet = read.value.sheets[0]!
    expect(sheet.rows.filter((r) => r.status !== 'same')).toEqual([])
    expect(read.value.counts).toMatchObject({ new: 0, changed: 0, parked: 0, same: 60 })
    const mapped = sheet.columns.map((c) => c.field).filter((f) => f !== null)
    expect(mapped).toEqual([...definition.columns.map((c) => c.field), '$id'])
  })

  it('brings every printed value to an office that has none of the records', async () => {
    const records = sampleRecords(register, 20, 5)
    const bytes = await exported(id, records, [])
    const read = await dryRun({ bytes }, 'bao-cao.xlsx', { register, sheet: definition.sheet })
    if (!read.ok) throw new Error(read.error.code)
    const rows = read.value.sheets[0]!.rows
    expect(rows.map((r) => r.status)).toEqual(records.map(() => 'new'))
    for (const [i, record] of records.entries()) {
      const printed: Record<string, Value> = {}
      for (const { field } of definition.columns) {
        const value = record.values[field]
        if (value !== undefined) printed[field] = value
      }
      expect(rows[i]!.values).toMatchObject(printed)
    }
  })
})

describe('the annex of the database list', () => {
  it('reads back item by item, letters and all', async () => {
    const [databases, items] = [registerOf('database')!, registerOf('data-item')!]
    const parents = sampleRecords(databases, 10, 2)
    const children = sampleRecords(items, 40, 4, 0.3).map((item, i): ReportRecord => {
      const parent = parents[(i * 7) % 10]!
      return {
        id: item.id,
        values: { ...item.values, database: { text: String(parent.values.name), id: parent.id } },
      }
    })
    const bytes = await exported('database-list', parents, children)
    const lookup = lookupOf([databases, parents], [items, children])
    const read = await dryRun({ bytes }, 'bao-cao.xlsx', { register: items, lookup, sheet: 'Phụ lục' })
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.sheets[0]!.rows.filter((r) => r.status !== 'same')).toEqual([])
    expect(read.value.counts).toMatchObject({ new: 0, changed: 0, parked: 0, same: 40 })
    expect(read.value.sheets[0]!.rows.map((r) => (r.values.database as { id: string }).id)).toEqual(
      [...children]
        .sort(
          (a, b) => parents.findIndex((p) => p.id === idOf(a)) - parents.findIndex((p) => p.id === idOf(b)),
        )
        .map(idOf),
    )
  })
})

function idOf(record: ReportRecord): string {
  return (record.values.database as { id: string }).id
}

describe('a record too high for a row', () => {
  it('is carried on in further rows and read back as one', async () => {
    const register = registerOf('database')!
    const long = Array.from({ length: 3_000 }, (_, i) => (i % 50 === 0 ? `Mục ${i}:\nnội` : 'dung')).join(' ')
    const records = sampleRecords(register, 3, 9).map(
      (r, i): ReportRecord =>
        i === 1 ? { ...r, values: { ...r.values, purpose: long, content: 'x'.repeat(5_000) } } : r,
    )
    const bytes = await exported('database-list', records, [])
    const read = await dryRun({ bytes }, 'bao-cao.xlsx', {
      register,
      lookup: lookupOf([register, records]),
      sheet: 'Danh mục CSDL',
    })
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.sheets[0]!.rows.filter((r) => r.status !== 'same')).toEqual([])
    expect(read.value.counts).toMatchObject({ new: 0, changed: 0, parked: 0, same: 3 })
  })
})

describe.each(userRegisters.map((r) => r.id))('the workbook to be filled in for %s', (id) => {
  const register = registerOf(id)!

  it('with records in it reads back without a difference, every field of it', async () => {
    const records = sampleRecords(register, 12, 11)
    const { workbook } = composeTemplate({ register, language: 'vi', records })
    const { bytes } = await saveWorkbook(workbook, {})
    const read = await dryRun({ bytes: bytes! }, 'mau.xlsx', {
      register,
      lookup: lookupOf([register, records]),
    })
    if (!read.ok) throw new Error(read.error.code)
    const sheet = read.value.sheets[0]!
    expect(sheet.columns.map((c) => c.field).filter((f) => f !== null)).toEqual([
      ...register.fields.filter((f) => f.writer === 'office').map((f) => f.id),
      '$id',
    ])
    expect(sheet.rows.filter((r) => r.status !== 'same')).toEqual([])
    expect(read.value.counts).toMatchObject({ new: 0, changed: 0, parked: 0, same: 12 })
  })
})
