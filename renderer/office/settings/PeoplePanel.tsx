import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '../../../shared/ipc/parts.ts'
import { refreshStatus } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { useMay } from '../app/useMay.ts'
import { ask } from '../bridge/bridge.ts'
import { NewPin, type PinDraft, pinProblem } from '../start/NewPin.tsx'
import { useText } from '../text.ts'
import { PeopleList } from './PeopleList.tsx'
import { RoleSelect } from './RoleSelect.tsx'

const NO_PIN: PinDraft = { pin: '', again: '' }

/** Who opens the store: adding and removing people, one's own PIN. */
export function PeoplePanel() {
  const t = useText()
  const [name, setName] = useState('')
  const mayAdd = useMay('session.addUser')
  const [role, setRole] = useState<Role>('editor')
  const [pin, setPin] = useState(NO_PIN)
  const [oldPin, setOldPin] = useState('')
  const [ownPin, setOwnPin] = useState(NO_PIN)

  async function add(): Promise<void> {
    if (!(await ask('session.addUser', { name: name.trim(), pin: pin.pin, role }))) return
    showToast({ kind: 'good', text: t('settings.personAdded', { name: name.trim() }) })
    setName('')
    setPin(NO_PIN)
    await refreshStatus()
  }

  async function change(): Promise<void> {
    if (!(await ask('session.changePin', { oldPin, newPin: ownPin.pin }))) return
    showToast({ kind: 'good', text: t('settings.pinChanged') })
    setOldPin('')
    setOwnPin(NO_PIN)
  }

  return (
    <Stack gap="xl">
      <Stack>
        <Title order={2} size="h5">
          {t('settings.people')}
        </Title>
        <PeopleList />
        {!mayAdd && <Text size="sm">{t('people.managerOnly')}</Text>}
      </Stack>
      <Group align="flex-start" gap="xl" grow>
        {mayAdd && (
          <Stack>
            <Title order={2} size="h5">
              {t('settings.addPerson')}
            </Title>
            <TextInput
              label={t('wizard.yourName')}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <RoleSelect label={t('people.role')} value={role} onChange={setRole} />
            <NewPin label={t('wizard.pin')} value={pin} onChange={setPin} />
            <Button
              w="fit-content"
              disabled={name.trim() === '' || pinProblem(pin) !== null}
              onClick={() => void add()}
            >
              {t('settings.addPerson')}
            </Button>
          </Stack>
        )}
        <Stack>
          <Title order={2} size="h5">
            {t('settings.changePin')}
          </Title>
          <PasswordInput
            label={t('settings.oldPin')}
            value={oldPin}
            autoComplete="current-password"
            onChange={(event) => setOldPin(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
          />
          <NewPin label={t('unlock.newPin')} value={ownPin} onChange={setOwnPin} />
          <Button
            w="fit-content"
            disabled={oldPin === '' || pinProblem(ownPin) !== null}
            onClick={() => void change()}
          >
            {t('settings.changePin')}
          </Button>
        </Stack>
      </Group>
    </Stack>
  )
}
