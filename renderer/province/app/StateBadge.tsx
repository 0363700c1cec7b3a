// Where a hand-in stands, in the officer's own words.
import { Badge } from '@mantine/core'
import { useText } from '../text.ts'

const COLORS = { received: 'ink', returned: 'orange.9', accepted: 'green.9' } as const

export function StateBadge({ state }: { readonly state: 'received' | 'returned' | 'accepted' }) {
  const t = useText()
  return (
    <Badge color={COLORS[state]} tt="none" miw="max-content">
      {t(`state.${state}`)}
    </Badge>
  )
}
