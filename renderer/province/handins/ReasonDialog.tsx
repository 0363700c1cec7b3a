// Returning asks for a reason: the office reads it.
import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useText } from '../text.ts'

export function ReasonDialog({
  onClose,
  onReturn,
}: {
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
    <Modal opened onClose={onClose} title={t('return')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit}>
        <Textarea
          label={t('reason')}
          required
          autosize
          minRows={3}
          data-autofocus
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('return')}</Button>
        </Group>
      </form>
    </Modal>
  )
}
