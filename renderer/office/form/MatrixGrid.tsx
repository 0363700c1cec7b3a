// Items down, kinds of users across, one letter a cell. The first column is the item's common class; a blank cell means
// "as the common class". Driven by letters and arrows; every press is saved at once and can be undone.
import { Anchor, Button, Group, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { RecordDto } from '../../../shared/ipc/contract.ts'
import { type AllowedValue, type Field, fieldOf, type Register } from '../../../shared/registers/define.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { useChildren } from './ChildList.tsx'

type Props = { readonly register: Register; readonly parentId: string; readonly parentName: string }

export function MatrixGrid({ register, parentId, parentName }: Props) {
  const t = useText()
  const label = useLabel()
  const rows = useChildren(register, parentId)
  const [newName, setNewName] = useState('')
  const matrix = register.matrix!
  const common = fieldOf(register, matrix.defaultField)
  const columns = [common, ...matrix.fields.map((id) => fieldOf(register, id))]
  const also = matrix.also.map((id) => fieldOf(register, id))
  const legend = (field: Field) =>
    (field.values ?? [])
      .filter((allowed) => allowed.letter)
      .map((allowed) => `${allowed.letter} = ${label(allowed.label)}`)
      .join(', ')

  async function add(name: string): Promise<void> {
    if (name.trim() === '') return
    const parent = { text: parentName, id: parentId }
    const set = { [register.nameField]: name.trim(), [register.parent!.field]: parent }
    if (await ask('records.save', { register: register.id, id: null, set })) setNewName('')
  }

  /** The item's common class becomes every user's: the users' own cells are cleared. */
  async function applyToAll(row: RecordDto): Promise<void> {
    const set = Object.fromEntries(matrix.fields.map((id) => [id, null]))
    await ask('records.save', { register: register.id, id: row.id, set })
  }

  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {label(register.label)} ({rows.length})
      </Title>
      <Text size="xs" c="dimmed">
        {t('matrix.legend', { letters: legend(common) })}{' '}
        {also.map((field) => `${label(field.label)}: ${legend(field)}.`).join(' ')}
      </Text>
      {rows.length === 0 && (
        <Group gap="xs">
          <Button size="xs" variant="light" onClick={() => void add(label(matrix.whole))}>
            {t('matrix.whole', { name: label(matrix.whole) })}
          </Button>
          <Text size="xs" c="dimmed">
            {t('matrix.wholeHelp')}
          </Text>
        </Group>
      )}
      {rows.length > 0 && (
        <div className="card matrix-box">
          <table className="matrix" aria-label={label(register.label)}>
            <thead>
              <tr>
                <th scope="col">{t('matrix.item')}</th>
                {[...columns, ...also].map((field) => (
                  <th scope="col" key={field.id}>
                    {label(field.label)}
                  </th>
                ))}
                <th scope="col">{t('matrix.all')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      ta="left"
                      onClick={() => go({ screen: 'form', register: register.id, id: row.id })}
                    >
                      {String(row.values[register.nameField] ?? '') || t('form.unnamed')}
                    </Anchor>
                  </th>
                  {columns.map((field, col) => (
                    <MatrixCell
                      key={field.id}
                      register={register}
                      row={row}
                      field={field}
                      common={common}
                      at={at}
                      col={col}
                    />
                  ))}
                  {also.map((field, col) => (
                    <MatrixCell
                      key={field.id}
                      register={register}
                      row={row}
                      field={field}
                      common={field}
                      at={at}
                      col={columns.length + col}
                    />
                  ))}
                  <td>
                    <Tooltip label={t('matrix.allHelp')}>
                      <Button size="compact-xs" variant="subtle" onClick={() => void applyToAll(row)}>
                        {t('matrix.all')}
                      </Button>
                    </Tooltip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Group gap="xs">
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          aria-label={t('matrix.newItem')}
          placeholder={t('matrix.newItem')}
          value={newName}
          onChange={(event) => setNewName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void add(newName)
          }}
        />
        <Button
          size="xs"
          variant="default"
          disabled={newName.trim() === ''}
          onClick={() => void add(newName)}
        >
          {t('children.add', { name: label(register.singular).toLowerCase() })}
        </Button>
      </Group>
    </Stack>
  )
}

type CellProps = {
  readonly register: Register
  readonly row: RecordDto
  readonly field: Field
  readonly common: Field
  readonly at: number
  readonly col: number
}

function MatrixCell({ register, row, field, common, at, col }: CellProps) {
  const t = useText()
  const label = useLabel()
  const own = find(field, row.values[field.id])
  const inherited = own ? undefined : find(common, row.values[common.id])
  const shown = own ?? inherited
  const name = String(row.values[register.nameField] ?? '')
  const spoken = own
    ? label(own.label)
    : inherited
      ? `${label(inherited.label)} (${t('matrix.inherit')})`
      : '—'

  function set(value: string | null): void {
    void ask('records.save', { register: register.id, id: row.id, set: { [field.id]: value } })
  }

  function next(): void {
    const values = field.values ?? []
    const now = own ? values.indexOf(own) : -1
    set(now + 1 < values.length ? values[now + 1]!.id : null)
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
    }
    const step = steps[event.key]
    const letter = (field.values ?? []).find(
      (allowed) => allowed.letter?.toLowerCase() === event.key.toLowerCase(),
    )
    if (step) {
      const cell = document.querySelector<HTMLElement>(
        `[data-matrix="${register.id}.${at + step[0]}.${col + step[1]}"]`,
      )
      cell?.focus()
    } else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (letter) set(letter.id)
    else if (event.key === 'Delete' || event.key === 'Backspace') set(null)
    else return
    event.preventDefault()
  }

  return (
    <td>
      <button
        type="button"
        className="matrix-cell"
        data-inherited={!own || undefined}
        data-matrix={`${register.id}.${at}.${col}`}
        tabIndex={at === 0 && col === 0 ? 0 : -1}
        aria-label={t('matrix.cell', { item: name, user: label(field.label), value: spoken })}
        title={spoken}
        onClick={next}
        onKeyDown={onKeyDown}
      >
        {shown?.letter ?? '·'}
      </button>
    </td>
  )
}

function find(field: Field, value: unknown): AllowedValue | undefined {
  return field.values?.find((allowed) => allowed.id === value)
}
