import { Stack, Text, Title } from '@mantine/core'
import type { Field, Register, Values } from '../../../shared/registers/define.ts'
import { demandUnder, isRequired, profileOfValues } from '../../../shared/registers/required.ts'
import { useLabel } from '../../ui/language.ts'
import { useProfile } from '../app/appStore.ts'
import { useText } from '../text.ts'

type Props = { readonly register: Register; readonly field: Field | null; readonly values: Values }

/** Help and legal basis of the field in hand, by the record's own legal profile or else the office's. */
export function HelpPanel({ register, field, values }: Props) {
  const t = useText()
  const label = useLabel()
  const office = useProfile()
  const profile = profileOfValues(values, office)
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
              isRequired(register, field, values, office) && t('form.required'),
              t(`form.demand.${demandUnder(field, profile)}`),
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
