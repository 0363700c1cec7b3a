// Locked for signature, and printed: what stands on paper is what the registers say, by one short code.
import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { formatCode } from '../../../shared/bundle/codes.ts'
import type { Round, Submission } from '../../../shared/ipc/roundCalls.ts'
import { formatInstant } from '../../ui/dates.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { JobProgress } from '../import/JobProgress.tsx'
import { useText } from '../text.ts'
import { type DocumentFormat, saveDocuments } from './documents.ts'

const FORMATS: readonly DocumentFormat[] = ['pdf', 'docx', 'xlsx', 'pair']

export function LockStep(props: { round: Round; latest: Submission | null; onNext: () => void }) {
  const t = useText()
  const { round, latest } = props
  const [kind, setKind] = useState<Submission['kind']>(latest?.kind ?? 'cong_van')
  const [busy, setBusy] = useState<DocumentFormat | 'lock' | null>(null)

  async function lock(): Promise<void> {
    setBusy('lock')
    await ask('submissions.lock', { round: round.id, kind })
    setBusy(null)
  }

  async function write(id: string, format: DocumentFormat): Promise<void> {
    setBusy(format)
    await saveDocuments(id, format)
    setBusy(null)
  }

  async function unlock(id: string): Promise<void> {
    if (await ask('submissions.unlock', { id })) showToast({ kind: 'info', text: t('lock.unlocked') })
  }

  const isReprint = latest?.state === 'reprint'
  const lockFields = (
    <Group align="flex-end">
      <NativeSelect
        label={t('lock.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Submission['kind'])}
        data={(['cong_van', 'bao_cao'] as const).map((value) => ({ value, label: t(`lock.${value}`) }))}
      />
      <Button loading={busy === 'lock'} onClick={() => void lock()}>
        {t(latest ? 'lock.again' : 'lock.do')}
      </Button>
    </Group>
  )
  if (!latest)
    return (
      <>
        <Text size="sm">{t('lock.help')}</Text>
        {lockFields}
      </>
    )
  return (
    <>
      <Text size="sm">
        <b>
          {t('lock.done', {
            time: formatInstant(latest.lockedAt),
            person: latest.lockedBy,
            code: formatCode(latest.contentCode),
          })}
        </b>
        . {t('lock.codeHelp')}
      </Text>
      {isReprint ? (
        <>
          <Alert color="orange.9" variant="outline" p="xs" role="status">
            {t('lock.reprint', {
              paper: formatCode(latest.contentCode),
              now: formatCode(latest.currentCode),
            })}
          </Alert>
          {lockFields}
        </>
      ) : (
        <>
          {latest.draft && (
            <Alert color="orange.9" variant="outline" p="xs">
              {t('lock.draft')}
            </Alert>
          )}
          <Group gap="xs">
            {FORMATS.map((format) => (
              <Button
                key={format}
                variant={format === 'pdf' ? 'filled' : 'default'}
                loading={busy === format}
                disabled={busy !== null && busy !== format}
                onClick={() => void write(latest.id, format)}
              >
                {t(`lock.${format}`)}
              </Button>
            ))}
          </Group>
          <JobProgress />
          <Group gap="xs">
            <Button variant="light" onClick={props.onNext}>
              {t('lock.toSign')}
            </Button>
            {latest.draft && (
              <Button variant="default" loading={busy === 'lock'} onClick={() => void lock()}>
                {t('lock.again')}
              </Button>
            )}
            <Button variant="subtle" onClick={() => void unlock(latest.id)}>
              {t('lock.undo')}
            </Button>
          </Group>
        </>
      )}
    </>
  )
}
