// What a message says as plain JSON, in the verifier's words: bytes as hex, receipts with their counts side by side.
import type { Bundle, EnrolRequest, Hello, OfficePack, Reply, RulesPack } from '../../shared/bundle/types.ts'

export function asJson(message: Bundle | Reply | OfficePack | EnrolRequest | Hello | RulesPack): unknown {
  return plain('receipts' in message ? { ...message, receipts: message.receipts.map(flatCounts) } : message)
}

function flatCounts({ counts, ...rest }: Reply['receipts'][number]) {
  return { ...rest, ...counts }
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
}
