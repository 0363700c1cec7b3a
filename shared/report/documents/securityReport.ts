// Mẫu số 08 of Decree 331/2026/NĐ-CP, the yearly report on the security of information systems: the form's own sections,
// sentences and twelve headings, word for word and in its order. Sections 1 and 2 stand on a portrait page, the table of
// section 3 on landscape ones that are numbered on. The form has no signing block; the usual one is added (Decree 30/2020).
import type { Field, Reference, Register, Value, Values } from '../../registers/define.ts'
import { displayValue } from '../../registers/displayValue.ts'
import { registerOf } from '../../registers/registry.ts'
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
const LEVELS = 'security-level'
const SYSTEMS = 'information-system'
export const ABOUT = 'V/v kết quả công tác bảo đảm an ninh mạng hệ thống thông tin'

/** The form's sentences of section 1, and the register's fields that may answer each: by their id, else by the sentence. */
const GENERAL: readonly Asked[] = [
  { words: 'Tổng số hệ thống thông tin thuộc phạm vi quản lý', ids: ['systemsTotal', 'total'] },
  {
    words: 'Tổng số hệ thống thông tin đã được phân loại (đã xác định được loại hình hệ thống thông tin)',
    ids: ['systemsClassified', 'classified'],
  },
  {
    words: 'Tổng số hệ thống thông tin đã xây dựng hồ sơ đề xuất cấp độ',
    ids: ['systemsWithDossier', 'dossier'],
  },
  {
    words: 'Tổng số hệ thống thông tin đã được thẩm định hồ sơ đề xuất cấp độ',
    ids: ['systemsAppraised', 'appraised'],
  },
  { words: 'Tổng số hệ thống thông tin đã được phê duyệt cấp độ', ids: ['systemsApproved', 'approved'] },
  {
    words:
      'Tổng số hệ thống thông tin đã phê duyệt cấp độ được kiểm tra, đánh giá an ninh mạng định kỳ theo quy định',
    ids: ['systemsChecked', 'checked', 'approvedChecked'],
  },
  {
    words:
      'Dự kiến thời gian hoàn thành phê duyệt đề xuất cấp độ hệ thống thông tin đối với tất cả các hệ thống thông tin thuộc phạm vi quản lý',
    ids: ['allApprovedBy', 'allApprovedAt', 'completionDue'],
  },
]

type Asked = { readonly words: string; readonly ids: readonly string[] }

