// Khóa để ký: a round's lists are written down by their hashes, so that what is printed, what is signed and what is sent
// can be told to be the same. Locking stops nobody from editing; an edit shows as “in lại”. No undo takes a lock back:
// paper with its code may be on the chairman's desk. Unlocking does, until it is sent.
import type { Edit } from '../../db/OfficeStore.ts'
import type { CallError, CallParsed } from '../../shared/ipc/contract.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { ok, type Result } from '../../shared/result.ts'
import { askedRound } from './askedRounds.ts'
import { type CoreContext, openSession, refuse } from './CoreContext.ts'
import { type ListNow, listNow } from './lists.ts'
import { localDay } from './localDay.ts'
import { commitEdits } from './recordCalls.ts'
import { refreshStates } from './recordStates.ts'
import type { AskedRound } from './ruleRounds.ts'
import { hashOfLists, isSent, type SubmissionNow, submissionNow, submissionsNow } from './submissions.ts'

/**
 * Locks the round's lists as they are now. A submission of the round that was not sent is replaced; one that was sent is
 * superseded.
 * @returns the new submission's id, or why there is nothing to lock
 */
export function lockSubmission(
  context: CoreContext,
  asked: CallParsed<'submissions.lock'>,
): Result<string, CallError> {
  const { store } = openSession(context)
  const round = askedRound(store, localDay(new Date(context.options.now())), asked.round)
  if (!round || round.items.length === 0) return refuse('round-gone')
  const lists = round.items.map(({ register }) => listNow(store, register, round.period))
  const lacking = whatIsLacking(round, lists)
  if (!lacking.ok) return lacking
  const before = submissionsNow(store).find(({ record }) => record.values.round === round.id)
  const replaced = before && !isSent(before) ? before : undefined
  const label = `Khóa để ký: ${round.name}`
  const id = store.transaction(() => {
    const made = newSubmission(context, asked, round, lists, before)
    const [submission] = commitEdits(context, [made], 'handin', label).ids
    if (!submission) throw new Error('a locked submission has its id')
    const rest = [...newLists(submission, lists), ...(replaced ? gone(replaced) : [])]
    commitEdits(context, rest, 'handin', label)
    return submission
  })
  refreshStates(store)
  return ok(id)
}

/** Takes back a lock that was not sent. */
export function unlockSubmission(context: CoreContext, id: string): Result<null, CallError> {
  const { store } = openSession(context)
  const submission = submissionNow(store, id)
  if (!submission) return refuse('record-gone')
  if (isSent(submission)) return refuse('already-sent')
  commitEdits(context, gone(submission), 'handin', 'Bỏ khóa')
  refreshStates(store)
  return ok(null)
}

/** Every list must say something, and “Không phát sinh” only where it was asked for. */
function whatIsLacking(round: AskedRound, lists: readonly ListNow[]): Result<null, CallError> {
  for (const list of lists) {
    const label = registerOf(list.register)?.label.vi ?? list.register
    if (list.nil) {
      const item = round.items.find(({ register }) => register === list.register)
      if (!item?.nilAllowed) return refuse('nil-not-allowed', { list: label })
    } else if (list.members.length === 0) return refuse('round-list-empty', { list: label })
  }
  return ok(null)
}

function newSubmission(
  context: CoreContext,
  asked: CallParsed<'submissions.lock'>,
  round: AskedRound,
  lists: readonly ListNow[],
  before: SubmissionNow | undefined,
): Edit {
  const old = before?.record.values
  const isReplaced = before !== undefined && !isSent(before)
  const supersedes = isReplaced ? (old?.supersedes ?? null) : (before?.record.id ?? null)
  return {
    id: null,
    register: 'submission',
    set: {
      round: round.id,
      period: round.period,
      kind: asked.kind ?? old?.kind ?? 'cong_van',
      contentHash: hashOfLists(round.period, lists),
      lockedAt: context.options.now(),
      lockedBy: openSession(context).user.id,
      supersedes,
      note: asked.note ?? (isReplaced ? (old?.note ?? null) : null),
    },
  }
}

function newLists(submission: string, lists: readonly ListNow[]): Edit[] {
  return lists.map(({ register, contentHash, count, nil }) => ({
    id: null,
    register: 'submission-list',
    set: { submission, register, contentHash, count, nil },
  }))
}

function gone({ record, lists }: SubmissionNow): Edit[] {
  return [record, ...lists].map(({ id, register }) => ({ id, register, set: {}, delete: true }))
}
