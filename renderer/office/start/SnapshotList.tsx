import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { formatBytes, formatInstant } from '../../ui/dates.ts'
import { refreshStatus } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Snapshot = CallOutput<'snapshots.list'>[number]

/** Snapshots of this machine, newest first; each can be restored after one question. */
export function SnapshotList({ version = 0 }: { version?: number }) {
  const t = useText()
  const [list, setList] = useState<Snapshot[] | null>(null)
  const [chosen, setChosen] = useState<Snapshot | null>(null)
  const [busy, setBusy] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: version only says that the list grew
  useEffect(() => {
    void ask('snapshots.list', {}).then((found) => setList(found ?? []))
  }, [version])

  async function restore(snapshot: Snapshot): Promise<void> {
    setBusy(true)
    const done = await ask('snapshots.restore', { file: snapshot.file })
    setBusy(false)
    setChosen(null)
    if (!done) return
    showToast({ kind: 'good', text: t('snapshots.restored', { time: formatInstant(snapshot.at) }) })
    await refreshStatus()
  }

  if (list === null) return null
  return (
    <Stack>
      <Text size="sm">{t('snapshots.lead')}</Text>
      {list.length === 0 && <Text>{t('snapshots.none')}</Text>}
      {list.length > 0 && (
        <Table.ScrollContainer
          minWidth={480}
          mah={360}
          scrollAreaProps={{
            viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('snapshots.title') },
          }}
        >
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('snapshots.at')}</Table.Th>
                <Table.Th>{t('snapshots.size')}</Table.Th>
                <Table.Th>{t('snapshots.reason')}</Table.Th>
                <Table.Th>{t('snapshots.verified')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('home.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((snapshot) => (
                <Table.Tr key={snapshot.file}>
                  <Table.Td>{formatInstant(snapshot.at)}</Table.Td>
                  <Table.Td>{formatBytes(snapshot.bytes)}</Table.Td>
                  <Table.Td>{snapshot.reason}</Table.Td>
                  <Table.Td>{snapshot.verified ? t('common.yes') : t('common.no')}</Table.Td>
                  <Table.Td>
                    <Button size="compact-sm" variant="default" onClick={() => setChosen(snapshot)}>
                      {t('snapshots.restore')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen ? t('snapshots.confirm', { time: formatInstant(chosen.at) }) : ''}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Text>{t('snapshots.lead')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setChosen(null)}>
            {t('common.cancel')}
          </Button>
          <Button loading={busy} onClick={() => chosen && void restore(chosen)}>
            {t('snapshots.restore')}
          </Button>
        </Group>
      </Modal>
    </Stack>
  )
}
