// The law and the plan of a period, and what they give the office to do.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { boundTasks, planRowKey, taskValues } from '../../shared/plans/boundTasks.ts'
import { planBinds, planCitation } from '../../shared/plans/plan.ts'
import { planOf, plans } from '../../shared/plans/plans.ts'
import { isPlanOfPeriod, isProfileOfPeriod } from '../../shared/profiles/periodChoice.ts'
import { profiles } from '../../shared/profiles/profiles.ts'
import { switchTasks } from '../../shared/profiles/switchTasks.ts'
import { ok } from '../../shared/result.ts'
import { type CoreContext, type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { choicesOf, keepChoice, officeFacts, planOfPeriod, profileOfPeriod } from './periodChoices.ts'
import { refreshProblems } from './problems.ts'
import { commitEdits } from './recordCalls.ts'

type ProfileCalls = 'profile.get' | 'profile.set' | 'profile.switchTasks' | 'tasks.fromPlan'

/** Registers whose records are judged more or less gravely as the plan has it. */
const JUDGED_BY_PLAN = ['focal-point', 'data-leader'] as const

export const profileCalls: Handlers<ProfileCalls> = {
  'profile.get': (context, { period }) => {
    const { store } = openSession(context)
    const facts = officeFacts(store)
    const asked = planOfPeriod(store, period)
    const plan = planOf(asked)
    const choice = choicesOf(store).find((one) => one.period === period)
    const { rows, taken } = rowsOf(store, asked)
    return ok({
      profile: profileOfPeriod(store, period),
      plan: plan?.id ?? asked,
      chosen: { profile: choice?.profile ?? null, plan: choice?.plan ?? null },
      profiles: profiles.map(({ id, name }) => ({ id, name, fits: isProfileOfPeriod(id, period) })),
      plans: plans.map((one) => ({
        id: one.id,
        name: planCitation(one),
        isDraft: one.isDraft,
        fits: isPlanOfPeriod(one.id, period),
      })),
      obligations: (plan?.obligations ?? []).map((o) => ({ ...o, binds: planBinds(o.boundIf, facts) })),
      reportsTo: plan ? [plan.reporting.to, ...plan.reporting.onward].join(' → ') : '',
      notes: [...(plan?.notes ?? [])],
      tasks: { bound: rows.length, taken: rows.filter(({ key }) => taken.has(key)).length },
    })
  },

  'profile.set': (context, { period, profile, plan }) => {
    const { store } = openSession(context)
    if (profile && !isProfileOfPeriod(profile, period)) return refuse('profile-not-of-period', { period })
    if (plan && !isPlanOfPeriod(plan, period)) return refuse('plan-not-of-period', { period })
    store.transaction(() => {
      keepChoice(store, { period, profile, plan })
      const judged = JUDGED_BY_PLAN.flatMap((register) => store.all(register).map(({ id }) => id))
      refreshProblems(store, judged)
    })
    context.emit({ type: 'status' })
    return ok({})
  },

  'profile.switchTasks': (context, { from, to }) => {
    const { store } = openSession(context)
    const rows = switchTasks(
      from,
      to,
      ({ register, filter }) => store.window({ register, filters: filter, offset: 0, limit: 1 }).total,
    )
    return ok(
      rows.map(({ id, what, why, register, filter, verified, count }) => ({
        ...{ id, register, verified, count },
        what: { ...what },
        why: { ...why },
        filter: [...filter],
      })),
    )
  },

  'tasks.fromPlan': (context: CoreContext, { period }) => {
    const { store } = openSession(context)
    const plan = planOf(planOfPeriod(store, period))
    if (!plan) return refuse('no-plan', { period })
    const { rows, taken } = rowsOf(store, plan.id)
    const fresh = rows.filter(({ key }) => !taken.has(key))
    const edits = fresh.map(({ task }) => ({ id: null, register: 'task', set: taskValues(plan, task) }))
    if (edits.length > 0) commitEdits(context, edits, 'edit', `Lấy ${edits.length} nhiệm vụ từ kế hoạch`)
    return ok({ added: edits.length, already: rows.length - edits.length })
  },
}

/** The annex rows that this office leads, and the keys of those that its tasks hold. */
function rowsOf(store: OfficeStore, id: string) {
  const plan = planOf(id)
  const rows = plan
    ? boundTasks(plan, officeOf(store), officeFacts(store)).map((task) => ({
        task,
        key: planRowKey(plan, task),
      }))
    : []
  const taken = new Set(store.all('task').map(({ values }) => values.planRow))
  return { rows, taken }
}
