// What goes with a hand-in on paper: the covering letter (công văn) or report (báo cáo), which names each annex with its
// content code; and a page for the one who signs: what changed since the last time, what is open, what concerns persons.
// Citations and addressee are those of the letter's day; number and date stay blank until văn thư has given them.
import type { ComposedReport, ReportInput } from '../composeReport.ts'
import type { Block } from '../paper.ts'
import {
  addresseeOf,
  basisParagraphs,
  composedOf,
  heading,
  letterheadOf,
  letterTable,
  lowerFirst,
  paragraph,
  reportSymbol,
  shortDay,
  signatureOf,
  twoDigits,
} from './documentParts.ts'

/** One list of the hand-in, as the letter names it. */
export type AnnexNamed = {
  readonly title: string
  /** `Phụ lục I`; empty where there is only one. */
  readonly label: string
  readonly count: number
  readonly nil: boolean
  readonly contentCode: string
  /** Against the last accepted hand-in; null when there is none to compare with. */
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number } | null
}

export type CoverInput = Omit<ReportInput, 'definition' | 'register' | 'records' | 'annex'> & {
  readonly kind: 'cong_van' | 'bao_cao'
  readonly roundName: string
  /** The letter that asked, e.g. number `125/SKHCN-CĐS` and day; empty where none did. */
  readonly askedBy: { readonly number: string; readonly day: string | null; readonly issuer: string }
  readonly annexes: readonly AnnexNamed[]
  /** Further lines for the one who signs, e.g. how many items with personal data are open. */
  readonly remarks: readonly string[]
}

/** The covering letter, portrait, one page but for very many annexes. */
export function composeCoverLetter(input: CoverInput): ComposedReport {
  const asked = withoutRegister(input)
  const addressee = addresseeOf(asked)
  const name = input.office.name
  const isReport = input.kind === 'bao_cao'
  const about = lowerFirst(input.roundName)
  const { number, day, issuer } = input.askedBy
  const by = number
    ? `Thực hiện Văn bản số ${number}${day ? ` ngày ${shortDay(day)}` : ''}${issuer ? ` của ${issuer}` : ''}, `
    : ''
  const sent = input.annexes.filter((annex) => !annex.nil)
  const nils = input.annexes.filter((annex) => annex.nil)
  const blocks: Block[] = [
    isReport
      ? letterheadOf(asked, reportSymbol(asked))
      : letterheadOf(
          asked,
          input.template?.symbol ?? input.office.docSymbol,
          input.template?.subject ?? `V/v gửi ${about}`,
        ),
    ...(isReport
      ? [
          {
            kind: 'title',
            title: input.template?.title ?? 'Báo cáo',
            subject: input.template?.subject ?? capitalFirst(input.roundName),
            notes: input.period ? [`(Kỳ báo cáo: ${input.period})`] : [],
            basis: [],
          } as const,
        ]
      : []),
    { kind: 'addressees', names: [addressee] },
    ...(isReport ? basisParagraphs(asked) : []),
    paragraph(`${by}${name} gửi ${addressee} ${about}${periodOf(input)}, gồm các tài liệu sau:`),
    ...(sent.length
      ? [
          {
            kind: 'table',
            nothing: '',
            table: letterTable(
              [
                { heading: 'STT', part: 1, centred: true },
                { heading: 'Tên báo cáo, danh mục', part: 7 },
                { heading: 'Phụ lục', part: 2, centred: true },
                { heading: 'Số lượng', part: 1.6, centred: true },
                { heading: 'Mã nội dung', part: 2.4, centred: true },
              ],
              sent.map((annex, i) => [
                i + 1,
                annex.title,
                annex.label || 'Kèm theo',
                annex.count,
                annex.contentCode,
              ]),
            ),
          } as const,
        ]
      : []),
    ...nils.map((annex) => paragraph(`${annex.title}: trong kỳ không phát sinh.`)),
    ...(sent.length
      ? [
          paragraph(
            'Mã nội dung in ở cuối mỗi trang là mã của cả lần gửi; mã ở bảng trên là mã của từng danh mục, trùng với mã của dữ liệu gửi kèm.',
          ),
        ]
      : []),
    paragraph(`${name} kính gửi ${addressee} tổng hợp./.`),
    signatureOf(asked, true),
  ]
  const title = isReport ? `Báo cáo ${about}` : `Công văn gửi ${about}`
  return composedOf(asked, title, [{ sheet: 'Văn bản', landscape: false, blocks }])
}

