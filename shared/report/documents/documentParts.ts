// What every document is made of: its letterhead from the office, its citations and addressee from the legal profile on the
// document's day, the signing block, the annexes. Never cites a text that is not in force and confirmed on that day.
import { lastDayOfPeriod } from '../../profiles/periodChoice.ts'
import { addresseeOn, citationsOn, citingDay } from '../../profiles/profile.ts'
import { citesRepealed } from '../../profiles/repealedTexts.ts'
import type { Register, Values } from '../../registers/define.ts'
import { fieldOf } from '../../registers/define.ts'
import { displayValue } from '../../registers/displayValue.ts'
import type { ComposedReport, ReportInput } from '../composeReport.ts'
import { basisLines } from '../letterhead.ts'
import { PORTRAIT } from '../officialPage.ts'
import { type Block, type PaperPart, type PaperTable, type Paragraph, paperTable } from '../paper.ts'
import type { ReportColumn } from '../reports.ts'
import { legendOf, pickColumns, type ReportRecord, reportTable } from '../reportTable.ts'
import type { TemplateColumn } from '../reportTemplate.ts'
import type { CellValue } from '../sheetXml.ts'
import { usualSignerLines } from '../signerBlocks.ts'
import { bodyStyle } from '../tableRows.ts'

export function titleOf(input: ReportInput): string {
  const { definition, template, profile, language } = input
  return template?.title ?? (definition.titleIn?.[profile.id] ?? definition.title)[language]
}

/** The day by which citations and addressees are chosen. */
export function dayOf(input: Pick<ReportInput, 'date' | 'today'>): string {
  return input.date ?? input.today
}

export function addresseeOf(input: ReportInput): string {
  return addresseeOn(input.profile, dayOf(input))
}

/**
 * What the document cites: the template's own words, else the profile's citations, of the law by the end of its period. A
 * template made under an earlier law may still name what has ended since: such a line is left out of later periods.
 */
export function basisOf(input: ReportInput): readonly string[] {
  const { definition, profile, template } = input
  const end = lastDayOfPeriod(input.period)
  const day = citingDay(dayOf(input), end)
  return (
    template?.basis?.filter((line) => !citesRepealed(line, day)) ??
    citationsOn(profile, definition.id, dayOf(input), end).map((citation) => citation.text)
  )
}

/** The citations of a document that says “Kính gửi”: they stand under it, as part of the text (Phụ lục I, sơ đồ 6 and 9a). */
export function basisParagraphs(input: ReportInput): Paragraph[] {
  return basisLines(basisOf(input)).map((text) => paragraph(text, { italic: true }))
}

/** Boxes 1 to 4. @param symbol after the number; @param about a letter's “V/v …” */
export function letterheadOf(input: ReportInput, symbol: string, about?: string): Block {
  return {
    kind: 'letterhead',
    about,
    head: {
      superior: input.office.parentName,
      agency: input.office.name,
      placeName: input.office.placeName,
      date: input.date,
      number: input.number ?? null,
      symbol,
      draft: input.draft,
    },
  }
}

/** Symbol of a report (báo cáo): `BC-UBND`; a template's own wins. */
export function reportSymbol(input: ReportInput): string {
  const { docSymbol } = input.office
  return input.template?.symbol ?? (docSymbol ? `BC-${docSymbol}` : '')
}

/** @param asAbove the document says “Kính gửi”, so that the first recipient is “Như trên” (Phụ lục I, II.9.b) */
export function signatureOf(input: ReportInput, asAbove = false): Block {
  const { template, office, signer } = input
  const addressee = addresseeOf(input)
  const asked = input.recipients ?? template?.recipients ?? [addressee, 'Lưu: VT']
  const recipients = asAbove ? ['Như trên', ...asked.filter((name) => name !== addressee)] : asked
  return {
    kind: 'signature',
    signature: {
      recipients,
      lines: signer?.lines ?? template?.signerLines ?? usualSignerLines(office.level),
      name: signer?.name ?? '',
    },
  }
}

