// Many offices at once: every commune of a province from the shipped list, those already there left as they are.
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  ScrollArea,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError, ShippedUnit } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'

type Props = { readonly onClose: () => void; readonly onMade: () => void }

export function UnitsDialog({ onClose, onMade }: Props) {
  const t = useText()
  const provinces = useLoad('unit.search', { query: '', historic: false })
  const [under, setUnder] = useState<string | null>(null)
  const [units, setUnits] = useState<readonly ShippedUnit[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [plan, setPlan] = useState('')
  const [hasApp, setHasApp] = useState(true)
  const [error, setError] = useState<ConsoleError | null>(null)
  const [made, setMade] = useState<{ made: number; existing: number } | null>(null)
  const open = units.filter((u) => !u.exists)
  async function load(code: string | null) {
    setUnder(code)
    setMade(null)
    if (code === null) return setUnits([])
    const answer = await call('unit.search', { query: '', historic: false, under: code })
    setError(answer.ok ? null : answer.error)
    setUnits(answer.ok ? answer.value : [])
    setChosen(new Set(answer.ok ? answer.value.filter((u) => !u.exists).map((u) => u.code) : []))
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await call('office.createFrom', {
      codes: [...chosen],
      profile: 'current_2025',
      plan,
      hasApp,
    })
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    await load(under)
    setMade(answer.value)
    onMade()
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
      title={t('addUnits')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <Stack gap="sm">
          <Text size="sm">{t('addUnitsWhat')}</Text>
          <Select
            label={t('ofProvince')}
            searchable
            data={(provinces.value ?? []).map((u) => ({ value: u.code, label: u.name }))}
            value={under}
            onChange={(code) => void load(code)}
          />
          <TextInput label={t('office.plan')} value={plan} onChange={(e) => setPlan(e.currentTarget.value)} />
          <Checkbox
            label={t('office.hasApp')}
            checked={hasApp}
            onChange={(e) => setHasApp(e.currentTarget.checked)}
          />
          {units.length > 0 && (
            <>
              <Checkbox
                label={t('allUnits', { n: open.length, existing: units.length - open.length })}
                disabled={open.length === 0}
                checked={open.length > 0 && chosen.size === open.length}
                indeterminate={chosen.size > 0 && chosen.size < open.length}
                onChange={(e) => setChosen(new Set(e.currentTarget.checked ? open.map((u) => u.code) : []))}
              />
              <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0, 'aria-label': t('menu.offices') }}>
                <Stack gap={4} pl="md">
                  {open.map((u) => (
                    <Checkbox
                      key={u.code}
                      size="xs"
                      label={`${u.name} · ${u.code}`}
                      checked={chosen.has(u.code)}
                      onChange={(e) => toggle(u.code, e.currentTarget.checked)}
                    />
                  ))}
                </Stack>
              </ScrollArea.Autosize>
            </>
          )}
          <ErrorNote error={error ?? provinces.error} />
          {made && <Alert role="status">{t('unitsMade', made)}</Alert>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button type="submit" disabled={chosen.size === 0}>
              {t('createCount', { n: chosen.size })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
