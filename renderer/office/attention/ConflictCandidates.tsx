import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Register, Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Conflict = CallOutput<'conflicts.list'>[number]

/** Both values side by side, with who and when; one is taken, or it is left for later. */
export function ConflictCandidates(props: { register: Register; conflict: Conflict; onDone: () => void }) {
  const { register, conflict, onDone } = props
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const field = register.fields.find((one) => one.id === conflict.field)

  async function take(value: Value): Promise<void> {
    const done = await ask('conflicts.settle', {
      recordId: conflict.recordId,
      field: conflict.field,
      value: value as never,
    })
    if (!done) return
    showToast({ kind: 'good', text: t('conflict.settled') })
    onDone()
  }

  return (
    <Stack gap="sm">
      <Text fw={600}>
        {conflict.name}: {field ? label(field.label) : conflict.field}
      </Text>
      <SimpleGrid cols={2}>
        {conflict.candidates.map((candidate) => {
          const value = candidate.value as Value
          const text = field ? displayValue(field, value, language) : JSON.stringify(value)
          return (
            <Paper key={candidate.ref} withBorder p="sm">
              <Text style={{ overflowWrap: 'anywhere' }}>{text || t('conflict.empty')}</Text>
              <Text size="xs" c="dimmed" mb="xs">
                {t('remark.by', { person: candidate.actor, time: formatInstant(candidate.at) })}
              </Text>
              <Button size="compact-sm" onClick={() => void take(value)}>
                {t('conflict.take')}
              </Button>
            </Paper>
          )
        })}
      </SimpleGrid>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common.later')}
        </Button>
      </Group>
    </Stack>
  )
}
