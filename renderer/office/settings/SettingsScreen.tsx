import { Alert, Button, FileButton, NativeSelect, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Office } from '../../../shared/ipc/contract.ts'
import { type Language, useLanguage } from '../../ui/language.ts'
import { refreshStatus, setPreference, useApp } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { useMay } from '../app/useMay.ts'
import { ask } from '../bridge/bridge.ts'
import { OfficeFields } from '../start/OfficeStep.tsx'
import { SnapshotList } from '../start/SnapshotList.tsx'
import { useText } from '../text.ts'
import { PeoplePanel } from './PeoplePanel.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { RecoveryPanel } from './RecoveryPanel.tsx'
import { TemplatesPanel } from './TemplatesPanel.tsx'

/** Office, people, snapshots, recovery sheet, language. */
export function SettingsScreen() {
  const t = useText()
  const status = useApp((state) => state.status)
  const mayManage = useMay('office.save')
  const mayGoBack = useMay('snapshots.restore')
  return (
    <Stack p="md" gap="md" maw={980}>
      <Title order={1} size="h3">
        {t('menu.settings')}
      </Title>
      <Tabs defaultValue={mayManage ? 'office' : 'people'} keepMounted={false}>
        <Tabs.List>
          {mayManage && <Tabs.Tab value="office">{t('settings.office')}</Tabs.Tab>}
          <Tabs.Tab value="plan">{t('plan.tab')}</Tabs.Tab>
          {mayManage && <Tabs.Tab value="templates">{t('settings.templates')}</Tabs.Tab>}
          <Tabs.Tab value="people">{t('settings.people')}</Tabs.Tab>
          {mayGoBack && <Tabs.Tab value="snapshots">{t('settings.snapshots')}</Tabs.Tab>}
          {mayManage && <Tabs.Tab value="recovery">{t('settings.recovery')}</Tabs.Tab>}
          <Tabs.Tab value="language">{t('top.language')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="office" pt="md">
          {status?.office && <OfficePanel office={status.office} />}
        </Tabs.Panel>
        <Tabs.Panel value="plan" pt="md">
          <PlanPanel />
        </Tabs.Panel>
        <Tabs.Panel value="templates" pt="md">
          <TemplatesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="people" pt="md">
          <PeoplePanel />
        </Tabs.Panel>
        <Tabs.Panel value="snapshots" pt="md">
          <Snapshots />
        </Tabs.Panel>
        <Tabs.Panel value="recovery" pt="md">
          <RecoveryPanel />
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
