import {
  Alert,
  Button,
  FileButton,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  Tabs,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import type { Office } from '../../../shared/ipc/contract.ts'
import { type Language, useLanguage } from '../../ui/language.ts'
import { refreshStatus, setPreference, useApp } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { NewPin, type PinDraft, pinProblem } from '../start/NewPin.tsx'
import { OfficeFields } from '../start/OfficeStep.tsx'
import { printRecoverySheet } from '../start/printRecoverySheet.ts'
import { SnapshotList } from '../start/SnapshotList.tsx'
import { useText } from '../text.ts'

const NO_PIN: PinDraft = { pin: '', again: '' }

/** Office, people, snapshots, recovery sheet, language. */
export function SettingsScreen() {
  const t = useText()
  const status = useApp((state) => state.status)
  return (
    <Stack p="md" gap="md" maw={980}>
      <Title order={1} size="h3">
        {t('menu.settings')}
      </Title>
      <Tabs defaultValue="office" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="office">{t('settings.office')}</Tabs.Tab>
          <Tabs.Tab value="people">{t('settings.people')}</Tabs.Tab>
          <Tabs.Tab value="snapshots">{t('settings.snapshots')}</Tabs.Tab>
          <Tabs.Tab value="recovery">{t('settings.recovery')}</Tabs.Tab>
          <Tabs.Tab value="language">{t('top.language')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="office" pt="md">
          {status?.office && <OfficePanel office={status.office} />}
        </Tabs.Panel>
        <Tabs.Panel value="people" pt="md">
          <People />
        </Tabs.Panel>
        <Tabs.Panel value="snapshots" pt="md">
          <Snapshots />
        </Tabs.Panel>
        <Tabs.Panel value="recovery" pt="md">
          <Recovery />
        </Tabs.Panel>
        <Tabs.Panel value="language" pt="md">
          <LanguageChoice />
        </Tabs.Panel>
      </Tabs>
      <Text size="xs" c="dimmed">
        {t('settings.version', { version: status?.version ?? '' })}
      </Text>
    </Stack>
  )
}

function OfficePanel({ office }: { office: Office }) {
  const t = useText()
  const [draft, setDraft] = useState(office)
  async function save(): Promise<void> {
    if (!(await ask('office.save', draft))) return
    showToast({ kind: 'good', text: t('settings.saved') })
    await refreshStatus()
  }
  return (
    <Stack>
      <OfficeFields office={draft} onChange={setDraft} />
      <Button w="fit-content" disabled={draft.name.trim() === ''} onClick={() => void save()}>
        {t('common.save')}
      </Button>
      <Text size="sm">
        {office.provinceName
          ? t('settings.province', { name: office.provinceName })
          : t('settings.noProvince')}
      </Text>
      <PackTaker onTaken={setDraft} />
    </Stack>
  )
}

/** The province's pack, read first, shown with its fingerprint, and loaded only after the officer compared it. */
function PackTaker({ onTaken }: { onTaken: (office: Office) => void }) {
  const t = useText()
  const [read, setRead] = useState<{
    bytes: Uint8Array
    name: string
    province: string
    fingerprint: string
  } | null>(null)

  async function look(file: File | null): Promise<void> {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const pack = await ask('setup.readPack', { bytes })
    if (!pack) return
    setRead({
      bytes,
      name: pack.office.name,
      province: pack.office.provinceName,
      fingerprint: pack.fingerprint,
    })
  }

  async function load(bytes: Uint8Array): Promise<void> {
    const office = await ask('office.takePack', { bytes })
    if (!office) return
    setRead(null)
    onTaken(office)
    showToast({ kind: 'good', text: t('settings.packTaken', { name: office.name }) })
    await refreshStatus()
  }

  return (
    <Stack gap="xs">
      <FileButton onChange={(file) => void look(file)}>
        {(props) => (
          <Button {...props} variant="default" w="fit-content">
            {t('settings.takePack')}
          </Button>
        )}
      </FileButton>
      {read && (
        <Alert color="ink" role="status">
          <Text size="sm">
            {t('settings.packAsk', {
              name: read.name,
              province: read.province,
              fingerprint: read.fingerprint,
            })}
          </Text>
          <Button mt="xs" size="compact-sm" onClick={() => void load(read.bytes)}>
            {t('settings.packLoad')}
          </Button>
        </Alert>
      )}
    </Stack>
  )
}

function People() {
  const t = useText()
  const users = useApp((state) => state.status?.users) ?? []
  const [name, setName] = useState('')
  const [pin, setPin] = useState(NO_PIN)
  const [oldPin, setOldPin] = useState('')
  const [ownPin, setOwnPin] = useState(NO_PIN)

  async function add(): Promise<void> {
    if (!(await ask('session.addUser', { name: name.trim(), pin: pin.pin }))) return
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
    <Group align="flex-start" gap="xl" grow>
      <Stack>
        <Title order={2} size="h5">
          {t('settings.addPerson')}
        </Title>
        <Text size="sm">{users.map((user) => user.name).join(', ')}</Text>
        <TextInput
          label={t('wizard.yourName')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPin label={t('wizard.pin')} value={pin} onChange={setPin} />
        <Button
          w="fit-content"
          disabled={name.trim() === '' || pinProblem(pin) !== null}
          onClick={() => void add()}
        >
          {t('settings.addPerson')}
        </Button>
      </Stack>
      <Stack>
        <Title order={2} size="h5">
          {t('settings.changePin')}
        </Title>
        <PasswordInput
          label={t('settings.oldPin')}
          value={oldPin}
          autoComplete="current-password"
          onChange={(event) => setOldPin(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('settings.oldPin') }}
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
  )
}

function Snapshots() {
  const t = useText()
  const [made, setMade] = useState(0)
  const [busy, setBusy] = useState(false)
  async function make(): Promise<void> {
    setBusy(true)
    const snapshot = await ask('snapshots.make', {})
    setBusy(false)
    if (!snapshot) return
    showToast({ kind: 'good', text: t('settings.snapshotMade') })
    setMade((n) => n + 1)
  }
  return (
    <Stack>
      <Button w="fit-content" loading={busy} onClick={() => void make()}>
        {t('settings.makeSnapshot')}
      </Button>
      <SnapshotList version={made} />
    </Stack>
  )
}

function Recovery() {
  const t = useText()
  const [code, setCode] = useState('')
  return (
    <Stack maw={520}>
      <Text size="sm">{t('settings.recoveryHelp')}</Text>
      <TextInput
        label={t('recovery.code')}
        value={code}
        ff="monospace"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button
        w="fit-content"
        disabled={code.trim() === ''}
        onClick={() => void printRecoverySheet(code.trim())}
      >
        {t('recovery.print')}
      </Button>
    </Stack>
  )
}

function LanguageChoice() {
  const t = useText()
  const { language, setLanguage } = useLanguage()
  return (
    <NativeSelect
      w={260}
      label={t('top.language')}
      value={language}
      data={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(event) => {
        const next = event.currentTarget.value as Language
        setLanguage(next)
        setPreference('language', next)
      }}
    />
  )
}
