import { Box, Group, Paper, SegmentedControl, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Language, useLanguage } from '../../ui/language.ts'
import { useApp } from '../app/appStore.ts'
import { useText } from '../text.ts'

/** The quiet frame of every screen before the store is open: name, language, one card. */
export function StartFrame({
  title,
  wide,
  children,
}: {
  title: string
  wide?: boolean
  children: ReactNode
}) {
  const t = useText()
  const status = useApp((state) => state.status)
  const { language, setLanguage } = useLanguage()
  return (
    <Box component="main" className="start-frame">
      <Stack w={wide ? 760 : 460} maw="94vw" gap="md">
        <Group justify="space-between" className="no-print">
          <Title order={1} size="h3">
            {t('app.name')}
          </Title>
          <SegmentedControl
            size="xs"
            aria-label={t('top.language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Group>
        <Paper withBorder p="lg" radius="md">
          <Title order={2} size="h4" mb="md">
            {title}
          </Title>
          {children}
        </Paper>
        {status && (
          <Box fz="xs" c="dimmed" className="no-print">
            {t('settings.version', { version: status.version })}
            {status.keystore === 'file' && <div>{t('settings.keystoreFile')}</div>}
          </Box>
        )}
      </Stack>
    </Box>
  )
}
