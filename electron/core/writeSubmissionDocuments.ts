// A submission on paper: its covering letter with every list as an annex, in one PDF, as Word and Excel files, or as the pair
// that the e-document system takes (`letter.pdf`, `phu-luc.xlsx`). Every page carries the submission's content code. Nothing is
// recorded here: printing changes no state.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { formatCode } from '../../shared/bundle/codes.ts'
import type { Submission } from '../../shared/ipc/roundCalls.ts'
import { composeReport, type ReportInput } from '../../shared/report/composeReport.ts'
import {
  type AnnexNamed,
  type CoverInput,
  composeCoverLetter,
  composeLeaderSummary,
} from '../../shared/report/documents/coverLetter.ts'
import { titleOf } from '../../shared/report/documents/documentParts.ts'
import type { Paper, PaperPart } from '../../shared/report/paper.ts'
import { reportOf } from '../../shared/report/reports.ts'
import { romanNumber } from '../../shared/report/romanNumber.ts'
import { type PaperFormat, savePaper } from '../report/writeReport.ts'
import { listNow } from './lists.ts'
import { reportInputOf } from './reportInput.ts'
import { signingOf } from './signing.ts'

export type SubmissionPaper = Pick<
  Submission,
  'kind' | 'period' | 'roundName' | 'contentCode' | 'number' | 'signedOn' | 'signer' | 'draft'
> & {
  readonly lists: readonly Pick<
    Submission['lists'][number],
    'register' | 'report' | 'count' | 'nil' | 'contentCode'
  >[]
  /** The letter that asked for it; absent where a rule did. */
  readonly askedBy?: CoverInput['askedBy']
  /** What changed against the last accepted hand-in, by register. */
  readonly changes?: Readonly<Record<string, AnnexNamed['changes']>>
}

export type DocumentsAsked = {
  readonly format: 'pdf' | 'docx' | 'xlsx' | 'pair'
  /** Where the files go; without it their bytes come back. */
  readonly folder?: string
  /** The office's own day, `YYYY-MM-DD`. */
  readonly today: string
  readonly signal?: AbortSignal
  readonly onProgress?: (rows: number) => void
}

export type DocumentFile = {
  /** Plain ASCII. */
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly path: string | null
}

/**
 * Writes a submission's letter and annexes.
 * @returns the files, the letter first; the page for the one who signs comes last, with `pdf` only
 * @throws the signal's reason when cancelled; a file-system error when the folder cannot be written
 */
export async function writeSubmissionDocuments(
  store: OfficeStore,
  submission: SubmissionPaper,
  asked: DocumentsAsked,
): Promise<{ files: DocumentFile[]; draft: boolean }> {
  // The electronic annex's blanks stay empty (Decree 30/2020, Phụ lục I, III.1.đ); paper gets what is known.
  const made = compose(store, submission, asked.today, asked.format === 'pair' || asked.format === 'xlsx')
  const files: DocumentFile[] = []
  const save = async (name: string, paper: Paper, format: PaperFormat) => {
    const path = asked.folder ? join(asked.folder, name) : undefined
    const saved = await savePaper(paper, format, { path, signal: asked.signal, onProgress: asked.onProgress })
    files.push({ name, bytes: saved.bytes, path: saved.path })
  }
  if (asked.folder) mkdirSync(asked.folder, { recursive: true })
  const { letter, annexes, summary, baseName } = made
  const annexOnly = { ...letter, parts: withOwnNames(annexes) }
  switch (asked.format) {
    case 'pdf':
      await save(`${baseName}.pdf`, { ...letter, parts: [...letter.parts, ...annexes] }, 'pdf')
      await save(`tom-tat-trinh-ky.pdf`, summary, 'pdf')
      break
    case 'docx':
      await save(`${baseName}.docx`, letter, 'docx')
      break
    case 'xlsx':
      await save('phu-luc.xlsx', annexes.length ? annexOnly : letter, 'xlsx')
      break
    case 'pair':
      await save('letter.pdf', letter, 'pdf')
      if (annexes.length) await save('phu-luc.xlsx', annexOnly, 'xlsx')
  }
  return { files, draft: submission.draft }
}

type Composed = {
  readonly letter: Paper
  readonly annexes: readonly PaperPart[]
  readonly summary: Paper
  readonly baseName: string
}

function compose(store: OfficeStore, submission: SubmissionPaper, today: string, blank: boolean): Composed {
  const { number, symbol } = numberOf(submission.number)
  const paperData = {
    period: submission.period,
    contentCode: submission.contentCode,
    draft: submission.draft,
    signer: submission.signer.lines.length || submission.signer.name ? submission.signer : undefined,
    date: submission.signedOn,
  }
  const inputs = submission.lists.map((list) => ({
    list,
    input: inputOf(store, list.report, today, paperData),
  }))
  const printed = inputs.filter(({ list, input }) => input !== null && !list.nil)
  // A report that is a letter itself needs no letter above it.
  const [alone] = printed
  if (printed.length === 1 && inputs.length === 1 && alone?.input?.definition.document) {
    const whole = composeReport(withNumber(alone.input, number, symbol))
    const cover = coverOf(store, submission, today, alone.input, inputs, null, '')
    return {
      letter: { ...whole.paper, parts: whole.paper.parts.filter((part) => !isAnnex(part)) },
      annexes: whole.paper.parts.filter(isAnnex),
      summary: composeLeaderSummary(cover).paper,
      baseName: whole.baseName,
    }
  }
  const some = inputs.find(({ input }) => input !== null)?.input
  if (!some) throw new Error('a submission has a list that a report prints')
  const cover = coverOf(store, submission, today, some, inputs, number, symbol)
  const letter = composeCoverLetter(cover)
  const guide = guideOf(submission, some, blank ? null : number, symbol)
  const lists = printed.filter(({ input }) => !input!.definition.document)
  const parts = printed.flatMap(({ input }): readonly PaperPart[] => {
    const at = lists.findIndex((one) => one.input === input)
    if (at < 0) return composeReport(input!).paper.parts
    return composeReport({ ...input!, asAnnex: { label: labelOf(at, lists.length), guide } }).paper.parts
  })
  return {
    letter: letter.paper,
    annexes: parts,
    summary: composeLeaderSummary(cover).paper,
    baseName: letter.baseName,
  }
}

