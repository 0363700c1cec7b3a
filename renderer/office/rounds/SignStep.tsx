// What the paper got after it was signed: the number that văn thư gave, the day, who signed and in whose place, the scan.
import {
  Alert,
  Button,
  Collapse,
  FileButton,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatCode } from '../../../shared/bundle/codes.ts'
import type { Submission } from '../../../shared/ipc/roundCalls.ts'
import { usualSignerLines } from '../../../shared/report/signerBlocks.ts'
import { formatInstant, formatIsoDate } from '../../ui/dates.ts'
import { useApp } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { linesOf, SignerFields, signingDay } from '../send/SigningForm.tsx'
import { saveBytes } from '../send/saveFile.ts'
import { useText } from '../text.ts'

export function SignStep({ submission }: { submission: Submission | null }) {
  const t = useText()
  if (!submission) return <Text size="sm">{t('paper.first')}</Text>
  const isFixed = submission.sentAt !== null || submission.state === 'reprint'
  return (
    <>
      {submission.number && submission.signedOn && (
        <Text size="sm" fw={600}>
          {t('paper.shown', {
            number: submission.number,
            date: formatIsoDate(submission.signedOn),
            signer: [...submission.signer.lines, submission.signer.name].filter(Boolean).join(' – '),
          })}
        </Text>
      )}
      {submission.scanName && (
        <Button
          variant="default"
          w="fit-content"
          onClick={() =>
            void ask('submissions.scan', { id: submission.id }).then(
              (scan) => scan && saveBytes(scan.name, scan.bytes),
            )
          }
        >
          {t('paper.scanView', { name: submission.scanName })}
        </Button>
      )}
      {submission.approvedBy && submission.approvedAt !== null && (
        <Text size="sm">
          {t('paper.approved', {
            person: submission.approvedBy,
            time: formatInstant(submission.approvedAt),
          })}
        </Text>
      )}
      {submission.state === 'reprint' && (
        <Alert color="orange.9" variant="outline" p="xs">
          {t('lock.reprint', {
            paper: formatCode(submission.contentCode),
            now: formatCode(submission.currentCode),
          })}
        </Alert>
      )}
      {!isFixed && <PaperForm key={submission.id} submission={submission} />}
      {!isFixed && !submission.approvedBy && <Approval submission={submission} />}
    </>
  )
}

function PaperForm({ submission }: { submission: Submission }) {
  const t = useText()
  const level = useApp((state) => state.status?.office?.level) ?? ''
  const [number, setNumber] = useState(submission.number)
  const [date, setDate] = useState(submission.signedOn ? formatIsoDate(submission.signedOn) : '')
  const [signer, setSigner] = useState({
    lines: submission.signer.lines.join('\n') || usualSignerLines(level).join('\n'),
    name: submission.signer.name,
  })
  const [scan, setScan] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const day = signingDay(date)
  const report = submission.lists.find((list) => list.report)?.report

  // Who signed last time is offered, until something was typed or recorded.
  useEffect(() => {
    if (!report || submission.signer.name) return
    void ask('export.defaults', { report }).then((known) => {
      if (!known) return
      setSigner((now) =>
        now.name ? now : { lines: known.signer.lines.join('\n') || now.lines, name: known.signer.name },
      )
    })
  }, [report, submission.signer.name])

  async function save(): Promise<void> {
    if (!day) return
    setBusy(true)
    const signed = await ask('submissions.sign', {
      id: submission.id,
      number,
      signedOn: day,
      signer: { lines: linesOf(signer.lines).slice(0, 5), name: signer.name.trim() },
      ...(scan ? { scan: { name: scan.name, bytes: new Uint8Array(await scan.arrayBuffer()) } } : {}),
    })
    setBusy(false)
    if (signed) showToast({ kind: 'good', text: t('paper.saved', { number: signed.number }) })
  }

  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <TextInput
          label={t('paper.number')}
          description={t('paper.numberHelp')}
          value={number}
          maxLength={60}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={t('sign.date')}
          description="dd/mm/yyyy"
          value={date}
          maxLength={10}
          error={day === undefined ? t('sign.badDate') : undefined}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </Group>
      <SignerFields
        level={level}
        lines={signer.lines}
        name={signer.name}
        onChange={(change) => setSigner((now) => ({ ...now, ...change }))}
      />
      <Group gap="xs">
        <Button loading={busy} disabled={!number.trim() || !day} onClick={() => void save()}>
          {t('paper.save')}
        </Button>
        <FileButton accept="application/pdf,image/png,image/jpeg" onChange={setScan}>
          {(props) => (
            <Button {...props} variant="default">
              {t('paper.scan')}
            </Button>
          )}
        </FileButton>
        {scan && <Text size="sm">{scan.name}</Text>}
      </Group>
    </Stack>
  )
}

/** A leader's own PIN, beside the paper: the core refuses it in words where the province has not allowed it. */
function Approval({ submission }: { submission: Submission }) {
  const t = useText()
  const users = useApp((state) => state.status?.users) ?? []
  const me = useApp((state) => state.status?.user?.id)
  const others = users.filter((user) => user.id !== me)
  const [opened, setOpened] = useState(false)
  const [userId, setUserId] = useState(others[0]?.id ?? '')
  const [pin, setPin] = useState('')
  if (others.length === 0) return null

  async function approve(): Promise<void> {
    await ask('submissions.approve', { id: submission.id, userId, pin })
    setPin('')
  }

  return (
    <div>
      <Button size="compact-sm" variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t('paper.approve')}
      </Button>
      <Collapse expanded={opened}>
        {opened && (
          <Group align="flex-end">
            <NativeSelect
              label={t('paper.approver')}
              value={userId}
              data={others.map((user) => ({ value: user.id, label: user.name }))}
              onChange={(event) => setUserId(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('paper.pin')}
              value={pin}
              maxLength={64}
              autoComplete="off"
              onChange={(event) => setPin(event.currentTarget.value)}
            />
            <Button disabled={pin === ''} onClick={() => void approve()}>
              {t('paper.approveDo')}
            </Button>
          </Group>
        )}
      </Collapse>
    </div>
  )
}
