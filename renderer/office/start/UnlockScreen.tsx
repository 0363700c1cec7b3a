import { Alert, Anchor, Button, Group, PasswordInput, Radio, Select, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { refreshStatus, useApp } from '../app/appStore.ts'
import { call } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { StartFrame } from './StartFrame.tsx'

const RecoverPanel = lazy(async () => ({ default: (await import('./RecoverPanel.tsx')).RecoverPanel }))
const SnapshotList = lazy(async () => ({ default: (await import('./SnapshotList.tsx')).SnapshotList }))

/** Who works, and their PIN. Also the way to the recovery sheet and to the snapshots. */
export function UnlockScreen() {
  const t = useText()
  const [panel, setPanel] = useState<'pin' | 'recover' | 'snapshots'>('pin')
  const office = useApp((state) => state.status?.office)
  if (panel === 'pin') {
    return (
      <StartFrame title={t('unlock.title')}>
        {office && (
          <Text mb="sm" c="dimmed">
            {office.name}
          </Text>
        )}
        <PinForm />
        <Group mt="lg" gap="lg">
          <Anchor component="button" type="button" size="sm" onClick={() => setPanel('recover')}>
            {t('unlock.forgot')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => setPanel('snapshots')}>
            {t('start.restore')}
          </Anchor>
        </Group>
      </StartFrame>
    )
  }
  return (
    <StartFrame
      title={panel === 'recover' ? t('unlock.recover') : t('snapshots.title')}
      wide={panel === 'snapshots'}
    >
      <Suspense>{panel === 'recover' ? <RecoverPanel /> : <SnapshotList />}</Suspense>
      <Button mt="md" variant="default" onClick={() => setPanel('pin')}>
        {t('common.back')}
      </Button>
    </StartFrame>
  )
}

function PinForm() {
  const t = useText()
  const { language } = useLanguage()
  const users = useApp((state) => state.status?.users) ?? []
  const [userId, setUserId] = useState(users[0]?.id ?? '')
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ShownError | null>(null)

  async function open(): Promise<void> {
    setBusy(true)
    const answer = await call('session.unlock', { userId, pin })
    if (answer.ok) return void refreshStatus()
    setPin('')
    setError(answer.error)
    setBusy(false)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <Stack>
        {users.length > 6 ? (
          <Select
            label={t('unlock.person')}
            data={users.map((user) => ({ value: user.id, label: user.name }))}
            value={userId}
            onChange={(value) => value && setUserId(value)}
            searchable
            allowDeselect={false}
          />
        ) : (
          <Radio.Group label={t('unlock.person')} value={userId} onChange={setUserId}>
            <Stack gap={6} mt={6}>
              {users.map((user) => (
                <Radio key={user.id} value={user.id} label={user.name} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <PasswordInput
          label={t('unlock.pin')}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          autoFocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
        />
        {error && (
          <Alert color="red.8" role="alert">
            {errorSentence(error, language)}
          </Alert>
        )}
        <Button type="submit" loading={busy} disabled={!userId || pin.length === 0}>
          {busy ? t('unlock.opening') : t('unlock.open')}
        </Button>
      </Stack>
    </form>
  )
}
