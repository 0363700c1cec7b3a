// Devices become known: a request tied to an office pack waits until a person has heard its code on the phone and
// approves it. What the device sent meanwhile was held and is taken in then.
import { Encrypter } from 'age-encryption'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { enrolCode, readCode } from '../../shared/bundle/codes.ts'
import { keyId } from '../../shared/bundle/ed25519.ts'
import { openEnrolRequest } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { EnrolRequest, Refusal } from '../../shared/bundle/types.ts'
import type { EnrolAnswer } from '../../shared/http/answer.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Act, type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffice } from '../chain/writeOwnChanges.ts'
import { hashToken } from '../offices/offices.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Transaction } from '../store/database.ts'
import { device, heldMessage, pack } from '../store/schema.ts'
import { takeBundle } from './takeBundle.ts'

export type DeviceError =
  | { readonly code: 'no-such-device' }
  /** The code's own check fails: a slip of ear or hand. */
  | { readonly code: 'misheard-code' }
  | { readonly code: 'wrong-device-code' }
  | { readonly code: 'pack-used' }
  | { readonly code: 'already-decided' }

type DeviceRow = typeof device.$inferSelect

/** Requests that may wait on one pack: whoever copied it cannot fill the list. */
const MAX_PENDING_A_PACK = 5

/** Records the request, any number of times the same, and says how it stands. */
export async function takeEnrolRequest(province: Province, bytes: Uint8Array): Promise<EnrolAnswer> {
  const opened = openEnrolRequest(bytes, { province: province.keys.id, codec: nodeCodec })
  if (!opened.ok) return { status: 'refused', refusal: opened.error }
  const request = opened.value
  if (!isRecipient(request.recipient)) return refuse({ code: 'malformed', where: 'enrol.recipient' })
  const id = keyId(request.publicKey)
  const known = await findDevice(province, id)
  if (known) return standing(known, request)
  const [packRow] = await province.db
    .select()
    .from(pack)
    .where(eq(pack.tokenHash, hashToken(request.token)))
  if (!packRow || packRow.office !== request.office) return refuse({ code: 'unknown-key', key: id })
  if (packRow.usedBy !== null || packRow.expiresAt <= province.now()) return refuse({ code: 'expired' })
  const code = enrolCode(request.publicKey)
  return inTransaction(province.db, async (tx) => {
    await lockOffice(tx, request.office)
    const [waiting] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(device)
      .where(and(eq(device.pack, packRow.id), eq(device.status, 'pending')))
    if ((waiting?.n ?? 0) >= MAX_PENDING_A_PACK) return refuse({ code: 'expired' })
    await tx
      .insert(device)
      .values({
        id,
        office: request.office,
        publicKey: request.publicKey,
        recipient: clean(request.recipient),
        name: clean(request.deviceName),
        person: clean(request.person),
        code,
        pack: packRow.id,
        status: 'pending',
        requestedAt: province.now(),
      })
      .onConflictDoNothing()
    return { status: 'pending', refusal: null }
  })
}

/**
 * Approves a waiting device and takes in what it sent meanwhile.
 * @param input.code as the officer read it out: case, blanks, dashes, O for 0 and I or L for 1 do not matter
 */
export async function approveDevice(
  province: Province,
  actor: Actor,
  input: { readonly device: string; readonly code: string },
): Promise<Result<null, DeviceError>> {
  const decided = await decide(province, actor, input.device, 'device-approved', async (tx, row) => {
    const spoken = readCode(input.code, 8)
    if (!spoken) return err({ code: 'misheard-code' })
    if (spoken !== row.code) return err({ code: 'wrong-device-code' })
    const used = await tx
      .update(pack)
      .set({ usedBy: row.id })
      .where(and(eq(pack.id, row.pack), isNull(pack.usedBy)))
      .returning({ id: pack.id })
    if (used.length === 0) return err({ code: 'pack-used' })
    await tx
      .update(device)
      .set({ status: 'approved', decidedAt: province.now(), decidedBy: actor.name })
      .where(eq(device.id, row.id))
    return ok(null)
  })
  if (decided.ok) await takeHeldOf(province, input.device)
  return decided
}

