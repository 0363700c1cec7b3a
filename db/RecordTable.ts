// Reads and writes one register's projection: the table of merged values and its search index, always together. It
// knows nothing of the log; what it is given is already merged. Raw prepared statements instead of drizzle: the columns
// come from the definition at run time, and an import writes ten thousand of these rows in a second.
import { type ChangeKey, type ChangeRef, changeKey, DELETED } from '../shared/change/change.ts'
import { sameValue } from '../shared/change/merge.ts'
import type { FieldId, Register, Value, Values } from '../shared/registers/define.ts'
import { matchKeyOf } from '../shared/registers/matchKey.ts'
import type { SqlValue, WritableDB } from './Connection.ts'
import { matchHash } from './matchKey.ts'
import type { RecordState, StoredRecord } from './OfficeStore.ts'
import {
  columnOf,
  createSql,
  decodeValue,
  dropSql,
  encodeValue,
  FIXED_COLUMNS,
  type Projection,
  projectionOf,
  quote,
} from './projection.ts'
import { type SearchText, SearchTextMaker } from './searchText.ts'
import { vietnameseOrderKey } from './vietnameseOrder.ts'

/** A record as merged from its changes, before it becomes a row. */
export type MergedRow = {
  readonly no: number
  /** The creating change; heads equal to `[ref]` are not spelled out in the row. */
  readonly ref: ChangeRef
  /** Known and unknown fields alike, without `$deleted`. */
  readonly values: Readonly<Record<FieldId, Value>>
  /** null: every field's head is the creating change. */
  readonly heads: Readonly<Record<FieldId, readonly ChangeRef[]>> | null
  readonly conflicts: readonly FieldId[]
  readonly deleted: boolean
  readonly createdAt: number
  readonly updatedAt: number
  readonly updatedBy: string
}

/** A row as read: the record and its heads, in full. */
export type RecordRow = MergedRow & {
  readonly heads: Readonly<Record<FieldId, readonly ChangeRef[]>>
  readonly record: StoredRecord
}

/** What search, order and match take from a record's texts. */
export type RowKeys = {
  readonly search: SearchText
  readonly order: string
  readonly match: number | null
}

/** A record's values as its row holds them. */
export type EncodedValues = {
  readonly cells: readonly SqlValue[]
  readonly unknown: string | null
  /** The values as a read would give them: of fields that the register has, of their own types. */
  readonly known: Values
  readonly keys: RowKeys
}

type RawRow = readonly SqlValue[]

const FIXED = FIXED_COLUMNS.length

export class RecordTable {
  readonly projection: Projection
  readonly register: Register
  readonly #db: WritableDB
  /** Where each field's columns begin. */
  readonly #places: ReadonlyMap<FieldId, number>
  readonly #select: string
  readonly #insert: string
  readonly #update: string
  readonly #searchNew: string
  readonly #searchPut: string
  readonly #searchDrop: string
  readonly #namesNew: string
  readonly #namesPut: string
  readonly #namesDrop: string

