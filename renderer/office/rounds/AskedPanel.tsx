import { Anchor, Group, Stack, Title } from '@mantine/core'
import { go } from '../app/route.ts'
import { useText } from '../text.ts'
import { RoundRow } from './RoundRow.tsx'
import { useAnswer } from './useAnswer.ts'

/** So many stand at home; the rest is one press away. */
const AT_HOME = 3
const DONE = new Set(['sent', 'received', 'accepted'])

/** What is asked of the office and not given yet, the most urgent first. */
export function AskedPanel() {
  const t = useText()
  const rounds = useAnswer('rounds.list', {})
  const left = rounds?.filter((round) => !DONE.has(round.state)) ?? []
  if (!rounds || left.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('menu.rounds')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('menu.rounds')}
        </Title>
        <Anchor component="button" type="button" size="sm" onClick={() => go({ screen: 'rounds' })}>
          {t('round.all', { count: rounds.length })}
        </Anchor>
      </Group>
      {left.slice(0, AT_HOME).map((round) => (
        <RoundRow key={round.id} round={round} />
      ))}
    </Stack>
  )
}
