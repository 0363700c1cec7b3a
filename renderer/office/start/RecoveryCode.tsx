import { Button, Paper, Text } from '@mantine/core'
import { useText } from '../text.ts'
import { printRecoverySheet } from './printRecoverySheet.ts'

/** A recovery code to be copied, and the button that prints its sheet. */
export function RecoveryCode({ code }: { code: string }) {
  const t = useText()
  return (
    <>
      <Paper withBorder p="md" bg="gray.0">
        <Text size="xs" c="dimmed">
          {t('recovery.code')}
        </Text>
        <Text ff="monospace" size="xl" fw={700} className="recovery-code">
          {code}
        </Text>
      </Paper>
      <Button variant="default" w="fit-content" onClick={() => void printRecoverySheet(code)}>
        {t('recovery.print')}
      </Button>
    </>
  )
}
