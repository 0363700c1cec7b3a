import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Field, Register } from '../../../shared/registers/define.ts'
import { ConflictCandidates } from '../attention/ConflictCandidates.tsx'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Conflict = CallOutput<'conflicts.list'>[number]

/** Says that a field holds two values, and opens both side by side. */
export function ConflictNote({
  register,
  recordId,
  field,
}: {
  register: Register
  recordId: string
  field: Field
}) {
  const t = useText()
  const [conflict, setConflict] = useState<Conflict | null>(null)

  async function open(): Promise<void> {
    const all = await ask('conflicts.list', {})
    setConflict(all?.find((one) => one.recordId === recordId && one.field === field.id) ?? null)
  }

  return (
    <Alert color="orange.9" variant="outline" mt={6} p="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('form.conflict')}</Text>
        <Button size="compact-sm" variant="default" onClick={() => void open()}>
          {t('form.conflictSettle')}
        </Button>
      </Group>
      <Modal
        opened={conflict !== null}
        onClose={() => setConflict(null)}
        title={t('attention.conflicts')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {conflict && (
          <ConflictCandidates register={register} conflict={conflict} onDone={() => setConflict(null)} />
        )}
      </Modal>
    </Alert>
  )
}
