// The yearly report on the check of data (4.9): what was found, of all databases together and of each in an annex; the
// overall finding; shortcomings and causes; proposals. Its sections are ours, in the shape of Decree 30's reports; its
// contents a) to e) are those of 47/2020 Điều 16.2.

import { dataCheckAction } from '../../registers/dataCheckAction.ts'
import { dataCheckDatabase } from '../../registers/dataCheckDatabase.ts'
import type { Reference, Value } from '../../registers/define.ts'
import type { ComposedReport, ReportInput } from '../composeReport.ts'
import type { Block, PaperPart } from '../paper.ts'
import type { ReportColumn } from '../reports.ts'
import type { ReportRecord } from '../reportTable.ts'
import {
  addresseeOf,
  annexPart,
  basisParagraphs,
  composedOf,
  counted,
  heading,
  letterheadOf,
  lowerFirst,
  paragraph,
  reportSymbol,
  said,
  shortDay,
  signatureOf,
  twoDigits,
  wordsForNothing,
} from './documentParts.ts'

const ACTION_COLUMNS: readonly ReportColumn[] = [
  { field: 'work' },
  { field: 'database' },
  { field: 'responsible' },
  { field: 'dueAt' },
  { field: 'budget' },
  { field: 'budgetSource' },
  { field: 'status', centred: true },
  { field: 'note' },
]

export function composeDataCheckReport(input: ReportInput): ComposedReport {
  const check = [...input.records][0]
  const year = String(check?.values.year ?? input.period)
  const belongs = (record: ReportRecord) => check !== undefined && idOf(record.values.check) === check.id
  const blocks = (input.related?.('data-check-database') ?? []).filter(belongs)
  const actions = (input.related?.('data-check-action') ?? []).filter(belongs)
  const subject = `Kết quả kiểm tra, đánh giá, duy trì dữ liệu năm ${year}`
  const title = `Báo cáo ${lowerFirst(subject)}`
  const guide = `(Kèm theo ${title} của ${input.office.name})`
  const nothing = wordsForNothing(input)
  const letter: PaperPart = {
    sheet: input.definition.sheet,
    landscape: false,
    blocks: [
      letterheadOf(input, reportSymbol(input)),
      {
        kind: 'title',
        title: input.template?.title ?? 'Báo cáo',
        subject: input.template?.subject ?? subject,
        notes: input.template?.notes ?? [],
        basis: [],
      },
      { kind: 'addressees', names: [addresseeOf(input)] },
      ...basisParagraphs(input),
      paragraph(introOf(input, check, year)),
      heading('I. KẾT QUẢ KIỂM TRA, ĐÁNH GIÁ'),
      ...resultBlocks(input, blocks),
      heading('II. ĐÁNH GIÁ CHUNG'),
      ...overall(input, check),
      heading('III. TỒN TẠI, NGUYÊN NHÂN'),
      ...textBlocks(input, check, 'shortcomings', 'Không có tồn tại được ghi nhận.'),
      heading('IV. ĐỀ XUẤT, KIẾN NGHỊ'),
      ...textBlocks(input, check, 'proposals', 'Không có đề xuất, kiến nghị.'),
      ...(actions.length
        ? [paragraph(`${counted(actions.length, 'hoạt động duy trì dữ liệu')} nêu tại Phụ lục II.`)]
        : []),
      paragraph(`Trên đây là báo cáo ${lowerFirst(subject)} của ${input.office.name}./.`),
      signatureOf(input, true),
    ],
  }
  const annex = input.definition.annex!
  const parts = [
    letter,
    annexPart(input, {
      label: 'Phụ lục I',
      sheet: annex.sheet,
      title: annex.title.vi,
      guide,
      register: dataCheckDatabase,
      columns: annex.columns,
      asked: input.template?.annexColumns,
      records: blocks,
      nothing,
    }),
  ]
  if (actions.length > 0)
    parts.push(
      annexPart(input, {
        label: 'Phụ lục II',
        sheet: 'Phụ lục II',
        title: 'Hoạt động duy trì dữ liệu',
        guide,
        register: dataCheckAction,
        columns: ACTION_COLUMNS,
        records: actions,
        nothing,
      }),
    )
  return composedOf(input, title, parts)
}

function idOf(value: Value | undefined): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null
}

