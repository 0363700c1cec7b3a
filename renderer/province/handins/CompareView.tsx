// A hand-in against an earlier one: what is new, changed (old → new side by side) and gone, with remarks and answers.
import { Badge, Checkbox, Group, Pagination, Paper, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Comparison } from '../../../shared/http/console.ts'
import type { Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { StateBadge } from '../app/StateBadge.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { RemarkNote } from './RemarkNote.tsx'

const PAGE = 50
const CHANGE_COLORS = { new: 'ink', changed: 'orange.9', same: 'gray.7', removed: 'red.9' } as const

export function CompareView({ office, handin }: { readonly office: string; readonly handin: string }) {
  const t = useText()
  const [against, setAgainst] = useState<string | null>(null)
  const [same, setSame] = useState(false)
  const [page, setPage] = useState(1)
  const { value, error } = useLoad('handin.compare', {
    office,
    handin,
    against,
    same,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  })
  if (!value) return <ErrorNote error={error} />
  return (
    <Stack gap="sm" mt="sm">
      <ErrorNote error={error} />
      <Group gap="md" align="flex-end">
        {value.earlier.length > 0 && (
          <Select
            w={340}
            label={t('compare.against')}
            allowDeselect={false}
            data={value.earlier.map((e) => ({
              value: e.id,
              label: t('compare.lastOne', { period: e.period, when: formatInstant(e.receivedAt) }),
            }))}
            value={value.against?.id ?? null}
            onChange={(id) => {
              setAgainst(id)
              setPage(1)
            }}
          />
        )}
        <Text>{t('compare.counts', value.counts)}</Text>
        <Checkbox
          label={t('compare.same')}
          checked={same}
          onChange={(e) => {
            setSame(e.currentTarget.checked)
            setPage(1)
          }}
        />
      </Group>
      {value.against?.state === 'returned' && !same && <Text size="sm">{t('compare.onlyChanges')}</Text>}
      {value.rows.length === 0 && <Text>{t('compare.nothing')}</Text>}
      {value.rows.map((row) => (
        <RecordChange key={row.recordId} row={row} />
      ))}
      {value.total > PAGE && (
        <Pagination
          total={Math.ceil(value.total / PAGE)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': control })}
        />
      )}
    </Stack>
  )
}

function RecordChange({ row }: { readonly row: Comparison['rows'][number] }) {
  const t = useText()
  const label = useLabel()
  const language = useLanguage((s) => s.language)
  const register = registerOf(row.register)
  const shown = (id: string, value: unknown) => {
    const field = register?.fields.find((f) => f.id === id)
    return field ? displayValue(field, value as Value, language) : JSON.stringify(value ?? '')
  }
  return (
    <Paper withBorder p="sm">
      <Group gap="xs">
        <Text fw={600}>{row.name || t('unnamed')}</Text>
        <Badge color={CHANGE_COLORS[row.change]} variant="outline" tt="none" miw="max-content">
          {t(`change.${row.change}`)}
        </Badge>
        {row.decision && <StateBadge state={row.decision === 'accept' ? 'accepted' : 'returned'} />}
        {register && (
          <Text size="xs" c="dimmed">
            {label(register.singular)}
          </Text>
        )}
      </Group>
      {row.fields.length > 0 && (
        <Table mt={4} verticalSpacing={3} fz="sm" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="24%">{t('compare.field')}</Table.Th>
              <Table.Th>{t('compare.before')}</Table.Th>
              <Table.Th>{t('compare.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {row.fields.map((f) => (
              <Table.Tr key={f.field}>
                <Table.Td>
                  {label(
                    register?.fields.find((known) => known.id === f.field)?.label ?? {
                      vi: f.field,
                      en: f.field,
                    },
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <s>{shown(f.field, f.before)}</s>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{shown(f.field, f.after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {row.remarks.map((r) => (
        <RemarkNote key={r.id} remark={r} />
      ))}
    </Paper>
  )
}
