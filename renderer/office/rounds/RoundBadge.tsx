import { Badge } from '@mantine/core'
import type { RoundState } from '../../../shared/ipc/roundCalls.ts'
import { useText } from '../text.ts'

const COLOR: Record<RoundState, string> = {
  open: 'gray.7',
  locked: 'grape.9',
  reprint: 'orange.9',
  signed: 'grape.9',
  queued: 'grape.9',
  sent: 'ink',
  received: 'ink',
  returned: 'orange.9',
  accepted: 'green.9',
}

/** How far a round is, in the officer's own words. */
export function RoundBadge({ state }: { state: RoundState }) {
  const t = useText()
  return (
    <Badge color={COLOR[state]} variant="outline" radius="sm" tt="none" fw={600}>
      {t(`round.state.${state}`)}
    </Badge>
  )
}
