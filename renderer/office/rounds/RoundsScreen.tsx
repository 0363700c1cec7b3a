import { Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../text.ts'
import { RoundRow } from './RoundRow.tsx'
import { useAnswer } from './useAnswer.ts'

/** Everything that is asked of the office, the most urgent first. */
export function RoundsScreen() {
  const t = useText()
  const [closed, setClosed] = useState(false)
  const rounds = useAnswer('rounds.list', { closed })
  return (
    <Stack p="md" gap="sm" maw={980}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('menu.rounds')}
        </Title>
        <Checkbox
          size="xs"
          label={t('round.showClosed')}
          checked={closed}
          onChange={(event) => setClosed(event.currentTarget.checked)}
        />
      </Group>
      {rounds?.length === 0 && <Text size="sm">{t('round.none')}</Text>}
      {rounds?.map((round) => (
        <RoundRow key={round.id} round={round} />
      ))}
    </Stack>
  )
}
