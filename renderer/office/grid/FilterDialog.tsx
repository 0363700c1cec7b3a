import { Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Field } from '../../../shared/registers/define.ts'
import { displayValue, valueFromText } from '../../../shared/registers/displayValue.ts'
import { type Language, useLabel, useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'

export type ColumnFilter =
  | { readonly field: string; readonly op: 'is'; readonly value: string | number | boolean | null }
  | { readonly field: string; readonly op: 'contains'; readonly text: string }
  | { readonly field: string; readonly op: 'empty' | 'filled' }

/** A filter in words, for the line above the grid. */
export function filterText(
  filter: ColumnFilter,
  field: Field,
  language: Language,
  t: ReturnType<typeof useText>,
): string {
  const name = field.label[language] || field.label.vi
  if (filter.op === 'contains') return `${name}: “${filter.text}”`
  if (filter.op === 'is') return `${name} = ${displayValue(field, filter.value, language)}`
  return `${name}: ${t(filter.op === 'empty' ? 'grid.filterEmpty' : 'grid.filterFilled')}`
}

type Props = {
  readonly field: Field | null
  readonly filters: readonly ColumnFilter[]
  readonly onChange: (filters: readonly ColumnFilter[]) => void
  readonly onClose: () => void
}

/** One column's filter: empty, filled, a text in it, or one of its values. */
export function FilterDialog({ field, filters, onChange, onClose }: Props) {
  const t = useText()
  const label = useLabel()
  return (
    <Modal
      opened={field !== null}
      onClose={onClose}
      title={field ? t('grid.filter', { column: label(field.label) }) : ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {field && (
        <FilterForm key={field.id} field={field} filters={filters} onChange={onChange} onClose={onClose} />
      )}
    </Modal>
  )
}

function FilterForm({ field, filters, onChange, onClose }: Props & { field: Field }) {
  const t = useText()
  const { language } = useLanguage()
  const now = filters.find((filter) => filter.field === field.id)
  const isChoice = field.type === 'enum' || field.type === 'bool'
  const isExact = isChoice || field.type === 'int' || field.type === 'date'
  const [op, setOp] = useState<ColumnFilter['op']>(now?.op ?? (isExact ? 'is' : 'contains'))
  const [text, setText] = useState(
    now?.op === 'contains' ? now.text : now?.op === 'is' ? displayValue(field, now.value, language) : '',
  )
  const [problem, setProblem] = useState<string | null>(null)

  function apply(): void {
    const made = makeFilter(field, op, text)
    if (made === 'bad') {
      setProblem(t('problem.not-allowed'))
      return
    }
    onChange([...filters.filter((filter) => filter.field !== field.id), ...(made ? [made] : [])])
    onClose()
  }

  const choices = field.type === 'bool' ? [true, false] : (field.values ?? []).map((allowed) => allowed.id)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Stack>
        <Radio.Group
          value={op}
          onChange={(value) => setOp(value as ColumnFilter['op'])}
          aria-label={t('grid.filter', { column: field.label[language] })}
        >
          <Group>
            {isExact ? (
              <Radio value="is" label={t('grid.filterIs')} />
            ) : (
              <Radio value="contains" label={t('grid.filterContains')} />
            )}
            <Radio value="empty" label={t('grid.filterEmpty')} />
            <Radio value="filled" label={t('grid.filterFilled')} />
          </Group>
        </Radio.Group>
        {(op === 'is' || op === 'contains') &&
          (isChoice ? (
            <Select
              aria-label={t('grid.filterIs')}
              data-autofocus
              data={choices.map((value) => displayValue(field, value, language))}
              value={text || null}
              onChange={(value) => setText(value ?? '')}
            />
          ) : (
            <TextInput
              aria-label={t(isExact ? 'grid.filterIs' : 'grid.filterContains')}
              data-autofocus
              value={text}
              error={problem}
              placeholder={field.type === 'date' ? 'dd/mm/yyyy' : undefined}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ))}
        <Group justify="space-between">
          <Button
            variant="default"
            onClick={() => {
              onChange(filters.filter((filter) => filter.field !== field.id))
              onClose()
            }}
          >
            {t('grid.filterClear')}
          </Button>
          <Button type="submit">{t('common.next')}</Button>
        </Group>
      </Stack>
    </form>
  )
}

function makeFilter(field: Field, op: ColumnFilter['op'], text: string): ColumnFilter | null | 'bad' {
  if (op === 'empty' || op === 'filled') return { field: field.id, op }
  if (text.trim() === '') return null
  if (op === 'contains') return { field: field.id, op, text: text.trim() }
  const read = valueFromText(field, text)
  if (!read.ok || (read.value !== null && typeof read.value === 'object')) return 'bad'
  return { field: field.id, op: 'is', value: read.value as string | number | boolean | null }
}
