import { Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { formatBytes, formatInstant } from '../../ui/dates.ts'
import { useApp } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** For whoever helps by phone: device, key, state code, sealed bundles, replies. */
export function TechnicalDetails() {
  const t = useText()
  const sync = useApp((state) => state.sync)
  const [details, setDetails] = useState<CallOutput<'sync.details'> | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew after exchanges
  useEffect(() => {
    void ask('sync.details', {}).then((found) => found && setDetails(found))
  }, [sync?.lastGoodAt, sync?.unreceiptedBundles])

  if (!details) return null
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Text size="xs">{t('details.note')}</Text>
        <Text size="sm">
          {t('details.device')}: <code>{details.deviceId}</code> · {t('details.key')}:{' '}
          <code>{details.keyFingerprint}</code> · {t('details.stateCode')}:{' '}
          <code>{sync?.stateCode || '—'}</code>
        </Text>
        <Title order={3} size="h6">
          {t('details.bundles')}
        </Title>
        <Table fz="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('details.number')}</Table.Th>
              <Table.Th>{t('details.at')}</Table.Th>
              <Table.Th>{t('details.changes')}</Table.Th>
              <Table.Th>{t('details.size')}</Table.Th>
              <Table.Th>{t('details.hash')}</Table.Th>
              <Table.Th>{t('details.receipt')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {details.bundles.map((bundle) => (
              <Table.Tr key={bundle.number}>
                <Table.Td>{bundle.number}</Table.Td>
                <Table.Td>{formatInstant(bundle.madeAt)}</Table.Td>
                <Table.Td>{bundle.changes}</Table.Td>
                <Table.Td>{formatBytes(bundle.bytes)}</Table.Td>
                <Table.Td>
                  <code>{bundle.hash.slice(0, 16)}</code>
                </Table.Td>
                <Table.Td>{bundle.receiptCode ?? '—'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Title order={3} size="h6">
          {t('details.replies')}
        </Title>
        <Text size="xs">
          {details.replies
            .map((reply) => `${reply.number}: ${formatInstant(reply.at)}, ${formatBytes(reply.bytes)}`)
            .join(' · ') || '—'}
        </Text>
      </Stack>
    </Paper>
  )
}
