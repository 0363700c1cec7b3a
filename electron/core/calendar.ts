// All that has a day, put in one order: rounds, tasks, obstacles, posted data. Worked out from the registers, kept nowhere.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { nextDue } from '../../shared/deadlines/dues.ts'
import type { WorkingDays } from '../../shared/deadlines/workingDays.ts'
import type { CalendarItem } from '../../shared/ipc/calendarCalls.ts'
import { fieldOf } from '../../shared/registers/define.ts'
import { displayValue } from '../../shared/registers/displayValue.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { obstacleDue } from '../../shared/rules/obstacleRules.ts'
import { dueSettings, workingDaysOf } from './deadlines.ts'
import { ruleSettings } from './problems.ts'
import { roundsOf } from './rounds.ts'
import { settingsOf } from './settingsOf.ts'

/** Working days before the last one from which a reminder is shown. */
const WARN_DAYS = 5
const GIVEN = new Set(['queued', 'sent', 'received', 'accepted'])
const SETTLED = new Set(['da_giai_quyet', 'ket_thuc'])

type Dated = Omit<CalendarItem, 'lastWorkingDay' | 'warnOn' | 'state'> & { readonly done: boolean }

/** @param today the office's own day, `YYYY-MM-DD` */
export function calendarOf(store: OfficeStore, today: string, from: string, to: string): CalendarItem[] {
  const days = workingDaysOf(store)
  return [...rounds(store, today), ...tasks(store), ...obstacles(store), ...posted(store, today)]
    .map((item) => placed(item, days, today))
    .filter(({ lastDay, state }) => state === 'late' || (lastDay >= from && lastDay <= to))
    .sort((a, b) => (a.lastWorkingDay < b.lastWorkingDay ? -1 : a.lastWorkingDay > b.lastWorkingDay ? 1 : 0))
}

/** What to remind of: late, or from its warning day on. */
export function remindersOn(today: string, items: readonly CalendarItem[]): CalendarItem[] {
  return items.filter(({ state, warnOn }) => state === 'late' || (state !== 'done' && warnOn <= today))
}

function placed({ done, ...item }: Dated, days: WorkingDays, today: string): CalendarItem {
  const lastWorkingDay = days.lastOnOrBefore(item.lastDay)
  const warnOn = days.before(lastWorkingDay, WARN_DAYS)
  const state = done ? 'done' : item.lastDay < today ? 'late' : warnOn <= today ? 'soon' : 'ahead'
  return { ...item, lastWorkingDay, warnOn, state }
}

function rounds(store: OfficeStore, today: string): Dated[] {
  return roundsOf(store, today, false).flatMap((round) =>
    round.lastDay === null
      ? []
      : [
          {
            kind: 'round' as const,
            title: round.name,
            round: round.id,
            register: null,
            recordId: null,
            lastDay: round.lastDay,
            done: GIVEN.has(round.state),
          },
        ],
  )
}

function ofRecord(record: StoredRecord, kind: Dated['kind'], lastDay: string, done: boolean): Dated {
  const register = registerOf(record.register)!
  const named = [register.parent?.field, register.nameField].flatMap((id) => {
    const text = id ? displayValue(fieldOf(register, id), record.values[id]) : ''
    return text ? [text] : []
  })
  const title = named.join(' – ')
  return { kind, title, round: null, register: register.id, recordId: record.id, lastDay, done }
}

function tasks(store: OfficeStore): Dated[] {
  return store.all('task').flatMap((record) => {
    const { dueDate, status } = record.values
    return typeof dueDate === 'string' ? [ofRecord(record, 'task', dueDate, status === 'xong')] : []
  })
}

function obstacles(store: OfficeStore): Dated[] {
  const settings = ruleSettings(store)
  return store.all('obstacle').flatMap((record) => {
    const { dueAt, status } = record.values
    const due = typeof dueAt === 'string' ? dueAt : obstacleDue(record.values, settings)
    return due ? [ofRecord(record, 'obstacle', due, SETTLED.has(String(status)))] : []
  })
}

/** Each posting on a portal is looked at again every so many months, from its own day. */
function posted(store: OfficeStore, today: string): Dated[] {
  const rule = { kind: 'every', months: settingsOf(store).openUpdateMonths, since: '' } as const
  return store.all('publication').flatMap((record) => {
    const since = record.values.publishedAt
    if (typeof since !== 'string') return []
    const due = nextDue(rule, today, { ...dueSettings(store), since })
    return due ? [ofRecord(record, 'posted', due.lastDay, false)] : []
  })
}
