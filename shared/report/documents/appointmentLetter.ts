// W19: the letter (công văn) by which an office names its focal point and, where the register has one, the leader in charge
// of data. People whose time is over are not named.
import { dataLeader } from '../../registers/dataLeader.ts'
import type { ComposedReport, ReportInput } from '../composeReport.ts'
import { PORTRAIT } from '../officialPage.ts'
import { type Block, paperTable } from '../paper.ts'
import { columnsOf } from '../reports.ts'
import { pickColumns, type ReportRecord, reportTable } from '../reportTable.ts'
import {
  addresseeOf,
  composedOf,
  dayOf,
  letterheadOf,
  paragraph,
  signatureOf,
  wordsForNothing,
} from './documentParts.ts'

const LEADER_COLUMNS = [
  { field: 'name' },
  { field: 'position' },
  { field: 'phone' },
  { field: 'email', heading: { vi: 'Email', en: 'Email' } },
] as const

export function composeAppointmentLetter(input: ReportInput): ComposedReport {
  const day = dayOf(input)
  const inForce = ({ values }: ReportRecord) => !isOver(values.endAt ?? values.to, day)
  const points = [...input.records].filter(inForce)
  const leaders = (input.related?.('data-leader') ?? []).filter(inForce)
  const nothing = wordsForNothing(input)
  const what = leaders.length
    ? 'lãnh đạo phụ trách về dữ liệu và cán bộ đầu mối kết nối, chia sẻ dữ liệu'
    : 'cán bộ đầu mối kết nối, chia sẻ dữ liệu'
  const tableOf = (
    register: ReportInput['register'],
    columns: ReturnType<typeof columnsOf>,
    records: readonly ReportRecord[],
    asked = input.template?.columns,
  ): Block => ({
    kind: 'table',
    nothing,
    table: paperTable(
      reportTable(register, pickColumns(register, columns, asked, true), records, {
        ...input,
        roomPx: PORTRAIT.px,
      }),
    ),
  })
  const blocks: Block[] = [
    letterheadOf(
      input,
      input.template?.symbol ?? input.office.docSymbol,
      input.template?.subject ?? `V/v cử ${what}`,
    ),
    { kind: 'addressees', names: [addresseeOf(input)] },
    paragraph(`${input.office.name} cử ${what} như sau:`),
    ...(leaders.length
      ? [
          paragraph('1. Lãnh đạo phụ trách về dữ liệu', { bold: true, keepNext: true }),
          tableOf(dataLeader, LEADER_COLUMNS, leaders, undefined),
          paragraph('2. Cán bộ đầu mối', { bold: true, keepNext: true }),
        ]
      : []),
    tableOf(input.register, columnsOf(input.definition, input.plan ?? ''), points),
    paragraph(
      `${input.office.name} thông báo để quý cơ quan biết, phối hợp. Khi có thay đổi, ${input.office.name} sẽ thông báo bằng văn bản./.`,
    ),
    signatureOf(input, true),
  ]
  return composedOf(input, `Công văn cử ${what}`, [
    { sheet: input.definition.sheet, landscape: false, blocks },
  ])
}

/** An ISO day before `day`. */
function isOver(value: unknown, day: string): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value < day
}
