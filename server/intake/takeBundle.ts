// Takes in one bundle: verify, store its raw bytes, apply, answer with a signed reply that holds the receipt, all in one
// transaction under the office's lock. The same bundle any number of times has one effect and one receipt; what cannot be
// applied is refused with a typed reason or held whole, never half applied.
import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { judgeBundle } from '../../shared/bundle/chain.ts'
import { receiptCode } from '../../shared/bundle/codes.ts'
import { pairSecret } from '../../shared/bundle/ed25519.ts'
import { ANSWER_LIMITS } from '../../shared/bundle/limits.ts'
import { messageHash, openBundle, peekMessage } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { Bundle, Receipt, Refusal, SyncAnswer } from '../../shared/bundle/types.ts'
import { err, type Result } from '../../shared/result.ts'
import { lockOffice } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { type DeviceRow, makeReply, type OfficeRow } from '../reply/makeReply.ts'
import { inTransaction, type Rows, type Transaction } from '../store/database.ts'
import { bundle, device, type HeldReason, heldMessage, reply, type Way } from '../store/schema.ts'
import { applyChanges } from './applyChanges.ts'

/** Messages held apart for one device; beyond it they are refused all the same, and not kept. */
const MAX_HELD = 200

export type TakenBundle = {
  readonly answer: SyncAnswer
  readonly office: string | null
  readonly device: string | null
  readonly number: number | null
  readonly changes: number
  readonly receiptCode: string | null
}

export async function takeBundle(province: Province, bytes: Uint8Array, way: Way): Promise<TakenBundle> {
  const peeked = peekMessage(bytes)
  if (!peeked.ok) return refused(peeked.error)
  if (peeked.value.kind !== 'bundle') return refused({ code: 'wrong-kind', kind: peeked.value.kind })
  const [sender] = await province.db.select().from(device).where(eq(device.id, peeked.value.kid))
  if (!sender || sender.status === 'refused') return refused({ code: 'unknown-key', key: peeked.value.kid })
  // Verified before the office's lock is taken: the costly part needs nothing of it.
  const opened = openBundle(bytes, readerFor(province, sender))
  const hash = messageHash(bytes)
  return inTransaction(province.db, async (tx) => {
    const officeRow = await lockOffice(tx, sender.office)
    const [deviceRow] = await tx.select().from(device).where(eq(device.id, sender.id))
    if (!officeRow || !deviceRow) throw new Error('an enrolled device has its office')
    const base = { office: officeRow.id, device: deviceRow.id, expects: deviceRow.lastNumber + 1 }
    const judged = judge(opened, deviceRow)
    if (!judged.ok) {
      if (judged.error.hold) await hold(tx, province, deviceRow, bytes, hash, judged.error.hold, null)
      return refused(judged.error.refusal, base)
    }
    return place(tx, province, { officeRow, deviceRow, opened: judged.value, bytes, hash, way })
  })
}

type Judged = Result<Bundle, { readonly refusal: Refusal; readonly hold: HeldReason | null }>

/** What the device's standing and the message's own state say, before its place in the chain. */
function judge(opened: Result<Bundle, Refusal>, deviceRow: DeviceRow): Judged {
  if (opened.ok && deviceRow.status === 'pending') {
    return err({ refusal: { code: 'unknown-key', key: deviceRow.id }, hold: 'pending-device' })
  }
  if (opened.ok && deviceRow.status === 'revoked' && opened.value.lastSeq > (deviceRow.revokedAfter ?? 0)) {
    return err({ refusal: { code: 'revoked-key', key: deviceRow.id }, hold: 'revoked-key' })
  }
  if (opened.ok) return opened
  // Signed by the device and not readable or not wanted here: kept whole, so that nothing an officer sent is lost.
  const { code } = opened.error
  return err({
    refusal: opened.error,
    hold: code === 'newer-version' || code === 'revoked-key' ? code : null,
  })
}

type Placing = {
  readonly officeRow: OfficeRow
  readonly deviceRow: DeviceRow
  readonly opened: Bundle
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
  readonly way: Way
}

