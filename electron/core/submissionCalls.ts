// Answers to rounds (lần nộp báo cáo): locked, signed on paper or approved, sent.
import type { CallError } from '../../shared/ipc/contract.ts'
import type { Submission } from '../../shared/ipc/roundCalls.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { localDay } from './localDay.ts'
import { lockSubmission, unlockSubmission } from './lockSubmission.ts'
import { sendSubmission } from './sendSubmission.ts'
import { approveSubmission, signSubmission } from './signSubmission.ts'
import { submissionNow, submissionsNow, submissionToDto } from './submissions.ts'

type SubmissionCalls =
  | 'submissions.list'
  | 'submissions.get'
  | 'submissions.lock'
  | 'submissions.unlock'
  | 'submissions.sign'
  | 'submissions.scan'
  | 'submissions.approve'
  | 'submissions.send'

export const submissionCalls: Handlers<SubmissionCalls> = {
  'submissions.list': (context) => {
    const { store } = openSession(context)
    const today = localDay(new Date(context.options.now()))
    return ok(submissionsNow(store).map((submission) => submissionToDto(store, submission, today)))
  },

  'submissions.get': (context, { id }) => shown(context, id),

  'submissions.lock': (context, asked) => {
    const locked = lockSubmission(context, asked)
    return locked.ok ? shown(context, locked.value) : locked
  },

  'submissions.unlock': (context, { id }) => {
    const unlocked = unlockSubmission(context, id)
    return unlocked.ok ? ok({}) : unlocked
  },

  'submissions.sign': (context, asked) => {
    const signed = signSubmission(context, asked)
    return signed.ok ? shown(context, asked.id) : signed
  },

  'submissions.scan': (context, { id }) => {
    const { store } = openSession(context)
    const { scanName, scanHash } = submissionNow(store, id)?.record.values ?? {}
    const bytes = typeof scanHash === 'string' && scanHash ? store.file(scanHash) : undefined
    return bytes ? ok({ name: String(scanName ?? ''), bytes }) : refuse('no-scan')
  },

  'submissions.approve': async (context, asked) => {
    const approved = await approveSubmission(context, asked)
    return approved.ok ? shown(context, asked.id) : approved
  },

  'submissions.send': (context, asked) => {
    const sent = sendSubmission(context, asked)
    return sent.ok ? shown(context, asked.id) : sent
  },
}

function shown(context: CoreContext, id: string): Result<Submission, CallError> {
  const { store } = openSession(context)
  const submission = submissionNow(store, id)
  if (!submission) return refuse('record-gone')
  return ok(submissionToDto(store, submission, localDay(new Date(context.options.now()))))
}
