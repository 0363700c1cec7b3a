import { Box, Group, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { formatCount, formatTime } from '../../ui/dates.ts'
import { useText } from '../text.ts'
import type { GridStore } from './gridState.ts'
import type { RecordPages } from './recordPages.ts'
import { SelectionText } from './SelectionText.tsx'

type Props = {
  readonly pages: RecordPages
  readonly subscribe: (listener: () => void) => () => void
  readonly store: GridStore
  readonly isFiltered: boolean
  readonly savedAt: number | null
}

/** How many records, where the keyboard is, what the keys do, when it was last saved; and what to do while empty. */
export function GridFoot({ pages, subscribe, store, isFiltered, savedAt }: Props) {
  const t = useText()
  useSyncExternalStore(subscribe, () => pages.version)
  return (
    <>
      {pages.loaded && pages.total === 0 && (
        <Box className="grid-empty">
          <Text fw={600}>{isFiltered ? t('grid.nothingFound') : t('grid.empty')}</Text>
          {!isFiltered && <Text size="sm">{t('grid.emptyHelp')}</Text>}
        </Box>
      )}
      <Group className="grid-foot" gap="lg" wrap="nowrap">
        <Text size="xs" role="status" style={{ whiteSpace: 'nowrap' }}>
          {t(isFiltered ? 'grid.countFound' : 'grid.count', { count: formatCount(pages.total) })}
        </Text>
        <SelectionText store={store} total={pages.total} />
        <Text size="xs" c="dimmed" truncate style={{ flex: 1 }}>
          {t('grid.keys')}
        </Text>
        <Text size="xs" role="status" style={{ whiteSpace: 'nowrap' }}>
          {savedAt !== null && t('common.saved', { time: formatTime(savedAt) })}
        </Text>
      </Group>
    </>
  )
}
