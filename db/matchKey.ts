// Finds records by their match key: one pass over the declared fields' columns.
import type { FieldId, Values } from '../shared/registers/define.ts'
import { matchKeyOf } from '../shared/registers/matchKey.ts'
import type { ReadableDB, SqlValue } from './Connection.ts'
import { columnOf, decodeValue, idColumnOf, type Projection, quote } from './projection.ts'

/** Key → ids of the live records that have it, in order of creation; one pass over those columns only. */
export function matchIndexOf(
  db: ReadableDB,
  projection: Projection,
  fields: readonly FieldId[],
): Map<string, string[]> {
  const known = fields.flatMap((id) => projection.fields.get(id) ?? [])
  const columns = known.map((f) => {
    const second = f.type === 'ref' ? `t.${quote(idColumnOf(f.id))}` : 'NULL'
    return `t.${quote(columnOf(f.id))}, ${second}`
  })
  const index = new Map<string, string[]>()
  const rows = db.iterate<SqlValue[]>(
    `SELECT record.id${columns.map((c) => `, ${c}`).join('')} FROM ${quote(projection.table)} t
     JOIN record ON record.no = t.no WHERE t.deleted = 0 ORDER BY t.no`,
  )
  for (const [id, ...cells] of rows) {
    const values: Values = Object.fromEntries(
      known.map((f, i) => [f.id, decodeValue(f, cells[2 * i] ?? null, cells[2 * i + 1] ?? null)]),
    )
    const key = matchKeyOf(projection.register, values, fields)
    if (key === '') continue
    const ids = index.get(key)
    if (ids) ids.push(String(id))
    else index.set(key, [String(id)])
  }
  return index
}
