// The legal profile and the plan of a period, as the office chose or its pack gives, and what of the office decides which
// duties of the plan bind it. Everything that prints or judges a period asks here.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { OfficeFacts } from '../../shared/plans/plan.ts'
import { obligationOf } from '../../shared/plans/plans.ts'
import { type PeriodChoice, planForPeriod, profileForPeriod } from '../../shared/profiles/periodChoice.ts'
import type { ProfileId, RegisterId } from '../../shared/registers/define.ts'
import type { Obligation } from '../../shared/rules/rule.ts'
import { officeOf } from './CoreContext.ts'
import { settingsOf } from './settingsOf.ts'

const CHOICES_KEY = 'office.periodChoices'

export function choicesOf(store: OfficeStore): readonly PeriodChoice[] {
  return store.setting<readonly PeriodChoice[]>(CHOICES_KEY) ?? []
}

/** A choice of nothing goes back to the pack's. */
export function keepChoice(store: OfficeStore, choice: PeriodChoice): void {
  const others = choicesOf(store).filter(({ period }) => period !== choice.period)
  const isEmpty = choice.profile === null && choice.plan === null
  store.setSetting(CHOICES_KEY, isEmpty ? others : [...others, choice])
}

export function profileOfPeriod(store: OfficeStore, period: string): ProfileId {
  return profileForPeriod(period, officeOf(store).profile, choicesOf(store))
}

export function planOfPeriod(store: OfficeStore, period: string): string {
  return planForPeriod(period, officeOf(store).plan, choicesOf(store))
}

/** The office's databases, its own list: whether it has one, and whether one is on its superior's shared list. */
export function officeFacts(store: OfficeStore): OfficeFacts {
  const listed = store.window({
    register: 'database',
    filters: [{ field: 'sharedListNo', op: 'filled' }],
    offset: 0,
    limit: 1,
  })
  return { hasDatabase: store.count('database') > 0, onSharedList: listed.total > 0 }
}

/** How hard the plan of that period, or the province itself, asks this office for a register. */
export function obligationsIn(store: OfficeStore, period: string): (register: RegisterId) => Obligation {
  const set = new Map(settingsOf(store).obligations.map((one) => [one.register, one.obligation]))
  const plan = planOfPeriod(store, period)
  let facts: OfficeFacts | undefined
  return (register) => {
    const own = set.get(register)
    if (own || plan === '') return own ?? 'none'
    facts ??= officeFacts(store)
    return obligationOf(plan, register, facts)
  }
}
