// Finds records by their match key: many at once in one pass over the declared fields' columns, one by an index over a
// hash of the key. A hash only leads to candidates; the key itself decides.
import { hash } from 'node:crypto'
import type { FieldId, Values } from '../shared/registers/define.ts'
import { matchKeyOf } from '../shared/registers/matchKey.ts'
import type { ReadableDB, SqlValue } from './Connection.ts'
import { columnOf, decodeValue, idColumnOf, type Projection, quote } from './projection.ts'

/** What the index holds of a key: 48 bits, exact in a JavaScript number; null for no key. */
export function matchHash(key: string): number | null {
  return key === '' ? null : hash('sha256', key, 'buffer').readUIntBE(0, 6)
}

/** Ids of the live records that have these values' match key, in order of creation; none when they have no key. */
export function sameKeyOf(db: ReadableDB, projection: Projection, values: Values): string[] {
  const { register } = projection
  const key = matchKeyOf(register, values)
  const hashed = matchHash(key)
  if (hashed === null) return []
  const where = 't.match_hash = ? AND t.deleted = 0'
  return [...keysWhere(db, projection, register.matchKey, where, hashed)]
    .filter((found) => found.key === key)
    .map((found) => found.id)
}

/** Key → ids of the live records that have it, in order of creation; one pass over those columns only. */
export function matchIndexOf(
  db: ReadableDB,
  projection: Projection,
  fields: readonly FieldId[],
): Map<string, string[]> {
  return indexOf(keysWhere(db, projection, fields, 't.deleted = 0'))
}

/** matchIndexOf for the register's own key, only of keys whose hash more than one live record has: few rows are read. */
export function sharedKeysOf(db: ReadableDB, projection: Projection): Map<string, string[]> {
  const shared = `SELECT match_hash FROM ${quote(projection.table)} WHERE deleted = 0
    GROUP BY match_hash HAVING count(*) > 1`
  const where = `t.deleted = 0 AND t.match_hash IN (${shared})`
  return indexOf(keysWhere(db, projection, projection.register.matchKey, where))
}

function indexOf(found: Iterable<{ readonly id: string; readonly key: string }>): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const { id, key } of found) {
    if (key === '') continue
    const ids = index.get(key)
    if (ids) ids.push(id)
    else index.set(key, [id])
  }
  return index
}

function* keysWhere(
  db: ReadableDB,
  projection: Projection,
  fields: readonly FieldId[],
  where: string,
  ...params: readonly SqlValue[]
): IterableIterator<{ id: string; key: string }> {
  const known = fields.flatMap((id) => projection.fields.get(id) ?? [])
  const columns = known.map((f) => {
    const second = f.type === 'ref' ? `t.${quote(idColumnOf(f.id))}` : 'NULL'
    return `t.${quote(columnOf(f.id))}, ${second}`
  })
  const rows = db.iterate<SqlValue[]>(
    `SELECT record.id${columns.map((c) => `, ${c}`).join('')} FROM ${quote(projection.table)} t
     JOIN record ON record.no = t.no WHERE ${where} ORDER BY t.no`,
    ...params,
  )
  for (const [id, ...cells] of rows) {
    const values: Values = Object.fromEntries(
      known.map((f, i) => [f.id, decodeValue(f, cells[2 * i] ?? null, cells[2 * i + 1] ?? null)]),
    )
    yield { id: String(id), key: matchKeyOf(projection.register, values, fields) }
  }
}
