// Asks before what cannot be taken back.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useText } from '../text.ts'

type Props = {
  readonly title: string
  readonly text: string
  readonly onClose: () => void
  readonly onConfirm: () => void
}

export function ConfirmDialog({ title, text, onClose, onConfirm }: Props) {
  const t = useText()
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text>{text}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red.9" onClick={onConfirm}>
          {title}
        </Button>
      </Group>
    </Modal>
  )
}
