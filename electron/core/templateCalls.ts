// The province's templates of reports: kept in the store, used by every export, taken away again. A template that does not
// parse or names a field that no register has is refused whole; what was in force stays in force.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { type ReportDefinition, reportOf, reports } from '../../shared/report/reports.ts'
import { checkTemplate, type ReportTemplate } from '../../shared/report/reportTemplate.ts'
import { templateOfSheets, templateWorkbook } from '../../shared/report/templateWorkbook.ts'
import { ok } from '../../shared/result.ts'
import { readWorkbook } from '../import/readWorkbook.ts'
import { saveWorkbook } from '../report/writeReport.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { forgetSigning } from './signing.ts'

const TEMPLATES_KEY = 'report.templates'

/** The province's template of a report, if the office has one that still fits its registers. */
export function templateOf(store: OfficeStore, report: string): ReportTemplate | undefined {
  const kept = store.setting<Record<string, unknown>>(TEMPLATES_KEY) ?? {}
  const definition = reportOf(report)
  if (!definition || !Object.hasOwn(kept, report)) return undefined
  const checked = checkTemplate(kept[report], registersOf(definition))
  return checked.ok ? checked.value : undefined
}

export const templateCalls: Handlers<
  'template.list' | 'template.save' | 'template.workbook' | 'template.saveWorkbook' | 'template.remove'
> = {
  'template.list': (context) => {
    const { store } = openSession(context)
    return ok(
      reports.map((definition) => {
        const own = templateOf(store, definition.id)
        const title = own?.title ?? definition.title.vi
        const json = JSON.stringify(own ?? shippedLayout(definition), null, 2)
        return { report: definition.id, title, own: own !== undefined, json }
      }),
    )
  },

  'template.save': (context, { json }) => keep(context, parseJson(json)),

  'template.workbook': async (context, { report }) => {
    const { store } = openSession(context)
    const definition = reportOf(report)
    if (!definition) return refuse('unknown-report', { report })
    const template = templateOf(store, report) ?? shippedLayout(definition)
    const { bytes } = await saveWorkbook(templateWorkbook(template, registersOf(definition)), {})
    if (!bytes) throw new Error('a workbook without a path has its bytes')
    return ok({ name: `mau-${report}.xlsx`, bytes })
  },

  'template.saveWorkbook': async (context, { name, bytes }) => {
    openSession(context)
    const read = await readWorkbook({ bytes }, name, { host: context.options.parserHost })
    if (!read.ok) return refuse(read.error.code, 'args' in read.error ? read.error.args : undefined)
    return keep(context, templateOfSheets(read.value.sheets))
  },

  'template.remove': (context, { report }) => {
    const { store } = openSession(context)
    const { [report]: _gone, ...kept } = store.setting<Record<string, unknown>>(TEMPLATES_KEY) ?? {}
    store.setSetting(TEMPLATES_KEY, kept)
    return ok({})
  },
}

/** Checks a template and puts it in force; the report is named in it. */
function keep(context: CoreContext, input: unknown) {
  const { store } = openSession(context)
  const report = input && typeof input === 'object' && 'report' in input ? input.report : undefined
  if (typeof report !== 'string') return refuse('template-invalid', { where: 'report' })
  const definition = reportOf(report)
  if (!definition) return refuse('unknown-report', { report })
  const checked = checkTemplate(input, registersOf(definition))
  if (!checked.ok) return refuse(checked.error.code, checked.error.args)
  const kept = store.setting<Record<string, unknown>>(TEMPLATES_KEY) ?? {}
  store.setSetting(TEMPLATES_KEY, { ...kept, [report]: checked.value })
  forgetSigning(store, checked.value)
  return ok({ report })
}

function registersOf(definition: ReportDefinition) {
  const main = registerOf(definition.register)
  if (!main) throw new Error(`the report ${definition.id} prints no register`)
  return { main, annex: definition.annex ? registerOf(definition.annex.register) : undefined }
}

/** The declared layout as a template: what a province starts from. */
function shippedLayout(definition: ReportDefinition): ReportTemplate {
  const columnsOf = (columns: ReportDefinition['columns']) =>
    columns.map(({ field, heading }) => ({ field, ...(heading ? { heading: heading.vi } : {}) }))
  return {
    report: definition.id,
    title: definition.title.vi,
    ...(definition.columns.length ? { columns: columnsOf(definition.columns) } : {}),
    ...(definition.annex ? { annexColumns: columnsOf(definition.annex.columns) } : {}),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