function introOf(input: ReportInput, check: ReportRecord | undefined, year: string): string {
  const plan = check?.values.plan as Reference | null | undefined
  const by = plan?.text ? `Thực hiện ${plan.text}, ` : ''
  const period =
    check?.values.periodFrom || check?.values.periodTo
      ? ` (kỳ số liệu từ ngày ${shortDay(check.values.periodFrom)} đến ngày ${shortDay(check.values.periodTo)})`
      : ''
  return `${by}${input.office.name} báo cáo kết quả kiểm tra, đánh giá, duy trì dữ liệu năm ${year}${period} như sau:`
}

/** a) to e) of all databases together. */
function resultBlocks(input: ReportInput, blocks: readonly ReportRecord[]): Block[] {
  if (blocks.length === 0) return [paragraph(`${wordsForNothing(input)}.`)]
  const sum = (field: string) =>
    blocks.reduce((total, { values }) => total + (typeof values[field] === 'number' ? values[field] : 0), 0)
  const filled = (field: string) =>
    blocks.filter(
      ({ values }) => values[field] !== null && values[field] !== undefined && values[field] !== '',
    ).length
  const counts = (field: string) => countsOf(blocks, field)
  const [withLogs, conforming] = [
    blocks.filter(({ values }) => values.upkeepLogs === true).length,
    blocks.filter(({ values }) => values.sharingConforms === 'co').length,
  ]
  const others = filled('other')
  return [
    paragraph(
      `Đã kiểm tra ${counted(blocks.length, 'cơ sở dữ liệu')}; kết quả từng cơ sở dữ liệu nêu tại Phụ lục I.`,
    ),
    paragraph(
      `a) Kiểm kê hạng mục nội dung: tổng số ${counted(sum('itemCount'), 'hạng mục dữ liệu')}, ${counted(sum('recordCount'), 'bản ghi')}.`,
    ),
    paragraph(`b) Tuân thủ tiêu chuẩn, quy chuẩn, quy định: ${counts('compliance')}.`),
    paragraph(
      `c) Chất lượng dữ liệu: độ chính xác: ${counts('accuracy')}; độ toàn vẹn: ${counts('integrity')}; tổng số dữ liệu bất thường: ${twoDigits(sum('anomalies'))}.`,
    ),
    paragraph(`d) Duy trì, vận hành, cập nhật: ${some(withLogs)} có nhật ký cập nhật, khai thác.`),
    paragraph(`đ) Chia sẻ dữ liệu: ${some(conforming)} có đối tượng, mục đích khai thác phù hợp quy chế.`),
    paragraph(
      others > 0
        ? `e) Nội dung khác: nêu tại Phụ lục I đối với ${counted(others, 'cơ sở dữ liệu')}.`
        : 'e) Nội dung khác: không có.',
    ),
    paragraph(`Xếp loại: ${counts('grade')}.`),
  ]
}

/** `02 cơ sở dữ liệu`, or that there is none. */
function some(count: number): string {
  return count > 0 ? counted(count, 'cơ sở dữ liệu') : 'chưa có cơ sở dữ liệu nào'
}

/** `Đạt: 03, Chưa đạt: 01`, in the order of the allowed values. */
function countsOf(blocks: readonly ReportRecord[], field: string): string {
  const values = dataCheckDatabase.fields.find((f) => f.id === field)?.values ?? []
  const named = values
    .map(({ id, label }) => ({ label: label.vi, count: blocks.filter((b) => b.values[field] === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${lowerFirst(label)}: ${twoDigits(count)}`)
  const missing = blocks.filter((b) => !values.some(({ id }) => b.values[field] === id)).length
  return [...named, ...(missing ? [`chưa đánh giá: ${twoDigits(missing)}`] : [])].join(', ')
}

function overall(input: ReportInput, check: ReportRecord | undefined): Block[] {
  const grade = check ? said(input.register, check.values, 'grade') : ''
  return [
    ...textBlocks(input, check, 'conclusion', 'Chưa có đánh giá chung.'),
    ...(grade ? [paragraph(`Xếp loại chung: ${lowerFirst(grade)}.`)] : []),
  ]
}

function textBlocks(
  input: ReportInput,
  check: ReportRecord | undefined,
  field: string,
  none: string,
): Block[] {
  const text = check ? said(input.register, check.values, field).trim() : ''
  if (text === '') return [paragraph(none)]
  return text.split(/\r\n|[\n\r]+/).map((line) => paragraph(line))
}
