// The province's rounds as the console lists them.
import { count, desc, eq } from 'drizzle-orm'
import type { PhoneNote, RoundRow, RoundScopeDto } from '../../shared/http/consoleRoundCalls.ts'
import type { Rows } from '../store/database.ts'
import { phoneNote, type RoundScope, round, roundOffice } from '../store/schema.ts'

const NOTES_SHOWN = 200

type StoredRound = typeof round.$inferSelect

/** Every round, the newest first. */
export async function listRounds(rows: Rows): Promise<RoundRow[]> {
  const found = await rows.select().from(round).orderBy(desc(round.id))
  const offices = await rows
    .select({ round: roundOffice.round, n: count() })
    .from(roundOffice)
    .groupBy(roundOffice.round)
  const officesOf = new Map(offices.map((o) => [o.round, o.n]))
  return found.map((r) => toDto(r, officesOf.get(r.id) ?? 0))
}

export async function roundRow(rows: Rows, id: number): Promise<RoundRow | null> {
  const [found] = await rows.select().from(round).where(eq(round.id, id))
  if (!found) return null
  const [offices] = await rows.select({ n: count() }).from(roundOffice).where(eq(roundOffice.round, id))
  return toDto(found, offices?.n ?? 0)
}

function toDto(r: StoredRound, offices: number): RoundRow {
  return {
    ...r,
    items: r.items.map((i) => ({ ...i, columns: [...i.columns] })),
    scope: scopeDto(r.scope),
    offices,
  }
}

/** Phone notes of an office, the newest first. */
export async function listNotes(rows: Rows, office: string): Promise<PhoneNote[]> {
  const found = await rows
    .select()
    .from(phoneNote)
    .where(eq(phoneNote.office, office))
    .orderBy(desc(phoneNote.id))
    .limit(NOTES_SHOWN)
  return found.map(({ at, by, text }) => ({ at, by, text }))
}

function scopeDto({ by, levels, offices }: RoundScope): RoundScopeDto {
  if (by === 'level') return { by, levels: levels as (RoundScopeDto & { by: 'level' })['levels'] }
  return by === 'list' ? { by, offices: [...offices] } : { by: 'all' }
}
