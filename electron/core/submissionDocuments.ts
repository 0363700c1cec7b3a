// The documents of a submission, each page with its content code: what is printed is what was locked.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallError, CallOutput, CallParsed } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { exportReport } from './exportCalls.ts'
import { asJob } from './jobs.ts'
import { localDay } from './localDay.ts'
import { isAsLocked, isSent, submissionNow, submissionToDto } from './submissions.ts'

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
  const dto = submissionToDto(store, submission, localDay(new Date(context.options.now())))
  if (folder) mkdirSync(folder, { recursive: true })
  const wanted = format === 'pair' ? 'xlsx' : format
  const files: Documents['files'] = []
  let draft = false
  for (const { report } of dto.lists) {
    if (!report) continue
    const asked = {
      report,
      format: wanted,
      period: dto.period,
      date: dto.signedOn,
      number: Number.parseInt(dto.number, 10) || null,
      ...(dto.signer.name || dto.signer.lines.length > 0 ? { signer: dto.signer } : {}),
      ...(folder ? { path: join(folder, `${report}.${wanted}`) } : {}),
    }
    const written = await exportReport(context, asked, signal, dto.contentCode)
    if (!written.ok) return written
    const { name, bytes, path } = written.value
    files.push({ name, bytes, path })
    draft ||= written.value.draft
  }
  return ok({ files, draft })
}
