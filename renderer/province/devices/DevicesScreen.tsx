// Devices that wait for approval first, then all of them.
import { Button, Group, SegmentedControl, Title } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { DeviceTable } from './DeviceTable.tsx'

export function DevicesScreen() {
  const t = useText()
  const [status, setStatus] = useState<'pending' | 'all'>('pending')
  const { value, error, reload } = useLoad('device.list', { status })
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('menu.devices')}
        </Title>
        <Group>
          <SegmentedControl
            aria-label={t('show')}
            value={status}
            onChange={(v) => setStatus(v === 'all' ? 'all' : 'pending')}
            data={[
              { value: 'pending', label: t('device.pending') },
              { value: 'all', label: t('all') },
            ]}
          />
          <Button variant="default" onClick={reload}>
            {t('reload')}
          </Button>
        </Group>
      </Group>
      <ErrorNote error={error} />
      {value && <DeviceTable devices={value} onChanged={reload} showOffice />}
    </>
  )
}
