// The documents of a submission, each page with its content code: what is printed is what was locked.
import type { CallError, CallOutput, CallParsed } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { askedRound } from './askedRounds.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { asJob } from './jobs.ts'
import { localDay } from './localDay.ts'
import { sinceLast } from './sinceLast.ts'
import { isAsLocked, isSent, submissionNow, submissionToDto } from './submissions.ts'
import { writeFailure } from './writeFileDurably.ts'
import { type SubmissionPaper, writeSubmissionDocuments } from './writeSubmissionDocuments.ts'

type Documents = CallOutput<'submissions.documents'>

export const submissionDocumentCalls: Handlers<'submissions.documents'> = {
  'submissions.documents': (context, asked) =>
    asJob('submissions.documents', (signal) => documents(context, asked, signal)),
}

async function documents(
  context: CoreContext,
  { id, format, folder }: CallParsed<'submissions.documents'>,
  signal: AbortSignal,
): Promise<Result<Documents, CallError>> {
  const { store } = openSession(context)
  const submission = submissionNow(store, id)
  if (!submission) return refuse('record-gone')
  // Its code would stand on pages that say something else.
  if (!isSent(submission) && !isAsLocked(store, submission)) return refuse('changed-since-locked')
  const today = localDay(new Date(context.options.now()))
  const dto = submissionToDto(store, submission, today)
  const round = askedRound(store, today, dto.round)
  const changes: Record<string, NonNullable<SubmissionPaper['changes']>[string]> = {}
  for (const { register } of dto.lists) {
    const { since, rows } = sinceLast(store, register, dto.period)
    if (!since) continue
    const count = (group: string) => rows.filter((row) => row.group === group).length
    changes[register] = { added: count('new'), changed: count('changed'), removed: count('gone') }
  }
  const paper: SubmissionPaper = {
    ...dto,
    askedBy: round?.letterNo ? { number: round.letterNo, day: round.letterDate, issuer: '' } : undefined,
    changes,
  }
  const total = dto.lists.reduce((sum, list) => sum + list.count, 0)
  try {
    const written = await writeSubmissionDocuments(store, paper, {
      format,
      folder,
      today,
      signal,
      onProgress: (done) =>
        context.emit({
          type: 'progress',
          jobId: 'submissions.documents',
          label: dto.roundName,
          done,
          total,
        }),
    })
    return ok(written)
  } catch (thrown) {
    if (signal.aborted) return refuse('cancelled')
    const failure = writeFailure(thrown)
    if (failure) return refuse(failure.code)
    throw thrown
  }
}
