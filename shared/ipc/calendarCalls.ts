// Everything with a day: reports asked for, tasks, obstacles at their level, posted data to be looked at again.
import { z } from 'zod'
import { call } from './parts.ts'

export const calendarItemSchema = z.object({
  kind: z.enum(['round', 'task', 'obstacle', 'posted']),
  title: z.string(),
  /** What to open: a round, else a record of the register. */
  round: z.string().nullable(),
  register: z.string().nullable(),
  recordId: z.string().nullable(),
  /** Last day on which it is in time, and the working day on or before it that one works towards. */
  lastDay: z.string(),
  lastWorkingDay: z.string(),
  /** From this working day on a reminder is due. */
  warnOn: z.string(),
  state: z.enum(['done', 'late', 'soon', 'ahead']),
})
export type CalendarItem = z.infer<typeof calendarItemSchema>

export const calendarCalls = {
  /** Days in `from`…`to`, and what is late however long ago; in order. */
  'calendar.list': call(z.object({ from: z.iso.date(), to: z.iso.date() }), z.array(calendarItemSchema)),
  /** What to remind of today: late, or within its warning days. */
  'calendar.reminders': call(z.object({}), z.array(calendarItemSchema)),
} as const
