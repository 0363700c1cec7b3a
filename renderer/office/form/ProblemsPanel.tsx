import { Button, Stack, Text, UnstyledButton } from '@mantine/core'
import type { Problem } from '../../../shared/ipc/parts.ts'
import { fieldOf, type Register, type Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'

type Proposed = NonNullable<Problem['propose']>

/** What is still to do on this record, worst first; each entry leads to its field, or fills in what was worked out. */
export function ProblemsPanel(props: {
  register: Register
  problems: readonly Problem[]
  onLead: (field: string) => void
  onTake: (values: Proposed) => void
}) {
  const t = useText()
  const label = useLabel()
  const language = useLanguage((state) => state.language)
  const shown = (values: Proposed) =>
    Object.entries(values)
      .map(([id, value]) => {
        const field = fieldOf(props.register, id)
        return `${label(field.label)}: ${displayValue(field, value as Value, language)}`
      })
      .join('; ')
  const order = { error: 0, warning: 1, info: 2 }
  const sorted = [...props.problems].sort((a, b) => order[a.severity] - order[b.severity])
  if (sorted.length === 0) {
    return (
      <Text size="sm" role="status">
        {t('form.noProblems')}
      </Text>
    )
  }
  return (
    <Stack gap={4} component="ul" className="plain-list">
      {sorted.map((problem) => (
        <li key={`${problem.rule}.${problem.field}`}>
          <UnstyledButton
            className="problem"
            data-severity={problem.severity}
            disabled={problem.field === null}
            onClick={() => problem.field && props.onLead(problem.field)}
          >
            <Text size="sm" fw={600}>
              {t(`form.severity.${problem.severity}`)}: {problem.message}
            </Text>
            {problem.mend && <Text size="xs">{problem.mend}</Text>}
            {problem.why && (
              <Text size="xs" c="dimmed">
                {t('form.why', { why: problem.why })}
              </Text>
            )}
          </UnstyledButton>
          {problem.propose && (
            <Button
              size="compact-xs"
              variant="default"
              className="problem-take"
              onClick={() => props.onTake(problem.propose!)}
            >
              {t('form.take', { values: shown(problem.propose) })}
            </Button>
          )}
        </li>
      ))}
    </Stack>
  )
}
