// Which rows of a plan's annex an office has to do itself: those led by its class of agencies, or by it by name.
import type { Value } from '../registers/define.ts'
import { foldKey } from '../text/fold.ts'
import { type OfficeFacts, type Plan, type PlanTask, planCitation, type UnitClass } from './plan.ts'

/** @param office its level as the unit register has it */
export function boundTasks(
  plan: Plan,
  office: { readonly name: string; readonly level: string },
  facts: OfficeFacts,
): readonly PlanTask[] {
  const own = classOfLevel(office.level)
  const classes = new Set<UnitClass>(['tat_ca'])
  if (own) classes.add(own)
  // Owners are a part of those whom the plan addresses, never others.
  if (facts.hasDatabase && own && plan.addresses.includes(own)) classes.add('chu_quan_csdl')
  const name = foldKey(office.name)
  return plan.tasks.filter(
    ({ lead, leadClass }) =>
      leadClass.some((id) => classes.has(id)) || lead.some((text) => foldKey(text) === name),
  )
}

function classOfLevel(level: string): UnitClass | null {
  if (level === 'so_nganh' || level === 'huyen' || level === 'xa') return level
  return level === 'don_vi_su_nghiep' || level === 'bo' ? 'don_vi_truc_thuoc' : null
}

/** The key by which a row taken once is known again, also after its words were edited. */
export function planRowKey(plan: Plan, task: PlanTask): string {
  return `${task.row.replace(/^PL\./, 'Phụ lục, mục ')} (${plan.id})`
}

/** The row as a record of the task register. */
export function taskValues(plan: Plan, task: PlanTask): Readonly<Record<string, Value>> {
  const named = (names: readonly string[]) => names.map((text) => ({ text, id: null }))
  return {
    title: task.title,
    lead: named(task.lead),
    leadClass: task.leadClass.length > 0 ? [...task.leadClass] : null,
    support: task.support.length > 0 ? named(task.support) : null,
    timeText: task.timeText,
    deliverable: task.deliverable || null,
    status: 'chua',
    basisDoc: planCitation(plan),
    planRow: planRowKey(plan, task),
  }
}
