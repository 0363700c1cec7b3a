import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput, Remark } from '../../../shared/ipc/contract.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useVersion } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { RemarkNote } from '../form/RemarkNote.tsx'
import { useText } from '../text.ts'
import { ConflictCandidates } from './ConflictCandidates.tsx'
import { Outcomes } from './Outcomes.tsx'
import { RemarkPlace } from './RemarkPlace.tsx'

type Conflict = CallOutput<'conflicts.list'>[number]

/** What waits for a person: the province's remarks, and fields that two people edited. */
export function AttentionScreen() {
  const t = useText()
  return (
    <Stack p="md" gap="lg" maw={980}>
      <Title order={1} size="h3">
        {t('attention.title')}
      </Title>
      <Outcomes />
      <Remarks />
      <Conflicts />
      <section aria-label={t('attention.parked')}>
        <Title order={2} size="h5" mb="xs">
          {t('attention.parked')}
        </Title>
        <Button variant="default" onClick={() => go({ screen: 'import', parked: true })}>
          {t('attention.openParked')}
        </Button>
      </section>
    </Stack>
  )
}

function Remarks() {
  const t = useText()
  const version = useVersion('*')
  const [all, setAll] = useState(false)
  const [turn, setTurn] = useState(0)
  const [remarks, setRemarks] = useState<Remark[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew after each answer and change
  useEffect(() => {
    void ask('remarks.list', { open: !all }).then((found) => found && setRemarks(found))
  }, [all, version, turn])

  return (
    <section aria-label={t('attention.remarks')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('attention.remarks')}
        </Title>
        <Checkbox
          size="xs"
          label={t('attention.showAll')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </Group>
      {remarks.length === 0 && <Text size="sm">{t('attention.noRemarks')}</Text>}
      <Stack gap="sm">
        {remarks.map((remark) => (
          <Paper key={remark.id} withBorder p="sm">
            <RemarkPlace remark={remark} />
            <RemarkNote remark={remark} onAnswered={() => setTurn((n) => n + 1)} />
          </Paper>
        ))}
      </Stack>
    </section>
  )
}

function Conflicts() {
  const t = useText()
  const version = useVersion('*')
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())

  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew at every change
  useEffect(() => {
    void ask('conflicts.list', {}).then((found) => found && setConflicts(found))
  }, [version])

  const keyOf = (conflict: Conflict) => `${conflict.recordId}.${conflict.field}`
  const shown = conflicts.filter((conflict) => !later.has(keyOf(conflict)))
  return (
    <section aria-label={t('attention.conflicts')}>
      <Title order={2} size="h5" mb="xs">
        {t('attention.conflicts')} ({conflicts.length})
      </Title>
      <Text size="sm" mb="xs">
        {conflicts.length === 0 ? t('attention.noConflicts') : t('attention.conflictHelp')}
      </Text>
      <Stack gap="sm">
        {shown.map((conflict) => {
          const register = registerOf(conflict.register)
          if (!register) return null
          return (
            <Paper key={keyOf(conflict)} withBorder p="sm">
              <ConflictCandidates
                register={register}
                conflict={conflict}
                onDone={() => setLater((now) => new Set([...now, keyOf(conflict)]))}
              />
            </Paper>
          )
        })}
      </Stack>
    </section>
  )
}
