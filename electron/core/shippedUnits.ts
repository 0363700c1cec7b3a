// The shipped list of agencies, read from its data files once, at the first question.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UnitChoice } from '../../shared/ipc/contract.ts'
import {
  shippedUnits as makeUnits,
  type SearchableUnit,
  searchUnits,
} from '../../shared/units/searchUnits.ts'
import { UNIT_FILES } from '../../shared/units/unitData.ts'

let units: readonly SearchableUnit[] | null = null

/** Agencies whose name, code or superior matches, best first. */
export function findUnits(search: string, historic: boolean, limit: number): UnitChoice[] {
  units ??= makeUnits(read(UNIT_FILES.current), read(UNIT_FILES.historic))
  return searchUnits(units, search, { historic, limit })
}

/** The data lies at the same place under the project's root and under the built app's. */
function read(file: string): string {
  for (let dir = import.meta.dirname; ; dir = dirname(dir)) {
    const path = join(dir, file)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    if (dir === dirname(dir)) throw new Error(`${file} is not where it was shipped`)
  }
}
