// The reminder letter (văn bản đôn đốc) of a round: who has not sent what, as the board says now, in the layout of Decree
// 30/2020. The number is left to văn thư and the signature to a person.
import type { Reminder, ReminderLetter } from '../../shared/http/consoleRoundCalls.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { type Paper, paperTable } from '../../shared/report/paper.ts'
import { bodyStyle } from '../../shared/report/tableRows.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { getBoard, vietnamDay } from '../console/readBoard.ts'
import { docxBytes, plainName } from '../handin/tableFile.ts'
import type { Province } from '../Province.ts'

type NoRound = { readonly code: 'no-such-round' }

const PAGE = 500

/** Who is to be reminded: those of `offices`, or all when it is empty, that still owe something. */
export async function readReminder(
  province: Province,
  { id, offices }: { readonly id: number; readonly offices: readonly string[] },
): Promise<Result<Reminder, NoRound>> {
  const wanted = new Set(offices)
  const rows: Reminder['rows'] = []
  const query = { id, filter: 'all', search: '', sort: 'name', descending: false } as const
  for (let offset = 0; ; offset += PAGE) {
    const got = await getBoard(province.db, province.now(), { ...query, offset, limit: PAGE })
    if (!got.ok) return err(got.error)
    const { round, today, total } = got.value
    for (const row of got.value.rows) {
      if (wanted.size > 0 && !wanted.has(row.office)) continue
      const missing = row.cells.filter((c) => c.state === null).map((c) => c.register)
      const returned = row.cells.filter((c) => c.state === 'returned').map((c) => c.register)
      if (missing.length + returned.length === 0) continue
      const { office, name, due, lateDays } = row
      rows.push({ office, name, due, lateDays, missing, returned })
    }
    if (offset + PAGE >= total) return ok({ round, today, rows })
  }
}

export async function reminderLetter(
  province: Province,
  actor: Actor,
  letter: ReminderLetter,
): Promise<Result<{ bytes: Uint8Array; name: string }, NoRound | { readonly code: 'nobody-to-remind' }>> {
  const found = await readReminder(province, letter)
  if (!found.ok) return found
  if (found.value.rows.length === 0) return err({ code: 'nobody-to-remind' })
  const bytes = await docxBytes(reminderPaper(found.value, letter))
  await writeAudit(province.db, actor, province.now(), {
    act: 'reminder-written',
    subject: String(letter.id),
    detail: { offices: found.value.rows.length },
  })
  return ok({
    bytes,
    name: `don-doc-${plainName(found.value.round.name)}-${vietnamDay(province.now())}.docx`,
  })
}

function reminderPaper({ round, today, rows }: Reminder, letter: ReminderLetter): Paper {
  const asked = round.letterNo
    ? ` theo Công văn số ${round.letterNo}${round.letterDate ? ` ngày ${vietnamese(round.letterDate)}` : ''}`
    : ''
  const due = round.dueOn ? `, thời hạn ${round.dueText || `đến hết ngày ${vietnamese(round.dueOn)}`}` : ''
  const until = letter.until
    ? `hoàn thành và gửi trước khi hết ngày ${vietnamese(letter.until)}`
    : 'khẩn trương hoàn thành và gửi ngay'
  const body = (text: string) => ({ kind: 'paragraph', text, align: 'justify', indent: true }) as const
  return {
    title: `Đôn đốc ${round.name}`,
    creator: letter.agency,
    contentCode: '',
    draft: false,
    parts: [
      {
        sheet: 'Văn bản đôn đốc',
        landscape: false,
        blocks: [
          {
            kind: 'letterhead',
            head: {
              superior: letter.superior,
              agency: letter.agency,
              placeName: letter.placeName,
              date: letter.date,
              number: null,
              symbol: letter.symbol,
              draft: false,
            },
            about: `V/v đôn đốc thực hiện “${round.name}”, kỳ ${round.period}`,
          },
          {
            kind: 'addressees',
            names:
              rows.length <= 5 ? rows.map((r) => r.name) : ['Các cơ quan, đơn vị theo danh sách dưới đây'],
          },
          body(
            `Thực hiện “${round.name}”, kỳ ${round.period}${asked}${due}, tính đến ngày ${vietnamese(today)} còn ${rows.length} cơ quan, đơn vị chưa gửi đủ hoặc chưa gửi lại nội dung được yêu cầu bổ sung.`,
          ),
          body(
            `Đề nghị các cơ quan, đơn vị có tên dưới đây ${until}. Nội dung không phát sinh đề nghị trả lời rõ “Không phát sinh”.`,
          ),
          { kind: 'table', nothing: '', table: paperTable(tableOf(rows)) },
          {
            kind: 'signature',
            signature: {
              recipients: ['Như trên', 'Lưu: VT'],
              lines: letter.signerLines,
              name: letter.signerName,
            },
          },
        ],
      },
    ],
  }
}

function tableOf(rows: Reminder['rows']) {
  const plain = bodyStyle(null, true)
  const left = { ...plain, align: 'left', wrap: true } as const
  type R = Reminder['rows'][number]
  return {
    columnNumbers: false,
    records: rows,
    idOf: (row: R) => row.office,
    columns: [
      { heading: 'STT', field: null, style: plain, widthPx: 40, value: (_row: R, n: number) => n },
      { heading: 'Cơ quan, đơn vị', field: null, style: left, widthPx: 190, value: (row: R) => row.name },
      {
        heading: 'Chưa gửi',
        field: null,
        style: left,
        widthPx: 180,
        value: (row: R) => row.missing.map(registerName).join('; '),
      },
      {
        heading: 'Chưa gửi lại',
        field: null,
        style: left,
        widthPx: 130,
        value: (row: R) => row.returned.map(registerName).join('; '),
      },
      { heading: 'Hạn gửi', field: null, style: plain, widthPx: 90, value: (row: R) => vietnamese(row.due) },
    ],
  }
}

function registerName(id: string): string {
  return registerOf(id)?.label.vi ?? id
}

function vietnamese(iso: string | null): string {
  return iso ? iso.split('-').reverse().join('/') : ''
}
