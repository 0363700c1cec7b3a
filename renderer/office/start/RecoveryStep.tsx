import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { refreshStatus, useApp } from '../app/appStore.ts'
import { useText } from '../text.ts'
import { RecoveryCode } from './RecoveryCode.tsx'

/** The recovery code, shown once: it must be printed or copied before work begins. */
export function RecoveryStep({ code }: { code: string }) {
  const t = useText()
  const [kept, setKept] = useState(false)
  return (
    <Stack>
      <Text fw={650}>{t('recovery.title')}</Text>
      <Text>{t('recovery.lead')}</Text>
      <RecoveryCode code={code} />
      <Checkbox
        label={t('recovery.ack')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button
          disabled={!kept}
          onClick={() => void refreshStatus().then(() => useApp.setState({ settingUp: false }))}
        >
          {t('recovery.done')}
        </Button>
      </Group>
    </Stack>
  )
}
