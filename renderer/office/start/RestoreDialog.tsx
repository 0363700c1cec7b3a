import {
  Alert,
  Button,
  Group,
  Modal,
  PasswordInput,
  Progress,
  Radio,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { formatInstant } from '../../ui/dates.ts'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { refreshStatus, showDone, useApp } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { call } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** What restoring does to the store as it stands. */
function snapshotLead(phase: string | undefined) {
  if (phase === 'open') return 'snapshots.lead' as const
  return phase === 'damaged' ? ('snapshots.leadDamaged' as const) : ('snapshots.leadShut' as const)
}

/** One question before a snapshot is restored; who asks, and their PIN or the recovery code, when the store is shut. */
export function RestoreDialog({
  snapshot,
  onClose,
}: {
  snapshot: { readonly file: string; readonly at: number }
  onClose: () => void
}) {
  const t = useText()
  const { language } = useLanguage()
  const phase = useApp((state) => state.status?.phase)
  const users = useApp((state) => state.status?.users) ?? []
  const job = useApp((state) => state.jobs['snapshots.restore'])
  const [userId, setUserId] = useState(users[0]?.id ?? '')
  const [by, setBy] = useState<'pin' | 'code'>('pin')
  const [secret, setSecret] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ShownError | null>(null)
  // Found damaged by an unlock, the store's key is held already.
  const mustOpen = phase === 'locked' || phase === 'empty'

  async function restore(): Promise<void> {
    const opener = { userId, ...(by === 'pin' ? { pin: secret } : { recoveryCode: secret }) }
    setBusy(true)
    const answer = await call('snapshots.restore', { file: snapshot.file, ...(mustOpen ? opener : {}) })
    setBusy(false)
    setSecret('')
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    onClose()
    const done = t('snapshots.restored', { time: formatInstant(snapshot.at) })
    if (phase === 'open') await showDone(done)
    else showToast({ kind: 'good', text: done })
    await refreshStatus()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('snapshots.confirm', { time: formatInstant(snapshot.at) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void restore()
        }}
      >
        <Stack>
          <Text>{t(snapshotLead(phase))}</Text>
          {mustOpen && (
            <>
              <Select
                label={t('unlock.person')}
                data={users.map((user) => ({ value: user.id, label: user.name }))}
                value={userId}
                onChange={(value) => value && setUserId(value)}
                allowDeselect={false}
              />
              <Radio.Group
                label={t('snapshots.by')}
                value={by}
                onChange={(value) => {
                  setBy(value === 'code' ? 'code' : 'pin')
                  setSecret('')
                }}
              >
                <Group mt={6}>
                  <Radio value="pin" label={t('snapshots.byPin')} />
                  <Radio value="code" label={t('snapshots.byCode')} />
                </Group>
              </Radio.Group>
              {by === 'pin' ? (
                <PasswordInput
                  label={t('unlock.pin')}
                  value={secret}
                  autoComplete="current-password"
                  onChange={(event) => setSecret(event.currentTarget.value)}
                  visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
                />
              ) : (
                <TextInput
                  label={t('recovery.code')}
                  value={secret}
                  ff="monospace"
                  spellCheck={false}
                  autoComplete="off"
                  onChange={(event) => setSecret(event.currentTarget.value)}
                />
              )}
            </>
          )}
          {error && (
            <Alert color="red.8" role="alert">
              {errorSentence(error, language)}
            </Alert>
          )}
          {busy && job && (
            <Progress value={(100 * job.done) / job.total} aria-label={t('snapshots.restore')} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={mustOpen && (userId === '' || secret.trim() === '')}
            >
              {t('snapshots.restore')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