/** Empty is not "nothing": only the office's own answer is printed as a statement that the chairman signs. */
export function wordsForNothing({ nil, language }: Pick<ReportInput, 'nil' | 'language'>): string {
  if (nil) return language === 'vi' ? 'Không phát sinh' : 'Nothing to report'
  return language === 'vi' ? 'Chưa có dữ liệu' : 'No data yet'
}

export type AnnexAsked = {
  readonly label: string
  readonly sheet: string
  readonly title: string
  readonly guide: string
  readonly register: Register
  readonly columns: readonly ReportColumn[]
  /** The template's own columns. */
  readonly asked?: readonly TemplateColumn[]
  readonly records: readonly ReportRecord[]
  readonly nothing: string
}

/** A landscape annex of one table. */
export function annexPart(input: ReportInput, annex: AnnexAsked): PaperPart {
  const picked = pickColumns(annex.register, annex.columns, annex.asked)
  const table = reportTable(annex.register, picked, annex.records, input)
  return {
    sheet: annex.sheet,
    landscape: true,
    blocks: [
      {
        kind: 'annexTitle',
        label: annex.label,
        title: annex.title,
        guide: annex.guide,
        notes: legendOf(annex.columns, annex.register, input.language),
      },
      { kind: 'table', table: paperTable(table), nothing: annex.nothing },
    ],
  }
}

/** The paper of those parts, and its file's name. */
export function composedOf(input: ReportInput, title: string, parts: readonly PaperPart[]): ComposedReport {
  const { contentCode, draft, office, definition, period } = input
  const year = period.replace(/[^0-9A-Za-z]+/g, '-')
  return {
    paper: { title, creator: office.name, contentCode, draft, parts },
    baseName: `${definition.fileName}${year ? `-${year}` : ''}${draft ? '-du-thao' : ''}`,
    draft,
  }
}

export function paragraph(text: string, more: Partial<Omit<Paragraph, 'kind' | 'text'>> = {}): Paragraph {
  return { kind: 'paragraph', text, ...more }
}

/** A heading within a document's text: bold, never the last line of a page. */
export function heading(text: string): Paragraph {
  return paragraph(text, { bold: true, keepNext: true })
}

/** A field's value as words; empty where there is none. */
export function said(register: Register, values: Values, field: string): string {
  return displayValue(fieldOf(register, field), values[field] ?? null, 'vi')
}

/** `05 cơ sở dữ liệu`: numbers below 10 take a zero, as official texts write them. */
export function counted(count: number, what: string): string {
  return `${twoDigits(count)} ${what}`
}

export function twoDigits(count: number): string {
  if (count > 0 && count < 10) return `0${count}`
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}

/** `14/12/2026` of an ISO day; dots where it is not known. */
export function shortDay(iso: unknown): string {
  return typeof iso === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(iso)
    ? iso.split('-').reverse().join('/')
    : '…/…/……'
}

/** A small table of the letter's own: cells are given, widths are parts of the portrait page. */
export function letterTable(
  columns: readonly { readonly heading: string; readonly part: number; readonly centred?: boolean }[],
  rows: readonly (readonly CellValue[])[],
): PaperTable {
  const whole = columns.reduce((sum, column) => sum + column.part, 0)
  return {
    columns: columns.map((column, i) => ({
      heading: column.heading,
      field: null,
      style: { ...bodyStyle(null, false), align: column.centred ? 'center' : 'left' },
      widthPx: Math.floor((column.part / whole) * PORTRAIT.px),
      value: (row) => row.values[i] ?? null,
    })),
    records: rows.map((values, i) => ({ id: `${i + 1}`, values })),
    idOf: (row) => row.id,
    columnNumbers: false,
  }
}

/** For use within a sentence; names in capitals (CSDL, LGSP) stay as they are. */
export function lowerFirst(text: string): string {
  const [first = '', second = ''] = text
  const isName = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
  return isName ? text : first.toLowerCase() + text.slice(1)
}
