import { Alert, Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Remark } from '../../../shared/ipc/contract.ts'
import { formatInstant } from '../../ui/dates.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** A remark of the province, pinned where it belongs, with the office's answer. */
export function RemarkNote({ remark, onAnswered }: { remark: Remark; onAnswered: () => void }) {
  const t = useText()
  const [answer, setAnswer] = useState(remark.answer)

  async function send(): Promise<void> {
    const done = await ask('remarks.answer', { id: remark.id, answer: answer.trim() })
    if (done) onAnswered()
  }

  return (
    <Alert color={remark.resolved ? 'gray.7' : 'orange.9'} variant="outline" mt={6} p="xs">
      <Text size="sm" fw={600}>
        {remark.text}
      </Text>
      <Text size="xs" c="dimmed">
        {t('remark.by', { person: remark.by, time: formatInstant(remark.at) })}
      </Text>
      {remark.resolved ? (
        <Text size="sm">{t('remark.answered', { answer: remark.answer })}</Text>
      ) : (
        <Group align="flex-end" gap="xs" mt={4}>
          <Textarea
            style={{ flex: 1 }}
            size="xs"
            autosize
            minRows={1}
            label={t('remark.answer')}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          <Button size="compact-sm" disabled={answer.trim() === ''} onClick={() => void send()}>
            {t('remark.answerSend')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
