// Bundles that a broken or hostile device would sign: the envelope is good, the payload is not.
import { type Cbor, decodeCbor, encodeCbor } from '../../shared/bundle/cbor.ts'
import { readEnvelope, sealEnvelope } from '../../shared/bundle/cose.ts'
import { sealBundle } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import { bundleOf, deviceId, deviceKey } from './fixtures.ts'

/** The plain payload of a bundle that the device signed, taken apart, changed and signed by the device again. */
export function resealed(change: (places: Cbor[]) => Cbor): Uint8Array {
  const bundle = bundleOf(3)
  const sealed = sealBundle(bundle, deviceKey, { ...nodeCodec, deflate: (p) => p, brotli: (p) => p })
  const envelope = readEnvelope(sealed)
  if (!envelope.ok) throw new Error('unreadable')
  const places = [...(decodeCbor(envelope.value.payload) as Cbor[])]
  return signedPayload(encodeCbor(change(places)))
}

/** A payload of the device’s own making, rightly signed. */
export function signedPayload(payload: Uint8Array, compression = 0): Uint8Array {
  return sealEnvelope({ kind: 'bundle', kid: deviceId, compression }, payload, deviceKey)
}

/** As `resealed`, on the places of its columns. */
export function resealedColumns(change: (places: Cbor[]) => void): Uint8Array {
  return resealed((p) => {
    const inner = [...(p[6] as Cbor[])]
    change(inner)
    return p.with(6, inner)
  })
}

