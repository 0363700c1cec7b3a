import { PasswordInput, Progress, Stack, Text } from '@mantine/core'
import { useText } from '../text.ts'
import { pinStrength } from './pinStrength.ts'

export type PinDraft = { readonly pin: string; readonly again: string }

/** Text key of what is wrong with a new PIN, or null. */
export function pinProblem(draft: PinDraft): 'wizard.pinShort' | 'wizard.pinDiffers' | null {
  if (draft.pin.length < 6) return 'wizard.pinShort'
  return draft.pin === draft.again ? null : 'wizard.pinDiffers'
}

const STRENGTH = {
  weak: { value: 25, color: 'orange.8', key: 'pin.weak' },
  fair: { value: 60, color: 'yellow.8', key: 'pin.fair' },
  strong: { value: 100, color: 'green.8', key: 'pin.strong' },
} as const

/** A new PIN, twice, with a hint how good it is. */
export function NewPin({
  label,
  value,
  onChange,
}: {
  label: string
  value: PinDraft
  onChange: (draft: PinDraft) => void
}) {
  const t = useText()
  const strength = STRENGTH[pinStrength(value.pin)]
  return (
    <Stack gap="xs">
      <PasswordInput
        label={label}
        description={t('wizard.pinHelp')}
        value={value.pin}
        onChange={(event) => onChange({ ...value, pin: event.currentTarget.value })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
      />
      {value.pin !== '' && (
        <div aria-live="polite">
          <Progress value={strength.value} color={strength.color} size="sm" aria-label={t(strength.key)} />
          <Text size="xs">{t(strength.key)}</Text>
        </div>
      )}
      <PasswordInput
        label={t('wizard.pinAgain')}
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
        autoComplete="new-password"
        error={value.again !== '' && value.again !== value.pin ? t('wizard.pinDiffers') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
      />
    </Stack>
  )
}
