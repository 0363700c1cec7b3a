// Messages as one file: for a stick, a mail, Zalo. Encrypted with age (C2SP, X25519) to the reader, because sticks get
// lost; who wrote it is proved by the signatures of the messages inside. A file is known by its content, never by its
// name, and is found one level inside a zip too. Reading never changes the file: bytes come in, messages come out.
import { Decrypter, Encrypter } from 'age-encryption'
import { Unzip, UnzipInflate } from 'fflate'
import { err, ok, type Result } from '../result.ts'
import { type Cbor, CborError, decodeCbor, encodeCbor } from './cbor.ts'
import { CARRY_LIMITS } from './limits.ts'
import type { Carried, OfficeId, Refusal } from './types.ts'

const MAGIC = 'sdl-carry'
const CARRY_VERSION = 1
const AGE_LINE = 'age-encryption.org/v1\n'
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04]
/** A zip is pushed in pieces, so that what a bomb inflates to is counted before much of it is made. */
const ZIP_PIECE_BYTES = 16 * 1024

/**
 * Puts messages in one encrypted file.
 * @param recipient the reader's age recipient, `age1…`.
 */
export async function wrapForCarry(
  messages: readonly Uint8Array[],
  recipient: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (messages.length > CARRY_LIMITS.messages) throw new Error(`${messages.length} messages in one file`)
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return new Uint8Array(await encrypter.encrypt(encodeCbor([MAGIC, CARRY_VERSION, messages])))
}

/**
 * The messages in a carried file, or in the carried files inside a zip; none is verified yet.
 * @param identity the reader's age identity, `AGE-SECRET-KEY-1…`.
 * @returns `not-a-message`: nothing of ours in it; `not-for-us`: encrypted to somebody else; `malformed`: damaged;
 *   `too-large`; `newer-version`.
 */
export async function unwrapCarry(bytes: Uint8Array, identity: string): Promise<Result<Carried, Refusal>> {
  if (bytes.length > CARRY_LIMITS.bytes) return tooLarge()
  const files = startsWith(bytes, ZIP_SIGNATURE) ? findInZip(bytes) : ok([bytes])
  if (!files.ok) return files
  const messages: Uint8Array[] = []
  let refusal: Refusal | null = null
  let opened = 0
  for (const file of files.value) {
    const read = await unwrapOne(file, identity)
    if (read.ok) {
      opened++
      messages.push(...read.value)
    } else refusal ??= read.error
  }
  if (opened === 0) return err(refusal ?? { code: 'not-a-message' })
  return messages.length > CARRY_LIMITS.messages ? tooLarge() : ok({ messages })
}

/** Name of a file with an office's bundles, plain ASCII: `sodulieu-26734-0007-0009.sdl`. For people; nothing reads it. */
export function carriedFileName(office: OfficeId, from: number, to: number): string {
  return `sodulieu-${asciiOf(office)}-${padded(from)}-${padded(to)}.sdl`
}

/** Name of a file with the province's replies to an office: `sodulieu-tra-loi-26734-0003-0004.sdl`. */
export function replyFileName(office: OfficeId, from: number, to: number): string {
  return `sodulieu-tra-loi-${asciiOf(office)}-${padded(from)}-${padded(to)}.sdl`
}

async function unwrapOne(
  file: Uint8Array,
  identity: string,
): Promise<Result<readonly Uint8Array[], Refusal>> {
  if (!isAge(file)) return err({ code: 'not-a-message' })
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return readCarried(await decrypter.decrypt(file))
  } catch (e) {
    if (e instanceof CborError) return err({ code: 'malformed', where: 'carry' })
    const isForOthers = e instanceof Error && e.message.includes('no identity matched')
    // Whatever else age throws means a damaged file: it throws nothing for our mistakes once the identity was read.
    return err(isForOthers ? { code: 'not-for-us' } : { code: 'malformed', where: 'age' })
  }
}

function readCarried(plain: Uint8Array): Result<readonly Uint8Array[], Refusal> {
  const raw = decodeCbor(plain)
  const [magic, version, messages] = Array.isArray(raw) ? (raw as Cbor[]) : []
  if (magic !== MAGIC || typeof version !== 'number') return err({ code: 'malformed', where: 'carry' })
  if (version > CARRY_VERSION) return err({ code: 'newer-version', version })
  if (!Array.isArray(messages) || messages.length > CARRY_LIMITS.messages)
    return err({ code: 'malformed', where: 'carry' })
  const list = (messages as Cbor[]).filter((m) => m instanceof Uint8Array)
  return list.length === messages.length ? ok(list) : err({ code: 'malformed', where: 'carry' })
}

class TooLarge extends Error {}

/** The age files among a zip's entries, one level deep, whatever their names. */
function findInZip(bytes: Uint8Array): Result<Uint8Array[], Refusal> {
  const found: Uint8Array[] = []
  let entries = 0
  let total = 0
  const unzip = new Unzip((file) => {
    if (++entries > CARRY_LIMITS.zipEntries) throw new TooLarge()
    const parts: Uint8Array[] = []
    file.ondata = (error, part, final) => {
      if (error) throw error
      total += part.length
      if (total > CARRY_LIMITS.bytes) throw new TooLarge()
      parts.push(part)
      if (!final) return
      const whole = joined(parts)
      if (isAge(whole)) found.push(whole)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += ZIP_PIECE_BYTES) {
      unzip.push(bytes.slice(at, at + ZIP_PIECE_BYTES), at + ZIP_PIECE_BYTES >= bytes.length)
    }
  } catch (e) {
    if (e instanceof TooLarge) return tooLarge()
    // fflate throws on a damaged archive; what was found whole before the damage still counts.
    if (found.length === 0) return err({ code: 'malformed', where: 'zip' })
  }
  return found.length > 0 ? ok(found) : err({ code: 'not-a-message' })
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function isAge(bytes: Uint8Array): boolean {
  return startsWith(
    bytes,
    [...AGE_LINE].map((c) => c.charCodeAt(0)),
  )
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((b, i) => bytes[i] === b)
}

function tooLarge(): Result<never, Refusal> {
  return err({ code: 'too-large', maxBytes: CARRY_LIMITS.bytes })
}

function padded(n: number): string {
  return String(n).padStart(4, '0')
}

function asciiOf(office: OfficeId): string {
  return office.replace(/[^A-Za-z0-9-]/g, '_')
}
