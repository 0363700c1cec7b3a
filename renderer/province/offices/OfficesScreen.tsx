// The board: every office, when it was last heard, what it handed in and how that stands.
import { Badge, Button, Group, Table, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { foldVietnamese } from '../../../shared/text/fold.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { go, useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { StateBadge } from '../app/StateBadge.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { OfficeDialog } from './OfficeDialog.tsx'
import { UnitsDialog } from './UnitsDialog.tsx'

const LISTS = userRegisters.filter((r) => !r.parent && r.id !== 'unit')

export function OfficesScreen() {
  const t = useText()
  const label = useLabel()
  const isAdmin = useConsole((s) => s.me?.role === 'admin')
  const { value, error, reload } = useLoad('office.list', {})
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [picking, setPicking] = useState(false)
  const wanted = foldVietnamese(search)
  const rows = (value ?? []).filter((o) =>
    foldVietnamese(`${o.id} ${o.name} ${o.parentName}`).includes(wanted),
  )
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('menu.offices')}
        </Title>
        <Group gap="sm">
          <TextInput
            aria-label={t('searchOffice')}
            placeholder={t('searchOffice')}
            value={search}
            onChange={(e) => setSearch(e.currentTarget.value)}
          />
          <Button variant="default" onClick={reload}>
            {t('reload')}
          </Button>
          {isAdmin && (
            <Button variant="default" onClick={() => setPicking(true)}>
              {t('addUnits')}
            </Button>
          )}
          {isAdmin && <Button onClick={() => setAdding(true)}>{t('newOffice')}</Button>}
        </Group>
      </Group>
      <ErrorNote error={error} />
      <Table.ScrollContainer minWidth={900}>
        <Table striped highlightOnHover bg="white" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('office')}</Table.Th>
              <Table.Th>{t('lastHeard')}</Table.Th>
              <Table.Th>{t('devices')}</Table.Th>
              {LISTS.map((r) => (
                <Table.Th key={r.id}>{label(r.label)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((o) => (
              <Table.Tr key={o.id}>
                <Table.Td>
                  <UnstyledButton
                    c="ink.8"
                    td="underline"
                    onClick={() => go({ screen: 'office', office: o.id })}
                  >
                    {o.name}
                  </UnstyledButton>
                  <Text size="xs" c="dimmed">
                    {o.id} · {o.parentName}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {o.lastHeardAt ? formatInstant(o.lastHeardAt) : t(o.hasApp ? 'never' : 'noApp')}
                </Table.Td>
                <Table.Td>
                  <Group gap={4}>
                    {o.devices}
                    {o.pendingDevices > 0 && (
                      <Badge color="yellow" tt="none" miw="max-content">
                        {t('waiting', { n: o.pendingDevices })}
                      </Badge>
                    )}
                    {o.held > 0 && (
                      <Badge color="red" tt="none" miw="max-content">
                        {t('heldCount', { n: o.held })}
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
                {LISTS.map((r) => {
                  const made = o.handins.find((h) => h.register === r.id)
                  return (
                    <Table.Td key={r.id}>
                      {made ? (
                        <UnstyledButton
                          onClick={() => go({ screen: 'handin', office: o.id, handin: made.id })}
                        >
                          <StateBadge state={made.state} />
                          <Text size="xs">
                            {made.period} · {t('recordCount', { n: made.count })}
                          </Text>
                        </UnstyledButton>
                      ) : (
                        <Text size="sm" c="dimmed">
                          {t('notYet')}
                        </Text>
                      )}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {value && rows.length === 0 && (
        <Text mt="md">{t(value.length === 0 ? 'noOffices' : 'nothingFound')}</Text>
      )}
      {adding && <OfficeDialog onClose={() => setAdding(false)} onSaved={reload} />}
      {picking && <UnitsDialog onClose={() => setPicking(false)} onMade={reload} />}
    </>
  )
}
