// The board of a round: every office that was asked, where each of its lists stands, how late it is, when and how it was
// last heard of. One statement a page, whatever the number of offices. Like all of this folder it reads what was handed
// in and the outside of messages, never a draft.
import { eq, type SQL, sql } from 'drizzle-orm'
import {
  type Board,
  type BoardFilter,
  type BoardQuery,
  type BoardRow,
  boardRowSchema,
} from '../../shared/http/consoleRoundCalls.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { foldVietnamese } from '../../shared/text/fold.ts'
import type { Rows } from '../store/database.ts'
import { office, roundOffice } from '../store/schema.ts'
import { roundRow } from './readRounds.ts'

/** Vietnam has one clock, seven hours before UTC, and no summer time. */
const VIETNAM_MS = 7 * 60 * 60_000

/** The day in Vietnam, ISO. @param at ms since 1970 */
export function vietnamDay(at: number): string {
  return new Date(at + VIETNAM_MS).toISOString().slice(0, 10)
}

export async function getBoard(
  rows: Rows,
  now: number,
  query: BoardQuery,
): Promise<Result<Board, { readonly code: 'no-such-round' }>> {
  const found = await roundRow(rows, query.id)
  if (!found) return err({ code: 'no-such-round' })
  const names = await rows
    .select({ id: office.id, name: office.name, parentName: office.parentName })
    .from(roundOffice)
    .innerJoin(office, eq(office.id, roundOffice.office))
    .where(eq(roundOffice.round, query.id))
  const today = vietnamDay(now)
  const { rows: answer } = await rows.execute(boardSql(query, today, ranked(names, query.search)))
  const { counts, total, page } = answer[0] as {
    counts: Board['counts']
    total: number
    page: unknown[] | null
  }
  return ok({
    round: found,
    today,
    counts,
    total,
    rows: (page ?? []).map((row): BoardRow => boardRowSchema.parse(row)),
  })
}

type Named = { readonly id: string; readonly name: string; readonly parentName: string }
type Ranked = { readonly ids: string[]; readonly ranks: number[]; readonly wanted: boolean[] }

