// Excel in, as the screen lives it: open, plan, look, take in, hand back. Good rows come in as one undo step; rows with a
// bad cell wait in "Chờ sửa" and are lost by nothing but a person's own press.
import { randomUUID } from 'node:crypto'
import type { ParkedRow } from '../../db/OfficeStore.ts'
import type { SqliteStore } from '../../db/SqliteStore.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { ImportSession } from '../import/importSession.ts'
import type { WorkbookSource } from '../import/readWorkbook.ts'
import { type CoreContext, type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { importSettings } from './importSettings.ts'
import { asJob } from './jobs.ts'
import { recordsToHandIn } from './lists.ts'
import { localDay } from './localDay.ts'
import { parseSet } from './parseSet.ts'
import { prepareImport } from './prepareImport.ts'
import { commitEdits } from './recordCalls.ts'
import { recordName } from './recordDto.ts'
import { takeIn } from './takeIn.ts'
import { withUnitRecords } from './unitRecords.ts'
import { writeFileDurably } from './writeFileDurably.ts'

type ImportCalls =
  | 'import.open'
  | 'import.plan'
  | 'import.rows'
  | 'import.commit'
  | 'import.marked'
  | 'import.fill'
  | 'import.close'
  | 'parked.list'
  | 'parked.accept'
  | 'parked.discard'

/** One at a time: a workbook of 50 MB is held in memory. */
const openImports = new WeakMap<CoreContext, OpenImport>()

type OpenImport = {
  readonly id: string
  readonly session: ImportSession
  taken: boolean
  /** Ends the work that goes on while the dry run is looked at. */
  stopPreparing: () => void
}

export function dropImports(context: CoreContext): void {
  openImports.get(context)?.stopPreparing()
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
        ...importSettings(context, store, register),
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
      openImports.set(context, { id: importId, session: opened.value, taken: false, stopPreparing: () => {} })
      return ok({ importId, ...opened.value.sheets() })
    }),

  'import.plan': (context, { importId, sheet, headerRows, mapping }) => {
    const session = importOf(context, importId)
    if (!session) return refuse('import-gone')
    const open = openImports.get(context)!
    open.stopPreparing()
    const planned = session.plan({ sheet, headerRows, mapping })
    if (!planned.ok) return refuse(planned.error.code, planned.error.args)
    const { store } = openSession(context)
    if (!open.taken)
      open.stopPreparing = prepareImport(store, () => withUnitRecords(store, session.toEdits()))
    return planned
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
    open.stopPreparing()
    store.snapshot('before-import')
    takeIn(context, session, importId)
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

  'import.fill': (context, { importId, path, ...input }) => {
    const session = importOf(context, importId)
    if (!session) return refuse('import-gone')
    const { store } = openSession(context)
    const period = localDay(new Date(context.options.now())).slice(0, 4)
    const records = recordsToHandIn(store, session.register.id, period).filter(
      (record) => record.register === session.register.id,
    )
    const filled = session.fill(
      input,
      records.map(({ values }) => values),
      officeOf(store).name,
    )
    if (!filled.ok) return refuse(filled.error.code, filled.error.args)
    const { name, bytes, unanswered } = filled.value
    const answer = { name, rows: records.length, unanswered: [...unanswered] }
    if (!path) return ok({ ...answer, bytes, path: null })
    const written = writeFileDurably(path, bytes)
    return written.ok ? ok({ ...answer, bytes: null, path }) : refuse(written.error.code)
  },

  'import.close': (context, { importId }) => {
    if (importOf(context, importId)) dropImports(context)
    return ok({})
  },

  'parked.list': (context, { register }) => {
    const { store } = openSession(context)
    return ok(store.parked(register).map((row) => parkedToDto(store, row)))
  },

  'parked.accept': (context, { id, values }) => {
    const { store } = openSession(context)
    const row = store.parked().find((parked) => parked.id === id)
    const register = row ? registerOf(row.register) : undefined
    if (!row || !register) return refuse('record-gone')
    const target = proposedFor(row)
    if (target !== null && store.get(target)?.deleted !== false) return refuse('record-gone')
    const parsed = parseSet(register, values)
    if (!parsed.ok) return parsed
    const edits = withUnitRecords(store, [{ id: target, register: register.id, set: parsed.value }])
    const label = target === null ? `Nhận dòng ${row.row} đã sửa` : `Nhận đề xuất ở dòng ${row.row}`
    const recordId = store.transaction(() => {
      const committed = commitEdits(context, edits, 'import', label)
      // What it proposes stands already: no step takes the row in, so it is simply done with.
      if (committed.changes === 0) store.unpark([id])
      else store.takeParked(id, committed.group)
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

/** The accepted record that a parked row would change; null for a row that waits to be mended. */
function proposedFor(row: ParkedRow): string | null {
  return row.problems.find((problem) => problem.recordId !== undefined)?.recordId ?? null
}

function parkedToDto(store: SqliteStore, row: ParkedRow): CallOutput<'parked.list'>[number] {
  const { id, register, file, sheet, row: number, values, problems } = row
  const recordId = proposedFor(row)
  const record = recordId === null ? undefined : store.get(recordId)
  const before = record ? Object.keys(values).map((field) => [field, record.values[field] ?? null]) : []
  return {
    id,
    register,
    file,
    sheet,
    row: number,
    values: values as Record<string, never>,
    problems: [...problems],
    recordId,
    recordName: record ? recordName(register, record.values) : '',
    before: Object.fromEntries(before),
  }
}
