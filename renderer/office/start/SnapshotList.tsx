import { Button, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { formatBytes, formatInstant } from '../../ui/dates.ts'
import { useApp } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { RestoreDialog } from './RestoreDialog.tsx'

type Snapshot = CallOutput<'snapshots.list'>[number]

const REASONS = {
  hourly: 'snapshots.hourly',
  asked: 'snapshots.asked',
  setup: 'snapshots.setup',
  'before-import': 'snapshots.beforeImport',
  'before-migration': 'snapshots.beforeMigration',
  'before-restore': 'snapshots.beforeRestore',
} as const

function reasonKey(reason: string): (typeof REASONS)[keyof typeof REASONS] | 'snapshots.otherReason' {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : 'snapshots.otherReason'
}

const LEADS = {
  open: 'snapshots.lead',
  empty: 'snapshots.leadGone',
  locked: 'snapshots.leadShut',
  damaged: 'snapshots.leadDamaged',
} as const

/** Snapshots of this machine, newest first; each can be restored after one question. */
export function SnapshotList({ version = 0 }: { version?: number }) {
  const t = useText()
  const phase = useApp((state) => state.status?.phase) ?? 'locked'
  const [list, setList] = useState<Snapshot[] | null>(null)
  const [chosen, setChosen] = useState<Snapshot | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: version only says that the list grew
  useEffect(() => {
    void ask('snapshots.list', {}).then((found) => setList(found ?? []))
  }, [version])

  if (list === null) return null
  return (
    <Stack>
      <Text size="sm">{t(LEADS[phase])}</Text>
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
                  <Table.Td>{t(reasonKey(snapshot.reason))}</Table.Td>
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
      {chosen && <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />}
    </Stack>
  )
}
