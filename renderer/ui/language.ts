// The interface's two languages. Vietnamese is the first and always complete; every table of texts is typed, so that a
// key without both languages does not compile.
import { create } from 'zustand'
import type { Label } from '../../shared/registers/define.ts'

export type Language = 'vi' | 'en'

export const useLanguage = create<{ language: Language; setLanguage: (language: Language) => void }>()(
  (set) => ({
    language: 'vi',
    setLanguage: (language) => {
      document.documentElement.lang = language
      set({ language })
    },
  }),
)

export type TextArgs = Readonly<Record<string, string | number>>

/** The label's text in a language, with `{name}` places filled from args. */
export function fillLabel(label: Label, language: Language, args?: TextArgs): string {
  const text = label[language] || label.vi
  if (!args) return text
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(args[name] ?? place))
}

/** Hook that reads labels (of registers, fields, values) in the current language. */
export function useLabel(): (label: Label, args?: TextArgs) => string {
  const language = useLanguage((state) => state.language)
  return (label, args) => fillLabel(label, language, args)
}

/** A page's own table of texts: `useText()` for components, `textNow()` for handlers outside of React. */
export function defineText<T extends Record<string, Label>>(table: T) {
  type Key = keyof T & string
  function useText(): (key: Key, args?: TextArgs) => string {
    const language = useLanguage((state) => state.language)
    return (key, args) => fillLabel(table[key] as Label, language, args)
  }
  function textNow(key: Key, args?: TextArgs): string {
    return fillLabel(table[key] as Label, useLanguage.getState().language, args)
  }
  return { useText, textNow }
}
