// The board of a round as a workbook: one row an office, one column a list, as it is filtered on the screen.
import type { BoardCell, BoardQuery, BoardRow } from '../../shared/http/consoleRoundCalls.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { bodyStyle, type TableColumn } from '../../shared/report/tableRows.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { getBoard, vietnamDay } from '../console/readBoard.ts'
import { plainName, sheetOfTable, workbookBytes } from '../handin/tableFile.ts'
import type { Province } from '../Province.ts'
import { provinceName } from '../provinceName.ts'

const ROWS_A_TIME = 500

const CELL_STATES = { received: 'Tỉnh đã nhận', returned: 'Trả lại', accepted: 'Chấp nhận' } as const
const OFFICE_STATES = {
  none: 'Chưa gửi',
  partial: 'Gửi một phần',
  received: 'Tỉnh đã nhận',
  returned: 'Trả lại',
  accepted: 'Chấp nhận',
} as const
const WAYS = { line: 'qua mạng', file: 'bằng tệp', entered: 'tỉnh nhập hộ' } as const

export async function boardWorkbook(
  province: Province,
  actor: Actor,
  query: Omit<BoardQuery, 'offset' | 'limit'>,
): Promise<Result<{ bytes: Uint8Array; name: string }, { readonly code: 'no-such-round' }>> {
  const rows: BoardRow[] = []
  const now = province.now()
  const first = await getBoard(province.db, now, { ...query, offset: 0, limit: ROWS_A_TIME })
  if (!first.ok) return err(first.error)
  const { round, total } = first.value
  rows.push(...first.value.rows)
  while (rows.length < total) {
    const next = await getBoard(province.db, now, { ...query, offset: rows.length, limit: ROWS_A_TIME })
    if (!next.ok || next.value.rows.length === 0) break
    rows.push(...next.value.rows)
  }
  const bytes = await workbookBytes({
    title: `${round.name}, kỳ ${round.period}`,
    creator: await provinceName(province.db),
    sheets: [
      sheetOfTable('Theo dõi', {
        columns: columnsOf(round.items.map((i) => i.register)),
        records: rows,
        idOf: (row) => row.office,
        columnNumbers: false,
      }),
    ],
  })
  await writeAudit(province.db, actor, now, {
    act: 'workbook-exported',
    subject: `round ${round.id}`,
    detail: { rows: rows.length, period: round.period },
  })
  return ok({ bytes, name: `theo-doi-${plainName(round.name)}-${vietnamDay(now)}.xlsx` })
}

function columnsOf(registers: readonly string[]): TableColumn<BoardRow>[] {
  const plain = bodyStyle(null, true)
  const left = { ...plain, align: 'left', wrap: true } as const
  const column = (
    heading: string,
    widthPx: number,
    value: TableColumn<BoardRow>['value'],
    style = plain,
  ) => ({
    heading,
    field: null,
    style,
    widthPx,
    value,
  })
  return [
    column('STT', 50, (_row, ordinal) => ordinal),
    column('Mã cơ quan', 90, (row) => row.office),
    column('Cơ quan', 280, (row) => row.name, left),
    column('Tình trạng', 110, (row) => OFFICE_STATES[row.state]),
    column('Hạn gửi', 90, (row) => vietnamese(row.due)),
    column('Gia hạn', 180, (row) => (row.extendedTo ? row.extensionReason : ''), left),
    column('Số ngày quá hạn', 80, (row) => row.lateDays || ''),
    column('Số, ký hiệu', 110, (row) => row.number ?? ''),
    column('Ngày ký', 90, (row) => vietnamese(row.signedOn)),
    ...registers.map((register, i) =>
      column(registerOf(register)?.label.vi ?? register, 130, (row) => cellText(row.cells[i])),
    ),
    column('Liên lạc gần nhất', 150, (row) =>
      row.lastHeardAt && row.lastHeardWay
        ? `${vietnamese(vietnamDay(row.lastHeardAt))} ${WAYS[row.lastHeardWay]}`
        : row.hasApp
          ? 'chưa kết nối'
          : 'không dùng phần mềm',
    ),
    column('Ghi chú điện thoại', 240, (row) => row.note?.text ?? '', left),
  ]
}

function cellText(cell: BoardCell | undefined): string {
  if (!cell?.state) return 'Chưa gửi'
  return `${CELL_STATES[cell.state]}, ${cell.nil ? 'không phát sinh' : `${cell.count} bản ghi`}`
}

function vietnamese(iso: string | null): string {
  return iso ? iso.split('-').reverse().join('/') : ''
}
