// The province's answer to one device: receipts, outcomes, and every change of the office's other chains that the device
// lacks. Sealed, numbered and chained to the reply before it; once made, its bytes never change.

import { sha256 } from '@noble/hashes/sha2.js'
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm'
import { stateCode } from '../../shared/bundle/codes.ts'
import { sealReply } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { Outcome, Person, Receipt } from '../../shared/bundle/types.ts'
import type { Change } from '../../shared/change/change.ts'
import { ownRowToChange, rowToChange } from '../chain/changeRows.ts'
import { personOfAccount } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { rulesAfter } from '../settings/rulesPacks.ts'
import type { Rows } from '../store/database.ts'
import { account, change, device, type office, ownChange, person, reply } from '../store/schema.ts'

export type DeviceRow = typeof device.$inferSelect
export type OfficeRow = typeof office.$inferSelect

export type ReplyContent = { readonly receipts: readonly Receipt[]; readonly outcomes: readonly Outcome[] }

/** A reply shows itself as old after this, once its device has seen a later one. */
const REPLY_LIFE_MS = 90 * 24 * 60 * 60_000
/** Changes of other chains a reply carries; the rest follows in the next one. */
const MAX_CHANGES = 2_000
const MAX_VALUE_BYTES = 1_500_000

type Knows = Readonly<Record<string, number>>
type Lacking = { readonly changes: readonly Change[]; readonly knows: Knows }

/**
 * Makes and stores the next reply. The caller holds the office's lock and passes the rows as they are now.
 * @returns the device's row with the new end of its chain
 */
export async function makeReply(
  rows: Rows,
  province: Province,
  officeRow: OfficeRow,
  deviceRow: DeviceRow,
  content: ReplyContent,
): Promise<DeviceRow> {
  const lacking = await lackingChanges(rows, officeRow, deviceRow)
  const rules = await rulesAfter(rows, deviceRow.rulesNumber)
  const rulesNumber = rules?.number ?? deviceRow.rulesNumber
  const at = province.now()
  const number = deviceRow.replyNumber + 1
  const expiresAt = at + REPLY_LIFE_MS
  const bytes = sealReply(
    {
      province: province.keys.id,
      office: officeRow.id,
      device: deviceRow.id,
      number,
      previous: deviceRow.replyHash,
      receipts: content.receipts,
      outcomes: content.outcomes,
      changes: lacking.changes,
      people: await peopleOf(rows, officeRow, lacking.changes),
      expects: deviceRow.lastNumber + 1,
      stateCode: deviceStateCode(deviceRow),
      packs: rules ? [rules.bytes] : [],
      revoked: await revokedDevices(rows, officeRow.id),
      at,
      expiresAt,
    },
    province.keys.signing,
    nodeCodec,
  )
  const hash = sha256(bytes)
  await rows
    .insert(reply)
    .values({ device: deviceRow.id, number, bytes, hash, madeAt: at, expiresAt, knows: lacking.knows })
  const moved = { replyNumber: number, replyHash: hash, rulesNumber }
  await rows.update(device).set(moved).where(eq(device.id, deviceRow.id))
  return { ...deviceRow, ...moved }
}

/** Is there anything that the device does not know yet, or has its last reply passed its time? */
export async function isReplyDue(
  rows: Rows,
  province: Province,
  officeRow: OfficeRow,
  deviceRow: DeviceRow,
): Promise<boolean> {
  if (deviceRow.replyNumber === 0) return true
  const last = await lastReply(rows, deviceRow)
  if (!last || last.expiresAt <= province.now()) return true
  if (await rulesAfter(rows, deviceRow.rulesNumber)) return true
  const { changes } = await lackingChanges(rows, officeRow, deviceRow)
  return changes.length > 0
}

/** The short code of what both know: the device's last bundle that was taken in. Empty before the first. */
export function deviceStateCode(deviceRow: DeviceRow): string {
  if (!deviceRow.lastHash) return ''
  return stateCode([{ device: deviceRow.id, seq: deviceRow.lastSeq, hash: deviceRow.lastHash }])
}

async function lastReply(
  rows: Rows,
  deviceRow: DeviceRow,
): Promise<{ knows: Knows; expiresAt: number } | null> {
  const [found] = await rows
    .select({ knows: reply.knows, expiresAt: reply.expiresAt })
    .from(reply)
    .where(and(eq(reply.device, deviceRow.id), eq(reply.number, deviceRow.replyNumber)))
  return found ?? null
}

/** Other chains' changes after what the device's last reply brought it, as many as one reply carries. */
async function lackingChanges(rows: Rows, officeRow: OfficeRow, deviceRow: DeviceRow): Promise<Lacking> {
  const knows: Record<string, number> = { ...((await lastReply(rows, deviceRow))?.knows ?? {}) }
  const changes: Change[] = []
  let bytes = 0
  const take = (c: Change): boolean => {
    if (changes.length >= MAX_CHANGES || bytes > MAX_VALUE_BYTES) return false
    bytes += JSON.stringify(c.set).length
    changes.push(c)
    return true
  }
  const own = await rows
    .select()
    .from(ownChange)
    .where(and(eq(ownChange.office, officeRow.id), gt(ownChange.seq, knows[officeRow.ownDevice] ?? 0)))
    .orderBy(asc(ownChange.seq))
    .limit(MAX_CHANGES + 1)
  for (const row of own) {
    if (!take(ownRowToChange(row))) return { changes, knows }
    knows[officeRow.ownDevice] = row.seq
  }
  for (const other of await otherDevices(rows, officeRow.id, deviceRow.id)) {
    const theirs = await rows
      .select()
      .from(change)
      .where(
        and(eq(change.device, other.id), gt(change.seq, knows[other.id] ?? 0), ne(change.outcome, 'refused')),
      )
      .orderBy(asc(change.seq))
      .limit(MAX_CHANGES + 1)
    for (const row of theirs) {
      if (!take(rowToChange(row))) return { changes, knows }
      knows[other.id] = row.seq
    }
  }
  return { changes, knows }
}

async function otherDevices(rows: Rows, officeId: string, deviceId: string): Promise<{ id: string }[]> {
  return rows
    .select({ id: device.id })
    .from(device)
    .where(and(eq(device.office, officeId), ne(device.id, deviceId), gt(device.lastSeq, 0)))
    .orderBy(asc(device.id))
}

async function revokedDevices(rows: Rows, officeId: string): Promise<{ device: string; afterSeq: number }[]> {
  const found = await rows
    .select({ device: device.id, afterSeq: device.revokedAfter })
    .from(device)
    .where(and(eq(device.office, officeId), eq(device.status, 'revoked')))
    .orderBy(asc(device.id))
  return found.map((r) => ({ device: r.device, afterSeq: r.afterSeq ?? 0 }))
}

/** Names of everybody who made one of the changes; an id without a name stands for itself. */
async function peopleOf(rows: Rows, officeRow: OfficeRow, changes: readonly Change[]): Promise<Person[]> {
  const wanted = [...new Set(changes.map((c) => c.actor))]
  if (wanted.length === 0) return []
  const names = new Map(wanted.map((id) => [id, id]))
  const theirs = await rows
    .select()
    .from(person)
    .where(and(eq(person.office, officeRow.id), inArray(person.id, wanted)))
  for (const p of theirs) names.set(p.id, p.name)
  for (const a of await rows.select({ id: account.id, fullName: account.fullName }).from(account)) {
    if (names.has(personOfAccount(a.id))) names.set(personOfAccount(a.id), a.fullName)
  }
  return [...names].map(([id, name]) => ({ id, name }))
}
