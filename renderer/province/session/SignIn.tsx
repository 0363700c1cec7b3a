// Signing in. The same sentence whether the name or the password is wrong.
import { Button, Center, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { LanguageSwitch } from '../app/ConsoleApp.tsx'
import { useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

export function SignIn({ provinceName }: { readonly provinceName: string }) {
  const t = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ConsoleError | null>(null)
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const answer = await call('session.signIn', { login, password })
    setBusy(false)
    if (!answer.ok) return setError(answer.error)
    useConsole.setState({ me: answer.value, ...(provinceName ? { provinceName } : {}) })
  }
  return (
    <Center component="main" h="100%">
      <Paper withBorder p="xl" w={400} component="form" onSubmit={(e) => void submit(e)}>
        <Stack>
          <div>
            <Title order={1} size="h3">
              {t('title')}
            </Title>
            {provinceName}
          </div>
          <TextInput
            label={t('login')}
            autoComplete="username"
            required
            value={login}
            onChange={(e) => setLogin(e.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          />
          <ErrorNote error={error} />
          <Button type="submit" loading={busy}>
            {t('signIn')}
          </Button>
          <LanguageSwitch />
        </Stack>
      </Paper>
    </Center>
  )
}
