// The province's rounds as the console lists them.
import { count, desc } from 'drizzle-orm'
import type { RoundRow, RoundScopeDto } from '../../shared/http/consoleRoundCalls.ts'
import type { Rows } from '../store/database.ts'
import { type RoundScope, round, roundOffice } from '../store/schema.ts'

/** Every round, the newest first. */
export async function listRounds(rows: Rows): Promise<RoundRow[]> {
  const found = await rows.select().from(round).orderBy(desc(round.id))
  const offices = await rows
    .select({ round: roundOffice.round, n: count() })
    .from(roundOffice)
    .groupBy(roundOffice.round)
  const officesOf = new Map(offices.map((o) => [o.round, o.n]))
  return found.map((r) => ({
    ...r,
    items: r.items.map((i) => ({ ...i, columns: [...i.columns] })),
    scope: scopeDto(r.scope),
    offices: officesOf.get(r.id) ?? 0,
  }))
}

function scopeDto({ by, levels, offices }: RoundScope): RoundScopeDto {
  if (by === 'level') return { by, levels: levels as (RoundScopeDto & { by: 'level' })['levels'] }
  return by === 'list' ? { by, offices: [...offices] } : { by: 'all' }
}
