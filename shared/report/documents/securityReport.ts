// Mẫu số 08 of Decree 331/2026/NĐ-CP, the yearly report on the security of information systems: the form's own sections,
// sentences and twelve headings, word for word and in its order. Sections 1 and 2 stand on a portrait page, the table of
// section 3 on landscape ones that are numbered on. The form has no signing block; the usual one is added (Decree 30/2020).
import { type Field, fieldOf, type Register, type Values } from '../../registers/define.ts'
import { displayValue } from '../../registers/displayValue.ts'
import { informationSystem } from '../../registers/informationSystem.ts'
import { securityLevel } from '../../registers/securityLevel.ts'
import { reportedLevels, systemOfLevel } from '../../registers/securityReportFigures.ts'
import { foldKey } from '../../text/fold.ts'
import { cellValue } from '../cellValue.ts'
import { columnWidths } from '../columnWidths.ts'
import type { ComposedReport, ReportInput } from '../composeReport.ts'
import { LANDSCAPE } from '../officialPage.ts'
import { type Block, type PaperTable, type Paragraph, paperTable } from '../paper.ts'
import type { ReportRecord } from '../reportTable.ts'
import type { CellValue } from '../sheetXml.ts'
import { BODY, bodyStyle, HEAD } from '../tableRows.ts'
import {
  addresseeOf,
  basisParagraphs,
  composedOf,
  heading,
  letterheadOf,
  paragraph,
  said,
  signatureOf,
  wordsForNothing,
} from './documentParts.ts'

/** To be filled in by hand. */
const BLANK = '……'
export const ABOUT = 'V/v kết quả công tác bảo đảm an ninh mạng hệ thống thông tin'

/** The form's sentences of section 1, and the field that answers each. */
const GENERAL: readonly Asked[] = [
  { words: 'Tổng số hệ thống thông tin thuộc phạm vi quản lý', field: 'systemsTotal' },
  {
    words: 'Tổng số hệ thống thông tin đã được phân loại (đã xác định được loại hình hệ thống thông tin)',
    field: 'systemsClassified',
  },
  {
    words: 'Tổng số hệ thống thông tin đã xây dựng hồ sơ đề xuất cấp độ',
    field: 'systemsWithDossier',
  },
  {
    words: 'Tổng số hệ thống thông tin đã được thẩm định hồ sơ đề xuất cấp độ',
    field: 'systemsAppraised',
  },
  { words: 'Tổng số hệ thống thông tin đã được phê duyệt cấp độ', field: 'systemsApproved' },
  {
    words:
      'Tổng số hệ thống thông tin đã phê duyệt cấp độ được kiểm tra, đánh giá an ninh mạng định kỳ theo quy định',
    field: 'systemsCheckedRegularly',
  },
  {
    words:
      'Dự kiến thời gian hoàn thành phê duyệt đề xuất cấp độ hệ thống thông tin đối với tất cả các hệ thống thông tin thuộc phạm vi quản lý',
    field: 'allApprovedBy',
  },
]

type Asked = { readonly words: string; readonly field: string }

/** Section 2: who answers for the systems, and who for their security; fields carry its prefix. */
const PARTIES = [
  {
    heading: 'a) Thông tin về chủ quản hệ thống thông tin:',
    name: 'Tên chủ quản hệ thống thông tin',
    of: 'của cơ quan chủ quản hệ thống thông tin',
    prefix: 'owner',
  },
  {
    heading: 'b) Thông tin về đơn vị chuyên trách về an ninh mạng:',
    name: 'Tên đơn vị chuyên trách về an ninh mạng',
    of: 'của đơn vị chuyên trách về an ninh mạng',
    prefix: 'security',
  },
] as const

type Column = Asked & {
  readonly of: 'level' | 'system'
  readonly centred?: true
  /** The form leaves the cell empty then: while the system is, or is not, in that state of another column. */
  readonly empty?: { readonly column: string; readonly when: 'is' | 'is-not'; readonly state: string }
}

const STATE = 'Tình trạng phê duyệt cấp độ'
const DONE = 'Đã triển khai đầy đủ PA BĐANM'
const APPROVED = 'Đã được phê duyệt'
const IMPLEMENTED = 'Đã triển khai đầy đủ'

/** Section 3, columns (2) to (12). */
const TABLE: readonly Column[] = [
  { words: 'Tên HTTT', field: 'system', of: 'level' },
  { words: 'Chủ quản HTTT', field: 'owner', of: 'system' },
  { words: 'Đơn vị vận hành HTTT', field: 'operator', of: 'system' },
  { words: 'Cấp độ đề xuất', field: 'proposedLevel', of: 'level', centred: true },
  { words: STATE, field: 'approvalState', of: 'level' },
  {
    words: 'Quyết định phê duyệt cấp độ',
    field: 'approvalDecision',
    of: 'level',
    empty: { column: STATE, when: 'is-not', state: APPROVED },
  },
  {
    words: 'Quy chế bảo đảm ANM cho hệ thống',
    field: 'regulation',
    of: 'level',
  },
  {
    words: 'Dự kiến thời điểm phê duyệt HSĐXCĐ',
    field: 'plannedApprovalAt',
    of: 'level',
    empty: { column: STATE, when: 'is', state: APPROVED },
  },
  { words: DONE, field: 'implementation', of: 'level' },
  {
    words: 'Dự kiến thời điểm triển khai đầy đủ PA BĐANM',
    field: 'plannedImplementationAt',
    of: 'level',
    empty: { column: DONE, when: 'is', state: IMPLEMENTED },
  },
  {
    words: 'Đã kiểm tra, đánh giá ANM',
    field: 'checks',
    of: 'level',
  },
]

