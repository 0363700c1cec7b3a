// Where the keyboard is in a grid, apart from the rows: each row listens only for what concerns it.
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Row −1 is the heading; row `total` is the blank line that makes a new record. Column 0 is the row's number. */
export type CellAt = { readonly row: number; readonly col: number }

export type GridState = {
  readonly active: CellAt
  readonly anchor: CellAt
  /** Text null: open with the cell's own value; else replaced by what is being typed. */
  readonly editing: { readonly at: CellAt; readonly replace: boolean } | null
}

export type GridStore = StoreApi<GridState>

/** @param first where the keyboard stands to begin with */
export function createGridState(first: CellAt): GridStore {
  return createStore<GridState>()(() => ({ active: first, anchor: first, editing: null }))
}

export type Block = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The selected block, at least the active cell. */
export function selectedBlock(state: GridState): Block {
  return {
    top: Math.min(state.active.row, state.anchor.row),
    bottom: Math.max(state.active.row, state.anchor.row),
    left: Math.min(state.active.col, state.anchor.col),
    right: Math.max(state.active.col, state.anchor.col),
  }
}

/** What a row must draw of the state, as a comparable text: `active|left|right|editing`. */
export function rowMarks(state: GridState, row: number): string {
  const block = selectedBlock(state)
  const isIn = row >= block.top && row <= block.bottom
  const active = state.active.row === row ? state.active.col : -1
  const editing = state.editing?.at.row === row ? state.editing.at.col : -1
  return `${active}|${isIn ? block.left : -1}|${isIn ? block.right : -2}|${editing}`
}
