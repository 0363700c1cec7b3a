// A register's report as a paper: an official list with letterhead, citations, table and signature, its annex in a part of
// its own; or one of the documents. Pure: the clock, the disk and the registers' contents come in. Gaps never block: a
// report that has some says DỰ THẢO on every page.
import type { Office } from '../ipc/contract.ts'
import type { LegalProfile } from '../profiles/profile.ts'
import type { Register } from '../registers/define.ts'
import type { Language } from '../registers/displayValue.ts'
import { composeAppointmentLetter } from './documents/appointmentLetter.ts'
import { composeDataCheckReport } from './documents/dataCheckReport.ts'
import {
  annexPart,
  basisOf,
  composedOf,
  letterheadOf,
  signatureOf,
  titleOf,
  wordsForNothing,
} from './documents/documentParts.ts'
import { composeReviewResults } from './documents/reviewResults.ts'
import { composeSecurityReport } from './documents/securityReport.ts'
import { type Block, type Paper, type PaperPart, paperTable } from './paper.ts'
import { columnsOf, type DocumentId, type ReportColumn, type ReportDefinition } from './reports.ts'
import { inParentOrder, legendOf, pickColumns, type ReportRecord, reportTable } from './reportTable.ts'
import type { ReportTemplate } from './reportTemplate.ts'

export type ReportInput = {
  readonly definition: ReportDefinition
  readonly template?: ReportTemplate
  readonly office: Pick<Office, 'name' | 'parentName' | 'level' | 'docSymbol' | 'placeName'>
  readonly profile: LegalProfile
  readonly register: Register
  /** Walked more than once: a sample for the widths, then all. */
  readonly records: Iterable<ReportRecord>
  /** Register and records of the annex; the reference field to the main register gives their order. */
  readonly annex?: { readonly register: Register; readonly records: Iterable<ReportRecord> }
  /** As printed under the title, e.g. `2026`; empty leaves the line out. */
  readonly period: string
  readonly language: Language
  /** True when required fields have gaps. */
  readonly draft: boolean
  /** Short code of the content, printed on every page, e.g. `4K7Q-92MD`. */
  readonly contentCode: string
  /** ISO day of signing, or null while it is not signed. */
  readonly date: string | null
  /** The office's own day, `YYYY-MM-DD`: whom an unsigned report goes to and what it cites. */
  readonly today: string
  readonly number?: number | null
  readonly signer?: { readonly lines?: readonly string[]; readonly name: string }
  /** Lines under "Nơi nhận"; absent: the template's, else the addressee's. */
  readonly recipients?: readonly string[]
  /** The office answered "Không phát sinh" for this period. Without that answer an empty list says it has no data yet. */
  readonly nil?: boolean
  /** Id of the plan whose own form of the list is printed; absent: none. */
  readonly plan?: string
  /** Records of other registers that a document counts or prints, in their lists' order. */
  readonly related?: (register: string) => readonly ReportRecord[]
  /** The list goes with a letter that is signed: “Phụ lục II”, its guide line, no letterhead and signature of its own. */
  readonly asAnnex?: { readonly label: string; readonly guide: string }
  /** A column with the office of each record, for lists of many offices. */
  readonly officeColumn?: boolean
}

export type ComposedReport = {
  readonly paper: Paper
  /** Plain ASCII, without an extension. */
  readonly baseName: string
  readonly draft: boolean
}

/** Puts the report together. Rows are made when it is written, so memory does not grow with their number. */
export function composeReport(input: ReportInput): ComposedReport {
  const { document } = input.definition
  return document ? composers[document](input) : composeList(input)
}

const composers: Readonly<Record<DocumentId, (input: ReportInput) => ComposedReport>> = {
  'data-check-report': composeDataCheckReport,
  'review-results': composeReviewResults,
  'security-report': composeSecurityReport,
  'appointment-letter': composeAppointmentLetter,
}

function composeList(input: ReportInput): ComposedReport {
  const { definition, template, language } = input
  const columns = columnsOf(definition, input.plan ?? '')
  const main = reportTable(
    input.register,
    pickColumns(input.register, columns, template?.columns, columns !== definition.columns),
    input.records,
    input,
  )
  const title = titleOf(input)
  const nothing = wordsForNothing(input)
  const notes = notesOf(input, columns, input.register)
  const annexHead =
    input.asAnnex ?? (template?.form === 'annex' ? { label: 'Phụ lục', guide: annexGuide(input) } : null)
  const head: Block[] = annexHead
    ? [{ kind: 'annexTitle', ...annexHead, title, notes }]
    : [
        letterheadOf(input, template?.symbol ?? input.office.docSymbol),
        {
          kind: 'title',
          title,
          subject: template?.subject ?? `của ${input.office.name}`,
          notes,
          basis: basisOf(input),
        },
      ]
  const parts: PaperPart[] = [
    {
      sheet: definition.sheet,
      landscape: true,
      blocks: [
        ...head,
        { kind: 'table', table: paperTable(main), nothing, closing: (count) => closingLine(input, count) },
        ...(input.asAnnex ? [] : [signatureOf(input)]),
      ],
    },
  ]
  const children = input.annex ? inParentOrder(input.annex, input.records) : []
  // A list without gaps that has no children owes none: nothing is stated about them.
  if (definition.annex && input.annex && (children.length > 0 || (input.draft && !input.nil))) {
    parts.push(
      annexPart(input, {
        label: input.asAnnex ? `${input.asAnnex.label}a` : 'Phụ lục',
        sheet: definition.annex.sheet,
        title: definition.annex.title[language],
        guide: input.asAnnex?.guide ?? `(Kèm theo ${title} của ${input.office.name})`,
        register: input.annex.register,
        columns: definition.annex.columns,
        asked: template?.annexColumns,
        records: children,
        nothing,
      }),
    )
  }
  return composedOf(input, title, parts)
}

function annexGuide(input: ReportInput): string {
  const number = input.number ? String(input.number).padStart(2, '0') : ''
  return `(Kèm theo Văn bản số ${number || '……'}/${input.template?.symbol || input.office.docSymbol || '……'} của ${input.office.name})`
}

function notesOf(input: ReportInput, columns: readonly ReportColumn[], register: Register): string[] {
  return [
    ...(input.period ? [`(Kỳ báo cáo: ${input.period})`] : []),
    ...(input.template?.notes ?? []),
    ...legendOf(columns, register, input.language),
  ]
}

function closingLine(input: ReportInput, count: number): string {
  const number = count < 10 ? `0${count}` : String(count)
  const counted = input.definition.counted.vi
  if (count > 0) return `Danh sách gồm ${number} ${counted}./.`
  return input.nil ? `Kỳ này không phát sinh ${counted}./.` : `Chưa có dữ liệu về ${counted}.`
}
