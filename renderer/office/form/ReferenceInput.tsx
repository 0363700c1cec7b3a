import { ActionIcon, Autocomplete, Button, Group, Pill, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Field, Reference } from '../../../shared/registers/define.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { foldVietnamese } from '../../../shared/text/fold.ts'
import { SHIPPED } from '../../../shared/units/shippedId.ts'
import { type Language, useLabel } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Common = {
  readonly id: string
  readonly label: string
  readonly withAsterisk: boolean
  readonly error: ReactNode
  readonly readOnly: boolean
  readonly field: Field
  readonly language: Language
}

type Suggestion = { readonly id: string; readonly name: string; readonly note: string }

function useSuggestions(field: Field, search: string, active: boolean): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([])
  useEffect(() => {
    // A register that only a later version has: the words are kept, nothing can be offered.
    if (!active || !registerOf(field.target!)) return
    let current = true
    void ask('records.suggest', { target: field.target!, search: search.slice(0, 500), limit: 12 }).then(
      (names) => {
        if (current && names) setFound(names)
      },
    )
    return () => {
      current = false
    }
  }, [field, search, active])
  return found
}

/** What is no record yet is linked when it is picked, never because a typed name happens to be its own. */
function savedOf(found: readonly Suggestion[]): readonly Suggestion[] {
  return found.filter((one) => !one.id.startsWith(SHIPPED))
}

/** Exactly one record of that name, if there is. */
function matching(found: readonly Suggestion[], text: string): Suggestion | undefined {
  const key = foldVietnamese(text)
  const same = found.filter((one) => foldVietnamese(one.name) === key)
  return same.length === 1 ? same[0] : undefined
}

async function createTarget(field: Field, text: string): Promise<Reference | null> {
  const target = registerOf(field.target!)
  if (!target) return null
  const saved = await ask('records.save', {
    register: target.id,
    id: null,
    set: { [target.nameField]: text },
  })
  return saved ? { text, id: saved.record.id } : null
}

/** A named record: picked from the list, made on the spot, or left as text until it is known. */
export function ReferenceInput(
  props: Common & { value: Reference | null; onChange: (value: Reference | null) => void },
) {
  const { field, value, onChange, readOnly } = props
  const t = useText()
  const label = useLabel()
  const [text, setText] = useState(value?.text ?? '')
  const [active, setActive] = useState(false)
  const picked = useRef<string | null>(null)
  const found = useSuggestions(field, text, active)
  const target = registerOf(field.target!)

  useEffect(() => {
    if (!active) setText(value?.text ?? '')
  }, [value?.text, active])

  function leave(): void {
    setActive(false)
    const typed = text.trim()
    if (typed === (value?.text ?? '') && (value?.id || !typed)) return
    // Saved under its own name, without what told it apart in the list.
    if (typed === picked.current && value?.id) return
    const same = matching(savedOf(found), typed)
    onChange(typed === '' ? null : same ? { text: same.name, id: same.id } : { text: typed, id: null })
  }

  const isLoose = value !== null && value.id === null && text.trim() !== ''
  return (
    <Stack gap={2}>
      <Group gap={4} align="flex-end" wrap="nowrap">
        <Autocomplete
          id={props.id}
          label={props.label}
          withAsterisk={props.withAsterisk}
          error={props.error}
          readOnly={readOnly}
          style={{ flex: 1 }}
          value={text}
          data={[...new Set(found.map((one) => one.name))]}
          filter={({ options }) => options}
          onChange={setText}
          onOptionSubmit={(name) => {
            const same = matching(found, name)
            picked.current = name
            setText(name)
            onChange({ text: name, id: same?.id ?? null })
          }}
          onFocus={() => setActive(true)}
          onBlur={leave}
          maxLength={2000}
        />
        {value?.id && target && (
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`${t('form.refOpen')}: ${value.text}`}
            onClick={() => go({ screen: 'form', register: target.id, id: value.id })}
          >
            <IconExternalLink size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {isLoose && target && !readOnly && (
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            {t('form.refLoose')}
          </Text>
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => void createTarget(field, text.trim()).then((made) => made && onChange(made))}
          >
            {t('form.refCreate', { text: text.trim(), register: label(target.label) })}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** Several named records. */
export function ReferencesInput(
  props: Common & { value: readonly Reference[]; onChange: (value: readonly Reference[]) => void },
) {
  const { field, value, onChange, readOnly } = props
  const t = useText()
  const [text, setText] = useState('')
  const [active, setActive] = useState(false)
  const found = useSuggestions(field, text, active)

  function add(name: string, among = savedOf(found)): void {
    const typed = name.trim()
    setText('')
    if (typed === '' || value.some((one) => one.text === typed)) return
    const same = matching(among, typed)
    onChange([...value, same ? { text: same.name, id: same.id } : { text: typed, id: null }])
  }

  return (
    <Stack gap={4}>
      <Autocomplete
        id={props.id}
        label={props.label}
        withAsterisk={props.withAsterisk}
        error={props.error}
        readOnly={readOnly}
        value={text}
        data={[...new Set(found.map((one) => one.name))]}
        filter={({ options }) => options}
        onChange={setText}
        onOptionSubmit={(name) => {
          add(name, found)
          // Mantine puts the option's text in after this; the next tick clears it.
          setTimeout(() => setText(''), 0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') {
            event.preventDefault()
            add(text)
          }
        }}
        onFocus={() => setActive(true)}
        onBlur={() => {
          setActive(false)
          add(text)
        }}
      />
      {value.length > 0 && (
        <Group gap={6}>
          {value.map((one) => (
            <Pill
              key={one.text}
              withRemoveButton={!readOnly}
              removeButtonProps={{
                'aria-label': t('form.removeRef', { name: one.text }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => onChange(value.filter((other) => other !== one))}
            >
              {one.text}
              {one.id === null && ' (?)'}
            </Pill>
          ))}
        </Group>
      )}
    </Stack>
  )
}
