// What the console's calls are made of: bounded texts, ids, pages, and the declaration of a call.
import { z } from 'zod'

export const roleSchema = z.enum(['admin', 'reviewer', 'viewer'])
export type AccountRole = z.infer<typeof roleSchema>

export const id = z.string().min(1).max(100)
export const officeId = z.string().min(1).max(64)
export const short = z.string().max(500)
/** One line that a person wrote, not empty. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((s) => !/\p{Cc}/u.test(s))
/** One line that may be empty. */
export const lineOrNone = z
  .string()
  .trim()
  .max(300)
  .refine((s) => !/\p{Cc}/u.test(s))
/** Several lines; PostgreSQL's text holds no NUL and no half of a character. */
export const prose = z
  .string()
  .trim()
  .max(5_000)
  .refine((s) => !s.includes('\0') && s.isWellFormed())
export const reason = prose.refine((s) => s.length > 0)
export const day = z.iso.date()
export const period = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .refine((s) => !/\p{Cc}/u.test(s))
export const registerId = z.string().regex(/^[a-z][a-z-]{1,40}$/)
export const page = {
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(500),
}
export const nothing = z.object({})

export const handinStateSchema = z.enum(['received', 'returned', 'accepted'])
export const decision = z.enum(['accept', 'return'])

/** @param role the least that may call; `nobody`: without an account */
export function call<I extends z.ZodType, O extends z.ZodType>(
  role: AccountRole | 'nobody',
  input: I,
  output: O,
) {
  return { role, input, output }
}
