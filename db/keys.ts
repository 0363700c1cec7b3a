// The key file beside the database: the store's 32-byte key, wrapped once a person and once for the recovery code. A
// person's slot needs the PIN and the keystore of this Windows account together; the recovery code opens alone. There is
// no default passphrase: when no slot opens, the store stays shut. The key itself is never written anywhere.
import { createHash, hkdfSync, randomBytes, randomUUID, scrypt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { z } from 'zod'
import { err, ok, type Result } from '../shared/result.ts'
import { writeFileAtomically } from './atomicFile.ts'
import type { Keystore } from './Keystore.ts'
import { formatRecoveryCode, parseRecoveryCode } from './recoveryCode.ts'

export type KeyRefusal =
  | { readonly code: 'keys-missing' }
  | { readonly code: 'keys-damaged' }
  | { readonly code: 'keys-newer'; readonly version: number }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'wrong-pin'; readonly failures: number; readonly waitMs: number }
  /** Too many wrong PINs: nothing was tried. */
  | { readonly code: 'pin-wait'; readonly waitMs: number }
  | { readonly code: 'pin-too-short'; readonly min: number }
  /** This Windows account's part of the key is gone: only the recovery code opens. */
  | { readonly code: 'keystore-missing' }
  /** The recovery code was mistyped: its check character does not fit. */
  | { readonly code: 'recovery-mistyped' }
  /** A well-formed code of another store, or one that was replaced. */
  | { readonly code: 'recovery-wrong' }

export const MIN_PIN = 6
export const KEY_FILE = 'store.keys.json'
const SPARE = 'store.keys.spare.json'
const ATTEMPTS = 'store.attempts.json'
const VERSION = 1

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const slotSchema = z.object({
  id: z.string().min(1).max(60),
  kind: z.enum(['person', 'recovery']),
  name: z.string().max(200),
  /** scrypt for a PIN; the recovery code's 160 random bits need no slowing down. Bounds keep a bent file from eating memory. */
  kdf: z.union([
    z.object({
      name: z.literal('scrypt'),
      log2N: z.number().int().min(10).max(18),
      r: z.literal(8),
      p: z.literal(1),
    }),
    z.object({ name: z.literal('hkdf-sha256') }),
  ]),
  salt: hex(32),
  nonce: hex(24),
  wrapped: hex(48),
})
const fileSchema = z.object({
  format: z.literal('so-du-lieu/keys'),
  version: z.literal(VERSION),
  /** Fingerprint of the wrapped key: tells a foreign key from a damaged database. */
  keyId: hex(8),
  slots: z.array(slotSchema).max(100),
})
type Slot = z.infer<typeof slotSchema>
type KeyFile = z.infer<typeof fileSchema>

export type KeyOptions = {
  /** Folder of the store. */
  readonly dir: string
  readonly keystore: Keystore
  readonly now?: () => number
  /** Cost of a PIN guess, log2 of scrypt's N; 17 (0.4 s, 128 MB) unless a test says less. */
  readonly log2N?: number
}

/** First 8 bytes of SHA-256 over a label and the key, hex. */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('so-du-lieu/key-id/1').update(key).digest('hex').slice(0, 16)
}

/**
 * Draws a store's key and writes its key file with a first person and a recovery code.
 * @returns the 32-byte key, the person's id and the code to print once; it is not kept.
 */
export async function createKeyFile(
  options: KeyOptions,
  person: { readonly name: string; readonly pin: string },
): Promise<Result<{ key: Uint8Array; personId: string; recoveryCode: string }, KeyRefusal>> {
  if (tooShort(person.pin)) return err({ code: 'pin-too-short', min: MIN_PIN })
  const key = new Uint8Array(randomBytes(32))
  const personId = randomUUID()
  const slot = await personSlot(options, key, personId, person.name, person.pin)
  const recovery = recoverySlot(key)
  write(options.dir, {
    format: 'so-du-lieu/keys',
    version: VERSION,
    keyId: keyIdOf(key),
    slots: [slot, recovery.slot],
  })
  return ok({ key, personId, recoveryCode: recovery.code })
}

/** Who can open the store; readable while it is locked. */
export function listPersons(dir: string): Result<Persons, KeyRefusal> {
  const file = read(dir)
  return file.ok ? ok(personsOf(file.value)) : file
}

/** The same of one key file, e.g. a snapshot's. */
export function listPersonsIn(path: string): Result<Persons, KeyRefusal> {
  const file = readOne(path)
  return file.ok ? ok(personsOf(file.value)) : file
}

type Persons = { id: string; name: string }[]

