import { Alert, Button, Stack, Text } from '@mantine/core'
import { errorSentence } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { refreshStatus, useApp } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { SnapshotList } from './SnapshotList.tsx'
import { StartFrame } from './StartFrame.tsx'

/** The store does not open: why, and the ways back to work. */
export function DamagedScreen() {
  const t = useText()
  const { language } = useLanguage()
  const damage = useApp((state) => state.status?.damage)
  return (
    <StartFrame title={t('damaged.title')} wide>
      <Stack>
        {damage && (
          <Alert color="red.8" role="alert">
            {/^[a-z-]+$/.test(damage) ? errorSentence({ code: damage }, language) : damage}
          </Alert>
        )}
        <Text>{t('damaged.lead')}</Text>
        <Button
          variant="default"
          w="fit-content"
          onClick={() => void ask('session.lock', {}).then(refreshStatus)}
        >
          {t('damaged.retry')}
        </Button>
        <SnapshotList />
      </Stack>
    </StartFrame>
  )
}