  constructor(db: WritableDB, register: Register) {
    this.#db = db
    this.register = register
    this.projection = projectionOf(register)
    const table = quote(this.projection.table)
    const search = quote(this.projection.search)
    const columns = this.projection.columns.map((c) => quote(c.name))
    this.#places = new Map(register.fields.map(({ id }) => [id, columns.indexOf(quote(columnOf(id)))]))
    this.#select = `SELECT ${FIXED_COLUMNS.map((c) => `t.${c}`).join(', ')}, record.id, device.id, record.seq${columns
      .map((c) => `, t.${c}`)
      .join('')} FROM ${table} t JOIN record ON record.no = t.no JOIN device ON device.no = record.device_no`
    const written = [...WRITTEN, ...columns]
    this.#insert = `INSERT INTO ${table} (${written.join(', ')}) VALUES (${written.map(() => '?').join(', ')})`
    this.#update = `UPDATE ${table} SET ${written
      .slice(1)
      .map((c) => `${c} = ?`)
      .join(', ')}, dirty = max(dirty, ?) WHERE no = ?`
    const names = quote(this.projection.names)
    // Replacing looks for what to delete in every segment of the index; a new record has nothing there.
    this.#searchNew = `INSERT INTO ${search} (rowid, text) VALUES (?, ?)`
    this.#searchPut = `INSERT OR REPLACE INTO ${search} (rowid, text) VALUES (?, ?)`
    this.#searchDrop = `DELETE FROM ${search} WHERE rowid = ?`
    this.#namesNew = `INSERT INTO ${names} (rowid, marked, folded) VALUES (?, ?, ?)`
    this.#namesPut = `INSERT OR REPLACE INTO ${names} (rowid, marked, folded) VALUES (?, ?, ?)`
    this.#namesDrop = `DELETE FROM ${names} WHERE rowid = ?`
  }

  create(): void {
    this.#db.exec(createSql(this.projection))
  }

  drop(): void {
    this.#db.exec(dropSql(this.projection))
  }

  /** @returns the values as a read would give them: of fields that the register has, of their own types. */
  insert(row: MergedRow, encoded = this.encode(row.values)): Values {
    const { search } = encoded.keys
    this.#db.run(this.#insert, row.no, ...paramsOf(row, encoded))
    if (!row.deleted) {
      this.#db.run(this.#searchNew, row.no, search.words)
      this.#db.run(this.#namesNew, row.no, search.name, search.foldedName)
    }
    return encoded.known
  }

  /**
   * Writes the merged row over the old one. Only work of this office's own makes it differ from what was handed in.
   * @param before the old row where it is at hand: a name that stays is not indexed again.
   */
  update(row: MergedRow, own: boolean, before?: MergedRow): void {
    const encoded = this.encode(row.values)
    const { search } = encoded.keys
    this.#db.run(this.#update, ...paramsOf(row, encoded), own ? 1 : 0, row.no)
    if (row.deleted) {
      this.#db.run(this.#searchDrop, row.no)
      this.#db.run(this.#namesDrop, row.no)
      return
    }
    const { nameField } = this.register
    const sameName =
      before && !before.deleted && sameValue(before.values[nameField] ?? null, row.values[nameField] ?? null)
    this.#index(row.no, search, !sameName)
  }

  /** Deleted records are not in the indexes, so that a search needs no look at the rows. */
  #index(no: number, search: SearchText, withName: boolean): void {
    this.#db.run(this.#searchPut, no, search.words)
    if (withName) this.#db.run(this.#namesPut, no, search.name, search.foldedName)
  }

  has(no: number): boolean {
    return this.#db.get(`SELECT 1 FROM ${quote(this.projection.table)} WHERE no = ?`, no) !== undefined
  }

  read(no: number): RecordRow | undefined {
    const raw = this.#db.tuple<RawRow>(`${this.#select} WHERE t.no = ?`, no)
    return raw && this.#decode(raw)
  }

  /** In the order asked for; numbers that are not there are left out. */
  readMany(nos: readonly number[]): RecordRow[] {
    const found = new Map<number, RecordRow>()
    const sql = `${this.#select} WHERE t.no IN (SELECT value FROM json_each(?))`
    for (const raw of this.#db.iterate<RawRow>(sql, JSON.stringify(nos))) {
      const row = this.#decode(raw)
      found.set(row.no, row)
    }
    return nos.flatMap((no) => found.get(no) ?? [])
  }

  /** @param where SQL on `t`, with its parameters. */
  *readWhere(where: string, ...params: readonly SqlValue[]): IterableIterator<RecordRow> {
    for (const raw of this.#db.iterate<RawRow>(`${this.#select} WHERE ${where} ORDER BY t.no`, ...params)) {
      yield this.#decode(raw)
    }
  }

  /**
   * What a row of these values will hold, but for what the log decides; dear, and known before the record has a number.
   * @param keys of values that differ in no text, e.g. only in what a reference is linked to
   */
  encode(values: Values, keys?: RowKeys): EncodedValues {
    const { register, fields, columns } = this.projection
    const cells = new Array<SqlValue>(columns.length).fill(null)
    const maker = keys ? null : new SearchTextMaker(register.nameField)
    let unknown: Record<FieldId, Value> | null = null
    // By what the record has: an imported row fills half of the fields at most.
    for (const id of Object.keys(values)) {
      const value = values[id] ?? null
      const field = fields.get(id)
      const cell = field && encodeValue(field, value)
      if (cell) {
        const at = this.#places.get(id)!
        for (let i = 0; i < cell.length; i++) cells[at + i] = cell[i]!
        maker?.add(field, value)
        continue
      }
      unknown ??= Object.create(null) as Record<FieldId, Value>
      unknown[id] = value
    }
    const aside = unknown
    const known = aside
      ? Object.fromEntries(Object.entries(values).filter(([id]) => !Object.hasOwn(aside, id)))
      : values
    return {
      cells,
      unknown: aside ? JSON.stringify(aside) : null,
      known,
      keys: keys ?? {
        search: maker!.done(),
        order: vietnameseOrderKey(nameText(known[register.nameField])),
        match: matchHash(matchKeyOf(register, known)),
      },
    }
  }

