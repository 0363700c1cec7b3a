// A list against the last accepted one: what is risky, changed, new, gone or long untouched comes first; all the rest is
// attested in one press, which undo takes back.
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { showDone } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { useAnswer } from './useAnswer.ts'

type Row = CallOutput<'rounds.sinceLast'>['rows'][number]
const GROUPS = ['risky', 'changed', 'new', 'gone', 'stale'] as const
const FIRST = 8

export function SinceLast({ round, register }: { round: string; register: string }) {
  const t = useText()
  const label = useLabel()
  const found = useAnswer('rounds.sinceLast', { id: round, register })
  if (!found || found.since === null) return null
  const rest = found.rows.filter((row) => row.group === 'unchanged' && !row.attested)
  const definition = registerOf(register)

  async function attest(rows: readonly Row[]): Promise<void> {
    const done = await ask('rounds.attest', { id: round, register, records: rows.map((row) => row.recordId) })
    if (done) await showDone(t('since.done', { count: done.attested }))
  }

  return (
    <Stack gap={6} component="section" className="since-last">
      <Title order={4} size="h6">
        {t('since.title', { period: found.since, name: definition ? label(definition.label) : register })}
      </Title>
      {GROUPS.map((group) => (
        <RowGroup
          key={group}
          group={group}
          register={register}
          rows={found.rows.filter((row) => row.group === group)}
          onAttest={(rows) => void attest(rows)}
        />
      ))}
      {rest.length > 0 ? (
        <Button w="fit-content" variant="light" onClick={() => void attest(rest)}>
          {t('since.rest', { count: rest.length })}
        </Button>
      ) : (
        <Alert color="green.8" variant="outline" p="xs" role="status">
          {t('since.allDone')}
        </Alert>
      )}
    </Stack>
  )
}

function RowGroup(props: {
  group: (typeof GROUPS)[number]
  register: string
  rows: readonly Row[]
  onAttest: (rows: readonly Row[]) => void
}) {
  const t = useText()
  const { group, register, rows, onAttest } = props
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  const shown = all ? rows : rows.slice(0, FIRST)
  const canKeep = group === 'stale' || group === 'risky'
  const left = rows.filter((row) => !row.attested)
  return (
    <Stack gap={2}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t(`since.group.${group}`)} ({rows.length})
        </Text>
        {group === 'stale' && left.length > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => onAttest(left)}>
            {t('since.keepAll', { count: left.length })}
          </Button>
        )}
      </Group>
      {shown.map((row) => (
        <Group key={row.recordId} gap="sm" wrap="nowrap" justify="space-between">
          <Text size="sm">
            {group === 'gone' ? (
              row.name
            ) : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => go({ screen: 'form', register, id: row.recordId })}
              >
                {row.name || t('form.unnamed')}
              </Anchor>
            )}
            {row.why && ` · ${row.why}`}
          </Text>
          {canKeep &&
            (row.attested ? (
              <Text size="xs">{t('since.kept')}</Text>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                style={{ flexShrink: 0 }}
                aria-label={`${t('since.keep')}: ${row.name}`}
                onClick={() => onAttest([row])}
              >
                {t('since.keep')}
              </Button>
            ))}
        </Group>
      ))}
      {rows.length > shown.length && (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => setAll(true)}>
          {t('ready.more', { count: rows.length - shown.length })}
        </Button>
      )}
    </Stack>
  )
}
