// The calendar and what to remind of today.
import { addDays } from '../../shared/deadlines/workingDays.ts'
import { ok } from '../../shared/result.ts'
import { type CoreContext, type Handlers, openSession } from './CoreContext.ts'
import { calendarOf, remindersOn } from './calendar.ts'
import { localDay } from './localDay.ts'

/** A reminder looks no further ahead than this. */
const AHEAD_DAYS = 31

export const calendarCalls: Handlers<'calendar.list' | 'calendar.reminders'> = {
  'calendar.list': (context, { from, to }) =>
    ok(calendarOf(openSession(context).store, todayOf(context), from, to)),

  'calendar.reminders': (context) => {
    const today = todayOf(context)
    const items = calendarOf(openSession(context).store, today, today, addDays(today, AHEAD_DAYS))
    return ok(remindersOn(today, items))
  },
}

function todayOf(context: CoreContext): string {
  return localDay(new Date(context.options.now()))
}
