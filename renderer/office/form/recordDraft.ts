// One record being edited: what was typed, what is saved. Each field is saved by itself, at the latest 300 ms after it
// was left; saves go one after the other, so that a new record is never made twice. What a refused save held stays
// typed and is tried again with the next one.
import { create } from 'zustand'
import type { CallOutput, RecordDto, Remark } from '../../../shared/ipc/contract.ts'
import type { Problem } from '../../../shared/ipc/parts.ts'
import type { Register, Value, Values } from '../../../shared/registers/define.ts'
import { emptyRecord } from '../../../shared/registers/schema.ts'
import { ask } from '../bridge/bridge.ts'

const SAVE_DELAY_MS = 200

type Opened = CallOutput<'records.get'>

export type DraftState = {
  readonly id: string | null
  readonly record: RecordDto | null
  readonly values: Values
  readonly problems: readonly Problem[]
  readonly remarks: readonly Remark[]
  readonly saving: 'idle' | 'waiting' | 'saving' | 'failed'
  readonly savedAt: number | null
}

export type RecordDraft = ReturnType<typeof createRecordDraft>

/**
 * @param id null for a new record, which is made by its first saved field
 * @param initial values put in beforehand (a child's parent); saved with the first field
 * @param onCreated called once with the new record's id
 */
export function createRecordDraft(
  register: Register,
  id: string | null,
  initial: Values,
  onCreated: (id: string) => void,
) {
  const own = Object.entries(emptyRecord(register)).filter(([, value]) => value !== null)
  const pending = new Map<string, Value>(id === null ? [...own, ...Object.entries(initial)] : [])
  let timer: ReturnType<typeof setTimeout> | undefined
  let chain: Promise<void> = Promise.resolve()

  const useDraft = create<DraftState>()(() => ({
    id,
    record: null,
    values: Object.fromEntries(pending),
    problems: [],
    remarks: [],
    saving: 'idle',
    savedAt: null,
  }))

  async function load(): Promise<void> {
    const current = useDraft.getState().id
    if (current === null) return
    const opened = await ask('records.get', { id: current })
    if (opened) take(opened.record, opened.problems, opened.remarks)
  }

  function take(record: RecordDto, problems: readonly Problem[], remarks?: Opened['remarks']): void {
    useDraft.setState((state) => ({
      id: record.id,
      record,
      values: { ...(record.values as Values), ...Object.fromEntries(pending) },
      problems,
      remarks: remarks ?? state.remarks,
    }))
  }

  async function save(): Promise<void> {
    if (pending.size === 0) return
    const set = Object.fromEntries(pending)
    const before = useDraft.getState().id
    useDraft.setState({ saving: 'saving' })
    const saved = await ask('records.save', { register: register.id, id: before, set: set as never })
    if (!saved) return useDraft.setState({ saving: 'failed' })
    for (const [field, value] of Object.entries(set)) {
      // Typed again while the save was under way: the newer value waits for its own save.
      if (pending.get(field) === value) pending.delete(field)
    }
    take(saved.record, saved.problems)
    useDraft.setState({ saving: pending.size > 0 ? 'waiting' : 'idle', savedAt: Date.now() })
    if (before === null) onCreated(saved.record.id)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    chain = chain.then(save)
    return chain
  }

  return {
    useDraft,
    load,
    /** Typed, not yet left: shown, and kept for the save that follows. */
    type(field: string, value: Value): void {
      pending.set(field, value)
      useDraft.setState((state) => ({ values: { ...state.values, [field]: value }, saving: 'waiting' }))
    },
    /** The field was left: save it soon, together with what else waits. */
    leave(): void {
      if (pending.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), SAVE_DELAY_MS)
    },
    /** Saves what waits now; resolves when it is saved or refused. */
    flush,
  }
}
