import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { type ReportDefinition, reports } from '../../../shared/report/reports.ts'
import { useLabel } from '../../ui/language.ts'
import { printHtml } from '../../ui/printHtml.ts'
import { useApp } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'
import { JobProgress } from '../import/JobProgress.tsx'
import { useText } from '../text.ts'
import { linesOf, type SigningDraft, SigningForm, signingDay } from './SigningForm.tsx'
import { saveBytes } from './saveFile.ts'

/** The report that prints a register's list, or that of the register it hangs on; null for one without an official layout. */
export function reportOf(register: string): ReportDefinition | null {
  return (
    reports.find((one) => one.register === register) ??
    reports.find((one) => one.annex?.register === register) ??
    null
  )
}

type Format = 'xlsx' | 'docx' | 'pdf'
const FORMATS: readonly { readonly value: Format; readonly label: string }[] = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'docx', label: 'Word' },
  { value: 'pdf', label: 'PDF' },
]

/** The official report of a register, saved or printed for the chairman to sign. */
export function ExportDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<CallOutput<'export.report'> | null>(null)
  const [draft, setDraft] = useState<SigningDraft | null>(null)
  const level = useApp((state) => state.status?.office?.level) ?? ''
  const label = useLabel()
  const definition = reportOf(register.id)
  const report = definition?.id ?? null
  const [format, setFormat] = useState<Format>('xlsx')
  const day = draft ? signingDay(draft.date) : null

  useEffect(() => {
    if (!report) return
    void ask('export.defaults', { report }).then((known) => {
      if (!known) return
      setDraft({
        period: known.period,
        number: null,
        date: '',
        lines: known.signer.lines.join('\n'),
        name: known.signer.name,
        recipients: known.recipients.join('\n'),
      })
    })
  }, [report])

  // One press of Enter exports as last time: the button takes the focus as soon as it can be pressed.
  const button = useRef<HTMLButtonElement>(null)
  const ready = draft !== null
  useEffect(() => {
    if (ready) button.current?.focus()
  }, [ready])

  function asked(id: string, signing: SigningDraft) {
    return {
      report: id,
      period: signing.period.trim(),
      number: signing.number,
      date: day ?? null,
      signer: { lines: linesOf(signing.lines).slice(0, 5), name: signing.name.trim() },
      recipients: linesOf(signing.recipients).slice(0, 20),
    }
  }

  async function print(): Promise<void> {
    if (!report || !draft) return
    setBusy(true)
    const page = await ask('export.print', asked(report, draft))
    setBusy(false)
    if (page) await printHtml(page.html)
  }

  async function write(): Promise<void> {
    if (!report || !draft) return
    setBusy(true)
    const made = await ask('export.report', { ...asked(report, draft), format })
    setBusy(false)
    if (!made) return
    if (made.bytes) saveBytes(made.name, made.bytes)
    setDone(made)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('send.export')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        {definition ? <Text fw={600}>{label(definition.title)}</Text> : <Text>{t('common.none')}</Text>}
        <Text size="sm">{t('send.exportMarked')}</Text>
        {draft && <SigningForm level={level} value={draft} onChange={setDraft} />}
        <SegmentedControl
          aria-label={t('send.format')}
          data={[...FORMATS]}
          value={format}
          onChange={(value) => setFormat(value as Format)}
        />
        <JobProgress />
        {done && (
          <Alert color={done.draft ? 'orange.9' : 'green.8'} role="status">
            {t('send.exportDone', { rows: done.rows, name: done.path ?? done.name })}{' '}
            {done.draft && t('send.exportDraft')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button
            variant="default"
            disabled={!draft || day === undefined || busy}
            onClick={() => void print()}
          >
            {t('send.print')}
          </Button>
          <Button
            data-autofocus
            loading={busy}
            disabled={!draft || day === undefined}
            onClick={() => void write()}
          >
            {t('send.export')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
