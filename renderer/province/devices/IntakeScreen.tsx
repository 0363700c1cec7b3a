// A file from a stick, mail or Zalo: taken in like the line, with what became of each message and the answer to carry back.
import { Alert, Button, FileButton, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type ConsoleError, consoleFiles, type TakenIn, takenInSchema } from '../../../shared/http/console.ts'
import { errorSentence } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { downloadFile, sendFile } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

export function IntakeScreen() {
  const t = useText()
  const language = useLanguage((s) => s.language)
  const [taken, setTaken] = useState<TakenIn | null>(null)
  const [error, setError] = useState<ConsoleError | null>(null)
  const [busy, setBusy] = useState(false)
  async function take(file: File | null) {
    if (!file) return
    setBusy(true)
    const answer = await sendFile(consoleFiles.takeIn, {}, file)
    setBusy(false)
    const parsed = answer.ok ? takenInSchema.safeParse(answer.value) : null
    setTaken(parsed?.success ? parsed.data : null)
    setError(answer.ok ? null : answer.error)
  }
  async function giveReply(device: string) {
    const answer = await downloadFile(consoleFiles.reply, { device })
    setError(answer.ok ? null : answer.error)
  }
  return (
    <>
      <Title order={1} size="h3">
        {t('menu.intake')}
      </Title>
      <Text my="sm" maw={760}>
        {t('intakeWhat')}
      </Text>
      <FileButton onChange={(file) => void take(file)}>
        {(props) => (
          <Button {...props} loading={busy}>
            {t('chooseFile')}
          </Button>
        )}
      </FileButton>
      <ErrorNote error={error} />
      {taken && (
        <>
          <Alert my="md" role="status">
            {t('intakeDone', {
              n: taken.messages.length,
              refused: taken.messages.filter((m) => m.refusal).length,
            })}
          </Alert>
          <Table bg="white" withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('what')}</Table.Th>
                <Table.Th>{t('office')}</Table.Th>
                <Table.Th>{t('packageNumber')}</Table.Th>
                <Table.Th>{t('changes')}</Table.Th>
                <Table.Th>{t('receiptCode')}</Table.Th>
                <Table.Th>{t('outcome')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {taken.messages.map((m, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never reordered
                <Table.Tr key={i}>
                  <Table.Td>{t(m.kind === 'enrol' ? 'kind.enrol' : 'kind.bundle')}</Table.Td>
                  <Table.Td>{m.office ?? ''}</Table.Td>
                  <Table.Td>{m.number ?? ''}</Table.Td>
                  <Table.Td>{m.changes}</Table.Td>
                  <Table.Td ff="monospace">{m.receiptCode?.replace(/(.{4})(?=.)/g, '$1-') ?? ''}</Table.Td>
                  <Table.Td>
                    {m.refusal ? errorSentence({ code: m.refusal }, language) : t('takenIn')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group mt="md">
            {taken.devices.map((device) => (
              <Button key={device} onClick={() => void giveReply(device)}>
                {t('replyFileOf', { device })}
              </Button>
            ))}
          </Group>
        </>
      )}
    </>
  )
}
