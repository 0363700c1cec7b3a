import { Alert, Anchor, Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatCount, formatInstant, formatIsoDate } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { useApp, useVersion } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { AskedPanel } from '../rounds/AskedPanel.tsx'
import { StateBadge } from '../send/StateBadge.tsx'
import { useText } from '../text.ts'

type Summary = CallOutput<'home.summary'>
type Line = Summary['registers'][number]

/** What is due, what is missing, what was sent; "Không phát sinh" in one press. */
export function HomeScreen() {
  const t = useText()
  const version = useVersion('*')
  const [summary, setSummary] = useState<Summary | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: refetched at every change
  useEffect(() => {
    let current = true
    void ask('home.summary', {}).then((found) => {
      if (current && found) setSummary(found)
    })
    return () => {
      current = false
    }
  }, [version])

  if (!summary) return null
  return (
    <Stack p="md" gap="md">
      <Title order={1} size="h3">
        {t('home.title', { period: summary.period })}
      </Title>
      {summary.openRemarks + summary.conflicts + summary.outcomes > 0 && (
        <Alert color="orange.9" variant="outline">
          <Group justify="space-between">
            {t('home.attention', {
              remarks: summary.openRemarks,
              conflicts: summary.conflicts,
              outcomes: summary.outcomes,
            })}
            <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'attention' })}>
              {t('menu.attention')}
            </Button>
          </Group>
        </Alert>
      )}
      <NextStep summary={summary} />
      <AskedPanel />
      <div className="card">
        <Table verticalSpacing="sm" aria-label={t('home.title', { period: summary.period })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('home.register')}</Table.Th>
              <Table.Th>{t('home.count')}</Table.Th>
              <Table.Th>{t('home.missing')}</Table.Th>
              <Table.Th>{t('home.dueColumn')}</Table.Th>
              <Table.Th>{t('home.lastColumn')}</Table.Th>
              <Table.Th>{t('home.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {summary.registers.filter(isShown).map((line) => (
              <RegisterLine key={line.register} line={line} period={summary.period} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" c="dimmed">
        {summary.lastReceipt
          ? t('home.lastReceipt', {
              code: summary.lastReceipt.code,
              time: formatInstant(summary.lastReceipt.at),
            })
          : t('home.noReceipt')}
      </Text>
    </Stack>
  )
}

/** A register that few offices need has no line while nothing is in it and nothing is asked of it. */
function isShown(line: Summary['registers'][number]): boolean {
  return (
    registerOf(line.register)?.seldom !== true ||
    line.count > 0 ||
    line.parked > 0 ||
    line.nil ||
    line.dueAt !== null ||
    line.lastHandin !== null
  )
}

/** What a newcomer does next: bring a list in; then make this machine known to the province. */
function NextStep({ summary }: { summary: Summary }) {
  const t = useText()
  const enrolment = useApp((state) => state.sync?.enrolment)
  // Every office begins with itself as a unit.
  const isEmpty = summary.registers.every((line) => line.register === 'unit' || line.count === 0)
  if (isEmpty) {
    return (
      <Alert color="ink" variant="outline" title={t('home.beginTitle')}>
        <Text size="sm">{t('home.begin')}</Text>
        <Group mt="xs" gap="xs">
          <Button size="compact-sm" onClick={() => go({ screen: 'import', register: 'database' })}>
            {t('menu.import')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => go({ screen: 'grid', register: 'database' })}
          >
            {t('home.beginGrid')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (enrolment !== 'new' && enrolment !== 'pending') return null
  return (
    <Alert color="ink" variant="outline">
      <Group justify="space-between">
        {t(enrolment === 'new' ? 'home.enrolNew' : 'home.enrolPending')}
        <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'send' })}>
          {t('send.enrol')}
        </Button>
      </Group>
    </Alert>
  )
}

function RegisterLine({ line, period }: { line: Line; period: string }) {
  const t = useText()
  const label = useLabel()
  const register = registerOf(line.register)
  if (!register) return null
  const setNil = (on: boolean) => void ask('nil.set', { register: line.register, period, on })
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          fw={600}
          ta="left"
          onClick={() => go({ screen: 'grid', register: line.register })}
        >
          {label(register.label)}
        </Anchor>
      </Table.Td>
      <Table.Td>{formatCount(line.count)}</Table.Td>
      <Table.Td>
        <Gaps line={line} />
      </Table.Td>
      <Table.Td maw={280}>
        <Due line={line} />
      </Table.Td>
      <Table.Td>
        {line.lastHandin ? (
          <Stack gap={2}>
            <StateBadge state={line.lastHandin.state} />
            <Text size="xs" c="dimmed">
              {formatInstant(line.lastHandin.madeAt)}
            </Text>
          </Stack>
        ) : (
          <Text size="sm">{t('home.neverSent')}</Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {line.nil ? (
            <Button size="compact-sm" variant="subtle" onClick={() => setNil(false)}>
              {t('home.nilUndo')}
            </Button>
          ) : (
            register.nilAnswer &&
            line.count === 0 && (
              <Button size="compact-sm" variant="default" onClick={() => setNil(true)}>
                {t('home.nil')}
              </Button>
            )
          )}
          {(line.count > 0 || line.nil) && !register.parent && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('menu.send')}: ${label(register.label)}`}
              onClick={() => go({ screen: 'send', register: line.register })}
            >
              {t('menu.send')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function Gaps({ line }: { line: Line }) {
  const t = useText()
  return (
    <Stack gap={2}>
      {line.nil && (
        <Badge color="green.9" variant="light" radius="sm">
          {t('home.nilOn')}
        </Badge>
      )}
      {line.problems > 0 && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => go({ screen: 'grid', register: line.register, problemsOnly: true })}
        >
          {t('home.gaps', { count: formatCount(line.problems) })}
        </Anchor>
      )}
      {line.parked > 0 && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => go({ screen: 'import', register: line.register, parked: true })}
        >
          {t('home.parked', { count: formatCount(line.parked) })}
        </Anchor>
      )}
      {line.listProblems.map((problem) => (
        <Text key={problem} size="sm">
          {problem}
        </Text>
      ))}
      {!line.nil && line.problems + line.listProblems.length + line.parked === 0 && line.count > 0 && (
        <Text size="sm">{t('home.complete')}</Text>
      )}
    </Stack>
  )
}

function Due({ line }: { line: Line }) {
  const t = useText()
  if (!line.dueAt) return <Text size="sm">{line.dueWhy || t('home.noDue')}</Text>
  const days = Math.round(
    (Date.parse(`${line.dueAt.slice(0, 10)}T00:00:00`) - new Date().setHours(0, 0, 0, 0)) / 86_400_000,
  )
  const left =
    days > 0
      ? t('home.dueLeft', { days })
      : days === 0
        ? t('home.dueToday')
        : t('home.dueLate', { days: -days })
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600} c={days < 0 ? 'red.9' : undefined}>
        {t('home.due', { date: formatIsoDate(line.dueAt) })} ({left})
      </Text>
      <Text size="xs" c="dimmed">
        {line.dueWhy}
      </Text>
    </Stack>
  )
}
