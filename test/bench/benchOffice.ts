// An office to measure: a real encrypted store in a folder of its own, spoken to only through the contract, as full as
// asked for. PINs cost little here, since key derivation is meant to be slow and is measured apart.

import type { CallInput } from '../../shared/ipc/contract.ts'
import type { Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { OfficeCore } from '../mainJob/officeCore.ts'
import { sampleRecords } from '../reportSample.ts'

type Set = CallInput<'records.save'>['set']

const BATCH = 10_000

export const databases = registerOf('database')!

/** @returns the office and the ids of its databases, in the order given */
export async function officeWith(
  records: readonly Values[],
): Promise<{ readonly office: OfficeCore; readonly ids: readonly string[] }> {
  const office = await OfficeCore.create()
  const ids: string[] = []
  for (let at = 0; at < records.length; at += BATCH) {
    const edits = records.slice(at, at + BATCH).map((set) => ({ id: null, set: set as Set }))
    const saved = await office.call('records.saveMany', { register: databases.id, label: 'Mẫu', edits })
    ids.push(...saved.ids)
  }
  return { office, ids }
}

/** Databases with every field that an office fills in; one field in ten is left empty. */
export function fullDatabases(count: number, seed = 1): Values[] {
  const own = new Set(databases.fields.filter((field) => field.writer === 'office').map((field) => field.id))
  return sampleRecords(databases, count, seed).map(({ values }) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => own.has(id))),
  )
}
