import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { useLabel } from '../../ui/language.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Entry = CallOutput<'catalogue.list'>[number]

/** Systems of ministries and the province, picked instead of declared anew, with the office's role in them. */
export function CatalogueDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useText()
  const label = useLabel()
  const roles = register.fields.find((field) => field.id === 'officeRole')?.values ?? []
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 60)
  const [entries, setEntries] = useState<Entry[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [role, setRole] = useState(roles.find((one) => one.id === 'nhap_cap_nhat')?.id ?? roles[0]?.id ?? '')

  useEffect(() => {
    let current = true
    void ask('catalogue.list', { search: settled }).then((found) => {
      if (current && found) setEntries(found.filter((entry) => entry.register === register.id))
    })
    return () => {
      current = false
    }
  }, [settled, register.id])

  async function take(): Promise<void> {
    const taken = await ask('catalogue.take', { codes: [...chosen], role })
    if (!taken) return
    showToast({ kind: 'good', text: t('catalogue.done', { count: taken.ids.length }) })
    onClose()
  }

  function toggle(code: string, on: boolean): void {
    const next = new Set(chosen)
    if (on) next.add(code)
    else next.delete(code)
    setChosen(next)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('catalogue.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text size="sm">{t('catalogue.help')}</Text>
        <Group grow>
          <TextInput
            data-autofocus
            label={t('common.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Select
            label={t('catalogue.role')}
            data={roles.map((one) => ({ value: one.id, label: label(one.label) }))}
            value={role}
            onChange={(value) => value && setRole(value)}
            allowDeselect={false}
          />
        </Group>
        <fieldset className="catalogue">
          <legend className="visually-hidden">{t('catalogue.title')}</legend>
          {entries?.length === 0 && (
            <Text size="sm">{t(settled.trim() === '' ? 'catalogue.empty' : 'catalogue.none')}</Text>
          )}
          {entries?.map((entry) => (
            <Checkbox
              key={entry.code}
              py={4}
              label={entry.name}
              description={[entry.owner, entry.code, entry.taken ? t('catalogue.taken') : '']
                .filter(Boolean)
                .join(' · ')}
              disabled={entry.taken}
              checked={entry.taken || chosen.has(entry.code)}
              onChange={(event) => toggle(entry.code, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={chosen.size === 0} onClick={() => void take()}>
            {t('catalogue.take', { count: chosen.size })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