/** One page for the one who signs; it stays in the office. */
export function composeLeaderSummary(input: CoverInput): ComposedReport {
  const asked = withoutRegister(input)
  const total = input.annexes.reduce((sum, annex) => sum + annex.count, 0)
  const blocks: Block[] = [
    {
      kind: 'title',
      title: 'Tóm tắt trình ký',
      subject: capitalFirst(input.roundName),
      notes: [`(Kỳ báo cáo: ${input.period}; lưu nội bộ, không gửi đi)`],
      basis: [],
    },
    heading('1. Gửi đi những gì'),
    paragraph(
      `${twoDigits(input.annexes.length)} danh mục, báo cáo, ${twoDigits(total)} dòng; nơi nhận: ${addresseeOf(asked)}.`,
    ),
    {
      kind: 'table',
      nothing: 'Chưa có dữ liệu',
      table: letterTable(
        [
          { heading: 'STT', part: 1, centred: true },
          { heading: 'Tên báo cáo, danh mục', part: 6 },
          { heading: 'Tổng số', part: 1.5, centred: true },
          { heading: 'Thêm mới', part: 1.5, centred: true },
          { heading: 'Sửa đổi', part: 1.5, centred: true },
          { heading: 'Bỏ ra', part: 1.5, centred: true },
          { heading: 'Mã nội dung', part: 2.4, centred: true },
        ],
        input.annexes.map(({ title, count, nil, changes, contentCode }, i) => [
          i + 1,
          title,
          nil ? 'Không phát sinh' : count,
          changes ? changes.added : '–',
          changes ? changes.changed : '–',
          changes ? changes.removed : '–',
          contentCode,
        ]),
      ),
    },
    paragraph(
      input.annexes.some((annex) => annex.changes)
        ? 'Thêm mới, sửa đổi, bỏ ra: so với lần nộp gần nhất đã được chấp nhận.'
        : 'Chưa có lần nộp nào được chấp nhận để so sánh.',
      { italic: true },
    ),
    heading('2. Cần lưu ý trước khi ký'),
    ...(input.remarks.length
      ? input.remarks.map((remark) => paragraph(`- ${remark}`))
      : [paragraph('Không có nội dung cần lưu ý.')]),
    ...(input.draft
      ? [paragraph('Còn mục chưa đủ hoặc chưa khóa: bản in có chữ DỰ THẢO, chưa dùng để ký.', { bold: true })]
      : []),
  ]
  const composed = composedOf(asked, 'Tóm tắt trình ký', [{ sheet: 'Tóm tắt', landscape: false, blocks }])
  return { ...composed, baseName: composed.baseName.replace(/^van-ban/, 'tom-tat-trinh-ky') }
}

/** A letter prints no register: its definition names only its file and what a template of it is kept under. */
function withoutRegister(input: CoverInput): ReportInput {
  return { ...input, definition: LETTER, register: NO_REGISTER, records: [] }
}

const LETTER: ReportInput['definition'] = {
  id: 'cover-letter',
  register: '',
  sheet: 'Văn bản',
  title: { vi: 'Văn bản gửi kèm', en: 'Covering letter' },
  columns: [],
  counted: { vi: 'tài liệu', en: 'documents' },
  fileName: 'van-ban',
}

const NO_REGISTER: ReportInput['register'] = {
  id: 'cover-letter',
  label: LETTER.title,
  singular: LETTER.title,
  help: LETTER.title,
  fields: [],
  nameField: '',
  matchKey: [],
  nilAnswer: false,
}

/** The period, unless the round's name already says it. */
function periodOf({ period, roundName }: CoverInput): string {
  return period === '' || roundName.includes(period) ? '' : `, kỳ ${period}`
}

function capitalFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
