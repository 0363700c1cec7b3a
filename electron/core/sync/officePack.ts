// The office pack: who the office is, who it answers to, where and under which rules, signed by the province. Kept as
// it came; opened again at every use, so that nothing but signed bytes is ever believed.

import type { OfficeStore } from '../../../db/OfficeStore.ts'
import { openPack } from '../../../shared/bundle/messages.ts'
import { nodeCodec } from '../../../shared/bundle/node/codec.ts'
import type { OfficePack, Refusal } from '../../../shared/bundle/types.ts'
import type { Office } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/result.ts'

const PACK_KEY = 'office.pack'

/** Opens a pack by the key it names itself: trust begins with the fingerprint a person compares. */
export function readPack(bytes: Uint8Array): Result<OfficePack, Refusal> {
  return openPack(bytes, { codec: nodeCodec })
}

export function savePack(store: OfficeStore, bytes: Uint8Array): void {
  store.setSetting(PACK_KEY, Buffer.from(bytes).toString('base64'))
}

/** The installed pack, or null when the office was set up without one. */
export function packOf(store: OfficeStore): OfficePack | null {
  const kept = store.setting<string>(PACK_KEY)
  if (!kept) return null
  const opened = readPack(Buffer.from(kept, 'base64'))
  if (!opened.ok) throw new Error(`the kept office pack does not open: ${opened.error.code}`)
  return opened.value
}

export function officeFromPack(pack: OfficePack): Office {
  return {
    name: pack.officeName,
    parentName: pack.parentName,
    level: pack.level as Office['level'],
    adminCode: pack.adminCode,
    docSymbol: pack.docSymbol,
    placeName: pack.placeName,
    profile: pack.profile,
    plan: pack.plan,
    provinceName: pack.provinceName,
    provinceUrl: pack.url,
  }
}
