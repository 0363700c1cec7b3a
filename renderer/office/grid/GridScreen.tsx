// One register's screen: search, filters, the grid and what is done with the selection.
import { Box } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { displayValue, valueFromText } from '../../../shared/registers/displayValue.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLanguage } from '../../ui/language.ts'
import { showDone, useVersion } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { BadCells } from './BadCells.tsx'
import { type ColumnFilter, FilterDialog } from './FilterDialog.tsx'
import { GridFoot } from './GridFoot.tsx'
import type { GridSort } from './GridHeader.tsx'
import { GridToolbar } from './GridToolbar.tsx'
import { useGridColumns } from './gridColumns.ts'
import { type BadCell, MAX_BLOCK_ROWS, pasteBlock, recordsBetween, saveCell, setMany } from './gridEdits.ts'
import { placeOf, rememberPlace, START } from './gridMemory.ts'
import { createGridState } from './gridState.ts'
import { type GridActs, RecordGrid, selectedRange } from './RecordGrid.tsx'
import { RecordPages } from './recordPages.ts'
import { cellsToTsv, tsvToCells } from './tsv.ts'

const SEARCH_DELAY_MS = 50

type Query = Omit<CallInput<'records.window'>, 'offset' | 'limit'>

function fetchFor(query: Query) {
  return (offset: number, limit: number) => ask('records.window', { ...query, offset, limit })
}

export function GridScreen({ register: id, problemsOnly }: { register: string; problemsOnly: boolean }) {
  const register = registerOf(id)
  if (!register) throw new Error(`No register ${id}`)
  return <RegisterGrid register={register} problemsOnly={problemsOnly} />
}

