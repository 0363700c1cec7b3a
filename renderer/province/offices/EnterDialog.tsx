// Nhập hộ: the Excel list of an office that has no app, with what could not be read said cell by cell.
import { Alert, Button, FileInput, Group, List, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type ConsoleError, consoleFiles, type Entered, enteredSchema } from '../../../shared/http/console.ts'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { sendFile } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

type Props = { readonly office: string; readonly onClose: () => void; readonly onEntered: () => void }

const MAX_SHOWN = 50

export function EnterDialog({ office, onClose, onEntered }: Props) {
  const t = useText()
  const label = useLabel()
  const [register, setRegister] = useState<string | null>('database')
  const [period, setPeriod] = useState(String(new Date().getFullYear()))
  const [file, setFile] = useState<File | null>(null)
  const [entered, setEntered] = useState<Entered | null>(null)
  const [error, setError] = useState<ConsoleError | null>(null)
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!file || !register) return
    setBusy(true)
    const answer = await sendFile(consoleFiles.enter, { office, register, period, name: file.name }, file)
    setBusy(false)
    const parsed = answer.ok ? enteredSchema.safeParse(answer.value) : null
    setEntered(parsed?.success ? parsed.data : null)
    setError(answer.ok ? null : answer.error)
    if (parsed?.success && parsed.data.handin) onEntered()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('enter')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <Stack>
          <Text size="sm">{t('enterWhat')}</Text>
          <Select
            label={t('register')}
            allowDeselect={false}
            data={userRegisters.filter((r) => !r.parent).map((r) => ({ value: r.id, label: label(r.label) }))}
            value={register}
            onChange={setRegister}
          />
          <TextInput
            label={t('period')}
            required
            maxLength={20}
            value={period}
            onChange={(e) => setPeriod(e.currentTarget.value)}
          />
          <FileInput
            label={t('excelFile')}
            required
            accept=".xlsx,.xlsm,.xls,.ods,.csv"
            placeholder={t('chooseFile')}
            value={file}
            onChange={setFile}
          />
          <ErrorNote error={error} />
          {entered && (
            <Alert role="status" color={entered.parked.length > 0 ? 'orange.9' : 'ink'} variant="outline">
              {t(entered.handin ? 'entered' : 'enteredNothing', {
                n: entered.count,
                parked: entered.parked.length,
              })}
              <List size="sm">
                {entered.parked.slice(0, MAX_SHOWN).map((p) => (
                  <List.Item key={`${p.cell}${p.message}`}>
                    {p.cell}: {p.message}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button type="submit" loading={busy} disabled={!file}>
              {t('enterNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