export async function refuseDevice(
  province: Province,
  actor: Actor,
  deviceId: string,
): Promise<Result<null, DeviceError>> {
  return decide(province, actor, deviceId, 'device-refused', async (tx, row) => {
    await tx
      .update(device)
      .set({ status: 'refused', decidedAt: province.now(), decidedBy: actor.name })
      .where(eq(device.id, row.id))
    return ok(null)
  })
}

/** Cuts a lost PC off at what was received of it: that stays valid, anything later is held apart. */
export async function revokeDevice(
  province: Province,
  actor: Actor,
  deviceId: string,
): Promise<Result<null, DeviceError>> {
  return inTransaction(province.db, async (tx) => {
    const row = await lockDevice(tx, province, deviceId)
    if (!row) return err({ code: 'no-such-device' })
    if (row.status !== 'approved') return err({ code: 'already-decided' })
    await tx
      .update(device)
      .set({ status: 'revoked', revokedAfter: row.lastSeq, decidedAt: province.now(), decidedBy: actor.name })
      .where(eq(device.id, row.id))
    const detail = { afterSeq: row.lastSeq }
    await writeAudit(tx, actor, province.now(), {
      act: 'device-revoked',
      office: row.office,
      subject: row.id,
      detail,
    })
    return ok(null)
  })
}

/** Marks a held message as dealt with by a person; its bytes stay. */
export async function settleHeld(
  province: Province,
  actor: Actor,
  hash: Uint8Array,
  note: string,
): Promise<Result<null, { readonly code: 'no-such-message' }>> {
  return inTransaction(province.db, async (tx) => {
    const [row] = await tx
      .update(heldMessage)
      .set({ settledAt: province.now(), settledBy: actor.name, settlement: note })
      .where(and(eq(heldMessage.hash, hash), isNull(heldMessage.settledAt)))
      .returning({ office: heldMessage.office, device: heldMessage.device })
    if (!row) return err({ code: 'no-such-message' })
    await writeAudit(tx, actor, province.now(), {
      act: 'held-settled',
      office: row.office,
      subject: row.device,
    })
    return ok(null)
  })
}

async function decide(
  province: Province,
  actor: Actor,
  deviceId: string,
  act: Act,
  work: (tx: Transaction, row: DeviceRow) => Promise<Result<null, DeviceError>>,
): Promise<Result<null, DeviceError>> {
  return inTransaction(province.db, async (tx) => {
    const row = await lockDevice(tx, province, deviceId)
    if (!row) return err({ code: 'no-such-device' })
    if (row.status !== 'pending') return err({ code: 'already-decided' })
    const done = await work(tx, row)
    if (done.ok) await writeAudit(tx, actor, province.now(), { act, office: row.office, subject: row.id })
    return done
  })
}

async function lockDevice(tx: Transaction, province: Province, deviceId: string): Promise<DeviceRow | null> {
  const before = await findDevice(province, deviceId)
  if (!before) return null
  await lockOffice(tx, before.office)
  const [row] = await tx.select().from(device).where(eq(device.id, deviceId))
  return row ?? null
}

async function takeHeldOf(province: Province, deviceId: string): Promise<void> {
  const waiting = await province.db
    .select()
    .from(heldMessage)
    .where(
      and(
        eq(heldMessage.device, deviceId),
        eq(heldMessage.reason, 'pending-device'),
        isNull(heldMessage.settledAt),
      ),
    )
    .orderBy(asc(heldMessage.receivedAt))
  for (const row of waiting) {
    await takeBundle(province, row.bytes, 'line')
    await province.db
      .update(heldMessage)
      .set({ settledAt: province.now(), settledBy: '', settlement: 'taken' })
      .where(eq(heldMessage.hash, row.hash))
  }
}

async function findDevice(province: Province, id: string): Promise<DeviceRow | null> {
  const [row] = await province.db.select().from(device).where(eq(device.id, id))
  return row ?? null
}

function standing(row: DeviceRow, request: EnrolRequest): EnrolAnswer {
  if (row.office !== request.office) return refuse({ code: 'wrong-audience' })
  if (row.status === 'revoked') return refuse({ code: 'revoked-key', key: row.id })
  return { status: row.status, refusal: null }
}

function refuse(refusal: Refusal): EnrolAnswer {
  return { status: 'refused', refusal }
}

/** Replies on a stick are encrypted to it: found out now, not when the officer stands at the counter. */
function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

function clean(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim()
}
