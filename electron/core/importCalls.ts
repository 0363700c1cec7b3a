// Excel in, as the screen lives it: open, plan, look, take in, hand back. Good rows come in as one undo step; rows with a
// bad cell wait in "Chờ sửa" and are lost by nothing but a person's own press.
import { randomUUID } from 'node:crypto'
import type { SqliteStore } from '../../db/SqliteStore.ts'
import { type ImportLookup, indexedLookup } from '../../shared/excel/ImportLookup.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { ImportSession, type MappingMemory } from '../import/importSession.ts'
import type { WorkbookSource } from '../import/readWorkbook.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { asJob } from './jobs.ts'
import { parseSet } from './parseSet.ts'
import { commitEdits } from './recordCalls.ts'
import { withUnitRecords } from './unitRecords.ts'

type ImportCalls =
  | 'import.open'
  | 'import.plan'
  | 'import.rows'
  | 'import.commit'
  | 'import.marked'
  | 'import.close'
  | 'parked.list'
  | 'parked.accept'
  | 'parked.discard'

const MAPPINGS_KEY = 'import.mappings'
/** One at a time: a workbook of 50 MB is held in memory. */
const openImports = new WeakMap<
  CoreContext,
  { readonly id: string; readonly session: ImportSession; taken: boolean }
>()

export function dropImports(context: CoreContext): void {
  openImports.delete(context)
}

function importOf(context: CoreContext, id: string): ImportSession | undefined {
  openSession(context)
  const open = openImports.get(context)
  return open?.id === id ? open.session : undefined
}

export const importCalls: Handlers<ImportCalls> = {
  'import.open': (context, { register: id, name, path, bytes }) =>
    asJob('import.open', async (signal) => {
      const { store } = openSession(context)
      const register = registerOf(id)
      if (!register || register.system) return refuse('unknown-register', { register: id })
      const source: WorkbookSource | null = bytes ? { bytes } : path ? { path } : null
      if (!source) return refuse('bad-input', { where: 'import.open' })
      dropImports(context)
      const opened = await ImportSession.open(source, name, {
        register,
        lookup: lookupIn(store),
        memory: memoryIn(store),
        host: context.options.parserHost,
        signal,
        onProgress: (done) =>
          context.emit({
            type: 'progress',
            jobId: 'import.open',
            label: name,
            done: Math.round(done * 100),
            total: 100,
          }),
      })
      if (!opened.ok) return refuse(opened.error.code, opened.error.args)
      const importId = randomUUID()
      openImports.set(context, { id: importId, session: opened.value, taken: false })
      return ok({ importId, ...opened.value.sheets() })
    }),

  'import.plan': (context, { importId, sheet, headerRows, mapping }) => {
    const session = importOf(context, importId)
    if (!session) return refuse('import-gone')
    const planned = session.plan({ sheet, headerRows, mapping })
    return planned.ok ? planned : refuse(planned.error.code, planned.error.args)
  },

  'import.rows': (context, { importId, status, offset, limit }) => {
    const session = importOf(context, importId)
    return session ? ok(session.rows(status, offset, limit)) : refuse('import-gone')
  },

  'import.commit': (context, { importId }) => {
    const session = importOf(context, importId)
    if (!session) return refuse('import-gone')
    const { store } = openSession(context)
    const counts = session.counts()
    const open = openImports.get(context)
    // Pressed twice: the rows are in already.
    if (!open || open.taken) return ok({ counts })
    store.snapshot('before-import')
    store.transaction(() => {
      const edits = session.toEdits()
      const label = `Nhập “${session.workbook.name}” (${edits.length} dòng)`
      const linked = withUnitRecords(store, edits)
      const committed = edits.length > 0 ? commitEdits(context, linked, 'import', label) : null
      store.park(session.toParked(importId), committed && committed.changes > 0 ? committed.group : null)
    })
    open.taken = true
    return ok({ counts })
  },

  'import.marked': (context, { importId }) => {
    const session = importOf(context, importId)
    if (!session) return refuse('import-gone')
    const marked = session.marked()
    return marked.ok
      ? ok({ name: marked.value.name, bytes: marked.value.bytes })
      : refuse(marked.error.code, marked.error.args)
  },

  'import.close': (context, { importId }) => {
    if (importOf(context, importId)) dropImports(context)
    return ok({})
  },

  'parked.list': (context, { register }) =>
    ok(
      openSession(context)
        .store.parked(register)
        .map(({ id, register: of, file, sheet, row, values, problems }) => ({
          id,
          register: of,
          file,
          sheet,
          row,
          values: values as Record<string, never>,
          problems: [...problems],
        })),
    ),

  'parked.accept': (context, { id, values }) => {
    const { store } = openSession(context)
    const row = store.parked().find((parked) => parked.id === id)
    const register = row ? registerOf(row.register) : undefined
    if (!row || !register) return refuse('record-gone')
    const parsed = parseSet(register, values)
    if (!parsed.ok) return parsed
    const edits = withUnitRecords(store, [{ id: null, register: register.id, set: parsed.value }])
    const recordId = store.transaction(() => {
      const committed = commitEdits(context, edits, 'import', `Nhận dòng ${row.row} đã sửa`)
      store.takeParked(id, committed.group)
      return committed.ids.at(-1)
    })
    if (!recordId) throw new Error('an accepted row is a record')
    return ok({ recordId })
  },

  'parked.discard': (context, { ids }) => {
    openSession(context).store.unpark(ids)
    context.emit({ type: 'changed', registers: ['*'] })
    return ok({})
  },
}

function lookupIn(store: SqliteStore): ImportLookup {
  return indexedLookup(
    (register) => store.all(register),
    (id) => store.get(id),
    (register) => registerOf(register)?.nameField,
  )
}

function memoryIn(store: SqliteStore): MappingMemory {
  type Mappings = Record<string, Record<string, string | null>>
  const all = () => store.setting<Mappings>(MAPPINGS_KEY) ?? {}
  return {
    get: (key) => all()[key],
    set: (key, mapping) => store.setSetting(MAPPINGS_KEY, { ...all(), [key]: { ...mapping } }),
  }
}
