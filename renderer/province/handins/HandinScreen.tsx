// One hand-in: its records beside the chosen one, compared with the hand-in before it.
import {
  Badge,
  Button,
  Checkbox,
  Grid,
  Group,
  ScrollArea,
  SegmentedControl,
  Table,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { useState } from 'react'
import type { ConsoleError, FrozenRow } from '../../../shared/http/console.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { call } from '../app/api.ts'
import { go, useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { StateBadge } from '../app/StateBadge.tsx'
import { useLoad } from '../app/useLoad.ts'
import { ConfirmDialog } from '../devices/ConfirmDialog.tsx'
import { useText } from '../text.ts'
import { CompareView } from './CompareView.tsx'
import { LetterLine } from './LetterLine.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RecordPanel } from './RecordPanel.tsx'

const CHANGE_COLORS = { new: 'ink', changed: 'orange.9', same: 'gray.7', removed: 'red.9' } as const

export function HandinScreen({ office, handin }: { readonly office: string; readonly handin: string }) {
  const t = useText()
  const label = useLabel()
  const canDecide = useConsole((s) => s.me?.role !== 'viewer')
  const { value, error, reload } = useLoad('handin.get', { office, handin })
  const [open, setOpen] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState(false)
  const [undoing, setUndoing] = useState(false)
  const [reopening, setReopening] = useState(false)
  const [view, setView] = useState<'records' | 'compare' | null>(null)
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  if (!value) return <ErrorNote error={error} />
  const { handin: h } = value
  const register = registerOf(h.register)
  const roots = value.rows.filter((r) => r.register === h.register)
  const shown = open ?? roots[0]?.recordId ?? null
  // What comes back after a return is read by its changes; the reviewer can look at the whole.
  const shownView = view ?? (value.previous?.state === 'returned' ? 'compare' : 'records')
  async function decide(decision: 'accept' | 'return', reason: string) {
    const records = [...chosen]
    const answer =
      records.length > 0
        ? await call('handin.decideRecords', { office, handin, records, decision, reason })
        : await call('handin.decide', { handins: [{ office, handin }], decision, reason })
    setReturning(false)
    setChosen(new Set())
    const refused = answer.ok && 'refused' in answer.value ? answer.value.refused[0] : undefined
    setFailed(answer.ok ? (refused ? { code: refused.code } : null) : answer.error)
    reload()
  }
  async function reopen(reason: string) {
    const answer = await call('handin.reopen', { handins: [{ office, handin }], reason })
    setReopening(false)
    const refused = answer.ok ? answer.value.refused[0] : undefined
    setFailed(answer.ok ? (refused ? { code: refused.code } : null) : answer.error)
    reload()
  }
  async function undo() {
    const answer = await call('handin.undoEntry', { office, handin })
    setUndoing(false)
    setFailed(answer.ok ? null : answer.error)
    if (answer.ok) go({ screen: 'office', office })
  }
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {register ? label(register.label) : h.register} · {h.period}
          </Title>
          <Text size="sm">
            {h.officeName} · {t('madeBy', { who: h.madeBy })} ·{' '}
            {t('receivedAt', { when: formatInstant(h.receivedAt) })} · {t('contentCode')}{' '}
            {h.contentCode.replace(/(.{4})(?=.)/g, '$1-')}
          </Text>
          <LetterLine handin={h} />
          <Group gap="xs" mt={4}>
            <StateBadge state={h.state} />
            {h.superseded && (
              <Badge color="gray.7" tt="none" miw="max-content">
                {t('superseded')}
              </Badge>
            )}
            {h.byProvince && (
              <Badge color="gray.7" tt="none" miw="max-content">
                {t('byProvince')}
              </Badge>
            )}
            {h.decidedBy && h.decidedAt && (
              <Text size="sm">
                {h.decidedBy}, {formatInstant(h.decidedAt)}
              </Text>
            )}
          </Group>
        </div>
        {canDecide && !h.superseded && (
          <Group>
            {h.byProvince && h.state === 'received' && (
              <Button variant="default" onClick={() => setUndoing(true)}>
                {t('undoEntry')}
              </Button>
            )}
            {h.state !== 'received' && (
              <Button variant="default" onClick={() => setReopening(true)}>
                {t('reopen.do')}
              </Button>
            )}
            <Button onClick={() => void decide('accept', '')}>
              {chosen.size > 0 ? t('acceptChosen', { n: chosen.size }) : t('acceptAll')}
            </Button>
            <Button variant="default" onClick={() => setReturning(true)}>
              {chosen.size > 0 ? t('returnChosen', { n: chosen.size }) : t('returnAll')}
            </Button>
          </Group>
        )}
      </Group>
      <ErrorNote error={failed ?? error} />
      {h.nil && <Text mt="md">{t('nil')}</Text>}
      {value.previous && (
        <Group mt="xs" gap="md">
          <SegmentedControl
            size="xs"
            aria-label={t('compare.view')}
            value={shownView}
            onChange={(v) => setView(v === 'compare' ? 'compare' : 'records')}
            data={[
              { value: 'records', label: t('compare.records') },
              { value: 'compare', label: t('compare.compare') },
            ]}
          />
          <Text size="sm">
            {t('comparedWith', { when: formatInstant(value.previous.receivedAt) })}
            {value.removed.length > 0 &&
              ` ${t('removed', { names: value.removed.map((r) => r.name).join('; ') })}`}
          </Text>
        </Group>
      )}
      {shownView === 'compare' && <CompareView office={office} handin={handin} />}
      {shownView === 'records' && (
        <Grid mt="sm" gap="md">
          <Grid.Col span={5}>
            <ScrollArea.Autosize
              offsetScrollbars
              mah="calc(100vh - 210px)"
              viewportProps={{ tabIndex: 0, 'aria-label': t('records') }}
            >
              <RecordRows
                rows={roots}
                shown={shown}
                chosen={canDecide ? chosen : null}
                onChooseAll={(on) => setChosen(new Set(on ? undecided(roots) : []))}
                onOpen={setOpen}
                onChoose={(id, on) => {
                  const next = new Set(chosen)
                  if (on) next.add(id)
                  else next.delete(id)
                  setChosen(next)
                }}
              />
            </ScrollArea.Autosize>
          </Grid.Col>
          <Grid.Col span={7}>
            {shown && (
              <RecordPanel
                key={shown}
                office={office}
                handin={handin}
                record={shown}
                canRemark={canDecide && !h.superseded}
                onRemarked={reload}
              />
            )}
          </Grid.Col>
        </Grid>
      )}
      {undoing && (
        <ConfirmDialog
          title={t('undoEntry')}
          text={t('undoEntryWhat')}
          onClose={() => setUndoing(false)}
          onConfirm={() => void undo()}
        />
      )}
      {returning && (
        <ReasonDialog
          onClose={() => setReturning(false)}
          onReturn={(reason) => void decide('return', reason)}
        />
      )}
      {reopening && (
        <ReasonDialog
          act={t('reopen.do')}
          what={t('reopen.what')}
          onClose={() => setReopening(false)}
          onReturn={(reason) => void reopen(reason)}
        />
      )}
    </>
  )

  function RecordRows(props: RowsProps) {
    return (
      <Table bg="white" withTableBorder highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {props.chosen && (
              <Table.Th>
                <Checkbox
                  aria-label={t('chooseAll')}
                  title={t('chooseAll')}
                  checked={props.chosen.size > 0}
                  indeterminate={props.chosen.size > 0 && props.chosen.size < props.rows.length}
                  onChange={(e) => props.onChooseAll(e.currentTarget.checked)}
                />
              </Table.Th>
            )}
            <Table.Th>{t('record')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((r) => (
            <Table.Tr key={r.recordId} bg={props.shown === r.recordId ? 'ink.0' : undefined}>
              {props.chosen && (
                <Table.Td>
                  <Checkbox
                    aria-label={r.name}
                    checked={props.chosen.has(r.recordId)}
                    onChange={(e) => props.onChoose(r.recordId, e.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              <Table.Td>
                <UnstyledButton
                  c="ink.8"
                  td="underline"
                  aria-current={props.shown === r.recordId}
                  onClick={() => props.onOpen(r.recordId)}
                >
                  {r.name || t('unnamed')}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>
                <Group gap={4}>
                  {value?.previous && (
                    <Badge color={CHANGE_COLORS[r.change]} variant="outline" tt="none" miw="max-content">
                      {t(`change.${r.change}`)}
                    </Badge>
                  )}
                  {r.decision && <StateBadge state={r.decision === 'accept' ? 'accepted' : 'returned'} />}
                  {r.remarks > 0 && <Text size="xs">{t('remarkCount', { n: r.remarks })}</Text>}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    )
  }
}

/** Those that still wait for a decision; all of them when none does. */
function undecided(rows: readonly FrozenRow[]): string[] {
  const open = rows.filter((r) => !r.decision)
  return (open.length > 0 ? open : rows).map((r) => r.recordId)
}

type RowsProps = {
  readonly rows: readonly FrozenRow[]
  readonly shown: string | null
  readonly chosen: ReadonlySet<string> | null
  readonly onOpen: (id: string) => void
  readonly onChoose: (id: string, on: boolean) => void
  readonly onChooseAll: (on: boolean) => void
}
