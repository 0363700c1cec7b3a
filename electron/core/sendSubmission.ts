// Gửi: a signed submission becomes hand-ins, sealed and queued. What goes is exactly what was locked, printed and signed;
// anything else is refused, with the work untouched.
import type { CallError, CallParsed } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CoreContext, openSession, refuse } from './CoreContext.ts'
import { leftSeq } from './handins.ts'
import { makeHandins } from './makeHandins.ts'
import { peopleOf } from './people.ts'
import { commitEdits } from './recordCalls.ts'
import { settingsOf } from './settingsOf.ts'
import { isAsLocked, isSent, listsNow, submissionNow, submissionsNow } from './submissions.ts'
import { packOf } from './sync/officePack.ts'
import { sealOutbox } from './sync/sealOutbox.ts'

export function sendSubmission(
  context: CoreContext,
  { id, way, passedOver }: CallParsed<'submissions.send'>,
): Result<null, CallError> {
  const { store, user, keys } = openSession(context)
  const submission = submissionNow(store, id)
  if (!submission) return refuse('record-gone')
  if (isSent(submission)) return refuse('already-sent')
  if (!isAsLocked(store, submission)) return refuse('changed-since-locked')
  const { values } = submission.record
  const rules = settingsOf(store)
  if (!values.number && !(rules.inAppApproval && values.approvedBy)) return refuse('not-signed')
  const reason = passedOver?.trim() ?? ''
  if (rules.fourEyes && values.lockedBy === user.id && reason === '') return refuse('second-person-needed')
  const pack = packOf(store)
  if (!pack && (way === 'line' || way === 'stick')) return refuse('sync-no-pack')
  const now = context.options.now()
  const set = { sentWay: way, sentAt: now, ...(reason ? { passedOver: reason } : {}) }
  const period = String(values.period ?? '')
  const of = { id, round: String(values.round ?? ''), set }
  makeHandins(context, listsNow(store, submission), period, of, 'Gửi báo cáo')
  if (pack) sealOutbox(store, pack, keys, peopleOf(store), now)
  return ok(null)
}

/**
 * A file with everything unsent is about to be written: what was to go by line goes by stick. To be called before the
 * bundles are sealed, so that the file says so itself.
 */
export function markCarried(context: CoreContext): void {
  const { store } = openSession(context)
  const left = leftSeq(store)
  const edits = submissionsNow(store)
    .filter((submission) => isSent(submission) && submission.record.values.sentWay === 'line')
    .filter(({ handins }) =>
      handins.some((handin) => handin.state === 'queued' && (store.get(handin.id)?.ref.seq ?? 0) > left),
    )
    .map(({ record }) => ({ id: record.id, register: 'submission', set: { sentWay: 'stick' } }))
  if (edits.length > 0) commitEdits(context, edits, 'handin', 'Gửi bằng USB')
}
