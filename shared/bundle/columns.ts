// Changes as columns of CBOR (docs/bundle-format.md, Columns): what is alike lies together, what follows from the rest
// is left out. Decoding needs nothing but the message: bases are marks against the message itself or written out, and
// public ids of records follow from nonces; only the id of a record that an older message created must be looked up.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Change, type ChangeRef, changeKey, type DeviceId, sameRef } from '../change/change.ts'
import { recordId } from '../change/recordId.ts'
import type { Value } from '../registers/define.ts'
import type { Cbor } from './cbor.ts'
import {
  BASE,
  type BaseMark,
  cumulate,
  differences,
  expandRuns,
  type IndexOf,
  indexer,
  integers,
  items,
  readDevices,
  readRefs,
  readRuns,
  readShapes,
  type Shape,
  toRuns,
} from './columnParts.ts'
import { MalformedError } from './layout.ts'
import { MESSAGE_LIMITS } from './limits.ts'
import { type CreatedHere, decodeValue, encodeValue } from './values.ts'

/** Public id of a record that this message does not create; undefined when the reader has never seen it created. */
export type RecordIdOf = (record: ChangeRef) => string | undefined

const PLACES = 12

/**
 * Lays changes out as columns.
 * @param self the signer's device id: number 0 of the message.
 * @param people ids in the order of the message's table; every actor must stand in it.
 * @throws Error when a change breaks the log's own rules (a creating change without nonce, an actor not listed).
 */
export function encodeColumns(changes: readonly Change[], self: DeviceId, people: readonly string[]): Cbor {
  if (changes.length > MESSAGE_LIMITS.changes) throw new Error(`${changes.length} changes in one message`)
  const devices = indexer([self])
  const shapes = shapesOf(changes)
  const created: CreatedHere = new Map(
    changes.flatMap((c, i) => (creates(c) ? [[c.recordId, i] as const] : [])),
  )
  const actorIndex = new Map(people.map((id, i) => [id, i]))
  const actors = changes.map((c) => {
    const index = actorIndex.get(c.actor)
    if (index === undefined) throw new Error('a change by a person who is not in the table of people')
    return index
  })
  const { marks, written } = encodeBases(changes, devices)
  const columns: Cbor[] = [
    null,
    encodeDeviceRuns(changes, devices),
    shapes.table.map((s) => [s.register, ...s.fields]),
    shapes.of,
    toRuns(changes.map((c) => devices.of(c.record.device))),
    differences(changes.map((c) => c.record.seq)),
    marks,
    written,
    encodeValues(changes, shapes, created),
    toRuns(actors),
    differences(changes.map((c) => Math.floor(c.at / 1000))),
    [toRuns(changes.map((c) => c.seen)), toRuns(changes.filter(creates).map(nonceOf))],
  ]
  columns[0] = devices.list.slice(1).map((id) => hexToBytes(id))
  return columns
}

/**
 * Reads columns back. Times come back as whole seconds; a record id that cannot be known is ''.
 * @throws MalformedError
 */
export function decodeColumns(
  raw: Cbor,
  self: DeviceId,
  people: readonly string[],
  recordIdOf: RecordIdOf = () => undefined,
): Change[] {
  const places = items(raw, 'changes', PLACES)
  if (places.length !== PLACES) throw new MalformedError('changes')
  const at = (i: number): Cbor => places[i] as Cbor
  const devices = [self, ...readDevices(at(0))]
  if (new Set(devices).size !== devices.length || devices.length > MESSAGE_LIMITS.devices)
    throw new MalformedError('devices')
  const refs = readRefs(at(1), devices)
  const n = refs.length
  const shapes = readShapes(at(2))
  const shapeOf = integers(at(3), 'shapeOf', n, 0, shapes.length - 1).map((i) => shapes[i]!)
  const recordDevices = expandRuns(at(4), 'recordDevices', n).map((i) =>
    deviceAt(devices, i, 'recordDevices'),
  )
  const records = cumulate(at(5), 'recordSeqs', n).map((seq, i) => {
    if (seq < 1) throw new MalformedError('recordSeqs')
    return { device: recordDevices[i]!, seq }
  })
  const bases = decodeBases(at(6), at(7), refs, records, shapeOf, devices)
  const actors = expandRuns(at(9), 'actors', n)
  const times = cumulate(at(10), 'times', n)
  const last = items(at(11), 'seens', 2)
  if (last.length !== 2) throw new MalformedError('seens')
  const seens = expandRuns(last[0] as Cbor, 'seens', n)
  const isCreating = refs.map((ref, i) => sameRef(ref, records[i]!))
  const nonces = readNonces(last[1] as Cbor, isCreating)
  const ids = publicIds(refs, records, nonces, recordIdOf)
  const values = decodeValues(at(8), shapes, shapeOf, (i) => (nonces[i] === undefined ? undefined : ids[i]))
  return refs.map((ref, i) => {
    const actor = people[actors[i]!]
    if (actor === undefined) throw new MalformedError('actors')
    const nonce = nonces[i]
    const change = {
      ref,
      register: shapeOf[i]!.register,
      record: records[i]!,
      recordId: ids[i]!,
      set: values[i]!,
      base: bases[i]!,
      actor,
      at: times[i]! * 1000,
      seen: seens[i]!,
    }
    return nonce === undefined ? change : { ...change, nonce }
  })
}

