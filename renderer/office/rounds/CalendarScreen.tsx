// All days by month: a small grid to see how they lie, and the list that says what is due: reports first, then tasks,
// obstacles and posted data of the office's own registers.
import { ActionIcon, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { Fragment, type ReactNode, useState } from 'react'
import type { CalendarItem } from '../../../shared/ipc/calendarCalls.ts'
import type { Round } from '../../../shared/ipc/roundCalls.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import { go } from '../app/route.ts'
import { useText } from '../text.ts'
import './rounds.css'
import { MonthGrid } from './MonthGrid.tsx'
import { RoundRow } from './RoundRow.tsx'
import { useAnswer } from './useAnswer.ts'

const FILTERS = ['all', 'left', 'province'] as const
type Filter = (typeof FILTERS)[number]
const GIVEN = new Set(['sent', 'received', 'accepted'])

function isShown(round: Round, filter: Filter): boolean {
  return filter === 'all' || (filter === 'left' ? !GIVEN.has(round.state) : round.from === 'province')
}

/** What stands under a day. */
type Entry = { readonly key: string; readonly day: string; readonly name: string; readonly row: ReactNode }

function entryOfRound(round: Round): Entry {
  // The day under which it stands is the one that is worked towards.
  const day = round.lastWorkingDay ?? round.lastDay ?? ''
  return { key: round.id, day, name: round.name, row: <RoundRow round={round} /> }
}

function entryOfItem(item: CalendarItem): Entry {
  const key = `${item.kind}:${item.recordId}`
  return { key, day: item.lastWorkingDay, name: item.title, row: <DatedRow item={item} /> }
}

/** A year back, for what is late, and a year on. */
function range(): { from: string; to: string } {
  const year = new Date().getFullYear()
  return { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` }
}

export function CalendarScreen() {
  const rounds = useAnswer('rounds.list', { closed: true })
  const items = useAnswer('calendar.list', range())
  return rounds && items && <CalendarOf rounds={rounds} items={items} />
}

function CalendarOf({ rounds, items }: { rounds: readonly Round[]; items: readonly CalendarItem[] }) {
  const t = useText()
  const [filter, setFilter] = useState<Filter>('all')
  const [month, setMonth] = useState<string | null>(null)
  const others = items.filter(
    ({ kind, state }) => kind !== 'round' && (filter === 'all' || (filter === 'left' && state !== 'done')),
  )
  const shown = [
    ...rounds.filter((round) => isShown(round, filter)).map(entryOfRound),
    ...others.map(entryOfItem),
  ].sort((a, b) => (a.day || '9999').localeCompare(b.day || '9999'))
  const months = [...new Set(shown.map(({ day }) => day.slice(0, 7)))]
  const now = new Date()
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`
  const gridMonth = month ?? months.find((one) => one >= today) ?? today
  return (
    <Stack p="md" gap="md" maw={1080}>
      <Group justify="space-between" align="flex-end">
        <Title order={1} size="h3">
          {t('menu.calendar')}
        </Title>
        <Group align="flex-end" className="no-print">
          <NativeSelect
            label={t('calendar.filter')}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value as Filter)}
            data={FILTERS.map((value) => ({ value, label: t(`calendar.${value}`) }))}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('common.print')}
          </Button>
        </Group>
      </Group>
      <div className="calendar">
        <Stack gap="xs">
          <Group justify="space-between">
            <ActionIcon
              variant="default"
              className="no-print"
              aria-label={t('calendar.before')}
              onClick={() => setMonth(movedMonth(gridMonth, -1))}
            >
              <IconChevronLeft size={16} aria-hidden />
            </ActionIcon>
            <MonthName month={gridMonth} />
            <ActionIcon
              variant="default"
              className="no-print"
              aria-label={t('calendar.after')}
              onClick={() => setMonth(movedMonth(gridMonth, 1))}
            >
              <IconChevronRight size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <MonthGrid month={gridMonth} entries={shown} />
        </Stack>
        <Stack gap="md">
          {shown.length === 0 && <Text size="sm">{t('round.none')}</Text>}
          {months.map((one) => (
            <Stack key={one} gap="xs">
              <Title order={2} size="h5">
                {one ? <MonthName month={one} /> : t('calendar.noDay')}
              </Title>
              {shown
                .filter(({ day }) => day.slice(0, 7) === one)
                .map(({ key, row }) => (
                  <Fragment key={key}>{row}</Fragment>
                ))}
            </Stack>
          ))}
        </Stack>
      </div>
    </Stack>
  )
}

/** One task, obstacle or posting, leading to its record. */
function DatedRow({ item }: { item: CalendarItem }) {
  const t = useText()
  const { register, recordId } = item
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          <b>{t(`calendar.kind.${item.kind}`)}</b>: {item.title}
          {item.state === 'late' && ` · ${t('calendar.late')}`}
          {item.state === 'done' && ` · ${t('calendar.done')}`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm">{formatIsoDate(item.lastWorkingDay)}</Text>
          {register && recordId && (
            <Button
              size="compact-sm"
              variant="default"
              className="no-print"
              onClick={() => go({ screen: 'form', register, id: recordId })}
            >
              {t('calendar.open')}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  )
}

function MonthName({ month }: { month: string }) {
  const t = useText()
  return <span>{t('calendar.month', { month: month.slice(5), year: month.slice(0, 4) })}</span>
}

/** `2026-12` and 1 → `2027-01`. */
function movedMonth(month: string, by: number): string {
  const moved = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1))
  return moved.toISOString().slice(0, 7)
}
