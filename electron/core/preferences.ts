// What the page remembers for its person: language, columns, depth of forms. Kept in the store, meaningless to it.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { Language } from '../../shared/registers/displayValue.ts'

const PREFERENCES_KEY = 'preferences'

export function preferencesOf(store: OfficeStore): Record<string, unknown> {
  return store.setting<Record<string, unknown>>(PREFERENCES_KEY) ?? {}
}

export function setPreference(store: OfficeStore, key: string, value: unknown): void {
  store.setSetting(PREFERENCES_KEY, { ...preferencesOf(store), [key]: value })
}

/** The language of the page, for sentences that the core makes. */
export function languageOf(store: OfficeStore): Language {
  return preferencesOf(store).language === 'en' ? 'en' : 'vi'
}
