// Official lists and blank templates out. A list with gaps is written as DỰ THẢO; nothing is ever refused for a gap.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import { reportOf } from '../../shared/report/reports.ts'
import { ok } from '../../shared/result.ts'
import { saveWorkbook, writeReport } from '../report/writeReport.ts'
import { type CoreContext, type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { freeze, recordsToHandIn } from './handins.ts'
import { asJob } from './jobs.ts'
import { writeFailure } from './writeFileDurably.ts'

export const exportCalls: Handlers<'export.report' | 'export.template'> = {
  'export.report': (context, { report, path }) =>
    asJob('export.report', (signal) => exportReport(context, report, path, signal)),

  'export.template': async (context, { register: id }) => {
    openSession(context)
    const register = registerOf(id)
    if (!register || register.system) return refuse('unknown-register', { register: id })
    const composed = composeTemplate({ register, language: 'vi' })
    const { bytes } = await saveWorkbook(composed.workbook, {})
    if (!bytes) throw new Error('a workbook without a path has its bytes')
    return ok({ name: composed.name, bytes })
  },
}

async function exportReport(context: CoreContext, id: string, path: string | undefined, signal: AbortSignal) {
  const { store } = openSession(context)
  const definition = reportOf(id)
  const register = definition && registerOf(definition.register)
  if (!definition || !register) return refuse('unknown-report', { report: id })
  const office = officeOf(store)
  const records = store.all(register.id)
  const annexRegister = definition.annex ? registerOf(definition.annex.register) : undefined
  const family = recordsToHandIn(store, register.id)
  try {
    const written = await writeReport({
      definition,
      office,
      profile: profileOf(office.profile),
      register,
      records,
      annex: annexRegister ? { register: annexRegister, records: store.all(annexRegister.id) } : undefined,
      period: String(new Date(context.options.now()).getFullYear()),
      language: 'vi',
      draft: hasGaps(
        store,
        family.map((record) => record.register),
      ),
      contentCode: freeze(family).code,
      date: null,
      path,
      signal,
      onProgress: (done) =>
        context.emit({
          type: 'progress',
          jobId: 'export.report',
          label: definition.title.vi,
          done,
          total: records.length,
        }),
    })
    return ok({
      name: written.name,
      bytes: written.bytes,
      path: written.path,
      draft: written.draft,
      rows: records.length,
    })
  } catch (thrown) {
    if (signal.aborted) return refuse('cancelled')
    const failure = writeFailure(thrown)
    if (failure) return refuse(failure.code)
    throw thrown
  }
}

function hasGaps(store: OfficeStore, registers: readonly string[]): boolean {
  const filters = [{ field: '$problems', op: 'is', value: true }] as const
  return [...new Set(registers)].some(
    (register) => store.window({ register, filters, offset: 0, limit: 1 }).total > 0,
  )
}
