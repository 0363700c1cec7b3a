// Editing in place. Typing on a cell opens this with nothing in it and hands it the keyboard before the letter falls,
// so that Vietnamese input methods (which take letters back and put others) work from the first key on.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Field, Reference, Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { foldVietnamese } from '../../../shared/text/fold.ts'
import { useLanguage } from '../../ui/language.ts'
import { ask } from '../bridge/bridge.ts'

export type EditorEnd =
  | { readonly kind: 'cancel' }
  | {
      readonly kind: 'commit'
      readonly text: string
      /** Set when a reference was picked from the list. */
      readonly picked: Value | undefined
      readonly move: 'down' | 'up' | 'right' | 'left' | 'stay'
    }

type Props = {
  readonly field: Field
  readonly value: Value
  readonly replace: boolean
  readonly onEnd: (end: EditorEnd) => void
}

type Option = {
  readonly key: string
  readonly text: string
  readonly note: string
  readonly picked?: Reference
}

export function CellEditor({ field, value, replace, onEnd }: Props) {
  const { language } = useLanguage()
  const [text, setText] = useState(() => (replace ? '' : displayValue(field, value, language)))
  const [typed, setTyped] = useState(false)
  const [at, setAt] = useState(-1)
  const options = useOptions(field, text, typed)
  const input = useRef<HTMLTextAreaElement | HTMLInputElement>(null)
  const ended = useRef(false)
  const listId = useId()

  useLayoutEffect(() => {
    input.current?.focus()
    if (!replace) input.current?.select()
  }, [replace])

  function end(move: 'down' | 'up' | 'right' | 'left' | 'stay', option?: Option): void {
    if (ended.current) return
    ended.current = true
    const chosen = option ?? (typed && at >= 0 ? options[at] : undefined)
    onEnd({
      kind: 'commit',
      text: chosen ? joined(field, text, chosen.text) : text,
      picked: chosen?.picked,
      move,
    })
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      ended.current = true
      onEnd({ kind: 'cancel' })
    } else if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault()
      end(event.shiftKey ? 'up' : 'down', at >= 0 ? options[at] : undefined)
    } else if (event.key === 'Tab') {
      event.preventDefault()
      end(event.shiftKey ? 'left' : 'right', at >= 0 ? options[at] : undefined)
    } else if (options.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((now) => (now + step + options.length) % options.length)
    }
  }

  const common = {
    className: 'cell-editor',
    value: text,
    'aria-label': field.label[language] || field.label.vi,
    onChange: (event: React.ChangeEvent<HTMLTextAreaElement | HTMLInputElement>) => {
      setText(event.currentTarget.value)
      setTyped(true)
      setAt(field.type === 'enum' || field.type === 'bool' ? 0 : -1)
    },
    onKeyDown,
    onBlur: () => end('stay'),
    onPaste: (event: React.ClipboardEvent) => event.stopPropagation(),
    onCopy: (event: React.ClipboardEvent) => event.stopPropagation(),
    onCut: (event: React.ClipboardEvent) => event.stopPropagation(),
  }
  if (field.type === 'longtext') {
    return <textarea ref={input as React.Ref<HTMLTextAreaElement>} rows={4} {...common} data-long="true" />
  }
  const hasList = options.length > 0
  return (
    <>
      <input
        ref={input as React.Ref<HTMLInputElement>}
        {...common}
        autoComplete="off"
        {...(isListed(field)
          ? {
              role: 'combobox',
              'aria-expanded': hasList,
              'aria-controls': hasList ? listId : undefined,
              'aria-activedescendant': at >= 0 && hasList ? `${listId}-${at}` : undefined,
            }
          : {})}
        inputMode={field.type === 'int' || field.type === 'date' ? 'numeric' : undefined}
        placeholder={field.type === 'date' ? 'dd/mm/yyyy' : undefined}
      />
      {hasList && (
        <div
          role="listbox"
          id={listId}
          className="cell-options"
          aria-label={field.label[language] || field.label.vi}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
            <div
              key={option.key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className="cell-option"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => end('stay', option)}
            >
              {option.text}
              {option.note && <small>{option.note}</small>}
            </div>
          ))}
        </div>
      )}
    </>
  )
}

function isListed(field: Field): boolean {
  return ['enum', 'multi', 'bool', 'ref', 'refs'].includes(field.type)
}

/** Several values in one cell: what stands before the last `;` stays. */
function joined(field: Field, text: string, chosen: string): string {
  if (field.type !== 'multi' && field.type !== 'refs') return chosen
  const before = text.slice(0, text.lastIndexOf(';') + 1)
  return before ? `${before} ${chosen}` : chosen
}

function useOptions(field: Field, text: string, typed: boolean): Option[] {
  const { language } = useLanguage()
  const [found, setFound] = useState<Option[]>([])
  const isMany = field.type === 'multi' || field.type === 'refs'
  const search = typed ? foldVietnamese(isMany ? text.slice(text.lastIndexOf(';') + 1) : text) : ''

  useEffect(() => {
    if (field.type !== 'ref' && field.type !== 'refs') return
    let current = true
    void ask('records.suggest', { target: field.target!, search: search.slice(0, 500), limit: 8 }).then(
      (names) => {
        if (!current || !names) return
        setFound(
          names.map((name) => ({
            key: name.id,
            text: name.name,
            note: name.note,
            ...(field.type === 'ref' ? { picked: { text: name.name, id: name.id } } : {}),
          })),
        )
      },
    )
    return () => {
      current = false
    }
  }, [field, search])

  if (field.type === 'ref' || field.type === 'refs') return found
  const all: Option[] =
    field.type === 'bool'
      ? [true, false].map((value) => ({
          key: String(value),
          text: displayValue(field, value, language),
          note: '',
        }))
      : (field.values ?? []).map((allowed) => ({
          key: allowed.id,
          text: allowed.label[language] || allowed.label.vi,
          note: allowed.letter ?? '',
        }))
  if (search === '') return isListed(field) ? all : []
  const letter = all.filter((option) => option.note !== '' && foldVietnamese(option.note) === search)
  const starting = all.filter((option) => foldVietnamese(option.text).startsWith(search))
  const holding = all.filter((option) => foldVietnamese(option.text).includes(search))
  return [...new Set([...letter, ...starting, ...holding])]
}
