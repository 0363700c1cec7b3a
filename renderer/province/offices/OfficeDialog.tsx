// An office, new or as it stands: what its pack says of it. A new one can be picked from the shipped list of units.
import { Autocomplete, Button, Checkbox, Group, Modal, Select, SimpleGrid, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { ConsoleError, NewOffice, ShippedUnit } from '../../../shared/http/console.ts'
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
const TEXTS = ['id', 'name', 'parentName', 'adminCode', 'docSymbol', 'placeName', 'plan'] as const
const HELP: Partial<Record<(typeof TEXTS)[number], 'office.idHelp' | 'office.placeHelp'>> = {
  id: 'office.idHelp',
  placeName: 'office.placeHelp',
}
const LEVELS = ['xa', 'so_nganh', 'don_vi_su_nghiep', 'huyen', 'tinh', 'bo'] as const

type Props = {
  /** The office to change; absent: a new one. */
  readonly office?: NewOffice
  readonly onClose: () => void
  readonly onSaved: () => void
}

export function OfficeDialog({ office: before, onClose, onSaved }: Props) {
  const t = useText()
  const [office, setOffice] = useState<NewOffice>(before ?? EMPTY)
  const [error, setError] = useState<ConsoleError | null>(null)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await call(before ? 'office.save' : 'office.create', office)
    if (!answer.ok) return setError(answer.error)
    onSaved()
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(before ? 'editOffice' : 'newOffice')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        {!before && <UnitPicker onPick={(unit) => setOffice({ ...office, ...officeOf(unit) })} />}
        <SimpleGrid cols={2}>
          {TEXTS.map((key) => (
            <TextInput
              key={key}
              label={t(`office.${key}`)}
              description={HELP[key] && t(HELP[key])}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              readOnly={key === 'id' && before !== undefined}
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
          <Button type="submit">{t(before ? 'save' : 'create')}</Button>
        </Group>
      </form>
    </Modal>
  )
}

function officeOf(unit: ShippedUnit): Partial<NewOffice> {
  const isCommittee = unit.level === 'xa' || unit.level === 'tinh' || unit.level === 'huyen'
  return {
    id: unit.code,
    name: unit.name,
    parentName: unit.parentName || unit.name,
    level: unit.level,
    adminCode: /^\d+$/.test(unit.code) ? unit.code : '',
    docSymbol: isCommittee ? 'UBND' : '',
    placeName: isCommittee ? unit.placeName : '',
    profile: unit.historic ? 'nd47_2020' : 'current_2025',
  }
}

function UnitPicker({ onPick }: { readonly onPick: (unit: ShippedUnit) => void }) {
  const t = useText()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly ShippedUnit[]>([])
  useEffect(() => {
    if (query.trim().length < 2) return setFound([])
    let isLatest = true
    void call('unit.search', { query, historic: false }).then((answer) => {
      if (isLatest && answer.ok) setFound(answer.value)
    })
    return () => {
      isLatest = false
    }
  }, [query])
  const named = (unit: ShippedUnit) => [unit.name, unit.parentName, unit.code].filter(Boolean).join(' · ')
  return (
    <Autocomplete
      mb="sm"
      label={t('pickUnit')}
      description={t('pickUnitHelp')}
      limit={30}
      data={[...new Set(found.map(named))]}
      filter={({ options }) => options}
      value={query}
      onChange={setQuery}
      onOptionSubmit={(value) => {
        const unit = found.find((u) => named(u) === value)
        if (unit) onPick(unit)
      }}
    />
  )
}
