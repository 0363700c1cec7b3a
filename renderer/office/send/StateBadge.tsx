import { Badge } from '@mantine/core'
import type { Handin } from '../../../shared/ipc/contract.ts'
import { useText } from '../text.ts'

const COLOR: Record<Handin['state'], string> = {
  draft: 'gray.7',
  'awaiting-signature': 'grape.9',
  queued: 'grape.9',
  sent: 'ink',
  received: 'ink',
  returned: 'orange.9',
  accepted: 'green.9',
}

/** One state in the officer's own words. */
export function StateBadge({ state }: { state: Handin['state'] }) {
  const t = useText()
  return (
    <Badge color={COLOR[state]} variant="outline" radius="sm" tt="none" fw={600}>
      {t(`state.${state}`)}
    </Badge>
  )
}
