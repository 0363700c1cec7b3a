// Rooms, schools and stations that supply a list: a workbook for each, who has answered, and their returns taken in at once.
import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { registerOf, userRegisters } from '../../../shared/registers/registry.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useAnswer } from '../rounds/useAnswer.ts'
import { saveBytes } from '../send/saveFile.ts'
import { useText } from '../text.ts'
import { ReturnsPanel } from './ReturnsPanel.tsx'

const COLLECTED = userRegisters.filter((register) => register.fields.some(({ id }) => id === 'suppliedBy'))

export function RoomsScreen({ register: first }: { register: string | undefined }) {
  const t = useText()
  const label = useLabel()
  const [register, setRegister] = useState(COLLECTED.find(({ id }) => id === first)?.id ?? COLLECTED[0]!.id)
  const period = String(new Date().getFullYear())
  const rooms = useAnswer('rooms.status', { register, period })
  const definition = registerOf(register)
  if (!rooms || !definition) return null
  return (
    <Stack p="md" gap="md" maw={1080}>
      <Title order={1} size="h3">
        {t('rooms.title')}
      </Title>
      <Text size="sm">{t('rooms.help')}</Text>
      <NativeSelect
        w={420}
        label={t('rooms.register')}
        value={register}
        onChange={(event) => setRegister(event.currentTarget.value)}
        data={COLLECTED.map((one) => ({ value: one.id, label: label(one.label) }))}
      />
      {rooms.length === 0 ? (
        <Paper withBorder p="md">
          <Stack gap="xs">
            <Text size="sm">{t('rooms.none')}</Text>
            <Button w="fit-content" onClick={() => go({ screen: 'form', register: 'unit', id: null })}>
              {t('rooms.add')}
            </Button>
          </Stack>
        </Paper>
      ) : (
        <>
          <AskedRooms key={register} register={register} period={period} rooms={rooms} />
          <ReturnsPanel
            key={`${register}-returns`}
            register={register}
            period={period}
            rooms={rooms.map(({ room }) => room)}
          />
        </>
      )}
    </Stack>
  )
}

function AskedRooms(props: { register: string; period: string; rooms: CallOutput<'rooms.status'> }) {
  const t = useText()
  const { register, period, rooms } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(rooms.map(({ room }) => room.id)))
  const [unassigned, setUnassigned] = useState(false)
  const [busy, setBusy] = useState(false)

  async function make(): Promise<void> {
    setBusy(true)
    const made = await ask('rooms.workbooks', { register, period, rooms: [...chosen], unassigned })
    setBusy(false)
    if (!made?.bytes) return
    saveBytes(made.name, made.bytes)
    showToast({ kind: 'good', text: t('rooms.made', { count: made.rooms, name: made.name }) })
  }

  return (
    <Stack gap="xs" component="section" aria-label={t('rooms.title')}>
      <Table withTableBorder striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('rooms.room')}</Table.Th>
            <Table.Th scope="col">{t('rooms.asked')}</Table.Th>
            <Table.Th scope="col">{t('rooms.answered')}</Table.Th>
            <Table.Th scope="col">{t('rooms.records')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rooms.map(({ room, madeAt, returnedAt, file, records }) => (
            <Table.Tr key={room.id}>
              <Table.Td>
                <Checkbox
                  label={room.name}
                  checked={chosen.has(room.id)}
                  onChange={(event) => {
                    const next = new Set(chosen)
                    if (event.currentTarget.checked) next.add(room.id)
                    else next.delete(room.id)
                    setChosen(next)
                  }}
                />
              </Table.Td>
              <Table.Td>{madeAt === null ? '' : formatInstant(madeAt)}</Table.Td>
              <Table.Td>
                {returnedAt !== null ? (
                  <span title={file}>{formatInstant(returnedAt)}</span>
                ) : madeAt !== null ? (
                  <b>{t('rooms.waiting')}</b>
                ) : (
                  ''
                )}
              </Table.Td>
              <Table.Td>{records}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Checkbox
        label={t('rooms.unassigned')}
        checked={unassigned}
        onChange={(event) => setUnassigned(event.currentTarget.checked)}
      />
      <Group>
        <Button loading={busy} disabled={chosen.size === 0} onClick={() => void make()}>
          {t('rooms.make', { count: chosen.size })}
        </Button>
      </Group>
    </Stack>
  )
}
