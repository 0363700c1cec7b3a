// Records: windows for the grid, one save a change, many as one undo step. Any unfinished record can be saved.
import type { Committed, Edit, OfficeStore, Origin, RecordQuery, StoredRecord } from '../../db/OfficeStore.ts'
import { StoreError } from '../../db/StoreRefusal.ts'
import { DELETED } from '../../shared/change/change.ts'
import type { Problem } from '../../shared/ipc/parts.ts'
import type { Values } from '../../shared/registers/define.ts'
import { childrenOf, registerOf } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { foldVietnamese } from '../../shared/text/fold.ts'
import { type CoreContext, type Handlers, openSession, refuse, type Session } from './CoreContext.ts'
import { parseSet } from './parseSet.ts'
import { personName } from './people.ts'
import { problemsOf, refreshProblems } from './problems.ts'
import { recordName, recordToDto } from './recordDto.ts'
import { remarksOf } from './reviewCalls.ts'
import { suggestUnits, withUnitRecords } from './unitRecords.ts'

type RecordCalls =
  | 'records.window'
  | 'records.get'
  | 'records.save'
  | 'records.saveMany'
  | 'records.delete'
  | 'records.history'
  | 'records.suggest'
  | 'records.problems'
  | 'undo.state'
  | 'undo.undo'
  | 'undo.redo'

const MOST_CHILDREN = 100_000

/** Commits edits as one undo step, counts the touched records' problems anew and tells the page. */
export function commitEdits(
  context: CoreContext,
  edits: readonly Edit[],
  origin: Origin,
  label: string,
): Committed {
  const session = openSession(context)
  checkFields(edits)
  const committed = session.store.commit(edits, metaOf(context, session, origin, label))
  afterCommit(context, committed.ids, committed.created)
  return committed
}

/** What the page or a file brings was parsed before; a field that no register has is a slip of our own and must not pass. */
function checkFields(edits: readonly Edit[]): void {
  const known = new Map<string, ReadonlySet<string>>()
  for (const { register, set } of edits) {
    const ids = known.get(register) ?? new Set(registerOf(register)?.fields.map((field) => field.id))
    known.set(register, ids)
    for (const id of Object.keys(set))
      if (!ids.has(id) && id !== DELETED) throw new Error(`${register} has no field ${id}`)
  }
}

/** The live records that hang on this one: a database's data items go and come back with it. */
function childrenIn(store: OfficeStore, record: StoredRecord): StoredRecord[] {
  return childrenOf(record.register).flatMap((child) => {
    const children = store.window({
      register: child.id,
      parentId: record.id,
      offset: 0,
      limit: MOST_CHILDREN,
    }).rows
    return [...children, ...children.flatMap((grandchild) => childrenIn(store, grandchild))]
  })
}

function metaOf(context: CoreContext, session: Session, origin: Origin, label: string) {
  return { actor: session.user.id, origin, label, at: context.options.now() }
}

/**
 * Counts the problems of what was written anew and tells the page. What was committed is never answered as refused: a
 * disk that filled up in between leaves the counts as they were, until the records' next save.
 */
export function afterCommit(
  context: CoreContext,
  ids: readonly string[],
  created?: Committed['created'],
): void {
  const { store } = openSession(context)
  context.emit({ type: 'changed', registers: [...countAgain(store, ids, created)] })
}

function countAgain(
  store: OfficeStore,
  ids: readonly string[],
  created?: Committed['created'],
): ReadonlySet<string> {
  try {
    return refreshProblems(store, ids, created)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    console.error(`core: problems were not counted: ${error.refusal.code}`)
    return new Set(store.getMany(ids).map((record) => record.register))
  }
}

function singularOf(register: string): string {
  return registerOf(register)?.singular.vi ?? register
}

