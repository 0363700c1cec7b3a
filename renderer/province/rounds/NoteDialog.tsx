// Notes of what was said on the phone with one office, and a new one.
import { Button, Group, Modal, ScrollArea, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { formatInstant } from '../../ui/dates.ts'
import { call } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'

type Props = {
  readonly round: number | null
  readonly office: { readonly office: string; readonly name: string }
  readonly onClose: () => void
  readonly onSaved: () => void
}

export function NoteDialog({ round, office, onClose, onSaved }: Props) {
  const t = useText()
  const { value, error } = useLoad('office.notes', { office: office.office })
  const [text, setText] = useState('')
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  async function save() {
    const answer = await call('office.note', { office: office.office, round, text })
    setFailed(answer.ok ? null : answer.error)
    if (answer.ok) onSaved()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void save()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('note.of', { name: office.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('note.text')}
            description={t('note.help')}
            required
            autosize
            minRows={3}
            maxLength={5_000}
            data-autofocus
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <ErrorNote error={failed ?? error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!text.trim()}>
              {t('note.save')}
            </Button>
          </Group>
          {value && value.length > 0 && (
            <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0, 'aria-label': t('note.do') }}>
              <Stack gap={6}>
                {value.map((note) => (
                  <Text key={`${note.at} ${note.text}`} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    <b>{note.by}</b>, {formatInstant(note.at)}: {note.text}
                  </Text>
                ))}
              </Stack>
            </ScrollArea.Autosize>
          )}
        </Stack>
      </form>
    </Modal>
  )
}
