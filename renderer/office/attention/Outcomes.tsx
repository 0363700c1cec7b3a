import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { sentence } from '../../../shared/messages/sentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { useVersion } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Outcome = CallOutput<'outcomes.list'>[number]

/** Changes that the province refused or holds, each with why and what to do; nothing is shown when there are none. */
export function Outcomes() {
  const t = useText()
  const language = useLanguage((state) => state.language)
  const version = useVersion('*')
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew at every change
  useEffect(() => {
    void ask('outcomes.list', {}).then((found) => found && setOutcomes(found))
  }, [version])

  if (outcomes.length === 0) return null
  return (
    <section aria-label={t('attention.outcomes')}>
      <Title order={2} size="h5" mb="xs">
        {t('attention.outcomes')} ({outcomes.length})
      </Title>
      <Stack gap="sm">
        {outcomes.map((outcome) => (
          <Paper key={outcome.seq} withBorder p="sm">
            <Group gap="xs" justify="space-between">
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => go({ screen: 'form', register: outcome.register, id: outcome.recordId })}
              >
                {outcome.recordName || t('form.unnamed')}
              </Anchor>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void ask('outcomes.dismiss', { seqs: [outcome.seq] })}
              >
                {t('attention.seen')}
              </Button>
            </Group>
            <Text size="sm">{sentence(outcome.code, {}, language)}</Text>
          </Paper>
        ))}
      </Stack>
    </section>
  )
}
