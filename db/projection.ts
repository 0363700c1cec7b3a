// A register's table, made from its definition: one STRICT table of merged values and one full-text index beside it.
// Both are projections of the change log: they may be dropped and rebuilt at any time and hold nothing of their own but
// the hand-in marks (state, dirty, problems), which a rebuild carries over. No CHECK on allowed values: the schema in
// shared/ decides, and the next allowed value must not need a new table.
import { createHash } from 'node:crypto'
import type { Field, FieldId, Reference, Register, Value } from '../shared/registers/define.ts'
import type { SqlValue } from './Connection.ts'

/** One stored column of a field; a reference has two, its text and the id it was resolved to. */
export type Column = { readonly name: string; readonly type: 'TEXT' | 'INTEGER' }

export type Projection = {
  readonly register: Register
  readonly table: string
  /** Full-text index of everything, folded. */
  readonly search: string
  /** Full-text index of names, with their marks and folded. */
  readonly names: string
  readonly fields: ReadonlyMap<FieldId, Field>
  readonly columns: readonly Column[]
}

/** Columns every projection has before its fields'. */
export const FIXED_COLUMNS = [
  'no',
  'heads',
  'unknown',
  'conflicts',
  'deleted',
  'created_at',
  'updated_at',
  'updated_by',
  'state',
  'dirty',
  'problems',
  'name_key',
  'name_fold',
  'match_hash',
] as const

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function columnOf(field: FieldId): string {
  return `f_${field}`
}

export function idColumnOf(field: FieldId): string {
  return `f_${field}#id`
}

function columnsOf(field: Field): Column[] {
  const name = columnOf(field.id)
  if (field.type === 'int' || field.type === 'bool') return [{ name, type: 'INTEGER' }]
  if (field.type === 'ref') {
    return [
      { name, type: 'TEXT' },
      { name: idColumnOf(field.id), type: 'TEXT' },
    ]
  }
  return [{ name, type: 'TEXT' }]
}

/** The shape of a register's table. @throws Error when two fields differ in case only: SQLite would merge them. */
export function projectionOf(register: Register): Projection {
  const columns = register.fields.flatMap(columnsOf)
  if (new Set(columns.map((c) => c.name.toLowerCase())).size !== columns.length) {
    throw new Error(`${register.id}: two fields differ only in case`)
  }
  return {
    register,
    table: `r_${register.id}`,
    search: `s_${register.id}`,
    names: `n_${register.id}`,
    fields: new Map(register.fields.map((f) => [f.id, f])),
    columns,
  }
}

/**
 * What a definition asks of the table and the search text. Labels and rules are not in it: they may change freely.
 * `fields` maps each field to its own part, so that a field that was only added can be told from one that changed.
 */
export type Definition = { readonly base: string; readonly fields: Readonly<Record<FieldId, string>> }

/** Raise when the search text, sort keys or match hashes are made differently: every projection is then rebuilt at open. */
const PROJECTION_VERSION = 2

export function definitionOf(projection: Projection): Definition {
  const { register } = projection
  const { nameField, parent, matchKey } = register
  const base = [PROJECTION_VERSION, nameField, parent?.field ?? '', ...matchKey].join('|')
  const fields: Record<FieldId, string> = {}
  for (const f of register.fields) {
    const labels = f.values?.map((v) => [v.id, v.label.vi, v.label.en]) ?? []
    fields[f.id] =
      `${f.type}:${createHash('sha256').update(JSON.stringify(labels)).digest('hex').slice(0, 16)}`
  }
  return { base, fields }
}

/** CREATE statements of the table, its indexes and its search index. */
export function createSql(projection: Projection): string {
  const { table, search, names, register } = projection
  const t = quote(table)
  const fields = projection.columns.map((c) => `  ${quote(c.name)} ${c.type}`)
  const parent = register.parent
    ? `CREATE INDEX ${quote(`${table}#parent`)} ON ${t} (${quote(idColumnOf(register.parent.field))}, deleted);`
    : ''
  return `
CREATE TABLE ${t} (
  no INTEGER PRIMARY KEY REFERENCES record (no),
  heads TEXT,
  unknown TEXT,
  conflicts TEXT,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft',
  dirty INTEGER NOT NULL DEFAULT 1,
  problems INTEGER NOT NULL DEFAULT 0,
  name_key TEXT NOT NULL DEFAULT '',
  name_fold TEXT NOT NULL DEFAULT '',
  match_hash INTEGER${fields.length > 0 ? ',' : ''}
${fields.join(',\n')}
) STRICT;
CREATE INDEX ${quote(`${table}#live`)} ON ${t} (deleted);
CREATE INDEX ${quote(`${table}#name`)} ON ${t} (deleted, name_key);
CREATE INDEX ${quote(`${table}#fold`)} ON ${t} (deleted, name_fold);
CREATE INDEX ${quote(`${table}#match`)} ON ${t} (match_hash) WHERE deleted = 0;
CREATE INDEX ${quote(`${table}#conflicts`)} ON ${t} (no) WHERE conflicts IS NOT NULL;
CREATE INDEX ${quote(`${table}#problems`)} ON ${t} (deleted) WHERE problems > 0;
CREATE INDEX ${quote(`${table}#unknown`)} ON ${t} (no) WHERE unknown IS NOT NULL;
${parent}
CREATE VIRTUAL TABLE ${quote(search)} USING fts5(
  text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE ${quote(names)} USING fts5(
  marked, folded, content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 0'
);`
}

export function dropSql(projection: Pick<Projection, 'table' | 'search' | 'names'>): string {
  const { table, search, names } = projection
  return [search, names, table].map((name) => `DROP TABLE IF EXISTS ${quote(name)};`).join(' ')
}

function isReference(value: Value): value is Reference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'text' in value
}

/**
 * A value as its field's columns hold it; undefined when it has not the field's type (a newer or a broken writer): such
 * a value is kept among the record's unknown ones instead of being bent or lost.
 */
export function encodeValue(field: Field, value: Value): readonly SqlValue[] | undefined {
  if (value === null) return field.type === 'ref' ? [null, null] : [null]
  switch (field.type) {
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(value) ? [value] : undefined
    case 'bool':
      return typeof value === 'boolean' ? [value ? 1 : 0] : undefined
    case 'multi':
      return Array.isArray(value) && value.every((v) => typeof v === 'string')
        ? [JSON.stringify(value)]
        : undefined
    case 'refs':
      return Array.isArray(value) && value.every((v: Value) => isReference(v))
        ? [JSON.stringify(value)]
        : undefined
    case 'ref':
      return isReference(value) ? [value.text, value.id] : undefined
    default:
      return typeof value === 'string' ? [value] : undefined
  }
}

/** The value back from its columns, first column first. */
export function decodeValue(field: Field, first: SqlValue, second: SqlValue): Value {
  if (first === null) return null
  switch (field.type) {
    case 'bool':
      return first === 1
    case 'multi':
    case 'refs':
      return JSON.parse(String(first)) as Value
    case 'ref':
      return { text: String(first), id: second === null ? null : String(second) }
    case 'int':
      return Number(first)
    default:
      return String(first)
  }
}
