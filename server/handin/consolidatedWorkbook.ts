// One workbook of all offices: every office's latest hand-in of a register, for one period or whatever its period, one row
// a record with its office, period, state and who entered it; and a sheet that names the offices that sent nothing.
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Register, Values } from '../../shared/registers/define.ts'
import { cellValue } from '../../shared/report/cellValue.ts'
import type { Sheet } from '../../shared/report/sheetXml.ts'
import { bodyStyle, type Table } from '../../shared/report/tableRows.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { provinceName } from '../provinceName.ts'
import type { Rows } from '../store/database.ts'
import { frozenRecord, handin, office } from '../store/schema.ts'
import { handinFamily } from './freezeHandin.ts'
import { plainName, sheetOfTable, workbookBytes } from './tableFile.ts'

type Line = {
  readonly id: string
  readonly officeId: string
  readonly office: string
  readonly period: string
  readonly byProvince: boolean
  readonly state: string
  readonly values: Values
}
type Silent = { readonly id: string; readonly name: string; readonly parentName: string }

const STATES: Readonly<Record<string, string>> = {
  received: 'Tỉnh đã nhận',
  returned: 'Trả lại',
  accepted: 'Chấp nhận',
}
const PX_PER_CHAR = 8

export async function consolidatedWorkbook(
  province: Province,
  actor: Actor,
  input: { readonly register: string; readonly period?: string | undefined },
): Promise<Result<{ bytes: Uint8Array; name: string; rows: number }, { readonly code: 'unknown-register' }>> {
  const { register: registerId, period } = input
  const family = handinFamily(registerId)
  const [root] = family
  if (!root) return err({ code: 'unknown-register' })
  const { lines, silent } = await latestLines(province.db, registerId, period)
  const sheets = [
    ...family.map((register) => sheetOf(register, lines.get(register.id) ?? [])),
    silentSheet(silent),
  ]
  const bytes = await workbookBytes({
    title: root.label.vi,
    creator: await provinceName(province.db),
    sheets,
  })
  const rows = lines.get(registerId)?.length ?? 0
  await writeAudit(province.db, actor, province.now(), {
    act: 'workbook-exported',
    subject: registerId,
    detail: { rows, period: period ?? null },
  })
  return ok({
    bytes,
    name: `tong-hop-${registerId}${period ? `-${plainName(period)}` : ''}.xlsx`,
    rows,
  })
}

async function latestLines(
  rows: Rows,
  registerId: string,
  period: string | undefined,
): Promise<{ lines: Map<string, Line[]>; silent: Silent[] }> {
  const latest = await rows
    .selectDistinctOn([handin.office], {
      id: handin.id,
      office: handin.office,
      state: handin.state,
      period: handin.period,
      byProvince: handin.byProvince,
      name: office.name,
    })
    .from(handin)
    .innerJoin(office, eq(office.id, handin.office))
    .where(and(eq(handin.register, registerId), period === undefined ? undefined : eq(handin.period, period)))
    .orderBy(handin.office, desc(handin.receivedAt), desc(handin.device), desc(handin.seq))
  const sent = new Set(latest.map((h) => h.office))
  const offices = await rows
    .select({ id: office.id, name: office.name, parentName: office.parentName })
    .from(office)
    .orderBy(office.id)
  const silent = offices.filter((o) => !sent.has(o.id))
  const lines = new Map<string, Line[]>()
  if (latest.length === 0) return { lines, silent }
  const of = new Map(latest.map((h) => [h.id, h]))
  const found = await rows
    .select()
    .from(frozenRecord)
    .where(inArray(frozenRecord.handin, [...of.keys()]))
    .orderBy(sql`${frozenRecord.office}, ${frozenRecord.position}`)
  for (const row of found) {
    const h = of.get(row.handin)
    if (!h || h.office !== row.office) continue
    const list = lines.get(row.register) ?? []
    list.push({
      id: row.recordId,
      officeId: h.office,
      office: h.name,
      period: h.period,
      byProvince: h.byProvince,
      state: STATES[h.state] ?? h.state,
      values: row.fields,
    })
    lines.set(row.register, list)
  }
  return { lines, silent }
}

function sheetOf(register: Register, lines: readonly Line[]): Sheet {
  const plain = bodyStyle(null, true)
  const left = { ...plain, align: 'left', wrap: true } as const
  const table: Table<Line> = {
    columns: [
      { heading: 'STT', field: null, style: plain, widthPx: 50, value: (_line, ordinal) => ordinal },
      { heading: 'Mã cơ quan', field: null, style: plain, widthPx: 90, value: (line) => line.officeId },
      { heading: 'Cơ quan', field: null, style: left, widthPx: 240, value: (line) => line.office },
      ...register.fields.map((field) => ({
        heading: field.label.vi,
        field,
        style: bodyStyle(field, false),
        widthPx: Math.max(90, field.width.report * PX_PER_CHAR),
        value: (line: Line) => cellValue(field, line.values[field.id], 'vi'),
      })),
      { heading: 'Kỳ', field: null, style: plain, widthPx: 60, value: (line) => line.period },
      {
        heading: 'Nhập hộ',
        field: null,
        style: plain,
        widthPx: 80,
        value: (line) => (line.byProvince ? 'Tỉnh nhập hộ' : ''),
      },
      { heading: 'Trạng thái', field: null, style: plain, widthPx: 120, value: (line) => line.state },
    ],
    records: lines,
    idOf: (line) => line.id,
    columnNumbers: false,
  }
  return sheetOfTable(register.label.vi, table)
}

/** Who sent nothing for the register (and period): a list that lacks them would look complete. */
function silentSheet(silent: readonly Silent[]): Sheet {
  const plain = bodyStyle(null, true)
  const left = { ...plain, align: 'left', wrap: true } as const
  return sheetOfTable('Chưa gửi', {
    columns: [
      {
        heading: 'STT',
        field: null,
        style: plain,
        widthPx: 50,
        value: (_office: Silent, ordinal) => ordinal,
      },
      { heading: 'Mã cơ quan', field: null, style: plain, widthPx: 90, value: (o) => o.id },
      { heading: 'Cơ quan', field: null, style: left, widthPx: 320, value: (o) => o.name },
      { heading: 'Cơ quan cấp trên', field: null, style: left, widthPx: 260, value: (o) => o.parentName },
    ],
    records: silent,
    idOf: (o) => o.id,
    columnNumbers: false,
  })
}
