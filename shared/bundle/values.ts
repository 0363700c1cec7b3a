// How a field's value lies in CBOR (docs/bundle-format.md, Columns): null, text, integer, boolean, a list of texts, a
// reference or a list of references. Also used, with references spelled out, for a hand-in's content hash.
import type { Reference, Value } from '../registers/define.ts'
import type { Cbor } from './cbor.ts'
import { MalformedError, publicId, text } from './layout.ts'
import { MESSAGE_LIMITS } from './limits.ts'

const TEXT = text(MESSAGE_LIMITS.textBytes)

/** Places of a reference's map. */
const REFERENCE = { text: 0, id: 1, created: 2 } as const

/** Records that this message creates, by public id, numbered by the creating change's place in it. */
export type CreatedHere = ReadonlyMap<string, number>

export function encodeValue(value: Value, created: CreatedHere): Cbor {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string') return TEXT.encode(value)
  if (Array.isArray(value)) {
    if (value.length > MESSAGE_LIMITS.listItems) throw new Error(`list value of ${value.length}`)
    return value.map((item: string | Reference) =>
      typeof item === 'string' ? TEXT.encode(item) : encodeReference(item, created),
    )
  }
  return encodeReference(value as Reference, created)
}

function encodeReference(reference: Reference, created: CreatedHere): Cbor {
  const map = new Map<number, Cbor>([[REFERENCE.text, TEXT.encode(reference.text)]])
  if (reference.id === null) return map
  const index = created.get(reference.id)
  return index === undefined
    ? map.set(REFERENCE.id, publicId.encode(reference.id))
    : map.set(REFERENCE.created, index)
}

/**
 * @param createdId public id of the record that the message's change number i creates; undefined when it creates none.
 * @throws MalformedError
 */
export function decodeValue(
  raw: Cbor,
  where: string,
  createdId: (index: number) => string | undefined,
): Value {
  if (raw === null || typeof raw === 'boolean' || typeof raw === 'number') return raw
  if (typeof raw === 'string') return TEXT.decode(raw, where)
  if (raw instanceof Map) return decodeReference(raw, where, createdId)
  if (!Array.isArray(raw) || raw.length > MESSAGE_LIMITS.listItems) throw new MalformedError(where)
  const items = raw as Cbor[]
  if (items.every((item) => typeof item === 'string')) return items.map((item) => TEXT.decode(item, where))
  return items.map((item) => {
    if (!(item instanceof Map)) throw new MalformedError(where)
    return decodeReference(item, where, createdId)
  })
}

function decodeReference(
  map: ReadonlyMap<number | string, Cbor>,
  where: string,
  createdId: (index: number) => string | undefined,
): Reference {
  const shown = TEXT.decode(map.get(REFERENCE.text) ?? null, where)
  if (map.size === 1) return { text: shown, id: null }
  if (map.size !== 2) throw new MalformedError(where)
  if (map.has(REFERENCE.id)) return { text: shown, id: publicId.decode(map.get(REFERENCE.id) ?? null, where) }
  const index = map.get(REFERENCE.created)
  const id = typeof index === 'number' ? createdId(index) : undefined
  if (id === undefined) throw new MalformedError(where)
  return { text: shown, id }
}