function personsOf(file: KeyFile): Persons {
  return file.slots.filter((s) => s.kind === 'person').map(({ id, name }) => ({ id, name }))
}

/**
 * Opens a person's slot. Every try is counted on disk before it is made; from the fifth wrong one on, each doubles a
 * wait (5 s, 10 s, … at most 5 minutes).
 * @returns the store's key, 32 bytes.
 */
export async function unlock(
  options: KeyOptions,
  personId: string,
  pin: string,
): Promise<Result<Uint8Array, KeyRefusal>> {
  const file = read(options.dir)
  if (!file.ok) return file
  const slot = file.value.slots.find((s) => s.kind === 'person' && s.id === personId)
  if (!slot) return err({ code: 'unknown-person' })
  const now = options.now ?? Date.now
  const attempts = readAttempts(options.dir)
  const before = attempts[personId] ?? { failures: 0, notBefore: 0 }
  const waitMs = waitLeft(before, now())
  if (waitMs > 0) return err({ code: 'pin-wait', waitMs })
  const secret = await options.keystore.get(keystoreName(file.value.keyId, personId))
  if (!secret) return err({ code: 'keystore-missing' })
  const failures = before.failures + 1
  writeAttempts(options.dir, { ...attempts, [personId]: { failures, notBefore: now() + delayMs(failures) } })
  const key = unwrap(slot, await kek(slot, pin, secret))
  if (!key) return err({ code: 'wrong-pin', failures, waitMs: delayMs(failures) })
  const { [personId]: _done, ...others } = readAttempts(options.dir)
  writeAttempts(options.dir, others)
  return ok(key)
}

/** Opens the store with the recovery code alone and gives that person a new PIN bound to this machine's keystore. */
export async function recover(
  options: KeyOptions,
  code: string,
  personId: string,
  newPin: string,
): Promise<Result<Uint8Array, KeyRefusal>> {
  if (tooShort(newPin)) return err({ code: 'pin-too-short', min: MIN_PIN })
  const file = read(options.dir)
  if (!file.ok) return file
  const key = keyOfRecovery(file.value, code)
  if (!key.ok) return key
  const slot = file.value.slots.find((s) => s.kind === 'person' && s.id === personId)
  if (!slot) return err({ code: 'unknown-person' })
  const fresh = await personSlot(options, key.value, personId, slot.name, newPin)
  replaceSlot(options.dir, file.value, fresh)
  const { [personId]: _done, ...others } = readAttempts(options.dir)
  writeAttempts(options.dir, others)
  return key
}

/** The store's key by the recovery code alone; nobody's PIN changes. */
export function keyByRecoveryCode(dir: string, code: string): Result<Uint8Array, KeyRefusal> {
  const file = read(dir)
  return file.ok ? keyOfRecovery(file.value, code) : file
}

/** Whether a code is this store's, before it is printed again. */
export function checkRecoveryCode(dir: string, code: string): Result<true, KeyRefusal> {
  const file = read(dir)
  if (!file.ok) return file
  const key = keyOfRecovery(file.value, code)
  return key.ok ? ok(true) : key
}

/** @param key of the open store: whoever adds a person has opened it. */
export async function addPerson(
  options: KeyOptions,
  key: Uint8Array,
  person: { readonly name: string; readonly pin: string },
): Promise<Result<{ personId: string }, KeyRefusal>> {
  if (tooShort(person.pin)) return err({ code: 'pin-too-short', min: MIN_PIN })
  const file = read(options.dir)
  if (!file.ok) return file
  mustBeOurs(file.value, key)
  const personId = randomUUID()
  const slot = await personSlot(options, key, personId, person.name, person.pin)
  write(options.dir, { ...file.value, slots: [...file.value.slots, slot] })
  return ok({ personId })
}

/** Takes a person's slot away, e.g. of an officer who moved. The last one stays. */
export function removePerson(dir: string, key: Uint8Array, personId: string): Result<true, KeyRefusal> {
  const file = read(dir)
  if (!file.ok) return file
  mustBeOurs(file.value, key)
  const slots = file.value.slots.filter((s) => s.id !== personId)
  if (slots.length === file.value.slots.length || !slots.some((s) => s.kind === 'person')) {
    return err({ code: 'unknown-person' })
  }
  write(dir, { ...file.value, slots })
  return ok(true)
}

