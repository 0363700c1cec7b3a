// What the keyboard and the clipboard do to records: one cell, a pasted block, fill down, clear, delete. Every act is
// one undo step; cells whose text is not understood are reported with their text and keep their old value.
import type { CallInput, RecordDto } from '../../../shared/ipc/contract.ts'
import type { Field, Reference, Register, Value } from '../../../shared/registers/define.ts'
import { valueFromText } from '../../../shared/registers/displayValue.ts'
import type { ValueError } from '../../../shared/registers/schema.ts'
import { foldVietnamese } from '../../../shared/text/fold.ts'
import { SHIPPED } from '../../../shared/units/shippedId.ts'
import { ask } from '../bridge/bridge.ts'

export type BadCell = {
  readonly row: number
  readonly field: Field
  readonly text: string
  readonly problem: ValueError['code'] | 'province'
}
export type EditOutcome = {
  readonly saved: number
  readonly created: number
  readonly bad: readonly BadCell[]
}

type Edit = CallInput<'records.saveMany'>['edits'][number]
export const MAX_BLOCK_ROWS = 20_000

/** A reference typed by name is tied to the record of exactly that name, if there is one; else it keeps its text. */
export async function resolveReferences(field: Field, value: Value): Promise<Value> {
  if (value === null || typeof value !== 'object' || !field.target) return value
  if (Array.isArray(value)) {
    return Promise.all((value as readonly Reference[]).map((one) => resolveOne(field.target!, one)))
  }
  return resolveOne(field.target, value as Reference)
}

async function resolveOne(target: string, reference: Reference): Promise<Reference> {
  if (reference.id !== null) return reference
  const key = foldVietnamese(reference.text)
  const found = await ask('records.suggest', { target, search: reference.text.slice(0, 500), limit: 8 })
  // What is no record yet is a person's choice, never a paste's.
  const exact = (found ?? []).filter(
    (name) => foldVietnamese(name.name) === key && !name.id.startsWith(SHIPPED),
  )
  return exact.length === 1 ? { text: exact[0]!.name, id: exact[0]!.id } : reference
}

/** Saves one value; yields the record as it now is, or null when refused. */
export async function saveCell(
  register: Register,
  id: string | null,
  field: Field,
  value: Value,
): Promise<RecordDto | null> {
  const resolved = await resolveReferences(field, value)
  const saved = await ask('records.save', {
    register: register.id,
    id,
    set: { [field.id]: resolved as never },
  })
  return saved?.record ?? null
}

export type BlockTarget = {
  readonly register: Register
  /** First row, 0-based. */
  readonly top: number
  /** Fields from the first column on, as shown. */
  readonly fields: readonly Field[]
  /** Record ids of rows top, top + 1 …; past their end rows are new. */
  readonly ids: readonly string[]
  readonly label: string
}

/** Puts a block of texts into the rows; rows past the last record become new records. */
export async function pasteBlock(
  target: BlockTarget,
  cells: readonly (readonly string[])[],
): Promise<EditOutcome> {
  const bad: BadCell[] = []
  const known = new Map<string, Value>()
  const edits: Edit[] = []
  for (const [down, texts] of cells.slice(0, MAX_BLOCK_ROWS).entries()) {
    const set: Record<string, Value> = {}
    for (const [across, text] of texts.entries()) {
      const field = target.fields[across]
      if (!field) break
      const read = readCell(field, text)
      if (typeof read === 'string') bad.push({ row: target.top + down, field, text, problem: read })
      else set[field.id] = await resolveCached(field, read.value, known)
    }
    const id = target.ids[down] ?? null
    const isBlank = Object.values(set).every((value) => value === null)
    if (Object.keys(set).length > 0 && !(id === null && isBlank)) edits.push({ id, set: set as Edit['set'] })
  }
  if (edits.length === 0) return { saved: 0, created: 0, bad }
  const done = await ask('records.saveMany', { register: target.register.id, label: target.label, edits })
  if (!done) return { saved: 0, created: 0, bad }
  const created = edits.filter((edit) => edit.id === null).length
  return { saved: edits.length - created, created, bad }
}

function readCell(field: Field, text: string): { value: Value } | ValueError['code'] | 'province' {
  if (field.writer === 'province') return 'province'
  const read = valueFromText(field, text)
  return read.ok ? { value: read.value } : read.error.code
}

async function resolveCached(field: Field, value: Value, known: Map<string, Value>): Promise<Value> {
  if (value === null || typeof value !== 'object' || !field.target) return value
  const key = `${field.id}\0${JSON.stringify(value)}`
  const found = known.get(key)
  if (found !== undefined) return found
  const resolved = await resolveReferences(field, value)
  known.set(key, resolved)
  return resolved
}

/** Sets the same fields of many records, as one step. */
export async function setMany(
  register: Register,
  label: string,
  ids: readonly string[],
  set: Readonly<Record<string, Value>>,
): Promise<boolean> {
  const edits = ids.slice(0, MAX_BLOCK_ROWS).map((id) => ({ id, set: set as Edit['set'] }))
  return (await ask('records.saveMany', { register: register.id, label, edits })) !== null
}

/** Records of rows first…last in the grid's own order, also those that are not on screen. */
export async function recordsBetween(
  query: Omit<CallInput<'records.window'>, 'offset' | 'limit'>,
  first: number,
  last: number,
): Promise<RecordDto[]> {
  const rows: RecordDto[] = []
  const end = Math.min(last, first + MAX_BLOCK_ROWS - 1)
  while (first + rows.length <= end) {
    const limit = Math.min(1_000, end - first - rows.length + 1)
    const found = await ask('records.window', { ...query, offset: first + rows.length, limit })
    if (!found || found.rows.length === 0) break
    rows.push(...found.rows)
  }
  return rows
}
