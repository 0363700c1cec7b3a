import { Anchor, Group, Text } from '@mantine/core'
import type { Remark } from '../../../shared/ipc/contract.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { useText } from '../text.ts'

/** What a remark is about, and the way to that very field. */
export function RemarkPlace({ remark }: { remark: Remark }) {
  const t = useText()
  const label = useLabel()
  const register = registerOf(remark.register)
  const field = register?.fields.find((one) => one.id === remark.field)
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {remark.recordName || t('form.unnamed')}
      </Text>
      <Text size="sm">{field ? label(field.label) : t('remark.whole')}</Text>
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() =>
          go({
            screen: 'form',
            register: remark.register,
            id: remark.recordId,
            ...(remark.field ? { field: remark.field } : {}),
          })
        }
      >
        {t('attention.openField')}
      </Anchor>
    </Group>
  )
}
