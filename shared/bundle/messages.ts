// Sealing and opening of every message between office and province; docs/bundle-format.md is the law of it. What comes
// out of an `open…` has passed the signature, the layout, every bound and the audience; what goes wrong is a Refusal and
// nothing is half read. Chains (next, duplicate, gap, fork) are judged by chain.ts.
import { sha256 } from '@noble/hashes/sha2.js'
import { err, ok, type Result } from '../result.ts'
import { type Cbor, CborError, decodeCbor, encodeCbor } from './cbor.ts'
import type { Codec } from './codec.ts'
import { decodeColumns, encodeColumns, type RecordIdOf } from './columns.ts'
import { COMPRESSION, compress, decompress } from './compress.ts'
import { type Envelope, type Header, isSignedBy, readEnvelope, sealEnvelope, WIRE_VERSION } from './cose.ts'
import { keyId } from './ed25519.ts'
import { MalformedError } from './layout.ts'
import { bundleLayout, enrolLayout, helloLayout, packLayout, replyLayout, rulesLayout } from './payloads.ts'
import type {
  Bundle,
  EnrolRequest,
  Hello,
  MessageHash,
  MessageKind,
  OfficeId,
  OfficePack,
  Person,
  ProvinceId,
  Refusal,
  Reply,
  RulesPack,
  SigningKey,
} from './types.ts'

/** A device's key as the province knows it. */
export type KnownKey = {
  readonly publicKey: Uint8Array
  /** The office it was enrolled for. */
  readonly office: OfficeId
  /** Set when the key was revoked: changes after this sequence are not taken any more. */
  readonly revokedAfterSeq?: number
}

type DeviceReader = {
  /** The reader's own province. */
  readonly province: ProvinceId
  /** The key of that id (16 hex digits), or undefined when it was never enrolled. */
  readonly keyOf: (kid: string) => KnownKey | undefined
  readonly codec: Codec
}

/** SHA-256 of a message's whole bytes: its name in chains and receipts. */
export function messageHash(message: Uint8Array): MessageHash {
  return sha256(message)
}

/** What a message says of itself, before anything is trusted: to choose which `open…` to call, or to hold it. */
export function peekMessage(message: Uint8Array): Result<Header, Refusal> {
  const envelope = readEnvelope(message)
  return envelope.ok ? ok(envelope.value.header) : envelope
}

/**
 * Seals a run of changes.
 * @throws Error when the bundle breaks its own rules (a gap in sequences, a person missing): our mistake.
 */
export function sealBundle(bundle: Bundle, key: SigningKey, codec: Codec): Uint8Array {
  const { changes, firstSeq, lastSeq } = bundle
  if (bundle.device !== keyId(key.public)) throw new Error('a bundle is sealed by its own device’s key')
  if (changes.length === 0 || changes.length !== lastSeq - firstSeq + 1)
    throw new Error('a bundle is an unbroken run')
  changes.forEach((c, i) => {
    const isNext = c.ref.device === bundle.device && c.ref.seq === firstSeq + i
    if (!isNext) throw new Error(`change ${c.ref.seq} is not this device’s next`)
  })
  const columns = encodeColumns(changes, bundle.device, idsOf(bundle.people))
  return seal('bundle', bundleLayout.encode({ ...bundle, changes: columns }), key, codec)
}

/** @param reader.recordIdOf public ids of records created by earlier messages; without it theirs come back as ''. */
export function openBundle(
  message: Uint8Array,
  reader: DeviceReader & { readonly recordIdOf?: RecordIdOf },
): Result<Bundle, Refusal> {
  const opened = openFromDevice(message, 'bundle', reader)
  if (!opened.ok) return opened
  const { header, payload, key } = opened.value
  return parse(payload, (raw) => {
    const read = bundleLayout.decode(raw, 'bundle')
    if ((read.previous === null) !== (read.number === 1)) throw new MalformedError('bundle.previous')
    const changes = decodeColumns(read.changes, header.kid, distinctIds(read.people), reader.recordIdOf)
    const [first] = changes
    const isOneRun =
      first && changes.every((c, i) => c.ref.device === header.kid && c.ref.seq === first.ref.seq + i)
    if (!isOneRun) throw new MalformedError('bundle.changes')
    const firstSeq = first.ref.seq
    const bundle = { ...read, device: header.kid, firstSeq, lastSeq: firstSeq + changes.length - 1, changes }
    const refusal = deviceRefusal(bundle, reader, key)
    if (refusal) return err(refusal)
    if (key.revokedAfterSeq !== undefined && bundle.lastSeq > key.revokedAfterSeq) {
      return err({ code: 'revoked-key', key: header.kid })
    }
    return ok(bundle)
  })
}