async function place(tx: Transaction, province: Province, p: Placing): Promise<TakenBundle> {
  const { deviceRow, opened, hash } = p
  const expects = deviceRow.lastNumber + 1
  const base = { office: p.officeRow.id, device: deviceRow.id, expects }
  const [stored] = await tx
    .select()
    .from(bundle)
    .where(and(eq(bundle.device, deviceRow.id), eq(bundle.number, opened.number)))
  const decision = judgeBundle(chainOf(deviceRow, stored), opened, hash)
  if (decision.kind === 'duplicate') {
    if (!stored) throw new Error('a bundle that was taken is stored')
    return again(tx, deviceRow, stored)
  }
  if (decision.kind !== 'next') {
    await hold(tx, province, deviceRow, p.bytes, hash, decision.kind, opened.number)
    const refusal: Refusal =
      decision.kind === 'gap'
        ? { code: 'gap', expected: decision.expected, got: decision.got }
        : { code: 'fork', number: decision.number }
    return refused(refusal, base, opened.number)
  }
  const taken = await store(tx, province, p)
  const last = await storeWaiting(tx, province, p.officeRow.id, taken.deviceRow)
  await tx
    .update(device)
    .set({ lastHeardAt: province.now(), lastWay: p.way })
    .where(eq(device.id, deviceRow.id))
  return {
    answer: {
      expects: last.lastNumber + 1,
      replies: await repliesFor(tx, deviceRow, opened.seenReply, last.replyNumber),
      refusal: null,
    },
    office: p.officeRow.id,
    device: deviceRow.id,
    number: opened.number,
    changes: opened.changes.length,
    receiptCode: taken.receipt.code,
  }
}

/** The device's chain as it stands here, with the bundle taken under the number in question. */
function chainOf(deviceRow: DeviceRow, stored: { readonly hash: Uint8Array } | undefined) {
  return {
    number: deviceRow.lastNumber,
    hash: deviceRow.lastHash,
    lastSeq: deviceRow.lastSeq,
    hashOf: () => stored?.hash,
  }
}

/** The same bundle again: the same replies that answered it, byte for byte. */
async function again(
  tx: Transaction,
  deviceRow: DeviceRow,
  stored: typeof bundle.$inferSelect,
): Promise<TakenBundle> {
  return {
    answer: {
      expects: deviceRow.lastNumber + 1,
      replies: await repliesFor(tx, deviceRow, stored.seenReply, stored.replyNumber),
      refusal: null,
    },
    office: stored.office,
    device: stored.device,
    number: stored.number,
    changes: stored.changes,
    receiptCode: stored.receiptCode,
  }
}

async function store(
  tx: Transaction,
  province: Province,
  { officeRow, deviceRow, opened, bytes, hash, way }: Placing,
): Promise<{ deviceRow: DeviceRow; receipt: Receipt }> {
  const receivedAt = province.now()
  const { counts, outcomes } = await applyChanges(tx, {
    office: officeRow,
    device: deviceRow.id,
    number: opened.number,
    people: opened.people,
    changes: opened.changes,
    receivedAt,
  })
  const secret = pairSecret(province.keys.signing, deviceRow.publicKey)
  const receipt: Receipt = {
    bundleHash: hash,
    number: opened.number,
    firstSeq: opened.firstSeq,
    lastSeq: opened.lastSeq,
    counts,
    code: receiptCode(hash, officeRow.id, secret),
    at: receivedAt,
  }
  const moved = { lastNumber: opened.number, lastHash: hash, lastSeq: opened.lastSeq }
  await tx.update(device).set(moved).where(eq(device.id, deviceRow.id))
  const answered = await makeReply(
    tx,
    province,
    officeRow,
    { ...deviceRow, ...moved },
    { receipts: [receipt], outcomes },
  )
  await tx.insert(bundle).values({
    device: deviceRow.id,
    number: opened.number,
    office: officeRow.id,
    hash,
    bytes,
    firstSeq: opened.firstSeq,
    lastSeq: opened.lastSeq,
    seenReply: opened.seenReply,
    way,
    ...counts,
    receiptCode: receipt.code,
    receivedAt,
    replyNumber: answered.replyNumber,
  })
  return { deviceRow: answered, receipt }
}

