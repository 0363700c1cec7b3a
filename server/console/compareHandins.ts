// A hand-in against another of the same office and register, record by record and field by field. Frozen rows only.
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Comparison, ConsoleParsed } from '../../shared/http/console.ts'
import type { Value } from '../../shared/registers/define.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Rows } from '../store/database.ts'
import { handin, remark, type StoredSet } from '../store/schema.ts'

type Head = Comparison['earlier'][number]
type Row = Comparison['rows'][number]
type Field = Row['fields'][number]

const EARLIER_SHOWN = 50

export async function compareHandins(
  rows: Rows,
  query: ConsoleParsed<'handin.compare'>,
): Promise<Result<Comparison, { readonly code: 'no-such-handin' }>> {
  const all = await handinsLike(rows, query)
  const at = all.findIndex((h) => h.id === query.handin)
  if (at < 0) return err({ code: 'no-such-handin' })
  const earlier = all.slice(at + 1)
  const against = query.against === null ? earlier[0] : all.find((h) => h.id === query.against)
  if (query.against !== null && !against) return err({ code: 'no-such-handin' })
  const pair = pairs(query.office, query.handin, against?.id ?? '')
  // What was remarked on is shown with its answer, changed or not.
  const wanted = query.same
    ? sql`true`
    : sql`(change <> 'same' OR EXISTS (
        SELECT 1 FROM remark r WHERE r.office = ${query.office} AND r.record_id = p.record_id))`
  const { rows: counted } = await rows.execute<{ change: Row['change']; n: number; shown: number }>(
    sql`SELECT change, count(*)::int AS n, (count(*) FILTER (WHERE ${wanted}))::int AS shown
      FROM (${pair}) p GROUP BY change`,
  )
  const counts = { new: 0, changed: 0, same: 0, removed: 0 }
  for (const { change, n } of counted) counts[change] = n
  const { rows: found } = await rows.execute<Pair>(
    sql`SELECT * FROM (${pair}) p WHERE ${wanted} ORDER BY position, record_id OFFSET ${query.offset} LIMIT ${query.limit}`,
  )
  const remarks = await remarksOn(
    rows,
    query.office,
    found.map((f) => f.record_id),
  )
  return ok({
    against: against ?? null,
    earlier: earlier.slice(0, EARLIER_SHOWN),
    counts,
    total: counted.reduce((sum, c) => sum + c.shown, 0),
    rows: found.map((f) => ({
      recordId: f.record_id,
      register: f.register,
      name: f.name,
      change: f.change,
      decision: f.decision,
      fields: f.change === 'same' ? [] : differing(f.before, f.after),
      remarks: remarks.get(f.record_id) ?? [],
    })),
  })
}

/** Every hand-in of the same office and register, the newest first. */
async function handinsLike(
  rows: Rows,
  { office, handin: id }: { readonly office: string; readonly handin: string },
): Promise<Head[]> {
  const register = sql`(SELECT h.register FROM handin h WHERE h.office = ${office} AND h.id = ${id})`
  return rows
    .select({ id: handin.id, period: handin.period, receivedAt: handin.receivedAt, state: handin.state })
    .from(handin)
    .where(and(eq(handin.office, office), eq(handin.register, register)))
    .orderBy(desc(handin.receivedAt), desc(handin.device), desc(handin.seq))
}

type Pair = {
  readonly record_id: string
  readonly register: string
  readonly name: string
  readonly decision: Row['decision']
  readonly change: Row['change']
  readonly before: StoredSet | null
  readonly after: StoredSet | null
}

/** Records of either hand-in, side by side; those that are gone stand last. */
function pairs(office: string, now: string, before: string): SQL {
  const of = (id: string) => sql`(SELECT * FROM frozen_record WHERE office = ${office} AND handin = ${id})`
  return sql`SELECT coalesce(n.record_id, b.record_id) AS record_id, coalesce(n.register, b.register) AS register,
      coalesce(n.name, b.name) AS name, n.decision, b.fields AS before, n.fields AS after,
      coalesce(n.position, 1000000000 + b.position) AS position,
      CASE WHEN b.record_id IS NULL THEN 'new' WHEN n.record_id IS NULL THEN 'removed'
        WHEN n.fields_hash = b.fields_hash THEN 'same' ELSE 'changed' END AS change
    FROM ${of(now)} n FULL JOIN ${of(before)} b ON b.record_id = n.record_id`
}

function differing(before: StoredSet | null, after: StoredSet | null): Row['fields'] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].flatMap((field) => {
    const old: Value = before?.[field] ?? null
    const now: Value = after?.[field] ?? null
    if (JSON.stringify(old) === JSON.stringify(now)) return []
    return [{ field, before: old as Field['before'], after: now as Field['after'] }]
  })
}

async function remarksOn(
  rows: Rows,
  office: string,
  records: readonly string[],
): Promise<Map<string, Row['remarks']>> {
  if (records.length === 0) return new Map()
  const found = await rows
    .select()
    .from(remark)
    .where(and(eq(remark.office, office), inArray(remark.recordId, [...records])))
    .orderBy(asc(remark.at))
  return Map.groupBy(
    found.map(({ office: _office, register: _register, ...rest }) => rest),
    (r) => r.recordId,
  )
}
