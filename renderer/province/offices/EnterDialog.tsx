// Nhập hộ: the Excel list of an office that has no app. First what entering it would do (columns, new, changed, cells
// that could not be read, records that the file lacks), then the entry of exactly that; what it lacks stays unless asked.
import {
  Alert,
  Button,
  FileInput,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  type ConsoleError,
  consoleFiles,
  type Entered,
  type EntryLetter,
  type EntryPlanDto,
  enteredSchema,
  entryPlanSchema,
} from '../../../shared/http/console.ts'
import { registerOf, userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { call, sendFile } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'
import { EntryLetterFields, letterQuery, NO_LETTER } from './EntryLetterFields.tsx'
import { EntryPlanView } from './EntryPlanView.tsx'

type Props = { readonly office: string; readonly onClose: () => void; readonly onEntered: () => void }

type Choice = { readonly sheet?: string; readonly columns?: readonly (string | null)[] }

export function EnterDialog({ office, onClose, onEntered }: Props) {
  const t = useText()
  const label = useLabel()
  const [register, setRegister] = useState('database')
  const [period, setPeriod] = useState(String(new Date().getFullYear()))
  const [file, setFile] = useState<File | null>(null)
  const [choice, setChoice] = useState<Choice>({})
  const [plan, setPlan] = useState<EntryPlanDto | null>(null)
  const [removeMissing, setRemoveMissing] = useState(false)
  const [entered, setEntered] = useState<Entered | null>(null)
  const [error, setError] = useState<ConsoleError | null>(null)
  const [busy, setBusy] = useState(false)
  const [letter, setLetter] = useState<EntryLetter>(NO_LETTER)
  const [nilDone, setNilDone] = useState(false)

  /** Another file, register or sheet: what was shown is no longer what would happen. */
  function startAgain(): void {
    setPlan(null)
    setChoice({})
    setRemoveMissing(false)
    setEntered(null)
    setNilDone(false)
    setError(null)
  }
  function queryOf(chosen: Choice): Record<string, string> {
    return {
      office,
      register,
      name: file?.name ?? '',
      ...(chosen.sheet === undefined ? {} : { sheet: chosen.sheet }),
      ...(chosen.columns ? { columns: chosen.columns.map((f) => f ?? '').join(',') } : {}),
    }
  }
  async function preview(chosen: Choice) {
    if (!file) return
    setBusy(true)
    const answer = await sendFile(consoleFiles.planEntry, queryOf(chosen), file)
    setBusy(false)
    setChoice(chosen)
    setEntered(null)
    const parsed = answer.ok ? entryPlanSchema.safeParse(answer.value) : null
    setPlan(parsed?.success ? parsed.data : null)
    setError(answer.ok ? (parsed?.success ? null : { code: 'internal' }) : answer.error)
  }
  async function commit() {
    if (!file || !plan) return
    setBusy(true)
    const query = {
      ...queryOf(choice),
      period,
      digest: plan.digest,
      removeMissing: removeMissing && plan.missingCount > 0 ? '1' : '0',
      ...letterQuery(letter),
    }
    const answer = await sendFile(consoleFiles.enter, query, file)
    setBusy(false)
    const parsed = answer.ok ? enteredSchema.safeParse(answer.value) : null
    setEntered(parsed?.success ? parsed.data : null)
    setError(answer.ok ? (parsed?.success ? null : { code: 'internal' }) : answer.error)
    if (parsed?.success) onEntered()
  }
  async function noteNil() {
    setBusy(true)
    const answer = await call('handin.enterNil', { office, register, period, letter })
    setBusy(false)
    setError(answer.ok ? null : answer.error)
    setNilDone(answer.ok)
    if (answer.ok) onEntered()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void (plan ? commit() : preview(choice))
  }
  const good = plan ? plan.counts.new + plan.counts.changed + plan.counts.same : 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('enter')}
      size={plan ? 900 : 'lg'}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('enterWhat')}</Text>
          <SimpleGrid cols={plan ? 3 : 1}>
            <Select
              label={t('register')}
              allowDeselect={false}
              data={userRegisters
                .filter((r) => !r.parent)
                .map((r) => ({ value: r.id, label: label(r.label) }))}
              value={register}
              onChange={(value) => {
                setRegister(value ?? 'database')
                startAgain()
              }}
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
              onChange={(value) => {
                setFile(value)
                startAgain()
              }}
            />
          </SimpleGrid>
          {!entered && <EntryLetterFields letter={letter} onChange={setLetter} />}
          {nilDone && <Alert role="status">{t('entry.nilDone')}</Alert>}
          {plan && !entered && (
            <EntryPlanView
              plan={plan}
              fields={registerOf(register)?.fields ?? []}
              nameField={registerOf(register)?.nameField ?? ''}
              removeMissing={removeMissing}
              onRemoveMissing={setRemoveMissing}
              onSheet={(sheet) => void preview({ sheet })}
              onColumns={(columns) => void preview({ sheet: plan.sheet, columns })}
            />
          )}
          <ErrorNote error={error} />
          {entered && (
            <Alert role="status" color={entered.counts.parked > 0 ? 'orange.9' : 'ink'} variant="outline">
              {t('entered', {
                n: entered.counts.new + entered.counts.changed + entered.counts.same,
                count: entered.count,
                parked: entered.counts.parked,
                removed: entered.removed,
              })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            {!entered && !plan && !file && (
              <Button
                variant="default"
                loading={busy}
                disabled={nilDone || period.trim() === ''}
                onClick={() => void noteNil()}
              >
                {t('enterNil.do')}
              </Button>
            )}
            {!entered && !plan && (
              <Button type="submit" loading={busy} disabled={!file}>
                {t('preview')}
              </Button>
            )}
            {!entered && plan && (
              <Button type="submit" loading={busy} disabled={plan.weak || good === 0}>
                {t('enterNow', { n: good })}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