  #decode(raw: RawRow): RecordRow {
    const { register } = this.projection
    const [
      no,
      headsText,
      unknownText,
      conflictsText,
      deleted,
      createdAt,
      updatedAt,
      updatedBy,
      state,
      dirty,
      problems,
    ] = raw
    const ref: ChangeRef = { device: String(raw[FIXED + 1]), seq: Number(raw[FIXED + 2]) }
    const values: Record<FieldId, Value> = {}
    let i = FIXED + 3
    for (const field of register.fields) {
      const first = raw[i++]!
      const second = field.type === 'ref' ? raw[i++]! : null
      const value = decodeValue(field, first, second)
      if (value !== null) values[field.id] = value
    }
    const unknown = unknownText ? (JSON.parse(String(unknownText)) as Record<FieldId, Value>) : {}
    const all = unknownText ? { ...values, ...unknown } : values
    const conflicts = conflictsText ? (JSON.parse(String(conflictsText)) as FieldId[]) : []
    const shared = {
      deleted: deleted === 1,
      conflicts,
      createdAt: Number(createdAt),
      updatedAt: Number(updatedAt),
      updatedBy: String(updatedBy),
    }
    return {
      ...shared,
      no: Number(no),
      ref,
      values: all,
      // Worked out when asked for: lists and exports never do.
      get heads() {
        return decodeHeads(headsText === null ? null : String(headsText), ref, all)
      },
      record: {
        ...shared,
        id: String(raw[FIXED]),
        register: register.id,
        ref,
        values,
        unknown,
        dirty: dirty === 1,
        state: state as RecordState,
        problems: Number(problems),
      },
    }
  }
}

/** Columns that the log decides; state, dirty and problems are left to their defaults and to their own writers. */
const WRITTEN = [
  'no',
  'heads',
  'unknown',
  'conflicts',
  'deleted',
  'created_at',
  'updated_at',
  'updated_by',
  'name_key',
  'name_fold',
  'match_hash',
]

/** In the order of WRITTEN, after the number. */
function paramsOf(row: MergedRow, { cells, unknown, keys }: EncodedValues): SqlValue[] {
  return [
    encodeHeads(row),
    unknown,
    row.conflicts.length > 0 ? JSON.stringify(row.conflicts) : null,
    row.deleted ? 1 : 0,
    row.createdAt,
    row.updatedAt,
    row.updatedBy,
    keys.order,
    keys.search.foldedName,
    keys.match,
    ...cells,
  ]
}

function nameText(value: Value | undefined): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : ''
}

/**
 * Heads as stored: nothing for a field whose only head is the creating change and which has a value, so that most rows
 * store none at all.
 */
function encodeHeads(row: MergedRow): string | null {
  if (!row.heads) return null
  const spelled: Record<FieldId, ChangeKey[]> = {}
  let any = false
  for (const [field, refs] of Object.entries(row.heads)) {
    const only = refs.length === 1 ? refs[0]! : undefined
    const implied =
      only !== undefined &&
      only.seq === row.ref.seq &&
      only.device === row.ref.device &&
      field !== DELETED &&
      (row.values[field] ?? null) !== null
    if (implied) continue
    spelled[field] = refs.map(changeKey)
    any = true
  }
  return any ? JSON.stringify(spelled) : null
}

function decodeHeads(
  text: string | null,
  ref: ChangeRef,
  values: Readonly<Record<FieldId, Value>>,
): Record<FieldId, readonly ChangeRef[]> {
  const heads: Record<FieldId, readonly ChangeRef[]> = Object.create(null)
  for (const [field, value] of Object.entries(values)) if (value !== null) heads[field] = [ref]
  if (text === null) return heads
  for (const [field, keys] of Object.entries(JSON.parse(text) as Record<FieldId, ChangeKey[]>)) {
    heads[field] = keys.map(keyToRef)
  }
  return heads
}

export function keyToRef(key: string): ChangeRef {
  const dot = key.indexOf('.')
  return { device: key.slice(0, dot), seq: Number(key.slice(dot + 1)) }
}