/** Bundles that are signed rightly and say something that the format forbids; each is `malformed`. */
export const badPayloads: readonly (readonly [string, Uint8Array])[] = [
  ['a place missing', resealed((p) => p.slice(1))],
  ['a number of 0', resealed((p) => p.with(2, 0))],
  ['number 1 with a previous hash', resealed((p) => p.with(3, new Uint8Array(32)))],
  ['a short previous hash', resealed((p) => p.with(2, 2).with(3, new Uint8Array(31)))],
  ['a person twice', resealed((p) => p.with(5, [...(p[5] as Cbor[]), ...(p[5] as Cbor[])]))],
  ['an office name beyond its bound', resealed((p) => p.with(1, 'x'.repeat(65)))],
  ['no changes', resealedColumns((c) => c.fill([], 0, 11).fill([[], []], 11))],
  ['changes of another device', resealedColumns((c) => c.splice(0, 2, [new Uint8Array(8)], [1, 1001, 3]))],
  ['a gap in its changes', resealedColumns((c) => c.splice(1, 1, [0, 1001, 2, 0, 1004, 1]))],
  ['a change twice', resealedColumns((c) => c.splice(1, 1, [0, 1001, 2, 0, 1001, 1]))],
  ['a run of four billion', resealedColumns((c) => c.splice(1, 1, [0, 1001, 4_000_000_000]))],
  ['a shape that is not there', resealedColumns((c) => c.splice(3, 1, [0, 0, 1]))],
  ['fields out of order', resealedColumns((c) => c.splice(2, 1, [['database', 'b', 'a']]))],
  ['a field that every object has', resealedColumns((c) => c.splice(2, 1, [['database', 'constructor']]))],
  ['a field called __proto__', resealedColumns((c) => c.splice(2, 1, [['database', '__proto__']]))],
  ['a base mark without a base', resealedColumns((c) => c.splice(6, 1, [1, 1, 3]))],
  ['a base that points at nothing before', resealedColumns((c) => c.splice(6, 2, [1, 1, 3], [5_000]))],
  ['a previous write that is not in the message', resealedColumns((c) => c.splice(6, 1, [1, 1, 2]))],
  ['a value too many', resealedColumns((c) => c.splice(8, 1, [...(c[8] as Cbor[]), 'x']))],
  ['a value too few', resealedColumns((c) => c.splice(8, 1, (c[8] as Cbor[]).slice(1)))],
  ['a value of a strange shape', resealedColumns((c) => c.splice(8, 1, ['a', 'b', new Uint8Array(1)]))],
  ['a mixed list', resealedColumns((c) => c.splice(8, 1, ['a', 'b', ['x', 1]]))],
  [
    'a reference to no creating change',
    resealedColumns((c) =>
      c.splice(8, 1, [
        'a',
        'b',
        new Map<number, Cbor>([
          [0, 'x'],
          [2, 0],
        ]),
      ]),
    ),
  ],
  ['an actor who is not listed', resealedColumns((c) => c.splice(9, 1, [1, 3]))],
  ['runs that do not add up', resealedColumns((c) => c.splice(9, 1, [0, 2]))],
  ['times beyond integers', resealedColumns((c) => c.splice(10, 1, [9007199254740991, 9007199254740991, 0]))],
  [
    'a nonce for nobody',
    resealedColumns((c) =>
      c.splice(11, 1, [
        [3, 3],
        [new Uint8Array(8), 1],
      ]),
    ),
  ],
  ['a record without a sequence', resealedColumns((c) => c.splice(5, 1, [0, 1, 1]))],
  ['a record of a device that is not listed', resealedColumns((c) => c.splice(4, 1, [9, 3]))],
  ['a base mark too many', resealedColumns((c) => c.splice(6, 1, [1, 1, 1, 1]))],
  ['a base too many', resealedColumns((c) => c.splice(7, 1, [1]))],
  ['an empty base', resealedColumns((c) => c.splice(6, 2, [1, 1, 3], [[]]))],
  ['a base of sequence 0', resealedColumns((c) => c.splice(6, 2, [1, 1, 3], [[0, 0]]))],
  ['a base twice', resealedColumns((c) => c.splice(6, 2, [1, 1, 3], [[0, 5, 0, 5]]))],
  ['a base of a device that is not listed', resealedColumns((c) => c.splice(6, 2, [1, 1, 3], [[9, 5]]))],
  ['shapes for two of three changes', resealedColumns((c) => c.splice(3, 1, [0, 0]))],
  ['seen replies for two of three changes', resealedColumns((c) => c.splice(11, 1, [[3, 2], []]))],
  ['a seen reply below 0', resealedColumns((c) => c.splice(11, 1, [[-1, 3], []]))],
  [
    'the signer listed among the devices',
    resealedColumns((c) => c.splice(0, 1, [Buffer.from(deviceId, 'hex')])),
  ],
  ['a register in capitals', resealedColumns((c) => c.splice(2, 1, [['Database', 'name']]))],
  ['a field name with a blank', resealedColumns((c) => c.splice(2, 1, [['database', 'na me']]))],
  ['fields out of order, all else right', twoFields('b', 'a')],
  ['a field twice, all else right', twoFields('a', 'a')],
  ['empty bytes as a value', withValue(new Uint8Array())],
  [
    'a reference that says two things',
    withValue(
      new Map<number, Cbor>([
        [0, 'x'],
        [1, 'G15'],
        [2, 0],
      ]),
    ),
  ],
  ['a reference without text', withValue(new Map<number, Cbor>([[1, 'G15']]))],
  [
    'a UUID spelled out',
    withValue(
      new Map([
        [0, 'x'],
        [1, '0190d3a4-7b1e-8f00-9c3d-2a5b6c7d8e9f'],
      ]),
    ),
  ],
  ['a seen reply as text', resealed((p) => p.with(4, '3'))],
  ['a seen reply of -1', resealed((p) => p.with(4, -1))],
  ['a person of three parts', resealed((p) => p.with(5, [[...((p[5] as Cbor[])[0] as Cbor[]), 1]]))],
  ['a province of seven bytes', resealed((p) => p.with(0, new Uint8Array(7)))],
]

function twoFields(first: string, second: string): Uint8Array {
  return resealedColumns((c) => {
    c.splice(2, 1, [['database', first, second]])
    c.splice(6, 1, [1, 1, 1, 1, 1, 1])
    c.splice(8, 1, ['a', 'b', 'c', 'd', 'e', 'f'])
  })
}

function withValue(value: Cbor): Uint8Array {
  return resealedColumns((c) => c.splice(8, 1, ['a', 'b', value]))
}
