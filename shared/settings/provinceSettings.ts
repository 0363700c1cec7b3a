// What a province sets for all its offices (gói quy định): how deadlines are read, days off, who checks, whom letters are
// addressed to, what its lists are called. Data only, and every part has a default, so that an older pack stays readable
// and an office without one works. Travels signed and numbered (shared/bundle `rules`); the highest number holds.
import { z } from 'zod'

const line = z.string().trim().min(1).max(300)
const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const day = z.iso.date()

export const provinceSettingsSchema = z.object({
  /** “Trước ngày 20/12” ends with 19/12; false: with 20/12. */
  strictBefore: z.boolean().default(true),
  /** What a round's lateness is judged by when it does not say. */
  lateBy: z.enum(['letter', 'receipt']).default('letter'),
  /** Days off beside Saturdays and Sundays, as announced each year. */
  holidays: z
    .array(z.object({ day, name: line }))
    .max(500)
    .default([]),
  /** Saturdays and Sundays on which offices work instead. */
  workdays: z.array(day).max(200).default([]),
  /** A second person checks before a report is sent; passing it over asks for a reason. */
  fourEyes: z.boolean().default(false),
  /** The leader may approve in the app with the leader's own PIN, beside the signature on paper. */
  inAppApproval: z.boolean().default(false),
  /** To whom reports under a plan are addressed; an empty plan stands for all others. */
  addressees: z
    .array(z.object({ plan: z.string().trim().max(120), names: z.array(line).min(1).max(10) }))
    .max(50)
    .default([]),
  /** Another deadline for a list than its plan's, in the words of the province's own letter. */
  deadlines: z
    .array(z.object({ register: id, text: line, basis: z.string().trim().max(1_000) }))
    .max(100)
    .default([]),
  /** The province's own title and citations of a report; null or nothing keeps those of the legal profile. */
  texts: z
    .array(
      z.object({
        report: id,
        title: z.string().trim().max(500).nullable(),
        basis: z.array(z.string().trim().min(1).max(1_000)).max(20),
      }),
    )
    .max(100)
    .default([]),
  /** Working days that a level has to answer an obstacle, level 1 first; levels beyond the list have no clock. */
  obstacleDays: z.array(z.number().int().min(1).max(60)).max(5).default([7, 7]),
  /** Posted data are looked at again so many months after each posting (the repealed 47/2020 Điều 20 said 3). */
  openUpdateMonths: z.number().int().min(1).max(24).default(3),
  /** Open-data lists are looked through every so many months (the repealed 47/2020 Điều 20 said 6). */
  openReviewMonths: z.number().int().min(1).max(24).default(6),
  /** First days of rules whose date no text in hand confirms; null: not said yet. */
  securityDates: z
    .object({ regimeFrom: day.nullable().default(null), transitionTo: day.nullable().default(null) })
    .default({ regimeFrom: null, transitionTo: null }),
  /** How hard a register is asked for, whatever the plan says. */
  obligations: z
    .array(z.object({ register: id, obligation: z.enum(['must', 'should', 'none']) }))
    .max(50)
    .default([]),
  /** Sectors offered beside the shipped ones. */
  sectors: z.array(line).max(300).default([]),
})

export type ProvinceSettings = z.infer<typeof provinceSettingsSchema>

/** What holds where a province has set nothing. */
export const DEFAULT_SETTINGS: ProvinceSettings = provinceSettingsSchema.parse({})

export function encodeSettings(settings: ProvinceSettings): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(settings))
}

/** @returns null when the bytes are no settings: what held before stays in force */
export function decodeSettings(bytes: Uint8Array): ProvinceSettings | null {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Neither UTF-8 nor JSON.
    return null
  }
  const parsed = provinceSettingsSchema.safeParse(json)
  return parsed.success ? parsed.data : null
}
