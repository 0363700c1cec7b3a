import { Text } from '@mantine/core'
import { useStore } from 'zustand/react'
import { formatCount } from '../../ui/dates.ts'
import { useText } from '../text.ts'
import { type GridStore, selectedBlock } from './gridState.ts'

/** Where the keyboard is, or how large the selection is. */
export function SelectionText({ store, total }: { store: GridStore; total: number }) {
  const t = useText()
  const text = useStore(store, (state) => {
    const block = selectedBlock(state)
    const rows = block.bottom - block.top + 1
    const columns = block.right - block.left + 1
    if (rows > 1 || columns > 1) return t('grid.selected', { rows: formatCount(rows), columns })
    if (state.active.row < 0 || state.active.row >= total) return ''
    return t('grid.position', { row: formatCount(state.active.row + 1), total: formatCount(total) })
  })
  return (
    <Text size="xs" style={{ whiteSpace: 'nowrap' }}>
      {text}
    </Text>
  )
}
