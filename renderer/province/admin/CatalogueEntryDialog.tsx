// One system of the province's list, as it stands: its code stays, since offices' records carry it.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CatalogueRow } from '../../../shared/http/console.ts'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { useText } from '../text.ts'

type Props = {
  readonly entry: CatalogueRow
  readonly onClose: () => void
  /** @returns whether it was saved */
  readonly onSave: (entry: CatalogueRow) => Promise<boolean>
}

export function CatalogueEntryDialog({ entry, onClose, onSave }: Props) {
  const t = useText()
  const label = useLabel()
  const [now, setNow] = useState(entry)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onSave(now)) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('catalogue.edit')} ${entry.code}`}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <Stack>
          <TextInput
            label={t('catalogue.name')}
            required
            maxLength={300}
            value={now.name}
            onChange={(e) => setNow({ ...now, name: e.currentTarget.value })}
          />
          <TextInput
            label={t('catalogue.owner')}
            maxLength={300}
            value={now.owner}
            onChange={(e) => setNow({ ...now, owner: e.currentTarget.value })}
          />
          <Select
            label={t('catalogue.register')}
            allowDeselect={false}
            data={userRegisters.filter((r) => !r.parent).map((r) => ({ value: r.id, label: label(r.label) }))}
            value={now.register}
            onChange={(register) => setNow({ ...now, register: register ?? now.register })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
