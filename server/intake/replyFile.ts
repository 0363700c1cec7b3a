// The province's answer on a stick: every reply that a device may lack, encrypted to that device.
import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { replyFileName, wrapForCarry } from '../../shared/bundle/carry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffice } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { inTransaction } from '../store/database.ts'
import { bundle, device, reply } from '../store/schema.ts'
import { makeDueReplies } from './takeHello.ts'

export type ReplyFileError = { readonly code: 'no-such-device' } | { readonly code: 'nothing-to-give' }

const MAX_REPLIES = 900

export async function replyFile(
  province: Province,
  actor: Actor,
  deviceId: string,
): Promise<Result<{ bytes: Uint8Array; name: string }, ReplyFileError>> {
  const found = await inTransaction(province.db, async (tx) => {
    const [before] = await tx.select().from(device).where(eq(device.id, deviceId))
    const officeRow = before ? await lockOffice(tx, before.office) : null
    const [row] = await tx.select().from(device).where(eq(device.id, deviceId))
    if (!officeRow || !row || (row.status !== 'approved' && row.status !== 'revoked')) return null
    const deviceRow = await makeDueReplies(tx, province, officeRow, row)
    const [last] = await tx
      .select({ seenReply: bundle.seenReply })
      .from(bundle)
      .where(eq(bundle.device, deviceId))
      .orderBy(desc(bundle.number))
      .limit(1)
    const replies = await tx
      .select({ bytes: reply.bytes, number: reply.number })
      .from(reply)
      .where(and(eq(reply.device, deviceId), gt(reply.number, Math.max(row.haveReply, last?.seenReply ?? 0))))
      .orderBy(asc(reply.number))
      .limit(MAX_REPLIES)
    return { deviceRow, replies }
  })
  if (!found) return err({ code: 'no-such-device' })
  const { deviceRow, replies } = found
  const [first] = replies
  const last = replies.at(-1)
  if (!first || !last) return err({ code: 'nothing-to-give' })
  const bytes = await wrapForCarry(
    replies.map((r) => r.bytes),
    deviceRow.recipient,
  )
  await writeAudit(province.db, actor, province.now(), {
    act: 'reply-file-given',
    office: deviceRow.office,
    subject: deviceRow.id,
  })
  return ok({ bytes, name: replyFileName(deviceRow.office, first.number, last.number) })
}
