// Passwords of province staff: scrypt from node:crypto, its cost written beside the hash so that it can be raised later.
// At most two are derived at once, because each takes 128 MB while it runs.
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'

const COST = 2 ** 17
const BLOCK = 8
const PARALLEL = 1
const KEY_BYTES = 32
const SALT_BYTES = 16
const MAX_AT_ONCE = 2
const MAX_COST = 2 ** 20

/** Characters of a one-time password: none that is mistaken for another when read from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

let running = 0
const waiting: (() => void)[] = []

/** `scrypt$cost$salt$key`, salt and key in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST)
  return `scrypt$${COST}$${salt.toString('base64')}$${key.toString('base64')}`
}

/** Whether the password fits. A null hash (no such account) takes as long as a real one and never fits. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [scheme, cost, salt, key] = (hash ?? '').split('$')
  const costNumber = Number(cost)
  if (scheme !== 'scrypt' || !salt || !key || !(costNumber > 1 && costNumber <= MAX_COST)) {
    await derive(password, Buffer.alloc(SALT_BYTES), COST)
    return false
  }
  const expected = Buffer.from(key, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), costNumber)
  return expected.byteLength === actual.byteLength && timingSafeEqual(actual, expected)
}

/** Four groups of four characters, about 79 bits; must be changed at the first sign-in. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

async function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await new Promise<Buffer>((settle, fail) => {
      const options = { N: cost, r: BLOCK, p: PARALLEL, maxmem: 256 * cost * BLOCK }
      // NFC: the same password typed on another keyboard layout is the same password.
      scrypt(password.normalize('NFC'), salt, KEY_BYTES, options, (error, key) =>
        error ? fail(error) : settle(key),
      )
    })
  } finally {
    running--
    waiting.shift()?.()
  }
}
