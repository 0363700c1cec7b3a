// What is asked of the office, what is missing for it, and a year against the last.
import { registerOf } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { askedRound } from './askedRounds.ts'
import { attest } from './attestations.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { localDay } from './localDay.ts'
import { openPeriod } from './openPeriod.ts'
import { readinessOf } from './readiness.ts'
import { roundOf, roundsOf } from './rounds.ts'
import { sinceLast } from './sinceLast.ts'

type RoundCalls =
  | 'rounds.list'
  | 'rounds.get'
  | 'rounds.readiness'
  | 'rounds.sinceLast'
  | 'rounds.attest'
  | 'periods.open'

export const roundCalls: Handlers<RoundCalls> = {
  'rounds.list': (context, { closed }) =>
    ok(roundsOf(openSession(context).store, todayOf(context), closed === true)),

  'rounds.get': (context, { id }) => {
    const round = roundOf(openSession(context).store, todayOf(context), id)
    return round ? ok(round) : refuse('round-gone')
  },

  'rounds.readiness': (context, { id }) => {
    const { store } = openSession(context)
    const round = askedRound(store, todayOf(context), id)
    return round ? ok(readinessOf(store, round, todayOf(context))) : refuse('round-gone')
  },

  'rounds.sinceLast': (context, { id, register }) => {
    const { store } = openSession(context)
    const round = askedRound(store, todayOf(context), id)
    if (!round) return refuse('round-gone')
    if (!registerOf(register)) return refuse('unknown-register', { register })
    return ok(sinceLast(store, register, round.period))
  },

  'rounds.attest': (context, { id, register, records }) => {
    const { store } = openSession(context)
    const round = askedRound(store, todayOf(context), id)
    if (!round) return refuse('round-gone')
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    const label = `Giữ nguyên, đã kiểm tra: ${records.length} bản ghi`
    return ok({ attested: attest(context, register, round.period, records, label) })
  },

  'periods.open': (context, { register, year }) => openPeriod(context, register, year),
}

function todayOf(context: CoreContext): string {
  return localDay(new Date(context.options.now()))
}
