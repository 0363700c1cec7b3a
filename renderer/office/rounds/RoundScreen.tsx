// One thing asked for, from the first gap to the province's answer: four steps from above to below. Any step may be
// opened at any time; the one that comes next is open by itself, and takes the focus when it changes.
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { formatCode } from '../../../shared/bundle/codes.ts'
import type { RoundState, Submission } from '../../../shared/ipc/roundCalls.ts'
import { goBack } from '../app/route.ts'
import { StateStrip } from '../send/StateStrip.tsx'
import { useText } from '../text.ts'
import './rounds.css'
import { LockStep } from './LockStep.tsx'
import { ReadyStep } from './ReadyStep.tsx'
import { RoundDue, useAskedBy } from './RoundDue.tsx'
import { RoundMissing } from './RoundRow.tsx'
import { SendStep } from './SendStep.tsx'
import { SignStep } from './SignStep.tsx'
import { SubmissionHistory } from './SubmissionHistory.tsx'
import { useAnswer } from './useAnswer.ts'

const STEPS = ['ready', 'lock', 'sign', 'send'] as const
export type StepId = (typeof STEPS)[number]

/** What comes next in each state; a returned round begins again above. */
const NEXT: Record<RoundState, StepId> = {
  open: 'ready',
  locked: 'lock',
  reprint: 'lock',
  signed: 'send',
  queued: 'send',
  sent: 'send',
  received: 'send',
  returned: 'ready',
  accepted: 'send',
}

const STRIP = {
  open: 'draft',
  locked: 'awaiting-signature',
  reprint: 'awaiting-signature',
  signed: 'awaiting-signature',
  queued: 'queued',
  sent: 'sent',
  received: 'received',
  returned: 'returned',
  accepted: 'accepted',
} as const satisfies Record<RoundState, string>

export function RoundScreen({ id }: { id: string }) {
  const t = useText()
  const askedBy = useAskedBy()
  const round = useAnswer('rounds.get', { id })
  const submissions = useAnswer('submissions.list', {})
  const [opened, setOpened] = useState<{ step: StepId; under: RoundState } | null>(null)
  if (!round || !submissions) return null
  const mine = submissions.filter((one) => one.round === round.id)
  const latest = mine.find((one) => one.id === round.submission) ?? null
  const next = NEXT[round.state]
  // What was returned is over: the steps below are those of the submission that takes its place.
  const current = round.state === 'returned' ? null : latest
  // A step that was opened by hand stays so until the round itself moves on.
  const here = opened && opened.under === round.state ? opened.step : next
  const open = (step: StepId) => setOpened({ step, under: round.state })
  return (
    <Stack p="md" gap="sm" maw={1080}>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        w="fit-content"
        onClick={() => goBack({ screen: 'rounds' })}
      >
        ← {t('common.back')}
      </Anchor>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1} size="h3">
            {round.name}
          </Title>
          <Text size="xs" c="dimmed">
            {askedBy(round)}
          </Text>
          <RoundDue round={round} />
          {round.note && <Text size="sm">{round.note}</Text>}
        </div>
        <div style={{ flexShrink: 0 }}>
          <StateStrip state={STRIP[round.state]} />
        </div>
      </Group>
      {round.state === 'returned' && (
        <Alert color="orange.9" variant="outline" role="status">
          {t('round.returnedHelp')}
        </Alert>
      )}
      <ol className="round-steps" aria-label={t('round.steps')}>
        {STEPS.map((step, at) => (
          <Step
            key={step}
            number={at + 1}
            title={t(`round.step.${step}`)}
            isOpen={here === step}
            isNext={next === step}
            summary={summaryOf(step)}
            onOpen={() => open(step)}
          >
            {step === 'ready' && <ReadyStep round={round} latest={latest} onNext={() => open('lock')} />}
            {step === 'lock' && (
              <LockStep round={round} latest={unsent(current)} onNext={() => open('sign')} />
            )}
            {step === 'sign' && <SignStep submission={current} />}
            {step === 'send' && <SendStep submission={current} />}
          </Step>
        ))}
      </ol>
      <SubmissionHistory submissions={current ? mine.filter((one) => one !== current) : mine} />
    </Stack>
  )

  function summaryOf(step: StepId): ReactNode {
    if (step === 'ready') return round && <RoundMissing round={round} />
    if (!current) return null
    if (step === 'lock') return t('send.code', { code: formatCode(current.contentCode) })
    if (step === 'sign') return current.number || current.approvedBy
    return current.sentAt === null ? null : t(`round.state.${current.state}`)
  }
}

/** A submission that was sent is never locked or printed anew: what follows it is another one. */
function unsent(submission: Submission | null): Submission | null {
  return submission && submission.sentAt === null ? submission : null
}

function Step(props: {
  number: number
  title: string
  isOpen: boolean
  isNext: boolean
  summary: ReactNode
  onOpen: () => void
  children: ReactNode
}) {
  const { number, title, isOpen, isNext } = props
  const heading = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (isOpen && !wasOpen.current) heading.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <Paper withBorder component="li" data-open={isOpen} aria-current={isNext ? 'step' : undefined}>
      <Title order={2} size="h5">
        <Button
          ref={heading}
          variant="subtle"
          color="dark"
          fullWidth
          justify="flex-start"
          aria-expanded={isOpen}
          leftSection={<span className="round-step-number">{number}</span>}
          onClick={props.onOpen}
        >
          {title}
        </Button>
      </Title>
      {!isOpen && props.summary && (
        <Text component="div" size="sm" className="round-step-summary">
          {props.summary}
        </Text>
      )}
      {isOpen && <Stack className="round-step-body">{props.children}</Stack>}
    </Paper>
  )
}
