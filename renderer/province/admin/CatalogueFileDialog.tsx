// Systems from an Excel or CSV file: read and counted first, saved when asked. Nothing of the list is removed by a file.
import { Alert, Button, FileInput, Group, List, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  type CatalogueRead,
  type CatalogueRow,
  type ConsoleError,
  catalogueReadSchema,
  consoleFiles,
} from '../../../shared/http/console.ts'
import { sendFile } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useText } from '../text.ts'

type Props = {
  readonly entries: readonly CatalogueRow[]
  readonly onClose: () => void
  /** @returns whether they were saved */
  readonly onSave: (entries: readonly CatalogueRow[]) => Promise<boolean>
}

const MAX_SHOWN = 30

export function CatalogueFileDialog({ entries, onClose, onSave }: Props) {
  const t = useText()
  const [file, setFile] = useState<File | null>(null)
  const [read, setRead] = useState<CatalogueRead | null>(null)
  const [error, setError] = useState<ConsoleError | null>(null)
  const [busy, setBusy] = useState(false)
  async function choose(chosen: File | null) {
    setFile(chosen)
    setRead(null)
    setError(null)
    if (!chosen) return
    setBusy(true)
    const answer = await sendFile(consoleFiles.readCatalogue, { name: chosen.name }, chosen)
    setBusy(false)
    const parsed = answer.ok ? catalogueReadSchema.safeParse(answer.value) : null
    setRead(parsed?.success ? parsed.data : null)
    setError(answer.ok ? (parsed?.success ? null : { code: 'internal' }) : answer.error)
  }
  const before = new Map(entries.map((e) => [e.code, e]))
  const differing = (read?.entries ?? []).filter((e) => !isSame(before.get(e.code), e))
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onSave(differing)) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('catalogue.fromFile')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <Stack>
          <FileInput
            label={t('excelFile')}
            description={t('catalogue.fileHelp')}
            accept=".xlsx,.xlsm,.xls,.ods,.csv"
            placeholder={t('chooseFile')}
            value={file}
            onChange={(chosen) => void choose(chosen)}
          />
          {read && (
            <Alert role="status" color={read.problems.length > 0 ? 'orange.9' : 'ink'} variant="outline">
              <Text size="sm">
                {t('catalogue.fileCounts', {
                  fresh: differing.filter((e) => !before.has(e.code)).length,
                  changed: differing.filter((e) => before.has(e.code)).length,
                  same: read.entries.length - differing.length,
                  bad: read.problems.length,
                })}
              </Text>
              <List size="sm">
                {read.problems.slice(0, MAX_SHOWN).map((p) => (
                  <List.Item key={p.row}>
                    {t('row')} {p.row}: {p.message}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <ErrorNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={differing.length === 0}>
              {t('catalogue.take', { n: differing.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function isSame(a: CatalogueRow | undefined, b: CatalogueRow): boolean {
  return a !== undefined && a.name === b.name && a.owner === b.owner && a.register === b.register
}
