// What a report needs of the store: its records of the period, who signs, what is missing. Used by every way a report
// leaves the app, so that a list says the same alone, in a submission and on the screen.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { formatCode } from '../../shared/bundle/codes.ts'
import type { Signer } from '../../shared/ipc/parts.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import { inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import type { ReportInput } from '../../shared/report/composeReport.ts'
import type { ReportDefinition } from '../../shared/report/reports.ts'
import { officeOf } from './CoreContext.ts'
import { listNow } from './lists.ts'
import { planOfPeriod, profileOfPeriod } from './periodChoices.ts'
import { listProblems } from './problems.ts'
import { signingOf } from './signing.ts'
import { templateOf } from './templateCalls.ts'

/** What a paper carries beside its records. */
export type PaperData = {
  /** Absent: this year. */
  readonly period?: string
  readonly number?: number | null
  /** ISO day of signing; null while it is not signed. */
  readonly date?: string | null
  readonly signer?: Signer
  readonly recipients?: readonly string[]
  /** 8 characters, as read out: `4K7Q92MD`. Absent: of the list as it stands. */
  readonly contentCode?: string
  /** Absent: true when the list has gaps. */
  readonly draft?: boolean
}

/** @param today the office's own day, `YYYY-MM-DD` */
export function reportInputOf(
  store: OfficeStore,
  definition: ReportDefinition,
  today: string,
  asked: PaperData,
): ReportInput & { readonly records: readonly StoredRecord[] } {
  const register = registerOf(definition.register)
  if (!register) throw new Error(`the report ${definition.id} prints no register`)
  const office = officeOf(store)
  const period = asked.period ?? today.slice(0, 4)
  const records = inPeriod(store.all(register.id), register.id, period)
  const list = listNow(store, register.id, period)
  const annex = definition.annex ? registerOf(definition.annex.register) : undefined
  const template = templateOf(store, definition.id)
  const signing = signingOf(store, definition.id, template, today)
  const gaps =
    (records.length === 0 && !list.nil) ||
    list.withProblems > 0 ||
    listProblems(store, register, today).length > 0
  return {
    definition,
    office,
    plan: planOfPeriod(store, period),
    profile: profileOf(profileOfPeriod(store, period)),
    register,
    records: list.nil ? [] : records,
    annex: annex ? { register: annex, records: store.all(annex.id) } : undefined,
    related: (id) => (registerOf(id) ? store.all(id) : []),
    template,
    period,
    nil: list.nil,
    language: 'vi',
    draft: asked.draft ?? gaps,
    contentCode: formatCode(asked.contentCode ?? list.contentCode),
    date: asked.date ?? null,
    number: asked.number ?? null,
    today,
    signer: asked.signer ?? signing.signer,
    recipients: asked.recipients ?? signing.recipients,
  }
}
