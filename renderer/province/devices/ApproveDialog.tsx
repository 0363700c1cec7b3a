// Approving a device: the code is typed as heard, never shown, so that nobody approves without the phone call.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError, DeviceDto } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

type Props = { readonly device: DeviceDto; readonly onClose: () => void; readonly onDone: () => void }

export function ApproveDialog({ device, onClose, onDone }: Props) {
  const t = useText()
  const [code, setCode] = useState('')
  const [error, setError] = useState<ConsoleError | null>(null)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await call('device.approve', { device: device.id, code })
    if (!answer.ok) return setError(answer.error)
    onDone()
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('approveTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(e) => void submit(e)}>
        <Stack>
          <Text>{t('approveHow', { person: device.person, office: device.officeName })}</Text>
          <TextInput
            label={t('approveCode')}
            required
            data-autofocus
            styles={{ input: { fontFamily: 'monospace' } }}
            autoComplete="off"
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
          />
          <ErrorNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('approve')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