/** Seals the province's answer. Its own changes are of the chain that it keeps for this office (docs/bundle-format.md). */
export function sealReply(reply: Reply, key: SigningKey, codec: Codec): Uint8Array {
  for (const { counts, firstSeq, lastSeq } of reply.receipts) {
    const sum = counts.applied + counts.held + counts.refused
    if (counts.changes !== sum || sum !== lastSeq - firstSeq + 1)
      throw new Error('a receipt’s counts do not add up')
  }
  const receipts = reply.receipts.map(({ counts, ...rest }) => ({ ...rest, ...counts }))
  const changes = encodeColumns(reply.changes, keyId(key.public), idsOf(reply.people))
  return seal('reply', replyLayout.encode({ ...reply, receipts, changes }), key, codec)
}

/**
 * @param reader.provinceTime the latest province time (ms) that this office has seen in a reply; a reply that expired
 *   before it is `expired`. The reader's own clock plays no part. Absent: not asked.
 */
export function openReply(
  message: Uint8Array,
  reader: {
    readonly province: ProvinceId
    readonly provinceKey: Uint8Array
    readonly office: OfficeId
    readonly device: string
    readonly codec: Codec
    readonly recordIdOf?: RecordIdOf
    readonly provinceTime?: number
  },
): Result<Reply, Refusal> {
  const opened = openSigned(message, 'reply', reader.codec, (kid) =>
    kid === keyId(reader.provinceKey) ? reader.provinceKey : undefined,
  )
  if (!opened.ok) return opened
  const { header, payload } = opened.value
  return parse(payload, (raw) => {
    const read = replyLayout.decode(raw, 'reply')
    if ((read.previous === null) !== (read.number === 1)) throw new MalformedError('reply.previous')
    const receipts = read.receipts.map(({ changes, applied, held, refused, ...rest }, i) => {
      const sum = applied + held + refused
      if (changes !== sum || sum !== rest.lastSeq - rest.firstSeq + 1)
        throw new MalformedError(`reply.receipts[${i}]`)
      return { ...rest, counts: { changes, applied, held, refused } }
    })
    const changes = decodeColumns(read.changes, header.kid, distinctIds(read.people), reader.recordIdOf)
    if (read.province !== reader.province || read.office !== reader.office)
      return err({ code: 'wrong-audience' })
    if (read.device !== reader.device) return err({ code: 'not-for-us' })
    if (read.expiresAt < (reader.provinceTime ?? 0)) return err({ code: 'expired' })
    return ok({ ...read, receipts, changes })
  })
}

export function sealPack(pack: OfficePack, key: SigningKey, codec: Codec): Uint8Array {
  if (keyId(pack.provinceKey) !== keyId(key.public))
    throw new Error('a pack is sealed by the key that it names')
  return seal('pack', packLayout.encode(pack), key, codec)
}

/**
 * @param reader.provinceKey the key that the office has already. Absent: a first pack, taken on its own word; a person
 *   compares where it came from.
 * @param reader.now province time (ms) to hold expiresAt against; absent: not asked (a local clock may be years off).
 */
