// The board of a round: counts that filter, every office with its lists, and what can be done about those that are late.
import { Alert, Button, Group, Pagination, Select, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { type ConsoleError, consoleFiles } from '../../../shared/http/console.ts'
import type { Board, BoardFilter, BoardQuery, BoardRow } from '../../../shared/http/consoleRoundCalls.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import { call, downloadFile } from '../app/api.ts'
import { go, useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { ConfirmDialog } from '../devices/ConfirmDialog.tsx'
import { useText } from '../text.ts'
import { BoardTable } from './BoardTable.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { ReminderDialog } from './ReminderDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { RoundDialog } from './RoundDialog.tsx'

const PAGE = 100
const FILTERS = [
  'all',
  'none',
  'missing',
  'overdue',
  'late',
  'received',
  'returned',
  'accepted',
  'extended',
  'noApp',
] as const satisfies readonly BoardFilter[]
/** Which way each order is useful: the longest silent first, the most days late first. */
const SORTS = [
  ['name', false],
  ['state', false],
  ['late', true],
  ['lastHeard', false],
  ['due', false],
] as const satisfies readonly (readonly [BoardQuery['sort'], boolean])[]

type Open = 'edit' | 'close' | 'extend' | 'remind' | 'review' | BoardRow

export function BoardScreen({ round }: { readonly round: number }) {
  const t = useText()
  const canEdit = useConsole((s) => s.me?.role !== 'viewer')
  const [filter, setFilter] = useState<BoardFilter>('all')
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<BoardQuery['sort']>('name')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Open | null>(null)
  const [said, setSaid] = useState('')
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const descending = SORTS.find(([by]) => by === sort)?.[1] ?? false
  const query = { id: round, filter, search, sort, descending }
  const { value, error, reload } = useLoad('round.board', {
    ...query,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  })
  if (!value) return <ErrorNote error={error} />
  function done(text: string) {
    setOpen(null)
    setSaid(text)
    setChosen(new Set())
    reload()
  }
  async function exportBoard() {
    const { id, ...rest } = query
    const answer = await downloadFile(consoleFiles.board, {
      ...rest,
      id: String(id),
      descending: descending ? '1' : '0',
    })
    setFailed(answer.ok ? null : answer.error)
  }
  async function setClosed(closed: boolean) {
    const answer = await call('round.close', { id: round, closed })
    setFailed(answer.ok ? null : answer.error)
    done('')
  }
  const { round: asked } = value
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Heading board={value} />
        <Group gap="xs" justify="flex-end">
          {canEdit && !asked.closed && (
            <Button size="xs" variant="default" onClick={() => setOpen('edit')}>
              {t('round.edit')}
            </Button>
          )}
          {canEdit && (
            <Button
              size="xs"
              variant="default"
              onClick={() => (asked.closed ? void setClosed(false) : setOpen('close'))}
            >
              {t(asked.closed ? 'round.reopen' : 'round.close')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void exportBoard()}>
            {t('board.export')}
          </Button>
          {canEdit && (
            <Button size="xs" variant="default" onClick={() => setOpen('remind')}>
              {t('remind.do')}
            </Button>
          )}
          <Button size="xs" onClick={() => setOpen('review')}>
            {t('review.do')}
          </Button>
        </Group>
      </Group>
      <ErrorNote error={failed ?? error} />
      {said && (
        <Alert role="status" mb="sm" py="xs">
          {said}
        </Alert>
      )}
      <Group gap={6} my="xs" role="group" aria-label={t('board.counts')}>
        {FILTERS.map((by) => (
          <Button
            key={by}
            size="compact-sm"
            variant={filter === by ? 'filled' : 'default'}
            aria-pressed={filter === by}
            onClick={() => {
              setFilter(by)
              setPage(1)
            }}
          >
            {t(`board.${by}`, { n: countOf(value, by) })}
          </Button>
        ))}
      </Group>
      <Group gap="sm" mb="xs">
        <TextInput
          size="xs"
          w={240}
          aria-label={t('searchOffice')}
          placeholder={t('searchOffice')}
          maxLength={200}
          value={search}
          onChange={(e) => {
            setSearch(e.currentTarget.value)
            setPage(1)
          }}
        />
        <Select
          size="xs"
          aria-label={t('board.sort')}
          allowDeselect={false}
          data={SORTS.map(([by]) => ({ value: by, label: t(`board.sort.${by}`) }))}
          value={sort}
          onChange={(by) => setSort(SORTS.find(([known]) => known === by)?.[0] ?? 'name')}
        />
        <Button size="xs" variant="default" onClick={reload}>
          {t('reload')}
        </Button>
        {canEdit && !asked.closed && (
          <Button size="xs" variant="default" disabled={chosen.size === 0} onClick={() => setOpen('extend')}>
            {t('extend.count', { n: chosen.size })}
          </Button>
        )}
      </Group>
      <BoardTable
        board={value}
        chosen={canEdit ? chosen : null}
        onChoose={setChosen}
        onNote={canEdit ? setOpen : null}
      />
      {value.rows.length === 0 && <Text mt="md">{t('board.nobody')}</Text>}
      {value.total > PAGE && (
        <Pagination
          mt="md"
          total={Math.ceil(value.total / PAGE)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': control })}
        />
      )}
      {open === 'edit' && <RoundDialog round={asked} onClose={() => setOpen(null)} onSaved={done} />}
      {open === 'close' && (
        <ConfirmDialog
          title={t('round.close')}
          text={t('round.closeWhat')}
          onClose={() => setOpen(null)}
          onConfirm={() => void setClosed(true)}
        />
      )}
      {open === 'extend' && (
        <ExtendDialog round={round} offices={[...chosen]} onClose={() => setOpen(null)} onDone={done} />
      )}
      {open === 'remind' && (
        <ReminderDialog round={round} offices={[...chosen]} onClose={() => setOpen(null)} />
      )}
      {open === 'review' && <ReviewDialog round={round} onClose={() => setOpen(null)} onDecided={reload} />}
      {open !== null && typeof open === 'object' && (
        <NoteDialog round={round} office={open} onClose={() => setOpen(null)} onSaved={() => done('')} />
      )}
    </>
  )
}

function Heading({ board: { round } }: { readonly board: Board }) {
  const t = useText()
  return (
    <div>
      <Button variant="transparent" size="compact-xs" px={0} onClick={() => go({ screen: 'rounds' })}>
        ← {t('menu.rounds')}
      </Button>
      <Title order={1} size="h3">
        {round.name} · {round.period}
        {round.closed && ` · ${t('round.closed')}`}
      </Title>
      <Text size="sm">
        {t('board.due', {
          day: round.dueOn ? formatIsoDate(round.dueOn) : t('round.noDue'),
          who: round.offices,
          lateBy: t(round.lateBy === 'letter' ? 'board.lateByLetter' : 'board.lateByReceipt'),
        })}
        {round.letterNo &&
          ` · ${t('board.letterNo', {
            no: round.letterNo,
            day: round.letterDate ? formatIsoDate(round.letterDate) : '…',
          })}`}
      </Text>
    </div>
  )
}

function countOf({ counts }: Board, by: BoardFilter): number {
  if (by === 'all') return counts.offices
  return by === 'missing' ? counts.none + counts.partial : counts[by]
}
