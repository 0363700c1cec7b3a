import { Stack, Text, Title } from '@mantine/core'
import type { Field } from '../../../shared/registers/define.ts'
import { useLabel } from '../../ui/language.ts'
import { useApp } from '../app/appStore.ts'
import { useText } from '../text.ts'

/** Help and legal basis of the field in hand, by the office's own legal profile. */
export function HelpPanel({ field }: { field: Field | null }) {
  const t = useText()
  const label = useLabel()
  const profile = useApp((state) => state.status?.office?.profile) ?? 'current_2025'
  return (
    <Stack gap={6} className="help-panel" aria-live="polite">
      <Title order={2} size="h6">
        {field ? label(field.label) : t('form.help')}
      </Title>
      {!field && (
        <Text size="sm" c="dimmed">
          {t('form.helpNone')}
        </Text>
      )}
      {field && (
        <>
          <Text size="sm">{label(field.help)}</Text>
          <Text size="xs" c="dimmed">
            {[
              field.required && t('form.required'),
              t(`form.demand.${field.demand}`),
              field.sensitivity === 'personal' && t('form.personal'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text size="xs">
            <b>{t('form.basis')}:</b> {field.legalBasis[profile] || t('form.basisNone')}
          </Text>
        </>
      )}
    </Stack>
  )
}