export function composeSecurityReport(input: ReportInput): ComposedReport {
  const report = [...input.records][0]
  const values = report?.values ?? {}
  const systems = input.related?.(informationSystem.id) ?? []
  const levels = reportedLevels(systems, input.related?.(securityLevel.id) ?? [])
  const valuesOf = new Map(systems.map((system) => [system.id, system.values]))
  const title = ABOUT.replace('V/v k', 'K')
  const first: Block[] = [
    letterheadOf(input, input.template?.symbol ?? input.office.docSymbol, input.template?.subject ?? ABOUT),
    { kind: 'addressees', names: [addresseeOf(input)] },
    ...basisParagraphs(input),
    heading('1. Thông tin chung'),
    ...GENERAL.map((asked, i) => {
      const answer = said(input.register, values, asked.field)
      return paragraph(`- ${asked.words}: ${answer || BLANK}${i < GENERAL.length - 1 ? ';' : '.'}`)
    }),
    heading('2. Thông tin về chủ quản hệ thống thông tin và đơn vị chuyên trách về an ninh mạng'),
    ...PARTIES.flatMap((party) => partyParagraphs(input.register, values, party)),
  ]
  const second: Block[] = [
    heading('3. Thông tin chi tiết về các hệ thống thông tin thuộc phạm vi quản lý'),
    { kind: 'table', table: detailTable(levels, valuesOf), nothing: wordsForNothing(input) },
    signatureOf(input, true),
  ]
  return composedOf(input, title, [
    { sheet: 'Thông tin chung', landscape: false, blocks: first },
    { sheet: 'Chi tiết hệ thống', landscape: true, continues: true, blocks: second },
  ])
}

function partyParagraphs(register: Register, values: Values, party: (typeof PARTIES)[number]): Paragraph[] {
  const told = (...parts: string[]) =>
    parts
      .map((part) => said(register, values, `${party.prefix}${part}`))
      .filter(Boolean)
      .join(', ') || BLANK
  return [
    paragraph(party.heading, { keepNext: true }),
    paragraph(`(1) ${party.name}: ${told('Name')};`),
    paragraph(`(2) Quy định chức năng, nhiệm vụ và quyền hạn: ${told('Mandate')};`),
    paragraph(`(3) Người đại diện, chức vụ: ${told('Head', 'HeadPosition')};`),
    paragraph(`(4) Địa chỉ liên lạc ${party.of}: ${told('Address')};`),
    paragraph(`(5) Thông tin liên hệ: ${told('Phone', 'Email')}.`),
  ]
}

type Shown = { readonly field: Field; readonly value: CellValue }

/** The form's table; a cell that its notes leave empty stays empty, whatever the register holds. */
function detailTable(levels: readonly ReportRecord[], systems: ReadonlyMap<string, Values>): PaperTable {
  const registers: Record<Column['of'], Register> = { level: securityLevel, system: informationSystem }
  const fields = new Map(TABLE.map((column) => [column.words, fieldOf(registers[column.of], column.field)]))
  const shown = (column: Column, level: Values): Shown => {
    const field = fields.get(column.words)!
    const values = column.of === 'level' ? level : (systems.get(systemOfLevel(level) ?? '') ?? {})
    if (column.empty && isEmpty(column.empty, fields, level)) return { field, value: null }
    return { field, value: cellValue(field, values[field.id] ?? null, 'vi') }
  }
  const sample = (column: Column) => levels.slice(0, 200).map((level) => textOf(shown(column, level.values)))
  const widths = columnWidths(
    [
      { heading: 'STT', sample: [], askedPx: 42 },
      ...TABLE.map((column) => ({ heading: column.words, sample: sample(column) })),
    ],
    LANDSCAPE.px,
    BODY,
    HEAD,
  )
  return paperTable({
    columnNumbers: true,
    records: levels,
    idOf: (level: ReportRecord) => level.id,
    columns: [
      {
        heading: 'STT',
        field: null,
        style: bodyStyle(null, true),
        widthPx: widths[0]!,
        value: (_: ReportRecord, ordinal: number) => ordinal,
      },
      ...TABLE.map((column, i) => {
        const field = fields.get(column.words)!
        return {
          heading: column.words,
          field,
          style: bodyStyle(field, column.centred === true),
          widthPx: widths[i + 1]!,
          value: (level: ReportRecord) => shown(column, level.values).value,
        }
      }),
    ],
  })
}

/** By the form's own notes: what an approved system has, a system not yet approved has not, and the other way round. */
function isEmpty(
  { column, when, state }: NonNullable<Column['empty']>,
  fields: ReadonlyMap<string, Field>,
  level: Values,
): boolean {
  const field = fields.get(column)!
  const value = field.values?.find((one) => foldKey(one.label.vi) === foldKey(state))
  if (!value) throw new Error(`Mẫu số 08 knows the state “${state}”, which ${field.id} does not`)
  return (level[field.id] === value.id) === (when === 'is')
}

function textOf({ field, value }: Shown): string {
  if (value === null) return ''
  return field.type === 'date'
    ? '00/00/0000'
    : typeof value === 'string'
      ? value
      : displayValue(field, value, 'vi')
}
