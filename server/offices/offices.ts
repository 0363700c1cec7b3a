// Offices of the province and their packs: the signed file with which an office's app is set up. Each pack carries a
// token that ties one enrolment to it; another PC of the office gets another pack.
import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { sealPack } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { CatalogueEntry, OfficeId } from '../../shared/bundle/types.ts'
import type { NewOffice } from '../../shared/http/console.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { placeNameOf } from '../../shared/units/unitData.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { ownDeviceId } from '../keys/provinceKeys.ts'
import type { Province } from '../Province.ts'
import { provinceName } from '../provinceName.ts'
import { inTransaction } from '../store/database.ts'
import { catalogueEntry, office, pack } from '../store/schema.ts'
import { shippedUnit } from './shippedUnits.ts'

export type OfficeError = { readonly code: 'office-exists' } | { readonly code: 'no-such-office' }

const PACK_LIFE_MS = 90 * 24 * 60 * 60_000
const TOKEN_BYTES = 32

export async function createOffice(
  province: Province,
  actor: Actor,
  input: NewOffice,
): Promise<Result<null, OfficeError>> {
  return inTransaction(province.db, async (tx) => {
    const made = await tx
      .insert(office)
      .values({
        ...input,
        ownDevice: ownDeviceId(province.keys.signing.public, input.id),
        createdAt: province.now(),
      })
      .onConflictDoNothing()
      .returning({ id: office.id })
    if (made.length === 0) return err({ code: 'office-exists' })
    await writeAudit(tx, actor, province.now(), {
      act: 'office-created',
      office: input.id,
      subject: input.id,
    })
    return ok(null)
  })
}

/** Makes a new pack, valid for 90 days, with the province's list of systems in it. */
export async function issuePack(
  province: Province,
  actor: Actor,
  officeId: OfficeId,
): Promise<Result<{ bytes: Uint8Array; name: string }, OfficeError>> {
  return inTransaction(province.db, async (tx) => {
    const [row] = await tx.select().from(office).where(eq(office.id, officeId))
    if (!row) return err({ code: 'no-such-office' })
    const catalogue: CatalogueEntry[] = await tx.select().from(catalogueEntry).orderBy(catalogueEntry.code)
    const token = new Uint8Array(randomBytes(TOKEN_BYTES))
    const issuedAt = province.now()
    const expiresAt = issuedAt + PACK_LIFE_MS
    const bytes = sealPack(
      {
        province: province.keys.id,
        provinceName: await provinceName(tx),
        provinceKey: province.keys.signing.public,
        provinceRecipient: province.keys.recipient,
        url: province.publicUrl,
        office: row.id,
        officeName: row.name,
        parentName: row.parentName,
        level: row.level,
        adminCode: row.adminCode,
        docSymbol: row.docSymbol,
        placeName: row.placeName,
        profile: row.profile,
        plan: row.plan,
        catalogue,
        token,
        issuedAt,
        expiresAt,
      },
      province.keys.signing,
      nodeCodec,
    )
    await tx.insert(pack).values({ office: row.id, tokenHash: hashToken(token), bytes, issuedAt, expiresAt })
    await writeAudit(tx, actor, issuedAt, { act: 'pack-issued', office: row.id, subject: row.id })
    return ok({ bytes, name: `sodulieu-${row.id.replaceAll(/[^A-Za-z0-9-]/g, '-')}-thiet-lap.sdl` })
  })
}

/** Changes everything of an office but its id; packs made from now on say so. */
export async function saveOffice(
  province: Province,
  actor: Actor,
  { id, ...rest }: NewOffice,
): Promise<Result<null, OfficeError>> {
  return inTransaction(province.db, async (tx) => {
    const [before] = await tx.select().from(office).where(eq(office.id, id)).for('update')
    if (!before) return err({ code: 'no-such-office' })
    await tx.update(office).set(rest).where(eq(office.id, id))
    const changed = Object.entries(rest).filter(([key, value]) => before[key as keyof typeof rest] !== value)
    await writeAudit(tx, actor, province.now(), {
      act: 'office-changed',
      office: id,
      subject: id,
      detail: { fields: changed.map(([key]) => key).join(', ') },
    })
    return ok(null)
  })
}

/** Makes offices of the shipped list's units, each under its unit's code; those that exist are left as they are. */
export async function createOfficesFrom(
  province: Province,
  actor: Actor,
  input: Pick<NewOffice, 'profile' | 'plan' | 'hasApp'> & { readonly codes: readonly string[] },
): Promise<{ made: number; existing: number }> {
  const { codes, ...given } = input
  let made = 0
  let existing = 0
  for (const code of new Set(codes)) {
    const unit = shippedUnit(code)
    if (!unit) continue
    const { name, parentName, level } = unit
    const place = { adminCode: /^\d+$/.test(code) ? code : '', placeName: placeNameOf(name) }
    const result = await createOffice(province, actor, {
      id: code,
      name,
      parentName: parentName || name,
      level,
      docSymbol: name.startsWith('Ủy ban nhân dân') ? 'UBND' : '',
      ...place,
      ...(level === 'xa' || level === 'tinh' || level === 'huyen' ? {} : { placeName: '' }),
      ...given,
    })
    if (result.ok) made++
    else existing++
  }
  return { made, existing }
}

export function hashToken(token: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
