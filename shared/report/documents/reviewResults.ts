// M10a: results of the review of databases and information systems: how many there are, of which kind, in which state, how
// ready to be shared; the lists themselves in annexes. Figures are counted from the registers, never typed.

import type { Register } from '../../registers/define.ts'
import { registerOf } from '../../registers/registry.ts'
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
  signatureOf,
  twoDigits,
  wordsForNothing,
} from './documentParts.ts'

const SYSTEMS = 'information-system'

const SYSTEM_COLUMNS: readonly ReportColumn[] = [
  { field: 'name' },
  { field: 'domain' },
  { field: 'owner' },
  { field: 'operator' },
  { field: 'connectionStatus' },
  { field: 'reviewStatus' },
  { field: 'proposal' },
  { field: 'note' },
]

export function composeReviewResults(input: ReportInput): ComposedReport {
  const databases = [...input.records]
  const systems = [...(input.related?.(SYSTEMS) ?? [])]
  const systemRegister = registerOf(SYSTEMS)
  const subject = 'Kết quả rà soát, đánh giá hiện trạng cơ sở dữ liệu, hệ thống thông tin'
  const title = `Báo cáo ${lowerFirst(subject)}`
  const guide = `(Kèm theo ${title} của ${input.office.name})`
  const nothing = wordsForNothing(input)
  const hasSystems = systemRegister !== undefined && systems.length > 0
  const letter: PaperPart = {
    sheet: input.definition.sheet,
    landscape: false,
    blocks: [
      letterheadOf(input, reportSymbol(input)),
      {
        kind: 'title',
        title: input.template?.title ?? 'Báo cáo',
        subject: input.template?.subject ?? subject,
        notes: input.period ? [`(Kỳ báo cáo: ${input.period})`] : [],
        basis: [],
      },
      { kind: 'addressees', names: [addresseeOf(input)] },
      ...basisParagraphs(input),
      paragraph(
        `${input.office.name} đã rà soát, đánh giá hiện trạng cơ sở dữ liệu, hệ thống thông tin; kết quả như sau:`,
      ),
      heading('I. CƠ SỞ DỮ LIỆU'),
      ...figures(input, input.register, databases, 'cơ sở dữ liệu', 'Phụ lục I', [
        ['officeRole', 'Theo vai trò của cơ quan'],
        ['dbKind', 'Theo loại'],
        ['status', 'Theo trạng thái'],
        ['shareReadiness', 'Theo khả năng chia sẻ'],
        ['personalData', 'Chứa dữ liệu cá nhân'],
      ]),
      heading('II. HỆ THỐNG THÔNG TIN'),
      ...(systemRegister
        ? figures(input, systemRegister, systems, 'hệ thống thông tin', 'Phụ lục II', [
            ['acquisition', 'Theo hình thức'],
            ['connectionStatus', 'Theo hiện trạng kết nối'],
            ['reviewStatus', 'Theo tình trạng rà soát'],
            ['proposal', 'Theo đề xuất'],
          ])
        : [paragraph(`${wordsForNothing(input)}.`)]),
      paragraph(`Trên đây là báo cáo ${lowerFirst(subject)} của ${input.office.name}./.`),
      signatureOf(input, true),
    ],
  }
  const parts = [
    letter,
    annexPart(input, {
      label: 'Phụ lục I',
      sheet: 'Phụ lục I',
      title: 'Danh mục cơ sở dữ liệu đã rà soát',
      guide,
      register: input.register,
      columns: input.definition.columns,
      asked: input.template?.columns,
      records: databases,
      nothing,
    }),
  ]
  if (hasSystems)
    parts.push(
      annexPart(input, {
        label: 'Phụ lục II',
        sheet: 'Phụ lục II',
        title: 'Danh mục hệ thống thông tin đã rà soát',
        guide,
        register: systemRegister,
        columns: SYSTEM_COLUMNS,
        asked: input.template?.annexColumns,
        records: systems,
        nothing,
      }),
    )
  return composedOf(input, title, parts)
}

/** How many records there are, and how many of each allowed value of those fields. */
function figures(
  input: ReportInput,
  register: Register,
  records: readonly ReportRecord[],
  what: string,
  annex: string,
  fields: readonly (readonly [string, string])[],
): Block[] {
  if (records.length === 0) return [paragraph(`${wordsForNothing(input)}.`)]
  return [
    paragraph(`Tổng số: ${counted(records.length, what)}; danh mục nêu tại ${annex}.`),
    ...fields
      .filter(([id]) => hasField(register, id))
      .map(([id, label]) => paragraph(`${label}: ${countsOf(register, records, id)}.`)),
  ]
}

function countsOf(register: Register, records: readonly ReportRecord[], id: string): string {
  const values = register.fields.find((field) => field.id === id)?.values ?? []
  const has = (record: ReportRecord, value: string) => {
    const own = record.values[id]
    return own === value || (Array.isArray(own) && own.includes(value as never))
  }
  const named = values
    .map((value) => ({ label: value.label.vi, count: records.filter((r) => has(r, value.id)).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${lowerFirst(label)}: ${twoDigits(count)}`)
  const missing = records.filter((r) => !values.some((value) => has(r, value.id))).length
  return [...named, ...(missing > 0 ? [`chưa xác định: ${twoDigits(missing)}`] : [])].join('; ')
}

function hasField(register: Register, id: string): boolean {
  return register.fields.some((field) => field.id === id)
}
