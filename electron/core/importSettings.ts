// What every import of this store needs: its records to compare with, its remembered columns, the process that parses.
import type { SqliteStore } from '../../db/SqliteStore.ts'
import { type ImportLookup, indexedLookup } from '../../shared/excel/ImportLookup.ts'
import type { Register } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import type { ImportSessionOptions, MappingMemory } from '../import/importSession.ts'
import type { CoreContext } from './CoreContext.ts'

const MAPPINGS_KEY = 'import.mappings'

/** @param lookup default: the store as it is now */
export function importSettings(
  context: CoreContext,
  store: SqliteStore,
  register: Register,
  lookup: ImportLookup = lookupIn(store),
): ImportSessionOptions {
  return { register, lookup, memory: memoryIn(store), host: context.options.parserHost }
}

/** The store's records as they are now; made anew after they changed. */
export function lookupIn(store: SqliteStore): ImportLookup {
  return indexedLookup(
    (register) => store.all(register),
    (id) => store.get(id),
    (register) => registerOf(register)?.nameField,
  )
}

function memoryIn(store: SqliteStore): MappingMemory {
  type Mappings = Record<string, Record<string, string | null>>
  const all = () => store.setting<Mappings>(MAPPINGS_KEY) ?? {}
  return {
    get: (key) => all()[key],
    set: (key, mapping) => store.setSetting(MAPPINGS_KEY, { ...all(), [key]: { ...mapping } }),
  }
}
