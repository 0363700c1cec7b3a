// Takes in what the province set for its offices: signed by the key of the office's own pack, and only when its number is
// above the one that holds. Anything else is left aside and what held before stays in force.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { openRules } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { OfficePack, Refusal } from '../../shared/bundle/types.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { decodeSettings } from '../../shared/settings/provinceSettings.ts'
import { keepSettings } from './settingsOf.ts'

const NUMBER_KEY = 'province.rulesNumber'

/** @returns the number that holds now, whether these were taken or were known or older */
export function takeRules(
  store: OfficeStore,
  pack: OfficePack,
  message: Uint8Array,
): Result<number, Refusal> {
  const { province, provinceKey } = pack
  const opened = openRules(message, { province, provinceKey, codec: nodeCodec })
  if (!opened.ok) return opened
  const have = store.setting<number>(NUMBER_KEY) ?? 0
  if (opened.value.number <= have) return ok(have)
  const settings = decodeSettings(opened.value.settings)
  if (!settings) return err({ code: 'malformed', where: 'rules.settings' })
  store.transaction(() => {
    keepSettings(store, settings)
    store.setSetting(NUMBER_KEY, opened.value.number)
  })
  return ok(opened.value.number)
}
