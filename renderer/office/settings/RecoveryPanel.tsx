import { Alert, Button, Checkbox, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { call } from '../bridge/bridge.ts'
import { printRecoverySheet } from '../start/printRecoverySheet.ts'
import { RecoveryCode } from '../start/RecoveryCode.tsx'
import { useText } from '../text.ts'

/** The recovery sheet: printed again by whoever has its code, or replaced by a new one. */
export function RecoveryPanel() {
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
      <CodeReplacer />
    </Stack>
  )
}

/** Asks for one's PIN, then shows the new code once; the dialog closes only when it was kept. */
function CodeReplacer() {
  const t = useText()
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const [pin, setPin] = useState('')
  const [fresh, setFresh] = useState('')
  const [kept, setKept] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ShownError | null>(null)

  function close(): void {
    setOpened(false)
    setPin('')
    setFresh('')
    setKept(false)
    setError(null)
  }

  async function replace(): Promise<void> {
    setBusy(true)
    const answer = await call('recovery.replace', { pin })
    setBusy(false)
    setPin('')
    if (answer.ok) setFresh(answer.value.recoveryCode)
    setError(answer.ok ? null : answer.error)
  }

  return (
    <>
      <Button w="fit-content" variant="default" onClick={() => setOpened(true)}>
        {t('settings.replaceCode')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('settings.replaceAsk')}
        size="lg"
        withCloseButton={fresh === ''}
        closeOnEscape={fresh === ''}
        closeOnClickOutside={fresh === ''}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {fresh === '' ? (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void replace()
            }}
          >
            <Stack>
              <Text>{t('settings.replaceHelp')}</Text>
              <PasswordInput
                label={t('settings.oldPin')}
                value={pin}
                autoComplete="current-password"
                data-autofocus
                onChange={(event) => setPin(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
              />
              {error && (
                <Alert color="red.8" role="alert">
                  {errorSentence(error, language)}
                </Alert>
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={close}>
                  {t('common.cancel')}
                </Button>
                <Button type="submit" loading={busy} disabled={pin === ''}>
                  {t('settings.replace')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Stack>
            <Text fw={650}>{t('recovery.title')}</Text>
            <RecoveryCode code={fresh} />
            <Checkbox
              label={t('recovery.kept')}
              checked={kept}
              onChange={(event) => setKept(event.currentTarget.checked)}
            />
            <Group justify="flex-end">
              <Button disabled={!kept} onClick={close}>
                {t('common.close')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  )
}
