// The shape of sample records: written in an order in which every reference points backwards, so that the store can be
// filled wave by wave. Everything in the sample is invented; names say so (“Mẫu”), addresses end in .example.
import type { FieldId, Reference, RegisterId, Value } from '../registers/define.ts'

/** A link to another sample record by its key; becomes a Reference once that record has its id. */
export type Link = { readonly link: string; readonly text: string }

export type SampleValue = Value | Link | readonly Link[]

export type SampleRecord = {
  /** Names the record within the sample. */
  readonly key: string
  readonly register: RegisterId
  readonly set: Readonly<Record<FieldId, SampleValue>>
}

export function link(key: string, text: string): Link {
  return { link: key, text }
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'link' in value
}

/**
 * A sample record's values with its links resolved.
 * @param idOf the id that the record of that key was saved under; null leaves the words alone
 */
export function resolveLinks(
  record: SampleRecord,
  idOf: (key: string) => string | null,
): Record<FieldId, Value> {
  const reference = (value: Link): Reference => ({ text: value.text, id: idOf(value.link) })
  return Object.fromEntries(
    Object.entries(record.set).map(([field, value]): [FieldId, Value] => {
      if (isLink(value)) return [field, reference(value)]
      if (Array.isArray(value) && value.some(isLink)) return [field, value.filter(isLink).map(reference)]
      return [field, value as Value]
    }),
  )
}
