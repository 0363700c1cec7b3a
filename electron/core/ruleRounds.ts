// Rounds that no letter opened: a rule of the legal profile asks for a register every year or half-year. They are worked
// out, never stored; one that the province asks for itself gives way to the province's.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { duesBetween } from '../../shared/deadlines/dues.ts'
import { addDays } from '../../shared/deadlines/workingDays.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { deadlinesOf, dueSettings } from './deadlines.ts'
import { settingsOf } from './settingsOf.ts'

/** What is asked of one register. */
export type AskedItem = {
  readonly register: string
  /** Field ids wanted; empty: those of the official list. */
  readonly columns: readonly string[]
  readonly nilAllowed: boolean
}

/** A round before anything is said of how far the office is with it. */
export type AskedRound = {
  readonly id: string
  readonly name: string
  readonly from: 'province' | 'rule'
  readonly period: string
  readonly letterNo: string
  readonly letterDate: string | null
  readonly dueText: string
  /** Last day on which it is in time, an extension included. */
  readonly lastDay: string | null
  readonly extendedTo: string | null
  readonly lateBy: 'letter' | 'receipt'
  readonly note: string
  readonly closed: boolean
  readonly items: readonly AskedItem[]
}

const RULE = 'rule'
/** A rule's round that nobody answered stays in sight for so long after its day. */
const KEPT_DAYS = 92
const AHEAD_DAYS = 366

export function ruleRoundId(register: string, period: string): string {
  return `${RULE}:${register}:${period}`
}

/** The register and period of a rule's round; null for a round of the province. */
export function ruleOfRound(id: string): { register: string; period: string } | null {
  const [kind, register, period, ...more] = id.split(':')
  return kind === RULE && register && period && more.length === 0 ? { register, period } : null
}

/**
 * The rounds that rules ask for: of each list the next due and those lately past.
 * @param today the office's own day, `YYYY-MM-DD`
 */
export function ruleRounds(store: OfficeStore, today: string): AskedRound[] {
  return deadlinesOf(store).flatMap(({ register, rule, why }) => {
    const dues = duesBetween(rule, addDays(today, -KEPT_DAYS), addDays(today, AHEAD_DAYS), dueSettings(store))
    const next = dues.findIndex(({ lastDay }) => lastDay >= today)
    return dues
      .slice(0, next < 0 ? dues.length : next + 1)
      .filter(({ period }) => period !== '')
      .map((due) => roundOfRule(store, register, due.period, why, due.lastDay))
  })
}

/** The round of a rule for any period, also one long past: submissions keep naming it. */
export function roundOfRule(
  store: OfficeStore,
  register: string,
  period: string,
  why: string,
  due: string | null,
): AskedRound {
  const definition = registerOf(register)
  return {
    id: ruleRoundId(register, period),
    name: `${definition?.label.vi ?? register} ${periodInWords(period)}`.replace('hằng năm năm', 'năm'),
    from: 'rule',
    period,
    letterNo: '',
    letterDate: null,
    dueText: why,
    lastDay: due,
    extendedTo: null,
    lateBy: settingsOf(store).lateBy,
    note: '',
    closed: false,
    items: [{ register, columns: [], nilAllowed: definition?.nilAnswer === true }],
  }
}

/** `năm 2026`, `6 tháng đầu năm 2026`, `6 tháng cuối năm 2026`, `quý II năm 2026`; anything else as it is. */
export function periodInWords(period: string): string {
  const [year, part] = period.split('-')
  if (part === undefined) return /^\d{4}$/.test(period) ? `năm ${year}` : period
  if (part === 'H1') return `6 tháng đầu năm ${year}`
  if (part === 'H2') return `6 tháng cuối năm ${year}`
  const quarter = /^Q([1-4])$/.exec(part)?.[1]
  return quarter ? `quý ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]} năm ${year}` : period
}
