// Official lists and blank templates out. A list with gaps is written as DỰ THẢO; nothing is ever refused for a gap.
import { basename } from 'node:path'
import type { StoredRecord } from '../../db/OfficeStore.ts'
import { formatCode } from '../../shared/bundle/codes.ts'
import type { CallParsed } from '../../shared/ipc/contract.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import type { Register } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { csvLines } from '../../shared/report/composeCsv.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import { reportOf } from '../../shared/report/reports.ts'
import { ok } from '../../shared/result.ts'
import { saveWorkbook, writeReport } from '../report/writeReport.ts'
import { type CoreContext, type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { asJob } from './jobs.ts'
import { freeze, recordsToHandIn } from './lists.ts'
import { localDay } from './localDay.ts'
import { isNil } from './nil.ts'
import { listProblems } from './problems.ts'
import { rememberSigning, signingOf } from './signing.ts'
import { templateOf } from './templateCalls.ts'
import { writeFailure, writeFileDurably } from './writeFileDurably.ts'

export const exportCalls: Handlers<'export.report' | 'export.defaults' | 'export.template'> = {
  'export.report': (context, asked) =>
    asJob('export.report', (signal) => exportReport(context, asked, signal)),

  'export.defaults': (context, { report }) => {
    const { store } = openSession(context)
    const definition = reportOf(report)
    if (!definition) return refuse('unknown-report', { report })
    const today = localDay(new Date(context.options.now()))
    return ok({ ...signingOf(store, report, templateOf(store, report), today), period: today.slice(0, 4) })
  },

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

type Asked = CallParsed<'export.report'>

/** @param contentCode of the submission that the list is printed for; absent: the list's own */
export async function exportReport(
  context: CoreContext,
  asked: Asked,
  signal: AbortSignal,
  contentCode?: string,
) {
  const { report: id, path } = asked
  const { store } = openSession(context)
  const definition = reportOf(id)
  const register = definition && registerOf(definition.register)
  if (!definition || !register) return refuse('unknown-report', { report: id })
  const today = localDay(new Date(context.options.now()))
  const template = templateOf(store, id)
  rememberSigning(store, id, template, today, asked)
  const office = officeOf(store)
  const records = store.all(register.id)
  if (path?.endsWith('.csv')) return exportCsv(register, records, path)
  const annexRegister = definition.annex ? registerOf(definition.annex.register) : undefined
  const period = asked.period ?? today.slice(0, 4)
  const family = recordsToHandIn(store, register.id, period)
  const nil = records.length === 0 && isNil(store, register.id, period)
  const gaps =
    (records.length === 0 && !nil) ||
    family.some((record) => record.problems > 0) ||
    listProblems(store, register, today).length > 0
  try {
    const written = await writeReport({
      definition,
      office,
      profile: profileOf(office.profile),
      register,
      records,
      annex: annexRegister ? { register: annexRegister, records: store.all(annexRegister.id) } : undefined,
      ...signingOf(store, id, template, today),
      template,
      period,
      nil,
      language: 'vi',
      draft: gaps,
      contentCode: formatCode(contentCode ?? freeze(family).code),
      date: asked.date ?? null,
      number: asked.number ?? null,
      today,
      format: asked.format,
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

/** The register as .csv, for other programs: every field of the office, no layout. */
function exportCsv(register: Register, records: readonly StoredRecord[], path: string) {
  const bytes = new TextEncoder().encode([...csvLines(register, records, { language: 'vi' })].join(''))
  const written = writeFileDurably(path, bytes)
  if (!written.ok) return refuse(written.error.code)
  return ok({ name: basename(path), bytes: null, path, draft: false, rows: records.length })
}
