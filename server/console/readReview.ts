// What of a round waits for a decision, and which of it deserves a look first: every list against the last accepted one of
// the office. Frozen rows only.
import { sql } from 'drizzle-orm'
import type { RoundReview } from '../../shared/http/consoleRoundCalls.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Rows } from '../store/database.ts'
import { roundRow } from './readRounds.ts'

/** Beyond this share of the last accepted list, new or changed records are more than a year's usual. */
const USUAL_SHARE = 0.2
/** So many may change in a short list before the share says anything. */
const USUAL_FEW = 3
const UNUSUAL_SHOWN = 500

type Found = RoundReview['unusual'][number] & { readonly unusual: boolean }

/** @param register only this one's lists; null: every list of the round */
export async function reviewRound(
  rows: Rows,
  { id, register }: { readonly id: number; readonly register: string | null },
): Promise<Result<RoundReview, { readonly code: 'no-such-round' }>> {
  if (!(await roundRow(rows, id))) return err({ code: 'no-such-round' })
  const { rows: found } = await rows.execute<Found>(sql`
    WITH answer AS (
      SELECT DISTINCT ON (h.office, h.register) h.* FROM round_office ro
      JOIN round r ON r.id = ro.round
      JOIN handin h ON h.office = ro.office AND (h.round = ro.record OR
        ((h.round = '' OR h.round LIKE 'rule:%') AND h.period = r.period))
      WHERE ro.round = ${id} AND h.register IN (SELECT e ->> 'register' FROM json_array_elements(r.items) e)
      ORDER BY h.office, h.register, h.received_at DESC, h.device DESC, h.seq DESC
    ), waiting AS (
      SELECT a.*, b.id AS before FROM answer a
      LEFT JOIN LATERAL (
        SELECT p.id FROM handin p WHERE p.office = a.office AND p.register = a.register AND p.state = 'accepted'
          AND p.id <> a.id AND (p.received_at, p.device, p.seq) < (a.received_at, a.device, a.seq)
        ORDER BY p.received_at DESC, p.device DESC, p.seq DESC LIMIT 1
      ) b ON true
      WHERE a.state = 'received' AND (${register}::text IS NULL OR a.register = ${register})
    ), told AS (
      SELECT w.office, o.name AS "officeName", w.id AS handin, w.register, w.period, w.count::int, w.nil,
        w.received_at AS "receivedAt", s.number, d.fresh::int AS new, d.changed::int, d.gone::int AS removed,
        array_remove(ARRAY[
          CASE WHEN w.before IS NULL THEN 'first' END,
          CASE WHEN w.before IS NOT NULL AND d.gone > 0 THEN 'removed' END,
          CASE WHEN w.before IS NOT NULL AND d.fresh > greatest(${USUAL_FEW}::numeric, d.was * ${USUAL_SHARE}::numeric)
            THEN 'grown' END,
          CASE WHEN w.before IS NOT NULL AND d.changed > greatest(${USUAL_FEW}::numeric, d.was * ${USUAL_SHARE}::numeric)
            THEN 'changed' END,
          CASE WHEN d.returned > 0 OR EXISTS (
            SELECT 1 FROM remark r WHERE r.office = w.office AND r.handin = w.id AND NOT r.resolved) THEN 'remarks' END
        ], NULL) AS reasons
      FROM waiting w JOIN office o ON o.id = w.office
      CROSS JOIN LATERAL (
        SELECT count(old.record_id) AS was,
          count(*) FILTER (WHERE old.record_id IS NULL) AS fresh,
          count(*) FILTER (WHERE now.record_id IS NULL) AS gone,
          count(*) FILTER (WHERE now.fields_hash <> old.fields_hash) AS changed,
          count(*) FILTER (WHERE now.decision = 'return') AS returned
        FROM (SELECT record_id, fields_hash, decision FROM frozen_record f
          WHERE f.office = w.office AND f.handin = w.id) now
        FULL JOIN (SELECT record_id, fields_hash FROM frozen_record f
          WHERE f.office = w.office AND f.handin = w.before) old ON old.record_id = now.record_id
      ) d
      LEFT JOIN frozen_submission s ON s.office = w.office AND s.id = w.submission
    )
    SELECT *, cardinality(reasons) > 0 AS unusual FROM told ORDER BY "officeName", register`)
  const unusual = found.filter((f) => f.unusual)
  return ok({
    usual: found.filter((f) => !f.unusual).map(({ office, handin }) => ({ office, handin })),
    unusualTotal: unusual.length,
    unusual: unusual.slice(0, UNUSUAL_SHOWN).map(({ unusual: _unusual, ...row }) => ({
      ...row,
      receivedAt: Number(row.receivedAt),
    })),
  })
}
