// One workbook of all offices: every office's latest hand-in of a register, one row a record, with its office and state.
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { Register, Values } from '../../shared/registers/define.ts'
import { cellValue } from '../../shared/report/cellValue.ts'
import type { Sheet } from '../../shared/report/sheetXml.ts'
import { bodyStyle, headingRows, recordRows, type Table } from '../../shared/report/tableRows.ts'
import { writeWorkbook } from '../../shared/report/workbook.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { provinceName } from '../provinceName.ts'
import type { Rows } from '../store/database.ts'
import { frozenRecord, handin, office } from '../store/schema.ts'
import { handinFamily } from './freezeHandin.ts'

type Line = { readonly id: string; readonly office: string; readonly state: string; readonly values: Values }

const STATES: Readonly<Record<string, string>> = {
  received: 'Tỉnh đã nhận',
  returned: 'Trả lại',
  accepted: 'Chấp nhận',
}
const PX_PER_CHAR = 8
const MARGINS_MM = { top: 20, bottom: 20, left: 30, right: 15 }

const deflateBlock = promisify(deflateRaw)

export async function consolidatedWorkbook(
  province: Province,
  actor: Actor,
  registerId: string,
): Promise<Result<{ bytes: Uint8Array; name: string; rows: number }, { readonly code: 'unknown-register' }>> {
  const family = handinFamily(registerId)
  const [root] = family
  if (!root) return err({ code: 'unknown-register' })
  const lines = await latestLines(province.db, registerId)
  const sheets = family.map((register) => sheetOf(register, lines.get(register.id) ?? []))
  const chunks: Uint8Array[] = []
  await writeWorkbook(
    { title: root.label.vi, creator: await provinceName(province.db), sheets },
    {
      sink: (chunk) => void chunks.push(chunk),
      crc32,
      deflate: (block, final) =>
        deflateBlock(block, { level: 1, finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }),
    },
  )
  const rows = lines.get(registerId)?.length ?? 0
  await writeAudit(province.db, actor, province.now(), {
    act: 'workbook-exported',
    subject: registerId,
    detail: { rows },
  })
  return ok({ bytes: new Uint8Array(Buffer.concat(chunks)), name: `tong-hop-${registerId}.xlsx`, rows })
}

async function latestLines(rows: Rows, registerId: string): Promise<Map<string, Line[]>> {
  const latest = await rows
    .selectDistinctOn([handin.office], {
      id: handin.id,
      office: handin.office,
      state: handin.state,
      name: office.name,
    })
    .from(handin)
    .innerJoin(office, eq(office.id, handin.office))
    .where(eq(handin.register, registerId))
    .orderBy(handin.office, desc(handin.receivedAt), desc(handin.device), desc(handin.seq))
  const byRegister = new Map<string, Line[]>()
  if (latest.length === 0) return byRegister
  const of = new Map(latest.map((h) => [h.id, h]))
  const found = await rows
    .select()
    .from(frozenRecord)
    .where(inArray(frozenRecord.handin, [...of.keys()]))
    .orderBy(sql`${frozenRecord.office}, ${frozenRecord.position}`)
  for (const row of found) {
    const h = of.get(row.handin)
    if (!h || h.office !== row.office) continue
    const list = byRegister.get(row.register) ?? []
    list.push({ id: row.recordId, office: h.name, state: STATES[h.state] ?? h.state, values: row.fields })
    byRegister.set(row.register, list)
  }
  return byRegister
}

function sheetOf(register: Register, lines: readonly Line[]): Sheet {
  const plain = bodyStyle(null, true)
  const left = { ...plain, align: 'left', wrap: true } as const
  const table: Table<Line> = {
    columns: [
      { heading: 'STT', field: null, style: plain, widthPx: 50, value: (_line, ordinal) => ordinal },
      { heading: 'Cơ quan', field: null, style: left, widthPx: 240, value: (line) => line.office },
      ...register.fields.map((field) => ({
        heading: field.label.vi,
        field,
        style: bodyStyle(field, false),
        widthPx: Math.max(90, field.width.report * PX_PER_CHAR),
        value: (line: Line) => cellValue(field, line.values[field.id], 'vi'),
      })),
      { heading: 'Trạng thái', field: null, style: plain, widthPx: 120, value: (line) => line.state },
    ],
    records: lines,
    idOf: (line) => line.id,
    columnNumbers: false,
  }
  return {
    name: register.label.vi.slice(0, 31),
    columns: [...table.columns.map((c) => ({ widthPx: c.widthPx })), { widthPx: 20, hidden: true }],
    rows: rowsOf(table),
    freezeRows: 1,
    printColumns: table.columns.length,
    page: { landscape: true, marginsMm: MARGINS_MM, firstFooter: '', header: '&C&P', footer: '' },
  }
}

function* rowsOf(table: Table<Line>): Iterable<ReturnType<typeof headingRows>[number]> {
  yield* headingRows(table)
  yield* recordRows(table)
}
