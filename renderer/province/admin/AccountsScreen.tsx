// Accounts of province staff. A password is shown once, when it is made.
import {
  Alert,
  Badge,
  Button,
  Group,
  Modal,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AccountRole, ConsoleError } from '../../../shared/http/console.ts'
import { call } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'

const ROLES = ['viewer', 'reviewer', 'admin'] as const

export function AccountsScreen() {
  const t = useText()
  const { value, error, reload } = useLoad('account.list', {})
  const [adding, setAdding] = useState(false)
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const [shown, setShown] = useState<{ login: string; password: string } | null>(null)
  async function setDisabled(id: number, disabled: boolean) {
    const answer = await call('account.setDisabled', { id, disabled })
    setFailed(answer.ok ? null : answer.error)
    reload()
  }
  async function reset(id: number, login: string) {
    const answer = await call('account.reset', { id })
    setFailed(answer.ok ? null : answer.error)
    if (answer.ok) setShown({ login, password: answer.value.password })
    reload()
  }
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('menu.accounts')}
        </Title>
        <Button onClick={() => setAdding(true)}>{t('newAccount')}</Button>
      </Group>
      <ErrorNote error={failed ?? error} />
      {shown && (
        <Alert
          role="status"
          mb="sm"
          withCloseButton
          closeButtonLabel={t('close')}
          onClose={() => setShown(null)}
        >
          {t('oneTime', shown)}
        </Alert>
      )}
      <Table bg="white" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('login')}</Table.Th>
            <Table.Th>{t('fullName')}</Table.Th>
            <Table.Th>{t('role')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('act')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(value ?? []).map((a) => (
            <Table.Tr key={a.id}>
              <Table.Td>{a.login}</Table.Td>
              <Table.Td>{a.fullName}</Table.Td>
              <Table.Td>{t(`role.${a.role}`)}</Table.Td>
              <Table.Td>
                {a.disabled ? (
                  <Badge color="gray.7" tt="none" miw="max-content">
                    {t('disabled')}
                  </Badge>
                ) : a.mustChange ? (
                  t('mustChange')
                ) : (
                  t('active')
                )}
              </Table.Td>
              <Table.Td>
                <Group gap="xs">
                  <Button size="xs" variant="default" onClick={() => void setDisabled(a.id, !a.disabled)}>
                    {t(a.disabled ? 'enable' : 'disable')}
                  </Button>
                  <Button size="xs" variant="default" onClick={() => void reset(a.id, a.login)}>
                    {t('resetPassword')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {adding && (
        <NewAccount
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setShown(made)
            setAdding(false)
            reload()
          }}
        />
      )}
    </>
  )
}

type NewAccountProps = {
  readonly onClose: () => void
  readonly onMade: (made: { login: string; password: string }) => void
}

function NewAccount({ onClose, onMade }: NewAccountProps) {
  const t = useText()
  const [login, setLogin] = useState('')
  const [fullName, setFullName] = useState('')
  const [role, setRole] = useState<AccountRole>('reviewer')
  const [error, setError] = useState<ConsoleError | null>(null)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await call('account.create', { login, fullName, role })
    if (answer.ok) onMade({ login, password: answer.value.password })
    else setError(answer.error)
  }
  return (
    <Modal opened onClose={onClose} title={t('newAccount')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(e) => void submit(e)}>
        <Stack>
          <TextInput
            label={t('login')}
            description={t('loginRule')}
            required
            data-autofocus
            value={login}
            onChange={(e) => setLogin(e.currentTarget.value)}
          />
          <TextInput
            label={t('fullName')}
            required
            value={fullName}
            onChange={(e) => setFullName(e.currentTarget.value)}
          />
          <Select
            label={t('role')}
            allowDeselect={false}
            data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
            value={role}
            onChange={(value) => setRole(ROLES.find((r) => r === value) ?? 'reviewer')}
          />
          <Text size="sm">{t('accountNote')}</Text>
          <ErrorNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
