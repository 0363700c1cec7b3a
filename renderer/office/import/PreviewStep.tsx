import { Badge, Button, Group, SegmentedControl, Spoiler, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { DryRow } from '../../../shared/ipc/contract.ts'
import type { Field, Register, Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import type { ImportOpened, ImportPlanned } from './ImportScreen.tsx'
import { MarkedButton } from './ImportScreen.tsx'

const PAGE = 100
type Status = DryRow['status'] | 'all'
const STATUSES: readonly Status[] = ['new', 'changed', 'parked', 'same', 'all']
const COLOR: Record<DryRow['status'], string> = {
  new: 'green.9',
  changed: 'yellow.9',
  same: 'gray.7',
  parked: 'red.9',
}

type Props = {
  readonly register: Register
  readonly opened: ImportOpened
  readonly planned: ImportPlanned
  readonly busy: boolean
  readonly onBack: () => void
  readonly onCommit: () => void
}

/** The dry run as a diff: new, changed old→new, same, to mend; with counts that add up. */
export function PreviewStep({ register, opened, planned, busy, onBack, onCommit }: Props) {
  const t = useText()
  const { counts } = planned
  const [status, setStatus] = useState<Status>(
    counts.new > 0 ? 'new' : counts.changed > 0 ? 'changed' : counts.parked > 0 ? 'parked' : 'all',
  )
  const [rows, setRows] = useState<DryRow[]>([])
  const [total, setTotal] = useState(0)
  const fields = planned.columns
    .map((column) => register.fields.find((field) => field.id === column.field))
    .filter((field): field is Field => field !== undefined)
  const all = counts.new + counts.changed + counts.same + counts.parked
  const countOf = (one: Status) => (one === 'all' ? all : counts[one])

  useEffect(() => {
    let current = true
    setRows([])
    void ask('import.rows', { importId: opened.importId, status, offset: 0, limit: PAGE }).then((found) => {
      if (!current || !found) return
      setRows(found.rows)
      setTotal(found.total)
    })
    return () => {
      current = false
    }
  }, [opened, status])

  async function more(): Promise<void> {
    const found = await ask('import.rows', {
      importId: opened.importId,
      status,
      offset: rows.length,
      limit: PAGE,
    })
    if (found) setRows((now) => [...now, ...found.rows])
  }

  return (
    <Stack>
      <SegmentedControl
        w="fit-content"
        aria-label={t('import.state')}
        value={status}
        onChange={(value) => setStatus(value as Status)}
        data={STATUSES.map((one) => ({
          value: one,
          label: t(`import.count.${one}`, { count: countOf(one) }),
        }))}
      />
      {planned.skipped.length > 0 && (
        <Spoiler
          maxHeight={0}
          showLabel={t('import.skipped', { count: counts.skipped })}
          hideLabel={t('common.close')}
        >
          {planned.skipped.slice(0, 200).map((skip) => (
            <Text key={skip.row} size="xs">
              {t('import.skippedRow', skip)}
            </Text>
          ))}
        </Spoiler>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="card import-rows" tabIndex={0} aria-label={t('import.step.check')}>
        <Table verticalSpacing={3} style={{ whiteSpace: 'nowrap' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.state')}</Table.Th>
              {fields.map((field) => (
                <HeadCell key={field.id} field={field} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <PreviewRow key={row.row} row={row} fields={fields} />
            ))}
          </Table.Tbody>
        </Table>
        {rows.length === 0 && total === 0 && <Text size="sm">{t('import.noRows')}</Text>}
        {rows.length < total && (
          <Button variant="subtle" size="compact-sm" onClick={() => void more()}>
            {t('import.more')} ({rows.length}/{total})
          </Button>
        )}
      </section>
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Group>
          {counts.parked > 0 && <MarkedButton importId={opened.importId} />}
          <Button loading={busy} disabled={all === counts.same} onClick={onCommit}>
            {t('import.commit', { count: counts.new + counts.changed })}
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t('import.commitNote', { parked: counts.parked })}
      </Text>
    </Stack>
  )
}

function HeadCell({ field }: { field: Field }) {
  const label = useLabel()
  return <Table.Th>{label(field.label)}</Table.Th>
}

function PreviewRow({ row, fields }: { row: DryRow; fields: readonly Field[] }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <>
      <Table.Tr className="import-row" data-status={row.status}>
        <Table.Td>{row.row}</Table.Td>
        <Table.Td>
          <Badge color={COLOR[row.status]} variant="outline" radius="sm" tt="none">
            {t(`import.state.${row.status}`)}
          </Badge>
        </Table.Td>
        {fields.map((field) => {
          const now = displayValue(field, row.values[field.id] as Value, language)
          const before =
            row.before && field.id in row.values
              ? displayValue(field, row.before[field.id] as Value, language)
              : now
          return (
            <Table.Td
              key={field.id}
              maw={260}
              style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}
              title={now}
            >
              {row.status === 'changed' && before !== now ? (
                <>
                  <del>{before || '—'}</del> → <ins>{now || '—'}</ins>
                </>
              ) : (
                now
              )}
            </Table.Td>
          )
        })}
      </Table.Tr>
      {row.problems.length > 0 && (
        <Table.Tr>
          <Table.Td />
          <Table.Td colSpan={fields.length + 1} style={{ whiteSpace: 'normal' }}>
            {row.problems.map((problem) => (
              <Text key={`${problem.cell}.${problem.rule}`} size="xs" c="red.9">
                {problem.cell}: {problem.message}
              </Text>
            ))}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
