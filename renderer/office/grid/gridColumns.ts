// Which columns a grid shows, how wide, in what order; kept by TanStack Table, remembered as a preference.

import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { RecordDto } from '../../../shared/ipc/contract.ts'
import type { Field, Register } from '../../../shared/registers/define.ts'
import { isRequiredOfAll } from '../../../shared/registers/required.ts'
import { setPreference, useApp } from '../app/appStore.ts'

const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnOrderingFeature,
})
const NO_ROWS: RecordDto[] = []

export type GridColumn = {
  readonly field: Field
  readonly width: number
  /** Every record is asked for it. */
  readonly starred: boolean
}

type Remembered = { hidden?: string[]; widths?: Record<string, number> }

function remembered(register: string): Remembered {
  const kept = useApp.getState().preferences[`grid.${register}`]
  return typeof kept === 'object' && kept !== null ? (kept as Remembered) : {}
}

/** Shown to begin with: the name, what every office fills in, and what is required. */
function isFirstShown(register: Register, field: Field): boolean {
  return field.id === register.nameField || field.depth === 'minimal' || field.required
}

/** The name first, then the declaration's own order. */
function inOrder(register: Register): Field[] {
  return [...register.fields].sort(
    (a, b) => Number(b.id === register.nameField) - Number(a.id === register.nameField),
  )
}

export function useGridColumns(register: Register) {
  const fields = useMemo(() => inOrder(register), [register])
  const columns = useMemo(
    () => fields.map((field) => ({ id: field.id, size: field.width.grid, minSize: 60, maxSize: 900 })),
    [fields],
  )
  const [visibility, setVisibility] = useState<Record<string, boolean>>(() => {
    const hidden = remembered(register.id).hidden
    return Object.fromEntries(
      fields.map((field) => [field.id, hidden ? !hidden.includes(field.id) : isFirstShown(register, field)]),
    )
  })
  const [sizing, setSizing] = useState<Record<string, number>>(() => remembered(register.id).widths ?? {})
  const table = useTable({
    features,
    columns,
    data: NO_ROWS,
    state: { columnVisibility: visibility, columnSizing: sizing },
    onColumnVisibilityChange: setVisibility,
    onColumnSizingChange: setSizing,
    columnResizeMode: 'onChange',
  })

  function keep(next: Remembered): void {
    const hidden = fields.filter((field) => !visibility[field.id]).map((field) => field.id)
    setPreference(`grid.${register.id}`, { hidden, widths: sizing, ...next })
  }

  const shown: GridColumn[] = table.getVisibleLeafColumns().map((column) => {
    const field = fields.find((candidate) => candidate.id === column.id)!
    return { field, width: column.getSize(), starred: isRequiredOfAll(register, field) }
  })

  return {
    fields,
    shown,
    isShown: (id: string) => visibility[id] ?? true,
    toggle(id: string, on: boolean): void {
      // The name always stays: without it no row can be told from another.
      if (id === register.nameField) return
      const next = { ...visibility, [id]: on }
      setVisibility(next)
      keep({ hidden: fields.filter((field) => !next[field.id]).map((field) => field.id) })
    },
    showAll(all: boolean): void {
      const next = Object.fromEntries(fields.map((field) => [field.id, all || isFirstShown(register, field)]))
      setVisibility(next)
      keep({ hidden: fields.filter((field) => !next[field.id]).map((field) => field.id) })
    },
    resize(id: string, width: number, done: boolean): void {
      const widths = { ...sizing, [id]: Math.max(60, Math.min(900, Math.round(width))) }
      setSizing(widths)
      if (done) keep({ widths })
    },
  }
}

export type GridColumns = ReturnType<typeof useGridColumns>
