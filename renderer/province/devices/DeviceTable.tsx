// Devices with what can be done to each: approve by the code heard on the phone, refuse, cut off, answer on a stick.
import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { type ConsoleError, consoleFiles, type DeviceDto } from '../../../shared/http/console.ts'
import { formatInstant } from '../../ui/dates.ts'
import { call, downloadFile } from '../app/api.ts'
import { go, useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'

const COLORS = { pending: 'yellow', approved: 'green.9', refused: 'gray.7', revoked: 'red.9' } as const

type Props = {
  readonly devices: readonly DeviceDto[]
  readonly onChanged: () => void
  readonly showOffice: boolean
}
type Asked = { readonly device: DeviceDto; readonly act: 'device.refuse' | 'device.revoke' }

export function DeviceTable({ devices, onChanged, showOffice }: Props) {
  const t = useText()
  const isAdmin = useConsole((s) => s.me?.role === 'admin')
  const [approving, setApproving] = useState<DeviceDto | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [error, setError] = useState<ConsoleError | null>(null)
  async function decide({ device, act }: Asked) {
    const answer = await call(act, { device: device.id })
    setError(answer.ok ? null : answer.error)
    setAsked(null)
    onChanged()
  }
  async function giveReply(device: string) {
    const answer = await downloadFile(consoleFiles.reply, { device })
    setError(answer.ok ? null : answer.error)
  }
  if (devices.length === 0) return <Text>{t('noDevices')}</Text>
  return (
    <>
      <ErrorNote error={error} />
      <Table bg="white" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {showOffice && <Table.Th>{t('office')}</Table.Th>}
            <Table.Th>{t('device')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('lastHeard')}</Table.Th>
            <Table.Th>{t('stateCode')}</Table.Th>
            <Table.Th>{t('act')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {devices.map((d) => (
            <Table.Tr key={d.id}>
              {showOffice && (
                <Table.Td>
                  <Button
                    variant="transparent"
                    size="compact-sm"
                    px={0}
                    onClick={() => go({ screen: 'office', office: d.office })}
                  >
                    {d.officeName}
                  </Button>
                </Table.Td>
              )}
              <Table.Td>
                {d.person}
                <Text size="xs" c="dimmed">
                  {d.name} {d.id} · {formatInstant(d.requestedAt)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Badge color={COLORS[d.status]} tt="none" miw="max-content">
                  {t(`device.${d.status}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                {d.lastHeardAt ? formatInstant(d.lastHeardAt) : t('never')}
                <Text size="xs" c="dimmed">
                  {t('packageCount', { n: d.bundles })}
                </Text>
              </Table.Td>
              <Table.Td ff="monospace">{d.stateCode}</Table.Td>
              <Table.Td>
                <Group gap="xs">
                  {d.status === 'pending' && isAdmin && (
                    <>
                      <Button size="xs" onClick={() => setApproving(d)}>
                        {t('approve')}
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setAsked({ device: d, act: 'device.refuse' })}
                      >
                        {t('refuse')}
                      </Button>
                    </>
                  )}
                  {(d.status === 'approved' || d.status === 'revoked') && (
                    <Button size="xs" variant="default" onClick={() => void giveReply(d.id)}>
                      {t('replyFile')}
                    </Button>
                  )}
                  {d.status === 'approved' && isAdmin && (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => setAsked({ device: d, act: 'device.revoke' })}
                    >
                      {t('revoke')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {approving && (
        <ApproveDialog device={approving} onClose={() => setApproving(null)} onDone={onChanged} />
      )}
      {asked && (
        <ConfirmDialog
          title={t(asked.act === 'device.refuse' ? 'refuse' : 'revoke')}
          text={t(asked.act === 'device.refuse' ? 'refuseWhat' : 'revokeWhat', {
            person: asked.device.person,
          })}
          onClose={() => setAsked(null)}
          onConfirm={() => void decide(asked)}
        />
      )}
    </>
  )
}
