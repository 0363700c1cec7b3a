import type { StoredRecord } from '../../db/OfficeStore.ts'
import type { RecordDto } from '../../shared/ipc/contract.ts'
import type { Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'

/** The record as the page sees it: no wire names, no fields of newer versions. */
export function recordToDto(record: StoredRecord): RecordDto {
  return {
    id: record.id,
    register: record.register,
    values: record.values as RecordDto['values'],
    deleted: record.deleted,
    updatedAt: record.updatedAt,
    updatedBy: record.updatedBy,
    createdAt: record.createdAt,
    conflicts: [...record.conflicts],
    dirty: record.dirty,
    state: record.state,
    problems: record.problems,
  }
}

/** A record's own name for lists and messages; empty when it has none yet. */
export function recordName(register: string, values: Values): string {
  const definition = registerOf(register)
  const value = definition ? values[definition.nameField] : undefined
  return typeof value === 'string' ? value : ''
}
