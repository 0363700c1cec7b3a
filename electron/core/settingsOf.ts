// What the province set for its offices, as the newest of its rules left it here; its defaults where none came.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import {
  DEFAULT_SETTINGS,
  type ProvinceSettings,
  provinceSettingsSchema,
} from '../../shared/settings/provinceSettings.ts'

const SETTINGS_KEY = 'province.settings'

export function settingsOf(store: OfficeStore): ProvinceSettings {
  const parsed = provinceSettingsSchema.safeParse(store.setting<unknown>(SETTINGS_KEY) ?? {})
  return parsed.success ? parsed.data : DEFAULT_SETTINGS
}

export function keepSettings(store: OfficeStore, settings: ProvinceSettings): void {
  store.setSetting(SETTINGS_KEY, settings)
}
