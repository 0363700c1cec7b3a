// All days by month: a small grid to see how they lie, and the list that says what is due.
import { ActionIcon, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Round } from '../../../shared/ipc/roundCalls.ts'
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

/** The day under which a round stands: the one that is worked towards. */
function dayOf(round: Round): string {
  return round.lastWorkingDay ?? round.lastDay ?? ''
}

export function CalendarScreen() {
  const t = useText()
  const [filter, setFilter] = useState<Filter>('all')
  const [month, setMonth] = useState<string | null>(null)
  const rounds = useAnswer('rounds.list', { closed: true })
  if (!rounds) return null
  const shown = rounds
    .filter((round) => isShown(round, filter))
    .sort((a, b) => (dayOf(a) || '9999').localeCompare(dayOf(b) || '9999'))
  const months = [...new Set(shown.map((round) => dayOf(round).slice(0, 7)))]
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
          <MonthGrid month={gridMonth} rounds={shown} dayOf={dayOf} />
        </Stack>
        <Stack gap="md">
          {shown.length === 0 && <Text size="sm">{t('round.none')}</Text>}
          {months.map((one) => (
            <Stack key={one} gap="xs">
              <Title order={2} size="h5">
                {one ? <MonthName month={one} /> : t('calendar.noDay')}
              </Title>
              {shown
                .filter((round) => dayOf(round).slice(0, 7) === one)
                .map((round) => (
                  <RoundRow key={round.id} round={round} />
                ))}
            </Stack>
          ))}
        </Stack>
      </div>
    </Stack>
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
