// A plan (kế hoạch, quy chế) is data: whom it binds, what it asks of each register and how hard, by when in its own words,
// and the tasks of its annex. It belongs to the unit of its time. What our copy of a text does not show stays blank for the
// province to set; nothing here is ever guessed. A wish (“phấn đấu”) is `should` and never becomes an error.
import type { RegisterId } from '../registers/define.ts'
import type { Obligation } from '../rules/rule.ts'

/** Classes of agencies as the task register has them (`UNIT_CLASSES` of shared/registers/task.ts). */
export type UnitClass = 'so_nganh' | 'huyen' | 'xa' | 'don_vi_truc_thuoc' | 'chu_quan_csdl' | 'tat_ca'

/** What an office must be for a duty to bind it; `all`: every office that is given the plan. */
export type BoundIf =
  | 'all'
  /** It has a database on the superior's shared-database list. */
  | 'on-shared-list'
  /** It builds, manages or owns a database. */
  | 'has-database'

export type PlanObligation = {
  readonly register: RegisterId
  readonly obligation: 'must' | 'should'
  readonly boundIf: BoundIf
  /** Place in the text, e.g. `II.3.a`. */
  readonly place: string
  /** By when, word for word; empty where the text gives no time. */
  readonly timeText: string
}

/** A row of the plan's own annex of tasks. */
export type PlanTask = {
  /** Stable key of the row within the plan, e.g. `PL.4`. */
  readonly row: string
  readonly title: string
  /** Who leads, as the text names them; `leadClass` where it names classes of agencies. */
  readonly lead: readonly string[]
  readonly leadClass: readonly UnitClass[]
  readonly support: readonly string[]
  /** Word for word. */
  readonly timeText: string
  readonly deliverable: string
}

export type Reporting = {
  readonly from: string
  readonly to: string
  /** Whom the receiver reports to. */
  readonly onward: readonly string[]
}

export type Plan = {
  readonly id: string
  readonly name: string
  /** Number and ISO day; empty and null where our copy shows none: the province's to set. */
  readonly number: string
  readonly issuedOn: string | null
  readonly isDraft: boolean
  /** The unit of its time that issued it. */
  readonly unit: string
  /** First year in which it counts; the day is in `issuedOn` where it is known. */
  readonly fromYear: number
  /** Last day; null: no end is written. */
  readonly to: string | null
  readonly addresses: readonly UnitClass[]
  readonly reporting: Reporting
  /** Who signs or issues what, by product. */
  readonly signs: Readonly<Record<string, string>>
  readonly obligations: readonly PlanObligation[]
  readonly tasks: readonly PlanTask[]
  /** What to mind when reading the text. */
  readonly notes: readonly string[]
}

/** What of an office decides whether a duty binds it. */
export type OfficeFacts = { readonly hasDatabase: boolean; readonly onSharedList: boolean }

/**
 * How hard the plan asks for a register.
 * @param facts absent: of an office whom every duty binds
 */
export function planObligation(plan: Plan, register: RegisterId, facts?: OfficeFacts): Obligation {
  const bound = plan.obligations.filter(
    (o) => o.register === register && (!facts || planBinds(o.boundIf, facts)),
  )
  if (bound.some((o) => o.obligation === 'must')) return 'must'
  return bound.length > 0 ? 'should' : 'none'
}

/** Whether a duty with that condition binds such an office. */
export function planBinds(condition: BoundIf, facts: OfficeFacts): boolean {
  if (condition === 'has-database') return facts.hasDatabase
  return condition === 'all' || facts.onSharedList
}

/** “Kế hoạch số 04/KH-UBND ngày 11/01/2022”, or its name alone where number and date are not known. */
export function planCitation(plan: Plan): string {
  if (!plan.number || !plan.issuedOn) return plan.name
  const [year, month, day] = plan.issuedOn.split('-')
  return `Kế hoạch số ${plan.number} ngày ${day}/${month}/${year} của ${plan.unit}`
}
