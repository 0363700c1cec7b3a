// The audit trail, the accounts and the catalogue as the console lists them.
import { and, asc, count, desc, eq } from 'drizzle-orm'
import type { AccountDto, ConsoleOutput, ConsoleParsed } from '../../shared/http/console.ts'
import type { Rows } from '../store/database.ts'
import { account, audit, catalogueEntry } from '../store/schema.ts'

export async function listAudit(
  rows: Rows,
  query: ConsoleParsed<'audit.list'>,
): Promise<ConsoleOutput<'audit.list'>> {
  const where = and(
    query.act ? eq(audit.act, query.act) : undefined,
    query.office ? eq(audit.office, query.office) : undefined,
  )
  const [total] = await rows.select({ n: count() }).from(audit).where(where)
  const found = await rows
    .select()
    .from(audit)
    .where(where)
    .orderBy(desc(audit.id))
    .offset(query.offset)
    .limit(query.limit)
  return { total: total?.n ?? 0, rows: found.map(({ account: _account, ...row }) => row) }
}

export async function listAccounts(rows: Rows): Promise<AccountDto[]> {
  const found = await rows.select().from(account).orderBy(asc(account.login))
  return found.map(({ id, login, fullName, role, mustChange, disabledAt, createdAt }) => ({
    id,
    login,
    fullName,
    role,
    mustChange,
    disabled: disabledAt !== null,
    createdAt,
  }))
}

export async function listCatalogue(rows: Rows): Promise<ConsoleOutput<'catalogue.list'>> {
  return rows.select().from(catalogueEntry).orderBy(asc(catalogueEntry.code))
}
