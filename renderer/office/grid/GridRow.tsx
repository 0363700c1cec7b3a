import { memo } from 'react'
import { useStore } from 'zustand/react'
import type { RecordDto } from '../../../shared/ipc/contract.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import type { Language } from '../../ui/language.ts'
import { textNow } from '../text.ts'
import { CellEditor, type EditorEnd } from './CellEditor.tsx'
import type { GridColumn } from './gridColumns.ts'
import { type GridStore, rowMarks } from './gridState.ts'

export const ROW_HEIGHT = 32
export const NUMBER_WIDTH = 76

export type GridRowProps = {
  readonly store: GridStore
  readonly index: number
  readonly start: number
  readonly record: RecordDto | undefined
  /** The blank last line that makes a new record. */
  readonly blank: boolean
  readonly columns: readonly GridColumn[]
  readonly width: number
  readonly language: Language
  readonly onEditorEnd: (end: EditorEnd) => void
}

export function cellId(row: number, col: number): string {
  return `cell-${row}-${col}`
}

/** One line of the grid; drawn anew only when its record, its columns or the marks on it change. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { store, index, start, record, blank, columns, width, language } = props
  const marks = useStore(store, (state) => rowMarks(state, index))
  const [active, left, right, editing] = marks.split('|').map(Number) as [number, number, number, number]
  const common = (col: number) => ({
    id: cellId(index, col),
    'data-row': index,
    'data-col': col,
    'aria-colindex': col + 1,
    'data-active': active === col || undefined,
    'aria-selected': (col >= left && col <= right) || active === col,
  })
  return (
    <div
      role="row"
      className="grid-row"
      aria-rowindex={index + 2}
      data-filled={record !== undefined || blank}
      data-state={record?.state}
      style={{ transform: `translateY(${start}px)`, width }}
    >
      <div role="rowheader" className="grid-cell grid-number" style={{ width: NUMBER_WIDTH }} {...common(0)}>
        {blank ? <span aria-label={textNow('grid.newRow')}>+</span> : index + 1}
        {record && record.problems > 0 && (
          <span
            className="mark-problem"
            role="img"
            aria-label={textNow('grid.problems', { count: record.problems })}
          >
            !
          </span>
        )}
        {record && record.conflicts.length > 0 && (
          <span className="mark-conflict" role="img" aria-label={textNow('grid.conflict')}>
            ⇄
          </span>
        )}
      </div>
      {columns.map((column, at) => {
        const col = at + 1
        const text = record ? displayValue(column.field, record.values[column.field.id], language) : ''
        const isConflict = record?.conflicts.includes(column.field.id)
        return (
          <div
            key={column.field.id}
            role="gridcell"
            className={col === 1 ? 'grid-cell grid-name' : 'grid-cell'}
            data-type={column.field.type}
            data-conflict={isConflict || undefined}
            aria-readonly={column.field.writer === 'province' || undefined}
            style={{ width: column.width }}
            {...common(col)}
          >
            {editing === col ? (
              <CellEditor
                field={column.field}
                value={record?.values[column.field.id] ?? null}
                replace={store.getState().editing?.replace ?? false}
                onEnd={props.onEditorEnd}
              />
            ) : (
              text
            )}
          </div>
        )
      })}
    </div>
  )
})