function RegisterGrid({ register, problemsOnly }: { register: Register; problemsOnly: boolean }) {
  const t = useText()
  const { language } = useLanguage()
  const [place] = useState(() => (problemsOnly ? START : placeOf(register.id)))
  const [search, setSearch] = useState(place.search)
  const [settledSearch] = useDebouncedValue(search, SEARCH_DELAY_MS)
  const [filters, setFilters] = useState<readonly ColumnFilter[]>(place.filters)
  const [onlyProblems, setOnlyProblems] = useState(problemsOnly)
  const [sort, setSort] = useState<GridSort>(place.sort)
  const [filterCol, setFilterCol] = useState<number | null>(null)
  const [bad, setBad] = useState<readonly BadCell[]>([])
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const columns = useGridColumns(register)
  const store = useMemo(() => createGridState(place.active), [place])
  const version = useVersion(register.id)

  const query = useMemo<Query>(
    () => ({
      register: register.id,
      ...(settledSearch.trim() ? { search: settledSearch } : {}),
      filters: [
        ...filters,
        ...(onlyProblems ? [{ field: '$problems', op: 'is' as const, value: true }] : []),
      ],
      ...(sort ? { sort } : {}),
    }),
    [register, settledSearch, filters, onlyProblems, sort],
  )
  const onLeave = (scrollTop: number, scrollLeft: number) =>
    rememberPlace(register.id, {
      search,
      filters,
      sort,
      active: store.getState().active,
      scrollTop,
      scrollLeft,
    })
  const queryNow = useRef(query)
  const { pages, subscribe } = usePages(query, version)
  queryNow.current = query

  const acts: GridActs = {
    async commit(at, end) {
      const field = columns.shown[at.col - 1]?.field
      if (!field) return
      const record = pages.row(at.row)
      const read =
        end.picked !== undefined ? ({ ok: true, value: end.picked } as const) : valueFromText(field, end.text)
      if (!read.ok) {
        setBad([{ row: at.row, field, text: end.text, problem: read.error.code }])
        return
      }
      if (
        displayValue(field, read.value, language) === displayValue(field, record?.values[field.id], language)
      )
        return
      if (record) pages.patch({ ...record, values: { ...record.values, [field.id]: read.value as never } })
      const saved = await saveCell(register, record?.id ?? null, field, read.value)
      if (saved) {
        if (record) pages.patch(saved)
        setSavedAt(Date.now())
      } else if (record) pages.patch(record)
      if (!record) pages.refresh()
    },
    open: (record) => go({ screen: 'form', register: register.id, id: record.id }),
    async copy() {
      const range = selectedRange(store, columns, pages.total)
      const rows = await recordsBetween(queryNow.current, range.top, range.bottom)
      const cells = rows.map((row) =>
        range.fields.map((field) => displayValue(field, row.values[field.id], language)),
      )
      await navigator.clipboard.writeText(cellsToTsv(cells))
      if (rows.length > 1 || range.fields.length > 1) {
        showToast({
          kind: 'info',
          text: t('grid.copied', { rows: rows.length, columns: range.fields.length }),
        })
      }
    },
    async paste(text) {
      const range = selectedRange(store, columns, pages.total)
      const cells = tsvToCells(text)
      const top =
        store.getState().active.row < 0
          ? 0
          : Math.min(store.getState().active.row, store.getState().anchor.row)
      // One copied value over a selected block fills the block, as in Excel.
      const isFill =
        cells.length === 1 && cells[0]!.length === 1 && (range.bottom > range.top || range.fields.length > 1)
      const block = isFill
        ? Array.from({ length: Math.min(MAX_BLOCK_ROWS, range.bottom - range.top + 1) }, () =>
            range.fields.map(() => cells[0]![0]!),
          )
        : cells
      const existing =
        top < pages.total ? await recordsBetween(queryNow.current, top, top + block.length - 1) : []
      const outcome = await pasteBlock(
        {
          register,
          top,
          fields: columns.shown.slice(range.left - 1).map((column) => column.field),
          ids: existing.map((record) => record.id),
          label: t('grid.pastedLabel', { rows: block.length }),
        },
        block,
      )
      done(outcome.bad)
      await showDone(t('grid.pasted', { saved: outcome.saved, created: outcome.created }))
    },
    async fillDown() {
      const range = selectedRange(store, columns, pages.total)
      const rows = await recordsBetween(queryNow.current, range.top, range.bottom)
      const [source, ...rest] = rows
      if (!source || rest.length === 0) return
      const writable = range.fields.filter((field) => field.writer === 'office')
      const set = Object.fromEntries(writable.map((field) => [field.id, source.values[field.id] ?? null]))
      const ids = rest.map((record) => record.id)
      if (await setMany(register, t('grid.filledLabel', { rows: rest.length }), ids, set)) done([])
    },
    async clear() {
      const range = selectedRange(store, columns, pages.total)
      if (range.bottom < range.top) return
      const rows = await recordsBetween(queryNow.current, range.top, range.bottom)
      const writable = range.fields.filter((field) => field.writer === 'office')
      const set = Object.fromEntries(writable.map((field) => [field.id, null]))
      const ids = rows.map((record) => record.id)
      if (ids.length > 0 && (await setMany(register, t('grid.clearedLabel'), ids, set))) done([])
    },
    async remove() {
      const range = selectedRange(store, columns, pages.total)
      const rows = await recordsBetween(queryNow.current, range.top, range.bottom)
      if (rows.length === 0) return
      const removed = await ask('records.delete', {
        register: register.id,
        ids: rows.map((record) => record.id),
      })
      if (!removed) return
      pages.refresh()
      await showDone(t('grid.deleted', { count: rows.length }))
    },
    sort(col) {
      const field = columns.shown[col - 1]?.field.id
      if (!field) return
      setSort((now) =>
        now?.field !== field
          ? { field, descending: false }
          : now.descending
            ? null
            : { field, descending: true },
      )
    },
    filter: (col) => setFilterCol(col),
  }
  const stableActs = useStable(acts)

  function done(cells: readonly BadCell[]): void {
    setBad(cells)
    setSavedAt(Date.now())
    pages.refresh()
  }

  const filterField = filterCol === null ? null : (columns.shown[filterCol - 1]?.field ?? null)
  const isFiltered = filters.length > 0 || onlyProblems || settledSearch.trim() !== ''
  return (
    <Box className="grid-screen">
      <GridToolbar
        register={register}
        search={search}
        onSearch={setSearch}
        columns={columns}
        filters={filters}
        onFilters={setFilters}
        onlyProblems={onlyProblems}
        onOnlyProblems={setOnlyProblems}
        onDelete={acts.remove}
        onOpen={() => {
          const record = pages.row(store.getState().active.row)
          if (record) acts.open(record)
        }}
      />
      <RecordGrid
        register={register}
        pages={pages}
        store={store}
        columns={columns}
        sort={sort}
        filtered={new Set(filters.map((filter) => filter.field))}
        subscribe={subscribe}
        acts={stableActs}
        place={place}
        onLeave={onLeave}
      />
      <GridFoot pages={pages} subscribe={subscribe} store={store} isFiltered={isFiltered} savedAt={savedAt} />
      <FilterDialog
        field={filterField}
        filters={filters}
        onChange={setFilters}
        onClose={() => setFilterCol(null)}
      />
      <BadCells cells={bad} onClose={() => setBad([])} />
    </Box>
  )
}

/** The pages of a query, refetched when the register changes; components read them through `subscribe`. */
function usePages(query: Query, version: number) {
  const listeners = useRef(new Set<() => void>())
  const [pages] = useState(
    () =>
      new RecordPages(fetchFor(query), () => {
        for (const listener of listeners.current) listener()
      }),
  )
  const firstQuery = useRef(query)
  const firstVersion = useRef(version)
  useEffect(() => {
    if (firstQuery.current === query) return
    firstQuery.current = query
    pages.replaceQuery(fetchFor(query))
  }, [pages, query])
  useEffect(() => {
    if (firstVersion.current === version) return
    firstVersion.current = version
    pages.refresh()
  }, [pages, version])
  const [subscribe] = useState(() => (listener: () => void) => {
    listeners.current.add(listener)
    return () => listeners.current.delete(listener)
  })
  return { pages, subscribe }
}

/** The same object for ever, whose members call the newest ones: rows are not drawn anew when handlers change. */
function useStable<T extends Record<string, (...args: never[]) => unknown>>(members: T): T {
  const now = useRef(members)
  now.current = members
  const [stable] = useState(() => {
    const made: Record<string, unknown> = {}
    for (const key of Object.keys(members)) made[key] = (...args: never[]) => now.current[key]!(...args)
    return made as T
  })
  return stable
}