export function openPack(
  message: Uint8Array,
  reader: { readonly codec: Codec; readonly provinceKey?: Uint8Array; readonly now?: number },
): Result<OfficePack, Refusal> {
  const known = reader.provinceKey
  const judge = (pack: OfficePack): Result<OfficePack, Refusal> =>
    pack.expiresAt < (reader.now ?? 0) ? err({ code: 'expired' }) : ok(pack)
  if (!known) {
    const pack = openSelfSigned(
      message,
      'pack',
      reader.codec,
      (raw) => packLayout.decode(raw, 'pack'),
      keyOfPack,
    )
    return pack.ok ? judge(pack.value) : pack
  }
  const opened = openSigned(message, 'pack', reader.codec, (kid) =>
    kid === keyId(known) ? known : undefined,
  )
  if (!opened.ok) return opened
  return parse(opened.value.payload, (raw) => judge(packLayout.decode(raw, 'pack')))
}

/** Seals what the province sets for all its offices; the same bytes go to every one of them. */
export function sealRules(rules: RulesPack, key: SigningKey, codec: Codec): Uint8Array {
  if (rules.province !== keyId(key.public)) throw new Error('rules are sealed by the province they name')
  return seal('rules', rulesLayout.encode(rules), key, codec)
}

/** @param reader.provinceKey the key that the office has from its pack; rules under any other are refused */
export function openRules(
  message: Uint8Array,
  reader: { readonly province: ProvinceId; readonly provinceKey: Uint8Array; readonly codec: Codec },
): Result<RulesPack, Refusal> {
  const opened = openSigned(message, 'rules', reader.codec, (kid) =>
    kid === keyId(reader.provinceKey) ? reader.provinceKey : undefined,
  )
  if (!opened.ok) return opened
  return parse(opened.value.payload, (raw) => {
    const rules = rulesLayout.decode(raw, 'rules')
    return rules.province === reader.province ? ok(rules) : err({ code: 'wrong-audience' })
  })
}

/** Self-signed: shows that whoever asks holds the key; the code read over the phone shows who that is. */
export function sealEnrolRequest(request: EnrolRequest, key: SigningKey): Uint8Array {
  if (keyId(request.publicKey) !== keyId(key.public))
    throw new Error('a request is sealed by the key that it names')
  return sealPlain('enrol', enrolLayout.encode(request), key)
}

export function openEnrolRequest(
  message: Uint8Array,
  reader: { readonly province: ProvinceId; readonly codec: Codec },
): Result<EnrolRequest, Refusal> {
  const read = (raw: Cbor) => enrolLayout.decode(raw, 'enrol')
  const opened = openSelfSigned(message, 'enrol', reader.codec, read, (request) => request.publicKey)
  if (!opened.ok) return opened
  return opened.value.province === reader.province ? opened : err({ code: 'wrong-audience' })
}

export function sealHello(hello: Hello, key: SigningKey): Uint8Array {
  if (hello.device !== keyId(key.public)) throw new Error('a hello is sealed by its own device’s key')
  return sealPlain('hello', helloLayout.encode(hello), key)
}

/** A revoked key may still say hello: it is how it learns that it was revoked. */
export function openHello(message: Uint8Array, reader: DeviceReader): Result<Hello, Refusal> {
  const opened = openFromDevice(message, 'hello', reader)
  if (!opened.ok) return opened
  const { header, payload, key } = opened.value
  return parse(payload, (raw) => {
    const hello = { ...helloLayout.decode(raw, 'hello'), device: header.kid }
    const refusal = deviceRefusal(hello, reader, key)
    return refusal ? err(refusal) : ok(hello)
  })
}

// What every kind has in common: sealing, then steps 6–13 of docs/bundle-format.md in their order.

function seal(kind: MessageKind, payload: Cbor, key: SigningKey, codec: Codec): Uint8Array {
  const { compression, bytes } = compress(encodeCbor(payload), codec)
  return sealEnvelope({ kind, kid: keyId(key.public), compression }, bytes, key)
}

function sealPlain(kind: MessageKind, payload: Cbor, key: SigningKey): Uint8Array {
  return sealEnvelope(
    { kind, kid: keyId(key.public), compression: COMPRESSION.none },
    encodeCbor(payload),
    key,
  )
}

