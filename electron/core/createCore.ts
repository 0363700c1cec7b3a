// Composes the use cases behind the contract. Parsing both ways happens here and nowhere else in the core.
import { codeOf } from '../../db/dataFolder.ts'
import { StoreError } from '../../db/StoreRefusal.ts'
import { mayCall, rightOf } from '../../shared/ipc/callRights.ts'
import type { AppEvent } from '../../shared/ipc/contract.ts'
import { type CallName, contract } from '../../shared/ipc/contract.ts'
import type { CallAnswer, Core } from './Core.ts'
import { type CoreContext, type CoreOptions, type Handlers, LockedError, refuse } from './CoreContext.ts'
import { calendarCalls } from './calendarCalls.ts'
import { catalogueCalls } from './catalogueCalls.ts'
import { closeSession } from './closeSession.ts'
import { enrolCalls } from './enrolCalls.ts'
import { exportCalls } from './exportCalls.ts'
import { handinCalls } from './handinCalls.ts'
import { homeCalls } from './homeCalls.ts'
import { importCalls } from './importCalls.ts'
import { jobCalls } from './jobs.ts'
import { refused } from './opening.ts'
import { peopleCalls } from './peopleCalls.ts'
import { profileCalls } from './profileCalls.ts'
import { recordCalls } from './recordCalls.ts'
import { reviewCalls } from './reviewCalls.ts'
import { roleOf } from './roles.ts'
import { roomCalls } from './roomCalls.ts'
import { roundCalls } from './roundCalls.ts'
import { snapshotCalls } from './snapshotCalls.ts'
import { startCalls } from './startCalls.ts'
import { submissionCalls } from './submissionCalls.ts'
import { submissionDocumentCalls } from './submissionDocuments.ts'
import { syncCalls } from './syncCalls.ts'
import { templateCalls } from './templateCalls.ts'

const handlers: Handlers<CallName> = {
  ...startCalls,
  ...peopleCalls,
  ...snapshotCalls,
  ...recordCalls,
  ...reviewCalls,
  ...catalogueCalls,
  ...homeCalls,
  ...importCalls,
  ...exportCalls,
  ...templateCalls,
  ...handinCalls,
  ...roundCalls,
  ...profileCalls,
  ...roomCalls,
  ...calendarCalls,
  ...submissionCalls,
  ...submissionDocumentCalls,
  ...enrolCalls,
  ...syncCalls,
  ...jobCalls,
}

/** What a disk, a stick or the rights on a folder may do at any call, beside what the store itself explains. */
const DISK_ERRORS = new Set(['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'EBUSY', 'ENODEV', 'ENXIO'])

/**
 * One core over one data folder. Opens nothing until the person's PIN is given.
 * @param options see CoreOptions; the folder is made when absent.
 */
export function createCore(options: CoreOptions): Core {
  const listeners = new Set<(event: AppEvent) => void>()
  const context: CoreContext = {
    options,
    session: null,
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
  return {
    call: (name, input) => dispatch(context, name, input),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => closeSession(context),
  }
}

/** The one place that asks the role. A store that is not open has no role yet: its calls ask for the PIN themselves. */
function refusedByRole({ session }: CoreContext, call: CallName): CallAnswer | null {
  if (!session || mayCall(roleOf(session.store, session.user.id), call)) return null
  return refuse(rightOf(call) === 'manage' ? 'needs-manager' : 'needs-editor')
}

async function dispatch(context: CoreContext, name: string, input: unknown): Promise<CallAnswer> {
  if (!Object.hasOwn(contract, name))
    return { ok: false, error: { code: 'bad-input', args: { where: 'call' } } }
  const call = name as CallName
  const parsed = contract[call].input.safeParse(input)
  if (!parsed.success) {
    return {
      ok: false,
      error: {
        code: 'bad-input',
        args: { where: `${call}: ${parsed.error.issues[0]?.path.join('.') ?? ''}` },
      },
    }
  }
  const denied = refusedByRole(context, call)
  if (denied) return denied
  try {
    const handler = handlers[call] as (
      context: CoreContext,
      input: unknown,
    ) => ReturnType<Handlers<CallName>[CallName]>
    const answer = await handler(context, parsed.data)
    if (!answer.ok) return answer
    const output = contract[call].output.parse(answer.value)
    return { ok: true, value: output }
  } catch (thrown) {
    if (thrown instanceof LockedError) return { ok: false, error: { code: 'locked' } }
    if (thrown instanceof StoreError) return refused(thrown.refusal)
    const system = codeOf(thrown)
    if (system === 'ENOSPC' || system === 'EDQUOT') return { ok: false, error: { code: 'disk-full' } }
    if (DISK_ERRORS.has(system)) return { ok: false, error: { code: 'disk-error', args: { detail: system } } }
    console.error(`core: ${call} failed`, thrown instanceof Error ? thrown.stack : 'unknown')
    return { ok: false, error: { code: 'internal', args: { where: call } } }
  }
}
