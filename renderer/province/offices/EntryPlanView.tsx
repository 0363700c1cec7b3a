// What entering the file would do, before anything is written: sheet and columns to correct, counts, cells to mend,
// values that would change, and what the file lacks.
import {
  Alert,
  Badge,
  Checkbox,
  Group,
  List,
  ScrollArea,
  Select,
  SimpleGrid,
  Table,
  Text,
} from '@mantine/core'
import type { EntryPlanDto } from '../../../shared/http/console.ts'
import type { Field } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'

type Props = {
  readonly plan: EntryPlanDto
  readonly fields: readonly Field[]
  readonly nameField: string
  readonly removeMissing: boolean
  readonly onRemoveMissing: (on: boolean) => void
  readonly onSheet: (sheet: string) => void
  /** Field by column, all of them. */
  readonly onColumns: (columns: readonly (string | null)[]) => void
}

const MAX_NAMES = 30
/** Below it a proposed column is shown as one to look at. */
const SURE = 0.85
const COLORS = { new: 'ink', changed: 'orange.9', parked: 'red.9' } as const

export function EntryPlanView(props: Props) {
  const { plan } = props
  const t = useText()
  return (
    <>
      {plan.sheets.length > 1 && (
        <Select
          label={t('sheet')}
          allowDeselect={false}
          data={plan.sheets}
          value={plan.sheet}
          onChange={(sheet) => sheet !== null && sheet !== plan.sheet && props.onSheet(sheet)}
        />
      )}
      <Columns {...props} />
      {plan.weak && (
        <Alert color="red" variant="outline" role="alert">
          {t('entryWeak')}
        </Alert>
      )}
      <Text fw={600} role="status">
        {t('entryCounts', plan.counts)}
      </Text>
      {plan.rows.length > 0 && <Rows plan={plan} fields={props.fields} />}
      {plan.waiting.length > 0 && (
        <Text size="sm">{t('entryWaiting', { n: plan.waiting.length, names: namesOf(plan.waiting) })}</Text>
      )}
      {plan.missingCount > 0 && (
        <Alert color="orange.9" variant="outline">
          <Text size="sm">{t('entryMissing', { n: plan.missingCount, names: namesOf(plan.missing) })}</Text>
          <Checkbox
            mt="xs"
            label={t('entryRemove', { n: plan.missingCount })}
            checked={props.removeMissing}
            onChange={(e) => props.onRemoveMissing(e.currentTarget.checked)}
          />
        </Alert>
      )}
    </>
  )
}

function namesOf(records: readonly { readonly name: string }[]): string {
  const names = records.slice(0, MAX_NAMES).map((r) => r.name)
  return names.join('; ') + (records.length > MAX_NAMES ? '…' : '')
}

function Columns({ plan, fields, nameField, onColumns }: Props) {
  const t = useText()
  const label = useLabel()
  const headed = plan.columns.filter((c) => c.header.trim() !== '' && c.field !== '$id')
  const options = fields.map((f) => ({ value: f.id, label: label(f.label) }))
  const width = Math.max(...plan.columns.map((c) => c.index), -1) + 1
  function choose(index: number, field: string | null): void {
    const columns: (string | null)[] = Array.from({ length: width }, () => null)
    for (const c of plan.columns) columns[c.index] = c.field === field ? null : c.field
    columns[index] = field
    onColumns(columns)
  }
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('entryColumns', { rows: [...new Set(plan.headerRows)].join('–') })}
      </Text>
      <ScrollArea.Autosize mah={220} viewportProps={{ tabIndex: 0, 'aria-label': t('columns') }}>
        <SimpleGrid cols={3} spacing="xs" verticalSpacing={4}>
          {headed.map((c) => (
            <Select
              key={c.index}
              size="xs"
              label={c.header.replace(/\s+/g, ' ')}
              placeholder={t('columnLeftOut')}
              clearable
              searchable
              data={options}
              value={c.field}
              description={
                c.field === nameField && plan.weak
                  ? t('columnGuessed')
                  : c.field && c.confidence < SURE
                    ? t('columnCheck')
                    : undefined
              }
              onChange={(field) => choose(c.index, field)}
            />
          ))}
        </SimpleGrid>
      </ScrollArea.Autosize>
    </div>
  )
}

function Rows({ plan, fields }: { readonly plan: EntryPlanDto; readonly fields: readonly Field[] }) {
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const byId = new Map(fields.map((f) => [f.id, f]))
  const shown = (id: string, value: EntryPlanDto['rows'][number]['changes'][number]['before']) => {
    const field = byId.get(id)
    return value === null || !field ? t('empty') : displayValue(field, value, language)
  }
  return (
    <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0, 'aria-label': t('records') }}>
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('row')}</Table.Th>
            <Table.Th>{t('record')}</Table.Th>
            <Table.Th>{t('whatHappens')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.rows.map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td>{row.row}</Table.Td>
              <Table.Td>{row.name || t('unnamed')}</Table.Td>
              <Table.Td>
                <Group gap="xs" align="flex-start" wrap="nowrap">
                  <Badge color={COLORS[row.status]} tt="none" miw="max-content">
                    {t(`entry.${row.status}`)}
                  </Badge>
                  <List size="sm" listStyleType="none">
                    {row.changes.map((c) => (
                      <List.Item key={c.field}>
                        {label(byId.get(c.field)?.label ?? { vi: c.field, en: c.field })}:{' '}
                        {shown(c.field, c.before)} → {shown(c.field, c.after)}
                      </List.Item>
                    ))}
                    {row.problems.map((p) => (
                      <List.Item key={`${p.cell}${p.rule}${p.message}`}>
                        {p.cell}: {p.message}
                      </List.Item>
                    ))}
                  </List>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
