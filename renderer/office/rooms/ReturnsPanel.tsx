// Returned workbooks, many at once: from which room each is, what it would do, then all of them taken in.
import { Alert, Button, FileButton, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { sentence } from '../../../shared/messages/sentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { ask } from '../bridge/bridge.ts'
import { JobProgress } from '../import/JobProgress.tsx'
import { useText } from '../text.ts'

type Opened = CallOutput<'rooms.open'>
type Room = { readonly id: string; readonly name: string }

export function ReturnsPanel(props: { register: string; period: string; rooms: readonly Room[] }) {
  const t = useText()
  const { register, period } = props
  const [opened, setOpened] = useState<Opened | null>(null)
  const [rooms, setRooms] = useState<Readonly<Record<string, string>>>({})
  const [done, setDone] = useState<CallOutput<'rooms.commit'> | null>(null)
  const [busy, setBusy] = useState(false)

  async function read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    setBusy(true)
    setDone(null)
    const given = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    const found = await ask('rooms.open', { register, period, files: given })
    setBusy(false)
    if (!found) return
    setOpened(found)
    setRooms(Object.fromEntries(found.files.flatMap(({ index, room }) => (room ? [[index, room.id]] : []))))
  }

  async function take(): Promise<void> {
    if (!opened) return
    setBusy(true)
    const taken = await ask('rooms.commit', { returnsId: opened.returnsId, rooms: { ...rooms } })
    setBusy(false)
    if (!taken) return
    setDone(taken)
    setOpened(null)
  }

  return (
    <Stack gap="xs" component="section" aria-label={t('rooms.returns')}>
      <Title order={2} size="h5">
        {t('rooms.returns')}
      </Title>
      <Text size="sm">{t('rooms.returnsHelp')}</Text>
      <FileButton multiple accept=".xlsx,.xls,.ods,.csv" onChange={(files) => void read(files)}>
        {(button) => (
          <Button {...button} w="fit-content" variant="default" loading={busy}>
            {t('rooms.choose')}
          </Button>
        )}
      </FileButton>
      <JobProgress />
      {opened && (
        <>
          <ReturnTable files={opened.files} rooms={props.rooms} chosen={rooms} onChange={setRooms} />
          <Group>
            <Button loading={busy} disabled={Object.keys(rooms).length === 0} onClick={() => void take()}>
              {t('rooms.take', { count: Object.keys(rooms).length })}
            </Button>
            <Button variant="default" onClick={() => setOpened(null)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </>
      )}
      {done && (
        <Alert color="green.8" role="status">
          {t('rooms.taken', {
            files: done.files,
            new: done.counts.new,
            changed: done.counts.changed,
            parked: done.counts.parked,
          })}
        </Alert>
      )}
    </Stack>
  )
}

function ReturnTable(props: {
  files: Opened['files']
  rooms: readonly Room[]
  chosen: Readonly<Record<string, string>>
  onChange: (chosen: Readonly<Record<string, string>>) => void
}) {
  const t = useText()
  const { language } = useLanguage()
  const choose = (index: number, room: string) => {
    const { [String(index)]: _, ...rest } = props.chosen
    props.onChange(room ? { ...rest, [index]: room } : rest)
  }
  return (
    <Table withTableBorder striped>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('rooms.file')}</Table.Th>
          <Table.Th scope="col">{t('rooms.room')}</Table.Th>
          <Table.Th scope="col">{t('rooms.would')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.files.map(({ index, name, counts, refusal }) => (
          <Table.Tr key={index}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>
              {counts && (
                <NativeSelect
                  aria-label={t('rooms.roomOf', { name })}
                  value={props.chosen[String(index)] ?? ''}
                  onChange={(event) => choose(index, event.currentTarget.value)}
                  data={[
                    { value: '', label: t('rooms.skip') },
                    ...props.rooms.map((room) => ({ value: room.id, label: room.name })),
                  ]}
                />
              )}
            </Table.Td>
            <Table.Td>
              {counts ? t('rooms.counts', counts) : refusal ? sentence(refusal, {}, language) : ''}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
