// What is missing, register by register, the gravest first; each line leads to where it is mended. Alt+← comes back here.
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ReadinessItem, Round, Submission } from '../../../shared/ipc/roundCalls.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { RemarkPlace } from '../attention/RemarkPlace.tsx'
import { ask } from '../bridge/bridge.ts'
import { RemarkNote } from '../form/RemarkNote.tsx'
import { useText } from '../text.ts'
import { SinceLast } from './SinceLast.tsx'
import { useAnswer } from './useAnswer.ts'

/** So many lines of a register stand at first; a hundred gaps at once help nobody. */
const FIRST = 8
const COLOR = { error: 'red.9', warning: 'orange.9', info: 'gray.7' } as const

export function ReadyStep(props: { round: Round; latest: Submission | null; onNext: () => void }) {
  const t = useText()
  const { round, latest } = props
  const readiness = useAnswer('rounds.readiness', { id: round.id })
  if (!readiness) return null
  const count = (severity: ReadinessItem['severity']) =>
    readiness.filter((item) => item.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const registers = [
    ...new Set([...round.items.map((item) => item.register), ...readiness.map((item) => item.register)]),
  ]
  return (
    <>
      <Text size="sm" role="status">
        {errors + warnings === 0
          ? t('ready.none')
          : [
              errors > 0 ? t('round.missing', { count: errors }) : '',
              warnings > 0 ? t('round.warnings', { count: warnings }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
        {errors > 0 && `. ${t('ready.draft')}`}
      </Text>
      {latest?.state === 'returned' && <Remarks submission={latest} />}
      {registers.map((register) => (
        <RegisterPart
          key={register}
          round={round}
          register={register}
          items={readiness.filter((item) => item.register === register)}
        />
      ))}
      <Button w="fit-content" onClick={props.onNext}>
        {t('ready.toLock')}
      </Button>
    </>
  )
}

/** The province's remarks on this very submission, answered in place. */
function Remarks({ submission }: { submission: Submission }) {
  const t = useText()
  const [turn, setTurn] = useState(0)
  const remarks = useAnswer('remarks.list', { open: false })
  const handins = new Set(submission.lists.map((list) => list.handin))
  const mine = remarks?.filter((remark) => handins.has(remark.handinId)) ?? []
  if (mine.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('attention.remarks')} key={turn}>
      <Title order={3} size="h6">
        {t('attention.remarks')}
      </Title>
      {mine.map((remark) => (
        <Paper key={remark.id} withBorder p="xs">
          <RemarkPlace remark={remark} />
          <RemarkNote remark={remark} onAnswered={() => setTurn((n) => n + 1)} />
        </Paper>
      ))}
    </Stack>
  )
}

function RegisterPart(props: { round: Round; register: string; items: readonly ReadinessItem[] }) {
  const t = useText()
  const label = useLabel()
  const { round, register, items } = props
  const [all, setAll] = useState(false)
  const definition = registerOf(register)
  const asked = round.items.find((item) => item.register === register)
  const name = definition ? label(definition.label) : register
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <Stack gap={6} component="section" aria-label={name}>
      <Group justify="space-between">
        <Title order={3} size="h6">
          {asked ? t(asked.nil ? 'round.listNil' : 'round.list', { name, count: asked.count }) : name}
        </Title>
        <Group gap="xs">
          {asked?.nilAllowed && (asked.nil || asked.count === 0) && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t(asked.nil ? 'home.nilUndo' : 'home.nil')}: ${name}`}
              onClick={() => void ask('nil.set', { register, period: round.period, on: !asked.nil })}
            >
              {t(asked.nil ? 'home.nilUndo' : 'home.nil')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('ready.open')}: ${name}`}
            onClick={() => go({ screen: 'grid', register })}
          >
            {t('ready.open')}
          </Button>
        </Group>
      </Group>
      {shown.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule may speak of one field twice
        <Line key={`${item.rule}.${item.recordId}.${item.field}.${at}`} item={item} />
      ))}
      {items.length > shown.length && (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => setAll(true)}>
          {t('ready.more', { count: items.length - shown.length })}
        </Button>
      )}
      {asked && !asked.nil && <SinceLast round={round.id} register={register} />}
    </Stack>
  )
}

function Line({ item }: { item: ReadinessItem }) {
  const t = useText()
  const target = targetOf(item)
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Badge
              color={COLOR[item.severity]}
              variant="outline"
              radius="sm"
              tt="none"
              style={{ flexShrink: 0 }}
            >
              {t(`ready.${item.severity}`)}
            </Badge>
            <Text size="sm">
              {item.recordName && <b>{item.recordName}: </b>}
              {item.message}
            </Text>
          </Group>
          {item.mend && <Text size="sm">{item.mend}</Text>}
          {item.why && (
            <Text size="xs" c="dimmed">
              {t('ready.why', { why: item.why })}
            </Text>
          )}
        </Stack>
        {target && (
          <Button
            size="compact-sm"
            variant="default"
            style={{ flexShrink: 0 }}
            aria-label={`${t(item.severity === 'error' ? 'ready.mend' : 'ready.look')}: ${item.recordName || item.message}`}
            onClick={() => go(target)}
          >
            {t(item.severity === 'error' ? 'ready.mend' : 'ready.look')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

function targetOf(item: ReadinessItem): Parameters<typeof go>[0] | null {
  const { act, register, recordId, field } = item
  if (act === 'parked') return { screen: 'import', register, parked: true }
  // What is looked at against last year stands right below.
  if (act === 'none' || act === 'review') return null
  if (recordId === null) return act === 'register' ? { screen: 'grid', register } : null
  return { screen: 'form', register, id: recordId, ...(field ? { field } : {}) }
}