export const recordCalls: Handlers<RecordCalls> = {
  'records.window': (context, query) => {
    const { store } = openSession(context)
    if (!registerOf(query.register)) return refuse('unknown-register', { register: query.register })
    const window = store.window(query as RecordQuery)
    return ok({ total: window.total, rows: window.rows.map(recordToDto) })
  },

  'records.get': (context, { id }) => {
    const { store } = openSession(context)
    const record = store.get(id)
    if (!record) return refuse('record-gone')
    return ok({
      record: recordToDto(record),
      problems: problemsOf(store, record),
      remarks: remarksOf(store, id),
    })
  },

  'records.save': (context, { register, id, set }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    if (id && store.get(id)?.register !== register) return refuse('record-gone')
    const parsed = parseSet(definition, set)
    if (!parsed.ok) return parsed
    const label = `${id ? 'Sửa' : 'Thêm'} ${singularOf(register).toLowerCase()}`
    const edits = withUnitRecords(store, [{ id, register, set: parsed.value }])
    const saved = commitEdits(context, edits, 'edit', label).ids.at(-1)
    const record = saved ? store.get(saved) : undefined
    if (!record) throw new Error('a committed record is there')
    return ok({ record: recordToDto(record), problems: problemsOf(store, record) })
  },

  'records.saveMany': (context, { register, label, edits }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    const parsedEdits: Edit[] = []
    for (const edit of edits) {
      if (edit.id && store.get(edit.id)?.register !== register) return refuse('record-gone')
      const parsed = parseSet(definition, edit.set)
      if (!parsed.ok) return parsed
      parsedEdits.push({ id: edit.id, register, set: parsed.value })
    }
    const all = withUnitRecords(store, parsedEdits)
    const { ids } = commitEdits(context, all, 'paste', label)
    return ok({ ids: ids.slice(all.length - parsedEdits.length) })
  },

  'records.delete': (context, { register, ids }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    const records = store.getMany(ids).filter((record) => record.register === register && !record.deleted)
    if (records.length === 0) return refuse('record-gone')
    const first = records[0]
    const label =
      records.length === 1 && first
        ? `Xóa “${recordName(register, first.values)}”`
        : `Xóa ${records.length} dòng`
    const family = [...records, ...records.flatMap((record) => childrenIn(store, record))]
    const edits = family.map((record) => ({
      id: record.id,
      register: record.register,
      set: {},
      delete: true,
    }))
    commitEdits(context, edits, 'edit', label)
    return ok({})
  },

  'records.history': (context, { id }) => {
    const { store } = openSession(context)
    if (!store.get(id)) return refuse('record-gone')
    return ok(
      store.history(id).map((entry) => ({
        at: entry.at,
        actor: personName(store, entry.actor),
        origin: entry.origin,
        set: entry.set as Record<string, never>,
        before: entry.before as Record<string, never>,
        merged: entry.merged,
      })),
    )
  },

  'records.suggest': (context, { target, search, limit }) => {
    const { store } = openSession(context)
    if (!registerOf(target)) return refuse('unknown-register', { register: target })
    const window = store.window({
      register: target,
      search: foldVietnamese(search) ? search : undefined,
      offset: 0,
      limit,
    })
    const saved = window.rows.map((row) => ({
      id: row.id,
      name: recordName(target, row.values),
      note: noteOf(row.values),
    }))
    const shipped = target === 'unit' ? suggestUnits(store, search, limit - saved.length) : []
    return ok([...saved, ...shipped])
  },

  'records.problems': (context, { register }) => {
    const { store } = openSession(context)
    const found: (Problem & { recordId: string; recordName: string })[] = []
    const withProblems = store.window({
      register,
      filters: [{ field: '$problems', op: 'is', value: true }],
      offset: 0,
      limit: 1_000,
    })
    for (const record of withProblems.rows) {
      const name = recordName(register, record.values)
      for (const problem of problemsOf(store, record))
        found.push({ ...problem, recordId: record.id, recordName: name })
    }
    return ok(found)
  },

  'undo.state': (context) => ok(openSession(context).store.undoState()),

  'undo.undo': (context) => {
    const session = openSession(context)
    const label = session.store.undoState().undo?.label
    const undone = session.store.undo(metaOf(context, session, 'undo', label ?? ''))
    if (!undone || label === undefined) return refuse('nothing-to-undo')
    afterCommit(context, undone.ids)
    return ok({ label })
  },

  'undo.redo': (context) => {
    const session = openSession(context)
    const label = session.store.undoState().redo?.label
    const redone = session.store.redo(metaOf(context, session, 'redo', label ?? ''))
    if (!redone || label === undefined) return refuse('nothing-to-redo')
    afterCommit(context, redone.ids)
    return ok({ label })
  },
}

/** A second line under a suggestion: the first other text of the record. */
function noteOf(values: Values): string {
  for (const key of ['code', 'parentName', 'adminCode', 'position']) {
    const value = values[key]
    if (typeof value === 'string' && value) return value
  }
  return ''
}
