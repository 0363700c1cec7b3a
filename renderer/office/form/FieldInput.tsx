import { MultiSelect, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Problem } from '../../../shared/ipc/parts.ts'
import type { Field, Reference, Value } from '../../../shared/registers/define.ts'
import { displayValue, valueFromText } from '../../../shared/registers/displayValue.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'
import { ReferenceInput, ReferencesInput } from './ReferenceInput.tsx'

export type FieldInputProps = {
  readonly id: string
  readonly field: Field
  readonly value: Value
  readonly problem: Problem | null
  /** Whether this record is asked for the field. */
  readonly required: boolean
  /** Texts offered while typing. */
  readonly suggestions: readonly string[]
  readonly onChange: (value: Value) => void
}

/** The control for a field's type. What cannot be read stays typed, marked, and is not saved over the old value. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, value, problem, onChange } = props
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const common = {
    id,
    label: label(field.label),
    withAsterisk: props.required,
    error: problem?.message,
    readOnly: field.writer === 'province',
  }
  switch (field.type) {
    case 'text':
    case 'longtext':
    case 'date':
    case 'int':
      return <TypedInput {...props} />
    case 'bool':
      return (
        <Stack gap={2}>
          <Text component="span" size="sm" fw={600} id={`${id}-label`}>
            {label(field.label)}
          </Text>
          <SegmentedControl
            id={id}
            size="xs"
            w="fit-content"
            aria-labelledby={`${id}-label`}
            readOnly={field.writer === 'province'}
            value={value === null ? '' : String(value)}
            onChange={(text) => onChange(text === '' ? null : text === 'true')}
            data={[
              { value: 'true', label: t('common.yes') },
              { value: 'false', label: t('common.no') },
              { value: '', label: t('form.clear') },
            ]}
          />
        </Stack>
      )
    case 'enum':
      return (
        <Select
          {...common}
          searchable
          clearable={!common.readOnly}
          clearButtonProps={{ 'aria-label': t('form.clear'), tabIndex: -1 }}
          data={(field.values ?? []).map((allowed) => ({ value: allowed.id, label: label(allowed.label) }))}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next)}
        />
      )
    case 'multi':
      return (
        <MultiSelect
          {...common}
          searchable
          data={(field.values ?? []).map((allowed) => ({ value: allowed.id, label: label(allowed.label) }))}
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          onChange={(next) => onChange(next.length === 0 ? null : [...next].sort())}
        />
      )
    case 'ref':
      return (
        <ReferenceInput
          {...common}
          field={field}
          value={(value as Reference | null) ?? null}
          onChange={onChange}
          language={language}
        />
      )
    case 'refs':
      return (
        <ReferencesInput
          {...common}
          field={field}
          value={Array.isArray(value) ? (value as readonly Reference[]) : []}
          onChange={(next) => onChange(next.length === 0 ? null : next)}
          language={language}
        />
      )
  }
}

/** Fields that are typed: the text is the officer's own until it is left; then it becomes the value, if it is one. */
function TypedInput({ id, field, value, problem, required, suggestions, onChange }: FieldInputProps) {
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const shown = displayValue(field, value, language)
  const [text, setText] = useState(shown)
  const [bad, setBad] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  // A value that changed elsewhere (undo, sync) shows, unless it is being typed over.
  useEffect(() => {
    if (!busy) setText(shown)
  }, [shown, busy])

  function take(typed: string): void {
    setText(typed)
    const read = valueFromText(field, typed)
    setBad(read.ok ? null : t(`problem.${read.error.code}`))
    if (read.ok && displayValue(field, read.value, language) !== shown) onChange(read.value)
  }

  const props = {
    id,
    label: label(field.label),
    withAsterisk: required,
    error: bad ?? problem?.message,
    readOnly: field.writer === 'province',
    value: text,
    autoComplete: 'off',
    onFocus: () => setBusy(true),
    onBlur: () => {
      if (bad === null) setBusy(false)
    },
  }
  if (field.type === 'longtext') {
    return (
      <Textarea
        {...props}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => take(event.currentTarget.value)}
      />
    )
  }
  const listId = suggestions.length > 0 ? `${id}-offered` : undefined
  const input = (
    <TextInput
      {...props}
      list={listId}
      inputMode={
        field.type === 'int' || field.type === 'date'
          ? 'numeric'
          : field.format === 'phone'
            ? 'tel'
            : undefined
      }
      type="text"
      placeholder={field.type === 'date' ? 'dd/mm/yyyy' : undefined}
      onChange={(event) => {
        // A day is read when it is whole; half of one is not yet wrong.
        const typed = event.currentTarget.value
        if (field.type === 'date' && typed.length < 8 && typed !== '') setText(typed)
        else take(typed)
      }}
    />
  )
  if (!listId) return input
  return (
    <>
      {input}
      <datalist id={listId}>
        {suggestions.map((offered) => (
          <option key={offered} value={offered} />
        ))}
      </datalist>
    </>
  )
}
