// The plan of an entry as the console shows it: what needs eyes first, cut after its first rows; the counts are of all.
import type { EntryPlanDto } from '../../shared/http/console.ts'
import type { DryRow } from '../../shared/ipc/contract.ts'
import { recordName } from './freezeHandin.ts'
import type { EntryPlan } from './planEntry.ts'

const MAX_ROWS_A_KIND = 200
const MAX_NAMES = 1_000
const SHOWN = ['parked', 'changed', 'new'] as const

/** @param entry a plan that found its header */
export function entryPlanDto(entry: EntryPlan): EntryPlanDto {
  const { plan } = entry
  if (!plan.headerRows) throw new Error('a planned sheet has its header')
  const rows = SHOWN.flatMap((status) =>
    plan.rows.filter((row) => row.status === status).slice(0, MAX_ROWS_A_KIND),
  )
  return {
    sheets: [...entry.sheets],
    sheet: plan.name,
    headerRows: [...plan.headerRows],
    columns: [...plan.columns],
    counts: entry.counts,
    rows: rows.map((row) => rowDto(row, entry.register)),
    missing: entry.missing.slice(0, MAX_NAMES).map(({ id, name }) => ({ id, name })),
    missingCount: entry.missing.length,
    waiting: entry.waiting.slice(0, MAX_NAMES).map(({ id, name }) => ({ id, name })),
    weak: entry.isWeak,
    digest: entry.digest,
  }
}

function rowDto(row: DryRow, register: string): EntryPlanDto['rows'][number] {
  const before = row.status === 'changed' ? Object.entries(row.before ?? {}) : []
  return {
    row: row.row,
    status: row.status === 'same' ? 'changed' : row.status,
    name: recordName(register, row.values),
    changes: before.map(([field, value]) => ({ field, before: value, after: row.values[field] ?? null })),
    problems: row.problems,
  }
}
