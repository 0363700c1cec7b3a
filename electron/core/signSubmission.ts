// What a locked submission gets before it goes: the number that văn thư gave after signing, the day, who signed and in
// whose place, the scan of the signed paper; or, where the province allows it, a leader's approval by their own PIN.
import { unlock } from '../../db/keys.ts'
import type { Edit } from '../../db/OfficeStore.ts'
import { mayApprove } from '../../shared/ipc/callRights.ts'
import type { CallError, CallParsed } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CoreContext, openSession, refuse } from './CoreContext.ts'
import { keyOptions, refused } from './opening.ts'
import { commitEdits } from './recordCalls.ts'
import { roleOf } from './roles.ts'
import { settingsOf } from './settingsOf.ts'
import { isAsLocked, isSent, type SubmissionNow, submissionNow } from './submissions.ts'

/** Longest scan that is kept. */
export const MAX_SCAN_BYTES = 20 * 1024 * 1024

/** Writes the signature's particulars; they can be written again until it is sent. */
export function signSubmission(
  context: CoreContext,
  asked: CallParsed<'submissions.sign'>,
): Result<null, CallError> {
  const { store } = openSession(context)
  const found = signable(context, asked.id)
  if (!found.ok) return found
  const { scan } = asked
  if (scan && scan.bytes.byteLength > MAX_SCAN_BYTES) return refuse('scan-too-large', { mb: 20 })
  const set = {
    number: asked.number,
    signedOn: asked.signedOn,
    signerLines: asked.signer.lines.join('\n') || null,
    signerName: asked.signer.name || null,
  }
  store.transaction(() => {
    const kept: Edit['set'] = scan ? { scanName: scan.name, scanHash: store.addFile(scan.bytes) } : {}
    const edit = { id: asked.id, register: 'submission', set: { ...set, ...kept } }
    commitEdits(context, [edit], 'handin', `Ghi số, ký hiệu ${asked.number}`)
  })
  return ok(null)
}

/** A leader's approval by their own PIN, given at somebody else's desk. */
export async function approveSubmission(
  context: CoreContext,
  { id, userId, pin }: CallParsed<'submissions.approve'>,
): Promise<Result<null, CallError>> {
  const { store } = openSession(context)
  if (!settingsOf(store).inAppApproval) return refuse('approval-not-allowed')
  const found = signable(context, id)
  if (!found.ok) return found
  if (found.value.record.values.lockedBy === userId) return refuse('approve-own')
  if (!mayApprove(roleOf(store, userId))) return refuse('needs-approver')
  const known = await unlock(keyOptions(context), userId, pin)
  if (!known.ok) return refused(known.error)
  known.value.fill(0)
  // Nobody may have edited while the PIN was being checked.
  const still = signable(context, id)
  if (!still.ok) return still
  const set = { approvedBy: userId, approvedAt: context.options.now() }
  commitEdits(context, [{ id, register: 'submission', set }], 'handin', 'Duyệt trong phần mềm')
  return ok(null)
}

/** What is signed must be what is locked: a signature is not written on pages that no longer say what the registers say. */
function signable(context: CoreContext, id: string): Result<SubmissionNow, CallError> {
  const { store } = openSession(context)
  const submission = submissionNow(store, id)
  if (!submission) return refuse('record-gone')
  if (isSent(submission)) return refuse('already-sent')
  if (!isAsLocked(store, submission)) return refuse('changed-since-locked')
  return ok(submission)
}
