// The systems that offices pick instead of declaring them anew: one spelling for the whole province. Filled by hand or by
// pasting a block from Excel; it reaches an office with its set-up pack.
import { Alert, Button, Group, Modal, Stack, Table, Text, Textarea, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError, ConsoleOutput } from '../../../shared/http/console.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { CATALOGUE } from '../../../shared/sample/catalogue.ts'
import { foldVietnamese } from '../../../shared/text/fold.ts'
import { useLabel } from '../../ui/language.ts'
import { call } from '../app/api.ts'
import { useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { CatalogueEntryDialog } from './CatalogueEntryDialog.tsx'
import { CatalogueFileDialog } from './CatalogueFileDialog.tsx'

type Entry = ConsoleOutput<'catalogue.list'>[number]

export function CatalogueScreen() {
  const t = useText()
  const label = useLabel()
  const isAdmin = useConsole((s) => s.me?.role === 'admin')
  const { value, error, reload } = useLoad('catalogue.list', {})
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const [editing, setEditing] = useState<Entry | null>(null)
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const entries = value ?? []
  const known = new Set(entries.map((e) => e.code))
  const shipped = CATALOGUE.filter((e) => !known.has(e.code))
  const wanted = foldVietnamese(search)
  const shown = entries.filter((e) => foldVietnamese(`${e.code} ${e.name} ${e.owner}`).includes(wanted))

  async function add(added: readonly Entry[]): Promise<boolean> {
    const answer = await call('catalogue.put', { entries: [...added] })
    setFailed(answer.ok ? null : answer.error)
    reload()
    return answer.ok
  }

  async function remove(code: string): Promise<void> {
    const answer = await call('catalogue.remove', { codes: [code] })
    setFailed(answer.ok ? null : answer.error)
    reload()
  }

  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('menu.catalogue')}
        </Title>
        <Group gap="sm">
          <TextInput
            aria-label={t('catalogue.search')}
            placeholder={t('catalogue.search')}
            value={search}
            onChange={(e) => setSearch(e.currentTarget.value)}
          />
          {isAdmin && value && shipped.length > 0 && (
            <Button variant="default" onClick={() => void add(shipped)}>
              {t('catalogue.shipped', { n: shipped.length })}
            </Button>
          )}
          {isAdmin && value && (
            <Button variant="default" onClick={() => setImporting(true)}>
              {t('catalogue.fromFile')}
            </Button>
          )}
          {isAdmin && value && <Button onClick={() => setAdding(true)}>{t('catalogue.add')}</Button>}
        </Group>
      </Group>
      <Text size="sm" mb="sm" maw={900}>
        {t('catalogue.what')}
      </Text>
      <ErrorNote error={failed ?? error} />
      {value && entries.length === 0 && <Text>{t('catalogue.empty')}</Text>}
      {entries.length > 0 && shown.length === 0 && <Text>{t('nothingFound')}</Text>}
      {shown.length > 0 && (
        <Table bg="white" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('catalogue.code')}</Table.Th>
              <Table.Th>{t('catalogue.name')}</Table.Th>
              <Table.Th>{t('catalogue.owner')}</Table.Th>
              <Table.Th>{t('catalogue.register')}</Table.Th>
              {isAdmin && <Table.Th>{t('act')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((entry) => (
              <Table.Tr key={entry.code}>
                <Table.Td ff="monospace">{entry.code}</Table.Td>
                <Table.Td>{entry.name}</Table.Td>
                <Table.Td>{entry.owner}</Table.Td>
                <Table.Td>
                  {label(registerOf(entry.register)?.label ?? { vi: entry.register, en: entry.register })}
                </Table.Td>
                {isAdmin && (
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    <Button
                      size="xs"
                      mr="xs"
                      variant="default"
                      aria-label={`${t('catalogue.edit')}: ${entry.name}`}
                      onClick={() => setEditing(entry)}
                    >
                      {t('catalogue.edit')}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`${t('catalogue.remove')}: ${entry.name}`}
                      onClick={() => void remove(entry.code)}
                    >
                      {t('catalogue.remove')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing && (
        <CatalogueEntryDialog
          entry={editing}
          onClose={() => setEditing(null)}
          onSave={(entry) => add([entry])}
        />
      )}
      {importing && (
        <CatalogueFileDialog entries={entries} onClose={() => setImporting(false)} onSave={add} />
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} onAdd={add} />}
    </>
  )
}

type AddProps = {
  readonly onClose: () => void
  /** @returns whether it was saved */
  readonly onAdd: (entries: readonly Entry[]) => Promise<boolean>
}

function AddDialog({ onClose, onAdd }: AddProps) {
  const t = useText()
  const [text, setText] = useState('')
  const { entries, bad } = entriesOf(text)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onAdd(entries)) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('catalogue.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <Stack>
          <Textarea
            label={t('catalogue.block')}
            description={t('catalogue.blockHelp')}
            placeholder={t('catalogue.blockExample')}
            autosize
            minRows={5}
            maxRows={14}
            data-autofocus
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          {bad.length > 0 && (
            <Alert color="orange.9" variant="outline" role="status">
              {t('catalogue.bad', { lines: bad.join(', ') })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={entries.length === 0}>
              {t('catalogue.addCount', { n: entries.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Lines of code, name, owner, as Excel puts a block on the clipboard (tabs) or typed with semicolons. */
function entriesOf(text: string): { entries: Entry[]; bad: number[] } {
  const byCode = new Map<string, Entry>()
  const bad: number[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [code = '', name = '', owner = ''] = line
      .split(line.includes('\t') ? '\t' : ';')
      .map((cell) => cell.trim().normalize('NFC'))
    if (code === '' || name === '' || code.length > 60) bad.push(at + 1)
    else byCode.set(code, { code, name, owner, register: 'database' })
  }
  return { entries: [...byCode.values()], bad }
}
