// The audit trail, newest first.
import { Group, Pagination, Table, Title } from '@mantine/core'
import { useState } from 'react'
import { formatInstant } from '../../ui/dates.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { actText, useText } from '../text.ts'

const PAGE = 100

export function AuditScreen() {
  const t = useText()
  const [page, setPage] = useState(1)
  const { value, error } = useLoad('audit.list', { offset: (page - 1) * PAGE, limit: PAGE })
  return (
    <>
      <Title order={1} size="h3" mb="sm">
        {t('menu.audit')}
      </Title>
      <ErrorNote error={error} />
      <Table bg="white" withTableBorder striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
            <Table.Th>{t('what')}</Table.Th>
            <Table.Th>{t('office')}</Table.Th>
            <Table.Th>{t('about')}</Table.Th>
            <Table.Th>{t('address')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(value?.rows ?? []).map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{formatInstant(row.at)}</Table.Td>
              <Table.Td>{row.actor}</Table.Td>
              <Table.Td>{actText(row.act) ? t(actText(row.act) ?? 'what') : row.act}</Table.Td>
              <Table.Td>{row.office ?? ''}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.subject}</Table.Td>
              <Table.Td>{row.address}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {value && value.total > PAGE && (
        <Group mt="md">
          <Pagination
            total={Math.ceil(value.total / PAGE)}
            value={page}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': control })}
          />
        </Group>
      )}
    </>
  )
}
