// How the province's answers lie in bytes: canonical CBOR (RFC 8949 §4.2.1) of the shapes in shared/bundle/types.ts.
// An answer is not signed: what a client may believe of it is in the signed replies inside. A refusal tells a client
// why to stop or what to send next; it must never make a client drop work.
import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import { z } from 'zod'
import type { Refusal, SyncAnswer } from '../bundle/types.ts'
import { err, ok, type Result } from '../result.ts'
import { MAX_MESSAGE_BYTES } from './contract.ts'

/** At most this many replies lie in one answer; a client says hello again for the rest. */
export const MAX_REPLIES_AN_ANSWER = 200

/** What a device's request to be enrolled has come to; `refusal` says why nothing was recorded. */
export type EnrolAnswer = {
  readonly status: 'pending' | 'approved' | 'refused'
  readonly refusal: Refusal | null
}

const count = z.number().int().min(0).safe()
const key = z.string().max(64)

const refusalSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('not-a-message') }),
  z.object({ code: z.literal('too-large'), maxBytes: count }),
  z.object({ code: z.literal('newer-version'), version: count }),
  z.object({ code: z.literal('wrong-kind'), kind: z.string().max(64) }),
  z.object({ code: z.literal('not-canonical') }),
  z.object({ code: z.literal('bad-signature') }),
  z.object({ code: z.literal('unknown-key'), key }),
  z.object({ code: z.literal('revoked-key'), key }),
  z.object({ code: z.literal('wrong-audience') }),
  z.object({ code: z.literal('malformed'), where: z.string().max(200) }),
  z.object({ code: z.literal('expired') }),
  z.object({ code: z.literal('gap'), expected: count, got: count }),
  z.object({ code: z.literal('fork'), number: count }),
  z.object({ code: z.literal('not-for-us') }),
])

const syncAnswerSchema = z.object({
  expects: count,
  replies: z
    .array(z.instanceof(Uint8Array).refine((b) => b.byteLength <= MAX_MESSAGE_BYTES))
    .max(MAX_REPLIES_AN_ANSWER),
  refusal: refusalSchema.nullable(),
})

const enrolAnswerSchema = z.object({
  status: z.enum(['pending', 'approved', 'refused']),
  refusal: refusalSchema.nullable(),
})

/** CBOR of the answer to a bundle or a hello. */
export function encodeSyncAnswer(answer: SyncAnswer): Uint8Array {
  return encode(answer, rfc8949EncodeOptions)
}

/** CBOR of the answer to a request to be enrolled. */
export function encodeEnrolAnswer(answer: EnrolAnswer): Uint8Array {
  return encode(answer, rfc8949EncodeOptions)
}

/** The answer in those bytes, or `malformed`: a proxy's own page, a cut answer, another server. */
export function decodeSyncAnswer(bytes: Uint8Array): Result<SyncAnswer, Refusal> {
  return decodeAs(syncAnswerSchema, bytes)
}

/** As `decodeSyncAnswer`, for the answer to a request to be enrolled. */
export function decodeEnrolAnswer(bytes: Uint8Array): Result<EnrolAnswer, Refusal> {
  return decodeAs(enrolAnswerSchema, bytes)
}

function decodeAs<T>(schema: z.ZodType<T>, bytes: Uint8Array): Result<T, Refusal> {
  let raw: unknown
  try {
    raw = decode(bytes, {
      strict: true,
      allowIndefinite: false,
      rejectDuplicateMapKeys: true,
      useMaps: false,
    })
  } catch {
    return err({ code: 'not-a-message' })
  }
  const parsed = schema.safeParse(raw)
  return parsed.success
    ? ok(parsed.data)
    : err({ code: 'malformed', where: String(parsed.error.issues[0]?.path.join('.') ?? '') })
}
