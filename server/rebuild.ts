// Raw bundles and the province's own chain are the truth: this drops every projection and makes it again from them. Also
// how what was held for an upgrade is applied after it. Receipts already given do not change.
import { asc, eq, sql } from 'drizzle-orm'
import { openBundle } from '../shared/bundle/messages.ts'
import { nodeCodec } from '../shared/bundle/node/codec.ts'
import { type Actor, writeAudit } from './audit/writeAudit.ts'
import { ownRowToChange } from './chain/changeRows.ts'
import { projectRecords } from './chain/projectRecords.ts'
import { lockOffice } from './chain/writeOwnChanges.ts'
import { freezeHandin } from './handin/freezeHandin.ts'
import { projectDecisions, projectRemarks } from './handin/projectDecisions.ts'
import { applyChanges } from './intake/applyChanges.ts'
import type { Province } from './Province.ts'
import { inTransaction, type Transaction } from './store/database.ts'
import { bundle, device, office, ownChange } from './store/schema.ts'

const PROJECTIONS = [
  'change',
  'person',
  'merged_record',
  'handin',
  'frozen_record',
  'frozen_submission',
  'remark',
] as const

/** Office by office, each in one transaction under its lock: the others go on working. */
export async function rebuild(
  province: Province,
  actor: Actor,
): Promise<{ offices: number; bundles: number }> {
  const offices = await province.db.select({ id: office.id }).from(office)
  let bundles = 0
  for (const { id } of offices) {
    bundles += await inTransaction(province.db, (tx) => rebuildOffice(tx, province, id))
  }
  await writeAudit(province.db, actor, province.now(), {
    act: 'rebuilt',
    subject: 'all',
    detail: { bundles },
  })
  return { offices: offices.length, bundles }
}

async function rebuildOffice(tx: Transaction, province: Province, officeId: string): Promise<number> {
  const officeRow = await lockOffice(tx, officeId)
  if (!officeRow) return 0
  for (const table of PROJECTIONS)
    await tx.execute(sql`DELETE FROM ${sql.identifier(table)} WHERE office = ${officeId}`)
  const own = (
    await tx.select().from(ownChange).where(eq(ownChange.office, officeId)).orderBy(asc(ownChange.seq))
  ).map(ownRowToChange)
  await projectRemarks(tx, officeId, own)
  const devices = new Map(
    (await tx.select().from(device).where(eq(device.office, officeId))).map((d) => [d.id, d]),
  )
  const stored = await tx
    .select()
    .from(bundle)
    .where(eq(bundle.office, officeId))
    .orderBy(asc(bundle.intakeOrder))
  for (const row of stored) {
    const sender = devices.get(row.device)
    const key = sender && { publicKey: sender.publicKey, office: officeId }
    const opened = openBundle(row.bytes, { province: province.keys.id, keyOf: () => key, codec: nodeCodec })
    // It was verified when it came: bytes that no longer open mean a damaged database, not a bad sender.
    if (!opened.ok)
      throw new Error(`stored bundle ${row.device}/${row.number} does not open: ${opened.error.code}`)
    const { people, changes } = opened.value
    await applyChanges(tx, {
      office: officeRow,
      device: row.device,
      number: row.number,
      people,
      changes,
      receivedAt: row.receivedAt,
    })
  }
  await projectRecords(
    tx,
    officeId,
    own.map((c) => c.recordId),
  )
  for (const c of own.filter((o) => o.register === 'handin' && o.nonce)) {
    const madeBy = String(c.set.madeBy ?? '')
    await freezeHandin(tx, {
      office: officeId,
      ownDevice: officeRow.ownDevice,
      handinChange: c,
      receivedAt: c.at,
      madeBy,
    })
  }
  await projectDecisions(tx, officeId, own)
  return stored.length
}
