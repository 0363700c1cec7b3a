import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { formatCode } from '../../../shared/bundle/codes.ts'
import type { Submission } from '../../../shared/ipc/roundCalls.ts'
import { formatInstant, formatIsoDate } from '../../ui/dates.ts'
import { useText } from '../text.ts'
import { RoundBadge } from './RoundBadge.tsx'

/** Earlier submissions of a round, the latest first: looked at, never edited. */
export function SubmissionHistory({ submissions }: { submissions: readonly Submission[] }) {
  const t = useText()
  if (submissions.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('history.title')}>
      <Title order={2} size="h5">
        {t('history.title')}
      </Title>
      {[...submissions]
        .sort((a, b) => b.lockedAt - a.lockedAt)
        .map((one) => (
          <Paper key={one.id} withBorder p="xs">
            <Group justify="space-between">
              <Text size="sm">
                {t('history.line', {
                  time: formatInstant(one.lockedAt),
                  person: one.lockedBy,
                  code: formatCode(one.contentCode),
                })}
                {one.number &&
                  one.signedOn &&
                  ` · ${t('paper.shown', { number: one.number, date: formatIsoDate(one.signedOn), signer: one.signer.name })}`}
                {one.receiptCode &&
                  one.receiptAt !== null &&
                  ` · ${t('send.receipt', { code: one.receiptCode, time: formatInstant(one.receiptAt) })}`}
                {one.supersededBy && ` · ${t('history.superseded')}`}
              </Text>
              <RoundBadge state={one.state} />
            </Group>
          </Paper>
        ))}
    </Stack>
  )
}
