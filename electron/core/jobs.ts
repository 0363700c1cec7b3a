// Long work that a person may cancel, by name. One of a name at a time is enough: the page shows one dialog for it.
import { ok } from '../../shared/result.ts'
import type { Handlers } from './CoreContext.ts'

const jobs = new Map<string, AbortController>()

/** Runs `work` with a signal that `job.cancel` aborts. */
export async function asJob<T>(jobId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  jobs.set(jobId, controller)
  try {
    return await work(controller.signal)
  } finally {
    if (jobs.get(jobId) === controller) jobs.delete(jobId)
  }
}

export const jobCalls: Handlers<'job.cancel'> = {
  'job.cancel': (_context, { jobId }) => {
    jobs.get(jobId)?.abort()
    return ok({})
  },
}
