// The shipped list of agencies, read from its data files once, at the first question.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inArray } from 'drizzle-orm'
import type { ConsoleParsed, ShippedUnit } from '../../shared/http/console.ts'
import type { UnitChoice } from '../../shared/ipc/contract.ts'
import {
  shippedUnits as makeUnits,
  type SearchableUnit,
  searchUnits,
} from '../../shared/units/searchUnits.ts'
import { placeNameOf, UNIT_FILES } from '../../shared/units/unitData.ts'
import { batches } from '../chain/changeRows.ts'
import type { Rows } from '../store/database.ts'
import { office } from '../store/schema.ts'

const MAX_FOUND = 60

let units: readonly SearchableUnit[] | null = null

/** The unit of that code: as it is today, else as it was before 1 July 2025. */
export function shippedUnit(code: string): UnitChoice | null {
  const found = all().filter((u) => u.unit.code === code)
  return (found.find((u) => !u.unit.historic) ?? found[0])?.unit ?? null
}

/** Units by name, best first, or every commune under a province; each says whether it is an office here already. */
export async function findUnits(rows: Rows, query: ConsoleParsed<'unit.search'>): Promise<ShippedUnit[]> {
  const { historic } = query
  const found = query.under
    ? communesUnder(query.under)
    : searchUnits(all(), query.query, { historic, limit: MAX_FOUND })
  const existing = new Set<string>()
  for (const codes of batches(found.map((u) => u.code)))
    for (const row of await rows.select({ id: office.id }).from(office).where(inArray(office.id, codes)))
      existing.add(row.id)
  return found.map((u) => ({ ...u, placeName: placeNameOf(u.name), exists: existing.has(u.code) }))
}

function communesUnder(code: string): UnitChoice[] {
  const province = all().find((u) => u.unit.code === code && u.unit.level === 'tinh' && !u.unit.historic)
  if (!province) return []
  return all()
    .map((u) => u.unit)
    .filter((u) => !u.historic && u.level === 'xa' && u.parentName === province.unit.name)
}

function all(): readonly SearchableUnit[] {
  units ??= makeUnits(read(UNIT_FILES.current), read(UNIT_FILES.historic))
  return units
}

/** The data lies at the same place under the project's root and under a built server's. */
function read(file: string): string {
  for (let dir = import.meta.dirname; ; dir = dirname(dir)) {
    const path = join(dir, file)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    if (dir === dirname(dir)) throw new Error(`${file} is not where it was shipped`)
  }
}
