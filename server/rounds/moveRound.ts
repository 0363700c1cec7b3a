// What happens to a round after it was opened: closed and opened again, and given more time for some offices.
import { and, eq, inArray } from 'drizzle-orm'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit, writeAudits } from '../audit/writeAudit.ts'
import { lockOffices, type OwnEdit, personOfAccount, writeToOffices } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Transaction } from '../store/database.ts'
import { round, roundOffice } from '../store/schema.ts'
import { askedOffices, lockRound, type RoundError } from './saveRound.ts'

/** Closed: nothing more is expected, and every office reads it so. What comes later is still taken in. */
export async function closeRound(
  province: Province,
  actor: Actor,
  { id, closed }: { readonly id: number; readonly closed: boolean },
): Promise<Result<null, RoundError>> {
  return inTransaction(province.db, async (tx) => {
    const before = await lockRound(tx, id)
    if (!before) return err({ code: 'no-such-round' })
    if (before.closed === closed) return ok(null)
    const at = province.now()
    await tx.update(round).set({ closed }).where(eq(round.id, id))
    await setOnRecords(tx, actor, at, await askedOffices(tx, id), { closed })
    await writeAudit(tx, actor, at, { act: closed ? 'round-closed' : 'round-reopened', subject: String(id) })
    return ok(null)
  })
}

export type Extension = {
  readonly id: number
  readonly offices: readonly string[]
  /** The new last day, ISO; null: the round's own again. */
  readonly to: string | null
  readonly reason: string
}

/** Gives some offices another last day. Each extension is a line of audit of its office. */
export async function extendRound(
  province: Province,
  actor: Actor,
  { id, offices, to, reason }: Extension,
): Promise<Result<{ offices: number }, RoundError>> {
  return inTransaction(province.db, async (tx) => {
    const before = await lockRound(tx, id)
    if (!before) return err({ code: 'no-such-round' })
    if (before.closed) return err({ code: 'round-closed' })
    const wanted = new Set(offices)
    const asked = (await askedOffices(tx, id)).filter((a) => wanted.has(a.office))
    if (asked.length === 0) return err({ code: 'round-no-offices' })
    const at = province.now()
    const extensionReason = to === null ? '' : reason
    await tx
      .update(roundOffice)
      .set({ extendedTo: to, extensionReason })
      .where(
        and(
          eq(roundOffice.round, id),
          inArray(
            roundOffice.office,
            asked.map((a) => a.office),
          ),
        ),
      )
    await setOnRecords(tx, actor, at, asked, { extendedTo: to, extensionReason: extensionReason || null })
    await writeAudits(
      tx,
      actor,
      at,
      asked.map((a) => ({
        act: 'round-extended',
        office: a.office,
        subject: String(id),
        detail: { to, reason },
      })),
    )
    return ok({ offices: asked.length })
  })
}

async function setOnRecords(
  tx: Transaction,
  actor: Actor,
  at: number,
  asked: readonly (typeof roundOffice.$inferSelect)[],
  set: OwnEdit['set'],
): Promise<void> {
  const recordOf = new Map(asked.map((a) => [a.office, a.record]))
  const locked = await lockOffices(tx, [...recordOf.keys()])
  await writeToOffices(
    tx,
    personOfAccount(actor.account),
    at,
    locked.map((officeRow) => ({
      officeRow,
      edits: [{ id: recordOf.get(officeRow.id) ?? '', register: 'round', set }],
    })),
  )
}
