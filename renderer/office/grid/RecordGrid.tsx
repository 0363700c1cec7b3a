// The grid itself: rows drawn only where one looks, fetched in windows, driven by the keyboard. The focus stays on the
// grid; the active cell is named to screen readers, so that scrolling a row away never loses the keyboard.
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand/react'
import type { RecordDto } from '../../../shared/ipc/contract.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import type { EditorEnd } from './CellEditor.tsx'
import { GridHeader, type GridSort, HEADER_HEIGHT } from './GridHeader.tsx'
import { cellId, GridRow, NUMBER_WIDTH, ROW_HEIGHT } from './GridRow.tsx'
import type { GridColumns } from './gridColumns.ts'
import type { GridPlace } from './gridMemory.ts'
import { type CellAt, type GridStore, selectedBlock } from './gridState.ts'
import type { RecordPages } from './recordPages.ts'

const OVERSCAN = 10

export type GridActs = {
  readonly commit: (at: CellAt, end: Extract<EditorEnd, { kind: 'commit' }>) => void
  readonly open: (record: RecordDto) => void
  readonly copy: () => void
  readonly paste: (text: string) => void
  readonly fillDown: () => void
  readonly clear: () => void
  readonly remove: () => void
  readonly sort: (col: number) => void
  readonly filter: (col: number) => void
}

type Props = {
  readonly register: Register
  readonly pages: RecordPages
  readonly store: GridStore
  readonly columns: GridColumns
  readonly sort: GridSort
  readonly filtered: ReadonlySet<string>
  readonly subscribe: (listener: () => void) => () => void
  readonly acts: GridActs
  /** Where to begin, and who is told where it was left. */
  readonly place: GridPlace
  readonly onLeave: (scrollTop: number, scrollLeft: number) => void
}

