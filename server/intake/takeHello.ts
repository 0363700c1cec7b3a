// Answers a device's question: which bundle comes next, and every reply that it lacks. Each hello is answered once, so
// that a copy of one caught on the line gives nobody the office's replies.
import { eq } from 'drizzle-orm'
import { openHello, peekMessage } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { Refusal, SyncAnswer } from '../../shared/bundle/types.ts'
import { lockOffice } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { type DeviceRow, isReplyDue, makeReply, type OfficeRow } from '../reply/makeReply.ts'
import { inTransaction, type Transaction } from '../store/database.ts'
import { device, helloNonce } from '../store/schema.ts'
import { repliesFor } from './takeBundle.ts'

/** Replies made for one hello; a device that lacks more says hello again. */
const MAX_NEW_REPLIES = 16

export async function takeHello(province: Province, bytes: Uint8Array): Promise<SyncAnswer> {
  const peeked = peekMessage(bytes)
  if (!peeked.ok) return refused(peeked.error)
  const [sender] = await province.db.select().from(device).where(eq(device.id, peeked.value.kid))
  if (!sender || sender.status === 'refused' || sender.status === 'pending') {
    return refused({ code: 'unknown-key', key: peeked.value.kid })
  }
  const key = { publicKey: sender.publicKey, office: sender.office }
  const opened = openHello(bytes, { province: province.keys.id, keyOf: () => key, codec: nodeCodec })
  if (!opened.ok) return refused(opened.error)
  const hello = opened.value
  return inTransaction(province.db, async (tx) => {
    const officeRow = await lockOffice(tx, sender.office)
    const [found] = await tx.select().from(device).where(eq(device.id, sender.id))
    if (!officeRow || !found) throw new Error('an enrolled device has its office')
    const fresh = await tx
      .insert(helloNonce)
      .values({ device: found.id, nonce: hello.nonce, at: province.now() })
      .onConflictDoNothing()
      .returning({ device: helloNonce.device })
    const expects = found.lastNumber + 1
    if (fresh.length === 0) return refused({ code: 'expired' }, expects)
    const heard = {
      lastHeardAt: province.now(),
      lastWay: 'line' as const,
      haveReply: Math.min(hello.haveReply, found.replyNumber),
    }
    await tx.update(device).set(heard).where(eq(device.id, found.id))
    // The device is behind what it has sent before: a restored backup or a second copy of its disk.
    if (hello.nextNumber < expects) return refused({ code: 'fork', number: hello.nextNumber }, expects)
    const deviceRow = await makeDueReplies(tx, province, officeRow, { ...found, ...heard })
    const replies =
      deviceRow.replyNumber > heard.haveReply
        ? await repliesFor(tx, deviceRow, heard.haveReply, deviceRow.replyNumber)
        : []
    return { expects, replies, refusal: null }
  })
}

/** Makes replies until the device would know everything. The caller holds the office's lock. */
export async function makeDueReplies(
  tx: Transaction,
  province: Province,
  officeRow: OfficeRow,
  from: DeviceRow,
): Promise<DeviceRow> {
  let deviceRow = from
  for (let made = 0; made < MAX_NEW_REPLIES; made++) {
    if (!(await isReplyDue(tx, province, officeRow, deviceRow))) return deviceRow
    deviceRow = await makeReply(tx, province, officeRow, deviceRow, { receipts: [], outcomes: [] })
  }
  return deviceRow
}

function refused(refusal: Refusal, expects = 0): SyncAnswer {
  return { expects, replies: [], refusal }
}
