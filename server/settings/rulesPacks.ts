// What the province sets for its offices: each save is a new number, signed, and never changed again. It goes to every
// device with its next reply, by line or by file, and can be given as a file of its own.
import { desc, eq, sql } from 'drizzle-orm'
import { sealRules } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import {
  DEFAULT_SETTINGS,
  encodeSettings,
  type ProvinceSettings,
  provinceSettingsSchema,
} from '../../shared/settings/provinceSettings.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Rows } from '../store/database.ts'
import { device, rulesPack } from '../store/schema.ts'

export type RulesNow = {
  /** 0: nothing was ever saved. */
  readonly number: number
  readonly settings: ProvinceSettings
  readonly madeAt: number | null
  readonly madeBy: string
}

/** What holds now. */
export async function rulesNow(rows: Rows): Promise<RulesNow> {
  const [last] = await rows.select().from(rulesPack).orderBy(desc(rulesPack.number)).limit(1)
  if (!last) return { number: 0, settings: DEFAULT_SETTINGS, madeAt: null, madeBy: '' }
  const { number, madeAt, madeBy } = last
  return { number, settings: provinceSettingsSchema.parse(last.settings), madeAt, madeBy }
}

/** The newest signed message when its number is above that one; null when there is none. */
export async function rulesAfter(
  rows: Rows,
  number: number,
): Promise<{ readonly number: number; readonly bytes: Uint8Array } | null> {
  const [last] = await rows
    .select({ number: rulesPack.number, bytes: rulesPack.bytes })
    .from(rulesPack)
    .orderBy(desc(rulesPack.number))
    .limit(1)
  return last && last.number > number ? last : null
}

/** How many approved devices there are, and to how many a reply with the newest number was made. */
export async function rulesReach(rows: Rows): Promise<{ devices: number; reached: number }> {
  const [found] = await rows
    .select({
      devices: sql<number>`count(*)::int`,
      reached: sql<number>`(count(*) FILTER (WHERE ${device.rulesNumber} >= (SELECT coalesce(max(number), 0) FROM rules_pack)))::int`,
    })
    .from(device)
    .where(eq(device.status, 'approved'))
  return found ?? { devices: 0, reached: 0 }
}

export type SaveRulesError = { readonly code: 'rules-changed' }

/**
 * Saves settings as the next number. The same settings again make no new one.
 * @param input.after the number that was on the screen: somebody else's save in between is not lost silently
 */
export async function saveRules(
  province: Province,
  actor: Actor,
  input: { readonly after: number; readonly settings: ProvinceSettings },
): Promise<Result<{ readonly number: number }, SaveRulesError>> {
  return inTransaction(province.db, async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('rules-pack'))`)
    const before = await rulesNow(tx)
    if (before.number !== input.after) return err({ code: 'rules-changed' })
    if (before.number > 0 && JSON.stringify(before.settings) === JSON.stringify(input.settings))
      return ok({ number: before.number })
    const at = province.now()
    const number = before.number + 1
    const bytes = sealRules(
      { province: province.keys.id, number, settings: encodeSettings(input.settings), issuedAt: at },
      province.keys.signing,
      nodeCodec,
    )
    await tx
      .insert(rulesPack)
      .values({ number, settings: input.settings, bytes, madeAt: at, madeBy: actor.name })
    await writeAudit(tx, actor, at, {
      act: 'rules-saved',
      subject: String(number),
      detail: { parts: changedParts(before.settings, input.settings).join(', ') },
    })
    return ok({ number })
  })
}

/** The newest as a file; the same bytes that ride in replies. */
export async function rulesFile(
  province: Province,
  actor: Actor,
): Promise<Result<{ bytes: Uint8Array; name: string }, { readonly code: 'no-rules' }>> {
  const last = await rulesAfter(province.db, 0)
  if (!last) return err({ code: 'no-rules' })
  await writeAudit(province.db, actor, province.now(), { act: 'rules-given', subject: String(last.number) })
  return ok({ bytes: last.bytes, name: `sodulieu-quy-dinh-${last.number}.sdl` })
}

function changedParts(before: ProvinceSettings, after: ProvinceSettings): string[] {
  const parts = Object.keys(after) as (keyof ProvinceSettings)[]
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}
