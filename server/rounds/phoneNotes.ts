// What was said on the phone with an office about its report. It stays at the province and is never changed.
import { eq } from 'drizzle-orm'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { inTransaction } from '../store/database.ts'
import { office, phoneNote, round } from '../store/schema.ts'

export type NoteError = { readonly code: 'no-such-office' | 'no-such-round' }

export async function makePhoneNote(
  province: Province,
  actor: Actor,
  input: { readonly office: string; readonly round: number | null; readonly text: string },
): Promise<Result<null, NoteError>> {
  return inTransaction(province.db, async (tx) => {
    const [known] = await tx.select({ id: office.id }).from(office).where(eq(office.id, input.office))
    if (!known) return err({ code: 'no-such-office' })
    if (input.round !== null) {
      const [asked] = await tx.select({ id: round.id }).from(round).where(eq(round.id, input.round))
      if (!asked) return err({ code: 'no-such-round' })
    }
    const at = province.now()
    await tx.insert(phoneNote).values({ ...input, at, by: actor.name })
    await writeAudit(tx, actor, at, {
      act: 'phone-note',
      office: input.office,
      subject: input.round === null ? input.office : String(input.round),
    })
    return ok(null)
  })
}
