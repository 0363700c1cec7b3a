// Writes records anew under names of this device, and makes what refers to them follow: for records that only a snapshot
// still knows, and for those whose creation never reached the province.
import type { FieldId, RegisterId, Value } from '../shared/registers/define.ts'
import type { ChangeLog } from './ChangeLog.ts'
import type { WritableDB } from './Connection.ts'
import type { Committed, Edit } from './OfficeStore.ts'
import type { RecordTable } from './RecordTable.ts'

export type RewriteParts = {
  readonly db: WritableDB
  readonly log: ChangeLog
  readonly table: (register: RegisterId) => RecordTable | undefined
  /** Writes into the one step that all of it is. */
  readonly commit: (edits: readonly Edit[]) => Committed
}

/**
 * @param records whole records by their old ids
 * @param edits of other records, which may refer to those
 */
export function writeAnew(
  commit: RewriteParts['commit'],
  records: readonly Edit[],
  edits: readonly Edit[],
): Committed {
  const created = commit(records.map((edit) => ({ ...edit, id: null })))
  const names = new Map(records.map((edit, i) => [edit.id!, created.ids[i]!]))
  const renamed = [
    ...edits.map((edit) => ({ ...edit, set: renameAll(edit.set, names) })),
    ...records.map((edit) => ({ ...edit, id: names.get(edit.id!)!, set: renameAll(edit.set, names) })),
  ]
  const changed = commit(renamed)
  return {
    group: changed.group,
    ids: [...new Set([...created.ids, ...changed.ids])],
    changes: created.changes + changed.changes,
  }
}

/** Of a record's values, those that the office writes. */
export function officersFields(
  table: RecordTable,
  values: Readonly<Record<FieldId, Value>>,
): Record<FieldId, Value> {
  const set: Record<FieldId, Value> = {}
  for (const { id, writer } of table.register.fields) {
    if (writer === 'office' && Object.hasOwn(values, id)) set[id] = values[id] as Value
  }
  return set
}

function renameAll(set: Edit['set'], names: ReadonlyMap<string, string>): Edit['set'] {
  return Object.fromEntries(Object.entries(set).map(([field, value]) => [field, rename(value, names)]))
}

function rename(value: Value, names: ReadonlyMap<string, string>): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((v: Value) => rename(v, names)) as unknown as Value
  if (!('text' in value) || value.id === null) return value
  return { text: value.text, id: names.get(value.id) ?? value.id }
}