/** Bundles that came before their turn are taken in as soon as the one before them is there. */
async function storeWaiting(
  tx: Transaction,
  province: Province,
  officeId: string,
  from: DeviceRow,
): Promise<DeviceRow> {
  let deviceRow = from
  for (;;) {
    const waiting = await tx
      .select()
      .from(heldMessage)
      .where(
        and(
          eq(heldMessage.device, deviceRow.id),
          eq(heldMessage.reason, 'gap'),
          eq(heldMessage.number, deviceRow.lastNumber + 1),
          isNull(heldMessage.settledAt),
        ),
      )
    const fitting = waiting.map((row) => ({
      row,
      opened: openBundle(row.bytes, readerFor(province, deviceRow)),
    }))
    const chain = chainOf(deviceRow, undefined)
    const next = fitting.find(
      ({ row, opened }) => opened.ok && judgeBundle(chain, opened.value, row.hash).kind === 'next',
    )
    if (!next?.opened.ok) return deviceRow
    const officeRow = await lockOffice(tx, officeId)
    if (!officeRow) throw new Error('a locked office is gone')
    const { row, opened } = next
    const taken = await store(tx, province, {
      officeRow,
      deviceRow,
      opened: opened.value,
      bytes: row.bytes,
      hash: row.hash,
      way: 'file',
    })
    deviceRow = taken.deviceRow
    await tx
      .update(heldMessage)
      .set({ settledAt: province.now(), settledBy: '', settlement: 'applied' })
      .where(eq(heldMessage.hash, row.hash))
  }
}

async function hold(
  tx: Transaction,
  province: Province,
  deviceRow: DeviceRow,
  bytes: Uint8Array,
  hash: Uint8Array,
  reason: HeldReason,
  number: number | null,
): Promise<void> {
  const [held] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(heldMessage)
    .where(and(eq(heldMessage.device, deviceRow.id), isNull(heldMessage.settledAt)))
  if ((held?.n ?? 0) >= MAX_HELD) return
  const row = {
    hash,
    kind: 'bundle',
    office: deviceRow.office,
    device: deviceRow.id,
    number,
    bytes,
    reason,
    receivedAt: province.now(),
  }
  await tx.insert(heldMessage).values(row).onConflictDoNothing()
}

/**
 * Replies of the device's chain up to `upTo`, from the first it may lack: what it had applied when it sealed the bundle
 * or said its last hello. The reply `upTo` itself is always among them.
 */
export async function repliesFor(
  rows: Rows,
  deviceRow: DeviceRow,
  seen: number,
  upTo: number,
): Promise<Uint8Array[]> {
  const after = Math.min(Math.max(seen, deviceRow.haveReply), upTo - 1)
  const found = await rows
    .select({ bytes: reply.bytes })
    .from(reply)
    .where(and(eq(reply.device, deviceRow.id), gt(reply.number, after), lte(reply.number, upTo)))
    .orderBy(asc(reply.number))
    .limit(ANSWER_LIMITS.replies)
  let weight = 0
  const fitting = found.findIndex(({ bytes }) => {
    weight += bytes.byteLength
    return weight > ANSWER_LIMITS.bytes
  })
  return found.slice(0, fitting < 0 ? found.length : Math.max(1, fitting)).map((r) => r.bytes)
}

function readerFor(province: Province, sender: DeviceRow) {
  const revoked = sender.status === 'revoked' ? { revokedAfterSeq: sender.revokedAfter ?? 0 } : {}
  const key = { publicKey: sender.publicKey, office: sender.office, ...revoked }
  return {
    province: province.keys.id,
    keyOf: (kid: string) => (kid === sender.id ? key : undefined),
    codec: nodeCodec,
  }
}

function refused(
  refusal: Refusal,
  base: { readonly office: string; readonly device: string; readonly expects: number } | null = null,
  number: number | null = null,
): TakenBundle {
  return {
    answer: { expects: base?.expects ?? 0, replies: [], refusal },
    office: base?.office ?? null,
    device: base?.device ?? null,
    number,
    changes: 0,
    receiptCode: null,
  }
}
