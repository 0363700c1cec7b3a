// A password of one's own: asked for at the first sign-in, before anything else is shown.
import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

export function ChangePassword({ first }: { readonly first: boolean }) {
  const t = useText()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<ConsoleError | null>(null)
  const [busy, setBusy] = useState(false)
  const differs = again !== '' && again !== fresh
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (fresh !== again) return
    setBusy(true)
    const answer = await call('session.changePassword', { old, fresh })
    setBusy(false)
    if (!answer.ok) return setError(answer.error)
    const { me } = useConsole.getState()
    if (me) useConsole.setState({ me: { ...me, mustChange: false } })
  }
  const field = { required: true, visibilityToggleButtonProps: { 'aria-label': t('showPassword') } }
  return (
    <Center component="main" h="100%">
      <Paper withBorder p="xl" w={420} component="form" onSubmit={(e) => void submit(e)}>
        <Stack>
          <Title order={1} size="h3">
            {t('changePassword')}
          </Title>
          {first && <Text size="sm">{t('changeFirst')}</Text>}
          <PasswordInput
            {...field}
            label={t('oldPassword')}
            autoComplete="current-password"
            value={old}
            onChange={(e) => setOld(e.currentTarget.value)}
          />
          <PasswordInput
            {...field}
            label={t('newPassword')}
            description={t('passwordRule')}
            autoComplete="new-password"
            value={fresh}
            onChange={(e) => setFresh(e.currentTarget.value)}
          />
          <PasswordInput
            {...field}
            label={t('newAgain')}
            autoComplete="new-password"
            value={again}
            error={differs ? t('passwordsDiffer') : null}
            onChange={(e) => setAgain(e.currentTarget.value)}
          />
          <ErrorNote error={error} />
          <Button type="submit" loading={busy}>
            {t('changePassword')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  )
}
