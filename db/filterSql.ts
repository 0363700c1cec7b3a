// A grid's filters as SQL on a projection. Field names come from the definition, values are always bound.
import type { Field } from '../shared/registers/define.ts'
import { foldVietnamese } from '../shared/text/fold.ts'
import type { SqlValue } from './Connection.ts'
import type { Filter, RecordQuery } from './OfficeStore.ts'
import { columnOf, idColumnOf, type Projection, quote } from './projection.ts'

export type Where = { readonly sql: string; readonly params: readonly SqlValue[] }

/**
 * Which rows of the register a query asks for, its search apart. Deleted records are left out unless the query asks
 * for them by `$deleted`.
 * @throws Error on a field the register does not have: callers check what came from outside.
 */
export function whereOf(projection: Projection, query: Pick<RecordQuery, 'filters' | 'parentId'>): Where {
  const parts: Where[] = []
  const filters = query.filters ?? []
  if (!filters.some((f) => f.field === '$deleted')) parts.push({ sql: 't.deleted = 0', params: [] })
  if (query.parentId !== undefined) {
    const parent = projection.register.parent
    if (!parent) throw new Error(`${projection.register.id} has no parent register`)
    parts.push({ sql: `t.${quote(idColumnOf(parent.field))} = ?`, params: [query.parentId] })
  }
  for (const filter of filters) parts.push(filterSql(projection, filter))
  return {
    sql: parts.map((p) => `(${p.sql})`).join(' AND ') || '1',
    params: parts.flatMap((p) => [...p.params]),
  }
}

function filterSql(projection: Projection, filter: Filter): Where {
  const special = filter.field.startsWith('$') ? specialSql(filter) : undefined
  if (special) return special
  const field = projection.fields.get(filter.field)
  if (!field) throw new Error(`${projection.register.id} has no field ${filter.field}`)
  const column = `t.${quote(columnOf(field.id))}`
  switch (filter.op) {
    case 'empty':
      return { sql: `${column} IS NULL OR ${column} IN ('', '[]')`, params: [] }
    case 'filled':
      return { sql: `${column} IS NOT NULL AND ${column} NOT IN ('', '[]')`, params: [] }
    case 'contains':
      return { sql: `instr(vn_fold(${column}), ?) > 0`, params: [foldVietnamese(filter.text)] }
    case 'is':
      return isSql(field, column, filter.value)
  }
}

function specialSql(filter: Filter): Where | undefined {
  if (filter.op !== 'is') return undefined
  switch (filter.field) {
    case '$state':
      return { sql: 't.state = ?', params: [String(filter.value)] }
    case '$problems':
      return { sql: filter.value ? 't.problems > 0' : 't.problems = 0', params: [] }
    case '$conflicts':
      return { sql: filter.value ? 't.conflicts IS NOT NULL' : 't.conflicts IS NULL', params: [] }
    case '$dirty':
      return { sql: 't.dirty = ?', params: [filter.value ? 1 : 0] }
    case '$deleted':
      return { sql: 't.deleted = ?', params: [filter.value ? 1 : 0] }
    default:
      return undefined
  }
}

function isSql(field: Field, column: string, value: string | number | boolean | null): Where {
  if (value === null) return { sql: `${column} IS NULL`, params: [] }
  const bound = typeof value === 'boolean' ? (value ? 1 : 0) : value
  switch (field.type) {
    case 'multi':
      return { sql: `EXISTS (SELECT 1 FROM json_each(${column}) j WHERE j.value = ?)`, params: [bound] }
    case 'refs':
      return {
        sql: `EXISTS (SELECT 1 FROM json_each(${column}) j WHERE j.value ->> 'id' = ? OR j.value ->> 'text' = ?)`,
        params: [bound, bound],
      }
    case 'ref':
      return { sql: `${column} = ? OR t.${quote(idColumnOf(field.id))} = ?`, params: [bound, bound] }
    case 'int':
    case 'bool':
      return { sql: `${column} = ?`, params: [Number(bound)] }
    default:
      return { sql: `${column} = ?`, params: [String(bound)] }
  }
}