/** A landscape part that is not the document itself turned round. */
function isAnnex(part: PaperPart): boolean {
  return part.landscape && !part.continues
}

type ListInput = { readonly list: SubmissionPaper['lists'][number]; readonly input: ReportInput | null }

function inputOf(
  store: OfficeStore,
  report: string,
  today: string,
  data: Parameters<typeof reportInputOf>[3],
): ReportInput | null {
  const definition = reportOf(report)
  return definition ? reportInputOf(store, definition, today, data) : null
}

function coverOf(
  store: OfficeStore,
  submission: SubmissionPaper,
  today: string,
  some: ReportInput,
  inputs: readonly ListInput[],
  number: number | null,
  symbol: string,
): CoverInput {
  const signing = signingOf(store, 'cover-letter', undefined, today)
  const { office, profile, period, language, contentCode, draft, date } = some
  const lists = inputs.filter(({ list, input }) => !list.nil && input && !input.definition.document)
  return {
    office,
    profile,
    period,
    language,
    contentCode,
    draft,
    date,
    today,
    number,
    template: symbol ? { report: 'cover-letter', symbol } : undefined,
    signer: some.signer ?? signing.signer,
    recipients: signing.recipients,
    kind: submission.kind,
    roundName: submission.roundName,
    askedBy: submission.askedBy ?? { number: '', day: null, issuer: '' },
    annexes: inputs.map(({ list, input }) => {
      const at = lists.findIndex((one) => one.list === list)
      return {
        title: input ? namedTitle(input) : list.register,
        label: at < 0 ? '' : labelOf(at, lists.length),
        count: list.count,
        nil: list.nil,
        contentCode: formatCode(list.contentCode),
        changes: submission.changes?.[list.register] ?? null,
      }
    }),
    remarks: remarksOf(store, submission, inputs),
  }
}

/** A document's own name says more than its form's. */
function namedTitle(input: ReportInput): string {
  return input.definition.document ? composeReport(input).paper.title : titleOf(input)
}

/** What the one who signs will ask: what is incomplete, what concerns persons, what will be open to all. */
function remarksOf(store: OfficeStore, submission: SubmissionPaper, inputs: readonly ListInput[]): string[] {
  return inputs.flatMap(({ list, input }) => {
    if (!input || list.nil) return []
    const { withProblems } = listNow(store, list.register, submission.period)
    const lines = withProblems
      ? [`${namedTitle(input)}: ${withProblems} bản ghi còn thiếu hoặc cần xem lại.`]
      : []
    const having = (field: string, value: string) =>
      [...input.records].filter((record) => record.values[field] === value).length
    if (list.register === 'database') {
      const sensitive = having('personalData', 'nhay_cam')
      if (sensitive) lines.push(`${sensitive} cơ sở dữ liệu chứa dữ liệu cá nhân nhạy cảm.`)
    }
    if (list.register === 'open-dataset')
      lines.push(
        `${[...input.records].length} bộ dữ liệu trong danh mục dữ liệu mở: ai cũng được xem, tải về khi công bố.`,
      )
    return lines
  })
}

/** “Phụ lục” for one, Roman numbers for several (Phụ lục I, III.1.c). */
function labelOf(at: number, count: number): string {
  return count > 1 ? `Phụ lục ${romanNumber(at + 1)}` : 'Phụ lục'
}

function guideOf(
  submission: SubmissionPaper,
  some: ReportInput,
  number: number | null,
  symbol: string,
): string {
  const what = submission.kind === 'bao_cao' ? 'Báo cáo' : 'Công văn'
  const own = submission.kind === 'bao_cao' ? `BC-${some.office.docSymbol}` : some.office.docSymbol
  const shown = number === null ? '……' : String(number).padStart(2, '0')
  const day =
    number !== null && submission.signedOn
      ? ` ngày ${submission.signedOn.split('-').reverse().join('/')}`
      : ''
  return `(Kèm theo ${what} số ${shown}/${symbol || own || '……'}${day} của ${some.office.name})`
}

function withNumber(input: ReportInput, number: number | null, symbol: string): ReportInput {
  const template = symbol ? { report: input.definition.id, ...input.template, symbol } : input.template
  return { ...input, number, template }
}

/** `125/BC-UBND` as văn thư wrote it: the number, and the symbol if it stands there. */
function numberOf(written: string): { number: number | null; symbol: string } {
  const match = /^\s*(?:số\s*:?\s*)?0*(\d{1,6})\s*(?:\/\s*(.*\S))?\s*$/iu.exec(written)
  return match ? { number: Number(match[1]), symbol: match[2] ?? '' } : { number: null, symbol: '' }
}

/** Sheets of several reports in one workbook: each name once. */
function withOwnNames(parts: readonly PaperPart[]): PaperPart[] {
  const taken = new Set<string>()
  return parts.map((part) => {
    let sheet = part.sheet
    for (let n = 2; taken.has(sheet.toLowerCase()); n++) sheet = `${part.sheet.slice(0, 26)} (${n})`
    taken.add(sheet.toLowerCase())
    return { ...part, sheet }
  })
}
