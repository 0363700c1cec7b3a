// Calls about the law and the plan that a period stands under: what holds, what it asks for, what a change makes to do again.
import { z } from 'zod'
import { call, nothing, register, short } from './parts.ts'

const period = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]))?$/)
const profile = z.enum(['nd47_2020', 'current_2025'])
const label = z.object({ vi: z.string(), en: z.string() })
const fieldFilter = z.union([
  z.object({ field: z.string(), op: z.literal('is'), value: z.string() }),
  z.object({ field: z.string(), op: z.literal('contains'), text: z.string() }),
  z.object({ field: z.string(), op: z.enum(['empty', 'filled']) }),
])

export const profileCalls = {
  'profile.get': call(
    z.object({ period }),
    z.object({
      profile,
      /** Id of a shipped plan, else the office's own words; empty for none. */
      plan: z.string(),
      /** As chosen for the period; null: what the pack gives. */
      chosen: z.object({ profile: profile.nullable(), plan: z.string().nullable() }),
      profiles: z.array(z.object({ id: profile, name: z.string(), fits: z.boolean() })),
      plans: z.array(z.object({ id: z.string(), name: z.string(), isDraft: z.boolean(), fits: z.boolean() })),
      obligations: z.array(
        z.object({
          register: z.string(),
          obligation: z.enum(['must', 'should']),
          boundIf: z.enum(['all', 'on-shared-list', 'has-database']),
          /** Whether this office is such a one today. */
          binds: z.boolean(),
          place: z.string(),
          timeText: z.string(),
        }),
      ),
      reportsTo: z.string(),
      notes: z.array(z.string()),
      /** Rows of the plan's annex that this office leads, and how many of them its tasks hold already. */
      tasks: z.object({ bound: z.number(), taken: z.number() }),
    }),
  ),
  'profile.set': call(z.object({ period, profile: profile.nullable(), plan: short.nullable() }), nothing),
  /** What an office has to do again that goes from one profile to the other. */
  'profile.switchTasks': call(
    z.object({ from: profile, to: profile }),
    z.array(
      z.object({
        id: z.string(),
        what: label,
        why: label,
        register,
        filter: z.array(fieldFilter),
        verified: z.boolean(),
        count: z.number(),
      }),
    ),
  ),
  /** Puts the annex rows that this office leads into its tasks, in one undo step; a row taken before stays as it is. */
  'tasks.fromPlan': call(z.object({ period }), z.object({ added: z.number(), already: z.number() })),
} as const
