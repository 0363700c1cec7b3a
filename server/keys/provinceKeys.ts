// The province's own keys: Ed25519 to seal replies and packs, age to open carried files. They lie in the database sealed
// with XChaCha20-Poly1305 under 32 bytes of a key file that only the server's user may read. A copy of the database
// alone cannot seal anything; whoever holds both files is the province, so the key file is backed up apart.
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { keyId, signingKeyFrom } from '../../shared/bundle/ed25519.ts'
import type { ProvinceId, SigningKey } from '../../shared/bundle/types.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { CATALOGUE } from '../../shared/sample/catalogue.ts'
import { type Database, inTransaction } from '../store/database.ts'
import { catalogueEntry, province } from '../store/schema.ts'

export type ProvinceKeys = {
  readonly id: ProvinceId
  readonly signing: SigningKey
  /** `age1…`, given to offices in their packs. */
  readonly recipient: string
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
}

/** What a province is made with when the database holds none. */
export type FirstRun = { readonly name: string; readonly now: number }

export type KeyError = { readonly code: 'key-file-missing' } | { readonly code: 'key-file-wrong' }

const KEY_BYTES = 32
const NONCE_BYTES = 24

/**
 * The province's keys, drawn and stored on the first run of an empty database.
 * @param keyFile 0600 file of 64 hex digits; made when neither it nor a province exists yet
 */
export async function openProvinceKeys(
  db: Database,
  keyFile: string,
  first: FirstRun,
): Promise<Result<ProvinceKeys, KeyError>> {
  const found = await db.select().from(province)
  const row = found[0]
  const fileKey = await readKeyFile(keyFile)
  if (!row) {
    const key = fileKey ?? (await makeKeyFile(keyFile))
    await createProvince(db, key, first)
    // Another process may have been first: what the table holds is the province.
    return openProvinceKeys(db, keyFile, first)
  }
  if (!fileKey) return err({ code: 'key-file-missing' })
  const secret = unseal(fileKey, row.sealedSecret, 'signing')
  const identity = unseal(fileKey, row.sealedIdentity, 'age')
  if (!secret || !identity) return err({ code: 'key-file-wrong' })
  return ok({
    id: row.id,
    signing: { secret, public: row.publicKey },
    recipient: row.recipient,
    identity: new TextDecoder().decode(identity),
  })
}

/** Id of the province's own chain for one office: no office sees how much was written to another. */
export function ownDeviceId(publicKey: Uint8Array, office: string): string {
  const tag = utf8ToBytes(`so-du-lieu/own/1/${office}`)
  return keyId(new Uint8Array([...publicKey, ...tag]))
}

async function createProvince(db: Database, key: Uint8Array, { name, now }: FirstRun): Promise<void> {
  const { secret, public: publicKey } = signingKeyFrom(new Uint8Array(randomBytes(KEY_BYTES)))
  const identity = await generateIdentity()
  const row = {
    id: keyId(publicKey),
    name,
    publicKey,
    sealedSecret: seal(key, secret, 'signing'),
    recipient: await identityToRecipient(identity),
    sealedIdentity: seal(key, utf8ToBytes(identity), 'age'),
    createdAt: now,
  }
  await inTransaction(db, async (tx) => {
    const made = await tx.insert(province).values(row).onConflictDoNothing().returning({ id: province.id })
    // A new province has a list of systems to pick from at once; it changes it on the console.
    if (made.length > 0)
      await tx
        .insert(catalogueEntry)
        .values([...CATALOGUE])
        .onConflictDoNothing()
  })
}

function seal(key: Uint8Array, plain: Uint8Array, purpose: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = xchacha20poly1305(key, nonce, utf8ToBytes(purpose)).encrypt(plain)
  return new Uint8Array([...nonce, ...sealed])
}

function unseal(key: Uint8Array, bytes: Uint8Array, purpose: string): Uint8Array | null {
  try {
    const cipher = xchacha20poly1305(key, bytes.subarray(0, NONCE_BYTES), utf8ToBytes(purpose))
    return cipher.decrypt(bytes.subarray(NONCE_BYTES))
  } catch {
    // The tag does not fit: another province's key file.
    return null
  }
}

async function readKeyFile(file: string): Promise<Uint8Array | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const hex = text?.trim() ?? ''
  if (!/^[0-9a-f]{64}$/.test(hex)) return null
  if (process.platform !== 'win32') await chmod(file, 0o600)
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

async function makeKeyFile(file: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES)
  await mkdir(dirname(file), { recursive: true, mode: 0o711 })
  // Exclusive: two first runs never end with two keys.
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return new Uint8Array(key)
}
