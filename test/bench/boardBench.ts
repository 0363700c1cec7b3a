// The province's board at the size of the largest province: 700 offices asked for 10 lists, after ten years of hand-ins.
import { sql } from 'drizzle-orm'
import { compareHandins } from '../../server/console/compareHandins.ts'
import { getBoard } from '../../server/console/readBoard.ts'
import { reviewRound } from '../../server/console/readReview.ts'
import { boardWorkbook } from '../../server/rounds/boardWorkbook.ts'
import { openRound } from '../../server/rounds/saveRound.ts'
import { insertRows } from '../../server/store/insertRows.ts'
import { frozenRecord, frozenSubmission, handin, office, roundOffice } from '../../server/store/schema.ts'
import { SAMPLE_OFFICE } from '../../server/testOffice.ts'
import { stopTestPostgres } from '../../server/testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from '../../server/testProvince.ts'
import type { BoardQuery } from '../../shared/http/consoleRoundCalls.ts'
import { userRegisters } from '../../shared/registers/registry.ts'
import { type BenchRow, quantile, timed } from './BenchRow.ts'

const OFFICES = 700
const YEARS = 10
const LAST_YEAR = 2026
/** Records of a list: only the last two years' are needed to compare. */
const RECORDS = 20
const LISTS = userRegisters.filter((r) => !r.parent).slice(0, 10)
const TIMES = 10

export async function boardBench(): Promise<readonly BenchRow[]> {
  const province = await startTestProvince()
  try {
    await makeOffices(province)
    let id = 0
    const [opening = 0] = await timed(1, async () => {
      id = await openBigRound(province)
    })
    await makeHistory(province, id)
    const rows = [row(`open a round for ${OFFICES} offices × ${LISTS.length} lists`, opening, '≤ 5 s', 5_000)]
    const { db } = province.province
    const query = { id, search: '', descending: false, offset: 0, limit: 100 } as const
    const pages: readonly [string, Pick<BoardQuery, 'filter' | 'sort'>, number][] = [
      ['first page by name', { filter: 'all', sort: 'name' }, 100],
      ['overdue by lateness', { filter: 'overdue', sort: 'late' }, 100],
      ['all offices on one page', { filter: 'all', sort: 'lastHeard' }, 500],
    ]
    for (const [what, how, limit] of pages) {
      const spent = await timed(TIMES, () => getBoard(db, Date.now(), { ...query, ...how, limit }))
      rows.push(row(`board, ${what}`, quantile(spent, 0.95), '≤ 1 s p95', 1_000))
    }
    const review = await timed(TIMES, () => reviewRound(db, { id, register: null }))
    rows.push(row('what waits for a decision, usual and not', quantile(review, 0.95), '≤ 1 s p95', 1_000))
    const list = {
      office: officeId(1),
      handin: `h-${LAST_YEAR}-1-${LISTS[0]?.id}`,
      against: null,
      same: false,
    }
    const compare = await timed(TIMES, () => compareHandins(db, { ...list, offset: 0, limit: 50 }))
    rows.push(row('a list against the last one', quantile(compare, 0.95), '≤ 1 s p95', 1_000))
    const whole = { id, search: '', descending: false, filter: 'all', sort: 'name' } as const
    const [file = 0] = await timed(1, () => boardWorkbook(province.province, REVIEWER, whole))
    rows.push(row('the board as a workbook', file, '≤ 5 s', 5_000))
    return rows
  } finally {
    await province.close()
    await stopTestPostgres()
  }
}

function row(what: string, ours: number, goal: string, most: number): BenchRow {
  return { what, unit: 'ms', ours, peers: {}, goal, ok: ours <= most }
}

const officeId = (i: number) => `x${String(i).padStart(4, '0')}`

async function makeOffices({ province }: TestProvince): Promise<void> {
  const made = Array.from({ length: OFFICES }, (_, i) => ({
    ...SAMPLE_OFFICE,
    id: officeId(i),
    name: `Ủy ban nhân dân xã Mẫu ${i}`,
    ownDevice: i.toString(16).padStart(16, '0'),
    ownSeq: 0,
    createdAt: 0,
  }))
  await insertRows(province.db, office, made)
}

async function openBigRound({ province }: TestProvince): Promise<number> {
  const made = await openRound(province, REVIEWER, {
    name: 'Báo cáo năm',
    period: String(LAST_YEAR),
    letterNo: '12/SKHCN',
    letterDate: '2026-11-20',
    dueText: 'trước ngày 20/12/2026',
    dueOn: '2026-12-19',
    lateBy: 'letter',
    note: '',
    items: LISTS.map((r) => ({ register: r.id, columns: [], nilAllowed: true })),
    scope: { by: 'all' },
  })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

/** Ten years of hand-ins of every office and list; every fifth office has not answered this year's round. */
async function makeHistory({ province: { db } }: TestProvince, round: number): Promise<void> {
  const asked = new Map(
    (await db.select().from(roundOffice).where(sql`round = ${round}`)).map((a) => [a.office, a.record]),
  )
  for (let year = LAST_YEAR - YEARS + 1; year <= LAST_YEAR; year++) {
    const isNow = year === LAST_YEAR
    const answering = Array.from({ length: OFFICES }, (_, i) => i).filter((i) => !isNow || i % 5 !== 0)
    const receivedAt = Date.UTC(year, 11, 15)
    const lists = answering.flatMap((i) =>
      LISTS.map((r, n) => ({
        office: officeId(i),
        id: `h-${year}-${i}-${r.id}`,
        device: 'd'.repeat(16),
        seq: (year - 2000) * 1_000 + n,
        register: r.id,
        period: String(year),
        nil: false,
        count: RECORDS,
        contentHash: '00'.repeat(32),
        madeBy: '',
        madeAt: receivedAt,
        receivedAt,
        note: '',
        byProvince: false,
        state: isNow ? ('received' as const) : ('accepted' as const),
        round: isNow ? (asked.get(officeId(i)) ?? '') : '',
        submission: `s-${year}-${i}`,
        reason: '',
      })),
    )
    await insertRows(db, handin, lists)
    await insertRows(
      db,
      frozenSubmission,
      answering.map((i) => submissionOf(year, i)),
    )
    if (year < LAST_YEAR - 1) continue
    // Every tenth record differs from last year's.
    const records = lists.flatMap((h) =>
      Array.from({ length: RECORDS }, (_, n) => ({
        office: h.office,
        handin: h.id,
        recordId: `r-${h.office}-${h.register}-${n}`,
        register: h.register,
        name: `Bản ghi ${n}`,
        fields: { name: `Bản ghi ${n}`, year: n % 10 === 0 ? year : 0 },
        fieldsHash: new Uint8Array([n, n % 10 === 0 ? year & 255 : 0]),
        position: n,
      })),
    )
    await insertRows(db, frozenRecord, records)
  }
  await db.execute(sql`ANALYZE`)
}

function submissionOf(year: number, i: number) {
  return {
    office: officeId(i),
    id: `s-${year}-${i}`,
    round: '',
    period: String(year),
    kind: 'bao_cao',
    contentHash: '00'.repeat(32),
    number: `${i}/BC-UBND`,
    signedOn: `${year}-12-${10 + (i % 15)}`,
    signerLines: 'CHỦ TỊCH',
    signerName: 'Nguyễn Văn Mẫu',
    scanName: '',
    scanHash: '',
    approvedBy: '',
    passedOver: '',
    sentWay: 'line',
    supersedes: '',
    note: '',
  }
}