/** An envelope whose signature held, with its plain payload. */
type Opened = { readonly header: Header; readonly payload: Uint8Array }

function openSigned(
  message: Uint8Array,
  kind: MessageKind,
  codec: Codec,
  publicKeyOf: (kid: string) => Uint8Array | undefined,
): Result<Opened, Refusal> {
  const envelope = envelopeOf(message, kind)
  if (!envelope.ok) return envelope
  const { header } = envelope.value
  const publicKey = publicKeyOf(header.kid)
  if (!publicKey) return err({ code: 'unknown-key', key: header.kid })
  if (!isSignedBy(envelope.value, publicKey, codec)) return err({ code: 'bad-signature' })
  if (header.version !== WIRE_VERSION) return err({ code: 'newer-version', version: header.version })
  const payload = plainOf(envelope.value, codec)
  return payload.ok ? ok({ header, payload: payload.value }) : payload
}

function openFromDevice(
  message: Uint8Array,
  kind: MessageKind,
  reader: DeviceReader,
): Result<Opened & { readonly key: KnownKey }, Refusal> {
  let key: KnownKey | undefined
  const opened = openSigned(message, kind, reader.codec, (kid) => {
    key = reader.keyOf(kid)
    return key?.publicKey
  })
  if (!opened.ok) return opened
  if (!key) throw new Error('opened without a key')
  return ok({ ...opened.value, key })
}

/** A message that names its own key: read first, and believed only when that key signed these bytes. */
function openSelfSigned<T>(
  message: Uint8Array,
  kind: MessageKind,
  codec: Codec,
  read: (raw: Cbor) => T,
  keyIn: (value: T) => Uint8Array,
): Result<T, Refusal> {
  const envelope = envelopeOf(message, kind)
  if (!envelope.ok) return envelope
  const { header } = envelope.value
  if (header.version !== WIRE_VERSION) return err({ code: 'newer-version', version: header.version })
  const payload = plainOf(envelope.value, codec)
  if (!payload.ok) return payload
  return parse(payload.value, (raw) => {
    const value = read(raw)
    const publicKey = keyIn(value)
    if (keyId(publicKey) !== header.kid) return err({ code: 'unknown-key', key: header.kid })
    return isSignedBy(envelope.value, publicKey, codec) ? ok(value) : err({ code: 'bad-signature' })
  })
}

function envelopeOf(message: Uint8Array, kind: MessageKind): Result<Envelope, Refusal> {
  const envelope = readEnvelope(message)
  if (!envelope.ok) return envelope
  const found = envelope.value.header.kind
  return found === kind ? envelope : err({ code: 'wrong-kind', kind: found })
}

function plainOf({ header, payload }: Envelope, codec: Codec): Result<Uint8Array, Refusal> {
  const isPlainOnly = header.kind === 'enrol' || header.kind === 'hello'
  if (isPlainOnly && header.compression !== COMPRESSION.none)
    return err({ code: 'malformed', where: 'compression' })
  return decompress(payload, header.compression, codec)
}

function parse<T>(payload: Uint8Array, read: (raw: Cbor) => Result<T, Refusal>): Result<T, Refusal> {
  try {
    return read(decodeCbor(payload))
  } catch (e) {
    if (e instanceof CborError) return err({ code: 'not-canonical' })
    if (e instanceof MalformedError) return err({ code: 'malformed', where: e.where })
    throw e
  }
}

function deviceRefusal(
  said: { readonly province: ProvinceId; readonly office: OfficeId },
  reader: DeviceReader,
  key: KnownKey,
): Refusal | null {
  return said.province === reader.province && said.office === key.office ? null : { code: 'wrong-audience' }
}

function keyOfPack(pack: OfficePack): Uint8Array {
  return pack.provinceKey
}

function idsOf(people: readonly Person[]): string[] {
  return people.map((p) => p.id)
}

function distinctIds(people: readonly Person[]): string[] {
  const ids = idsOf(people)
  if (new Set(ids).size !== ids.length) throw new MalformedError('people')
  return ids
}
