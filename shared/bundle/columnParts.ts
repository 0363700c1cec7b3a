// The parts that columns are made of: run lists, differences, tables of devices and shapes, each read with its bounds.
// A run list is a flat array value, count, value, count…
import { type ChangeRef, changeKey, type DeviceId } from '../change/change.ts'
import { type Cbor, sameBytes } from './cbor.ts'
import { id8, MalformedError } from './layout.ts'
import { MESSAGE_LIMITS } from './limits.ts'

/** How a field's base is told: docs/bundle-format.md, Columns. */
export const BASE = { none: 0, creation: 1, previous: 2, written: 3 } as const
export type BaseMark = (typeof BASE)[keyof typeof BASE]

export type Shape = { readonly register: string; readonly fields: readonly string[] }

const REGISTER_ID = /^[a-z][a-z0-9-]{0,63}$/
const FIELD_ID = /^\$?[A-Za-z][A-Za-z0-9_]{0,63}$/

/** Whether a field of that name can travel: names that every object already has cannot. */
export function isFieldId(id: string): boolean {
  return FIELD_ID.test(id) && !(id in Object.prototype)
}

export function items(raw: Cbor, where: string, max: number): readonly Cbor[] {
  if (!Array.isArray(raw) || raw.length > max) throw new MalformedError(where)
  return raw as readonly Cbor[]
}

/** Exactly `count` integers, each in [min, max]. */
export function integers(raw: Cbor, where: string, count: number, min: number, max: number): number[] {
  const list = items(raw, where, count)
  if (list.length !== count) throw new MalformedError(where)
  return list.map((v) => {
    if (typeof v !== 'number' || v < min || v > max) throw new MalformedError(where)
    return v
  })
}

export function differences(values: readonly number[]): number[] {
  return values.map((v, i) => v - (values[i - 1] ?? 0))
}

/** Undoes `differences`: `count` safe integers. */
export function cumulate(raw: Cbor, where: string, count: number): number[] {
  let sum = 0
  return integers(raw, where, count, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).map((d) => {
    sum += d
    if (!Number.isSafeInteger(sum)) throw new MalformedError(where)
    return sum
  })
}

export function toRuns<T extends number | Uint8Array>(values: readonly T[]): (T | number)[] {
  const flat: (T | number)[] = []
  let before: T | undefined
  for (const value of values) {
    if (before !== undefined && isSame(before, value)) (flat[flat.length - 1] as number)++
    else flat.push(value, 1)
    before = value
  }
  return flat
}

function isSame(a: number | Uint8Array, b: number | Uint8Array): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? sameBytes(a, b) : a === b
}

/** Expands a run list of `count` things. */
export function readRuns<T>(raw: Cbor, where: string, count: number, value: (raw: Cbor) => T): T[] {
  const flat = items(raw, where, count * 2)
  if (flat.length % 2) throw new MalformedError(where)
  const values: T[] = []
  for (let i = 0; i < flat.length; i += 2) {
    const times = flat[i + 1]
    if (typeof times !== 'number' || times < 1 || times > count - values.length)
      throw new MalformedError(where)
    const one = value(flat[i] as Cbor)
    for (let t = 0; t < times; t++) values.push(one)
  }
  if (values.length !== count) throw new MalformedError(where)
  return values
}

/** A run list of integers from 0. */
export function expandRuns(raw: Cbor, where: string, count: number): number[] {
  return readRuns(raw, where, count, (value) => {
    if (typeof value !== 'number' || value < 0) throw new MalformedError(where)
    return value
  })
}

export type IndexOf = { readonly list: readonly string[]; of(id: string): number }

/** Numbers ids in the order in which they are first asked for. */
export function indexer(first: readonly string[]): IndexOf {
  const list = [...first]
  const numbers = new Map(list.map((id, i) => [id, i]))
  return {
    list,
    of(id) {
      const known = numbers.get(id)
      if (known !== undefined) return known
      numbers.set(id, list.length)
      return list.push(id) - 1
    },
  }
}

export function readDevices(raw: Cbor): DeviceId[] {
  return items(raw, 'devices', MESSAGE_LIMITS.devices).map((id) => id8.decode(id, 'devices'))
}

/** The names of all changes of a message, from its runs of device, first sequence, count. */
export function readRefs(raw: Cbor, devices: readonly DeviceId[]): ChangeRef[] {
  const flat = items(raw, 'runs', MESSAGE_LIMITS.changes * 3)
  if (flat.length % 3) throw new MalformedError('runs')
  const refs: ChangeRef[] = []
  for (let i = 0; i < flat.length; i += 3) {
    const [index, first, count] = flat.slice(i, i + 3)
    const device = typeof index === 'number' ? devices[index] : undefined
    if (device === undefined || typeof first !== 'number' || typeof count !== 'number')
      throw new MalformedError('runs')
    const isInRange = first >= 1 && count >= 1 && count <= MESSAGE_LIMITS.changes - refs.length
    if (!isInRange || !Number.isSafeInteger(first + count)) throw new MalformedError('runs')
    for (let seq = first; seq < first + count; seq++) refs.push({ device, seq })
  }
  if (flat.length > 3 && new Set(refs.map(changeKey)).size !== refs.length) throw new MalformedError('runs')
  return refs
}

export function readShapes(raw: Cbor): Shape[] {
  return items(raw, 'shapes', MESSAGE_LIMITS.shapes).map((shape) => {
    const [register, ...fields] = items(shape, 'shapes', MESSAGE_LIMITS.fields + 1)
    if (typeof register !== 'string' || !REGISTER_ID.test(register)) throw new MalformedError('shapes')
    return { register, fields: fields.map(readField) }
  })
}

function readField(raw: Cbor, i: number, fields: readonly Cbor[]): string {
  const before = fields[i - 1]
  if (typeof raw !== 'string' || !isFieldId(raw)) throw new MalformedError('shapes')
  if (typeof before === 'string' && before >= raw) throw new MalformedError('shapes')
  return raw
}
