// Windows of a register for the grid: filtered, sorted in Vietnamese order, searched in tiers. The list of record
// numbers behind a query is worked out once and kept, so that a jump to row 90,000 costs no more than to row 1; a save
// mends the kept lists instead of dropping them. Nothing here writes.
import type { Field, FieldId, RegisterId } from '../shared/registers/define.ts'
import type { ReadableDB, SqlValue } from './Connection.ts'
import { type Where, whereOf } from './filterSql.ts'
import type { RecordQuery, RecordWindow } from './OfficeStore.ts'
import { columnOf, quote } from './projection.ts'
import type { RecordTable } from './RecordTable.ts'
import { SearchTiers } from './SearchTiers.ts'
import { decodeSortKey, type SortKey } from './sortKey.ts'

type KeptList = {
  readonly register: RegisterId
  readonly ids: number[]
  readonly where: Where
  /** Sort keys by record number; null when the order is that of creation. */
  readonly keys: Map<number, SortKey> | null
  readonly descending: boolean
  readonly field: Field | null
  /** SQL of the sort key; '0' when the order is that of creation. */
  readonly column: string
  readonly stale: Set<number>
}

const MAX_LISTS = 12
/** Beyond this many saves since a list was last used, working it out anew is cheaper than mending. */
const MAX_MENDS = 300

export class RecordWindows {
  readonly #db: ReadableDB
  readonly #table: (register: RegisterId) => RecordTable | undefined
  readonly #lists = new Map<string, KeptList>()
  readonly #searches = new Map<string, SearchTiers>()

  constructor(db: ReadableDB, table: (register: RegisterId) => RecordTable | undefined) {
    this.#db = db
    this.#table = table
  }

  /** A row was written: lists that may hold it are mended at their next use, searches are dropped. */
  written(register: RegisterId, no: number): void {
    for (const list of this.#lists.values()) if (list.register === register) list.stale.add(no)
    if (this.#searches.size > 0) this.#searches.clear()
  }

  /** After a rollback or a rebuild nothing kept can be trusted. */
  clear(): void {
    this.#lists.clear()
    this.#searches.clear()
  }

  window(query: RecordQuery): RecordWindow {
    const table = this.#table(query.register)
    if (!table) throw new Error(`no register ${query.register}`)
    const search = query.search?.trim() ?? ''
    const { total, ids } = search === '' ? this.#listed(table, query) : this.#searched(table, query, search)
    return { total, rows: table.readMany(ids).map((row) => row.record) }
  }

  #searched(table: RecordTable, query: RecordQuery, search: string): { total: number; ids: number[] } {
    const key = JSON.stringify([query.register, query.filters, query.parentId, query.sort, search])
    let tiers = this.#searches.get(key)
    if (!tiers) {
      tiers = new SearchTiers(this.#db, table.projection, whereOf(table.projection, query), query, search)
      remember(this.#searches, key, tiers)
    }
    if (query.sort) {
      const sorted = tiers.sortedBy((ids) => this.#sort(table, query, ids))
      return { total: sorted.length, ids: sorted.slice(query.offset, query.offset + query.limit) }
    }
    const ids = tiers.slice(query.offset, query.limit)
    return { total: tiers.total(), ids }
  }

  #sort(table: RecordTable, query: RecordQuery, ids: readonly number[]): number[] {
    const { field, sql } = this.#sortColumn(table, query.sort!.field)
    const keys = new Map<number, SortKey>()
    const json = JSON.stringify(ids)
    const rows = this.#db.iterate<[number, SqlValue]>(
      `SELECT t.no, ${sql} FROM ${quote(table.projection.table)} t WHERE t.no IN (SELECT value FROM json_each(?))`,
      json,
    )
    for (const [no, value] of rows) keys.set(no, decodeSortKey(field, value))
    return [...ids].sort(orderBy(keys, query.sort!.descending))
  }

  #listed(table: RecordTable, query: RecordQuery): { total: number; ids: number[] } {
    const key = JSON.stringify([query.register, query.filters, query.parentId, query.sort])
    let list = this.#lists.get(key)
    if (list && list.stale.size > MAX_MENDS) list = undefined
    if (list) this.#mend(table, list)
    else list = this.#build(table, query)
    remember(this.#lists, key, list)
    return { total: list.ids.length, ids: list.ids.slice(query.offset, query.offset + query.limit) }
  }

  #build(table: RecordTable, query: RecordQuery): KeptList {
    const where = whereOf(table.projection, query)
    const t = quote(table.projection.table)
    const common = { register: query.register, where, stale: new Set<number>() }
    if (!query.sort) {
      const ids = this.#db.column<number>(
        `SELECT t.no FROM ${t} t WHERE ${where.sql} ORDER BY t.no`,
        ...where.params,
      )
      return { ...common, ids, keys: null, descending: false, field: null, column: '0' }
    }
    const { field, sql } = this.#sortColumn(table, query.sort.field)
    const keys = new Map<number, SortKey>()
    const rows = this.#db.iterate<[number, SqlValue]>(
      `SELECT t.no, ${sql} FROM ${t} t WHERE ${where.sql}`,
      ...where.params,
    )
    for (const [no, value] of rows) keys.set(no, decodeSortKey(field, value))
    const descending = query.sort.descending
    const ids = [...keys.keys()].sort(orderBy(keys, descending))
    return { ...common, ids, keys, descending, field, column: sql }
  }

  /** Takes each written record out and puts it back where it now belongs, if it still does. */
  #mend(table: RecordTable, list: KeptList): void {
    const t = quote(table.projection.table)
    for (const no of list.stale) {
      const at = list.ids.indexOf(no)
      if (at >= 0) list.ids.splice(at, 1)
      const found = this.#db.tuple<[number, SqlValue]>(
        `SELECT t.no, ${list.column} FROM ${t} t WHERE t.no = ? AND ${list.where.sql}`,
        no,
        ...list.where.params,
      )
      if (!found) continue
      list.keys?.set(no, decodeSortKey(list.field, found[1]))
      const order = list.keys ? orderBy(list.keys, list.descending) : (a: number, b: number) => a - b
      list.ids.splice(insertionPoint(list.ids, no, order), 0, no)
    }
    list.stale.clear()
  }

  #sortColumn(table: RecordTable, fieldId: FieldId): { field: Field | null; sql: string } {
    const { projection } = table
    if (fieldId === '$updated') return { field: null, sql: 't.updated_at' }
    const field = projection.fields.get(fieldId)
    if (!field) throw new Error(`${projection.register.id} has no field ${fieldId}`)
    // The name's key is stored, so that the commonest order is read instead of worked out.
    if (fieldId === projection.register.nameField) return { field: null, sql: `nullif(t.name_key, '')` }
    return { field, sql: `t.${quote(columnOf(fieldId))}` }
  }
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > MAX_LISTS) map.delete(map.keys().next().value!)
}

/** Empty values come last either way; equal ones in order of creation. */
function orderBy(keys: ReadonlyMap<number, SortKey>, descending: boolean): (a: number, b: number) => number {
  const sign = descending ? -1 : 1
  return (a, b) => {
    const x = keys.get(a) ?? null
    const y = keys.get(b) ?? null
    if (x === y) return a - b
    if (x === null) return 1
    if (y === null) return -1
    return x < y ? -sign : sign
  }
}

function insertionPoint(ids: readonly number[], no: number, order: (a: number, b: number) => number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(ids[middle]!, no) < 0) low = middle + 1
    else high = middle
  }
  return low
}
