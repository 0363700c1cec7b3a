// Another last day for the chosen offices, with why; or the round's own again.
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { DayInput } from '../app/DayInput.tsx'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

type Props = {
  readonly round: number
  readonly offices: readonly string[]
  readonly onClose: () => void
  readonly onDone: (text: string) => void
}

export function ExtendDialog({ round, offices, onClose, onDone }: Props) {
  const t = useText()
  const [to, setTo] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const [error, setError] = useState<ConsoleError | null>(null)
  async function extend(day: string | null) {
    const answer = await call('round.extend', { id: round, offices: [...offices], to: day, reason: why })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) onDone(t('extend.done', { n: answer.value.offices }))
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (to) void extend(to)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('extend.count', { n: offices.length })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <DayInput label={t('extend.to')} required value={to} onChange={setTo} />
          <Textarea
            label={t('extend.why')}
            required
            autosize
            minRows={2}
            maxLength={5_000}
            value={why}
            onChange={(e) => setWhy(e.currentTarget.value)}
          />
          <ErrorNote error={error} />
          <Group justify="space-between">
            <Button variant="default" disabled={!why.trim()} onClick={() => void extend(null)}>
              {t('extend.back')}
            </Button>
            <Group>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" disabled={!to || !why.trim()}>
                {t('extend.do')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
