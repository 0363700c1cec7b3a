// Returning, and opening again, ask for a reason: the office reads it.
import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useText } from '../text.ts'

export function ReasonDialog({
  act,
  what,
  onClose,
  onReturn,
}: {
  /** What the button says; returning when absent. */
  readonly act?: string
  readonly what?: string
  readonly onClose: () => void
  readonly onReturn: (reason: string) => void
}) {
  const t = useText()
  const [reason, setReason] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    onReturn(reason)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={act ?? t('return')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        {what && (
          <Text size="sm" mb="xs">
            {what}
          </Text>
        )}
        <Textarea
          label={t('reason')}
          required
          autosize
          minRows={3}
          maxLength={5_000}
          data-autofocus
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{act ?? t('return')}</Button>
        </Group>
      </form>
    </Modal>
  )
}
