// One office: its set-up pack, its devices, what it handed in, what is held apart.
import { Alert, Button, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type ConsoleError, consoleFiles } from '../../../shared/http/console.ts'
import { formatDay, formatInstant } from '../../ui/dates.ts'
import { call, downloadFile } from '../app/api.ts'
import { useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { DeviceTable } from '../devices/DeviceTable.tsx'
import { HandinTable } from '../handins/HandinTable.tsx'
import { useText } from '../text.ts'
import { EnterDialog } from './EnterDialog.tsx'
import { OfficeDialog } from './OfficeDialog.tsx'

export function OfficeScreen({ office }: { readonly office: string }) {
  const t = useText()
  const isAdmin = useConsole((s) => s.me?.role === 'admin')
  const { value, error, reload } = useLoad('office.get', { office })
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const [given, setGiven] = useState('')
  const [entering, setEntering] = useState(false)
  const [editing, setEditing] = useState(false)
  const canDecide = useConsole((s) => s.me?.role !== 'viewer')
  async function givePack() {
    const answer = await downloadFile(consoleFiles.pack, { office })
    setFailed(answer.ok ? null : answer.error)
    setGiven(answer.ok ? answer.value.name : '')
    reload()
  }
  async function settle(hash: string) {
    const answer = await call('held.settle', { hash, note: t('settledByHand') })
    setFailed(answer.ok ? null : answer.error)
    reload()
  }
  if (!value) return <ErrorNote error={error} />
  return (
    <>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">
            {value.office.name}
          </Title>
          <Text size="sm" c="dimmed">
            {value.office.id} · {value.office.parentName} · {t(`profile.${value.office.profile}`)}
            {value.office.plan && ` · ${value.office.plan}`}
          </Text>
        </div>
        <Group>
          {canDecide && !value.devices.some((d) => d.status === 'approved') && (
            <Button variant={value.office.hasApp ? 'default' : 'filled'} onClick={() => setEntering(true)}>
              {t('enter')}
            </Button>
          )}
          {isAdmin && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {t('editOffice')}
            </Button>
          )}
          {isAdmin && <Button onClick={() => void givePack()}>{t('makePack')}</Button>}
        </Group>
      </Group>
      <ErrorNote error={failed ?? error} />
      {given && (
        <Alert my="sm" role="status">
          {t('packGiven', { name: given })}
        </Alert>
      )}
      {value.packs.length > 0 && (
        <Text size="sm" mt="xs">
          {t('packs', { n: value.packs.length, unused: value.packs.filter((p) => !p.used).length })}{' '}
          {value.packs[0] && t('packUntil', { day: formatDay(value.packs[0].expiresAt) })}
        </Text>
      )}
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('menu.handins')}
      </Title>
      <HandinTable rows={value.handins} showOffice={false} />
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('devices')}
      </Title>
      <DeviceTable devices={value.devices} onChanged={reload} showOffice={false} />
      {editing && <OfficeDialog office={value.office} onClose={() => setEditing(false)} onSaved={reload} />}
      {entering && <EnterDialog office={office} onClose={() => setEntering(false)} onEntered={reload} />}
      {value.held.length > 0 && (
        <>
          <Title order={2} size="h4" mt="lg" mb="xs">
            {t('held')}
          </Title>
          <Table bg="white" withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th>{t('why')}</Table.Th>
                <Table.Th>{t('packageNumber')}</Table.Th>
                <Table.Th>{t('device')}</Table.Th>
                <Table.Th>{t('act')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {value.held.map((h) => (
                <Table.Tr key={h.hash}>
                  <Table.Td>{formatInstant(h.receivedAt)}</Table.Td>
                  <Table.Td>{t(heldText(h.reason))}</Table.Td>
                  <Table.Td>{h.number ?? ''}</Table.Td>
                  <Table.Td>{h.device}</Table.Td>
                  <Table.Td>
                    {h.settledAt ? (
                      t('settled')
                    ) : isAdmin ? (
                      <Button size="xs" variant="default" onClick={() => void settle(h.hash)}>
                        {t('settle')}
                      </Button>
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </>
  )
}

function heldText(reason: string) {
  switch (reason) {
    case 'gap':
      return 'held.gap'
    case 'fork':
      return 'held.fork'
    case 'pending-device':
      return 'held.pending'
    case 'revoked-key':
      return 'held.revoked'
    default:
      return 'held.newer'
  }
}