export function RecordGrid(props: Props) {
  const { register, pages, store, columns, sort, filtered, subscribe, acts, place } = props
  const label = useLabel()
  const { language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useSyncExternalStore(subscribe, () => pages.version)
  const { shown } = columns
  const width = NUMBER_WIDTH + shown.reduce((sum, column) => sum + column.width, 0)
  const rowCount = pages.loaded ? pages.total + 1 : 0
  const activeRow = useStore(store, (state) => state.active.row)

  const rangeExtractor = useCallback(
    (range: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
      const first = Math.max(0, range.startIndex - range.overscan)
      const last = Math.min(range.count - 1, range.endIndex + range.overscan)
      const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i)
      // The active row is always drawn: its cell is what the screen reader is told of.
      if (activeRow >= 0 && activeRow < range.count && (activeRow < first || activeRow > last))
        rows.push(activeRow)
      return rows.sort((a, b) => a - b)
    },
    [activeRow],
  )
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: HEADER_HEIGHT,
    rangeExtractor,
  })
  const items = virtualizer.getVirtualItems()
  const range = virtualizer.range
  const first = range?.startIndex ?? 0
  const last = range?.endIndex ?? 40

  useLayoutEffect(() => pages.want(first, last), [pages, first, last])

  const reveal = useCallback(
    (at: CellAt) => {
      const element = box.current
      if (!element) return
      if (at.row >= 0) {
        const top = at.row * ROW_HEIGHT
        const view = element.clientHeight - HEADER_HEIGHT
        if (top < element.scrollTop) element.scrollTop = top
        else if (top + ROW_HEIGHT > element.scrollTop + view) element.scrollTop = top + ROW_HEIGHT - view
      }
      if (at.col < 2) element.scrollLeft = 0
      else {
        const left = NUMBER_WIDTH + shown.slice(0, at.col - 1).reduce((sum, column) => sum + column.width, 0)
        const fixed = NUMBER_WIDTH + (shown[0]?.width ?? 0)
        const right = left + (shown[at.col - 1]?.width ?? 0)
        if (left - fixed < element.scrollLeft) element.scrollLeft = left - fixed
        else if (right > element.scrollLeft + element.clientWidth)
          element.scrollLeft = right - element.clientWidth
      }
    },
    [shown],
  )

  const moveTo = useCallback(
    (row: number, col: number, extend = false) => {
      const at = {
        row: Math.max(extend ? 0 : -1, Math.min(row, pages.total)),
        col: Math.max(0, Math.min(col, shown.length)),
      }
      store.setState((state) => ({ active: at, anchor: extend ? state.anchor : at, editing: null }))
      reveal(at)
    },
    [pages, shown.length, store, reveal],
  )

  const edit = useCallback(
    (replace: boolean) => {
      const { active } = store.getState()
      const field = shown[active.col - 1]?.field
      if (!field || active.row < 0 || field.writer === 'province') return
      // Drawn at once, so that the key now being pressed falls into the editor.
      flushSync(() => store.setState({ editing: { at: active, replace }, anchor: active }))
    },
    [store, shown],
  )

  const onEditorEnd = useCallback(
    (end: EditorEnd) => {
      const at = store.getState().editing?.at
      store.setState({ editing: null })
      if (!at) return
      if (end.kind === 'commit') {
        acts.commit(at, end)
        const step = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] }[end.move] as [
          number,
          number,
        ]
        // A blank line that was just filled is no longer the last one once its record is there.
        if (end.move !== 'stay') moveTo(at.row + step[0], at.col + step[1])
        else return
      }
      box.current?.focus({ preventScroll: true })
    },
    [store, acts, moveTo],
  )

  function onKeyDown(event: KeyboardEvent): void {
    const state = store.getState()
    if (state.editing) return
    const { row, col } = state.active
    const page = Math.max(
      1,
      Math.floor(((box.current?.clientHeight ?? 400) - HEADER_HEIGHT) / ROW_HEIGHT) - 1,
    )
    const ctrl = event.ctrlKey || event.metaKey
    const shift = event.shiftKey
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(ctrl ? pages.total - 1 : row + 1, col, shift),
      ArrowUp: () => moveTo(ctrl ? 0 : row - 1, col, shift),
      ArrowRight: () => moveTo(row, ctrl ? shown.length : col + 1, shift),
      ArrowLeft: () => moveTo(row, ctrl ? 1 : col - 1, shift),
      PageDown: () => moveTo(row + page, col, shift),
      PageUp: () => moveTo(Math.max(0, row - page), col, shift),
      Home: () => moveTo(ctrl ? 0 : row, 1, shift),
      End: () => moveTo(ctrl ? pages.total - 1 : row, shown.length, shift),
      F2: () => edit(false),
      Delete: () => acts.clear(),
      Backspace: () => acts.clear(),
    }
    if (event.altKey && row === -1 && event.key === 'ArrowDown') acts.filter(col)
    else if (event.altKey) return
    else if (moves[event.key]) moves[event.key]!()
    else if (event.key === 'Enter') onEnter(row, col)
    else if (event.key === 'Tab') {
      const next = col + (shift ? -1 : 1)
      if (next < 1 || next > shown.length) return
      moveTo(row, next)
    } else if (ctrl && event.key.toLowerCase() === 'd') acts.fillDown()
    else if (ctrl && event.key.toLowerCase() === 'a') {
      store.setState({
        anchor: { row: 0, col: 1 },
        active: { row: Math.max(0, pages.total - 1), col: shown.length },
      })
    } else if (ctrl && event.key === '-') acts.remove()
    else if (shift && event.key === ' ') {
      store.setState({ anchor: { row, col: 1 }, active: { row, col: shown.length } })
    } else if (!ctrl && (event.key.length === 1 || event.key === 'Process')) {
      edit(true)
      return
    } else return
    event.preventDefault()
  }

  function onEnter(row: number, col: number): void {
    const record = row < 0 ? undefined : pages.row(row)
    if (row < 0) acts.sort(col)
    else if (record && col <= 1) acts.open(record)
    else edit(false)
  }

  function at(event: { target: EventTarget | null }): CellAt | null {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    return cell ? { row: Number(cell.dataset.row), col: Number(cell.dataset.col) } : null
  }

  function onPointerDown(event: PointerEvent): void {
    const cell = at(event)
    if (!cell || event.button !== 0 || (event.target as HTMLElement).closest('.cell-editor, .cell-options'))
      return
    moveTo(cell.row, cell.col, event.shiftKey)
    if (cell.row < 0) return
    const follow = (move: globalThis.PointerEvent) => {
      const over = at({ target: document.elementFromPoint(move.clientX, move.clientY) })
      if (over && over.row >= 0) store.setState({ active: over })
    }
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', () => window.removeEventListener('pointermove', follow), {
      once: true,
    })
  }

  function onDoubleClick(event: React.MouseEvent): void {
    const cell = at(event)
    if (!cell || cell.row < 0) return
    const record = pages.row(cell.row)
    if (record && cell.col <= 1) acts.open(record)
    else edit(false)
  }

  useEffect(() => box.current?.focus({ preventScroll: true }), [])

  const isLoaded = pages.loaded
  useLayoutEffect(() => {
    if (isLoaded) box.current?.scrollTo(place.scrollLeft, place.scrollTop)
  }, [isLoaded, place])

  const onLeave = useRef(props.onLeave)
  onLeave.current = props.onLeave
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      if (element) onLeave.current(element.scrollTop, element.scrollLeft)
    }
  }, [])

  const activeId = useStore(store, (state) => cellId(state.active.row, state.active.col))
  const rows = useMemo(() => items, [items])
  return (
    <div
      ref={box}
      role="grid"
      className="grid"
      tabIndex={0}
      aria-label={label(register.label)}
      aria-rowcount={pages.total + 2}
      aria-colcount={shown.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDoubleClick={onDoubleClick}
      onCopy={(event) => {
        event.preventDefault()
        acts.copy()
      }}
      onPaste={(event) => {
        event.preventDefault()
        acts.paste(event.clipboardData.getData('text/plain'))
      }}
    >
      <GridHeader
        columns={columns}
        store={store}
        sort={sort}
        filtered={filtered}
        width={width}
        onSort={acts.sort}
        onFilter={acts.filter}
      />
      <div role="rowgroup" className="grid-body" style={{ height: rowCount * ROW_HEIGHT, width }}>
        {rows.map((item) => (
          <GridRow
            key={item.index}
            store={store}
            index={item.index}
            start={item.index * ROW_HEIGHT}
            record={item.index < pages.total ? pages.row(item.index) : undefined}
            blank={item.index === pages.total}
            columns={shown}
            width={width}
            language={language}
            onEditorEnd={onEditorEnd}
          />
        ))}
      </div>
    </div>
  )
}

/** Rows of the selection that hold records, and the fields it spans. */
export function selectedRange(store: GridStore, columns: GridColumns, total: number) {
  const block = selectedBlock(store.getState())
  return {
    top: Math.max(0, block.top),
    bottom: Math.min(block.bottom, total - 1),
    fields: columns.shown
      .slice(Math.max(0, block.left - 1), Math.max(1, block.right))
      .map((column) => column.field),
    left: Math.max(1, block.left),
  }
}
