// What the contract's calls are made of: ids, values and bytes with their bounds, and the shapes that several themes share.
import { z } from 'zod'

export const id = z.string().min(1).max(100)
export const short = z.string().max(500)
export const register = z.string().regex(/^[a-z][a-z-]{1,40}$/)
export const fieldId = z.string().regex(/^\$?[a-zA-Z][a-zA-Z0-9]{0,60}$/)
export const reference = z.object({ text: z.string().max(20_000), id: id.nullable() })
export const valueSchema = z.union([
  z.null(),
  z.boolean(),
  z.number().int().safe(),
  z.string().max(20_000),
  z.array(z.string().max(2_000)).max(500),
  reference,
  z.array(reference).max(500),
])
export const setSchema = z.record(fieldId, valueSchema)
/** A file's bytes; bounded, because the other side is not trusted with our memory. */
export const bytesSchema = z.custom<Uint8Array>(
  (bytes) => bytes instanceof Uint8Array && bytes.byteLength <= 64 * 1024 * 1024,
)

export const problemSchema = z.object({
  /** Stable id of the rule, e.g. `required`, `email`, `open-personal`. */
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  field: z.string().nullable(),
  message: z.string(),
  /** Why: the citation under the record's legal profile; empty when the rule is our own. */
  why: z.string(),
  /** How to mend it. */
  mend: z.string(),
  /** Values worked out from the store that mend it in one press, by field. */
  propose: z.record(fieldId, valueSchema).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const stateSchema = z.enum([
  'draft',
  'awaiting-signature',
  'queued',
  'sent',
  'received',
  'returned',
  'accepted',
])

/** Lines over the signature (authority, position) and the signer's name; an empty name leaves room for it. */
export const signerSchema = z.object({
  lines: z.array(z.string().max(500)).max(5),
  name: z.string().max(120),
})
export type Signer = z.infer<typeof signerSchema>

/** Rows of a dry run by what would become of them. */
export const countsSchema = z.object({
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  parked: z.number(),
  skipped: z.number(),
  /** Of the changed ones, those kept as proposals because the province accepted the record; absent: none. */
  proposed: z.number().optional(),
})
export type ImportCounts = z.infer<typeof countsSchema>

/** One call of the contract: what it takes, what it gives. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output }
}
export const nothing = z.object({})

/**
 * What a person of the office does here: the officer in charge (cán bộ đầu mối), one who enters data (người nhập liệu),
 * a leader who approves (lãnh đạo), one who only looks (chỉ xem). What each may call: callRights.ts.
 */
export const roleSchema = z.enum(['manager', 'editor', 'leader', 'viewer'])
export type Role = z.infer<typeof roleSchema>
