// A remark as it was made, with the office's answer.
import { Paper, Text } from '@mantine/core'
import type { ConsoleRemark } from '../../../shared/http/console.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useText } from '../text.ts'

export function RemarkNote({ remark }: { readonly remark: ConsoleRemark }) {
  const t = useText()
  return (
    <Paper bg="ink.0" p="xs" mt={4}>
      <Text size="sm">
        <b>{remark.by}</b>, {formatInstant(remark.at)}: {remark.text}
      </Text>
      {remark.answer && (
        <Text size="sm">
          {t('answer')}: {remark.answer}
        </Text>
      )}
    </Paper>
  )
}
