// Signing in, and who a request comes from. A session is a row, known by the hash of a random token that only the
// browser's cookie holds; it ends after two hours without use, after twelve in any case, and at once when the account
// is disabled.
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { err, ok, type Result } from '../../shared/result.ts'
import { writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { account, type Role, session } from '../store/schema.ts'
import { isPassword } from './password.ts'

export type SignedIn = {
  readonly account: number
  readonly login: string
  readonly fullName: string
  readonly role: Role
  readonly mustChange: boolean
  readonly tokenHash: Uint8Array
}

export type SignInError =
  | { readonly code: 'wrong-sign-in' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }

const IDLE_MS = 2 * 60 * 60_000
const LONGEST_MS = 12 * 60 * 60_000
const TOKEN_BYTES = 32
const TOUCH_EVERY_MS = 60_000
const FREE_TRIES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000

/**
 * Checks the password and opens a session. A name that does not exist takes as long and gets the same answer.
 * After five wrong tries the account waits, longer each time, counted in the database for all processes.
 * @returns the token for the cookie
 */
export async function signIn(
  province: Province,
  input: { readonly login: string; readonly password: string; readonly address: string },
): Promise<Result<{ token: string }, SignInError>> {
  const now = province.now()
  const login = input.login.trim().toLowerCase()
  const [row] = await province.db.select().from(account).where(eq(account.login, login))
  if (row && row.lockedUntil > now)
    return err({ code: 'too-many-tries', waitSeconds: Math.ceil((row.lockedUntil - now) / 1_000) })
  const fits = await isPassword(input.password, row?.disabledAt === null ? row.password : null)
  const actor = {
    account: row?.id ?? null,
    name: login.slice(0, 100).replaceAll('\0', ''),
    address: input.address,
  }
  if (!row || !fits) {
    if (row) await countFailure(province, row.id, now)
    await writeAudit(province.db, actor, now, { act: 'sign-in-failed', subject: actor.name })
    return err({ code: 'wrong-sign-in' })
  }
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await province.db.update(account).set({ failed: 0, lockedUntil: 0 }).where(eq(account.id, row.id))
  await province.db.delete(session).where(lt(session.expiresAt, now))
  await province.db.insert(session).values({
    tokenHash: hashToken(token),
    account: row.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + LONGEST_MS,
    address: input.address,
  })
  await writeAudit(province.db, actor, now, { act: 'sign-in', subject: row.login })
  return ok({ token })
}

/** Who that token belongs to, or null: unknown, ended, or the account was disabled. */
export async function whoIs(province: Province, token: string): Promise<SignedIn | null> {
  const now = province.now()
  const tokenHash = hashToken(token)
  const [found] = await province.db
    .select({ session, account })
    .from(session)
    .innerJoin(account, eq(account.id, session.account))
    .where(
      and(
        eq(session.tokenHash, tokenHash),
        gt(session.expiresAt, now),
        gt(session.lastSeenAt, now - IDLE_MS),
        isNull(account.disabledAt),
      ),
    )
  if (!found) return null
  if (now - found.session.lastSeenAt > TOUCH_EVERY_MS) {
    await province.db.update(session).set({ lastSeenAt: now }).where(eq(session.tokenHash, tokenHash))
  }
  const { id, login, fullName, role, mustChange } = found.account
  return { account: id, login, fullName, role, mustChange, tokenHash }
}

export async function signOut(province: Province, who: SignedIn, address: string): Promise<void> {
  await province.db.delete(session).where(eq(session.tokenHash, who.tokenHash))
  await writeAudit(province.db, { account: who.account, name: who.login, address }, province.now(), {
    act: 'sign-out',
    subject: who.login,
  })
}

async function countFailure(province: Province, accountId: number, now: number): Promise<void> {
  const [row] = await province.db
    .update(account)
    .set({ failed: sql`${account.failed} + 1` })
    .where(eq(account.id, accountId))
    .returning({ failed: account.failed })
  const over = (row?.failed ?? 0) - FREE_TRIES
  if (over < 0) return
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(over, 20))
  await province.db
    .update(account)
    .set({ lockedUntil: now + waitMs })
    .where(eq(account.id, accountId))
}

function hashToken(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
