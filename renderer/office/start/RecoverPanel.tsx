import { Alert, Button, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { refreshStatus, useApp } from '../app/appStore.ts'
import { call } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { NewPin, type PinDraft, pinProblem } from './NewPin.tsx'

/** Opens the store with the code of the recovery sheet and gives a person a new PIN. */
export function RecoverPanel() {
  const t = useText()
  const { language } = useLanguage()
  const users = useApp((state) => state.status?.users) ?? []
  const [userId, setUserId] = useState(users[0]?.id ?? '')
  const [code, setCode] = useState('')
  const [pin, setPin] = useState<PinDraft>({ pin: '', again: '' })
  const [error, setError] = useState<ShownError | null>(null)
  const [busy, setBusy] = useState(false)

  async function recover(): Promise<void> {
    setBusy(true)
    const answer = await call('session.recover', { code, userId, newPin: pin.pin })
    setBusy(false)
    if (answer.ok) await refreshStatus()
    else setError(answer.error)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void recover()
      }}
    >
      <Stack>
        <Text>{t('unlock.recoverHelp')}</Text>
        <TextInput
          label={t('recovery.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          ff="monospace"
          autoFocus
        />
        <Select
          label={t('unlock.person')}
          data={users.map((user) => ({ value: user.id, label: user.name }))}
          value={userId}
          onChange={(value) => value && setUserId(value)}
          allowDeselect={false}
        />
        <NewPin label={t('unlock.newPin')} value={pin} onChange={setPin} />
        {error && (
          <Alert color="red.8" role="alert">
            {errorSentence(error, language)}
          </Alert>
        )}
        <Button type="submit" loading={busy} disabled={!code.trim() || !userId || pinProblem(pin) !== null}>
          {t('unlock.recover')}
        </Button>
      </Stack>
    </form>
  )
}
