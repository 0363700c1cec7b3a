// A round as the officer sees it: what is asked, by when, how far the office is with it and how urgent it is.

import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { WorkingDays } from '../../shared/deadlines/workingDays.ts'
import type { Handin } from '../../shared/ipc/contract.ts'
import type { Round, RoundState } from '../../shared/ipc/roundCalls.ts'
import { askedRound, askedRounds } from './askedRounds.ts'
import { workingDaysOf } from './deadlines.ts'
import { handins } from './handins.ts'
import { listNow } from './lists.ts'
import { localDay } from './localDay.ts'
import { problemTally } from './problemTally.ts'
import type { AskedRound } from './ruleRounds.ts'
import { reportFor, type SubmissionNow, sentState, stateOf, submissionsNow } from './submissions.ts'

/** A round is shown as due soon from so many working days before its last one. */
const SOON_WORKING_DAYS = 10

/** @param closed with those that need nothing more: closed by the province, or accepted and past their day */
export function roundsOf(store: OfficeStore, today: string, closed: boolean): Round[] {
  const submissions = submissionsNow(store)
  const answered = new Set(submissions.map(({ record }) => String(record.values.round ?? '')))
  const given = handins(store)
  return askedRounds(store, today, answered)
    .map((asked) => roundNow(store, asked, submissions, given, today))
    .filter((round) => closed || !round.closed)
    .sort(byUrgency)
}

export function roundOf(store: OfficeStore, today: string, id: string): Round | undefined {
  const asked = askedRound(store, today, id)
  return asked && roundNow(store, asked, submissionsNow(store), handins(store), today)
}

function roundNow(
  store: OfficeStore,
  asked: AskedRound,
  submissions: readonly SubmissionNow[],
  given: readonly Handin[],
  today: string,
): Round {
  const latest = submissions.find(({ record }) => record.values.round === asked.id)
  const direct = latest ? [] : handinsOutside(asked, given)
  const state = latest ? stateOf(store, latest) : direct.length > 0 ? sentState(direct, '') : 'open'
  const days = workingDaysOf(store)
  const isOver = state === 'accepted' && asked.lastDay !== null && asked.lastDay < today
  return {
    ...asked,
    lastWorkingDay: asked.lastDay && days.lastOnOrBefore(asked.lastDay),
    urgency: urgencyOf(asked, state, answeredOn(asked, latest, direct), today, days),
    closed: asked.closed || isOver,
    items: asked.items.map(({ register, columns, nilAllowed }) => {
      const { count, nil } = listNow(store, register, asked.period)
      const tally = problemTally(store, register, asked.period)
      return {
        register,
        columns: [...columns],
        nilAllowed,
        nil,
        count,
        ...tally,
        report: reportFor(register),
      }
    }),
    state,
    submission: latest?.record.id ?? null,
  }
}

/** A register given by itself answers its rule's round too, and every register of a round its letter's. */
function handinsOutside(asked: AskedRound, given: readonly Handin[]): Handin[] {
  const found = asked.items.map(({ register }) =>
    given.find((one) => one.submission === null && one.register === register && one.period === asked.period),
  )
  return found.every((handin) => handin !== undefined) ? found : []
}

/** The day that lateness is measured by: that of the letter, or that of receipt; null while there is none. */
function answeredOn(
  { lateBy }: AskedRound,
  latest: SubmissionNow | undefined,
  direct: readonly Handin[],
): string | null {
  const made = latest ? latest.handins : direct
  if (lateBy === 'receipt') {
    const times = made.map((handin) => handin.receiptAt)
    return times.length > 0 && !times.includes(null)
      ? localDay(new Date(Math.max(...times.map(Number))))
      : null
  }
  const signed = latest?.record.values.signedOn
  if (typeof signed === 'string' && signed) return signed
  return made.length > 0 ? localDay(new Date(Math.max(...made.map((handin) => handin.madeAt)))) : null
}

function urgencyOf(
  { lastDay, closed }: AskedRound,
  state: RoundState,
  answered: string | null,
  today: string,
  days: WorkingDays,
): Round['urgency'] {
  if (lastDay === null || closed) return 'none'
  if ((answered ?? today) > lastDay) return 'late'
  const isGiven = state === 'sent' || state === 'received' || state === 'accepted'
  if (isGiven) return 'none'
  const soonFrom = days.before(days.lastOnOrBefore(lastDay), SOON_WORKING_DAYS)
  return today >= soonFrom ? 'soon' : 'none'
}

const URGENCY = { late: 0, soon: 1, none: 2 } as const

/** Late, then soon, then by the last day; what has no day comes last. */
function byUrgency(a: Round, b: Round): number {
  const day = (round: Round) => round.lastDay ?? '9999-12-31'
  return (
    URGENCY[a.urgency] - URGENCY[b.urgency] ||
    (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.name.localeCompare(b.name, 'vi'))
  )
}
