// The rows of a board: an office, where it stands, each of its lists, when it was last heard of.
import { Badge, Checkbox, Table, Text, UnstyledButton } from '@mantine/core'
import type { Board, BoardCell, BoardRow } from '../../../shared/http/consoleRoundCalls.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatDay, formatIsoDate } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/consoleStore.ts'
import { StateBadge } from '../app/StateBadge.tsx'
import { useText } from '../text.ts'

const STATE_COLORS = {
  none: 'red.9',
  partial: 'yellow.9',
  received: 'ink',
  returned: 'orange.9',
  accepted: 'green.9',
} as const
const LIST_WIDTH = 112
const OTHER_WIDTH = 760

type Props = {
  readonly board: Board
  /** null: nothing can be chosen. */
  readonly chosen: ReadonlySet<string> | null
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onNote: ((row: BoardRow) => void) | null
}

export function BoardTable({ board, chosen, onChoose, onNote }: Props) {
  const t = useText()
  const label = useLabel()
  const { rows, round } = board
  function choose(id: string, on: boolean) {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChoose(next)
  }
  const noteText = (row: BoardRow) => (row.notes > 0 ? t('note.count', { n: row.notes }) : t('note.add'))
  if (rows.length === 0) return null
  return (
    <Table.ScrollContainer
      minWidth={OTHER_WIDTH + round.items.length * LIST_WIDTH}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': round.name } }}
    >
      <Table striped highlightOnHover bg="white" withTableBorder verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {chosen && (
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label={t('chooseAll')}
                  title={t('chooseAll')}
                  checked={rows.every((r) => chosen.has(r.office))}
                  indeterminate={chosen.size > 0 && !rows.every((r) => chosen.has(r.office))}
                  onChange={(e) =>
                    onChoose(new Set(e.currentTarget.checked ? rows.map((r) => r.office) : []))
                  }
                />
              </Table.Th>
            )}
            <Table.Th w={230}>{t('office')}</Table.Th>
            <Table.Th w={120}>{t('state')}</Table.Th>
            <Table.Th w={92}>{t('round.due')}</Table.Th>
            <Table.Th w={110}>{t('board.letter')}</Table.Th>
            {round.items.map((i) => {
              const register = registerOf(i.register)
              return (
                <Table.Th key={i.register} w={LIST_WIDTH} fz="xs">
                  {register ? label(register.label) : i.register}
                </Table.Th>
              )
            })}
            <Table.Th w={110}>{t('board.heard')}</Table.Th>
            <Table.Th w={96}>{t('note.do')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.office}>
              {chosen && (
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={t('board.choose', { name: row.name })}
                    checked={chosen.has(row.office)}
                    onChange={(e) => choose(row.office, e.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              <Table.Td>
                <UnstyledButton
                  fz="sm"
                  c="ink.8"
                  td="underline"
                  onClick={() => go({ screen: 'office', office: row.office })}
                >
                  {row.name}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>
                <Badge color={STATE_COLORS[row.state]} tt="none" miw="max-content">
                  {t(`board.state.${row.state}`)}
                </Badge>
                {row.lateDays > 0 && (
                  <Text size="xs" c="red.9">
                    {t('board.lateDays', { n: row.lateDays })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {row.due ? formatIsoDate(row.due) : t('round.noDue')}
                {row.extendedTo && (
                  <Text size="xs" title={row.extensionReason}>
                    {t('board.extendedTo')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {row.number ?? ''}
                {row.signedOn && <Text size="xs">{formatIsoDate(row.signedOn)}</Text>}
              </Table.Td>
              {row.cells.map((cell) => (
                <Table.Td key={cell.register}>
                  <Cell office={row.office} cell={cell} />
                </Table.Td>
              ))}
              <Table.Td>
                <Heard row={row} />
              </Table.Td>
              <Table.Td>
                <Text size="xs" lineClamp={2} title={row.note?.text ?? ''}>
                  {row.note?.text ?? ''}
                </Text>
                {onNote && (
                  <UnstyledButton
                    fz="xs"
                    c="ink.8"
                    td="underline"
                    aria-label={`${noteText(row)}: ${row.name}`}
                    onClick={() => onNote(row)}
                  >
                    {noteText(row)}
                  </UnstyledButton>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Cell({ office, cell }: { readonly office: string; readonly cell: BoardCell }) {
  const t = useText()
  const { handin, state } = cell
  if (!handin || !state)
    return (
      <Text size="xs" c="dimmed">
        {t('notYet')}
      </Text>
    )
  return (
    <UnstyledButton onClick={() => go({ screen: 'handin', office, handin })}>
      <StateBadge state={state} />
      <Text size="xs" td="underline">
        {cell.nil ? t('board.nil') : t('recordCount', { n: cell.count })}
      </Text>
    </UnstyledButton>
  )
}

function Heard({ row }: { readonly row: BoardRow }) {
  const t = useText()
  if (!row.lastHeardAt || !row.lastHeardWay)
    return <Text size="xs">{t(row.hasApp ? 'board.noHeard' : 'board.excel')}</Text>
  return (
    <>
      {formatDay(row.lastHeardAt)}
      <Text size="xs">{t(`board.way.${row.lastHeardWay}`)}</Text>
    </>
  )
}
