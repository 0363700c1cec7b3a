import { Stack, Text, UnstyledButton } from '@mantine/core'
import type { Problem } from '../../../shared/ipc/parts.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { useText } from '../text.ts'

/** What is still to do on this record, worst first; each entry leads to its field. */
export function ProblemsPanel(props: {
  register: Register
  problems: readonly Problem[]
  onLead: (field: string) => void
}) {
  const t = useText()
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
        </li>
      ))}
    </Stack>
  )
}
