import { ActionIcon, Badge, Group, SegmentedControl, Text, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconLock } from '@tabler/icons-react'
import { type Language, useLanguage } from '../../ui/language.ts'
import { refreshStatus, setPreference, undoOrRedo, useApp } from '../app/appStore.ts'
import { savePending } from '../app/pendingSaves.ts'
import { ask } from '../bridge/bridge.ts'
import { forgetPlaces } from '../grid/gridMemory.ts'
import { useText } from '../text.ts'
import { SyncButton } from './SyncButton.tsx'

export function TopBar() {
  const t = useText()
  const status = useApp((state) => state.status)
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  const { language, setLanguage } = useLanguage()
  const undoText = undo ? t('top.undo', { label: undo.label }) : t('top.undoNone')
  const redoText = redo ? t('top.redo', { label: redo.label }) : t('top.redoNone')

  async function lock(): Promise<void> {
    await savePending()
    await ask('session.lock', {})
    forgetPlaces()
    await refreshStatus()
  }

  return (
    <Group h="100%" px="sm" gap="xs" wrap="nowrap">
      <Text fw={700} style={{ whiteSpace: 'nowrap' }}>
        {t('app.name')}
      </Text>
      {status?.sample && (
        <Badge color="orange.9" variant="outline" radius="sm">
          {t('app.sample')}
        </Badge>
      )}
      <Text size="sm" c="dimmed" truncate style={{ flex: 1, minWidth: 0 }}>
        {status?.office?.name}
      </Text>
      <Tooltip label={`${undoText} (Ctrl+Z)`}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={undoText}
          data-disabled={!undo || undefined}
          aria-disabled={!undo}
          onClick={() => void undoOrRedo('undo')}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoText} (Ctrl+Y)`}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={redoText}
          data-disabled={!redo || undefined}
          aria-disabled={!redo}
          onClick={() => void undoOrRedo('redo')}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <SyncButton />
      <SegmentedControl
        size="xs"
        aria-label={t('top.language')}
        value={language}
        onChange={(value) => {
          setLanguage(value as Language)
          setPreference('language', value)
        }}
        data={[
          { value: 'vi', label: 'VI' },
          { value: 'en', label: 'EN' },
        ]}
      />
      <Text size="sm" truncate maw={150}>
        {status?.user?.name}
      </Text>
      <Tooltip label={t('top.lock')}>
        <ActionIcon variant="default" size="lg" aria-label={t('top.lock')} onClick={() => void lock()}>
          <IconLock size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