/** PostgreSQL may know neither the Vietnamese order of letters nor a search without marks: both are decided here. */
function ranked(names: readonly Named[], search: string): Ranked {
  const order = new Intl.Collator('vi', { numeric: true }).compare
  const sorted = [...names].sort((a, b) => order(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const wanted = foldVietnamese(search)
  return {
    ids: sorted.map((o) => o.id),
    ranks: sorted.map((_, i) => i),
    wanted: sorted.map((o) => foldVietnamese(`${o.id} ${o.name} ${o.parentName}`).includes(wanted)),
  }
}

function boardSql(query: BoardQuery, today: string, names: Ranked): SQL {
  const down = query.descending ? sql`DESC` : sql`ASC`
  return sql`WITH asked AS (${asked(query.id, today, names)}),
    answer AS (${answers(query.id)}),
    cell AS (${cells(query.id)}),
    line AS (${lines()}),
    chosen AS (SELECT * FROM line WHERE wanted AND ${FILTERS[query.filter]})
    SELECT
      (SELECT json_build_object(
        'offices', count(*)::int,
        'none', (count(*) FILTER (WHERE state = 'none'))::int,
        'partial', (count(*) FILTER (WHERE state = 'partial'))::int,
        'received', (count(*) FILTER (WHERE state = 'received'))::int,
        'returned', (count(*) FILTER (WHERE state = 'returned'))::int,
        'accepted', (count(*) FILTER (WHERE state = 'accepted'))::int,
        'late', (count(*) FILTER (WHERE "lateDays" > 0))::int,
        'overdue', (count(*) FILTER (WHERE overdue))::int,
        'extended', (count(*) FILTER (WHERE "extendedTo" IS NOT NULL))::int,
        'noApp', (count(*) FILTER (WHERE NOT "hasApp"))::int
      ) FROM line) AS counts,
      (SELECT count(*)::int FROM chosen) AS total,
      (SELECT json_agg(p) FROM (
        SELECT * FROM chosen ORDER BY ${SORTS[query.sort]} ${down} NULLS LAST, rank
        OFFSET ${query.offset} LIMIT ${query.limit}
      ) p) AS page`
}

const FILTERS: Readonly<Record<BoardFilter, SQL>> = {
  all: sql`true`,
  none: sql`state = 'none'`,
  missing: sql`state IN ('none', 'partial')`,
  received: sql`state = 'received'`,
  returned: sql`state = 'returned'`,
  accepted: sql`state = 'accepted'`,
  late: sql`"lateDays" > 0`,
  overdue: sql`overdue`,
  extended: sql`"extendedTo" IS NOT NULL`,
  noApp: sql`NOT "hasApp"`,
}

const SORTS: Readonly<Record<BoardQuery['sort'], SQL>> = {
  name: sql`rank`,
  state: sql`array_position(ARRAY['none', 'partial', 'returned', 'received', 'accepted'], state)`,
  late: sql`"lateDays"`,
  lastHeard: sql`"lastHeardAt"`,
  due: sql`due`,
}

/** The offices of the round with their own last day. */
function asked(id: number, today: string, names: Ranked): SQL {
  return sql`SELECT ro.office, ro.record, ro.extended_to, ro.extension_reason, r.period, r.late_by,
      coalesce(ro.extended_to, r.due_on) AS due, ${today}::text AS today, n.rank, n.wanted
    FROM round_office ro
    JOIN round r ON r.id = ro.round
    JOIN unnest(${sql.param(names.ids)}::text[], ${sql.param(names.ranks)}::int[], ${sql.param(names.wanted)}::boolean[])
      AS n (office, rank, wanted) ON n.office = ro.office
    WHERE ro.round = ${id}`
}

/**
 * What was handed in for it: hand-ins that name the round, and those of its period that name no round of the
 * province (entered for the office, sent by an app that knew of none, or as a yearly rule asks). Lateness is that of the first one: what was returned and sent again is a
 * correction. A letter without a date counts by its receipt.
 */
function answers(id: number): SQL {
  const receivedOn = sql`to_char(to_timestamp((h.received_at + ${VIETNAM_MS}) / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`
  return sql`SELECT h.office, h.register, h.id, h.state, h.nil, h.count, h.by_province, h.received_at,
      s.number, s.signed_on, s.sent_way,
      row_number() OVER (PARTITION BY h.office, h.register ORDER BY h.received_at DESC, h.device DESC, h.seq DESC) AS nth,
      first_value(CASE WHEN a.late_by = 'letter' THEN coalesce(s.signed_on, ${receivedOn}) ELSE ${receivedOn} END)
        OVER (PARTITION BY h.office, h.register ORDER BY h.received_at, h.device, h.seq) AS first_on
    FROM asked a
    JOIN handin h ON h.office = a.office AND (h.round = a.record OR
      ((h.round = '' OR h.round LIKE 'rule:%') AND h.period = a.period))
    LEFT JOIN frozen_submission s ON s.office = h.office AND s.id = h.submission
    WHERE h.register IN (${itemRegisters(id)})`
}

function cells(id: number): SQL {
  return sql`SELECT a.office, i.register, i.position, h.id, h.state, h.nil, h.count, h.number, h.signed_on, h.received_at,
      CASE WHEN a.due IS NULL THEN 0 ELSE greatest(0, coalesce(h.first_on, a.today)::date - a.due::date) END AS late_days
    FROM asked a
    CROSS JOIN (SELECT e.value ->> 'register' AS register, e.ordinality AS position
      FROM round, json_array_elements(items) WITH ORDINALITY e WHERE round.id = ${id}) i
    LEFT JOIN answer h ON h.office = a.office AND h.register = i.register AND h.nth = 1`
}

function itemRegisters(id: number): SQL {
  return sql`SELECT e ->> 'register' FROM round, json_array_elements(items) e WHERE round.id = ${id}`
}

function lines(): SQL {
  return sql`SELECT a.office, o.name, o.parent_name AS "parentName", o.level, o.has_app AS "hasApp", a.due,
      a.extended_to AS "extendedTo", a.extension_reason AS "extensionReason", a.rank, a.wanted,
      CASE WHEN c.returned > 0 THEN 'returned' WHEN c.sent = 0 THEN 'none' WHEN c.sent < c.lists THEN 'partial'
        WHEN c.accepted = c.lists THEN 'accepted' ELSE 'received' END AS state,
      c.late AS "lateDays", coalesce(c.sent < c.lists AND a.due < a.today, false) AS overdue, c.cells, c.number, c.signed_on AS "signedOn",
      heard.at AS "lastHeardAt", heard.way AS "lastHeardWay", coalesce(note.n, 0) AS notes, note.last AS note
    FROM asked a
    JOIN office o ON o.id = a.office
    JOIN (
      SELECT office, count(*)::int AS lists, count(id)::int AS sent,
        (count(*) FILTER (WHERE state = 'returned'))::int AS returned,
        (count(*) FILTER (WHERE state = 'accepted'))::int AS accepted,
        max(late_days)::int AS late,
        (array_agg(number ORDER BY received_at DESC) FILTER (WHERE number <> ''))[1] AS number,
        (array_agg(signed_on ORDER BY received_at DESC) FILTER (WHERE number <> ''))[1] AS signed_on,
        json_agg(json_build_object('register', register, 'handin', id, 'state', state, 'nil', coalesce(nil, false),
          'count', coalesce(count, 0), 'lateDays', late_days, 'receivedAt', received_at) ORDER BY position) AS cells
      FROM cell GROUP BY office
    ) c ON c.office = a.office
    LEFT JOIN (
      SELECT DISTINCT ON (office) office, at, way FROM (
        SELECT office, last_heard_at AS at, last_way AS way FROM device WHERE last_heard_at IS NOT NULL
        UNION ALL
        SELECT office, received_at, 'entered' FROM handin WHERE by_province
      ) every ORDER BY office, at DESC
    ) heard ON heard.office = a.office
    LEFT JOIN (
      SELECT office, count(*)::int AS n,
        (array_agg(json_build_object('at', at, 'by', by, 'text', text) ORDER BY id DESC))[1] AS last
      FROM phone_note GROUP BY office
    ) note ON note.office = a.office`
}
