// What a dry run asks of the records that are already there. Without a store every good row is new.
import type { Register, RegisterId, Values } from '../registers/define.ts'
import { matchKeyPart } from '../registers/matchKey.ts'
import { foldKey } from '../text/fold.ts'

export interface ImportLookup {
  /** Live records whose match key agrees with these values; a part of the key that either side lacks does not tell. */
  findByKey(register: Register, values: Values): readonly string[]
  /** The record of that id, if this store has it and it belongs to that register. */
  valuesOf(
    register: Register,
    id: string,
  ):
    | {
        readonly values: Values
        readonly deleted: boolean
        /** `accepted`: by the province; a file may then only propose. */
        readonly state?: string
      }
    | undefined
  /** The live record of that register called so, when exactly one is; folded. */
  resolve(target: RegisterId, text: string): string | null
}

/** A dry run without a store: nothing is known. */
export const NO_RECORDS: ImportLookup = {
  findByKey: () => [],
  valuesOf: () => undefined,
  resolve: () => null,
}

export type LookupRecord = { readonly id: string; readonly values: Values }

/**
 * A lookup over a store's records, each register read at most once.
 * @param all every live record of a register, by its id
 * @param get any record, deleted ones too
 */
export function indexedLookup(
  all: (register: RegisterId) => readonly LookupRecord[],
  get: (id: string) =>
    | {
        readonly register: RegisterId
        readonly values: Values
        readonly deleted: boolean
        readonly state?: string
      }
    | undefined,
  nameFieldOf: (register: RegisterId) => string | undefined,
): ImportLookup {
  const indexes = new Map<RegisterId, Map<string, LookupRecord[]>>()
  const byName = (register: RegisterId, nameField: string) => {
    let index = indexes.get(register)
    if (!index) {
      index = new Map()
      for (const record of all(register)) {
        const key = matchKeyPart(record.values[nameField])
        const same = index.get(key)
        if (same) same.push(record)
        else index.set(key, [record])
      }
      indexes.set(register, index)
    }
    return index
  }
  return {
    findByKey(register, values) {
      const name = matchKeyPart(values[register.nameField])
      const named = name === '' ? [] : (byName(register.id, register.nameField).get(name) ?? [])
      const others = register.matchKey.filter((id) => id !== register.nameField)
      const agree = named.filter((record) =>
        others.every((id) => {
          const [a, b] = [matchKeyPart(values[id]), matchKeyPart(record.values[id])]
          return a === '' || b === '' || a === b
        }),
      )
      // Records that agree in every part go before those that merely do not disagree.
      const exact = agree.filter((record) =>
        others.every((id) => matchKeyPart(values[id]) === matchKeyPart(record.values[id])),
      )
      return (exact.length > 0 ? exact : agree).map((record) => record.id)
    },
    valuesOf(register, id) {
      const found = get(id)
      return found && found.register === register.id ? found : undefined
    },
    resolve(target, text) {
      const nameField = nameFieldOf(target)
      const named = nameField ? (byName(target, nameField).get(foldKey(text)) ?? []) : []
      return named.length === 1 ? named[0]!.id : null
    },
  }
}
