// The province's list of systems and databases: one press takes an entry over as a reference record with the office's
// role, so that 120 communes spell one system one way.

import type { Edit, OfficeStore } from '../../db/OfficeStore.ts'
import type { CatalogueEntry } from '../../shared/bundle/types.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { CATALOGUE } from '../../shared/sample/catalogue.ts'
import { foldKey, foldVietnamese } from '../../shared/text/fold.ts'
import { type Handlers, openSession, refuse } from './CoreContext.ts'
import { commitEdits } from './recordCalls.ts'
import { packOf } from './sync/officePack.ts'

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
    const roles = registerOf('database')?.fields.find((field) => field.id === 'officeRole')?.values ?? []
    if (!roles.some((value) => value.id === role)) return refuse('bad-value', { field: 'officeRole' })
    const taken = takenCodes(store)
    const entries = entriesOf(store).filter((entry) => codes.includes(entry.code) && !taken.has(entry.code))
    if (entries.length === 0) return refuse('nothing-to-take')
    const edits: Edit[] = entries.map((entry) => ({
      id: null,
      register: entry.register,
      set: {
        name: entry.name,
        officeRole: role,
        recordOrigin: 'tham_chieu',
        ownerCode: entry.code,
        dbOwner: {
          text: entry.owner,
          id: store.matchIndex('unit', ['name']).get(foldKey(entry.owner))?.[0] ?? null,
        },
      },
    }))
    return ok({
      ids: [...commitEdits(context, edits, 'edit', `Chọn ${entries.length} hệ thống đang dùng`).ids],
    })
  },
}

/** The pack's list; without a pack, the shipped list of ministries' systems. */
function entriesOf(store: OfficeStore): readonly CatalogueEntry[] {
  return packOf(store)?.catalogue ?? CATALOGUE
}

function takenCodes(store: OfficeStore): ReadonlySet<string> {
  return new Set(store.all('database').map((record) => String(record.values.ownerCode ?? '')))
}
