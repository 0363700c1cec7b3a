// One frozen record: its fields as the register declares them, what changed since last time, remarks pinned to fields.
import { Button, Group, Paper, ScrollArea, Stack, Table, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import type { ConsoleError, RecordView } from '../../../shared/http/console.ts'
import type { Field } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { call } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { RemarkNote } from './RemarkNote.tsx'

type Props = {
  readonly office: string
  readonly handin: string
  readonly record: string
  readonly canRemark: boolean
  readonly onRemarked: () => void
}

export function RecordPanel(props: Props) {
  const t = useText()
  const label = useLabel()
  const { value, error, reload } = useLoad('handin.record', {
    office: props.office,
    handin: props.handin,
    record: props.record,
  })
  const [writing, setWriting] = useState<string | null>(null)
  if (!value) return <ErrorNote error={error} />
  const register = registerOf(value.register)
  const before = value.history[0]?.values
  const fields = (register?.fields ?? []).filter(
    (f) => hasValue(value.values[f.id]) || hasValue(before?.[f.id]) || f.required,
  )
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {value.name || t('unnamed')}
      </Title>
      <ScrollArea.Autosize
        offsetScrollbars
        mah="calc(100vh - 280px)"
        viewportProps={{ tabIndex: 0, 'aria-label': value.name || t('unnamed') }}
      >
        <Stack gap="xs">
          {fields.map((f) => (
            <FieldRow
              key={f.id}
              field={f}
              view={value}
              writing={writing === f.id}
              canRemark={props.canRemark}
              onWrite={() => setWriting(writing === f.id ? null : f.id)}
            >
              <RemarkForm
                {...props}
                field={f.id}
                onDone={() => {
                  setWriting(null)
                  reload()
                  props.onRemarked()
                }}
              />
            </FieldRow>
          ))}
          {value.children.length > 0 && <Children view={value} />}
          {value.history.length > 0 && (
            <Text size="sm">
              {t('history')}:{' '}
              {value.history
                .map((h) => `${h.period} (${formatInstant(h.receivedAt)}, ${h.madeBy})`)
                .join('; ')}
            </Text>
          )}
          {register && fields.length === 0 && <Text>{label(register.help)}</Text>}
        </Stack>
      </ScrollArea.Autosize>
    </Paper>
  )
}

type FieldRowProps = {
  readonly field: Field
  readonly view: RecordView
  readonly writing: boolean
  readonly canRemark: boolean
  readonly onWrite: () => void
  readonly children: React.ReactNode
}

function FieldRow({ field, view, writing, canRemark, onWrite, children }: FieldRowProps) {
  const t = useText()
  const label = useLabel()
  const language = useLanguage((s) => s.language)
  const shown = displayValue(field, view.values[field.id], language)
  const past = view.history[0]
  const before = past ? displayValue(field, past.values[field.id], language) : shown
  const remarks = view.remarks.filter((r) => r.field === field.id)
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="xs" c="dimmed">
            {label(field.label)}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {shown || <span style={{ color: 'var(--mantine-color-error)' }}>{t('missing')}</span>}
          </Text>
          {before !== shown && (
            <Text size="sm" c="dimmed">
              {t('before')}: <s>{before || t('empty')}</s>
            </Text>
          )}
        </div>
        {canRemark && (
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={writing}
            aria-label={`${t('remark')}: ${label(field.label)}`}
            onClick={onWrite}
          >
            {t('remark')}
          </Button>
        )}
      </Group>
      {remarks.map((r) => (
        <RemarkNote key={r.id} remark={r} />
      ))}
      {writing && children}
    </div>
  )
}

function RemarkForm({
  office,
  handin,
  record,
  field,
  onDone,
}: Props & { readonly field: string; readonly onDone: () => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const [error, setError] = useState<ConsoleError | null>(null)
  async function save() {
    const answer = await call('handin.remark', { office, handin, record, field, text })
    if (answer.ok) onDone()
    else setError(answer.error)
  }
  return (
    <Stack gap={4} mt={4}>
      <Textarea
        aria-label={t('remarkText')}
        placeholder={t('remarkText')}
        autosize
        minRows={2}
        autoFocus
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <ErrorNote error={error} />
      <Group justify="flex-end">
        <Button size="xs" disabled={!text.trim()} onClick={() => void save()}>
          {t('saveRemark')}
        </Button>
      </Group>
    </Stack>
  )
}

function Children({ view }: { readonly view: RecordView }) {
  const label = useLabel()
  const groups = Map.groupBy(view.children, (c) => c.register)
  return [...groups].map(([id, list]) => {
    const register = registerOf(id)
    return (
      <div key={id}>
        <Text fw={600}>{register ? label(register.label) : id}</Text>
        <Table>
          <Table.Tbody>
            {list.map((c) => (
              <Table.Tr key={c.recordId}>
                <Table.Td>{c.name}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    )
  })
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
