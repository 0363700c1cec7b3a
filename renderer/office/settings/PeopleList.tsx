import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '../../../shared/ipc/parts.ts'
import { refreshStatus, useApp } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { useMay } from '../app/useMay.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { RoleSelect } from './RoleSelect.tsx'

type User = { readonly id: string; readonly name: string; readonly role?: Role | undefined }

/** Everybody who can open the store; each can be taken away after one question, but for the last. */
export function PeopleList() {
  const t = useText()
  const users = useApp((state) => state.status?.users) ?? []
  const me = useApp((state) => state.status?.user)
  const mayManage = useMay('session.setRole')
  const [leaving, setLeaving] = useState<User | null>(null)

  async function remove(user: User): Promise<void> {
    setLeaving(null)
    if (!(await ask('session.removeUser', { userId: user.id }))) return
    showToast({ kind: 'good', text: t('settings.personRemoved', { name: user.name }) })
    await refreshStatus()
  }

  async function give(user: User, role: Role): Promise<void> {
    const given = await ask('session.setRole', { userId: user.id, role })
    if (given) showToast({ kind: 'good', text: t('people.roleSet', { name: user.name }) })
    await refreshStatus()
  }

  return (
    <>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {users.map((user) => (
          <Group key={user.id} component="li" justify="space-between" wrap="nowrap">
            <Text size="sm" style={{ flex: 1 }}>
              {user.id === me?.id ? t('settings.you', { name: user.name }) : user.name}
            </Text>
            {mayManage ? (
              <RoleSelect
                bare
                label={t('people.roleOf', { name: user.name })}
                value={user.role ?? 'viewer'}
                onChange={(role) => void give(user, role)}
              />
            ) : (
              <Text size="sm">{t(`people.role.${user.role ?? 'viewer'}`)}</Text>
            )}
            {mayManage && users.length > 1 && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('settings.removePersonOf', { name: user.name })}
                onClick={() => setLeaving(user)}
              >
                {t('settings.removePerson')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Modal
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('settings.removeAsk')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {leaving && (
          <>
            <Text>{t('settings.removeHelp', { name: leaving.name })}</Text>
            {leaving.id === me?.id && (
              <Text mt="xs" fw={650}>
                {t('settings.removeSelf')}
              </Text>
            )}
            <Group justify="flex-end" mt="md">
              <Button variant="default" onClick={() => setLeaving(null)}>
                {t('common.cancel')}
              </Button>
              <Button color="red.8" onClick={() => void remove(leaving)}>
                {t('settings.removePerson')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  )
}
