// A store that goes on under a new device takes over what its former device had written and the province has no receipt
// for: nobody else would ever send it. Fields are written again; records of which the province may never have heard are
// written anew, and their first versions deleted, so that one that did arrive does not stand twice. Hand-ins are not taken
// over: their hash names the old records, and the list is handed in again.
import { DELETED, sameRef } from '../shared/change/change.ts'
import type { FieldId, Value } from '../shared/registers/define.ts'
import type { Committed, Edit } from './OfficeStore.ts'
import { officersFields, type RewriteParts, writeAnew } from './writeAnew.ts'

/** @param after the former device's last change that a receipt covers; 0: none */
export function adopt({ db, log, table, commit }: RewriteParts, former: string, after: number): Committed {
  const touched = db.all<{ no: number; register: string }>(
    `SELECT no, register FROM record WHERE register <> 'handin' AND no IN (
       SELECT c.record_no FROM change_log c JOIN device d ON d.no = c.device_no WHERE d.id = ? AND c.seq > ?)
     ORDER BY no`,
    former,
    after,
  )
  const anew: Edit[] = []
  const again: Edit[] = []
  for (const { no, register } of touched) {
    const of = table(register)
    const row = of?.read(no)
    if (!of || !row) continue
    const { id } = row.record
    const unsent = log.ofRecord(no).filter((c) => c.ref.device === former && c.ref.seq > after)
    const isNew = unsent.some((change) => sameRef(change.ref, change.record))
    if (row.deleted || isNew) {
      if (!row.deleted) anew.push({ id, register, set: officersFields(of, row.values) })
      again.push({ id, register, set: {}, delete: true, again: true })
      continue
    }
    const fields = new Set(unsent.flatMap((change) => Object.keys(change.set)))
    const written = officersFields(of, row.values)
    const set: Record<FieldId, Value> = {}
    for (const field of fields) if (Object.hasOwn(written, field)) set[field] = written[field] as Value
    again.push({ id, register, set, again: true, ...(fields.has(DELETED) ? { delete: false } : {}) })
  }
  return writeAnew(commit, anew, again)
}
