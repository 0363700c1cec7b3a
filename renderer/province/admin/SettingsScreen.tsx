// What the province says of itself: its name, and the address that offices use.
import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { RulesForm } from './RulesForm.tsx'

export function SettingsScreen() {
  const t = useText()
  const { value, error, reload } = useLoad('province.get', {})
  const [name, setName] = useState('')
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    if (value) setName(value.name)
  }, [value])
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await call('province.rename', { name })
    setFailed(answer.ok ? null : answer.error)
    setSaved(answer.ok)
    if (answer.ok) useConsole.setState({ provinceName: name.trim() })
    reload()
  }
  return (
    <>
      <Title order={1} size="h3" mb="sm">
        {t('menu.settings')}
      </Title>
      <ErrorNote error={failed ?? error} />
      {value && (
        <form onSubmit={(e) => void submit(e)}>
          <Stack maw={560}>
            <TextInput
              label={t('provinceName')}
              description={t('provinceNameHelp')}
              required
              maxLength={300}
              value={name}
              onChange={(e) => {
                setName(e.currentTarget.value)
                setSaved(false)
              }}
            />
            <Group>
              <Button type="submit" disabled={name.trim() === '' || name.trim() === value.name}>
                {t('save')}
              </Button>
            </Group>
            {saved && <Alert role="status">{t('provinceNameSaved')}</Alert>}
            <Text size="sm">{t('provinceUrl', { url: value.url })}</Text>
          </Stack>
        </form>
      )}
      <RulesForm />
    </>
  )
}
