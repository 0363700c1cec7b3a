// Every round, the newest first, and the way to its board.
import { Alert, Badge, Button, Group, Table, Text, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { go, useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { RoundDialog } from './RoundDialog.tsx'

export function RoundsScreen() {
  const t = useText()
  const label = useLabel()
  const canEdit = useConsole((s) => s.me?.role !== 'viewer')
  const { value, error, reload } = useLoad('round.list', {})
  const rules = useLoad('rules.get', {})
  const [opening, setOpening] = useState(false)
  const [said, setSaid] = useState('')
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('menu.rounds')}
        </Title>
        <Group gap="sm">
          <Button variant="default" onClick={reload}>
            {t('reload')}
          </Button>
          {canEdit && <Button onClick={() => setOpening(true)}>{t('rounds.open')}</Button>}
        </Group>
      </Group>
      <Text size="sm" mb="sm" maw={900}>
        {t('rounds.what')}
      </Text>
      <ErrorNote error={error} />
      {said && (
        <Alert role="status" mb="sm">
          {said}
        </Alert>
      )}
      {value && value.length === 0 && <Text>{t('rounds.empty')}</Text>}
      {value && value.length > 0 && (
        <Table bg="white" withTableBorder highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('round.name')}</Table.Th>
              <Table.Th>{t('period')}</Table.Th>
              <Table.Th>{t('round.lists')}</Table.Th>
              <Table.Th>{t('round.due')}</Table.Th>
              <Table.Th>{t('round.offices')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.map((r) => (
              <Table.Tr key={r.id}>
                <Table.Td>
                  <UnstyledButton
                    c="ink.8"
                    td="underline"
                    onClick={() => go({ screen: 'board', round: r.id })}
                  >
                    {r.name}
                  </UnstyledButton>
                  {r.letterNo && (
                    <Text size="xs" c="dimmed">
                      {t('board.letterNo', {
                        no: r.letterNo,
                        day: r.letterDate ? formatIsoDate(r.letterDate) : '…',
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{r.period}</Table.Td>
                <Table.Td>
                  {r.items
                    .map((i) => {
                      const register = registerOf(i.register)
                      return register ? label(register.label) : i.register
                    })
                    .join('; ')}
                </Table.Td>
                <Table.Td>
                  {r.dueOn ? formatIsoDate(r.dueOn) : t('round.noDue')}
                  {r.dueText && (
                    <Text size="xs" c="dimmed">
                      {r.dueText}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{r.offices}</Table.Td>
                <Table.Td>
                  <Badge color={r.closed ? 'gray.7' : 'green.9'} tt="none" miw="max-content">
                    {t(r.closed ? 'round.closed' : 'round.running')}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {opening && (
        <RoundDialog
          lateBy={rules.value?.settings.lateBy ?? 'letter'}
          onClose={() => setOpening(false)}
          onSaved={(text) => {
            setOpening(false)
            setSaid(text)
            reload()
          }}
        />
      )}
    </>
  )
}
