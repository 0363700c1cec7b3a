// The reminder letter: who owes what, and what the letter is signed with. The number is left to văn thư.
import {
  Alert,
  Button,
  Group,
  Modal,
  ScrollArea,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type ConsoleError, consoleFiles } from '../../../shared/http/console.ts'
import type { ReminderLetter } from '../../../shared/http/consoleRoundCalls.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { downloadFile } from '../app/api.ts'
import { useConsole } from '../app/consoleStore.ts'
import { DayInput } from '../app/DayInput.tsx'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'

type Props = { readonly round: number; readonly offices: readonly string[]; readonly onClose: () => void }
type Head = Pick<ReminderLetter, 'superior' | 'agency' | 'placeName' | 'symbol' | 'signerName'>

export function ReminderDialog({ round, offices, onClose }: Props) {
  const t = useText()
  const label = useLabel()
  const provinceName = useConsole((s) => s.provinceName)
  const { value, error } = useLoad('round.reminder', { id: round, offices: [...offices] })
  const [head, setHead] = useState<Head>({
    superior: provinceName,
    agency: 'Sở Khoa học và Công nghệ',
    placeName: '',
    symbol: '',
    signerName: '',
  })
  const [signerLines, setSignerLines] = useState('GIÁM ĐỐC')
  const [until, setUntil] = useState<string | null>(null)
  const [made, setMade] = useState('')
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const text = (field: keyof Head, key: Parameters<typeof t>[0], required = false) => (
    <TextInput
      label={t(key)}
      required={required}
      maxLength={300}
      value={head[field]}
      onChange={(e) => setHead({ ...head, [field]: e.currentTarget.value })}
    />
  )
  async function download() {
    const lines = signerLines.split('\n').map((l) => l.trim())
    const letter: ReminderLetter = {
      ...head,
      id: round,
      offices: [...offices],
      date: null,
      until,
      signerLines: lines.filter(Boolean).slice(0, 6),
    }
    const answer = await downloadFile(consoleFiles.reminder, {}, letter)
    setFailed(answer.ok ? null : answer.error)
    setMade(answer.ok ? answer.value.name : '')
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void download()
  }
  const names = (ids: readonly string[]) =>
    ids.map((id) => {
      const register = registerOf(id)
      return register ? label(register.label) : id
    })
  return (
    <Modal
      opened
      onClose={onClose}
      size={900}
      title={t('remind.do')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {value && (
            <Text fw={600}>
              {value.rows.length > 0 ? t('remind.who', { n: value.rows.length }) : t('remind.none')}
            </Text>
          )}
          {value && value.rows.length > 0 && (
            <ScrollArea.Autosize
              offsetScrollbars
              mah={220}
              viewportProps={{ tabIndex: 0, 'aria-label': t('remind.who', { n: value.rows.length }) }}
            >
              <Table bg="white" withTableBorder fz="sm" verticalSpacing={4}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('office')}</Table.Th>
                    <Table.Th>{t('remind.missing')}</Table.Th>
                    <Table.Th>{t('remind.returned')}</Table.Th>
                    <Table.Th>{t('round.due')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {value.rows.map((row) => (
                    <Table.Tr key={row.office}>
                      <Table.Td>{row.name}</Table.Td>
                      <Table.Td>{names(row.missing).join('; ')}</Table.Td>
                      <Table.Td>{names(row.returned).join('; ')}</Table.Td>
                      <Table.Td>{row.due ? formatIsoDate(row.due) : t('round.noDue')}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollArea.Autosize>
          )}
          <SimpleGrid cols={2}>
            {text('superior', 'remind.superior')}
            {text('agency', 'remind.agency', true)}
            {text('placeName', 'remind.place')}
            {text('symbol', 'remind.symbol')}
            <DayInput label={t('remind.until')} value={until} onChange={setUntil} />
            {text('signerName', 'remind.signerName')}
          </SimpleGrid>
          <Textarea
            label={t('remind.signerLines')}
            description={t('remind.signerHelp')}
            autosize
            minRows={2}
            value={signerLines}
            onChange={(e) => setSignerLines(e.currentTarget.value)}
          />
          <ErrorNote error={failed ?? error} />
          {made && (
            <Alert role="status" py="xs">
              {t('remind.made', { name: made })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button type="submit" disabled={!value || value.rows.length === 0}>
              {t('remind.word')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
