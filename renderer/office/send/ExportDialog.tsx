import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { useApp } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'
import { JobProgress } from '../import/ImportScreen.tsx'
import { useText } from '../text.ts'
import { linesOf, type SigningDraft, SigningForm, signingDay } from './SigningForm.tsx'
import { saveBytes } from './saveFile.ts'

const REPORT_OF: Readonly<Record<string, string>> = {
  database: 'database-list',
  'data-item': 'database-list',
  'open-dataset': 'open-data-list',
  'focal-point': 'focal-point-list',
}

/** The report that prints a register's list; null for one without an official layout. */
export function reportOf(register: string): string | null {
  return REPORT_OF[register] ?? null
}

/** The official workbook of a list, for the chairman to sign. */
export function ExportDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<CallOutput<'export.report'> | null>(null)
  const [draft, setDraft] = useState<SigningDraft | null>(null)
  const level = useApp((state) => state.status?.office?.level) ?? ''
  const report = reportOf(register.id)
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

  async function write(): Promise<void> {
    if (!report || !draft) return
    setBusy(true)
    const made = await ask('export.report', {
      report,
      period: draft.period.trim(),
      number: draft.number,
      date: day ?? null,
      signer: { lines: linesOf(draft.lines).slice(0, 5), name: draft.name.trim() },
      recipients: linesOf(draft.recipients).slice(0, 20),
    })
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
        {report ? (
          <Text fw={600}>{t(`report.${report}` as 'report.database-list')}</Text>
        ) : (
          <Text>{t('common.none')}</Text>
        )}
        <Text size="sm">{t('send.exportMarked')}</Text>
        {draft && <SigningForm level={level} value={draft} onChange={setDraft} />}
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
