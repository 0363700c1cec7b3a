// The shipped list of agencies, read from its data files once, at the first question.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UnitChoice } from '../../shared/ipc/contract.ts'
import {
  shippedUnits as makeUnits,
  type SearchableUnit,
  searchable,
  searchUnits,
} from '../../shared/units/searchUnits.ts'
import { UNIT_FILES } from '../../shared/units/unitData.ts'

let units: readonly SearchableUnit[] | null = null

/** Agencies whose name, code or superior matches, best first. */
export function findUnits(search: string, historic: boolean, limit: number): UnitChoice[] {
  return searchUnits(all(), search, { historic, limit })
}

/** The agency of that code today; undefined for a code that is none. */
export function shippedUnit(code: string): UnitChoice | undefined {
  return all().find(({ unit }) => unit.code === code && !unit.historic)?.unit
}

let bearers: ReadonlyMap<string, number> | null = null

/** True when several agencies of today bear the unit's name: only their superiors tell them apart. */
export function isNameShared(unit: UnitChoice): boolean {
  bearers ??= countNames()
  return (bearers.get(searchable(unit).nameKey) ?? 0) > 1
}

function countNames(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { unit, nameKey } of all())
    if (!unit.historic) counts.set(nameKey, (counts.get(nameKey) ?? 0) + 1)
  return counts
}

function all(): readonly SearchableUnit[] {
  units ??= makeUnits(read(UNIT_FILES.current), read(UNIT_FILES.historic))
  return units
}

/** The data lies at the same place under the project's root and under the built app's. */
function read(file: string): string {
  for (let dir = import.meta.dirname; ; dir = dirname(dir)) {
    const path = join(dir, file)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    if (dir === dirname(dir)) throw new Error(`${file} is not where it was shipped`)
  }
}
