import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import type { Round, RoundState } from '../../../shared/ipc/roundCalls.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { RoundBadge } from './RoundBadge.tsx'
import { RoundDue, useAskedBy } from './RoundDue.tsx'

const NEXT = {
  open: 'round.next.open',
  locked: 'round.next.locked',
  reprint: 'round.next.reprint',
  signed: 'round.next.signed',
  returned: 'round.next.returned',
} as const satisfies Partial<Record<RoundState, string>>

/** One thing asked for: by whom, by when, what is missing, and the one button that leads on. */
export function RoundRow({ round }: { round: Round }) {
  const t = useText()
  const label = useLabel()
  const askedBy = useAskedBy()
  const isGiven = ['queued', 'sent', 'received', 'accepted'].includes(round.state)
  const empty = round.items.filter((item) => item.nilAllowed && !item.nil && item.count === 0)
  const nameOf = (register: string) => label(registerOf(register)?.label ?? { vi: register, en: register })
  const next = NEXT[round.state as keyof typeof NEXT] ?? 'round.next.other'
  return (
    <Paper withBorder p="sm" component="article" aria-label={round.name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={650}>{round.name}</Text>
            <RoundBadge state={round.state} />
          </Group>
          <Text size="xs" c="dimmed">
            {askedBy(round)}
          </Text>
          <RoundDue round={round} />
          {!isGiven && <RoundMissing round={round} />}
        </Stack>
        <Stack gap={6} align="flex-end" style={{ flexShrink: 0 }}>
          <Button
            size="compact-md"
            variant={isGiven ? 'default' : 'filled'}
            aria-label={`${t(next)}: ${round.name}`}
            onClick={() => go({ screen: 'round', id: round.id })}
          >
            {t(next)}
          </Button>
          {!isGiven &&
            empty.map((item) => (
              <Button
                key={item.register}
                size="compact-sm"
                variant="default"
                aria-label={`${t('home.nil')}: ${nameOf(item.register)}`}
                onClick={() =>
                  void ask('nil.set', { register: item.register, period: round.period, on: true })
                }
              >
                {round.items.length > 1 ? `${t('home.nil')}: ${nameOf(item.register)}` : t('home.nil')}
              </Button>
            ))}
        </Stack>
      </Group>
    </Paper>
  )
}

/** What is missing, as two counts at most. */
export function RoundMissing({ round }: { round: Round }) {
  const t = useText()
  const sum = (of: 'errors' | 'warnings') => round.items.reduce((total, item) => total + item[of], 0)
  const empty = round.items.filter((item) => item.count === 0 && !item.nil).length
  const errors = sum('errors') + empty
  const warnings = sum('warnings')
  return (
    <Text size="sm">
      {errors + warnings === 0
        ? t('round.complete')
        : [
            errors > 0 ? t('round.missing', { count: errors }) : '',
            warnings > 0 ? t('round.warnings', { count: warnings }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
    </Text>
  )
}