export async function changePin(
  options: KeyOptions,
  personId: string,
  oldPin: string,
  newPin: string,
): Promise<Result<true, KeyRefusal>> {
  if (tooShort(newPin)) return err({ code: 'pin-too-short', min: MIN_PIN })
  const key = await unlock(options, personId, oldPin)
  if (!key.ok) return key
  const file = read(options.dir)
  if (!file.ok) return file
  const name = file.value.slots.find((s) => s.id === personId)!.name
  replaceSlot(options.dir, file.value, await personSlot(options, key.value, personId, name, newPin))
  return ok(true)
}

/** A new recovery code; the old sheet opens nothing from then on. */
export function replaceRecoveryCode(
  dir: string,
  key: Uint8Array,
): Result<{ recoveryCode: string }, KeyRefusal> {
  const file = read(dir)
  if (!file.ok) return file
  mustBeOurs(file.value, key)
  const { slot, code } = recoverySlot(key)
  replaceSlot(dir, file.value, slot)
  return ok({ recoveryCode: code })
}

/** Fingerprint of the key that one key file wraps, e.g. a snapshot's; null when it cannot be read. */
export function keyIdIn(path: string): string | null {
  const file = readOne(path)
  return file.ok ? file.value.keyId : null
}

/** Whether the folder's key file is lost or ruined. One of a newer version is neither, and must never be replaced. */
export function lacksKeyFile(dir: string): boolean {
  const file = read(dir)
  return !file.ok && file.error.code !== 'keys-newer'
}

/** Fingerprint of the key that this folder's key file wraps; null when the file cannot be read. */
export function keyIdInFolder(dir: string): string | null {
  const file = read(dir)
  return file.ok ? file.value.keyId : null
}

// Slots

function keystoreName(keyId: string, personId: string): string {
  return `store-${keyId}-${personId}`
}

async function personSlot(
  options: KeyOptions,
  key: Uint8Array,
  id: string,
  name: string,
  pin: string,
): Promise<Slot> {
  const secret = new Uint8Array(randomBytes(32))
  // In the keystore first: a power cut between the two leaves the old slot, whose secret it replaces only if it is new.
  const keystoreKey = keystoreName(keyIdOf(key), id)
  const kept = await options.keystore.get(keystoreKey)
  if (!kept) await options.keystore.set(keystoreKey, secret)
  const head = {
    id,
    kind: 'person' as const,
    name: name.normalize('NFC'),
    kdf: { name: 'scrypt' as const, log2N: options.log2N ?? 17, r: 8 as const, p: 1 as const },
    salt: randomBytes(32).toString('hex'),
  }
  return wrap(head, key, await kek(head, pin, kept ?? secret))
}

function recoverySlot(key: Uint8Array): { slot: Slot; code: string } {
  const secret = new Uint8Array(randomBytes(20))
  const head = {
    id: 'recovery',
    kind: 'recovery' as const,
    name: '',
    kdf: { name: 'hkdf-sha256' as const },
    salt: randomBytes(32).toString('hex'),
  }
  return { slot: wrap(head, key, hkdf(secret, head)), code: formatRecoveryCode(secret) }
}

function keyOfRecovery(file: KeyFile, code: string): Result<Uint8Array, KeyRefusal> {
  const secret = parseRecoveryCode(code)
  if (!secret) return err({ code: 'recovery-mistyped' })
  for (const slot of file.slots.filter((s) => s.kind === 'recovery')) {
    const key = unwrap(slot, hkdf(secret, slot))
    if (key) return ok(key)
  }
  return err({ code: 'recovery-wrong' })
}

type SlotHead = Pick<Slot, 'id' | 'kind' | 'name' | 'kdf' | 'salt'>

/** PIN and keystore secret together: neither a stolen disk nor a shoulder-surfed PIN opens alone. */
async function kek(slot: SlotHead, pin: string, keystoreSecret: Uint8Array): Promise<Uint8Array> {
  if (slot.kdf.name !== 'scrypt') throw new Error('a person slot is derived by scrypt')
  const { log2N, r, p } = slot.kdf
  const stretched = await stretch(pin.normalize('NFKC'), Buffer.from(slot.salt, 'hex'), 2 ** log2N, r, p)
  const input = Buffer.concat([stretched, keystoreSecret])
  return hkdf(input, slot)
}

/** The platform's scrypt, or noble's where the platform's crypto library lacks it. */
function stretch(pin: string, salt: Uint8Array, N: number, r: number, p: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, { N, r, p, maxmem: 128 * N * r + 1024 * 1024 }, (error, derived) => {
      if (!error) resolve(new Uint8Array(derived))
      else scryptAsync(pin, salt, { N, r, p, dkLen: 32, maxmem: 128 * N * r + 2 ** 20 }).then(resolve, reject)
    })
  })
}