/** Section 2: who answers for the systems, and who for their security; fields carry one of the prefixes. */
const PARTIES = [
  {
    heading: 'a) Thông tin về chủ quản hệ thống thông tin:',
    name: 'Tên chủ quản hệ thống thông tin',
    of: 'của cơ quan chủ quản hệ thống thông tin',
    prefixes: ['owner'],
  },
  {
    heading: 'b) Thông tin về đơn vị chuyên trách về an ninh mạng:',
    name: 'Tên đơn vị chuyên trách về an ninh mạng',
    of: 'của đơn vị chuyên trách về an ninh mạng',
    prefixes: ['securityUnit', 'security', 'specialist', 'unit'],
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
  { words: 'Tên HTTT', ids: ['system'], of: 'level' },
  { words: 'Chủ quản HTTT', ids: ['owner'], of: 'system' },
  { words: 'Đơn vị vận hành HTTT', ids: ['operator'], of: 'system' },
  { words: 'Cấp độ đề xuất', ids: ['proposedLevel'], of: 'level', centred: true },
  { words: STATE, ids: ['approvalStatus', 'approvalState'], of: 'level' },
  {
    words: 'Quyết định phê duyệt cấp độ',
    ids: ['approvalDecision', 'approvalDoc'],
    of: 'level',
    empty: { column: STATE, when: 'is-not', state: APPROVED },
  },
  {
    words: 'Quy chế bảo đảm ANM cho hệ thống',
    ids: ['securityRegulation', 'regulationDoc', 'regulation'],
    of: 'level',
  },
  {
    words: 'Dự kiến thời điểm phê duyệt HSĐXCĐ',
    ids: ['plannedApprovalAt', 'approvalDue', 'expectedApprovalAt'],
    of: 'level',
    empty: { column: STATE, when: 'is', state: APPROVED },
  },
  { words: DONE, ids: ['implementation', 'planImplementation', 'implementationStatus'], of: 'level' },
  {
    words: 'Dự kiến thời điểm triển khai đầy đủ PA BĐANM',
    ids: ['plannedImplementationAt', 'implementationDue', 'expectedImplementationAt'],
    of: 'level',
    empty: { column: DONE, when: 'is', state: IMPLEMENTED },
  },
  {
    words: 'Đã kiểm tra, đánh giá ANM',
    ids: ['securityChecks', 'checks', 'checked', 'inspections'],
    of: 'level',
  },
]

/** The register's field that answers; a form with a column that nothing fills is our mistake. */
function answerOf(register: Register, { words, ids }: Asked): Field {
  const named = register.fields.find((field) => ids.includes(field.id))
  const key = foldKey(words)
  const found =
    named ??
    register.fields.find((field) => [field.label.vi, ...field.synonyms].some((text) => foldKey(text) === key))
  if (!found) throw new Error(`Mẫu số 08 asks “${words}”, which ${register.id} does not answer`)
  return found
}

function registerNamed(id: string): Register {
  const register = registerOf(id)
  if (!register) throw new Error(`no register ${id}`)
  return register
}

export function composeSecurityReport(input: ReportInput): ComposedReport {
  return securityReportOf(input, { level: registerNamed(LEVELS), system: registerNamed(SYSTEMS) })
}

type Registers = { readonly level: Register; readonly system: Register }

/** @param registers of the systems and of their levels */
export function securityReportOf(input: ReportInput, registers: Registers): ComposedReport {
  const report = [...input.records][0]
  const values = report?.values ?? {}
  const levels = [...(input.related?.(LEVELS) ?? [])]
  const systems = new Map((input.related?.(SYSTEMS) ?? []).map((system) => [system.id, system.values]))
  const title = ABOUT.replace('V/v k', 'K')
  const first: Block[] = [
    letterheadOf(input, input.template?.symbol ?? input.office.docSymbol, input.template?.subject ?? ABOUT),
    { kind: 'addressees', names: [addresseeOf(input)] },
    ...basisParagraphs(input),
    heading('1. Thông tin chung'),
    ...GENERAL.map((asked, i) => {
      const answer = said(input.register, values, answerOf(input.register, asked).id)
      return paragraph(`- ${asked.words}: ${answer || BLANK}${i < GENERAL.length - 1 ? ';' : '.'}`)
    }),
    heading('2. Thông tin về chủ quản hệ thống thông tin và đơn vị chuyên trách về an ninh mạng'),
    ...PARTIES.flatMap((party) => partyParagraphs(input.register, values, party)),
  ]
  const second: Block[] = [
    heading('3. Thông tin chi tiết về các hệ thống thông tin thuộc phạm vi quản lý'),
    { kind: 'table', table: detailTable(levels, systems, registers), nothing: wordsForNothing(input) },
    signatureOf(input, true),
  ]
  return composedOf(input, title, [
    { sheet: 'Thông tin chung', landscape: false, blocks: first },
    { sheet: 'Chi tiết hệ thống', landscape: true, continues: true, blocks: second },
  ])
}

function partyParagraphs(register: Register, values: Values, party: (typeof PARTIES)[number]): Paragraph[] {
  const find = (suffixes: readonly string[]) => {
    const ids = party.prefixes.flatMap((prefix) => suffixes.map((suffix) => `${prefix}${suffix}`))
    return register.fields.find((field) => ids.includes(field.id))
  }
  const told = (words: string, suffixes: readonly string[], optional = false): string => {
    const field = find(suffixes)
    if (field) return said(register, values, field.id) || (optional ? '' : BLANK)
    if (optional) return ''
    throw new Error(`Mẫu số 08 asks “${words}” ${party.of}, which ${register.id} does not answer`)
  }
  const both = (...parts: string[]) => parts.filter(Boolean).join(', ')
  const head = told('Người đại diện', ['Head', 'Representative', 'Rep'])
  const position = told(
    'Chức vụ',
    ['HeadPosition', 'RepresentativePosition', 'RepPosition', 'Position'],
    true,
  )
  return [
    paragraph(party.heading, { keepNext: true }),
    paragraph(`(1) ${party.name}: ${told(party.name, ['Name', ''])};`),
    paragraph(
      `(2) Quy định chức năng, nhiệm vụ và quyền hạn: ${told('Quy định chức năng', ['Mandate', 'MandateDoc', 'FunctionDoc', 'Functions', 'Doc'])};`,
    ),
    paragraph(`(3) Người đại diện, chức vụ: ${both(head, position)};`),
    paragraph(`(4) Địa chỉ liên lạc ${party.of}: ${told('Địa chỉ', ['Address'])};`),
    paragraph(
      `(5) Thông tin liên hệ: ${both(told('Số điện thoại', ['Phone', 'Contact']), told('Thư điện tử', ['Email'], true))}.`,
    ),
  ]
}

type Shown = { readonly field: Field; readonly value: CellValue }

/** The form's table; a cell that its notes leave empty stays empty, whatever the register holds. */
function detailTable(
  levels: readonly ReportRecord[],
  systems: ReadonlyMap<string, Values>,
  registers: Registers,
): PaperTable {
  const fields = new Map(TABLE.map((column) => [column.words, answerOf(registers[column.of], column)]))
  const shown = (column: Column, level: Values): Shown => {
    const field = fields.get(column.words)!
    const values = column.of === 'level' ? level : (systems.get(idOf(level.system)) ?? {})
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

function idOf(value: Value | undefined): string {
  return value !== null && typeof value === 'object' && 'id' in value ? ((value as Reference).id ?? '') : ''
}
