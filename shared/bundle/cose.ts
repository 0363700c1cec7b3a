// The envelope: one COSE_Sign1 (RFC 9052), tagged, with an empty unprotected map. It is read in two steps so that the
// bytes verified are the bytes parsed: `readEnvelope` gives views into the message without trusting it,
// `isSignedBy` checks the signature over exactly those views.

import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { MAX_MESSAGE_BYTES } from '../http/contract.ts'
import { err, ok, type Result } from '../result.ts'
import { type Cbor, CborError, decodeCbor, encodeCbor } from './cbor.ts'
import type { Codec } from './codec.ts'
import { sign, verifySignature } from './ed25519.ts'
import type { MessageKind, Refusal, SigningKey } from './types.ts'

export const WIRE_VERSION = 1
export const KINDS: readonly MessageKind[] = ['bundle', 'reply', 'pack', 'enrol', 'hello', 'rules']

const COSE_SIGN1_TAG = 0xd2
export const LABELS = { alg: 1, crit: 2, contentType: 3, kid: 4, version: -65537 } as const
const EDDSA = -8

export type Header = {
  readonly kind: MessageKind
  /** Id of the signing key, 16 hex digits. */
  readonly kid: string
  readonly version: number
  readonly compression: number
}

/** An envelope taken apart and not yet verified; the parts are views into the message. */
export type Envelope = {
  readonly header: Header
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/** Signs a payload. The caller compressed it as `header.compression` says. */
export function sealEnvelope(
  header: Omit<Header, 'version'>,
  payload: Uint8Array,
  key: SigningKey,
): Uint8Array {
  const protectedBytes = encodeCbor(
    new Map<number, Cbor>([
      [LABELS.alg, EDDSA],
      [LABELS.crit, [LABELS.version]],
      [LABELS.contentType, `sdl/${header.kind}`],
      [LABELS.kid, hexToBytes(header.kid)],
      [LABELS.version, [WIRE_VERSION, header.compression]],
    ]),
  )
  const signature = sign(toBeSigned(header.kind, protectedBytes, payload), key)
  const body = encodeCbor([protectedBytes, new Map(), payload, signature])
  const message = new Uint8Array(body.length + 1)
  message[0] = COSE_SIGN1_TAG
  message.set(body, 1)
  return message
}

/** Steps 1–7 of docs/bundle-format.md: takes the envelope apart, trusting nothing. */
export function readEnvelope(message: Uint8Array): Result<Envelope, Refusal> {
  if (message.length > MAX_MESSAGE_BYTES) return err({ code: 'too-large', maxBytes: MAX_MESSAGE_BYTES })
  if (message[0] !== COSE_SIGN1_TAG) return err({ code: 'not-a-message' })
  try {
    const body = decodeCbor(message.subarray(1))
    if (!Array.isArray(body) || body.length !== 4) return malformed('envelope')
    const [protectedBytes, unprotected, payload, signature] = body as Cbor[]
    if (!(protectedBytes instanceof Uint8Array) || !(payload instanceof Uint8Array))
      return malformed('envelope')
    if (!(unprotected instanceof Map) || unprotected.size > 0) return malformed('unprotected')
    if (!(signature instanceof Uint8Array) || signature.length !== 64) return malformed('signature')
    const header = readHeader(decodeCbor(protectedBytes))
    return header.ok ? ok({ header: header.value, protectedBytes, payload, signature }) : header
  } catch (e) {
    if (e instanceof CborError) return err({ code: 'not-canonical' })
    throw e
  }
}

function readHeader(map: Cbor): Result<Header, Refusal> {
  if (!(map instanceof Map)) return malformed('header')
  const contentType = map.get(LABELS.contentType)
  const kid = map.get(LABELS.kid)
  const version = map.get(LABELS.version)
  if (map.get(LABELS.alg) !== EDDSA) return malformed('alg')
  if (typeof contentType !== 'string' || !(kid instanceof Uint8Array) || kid.length !== 8)
    return malformed('header')
  if (!Array.isArray(version) || version.length !== 2) return malformed('version')
  const [number, compression] = version as Cbor[]
  if (typeof number !== 'number' || typeof compression !== 'number') return malformed('version')
  if (number < 1 || compression < 0) return malformed('version')
  const kind = KINDS.find((k) => contentType === `sdl/${k}`)
  if (!kind) return err({ code: 'wrong-kind', kind: contentType })
  if (number === WIRE_VERSION && !isCritical(map)) return malformed('crit')
  return ok({ kind, kid: bytesToHex(kid), version: number, compression })
}

/** Version 1 has the five labels and no other, and its version is critical (RFC 9052, 3.1). */
function isCritical(map: ReadonlyMap<number | string, Cbor>): boolean {
  const crit = map.get(LABELS.crit)
  return map.size === 5 && Array.isArray(crit) && crit.length === 1 && crit[0] === LABELS.version
}

export function isSignedBy(envelope: Envelope, publicKey: Uint8Array, codec: Codec): boolean {
  const { header, protectedBytes, payload, signature } = envelope
  return verifySignature(publicKey, toBeSigned(header.kind, protectedBytes, payload), signature, codec)
}

function toBeSigned(kind: MessageKind, protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return sigStructure(protectedBytes, utf8ToBytes(`so-du-lieu/${kind}`), payload)
}

/** COSE's Sig_structure for one signer (RFC 9052, 4.4). */
export function sigStructure(
  protectedBytes: Uint8Array,
  externalAad: Uint8Array,
  payload: Uint8Array,
): Uint8Array {
  return encodeCbor(['Signature1', protectedBytes, externalAad, payload])
}

function malformed(where: string): Result<never, Refusal> {
  return err({ code: 'malformed', where })
}