function hkdf(input: Uint8Array, slot: SlotHead): Uint8Array {
  const salt = Buffer.from(slot.salt, 'hex')
  return new Uint8Array(hkdfSync('sha256', input, salt, `so-du-lieu/slot/1/${slot.kind}/${slot.id}`, 32))
}

/** What the seal vouches for besides the key: a slot cannot be given another's name or a cheaper derivation. */
function slotAad(slot: SlotHead): Uint8Array {
  return Buffer.from(
    JSON.stringify(['so-du-lieu/slot/1', slot.id, slot.kind, slot.name, slot.kdf, slot.salt]),
  )
}

function wrap(head: SlotHead, key: Uint8Array, wrappingKey: Uint8Array): Slot {
  const nonce = new Uint8Array(randomBytes(24))
  const wrapped = xchacha20poly1305(wrappingKey, nonce, slotAad(head)).encrypt(key)
  return { ...head, nonce: Buffer.from(nonce).toString('hex'), wrapped: Buffer.from(wrapped).toString('hex') }
}

function unwrap(slot: Slot, wrappingKey: Uint8Array): Uint8Array | null {
  const nonce = new Uint8Array(Buffer.from(slot.nonce, 'hex'))
  const cipher = xchacha20poly1305(wrappingKey, nonce, slotAad(slot))
  try {
    return cipher.decrypt(new Uint8Array(Buffer.from(slot.wrapped, 'hex')))
  } catch {
    // The tag does not fit: a wrong PIN, code or keystore secret. noble says so only by throwing.
    return null
  }
}

// The file

function read(dir: string): Result<KeyFile, KeyRefusal> {
  const main = readOne(join(dir, KEY_FILE))
  if (main.ok || main.error.code === 'keys-newer') return main
  const spare = readOne(join(dir, SPARE))
  return spare.ok ? spare : main
}

function readOne(path: string): Result<KeyFile, KeyRefusal> {
  if (!existsSync(path)) return err({ code: 'keys-missing' })
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Torn or overwritten: the spare takes its place.
    return err({ code: 'keys-damaged' })
  }
  const version = z
    .object({ format: z.literal('so-du-lieu/keys'), version: z.number().int() })
    .safeParse(json)
  if (version.success && version.data.version > VERSION) {
    return err({ code: 'keys-newer', version: version.data.version })
  }
  const parsed = fileSchema.safeParse(json)
  return parsed.success ? ok(parsed.data) : err({ code: 'keys-damaged' })
}

function write(dir: string, file: KeyFile): void {
  const bytes = Buffer.from(`${JSON.stringify(fileSchema.parse(file), null, 2)}\n`)
  writeFileAtomically(join(dir, KEY_FILE), bytes)
  // The spare is a mirror, not a history: an older one would still open with a PIN that was changed or taken away.
  writeFileAtomically(join(dir, SPARE), bytes)
}

function replaceSlot(dir: string, file: KeyFile, slot: Slot): void {
  write(dir, { ...file, slots: [...file.slots.filter((s) => s.id !== slot.id), slot] })
}

function mustBeOurs(file: KeyFile, key: Uint8Array): void {
  if (file.keyId !== keyIdOf(key)) throw new Error('that key is not of this key file')
}

function tooShort(pin: string): boolean {
  return [...pin.normalize('NFKC')].length < MIN_PIN
}

// Wrong tries

const attemptsSchema = z.record(
  z.string(),
  z.object({ failures: z.number().int().min(0), notBefore: z.number() }),
)
type Attempts = z.infer<typeof attemptsSchema>

const FREE_TRIES = 4
const MAX_DELAY_MS = 5 * 60_000

function delayMs(failures: number): number {
  return failures <= FREE_TRIES ? 0 : Math.min(MAX_DELAY_MS, 5_000 * 2 ** (failures - FREE_TRIES - 1))
}

/** Never longer than that try's own delay, so that a clock set back to 1990 does not lock anybody out. */
function waitLeft(attempt: { failures: number; notBefore: number }, now: number): number {
  return Math.max(0, Math.min(attempt.notBefore - now, delayMs(attempt.failures)))
}

function readAttempts(dir: string): Attempts {
  const path = join(dir, ATTEMPTS)
  if (!existsSync(path)) return {}
  try {
    return attemptsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // A torn counter only forgets waits; the keystore's part still guards the key.
    return {}
  }
}

function writeAttempts(dir: string, attempts: Attempts): void {
  writeFileAtomically(join(dir, ATTEMPTS), Buffer.from(JSON.stringify(attempts)))
}
