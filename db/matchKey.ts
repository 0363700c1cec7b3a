// The key by which an import finds the record that a row means: the declared fields' texts, folded, in order.
import type { FieldId, Register, Values } from '../shared/registers/define.ts'
import { foldKey } from '../shared/text/fold.ts'
import type { ReadableDB, SqlValue } from './Connection.ts'
import { columnOf, decodeValue, idColumnOf, type Projection, quote } from './projection.ts'
import { valueText } from './searchText.ts'

const SEPARATOR = '\u001f'

/** The key of one row's values; the same function makes the index. */
export function matchKeyOf(register: Register, fields: readonly FieldId[], values: Values): string {
  const byId = new Map(register.fields.map((f) => [f.id, f]))
  return fields
    .map((id) => {
      const field = byId.get(id)
      return field ? foldKey(valueText(field, values[id])) : ''
    })
    .join(SEPARATOR)
}

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
    const key = matchKeyOf(projection.register, fields, values)
    const ids = index.get(key)
    if (ids) ids.push(String(id))
    else index.set(key, [String(id)])
  }
  return index
}
