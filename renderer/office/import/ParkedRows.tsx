import { Button, Group, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Problem } from '../../../shared/ipc/parts.ts'
import type { Field, Register, Value } from '../../../shared/registers/define.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { isRequired } from '../../../shared/registers/required.ts'
import { useLabel } from '../../ui/language.ts'
import { useProfile, useVersion } from '../app/appStore.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { FieldInput } from '../form/FieldInput.tsx'
import { useText } from '../text.ts'

type Parked = CallOutput<'parked.list'>[number]
const SHOWN = 30

/** Excel rows that wait to be mended; each is mended in place and taken in by itself. */
export function ParkedRows({ register }: { register: string | undefined }) {
  const t = useText()
  const version = useVersion('*')
  const [rows, setRows] = useState<Parked[] | null>(null)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew after each act
  useEffect(() => {
    void ask('parked.list', register ? { register } : {}).then((found) => found && setRows(found))
  }, [register, version, turn])

  if (rows === null) return null
  return (
    <Stack maw={980}>
      <Text size="sm">{rows.length === 0 ? t('parked.none') : t('parked.lead')}</Text>
      {rows.slice(0, SHOWN).map((row) => (
        <ParkedRow key={row.id} row={row} onDone={() => setTurn((n) => n + 1)} />
      ))}
      {rows.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {SHOWN}/{rows.length}
        </Text>
      )}
    </Stack>
  )
}

function ParkedRow({ row, onDone }: { row: Parked; onDone: () => void }) {
  const t = useText()
  const label = useLabel()
  const profile = useProfile()
  const [values, setValues] = useState<Readonly<Record<string, Value>>>(row.values as Record<string, Value>)
  const [added, setAdded] = useState<readonly string[]>([])
  const definition = registerOf(row.register)
  if (!definition) return null
  const shown = definition.fields.filter(
    (field) => isShownFor(row, definition, field) || added.includes(field.id),
  )
  const others = definition.fields.filter((field) => !shown.includes(field))

  async function accept(): Promise<void> {
    const taken = await ask('parked.accept', { id: row.id, values: values as never })
    if (!taken) return
    showToast({ kind: 'good', text: t('parked.accepted') })
    onDone()
  }

  return (
    <Paper
      withBorder
      p="sm"
      component="section"
      aria-label={t('parked.where', { file: row.file, sheet: row.sheet, row: row.row })}
    >
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {label(definition.label)} · {t('parked.where', { file: row.file, sheet: row.sheet, row: row.row })}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => void accept()}>
            {t('parked.accept')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void ask('parked.discard', { ids: [row.id] }).then((done) => done && onDone())}
          >
            {t('parked.discard')}
          </Button>
        </Group>
      </Group>
      {row.problems.map((problem) => (
        <Text key={`${problem.cell}.${problem.rule}`} size="sm" c="red.9">
          {problem.cell}: {problem.message}
        </Text>
      ))}
      <SimpleGrid cols={3} mt="xs" spacing="xs">
        {shown.map((field) => (
          <FieldInput
            key={field.id}
            id={`parked-${row.id}-${field.id}`}
            field={field}
            value={values[field.id] ?? null}
            problem={problemAt(row, field)}
            required={isRequired(definition, field, values, profile)}
            suggestions={[]}
            onChange={(value) => setValues((now) => ({ ...now, [field.id]: value }))}
          />
        ))}
      </SimpleGrid>
      <Select
        mt="xs"
        size="xs"
        w={260}
        searchable
        aria-label={t('parked.addField')}
        placeholder={t('parked.addField')}
        value={null}
        data={others.map((field) => ({ value: field.id, label: label(field.label) }))}
        onChange={(id) => id && setAdded((now) => [...now, id])}
      />
    </Paper>
  )
}

/** The cell's problem, at its field; gone once the field holds something else than the file did. */
function problemAt(row: Parked, field: Field): Problem | null {
  const found = row.problems.find((problem) => problem.field === field.id)
  if (!found) return null
  return {
    rule: found.rule,
    severity: 'error',
    field: field.id,
    message: `${found.cell}: ${found.message}`,
    why: '',
    mend: '',
  }
}

/** The name, what the row holds, what its problems are about, and what every office fills in. */
function isShownFor(row: Parked, register: Register, field: Field): boolean {
  return (
    field.id === register.nameField ||
    field.id in row.values ||
    (field.required && field.depth === 'minimal') ||
    row.problems.some((problem) => problem.field === field.id)
  )
}
