// Official lists and blank templates out. A list with gaps is written as DỰ THẢO; nothing is ever refused for a gap.
import { basename } from 'node:path'
import type { StoredRecord } from '../../db/OfficeStore.ts'
import type { CallParsed } from '../../shared/ipc/contract.ts'
import type { Register } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { csvLines } from '../../shared/report/composeCsv.ts'
import { composeReport } from '../../shared/report/composeReport.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import { paperHtml } from '../../shared/report/paperHtml.ts'
import { reportOf } from '../../shared/report/reports.ts'
import { ok } from '../../shared/result.ts'
import { saveWorkbook, writeReport } from '../report/writeReport.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { asJob } from './jobs.ts'
import { localDay } from './localDay.ts'
import { reportInputOf } from './reportInput.ts'
import { rememberSigning, signingOf } from './signing.ts'
import { templateOf } from './templateCalls.ts'
import { writeFailure, writeFileDurably } from './writeFileDurably.ts'

export const exportCalls: Handlers<'export.report' | 'export.print' | 'export.defaults' | 'export.template'> =
  {
    'export.report': (context, asked) =>
      asJob('export.report', (signal) => exportReport(context, asked, signal)),

    'export.print': (context, asked) => {
      const { store } = openSession(context)
      const definition = reportOf(asked.report)
      if (!definition || !registerOf(definition.register))
        return refuse('unknown-report', { report: asked.report })
      const today = localDay(new Date(context.options.now()))
      rememberSigning(store, asked.report, templateOf(store, asked.report), today, asked)
      const { paper, draft } = composeReport(reportInputOf(store, definition, today, asked))
      return ok({ html: paperHtml(paper), draft })
    },

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
async function exportReport(context: CoreContext, asked: Asked, signal: AbortSignal) {
  const { report: id, path } = asked
  const { store } = openSession(context)
  const definition = reportOf(id)
  const register = definition && registerOf(definition.register)
  if (!definition || !register) return refuse('unknown-report', { report: id })
  const today = localDay(new Date(context.options.now()))
  rememberSigning(store, id, templateOf(store, id), today, asked)
  const input = reportInputOf(store, definition, today, asked)
  const { records } = input
  if (path?.endsWith('.csv')) return exportCsv(register, records, path)
  try {
    const written = await writeReport({
      ...input,
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
