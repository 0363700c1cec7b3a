import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { saveBytes } from './saveFile.ts'

/** The code to read out over the phone, and the request as a file for when there is no line. */
export function EnrolPanel() {
  const t = useText()
  const [request, setRequest] = useState<CallOutput<'enrol.request'> | null>(null)
  return (
    <Paper withBorder p="md" component="section" aria-label={t('send.enrol')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('send.enrol')}
        </Title>
        <Text size="sm">{t('send.enrolHelp')}</Text>
        {request ? (
          <>
            <Text ff="monospace" size="xl" fw={700} className="recovery-code" role="status">
              {request.code}
            </Text>
            <Group>
              <Button variant="default" onClick={() => saveBytes(request.name, request.bytes)}>
                {t('send.enrolFile')}
              </Button>
            </Group>
          </>
        ) : (
          <Button w="fit-content" onClick={() => void ask('enrol.request', {}).then(setRequest)}>
            {t('send.enrolShow')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}
