// Calls about rounds (đợt báo cáo): what is asked of which offices, who has answered and how, and what is done about it.
import { z } from 'zod'
import { call, day, line, lineOrNone, nothing, officeId, period, prose, reason, registerId } from './parts.ts'

const roundId = z.number().int().min(1)
const offices = z.array(officeId).min(1).max(5_000)
export const officeLevels = ['tinh', 'so_nganh', 'xa', 'don_vi_su_nghiep', 'huyen', 'bo'] as const

const itemSchema = z.object({
  register: registerId,
  /** Field ids wanted; empty: those of the form. */
  columns: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/)).max(100),
  nilAllowed: z.boolean(),
})
export type RoundItemDto = z.infer<typeof itemSchema>

const scopeSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('level'), levels: z.array(z.enum(officeLevels)).min(1).max(6) }),
  z.object({ by: z.literal('list'), offices }),
])
export type RoundScopeDto = z.infer<typeof scopeSchema>

/** A round as it is opened or edited. */
export const roundInputSchema = z.object({
  name: line,
  period,
  letterNo: lineOrNone,
  letterDate: day.nullable(),
  /** As the letter words it. */
  dueText: lineOrNone,
  /** Last day on which an answer is in time. */
  dueOn: day.nullable(),
  lateBy: z.enum(['letter', 'receipt']),
  note: prose,
  items: z.array(itemSchema).min(1).max(40),
  scope: scopeSchema,
})
export type RoundInput = z.infer<typeof roundInputSchema>

export const roundRowSchema = roundInputSchema.extend({
  id: roundId,
  closed: z.boolean(),
  madeAt: z.number(),
  madeBy: z.string(),
  /** Offices that are asked. */
  offices: z.number(),
})
export type RoundRow = z.infer<typeof roundRowSchema>

export const consoleRoundCalls = {
  /** The newest first. */
  'round.list': call('viewer', nothing, z.array(roundRowSchema)),
  'round.open': call('reviewer', roundInputSchema, z.object({ id: roundId, offices: z.number() })),
  /**
   * Changes what is asked. Offices that its choice now has come in, those that it no longer has go out; an office that has
   * answered stays in.
   */
  'round.edit': call(
    'reviewer',
    roundInputSchema.extend({ id: roundId }),
    z.object({ offices: z.number(), added: z.number(), dropped: z.number(), kept: z.number() }),
  ),
  'round.close': call('reviewer', z.object({ id: roundId, closed: z.boolean() }), nothing),
  /** Another last day for some offices, with why; null takes the extension back. */
  'round.extend': call(
    'reviewer',
    z.object({ id: roundId, offices, to: day.nullable(), reason }),
    z.object({ offices: z.number() }),
  ),
} as const
