// Where the officer was in each register's grid, for coming back from a form. Lives as long as the window; holds places
// and searches, never records.
import type { ColumnFilter } from './FilterDialog.tsx'
import type { GridSort } from './GridHeader.tsx'
import type { CellAt } from './gridState.ts'

export type GridPlace = {
  readonly search: string
  readonly filters: readonly ColumnFilter[]
  readonly sort: GridSort
  readonly active: CellAt
  readonly scrollTop: number
  readonly scrollLeft: number
}

const places = new Map<string, GridPlace>()

export const START: GridPlace = {
  search: '',
  filters: [],
  sort: null,
  active: { row: 0, col: 1 },
  scrollTop: 0,
  scrollLeft: 0,
}

export function placeOf(register: string): GridPlace {
  return places.get(register) ?? START
}

export function rememberPlace(register: string, place: GridPlace): void {
  places.set(register, place)
}

/** At a lock: the next person does not see what the last one searched for. */
export function forgetPlaces(): void {
  places.clear()
}
