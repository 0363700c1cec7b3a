// A new office: what its pack will say of it.
import { Button, Checkbox, Group, Modal, Select, SimpleGrid, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError, NewOffice } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

const EMPTY: NewOffice = {
  id: '',
  name: '',
  parentName: '',
  level: 'xa',
  adminCode: '',
  docSymbol: '',
  placeName: '',
  profile: 'current_2025',
  plan: '',
  hasApp: true,
}
const TEXTS = ['id', 'name', 'parentName', 'adminCode', 'docSymbol', 'placeName'] as const
const HELP: Partial<Record<(typeof TEXTS)[number], 'office.idHelp' | 'office.placeHelp'>> = {
  id: 'office.idHelp',
  placeName: 'office.placeHelp',
}
const LEVELS = ['xa', 'so_nganh', 'don_vi_su_nghiep', 'huyen', 'tinh', 'bo'] as const

export function NewOfficeDialog({
  onClose,
  onMade,
}: {
  readonly onClose: () => void
  readonly onMade: () => void
}) {
  const t = useText()
  const [office, setOffice] = useState<NewOffice>(EMPTY)
  const [error, setError] = useState<ConsoleError | null>(null)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await call('office.create', office)
    if (!answer.ok) return setError(answer.error)
    onMade()
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('newOffice')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <SimpleGrid cols={2}>
          {TEXTS.map((key) => (
            <TextInput
              key={key}
              label={t(`office.${key}`)}
              description={HELP[key] && t(HELP[key])}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required={key === 'id' || key === 'name' || key === 'parentName'}
              value={office[key]}
              onChange={(e) => setOffice({ ...office, [key]: e.currentTarget.value })}
            />
          ))}
          <Select
            label={t('office.level')}
            allowDeselect={false}
            data={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
            value={office.level}
            onChange={(value) => setOffice({ ...office, level: LEVELS.find((l) => l === value) ?? 'xa' })}
          />
          <Select
            label={t('office.profile')}
            allowDeselect={false}
            data={[
              { value: 'current_2025', label: t('profile.current_2025') },
              { value: 'nd47_2020', label: t('profile.nd47_2020') },
            ]}
            value={office.profile}
            onChange={(value) =>
              setOffice({ ...office, profile: value === 'nd47_2020' ? value : 'current_2025' })
            }
          />
        </SimpleGrid>
        <Checkbox
          mt="md"
          label={t('office.hasApp')}
          checked={office.hasApp}
          onChange={(e) => setOffice({ ...office, hasApp: e.currentTarget.checked })}
        />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('create')}</Button>
        </Group>
      </form>
    </Modal>
  )
}
