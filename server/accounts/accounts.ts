// Accounts of province staff: made by an administrator with a one-time password that must be changed at the first
// sign-in, disabled and never deleted, because the audit trail names them.
import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, SERVER_ACTOR, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Rows, sqlState } from '../store/database.ts'
import { account, type Role, session } from '../store/schema.ts'
import { hashPassword, isPassword, oneTimePassword } from './password.ts'

export type AccountError =
  | { readonly code: 'login-taken' }
  | { readonly code: 'no-such-account' }
  | { readonly code: 'last-admin' }
  | { readonly code: 'weak-password' }
  | { readonly code: 'wrong-password' }

export type NewAccount = { readonly login: string; readonly fullName: string; readonly role: Role }

const MIN_PASSWORD = 10
const UNIQUE_VIOLATION = '23505'

/** The first administrator of an empty database, or null when there is an account already. */
export async function ensureFirstAdmin(
  province: Province,
): Promise<{ login: string; password: string } | null> {
  const [found] = await province.db.select({ n: count() }).from(account)
  if (found && found.n > 0) return null
  const made = await createAccount(province, SERVER_ACTOR, {
    login: 'quantri',
    fullName: 'Quản trị',
    role: 'admin',
  })
  return made.ok ? { login: 'quantri', password: made.value.password } : null
}

/** @returns the one-time password, shown once and stored nowhere in plain */
export async function createAccount(
  province: Province,
  actor: Actor,
  input: NewAccount,
): Promise<Result<{ id: number; password: string }, AccountError>> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  try {
    return await inTransaction(province.db, async (tx) => {
      const [row] = await tx
        .insert(account)
        .values({ ...input, password: hash, mustChange: true, createdAt: province.now() })
        .returning({ id: account.id })
      if (!row) throw new Error('insert returned no row')
      await writeAudit(tx, actor, province.now(), {
        act: 'account-created',
        subject: input.login,
        detail: { role: input.role },
      })
      return ok({ id: row.id, password })
    })
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) return err({ code: 'login-taken' })
    throw error
  }
}

/** Disables (ending every session) or enables an account; the last administrator who can sign in stays. */
export async function setAccountDisabled(
  province: Province,
  actor: Actor,
  accountId: number,
  disabled: boolean,
): Promise<Result<null, AccountError>> {
  return inTransaction(province.db, async (tx) => {
    const [row] = await tx.select().from(account).where(eq(account.id, accountId)).for('update')
    if (!row) return err({ code: 'no-such-account' })
    if (disabled && row.role === 'admin' && !(await hasOtherAdmin(tx, accountId)))
      return err({ code: 'last-admin' })
    await tx
      .update(account)
      .set({ disabledAt: disabled ? province.now() : null })
      .where(eq(account.id, accountId))
    if (disabled) await tx.delete(session).where(eq(session.account, accountId))
    await writeAudit(tx, actor, province.now(), {
      act: disabled ? 'account-disabled' : 'account-enabled',
      subject: row.login,
    })
    return ok(null)
  })
}

/** A new one-time password for someone who lost theirs; ends every session of the account. */
export async function resetPassword(
  province: Province,
  actor: Actor,
  accountId: number,
): Promise<Result<{ password: string }, AccountError>> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  return inTransaction(province.db, async (tx) => {
    const [row] = await tx
      .update(account)
      .set({ password: hash, mustChange: true, failed: 0, lockedUntil: 0 })
      .where(eq(account.id, accountId))
      .returning({ login: account.login })
    if (!row) return err({ code: 'no-such-account' })
    await tx.delete(session).where(eq(session.account, accountId))
    await writeAudit(tx, actor, province.now(), { act: 'account-reset', subject: row.login })
    return ok({ password })
  })
}

/** The account's own change of password; other sessions of the account end. */
export async function changePassword(
  province: Province,
  actor: Actor & { readonly account: number },
  input: { readonly old: string; readonly fresh: string; readonly keepSession: Uint8Array },
): Promise<Result<null, AccountError>> {
  const [row] = await province.db.select().from(account).where(eq(account.id, actor.account))
  if (!row) return err({ code: 'no-such-account' })
  if (!(await isPassword(input.old, row.password))) return err({ code: 'wrong-password' })
  if (!isStrong(input.fresh, row.login) || input.fresh === input.old) return err({ code: 'weak-password' })
  const hash = await hashPassword(input.fresh)
  return inTransaction(province.db, async (tx) => {
    await tx.update(account).set({ password: hash, mustChange: false }).where(eq(account.id, row.id))
    await tx.delete(session).where(and(eq(session.account, row.id), ne(session.tokenHash, input.keepSession)))
    await writeAudit(tx, actor, province.now(), { act: 'password-changed', subject: row.login })
    return ok(null)
  })
}

/** At least 10 characters, not one repeated, not the sign-in name. Length over rules, as OWASP ASVS 6.2 asks. */
function isStrong(password: string, login: string): boolean {
  const text = password.normalize('NFC')
  return (
    [...text].length >= MIN_PASSWORD &&
    new Set(text).size >= 4 &&
    !text.toLowerCase().includes(login.toLowerCase())
  )
}

async function hasOtherAdmin(tx: Rows, accountId: number): Promise<boolean> {
  const found = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.role, 'admin'), isNull(account.disabledAt), ne(account.id, accountId)))
    .for('update')
  return found.length > 0
}
