// What the whole window knows: phase of the store, who works, undo, sync. Refreshed by the core's events; screens read,
// and never keep copies of their own.
import { create } from 'zustand'
import type { AppStatus, SyncStatus } from '../../../shared/ipc/contract.ts'
import type { ProfileId } from '../../../shared/registers/define.ts'
import { useLanguage } from '../../ui/language.ts'
import { ask, getBridge } from '../bridge/bridge.ts'
import { textNow } from '../text.ts'
import { savePending } from './pendingSaves.ts'
import { showToast } from './toastStore.ts'

type Undo = { readonly label: string; readonly at: number } | null

type AppState = {
  /** Set while the recovery code is on screen: the store is open by then, but the code is shown only once. */
  readonly settingUp: boolean
  readonly status: AppStatus | null
  readonly sync: SyncStatus | null
  readonly undo: Undo
  readonly redo: Undo
  readonly preferences: Readonly<Record<string, unknown>>
  /** Counts up at each `changed` event; lists of that register refetch. */
  readonly versions: Readonly<Record<string, number>>
  readonly jobs: Readonly<Record<string, { label: string; done: number; total: number }>>
}

export const useApp = create<AppState>()(() => ({
  settingUp: false,
  status: null,
  sync: null,
  undo: null,
  redo: null,
  preferences: {},
  versions: {},
  jobs: {},
}))

export async function refreshStatus(): Promise<void> {
  const before = useApp.getState().status?.phase
  const status = await ask('app.status', {})
  if (!status) return
  if (status.phase === 'open' && before !== 'open') await openSession()
  useApp.setState({ status })
}

async function openSession(): Promise<void> {
  const [preferences, sync] = await Promise.all([ask('preferences.get', {}), ask('sync.status', {})])
  const language = preferences?.language
  if (language === 'vi' || language === 'en') useLanguage.getState().setLanguage(language)
  useApp.setState({ preferences: preferences ?? {}, sync })
  await refreshUndo()
}

export async function refreshUndo(): Promise<void> {
  const state = await ask('undo.state', {})
  if (state) useApp.setState({ undo: state.undo, redo: state.redo })
}

let undoing: Promise<void> = Promise.resolve()

/** One step back or forth, of whatever was done last: edit, paste, import, delete. Quick presses follow each other. */
export function undoOrRedo(which: 'undo' | 'redo'): Promise<void> {
  undoing = undoing.then(async () => {
    await savePending()
    // What the page knew may be older than the last press.
    await refreshUndo()
    if (!useApp.getState()[which]) return
    const done = await ask(which === 'undo' ? 'undo.undo' : 'undo.redo', {})
    const said = which === 'undo' ? 'top.undone' : 'top.redone'
    if (done) showToast({ kind: 'info', text: textNow(said, { label: done.label }) })
    await refreshUndo()
  })
  return undoing
}

/** Says what was done, with a button that takes exactly that step back. */
export async function showDone(text: string): Promise<void> {
  await refreshUndo()
  const step = useApp.getState().undo
  const undoes = step ? { undoes: { at: step.at, run: () => void undoOrRedo('undo') } } : {}
  showToast({ kind: 'good', text, ...undoes })
}

/** Remembers how a person likes the page, e.g. a grid's columns. */
export function setPreference(key: string, value: unknown): void {
  useApp.setState((state) => ({ preferences: { ...state.preferences, [key]: value } }))
  void ask('preferences.set', { key, value })
}

function bump(registers: readonly string[]): void {
  useApp.setState((state) => {
    const versions: Record<string, number> = { ...state.versions, '*': (state.versions['*'] ?? 0) + 1 }
    for (const register of registers) versions[register] = (versions[register] ?? 0) + 1
    return { versions }
  })
}

/** Version of a register's data, or of anything at all (`*`): a dependency for effects that fetch. */
export function useVersion(register: string): number {
  return useApp((state) => state.versions[register] ?? 0)
}

/** The office's legal profile. */
export function useProfile(): ProfileId {
  return useApp((state) => state.status?.office?.profile ?? 'current_2025')
}

/** Starts listening to the core; called once. */
export function startApp(): void {
  getBridge().subscribe((event) => {
    if (event.type === 'changed') {
      bump(event.registers)
      void refreshUndo()
    } else if (event.type === 'sync') useApp.setState({ sync: event.status })
    else if (event.type === 'status') void refreshStatus()
    else setJob(event.jobId, event)
  })
  void refreshStatus()
}

function setJob(jobId: string, job: { label: string; done: number; total: number }): void {
  useApp.setState((state) => {
    const jobs = { ...state.jobs, [jobId]: { label: job.label, done: job.done, total: job.total } }
    if (job.done >= job.total) delete jobs[jobId]
    return { jobs }
  })
}
