// Gửi, and what became of it. Nothing is called sent before its bytes left; a way that needs a file writes it at once.
import { Button, Group, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { formatCode } from '../../../shared/bundle/codes.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { Submission } from '../../../shared/ipc/roundCalls.ts'
import { formatBytes, formatInstant } from '../../ui/dates.ts'
import { useApp } from '../app/appStore.ts'
import { showError, showToast } from '../app/toastStore.ts'
import { ask, call } from '../bridge/bridge.ts'
import { saveBytes } from '../send/saveFile.ts'
import { textNow, useText } from '../text.ts'
import { saveDocuments } from './documents.ts'

type Way = CallInput<'submissions.send'>['way']
const WAYS: readonly Way[] = ['line', 'stick', 'edoc', 'mail', 'zalo', 'paper']

export function SendStep({ submission }: { submission: Submission | null }) {
  const t = useText()
  if (!submission) return <Text size="sm">{t('paper.first')}</Text>
  if (submission.sentAt !== null) return <Given submission={submission} />
  if (submission.state === 'reprint')
    return (
      <Text size="sm">
        {t('lock.reprint', {
          paper: formatCode(submission.contentCode),
          now: formatCode(submission.currentCode),
        })}
      </Text>
    )
  if (!submission.number && !submission.approvedBy) return <Text size="sm">{t('way.first')}</Text>
  return <Ways submission={submission} />
}

function Ways({ submission }: { submission: Submission }) {
  const t = useText()
  const hasPack = useApp((state) => state.sync?.enrolment) !== 'no-pack'
  const [way, setWay] = useState<Way>(hasPack ? 'line' : 'edoc')
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function send(): Promise<void> {
    setBusy(true)
    const passedOver = reason?.trim()
    // Made before it goes: a paper that cannot be written is told while nothing has been given yet.
    const isReady = way !== 'edoc' || (await saveDocuments(submission.id, 'pair'))
    const sent = isReady
      ? await call('submissions.send', { id: submission.id, way, ...(passedOver ? { passedOver } : {}) })
      : null
    if (sent?.ok) {
      showToast({ kind: 'good', text: t('way.done', { code: formatCode(sent.value.contentCode) }) })
      await carry(submission.id, way, hasPack)
    } else if (sent && !sent.ok) {
      if (sent.error.code === 'second-person-needed') setReason((now) => now ?? '')
      showError(sent.error)
    }
    setBusy(false)
  }

  return (
    <Stack gap="xs">
      <Radio.Group label={t('way.title')} value={way} onChange={(value) => setWay(value as Way)}>
        <SimpleGrid cols={2} spacing="xs" mt="xs">
          {WAYS.map((one) => {
            const lacksPack = !hasPack && (one === 'line' || one === 'stick')
            return (
              <Radio
                key={one}
                value={one}
                disabled={lacksPack}
                label={t(`way.${one}`)}
                description={lacksPack ? t('way.noPack') : t(`way.${one}Help`)}
              />
            )
          })}
        </SimpleGrid>
      </Radio.Group>
      {reason !== null && (
        <Textarea
          data-autofocus
          label={t('way.reason')}
          value={reason}
          maxLength={2_000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Button w="fit-content" loading={busy} onClick={() => void send()}>
        {t('way.send')}
      </Button>
    </Stack>
  )
}

/** What the way needs beside the app's own record: the line used now, or the file in the officer's hand. */
async function carry(id: string, way: Way, hasPack: boolean): Promise<void> {
  if (way === 'line') await ask('sync.now', {})
  else if ((way === 'stick' || way === 'mail' || way === 'zalo') && hasPack) await saveBundle()
  else if (way === 'mail' || way === 'zalo') await saveDocuments(id, 'pair')
}

async function saveBundle(): Promise<void> {
  const file = await ask('bundle.toFile', {})
  if (!file) return
  if (file.bytes) saveBytes(file.name, file.bytes)
  const size = formatBytes(file.bytes?.byteLength ?? 0)
  const name = file.path ?? file.name
  showToast({
    kind: 'good',
    text: file.bytes
      ? textNow('way.file', { name, size })
      : textNow('send.toFileDone', { count: file.bundles, name }),
  })
}

function Given({ submission }: { submission: Submission }) {
  const t = useText()
  const hasPack = useApp((state) => state.sync?.enrolment) !== 'no-pack'
  const way = WAYS.find((one) => one === submission.sentWay)
  const isCarried = way === 'stick' || way === 'mail' || way === 'zalo'
  const sum = (of: 'accepted' | 'returned') => submission.lists.reduce((total, list) => total + list[of], 0)
  return (
    <Stack gap={4} role="status">
      <Text size="sm" fw={600}>
        {t(`round.state.${submission.state}`)}
        {way &&
          submission.sentAt !== null &&
          ` · ${t('way.sentAt', { way: t(`way.${way}`), time: formatInstant(submission.sentAt) })}`}
      </Text>
      {submission.receiptCode && submission.receiptAt !== null && (
        <Text size="sm">
          {t('send.receipt', {
            code: submission.receiptCode,
            time: formatInstant(submission.receiptAt),
          })}
        </Text>
      )}
      {sum('accepted') + sum('returned') > 0 && (
        <Text size="sm">{t('send.outcome', { accepted: sum('accepted'), returned: sum('returned') })}</Text>
      )}
      <Group gap="xs">
        {isCarried && hasPack && submission.receiptCode === null && (
          <Button variant="default" onClick={() => void saveBundle()}>
            {t('way.fileAgain')}
          </Button>
        )}
        {submission.supersededBy === null && (
          <Button variant="default" onClick={() => void saveDocuments(submission.id, 'pdf')}>
            {t('lock.pdf')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