function creates(change: Change): boolean {
  return sameRef(change.ref, change.record)
}

function nonceOf(change: Change): Uint8Array {
  if (!change.nonce) throw new Error(`creating change ${changeKey(change.ref)} has no nonce`)
  return hexToBytes(change.nonce)
}

function encodeDeviceRuns(changes: readonly Change[], devices: IndexOf): number[] {
  const flat: number[] = []
  let before: ChangeRef | null = null
  for (const { ref } of changes) {
    if (before && before.device === ref.device && before.seq + 1 === ref.seq) flat[flat.length - 1]!++
    else flat.push(devices.of(ref.device), ref.seq, 1)
    before = ref
  }
  return flat
}

type ShapeTable = { readonly table: readonly Shape[]; readonly of: readonly number[] }

function shapesOf(changes: readonly Change[]): ShapeTable {
  const table: Shape[] = []
  const numbers = new Map<string, number>()
  const of = changes.map(({ register, set }) => {
    const fields = Object.keys(set).sort()
    const key = [register, ...fields].join(' ')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, table.length)
    table.push({ register, fields })
    return table.length - 1
  })
  return { table, of }
}

function encodeValues(changes: readonly Change[], shapes: ShapeTable, created: CreatedHere): Cbor[] {
  const byShape = groupBy(shapes.of, shapes.table.length)
  return shapes.table.flatMap(({ fields }, s) =>
    fields.flatMap((f) => byShape[s]!.map((i) => encodeValue(changes[i]!.set[f] as Value, created))),
  )
}

function decodeValues(
  raw: Cbor,
  shapes: readonly Shape[],
  shapeOf: readonly Shape[],
  createdId: (i: number) => string | undefined,
): Record<string, Value>[] {
  const flat = items(raw, 'values', Number.MAX_SAFE_INTEGER)
  const numbers = new Map(shapes.map((s, i) => [s, i]))
  const byShape = groupBy(
    shapeOf.map((s) => numbers.get(s)!),
    shapes.length,
  )
  const sets: Record<string, Value>[] = shapeOf.map(() => ({}))
  let next = 0
  shapes.forEach(({ fields }, s) => {
    for (const f of fields) {
      for (const i of byShape[s]!) {
        if (next >= flat.length) throw new MalformedError('values')
        sets[i]![f] = decodeValue(flat[next++] as Cbor, `values.${f}`, createdId)
      }
    }
  })
  if (next !== flat.length) throw new MalformedError('values')
  return sets
}

/** Places of each number in 0…count−1, in order. */
function groupBy(of: readonly number[], count: number): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => [])
  for (const [i, g] of of.entries()) groups[g]!.push(i)
  return groups
}

function encodeBases(changes: readonly Change[], devices: IndexOf): { marks: number[]; written: Cbor[] } {
  const marks: BaseMark[] = []
  const written: Cbor[] = []
  const lastWrite = new Map<string, ChangeRef>()
  for (const change of changes) {
    const record = changeKey(change.record)
    for (const field of Object.keys(change.set).sort()) {
      const base = change.base[field] ?? []
      const slot = `${record} ${field}`
      const previous = lastWrite.get(slot)
      lastWrite.set(slot, change.ref)
      if (creates(change)) {
        if (base.length > 0) throw new Error(`creating change ${changeKey(change.ref)} has a base`)
        continue
      }
      const [only] = base.length === 1 ? base : []
      if (base.length === 0) marks.push(BASE.none)
      else if (only && sameRef(only, change.record)) marks.push(BASE.creation)
      else if (only && previous && sameRef(only, previous)) marks.push(BASE.previous)
      else {
        marks.push(BASE.written)
        written.push(encodeBase(base, change.ref, devices))
      }
    }
  }
  return { marks, written }
}

