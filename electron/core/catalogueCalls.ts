// The province's list of systems and databases: one press takes an entry over as a reference record with the office's
// role, so that 120 communes spell one system one way.

import type { Edit, OfficeStore } from '../../db/OfficeStore.ts'
import type { CatalogueEntry } from '../../shared/bundle/types.ts'
import { type FieldId, fieldOf, type Register } from '../../shared/registers/define.ts'
import { registerOf, registers } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { CATALOGUE } from '../../shared/sample/catalogue.ts'
import { foldKey, foldVietnamese } from '../../shared/text/fold.ts'
import { type Handlers, openSession, refuse } from './CoreContext.ts'
import { parseSet } from './parseSet.ts'
import { commitEdits } from './recordCalls.ts'
import { packOf } from './sync/officePack.ts'
import { withUnitRecords } from './unitRecords.ts'

type CatalogueCalls = 'catalogue.list' | 'catalogue.take'

export const catalogueCalls: Handlers<CatalogueCalls> = {
  'catalogue.list': (context, { search }) => {
    const { store } = openSession(context)
    const wanted = foldVietnamese(search)
    const taken = takenCodes(store)
    return ok(
      entriesOf(store)
        .filter(
          (entry) => !wanted || foldVietnamese(`${entry.code} ${entry.name} ${entry.owner}`).includes(wanted),
        )
        .map((entry) => ({ ...entry, taken: taken.has(entry.code) })),
    )
  },

  'catalogue.take': (context, { codes, role }) => {
    const { store } = openSession(context)
    const taken = takenCodes(store)
    const entries = entriesOf(store).filter((entry) => codes.includes(entry.code) && !taken.has(entry.code))
    if (entries.length === 0) return refuse('nothing-to-take')
    const byName = store.matchIndex('unit', ['name'])
    const edits: Edit[] = []
    for (const entry of entries) {
      const definition = registerOf(entry.register)!
      const roles = definition.fields.find((field) => field.id === 'officeRole')?.values ?? []
      if (!roles.some((value) => value.id === role)) return refuse('bad-value', { field: 'officeRole' })
      const owners = byName.get(foldKey(entry.owner)) ?? []
      const parsed = parseSet(definition, {
        name: entry.name,
        officeRole: role,
        recordKind: 'tham_chieu',
        ownerCode: entry.code,
        [ownerField(definition)]: { text: entry.owner, id: owners.length === 1 ? owners[0] : null },
      })
      if (!parsed.ok) return parsed
      edits.push({ id: null, register: definition.id, set: parsed.value })
    }
    const all = withUnitRecords(store, edits)
    const { ids } = commitEdits(context, all, 'edit', `Chọn ${entries.length} hệ thống đang dùng`)
    return ok({ ids: ids.slice(all.length - edits.length) })
  },
}

/** Registers whose records may refer to another agency's original: what the list can be taken over into. */
const TAKING = registers.filter((register) => register.reference !== undefined)

/** The field that names whose original it is. */
function ownerField(register: Register): FieldId {
  const found = register.reference?.required.find((id) => fieldOf(register, id).target === 'unit')
  if (!found) throw new Error(`${register.id}: a reference without an owner`)
  return found
}

/** The pack's list; without a pack, the shipped list of ministries' systems. Registers of a later version are left out. */
function entriesOf(store: OfficeStore): readonly CatalogueEntry[] {
  return (packOf(store)?.catalogue ?? CATALOGUE).filter((entry) =>
    TAKING.some(({ id }) => id === entry.register),
  )
}

function takenCodes(store: OfficeStore): ReadonlySet<string> {
  return new Set(
    TAKING.flatMap(({ id }) => store.all(id)).map((record) => String(record.values.ownerCode ?? '')),
  )
}
