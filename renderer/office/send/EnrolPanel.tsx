import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput, SyncStatus } from '../../../shared/ipc/contract.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { saveBytes } from './saveFile.ts'

type Props = { readonly enrolment: Exclude<SyncStatus['enrolment'], 'no-pack' | 'approved'> }

/** The code to read out over the phone, and the request as a file for when there is no line. Gone once approved. */
export function EnrolPanel({ enrolment }: Props) {
  const t = useText()
  const [request, setRequest] = useState<CallOutput<'enrol.request'> | null>(null)

  useEffect(() => {
    void ask('enrol.request', {}).then(setRequest)
  }, [])

  return (
    <Paper withBorder p="md" component="section" aria-label={t('send.enrol')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('send.enrol')}
        </Title>
        <Text size="sm">{t('send.enrolHelp')}</Text>
        {enrolment !== 'new' && (
          <Alert color={enrolment === 'refused' ? 'red.8' : 'ink'} variant="outline" p="xs" role="status">
            {t(enrolment === 'refused' ? 'send.enrolRefused' : 'send.enrolPending')}
          </Alert>
        )}
        {request && (
          <Group justify="space-between" align="flex-end">
            <div>
              <Text size="xs" c="dimmed">
                {t('send.enrolCode')}
              </Text>
              <Text ff="monospace" size="xl" fw={700} className="recovery-code">
                {request.code.replace(/(.{4})(?=.)/g, '$1-')}
              </Text>
            </div>
            <Button variant="default" onClick={() => saveBytes(request.name, request.bytes)}>
              {t('send.enrolFile')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  )
}
