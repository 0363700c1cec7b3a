// Takes in a file from a stick: the same intake as by line, message by message, in the order that makes sense whatever
// the order in the file. The file itself is only read.

import { unwrapCarry } from '../../shared/bundle/carry.ts'
import { peekMessage } from '../../shared/bundle/messages.ts'
import type { Refusal } from '../../shared/bundle/types.ts'
import type { TakenIn } from '../../shared/http/console.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { takeEnrolRequest } from './enrolment.ts'
import { takeBundle } from './takeBundle.ts'

type TakenMessage = TakenIn['messages'][number]

const NOTHING: Omit<TakenMessage, 'kind' | 'refusal'> = {
  office: null,
  device: null,
  number: null,
  changes: 0,
  receiptCode: null,
}

export async function takeCarried(
  province: Province,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<TakenIn, Refusal>> {
  const opened = await unwrapCarry(bytes, province.keys.identity)
  if (!opened.ok) return opened
  const enrolments: Uint8Array[] = []
  const others: Uint8Array[] = []
  for (const message of opened.value.messages) {
    const peeked = peekMessage(message)
    if (peeked.ok && peeked.value.kind === 'enrol') enrolments.push(message)
    else others.push(message)
  }
  if (enrolments.length + others.length === 0) return err({ code: 'malformed', where: 'carry' })
  const messages: TakenMessage[] = []
  for (const message of enrolments) messages.push(await takeOneEnrolment(province, message))
  // Bundles that came before their turn wait in the database and are taken in by the one that they waited for.
  for (const message of others) messages.push(await takeOneBundle(province, message))
  const devices = [...new Set(messages.flatMap((m) => (m.device && m.receiptCode ? [m.device] : [])))]
  await writeAudit(province.db, actor, province.now(), {
    act: 'file-taken-in',
    office: messages.find((m) => m.office)?.office ?? null,
    subject: devices.join(' ') || '-',
    detail: { messages: messages.length, refused: messages.filter((m) => m.refusal).length },
  })
  return ok({ messages, devices })
}

async function takeOneEnrolment(province: Province, message: Uint8Array): Promise<TakenMessage> {
  const { refusal } = await takeEnrolRequest(province, message)
  return { ...NOTHING, kind: 'enrol', refusal: refusal?.code ?? null }
}

async function takeOneBundle(province: Province, message: Uint8Array): Promise<TakenMessage> {
  const { answer, ...taken } = await takeBundle(province, message, 'file')
  return { ...taken, kind: 'bundle', refusal: answer.refusal?.code ?? null }
}