function encodeBase(base: readonly ChangeRef[], own: ChangeRef, devices: IndexOf): Cbor {
  const [only] = base.length === 1 ? base : []
  if (only && only.device === own.device && only.seq < own.seq) return own.seq - only.seq
  return base.flatMap((b) => [devices.of(b.device), b.seq])
}

function decodeBases(
  rawMarks: Cbor,
  rawWritten: Cbor,
  refs: readonly ChangeRef[],
  records: readonly ChangeRef[],
  shapeOf: readonly Shape[],
  devices: readonly DeviceId[],
): Record<string, readonly ChangeRef[]>[] {
  const marks = items(rawMarks, 'baseMarks', Number.MAX_SAFE_INTEGER)
  const written = items(rawWritten, 'bases', marks.length)
  const lastWrite = new Map<string, ChangeRef>()
  let nextMark = 0
  let nextWritten = 0
  const result = refs.map((ref, i) => {
    const record = records[i]!
    const base: Record<string, readonly ChangeRef[]> = {}
    for (const field of shapeOf[i]!.fields) {
      const slot = `${changeKey(record)} ${field}`
      const previous = lastWrite.get(slot)
      lastWrite.set(slot, ref)
      if (sameRef(ref, record)) continue
      const mark = marks[nextMark++]
      if (mark === BASE.creation) base[field] = [record]
      else if (mark === BASE.previous && previous) base[field] = [previous]
      else if (mark === BASE.written) base[field] = decodeBase(written[nextWritten++], ref, devices)
      else if (mark !== BASE.none) throw new MalformedError('baseMarks')
    }
    return base
  })
  if (nextMark !== marks.length) throw new MalformedError('baseMarks')
  if (nextWritten !== written.length) throw new MalformedError('bases')
  return result
}

function decodeBase(raw: Cbor | undefined, own: ChangeRef, devices: readonly DeviceId[]): ChangeRef[] {
  if (typeof raw === 'number') {
    if (raw < 1 || raw >= own.seq) throw new MalformedError('bases')
    return [{ device: own.device, seq: own.seq - raw }]
  }
  const flat = items(raw ?? null, 'bases', MESSAGE_LIMITS.devices * 2)
  if (flat.length < 2 || flat.length % 2) throw new MalformedError('bases')
  const base: ChangeRef[] = []
  for (let i = 0; i < flat.length; i += 2) {
    const seq = flat[i + 1]
    if (typeof seq !== 'number' || seq < 1) throw new MalformedError('bases')
    base.push({ device: deviceAt(devices, flat[i], 'bases'), seq })
  }
  if (new Set(base.map(changeKey)).size !== base.length) throw new MalformedError('bases')
  return base
}

function readNonces(raw: Cbor, isCreating: readonly boolean[]): (string | undefined)[] {
  const runs = readRuns(raw, 'nonces', isCreating.filter(Boolean).length, (value) => {
    if (!(value instanceof Uint8Array) || value.length !== 8) throw new MalformedError('nonces')
    return bytesToHex(value)
  })
  let next = 0
  return isCreating.map((creating) => (creating ? runs[next++] : undefined))
}

function publicIds(
  refs: readonly ChangeRef[],
  records: readonly ChangeRef[],
  nonces: readonly (string | undefined)[],
  recordIdOf: RecordIdOf,
): string[] {
  const here = new Map<string, string>()
  refs.forEach((ref, i) => {
    const nonce = nonces[i]
    if (nonce !== undefined) here.set(changeKey(ref), recordId(ref.device, nonce, ref.seq))
  })
  return records.map((record) => here.get(changeKey(record)) ?? recordIdOf(record) ?? '')
}

function deviceAt(devices: readonly DeviceId[], index: Cbor | undefined, where: string): DeviceId {
  const device = typeof index === 'number' ? devices[index] : undefined
  if (device === undefined) throw new MalformedError(where)
  return device
}
