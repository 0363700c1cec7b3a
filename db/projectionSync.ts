// Brings the projections in line with the definitions at open: a register that is new gets its table from the log, a
// field that is new gets a column (and the values a newer app had sent for it), anything else is rebuilt from the log.
import type { FieldId, RegisterId } from '../shared/registers/define.ts'
import type { WritableDB } from './Connection.ts'
import { type Definition, definitionOf, dropSql, quote } from './projection.ts'
import type { RecordTable } from './RecordTable.ts'

type Parts = {
  readonly db: WritableDB
  readonly tables: ReadonlyMap<RegisterId, RecordTable>
  /** Merges one record from the log into its table. */
  readonly project: (no: number, register: RegisterId) => boolean
}

/** @returns the registers that were built anew. */
export function syncProjections(parts: Parts): RegisterId[] {
  const rebuilt: RegisterId[] = []
  for (const table of parts.tables.values()) {
    const wanted = definitionOf(table.projection)
    const text = JSON.stringify(wanted)
    const held = parts.db.get<{ definition: string }>(
      'SELECT definition FROM projection WHERE register = ?',
      table.register.id,
    )
    if (held?.definition === text) continue
    parts.db.transaction(() => {
      const added = held ? addedFields(held.definition, wanted) : null
      if (added) addColumns(parts, table, added)
      else rebuildOne(parts, table)
      parts.db.run(
        'INSERT INTO projection (register, definition) VALUES (?, ?) ON CONFLICT (register) DO UPDATE SET definition = excluded.definition',
        table.register.id,
        text,
      )
    })
    if (!(held && addedFields(held.definition, wanted))) rebuilt.push(table.register.id)
  }
  return rebuilt
}

/** Drops and rebuilds one register; hand-in marks, which the log does not hold, are carried over. */
export function rebuildOne(parts: Parts, table: RecordTable): void {
  const { db } = parts
  const name = table.projection.table
  const exists = db.get('SELECT 1 FROM sqlite_schema WHERE name = ?', name) !== undefined
  const marks = exists
    ? db.all<{ no: number; state: string; dirty: number; problems: number }>(
        `SELECT no, state, dirty, problems FROM ${quote(name)}`,
      )
    : []
  db.exec(dropSql(table.projection))
  table.create()
  for (const no of db.column<number>(
    'SELECT no FROM record WHERE register = ? ORDER BY no',
    table.register.id,
  )) {
    parts.project(no, table.register.id)
  }
  for (const m of marks) {
    db.run(
      `UPDATE ${quote(name)} SET state = ?, dirty = ?, problems = ? WHERE no = ?`,
      m.state,
      m.dirty,
      m.problems,
      m.no,
    )
  }
}

/** The fields that are new, or null when anything else changed and only a rebuild will do. */
function addedFields(heldText: string, wanted: Definition): FieldId[] | null {
  let held: Definition
  try {
    held = JSON.parse(heldText) as Definition
  } catch {
    // Not written by us: the log decides.
    return null
  }
  if (held.base !== wanted.base || !held.fields) return null
  for (const [field, shape] of Object.entries(held.fields)) if (wanted.fields[field] !== shape) return null
  return Object.keys(wanted.fields).filter((field) => !(field in held.fields))
}

function addColumns(parts: Parts, table: RecordTable, added: readonly FieldId[]): void {
  const { db } = parts
  const t = quote(table.projection.table)
  const there = new Set(db.all<{ name: string }>(`PRAGMA table_info(${t})`).map((c) => c.name))
  for (const column of table.projection.columns) {
    if (!there.has(column.name)) db.exec(`ALTER TABLE ${t} ADD COLUMN ${quote(column.name)} ${column.type}`)
  }
  // Values of these fields that came before this version knew them were kept aside; now they get their place.
  for (const no of db.column<number>(`SELECT no FROM ${t} WHERE unknown IS NOT NULL`)) {
    const unknown = db.get<{ unknown: string }>(`SELECT unknown FROM ${t} WHERE no = ?`, no)!.unknown
    const kept = JSON.parse(unknown) as Record<FieldId, unknown>
    if (added.some((field) => field in kept)) parts.project(no, table.register.id)
  }
}
