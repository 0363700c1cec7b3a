import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { memo } from 'react'
import { useStore } from 'zustand/react'
import { useLabel } from '../../ui/language.ts'
import { useText } from '../text.ts'
import { cellId, NUMBER_WIDTH } from './GridRow.tsx'
import type { GridColumns } from './gridColumns.ts'
import type { GridStore } from './gridState.ts'

export const HEADER_HEIGHT = 40

export type GridSort = { readonly field: string; readonly descending: boolean } | null

type Props = {
  readonly columns: GridColumns
  readonly store: GridStore
  readonly sort: GridSort
  readonly filtered: ReadonlySet<string>
  readonly width: number
  readonly onSort: (col: number) => void
  readonly onFilter: (col: number) => void
}

/** Headings: Enter or click sorts, Alt+↓ or the funnel filters, the right edge drags the width. */
export const GridHeader = memo(function GridHeader({
  columns,
  store,
  sort,
  filtered,
  width,
  onSort,
  onFilter,
}: Props) {
  const t = useText()
  const label = useLabel()
  const activeCol = useStore(store, (state) => (state.active.row === -1 ? state.active.col : -1))

  function startResize(event: React.PointerEvent, id: string, from: number): void {
    event.preventDefault()
    event.stopPropagation()
    const startX = event.clientX
    const move = (e: PointerEvent) => columns.resize(id, from + e.clientX - startX, false)
    const up = (e: PointerEvent) => {
      columns.resize(id, from + e.clientX - startX, true)
      window.removeEventListener('pointermove', move)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up, { once: true })
  }

  const cell = (col: number) => ({
    id: cellId(-1, col),
    'data-row': -1,
    'data-col': col,
    'aria-colindex': col + 1,
    'data-active': activeCol === col || undefined,
  })
  return (
    <div role="rowgroup" className="grid-head" style={{ width, height: HEADER_HEIGHT }}>
      <div role="row" aria-rowindex={1} className="grid-head-row">
        <div
          role="columnheader"
          className="grid-heading grid-number"
          style={{ width: NUMBER_WIDTH }}
          {...cell(0)}
        >
          {t('grid.number')}
        </div>
        {columns.shown.map((column, at) => {
          const col = at + 1
          const sorted =
            sort?.field === column.field.id ? (sort.descending ? 'descending' : 'ascending') : 'none'
          const isFiltered = filtered.has(column.field.id)
          return (
            <div
              key={column.field.id}
              role="columnheader"
              aria-sort={sorted}
              className={col === 1 ? 'grid-heading grid-name' : 'grid-heading'}
              style={{ width: column.width }}
              {...cell(col)}
            >
              <button
                type="button"
                tabIndex={-1}
                className="grid-heading-text"
                title={label(column.field.label)}
                onClick={() => onSort(col)}
              >
                {label(column.field.label)}
                {column.starred && <span aria-hidden> *</span>}
                {sorted === 'ascending' && <IconArrowUp size={14} aria-hidden />}
                {sorted === 'descending' && <IconArrowDown size={14} aria-hidden />}
              </button>
              <button
                type="button"
                tabIndex={-1}
                className="grid-heading-filter"
                data-on={isFiltered || undefined}
                aria-label={t('grid.filter', { column: label(column.field.label) })}
                onClick={() => onFilter(col)}
              >
                {isFiltered ? (
                  <IconFilterFilled size={14} aria-hidden />
                ) : (
                  <IconFilter size={14} aria-hidden />
                )}
              </button>
              <span
                className="grid-resize"
                aria-hidden
                onPointerDown={(event) => startResize(event, column.field.id, column.width)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
})
