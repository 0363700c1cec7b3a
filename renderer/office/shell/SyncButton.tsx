import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { IconCloudUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { SyncStatus } from '../../../shared/ipc/contract.ts'
import { formatBytes, formatInstant, formatTime } from '../../ui/dates.ts'
import { errorSentence } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { useApp } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** One button, always pressable: it is always safe to press again. Beside it what it does and what is left. */
export function SyncButton() {
  const t = useText()
  const sync = useApp((state) => state.sync)
  const [opened, setOpened] = useState(false)

  async function press(): Promise<void> {
    setOpened(true)
    const status = await ask('sync.now', {})
    if (status) useApp.setState({ sync: status })
  }

  const left = sync ? sync.unsentChanges : 0
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      position="bottom-end"
      withArrow
      trapFocus={false}
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant={left > 0 ? 'filled' : 'default'}
          leftSection={<IconCloudUpload size={18} aria-hidden />}
          onClick={() => void press()}
          aria-haspopup="dialog"
          style={{ flexShrink: 0 }}
        >
          {shortSync(sync, t)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('sync.title')}>
        {sync && <SyncReport sync={sync} onClose={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}

type Translate = ReturnType<typeof useText>

function shortSync(sync: SyncStatus | null, t: Translate): string {
  if (!sync) return t('sync.button')
  if (sync.phase === 'sending') return t('sync.sendingShort', { left: formatBytes(sync.bytesLeft) })
  if (sync.unsentChanges > 0) return t('sync.left', { count: sync.unsentChanges })
  if (sync.unreceiptedBundles > 0) return t('sync.waiting')
  return sync.lastGoodAt ? t('sync.good', { time: formatTime(sync.lastGoodAt) }) : t('sync.button')
}

function SyncReport({ sync, onClose }: { sync: SyncStatus; onClose: () => void }) {
  const t = useText()
  const { language } = useLanguage()
  const line = (label: string, value: string) => (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{value}</Text>
    </Group>
  )
  return (
    <Stack gap={6} role="status">
      <Text fw={650}>{t(`sync.phase.${sync.phase}`)}</Text>
      {sync.message && (
        <Text size="sm">{errorSentence({ code: sync.message, args: sync.args }, language)}</Text>
      )}
      {line(t('sync.lastGood'), sync.lastGoodAt ? formatInstant(sync.lastGoodAt) : t('sync.never'))}
      {line(t('sync.unsent'), String(sync.unsentChanges))}
      {line(t('sync.unreceipted'), String(sync.unreceiptedBundles))}
      {sync.bytesLeft > 0 && line(t('sync.bytesLeft'), formatBytes(sync.bytesLeft))}
      {sync.nextTryAt && line(t('sync.nextTry'), formatTime(sync.nextTryAt))}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        onClick={() => {
          onClose()
          go({ screen: 'send' })
        }}
      >
        {t('sync.more')}
      </Button>
    </Stack>
  )
}
