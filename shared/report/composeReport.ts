// A register's official list as a paper: letterhead, citations, table, signature; the annex in a part of its own. Pure: the
// clock, the disk and the registers' contents come in. Gaps never block: a list that has some says DỰ THẢO on every page.
import type { Office } from '../ipc/contract.ts'
import { addresseeOn, citationsOn, type LegalProfile } from '../profiles/profile.ts'
import type { Register } from '../registers/define.ts'
import type { Language } from '../registers/displayValue.ts'
import { type Block, type Paper, type PaperPart, paperTable } from './paper.ts'
import type { ReportColumn, ReportDefinition } from './reports.ts'
import { inParentOrder, legendOf, pickColumns, type ReportRecord, reportTable } from './reportTable.ts'
import type { ReportTemplate } from './reportTemplate.ts'
import { usualSignerLines } from './signerBlocks.ts'

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
  const { definition, template, language } = input
  const day = input.date ?? input.today
  const main = reportTable(
    input.register,
    pickColumns(input.register, definition.columns, template?.columns),
    input.records,
    input,
  )
  const title = template?.title ?? (definition.titleIn?.[input.profile.id] ?? definition.title)[language]
  const nothing = wordsForNothing(input)
  const notes = notesOf(input, definition.columns, input.register)
  const head: Block[] =
    template?.form === 'annex'
      ? [{ kind: 'annexTitle', label: 'Phụ lục', title, guide: annexGuide(input), notes }]
      : [
          {
            kind: 'letterhead',
            head: {
              superior: input.office.parentName,
              agency: input.office.name,
              placeName: input.office.placeName,
              date: input.date,
              number: input.number ?? null,
              symbol: template?.symbol ?? input.office.docSymbol,
              draft: input.draft,
            },
          },
          {
            kind: 'title',
            title,
            subject: template?.subject ?? `của ${input.office.name}`,
            notes,
            basis: template?.basis ?? citationsOn(input.profile, definition.id, day).map((c) => c.text),
          },
        ]
  const signature: Block = {
    kind: 'signature',
    signature: {
      recipients: input.recipients ?? template?.recipients ?? [addresseeOn(input.profile, day), 'Lưu: VT'],
      lines: input.signer?.lines ?? template?.signerLines ?? usualSignerLines(input.office.level),
      name: input.signer?.name ?? '',
    },
  }
  const parts: PaperPart[] = [
    {
      sheet: definition.sheet,
      landscape: true,
      blocks: [
        ...head,
        {
          kind: 'table',
          table: paperTable(main),
          nothing,
          closing: (count) => closingLine(input, count),
        },
        signature,
      ],
    },
  ]
  const children = input.annex ? inParentOrder(input.annex, input.records) : []
  // A list without gaps that has no children owes none: nothing is stated about them.
  if (definition.annex && input.annex && (children.length > 0 || (input.draft && !input.nil))) {
    const annex = reportTable(
      input.annex.register,
      pickColumns(input.annex.register, definition.annex.columns, template?.annexColumns),
      children,
      input,
    )
    parts.push({
      sheet: definition.annex.sheet,
      landscape: true,
      blocks: [
        {
          kind: 'annexTitle',
          label: 'Phụ lục',
          title: definition.annex.title[language],
          guide: `(Kèm theo ${title} của ${input.office.name})`,
          notes: legendOf(definition.annex.columns, input.annex.register, language),
        },
        { kind: 'table', table: paperTable(annex), nothing },
      ],
    })
  }
  const { contentCode, draft } = input
  return {
    paper: { title, creator: input.office.name, contentCode, draft, parts },
    baseName: `${definition.fileName}${input.period ? `-${input.period.replace(/[^0-9A-Za-z]+/g, '-')}` : ''}${draft ? '-du-thao' : ''}`,
    draft,
  }
}

/** Empty is not "nothing": only the office's own answer is printed as a statement that the chairman signs. */
function wordsForNothing({ nil, language }: ReportInput): string {
  if (nil) return language === 'vi' ? 'Không phát sinh' : 'Nothing to report'
  return language === 'vi' ? 'Chưa có dữ liệu' : 'No data yet'
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
