// Many rows in one statement with one parameter: PostgreSQL reads them from JSON. Several times quicker than a parameter
// a value, which the driver and the planner each walk through.
import { type InferInsertModel, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Rows } from './database.ts'

const BATCH = 5_000

/**
 * Inserts the rows, every column of the table being given (null where absent): columns with defaults do not get them.
 * @param then what follows the rows, e.g. `ON CONFLICT … DO UPDATE …`
 */
export async function insertRows<T extends PgTable>(
  rows: Rows,
  table: T,
  list: readonly InferInsertModel<T>[],
  then: SQL = sql``,
): Promise<void> {
  const { name, columns } = getTableConfig(table)
  const keys = Object.entries(table).filter(([, c]) => columns.some((known) => known === c)) as [
    string,
    { name: string },
  ][]
  const names = sql.join(
    keys.map(([, c]) => sql.identifier(c.name)),
    sql`, `,
  )
  for (let at = 0; at < list.length; at += BATCH) {
    const part = list.slice(at, at + BATCH).map((row) => {
      const values = row as Readonly<Record<string, unknown>>
      return Object.fromEntries(keys.map(([key, c]) => [c.name, plain(values[key])]))
    })
    await rows.execute(
      sql`INSERT INTO ${sql.identifier(name)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${sql.identifier(name)}, ${JSON.stringify(part)}::json) ${then}`,
    )
  }
}

/** Bytes as PostgreSQL's hex text. */
function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : (value ?? null)
}
