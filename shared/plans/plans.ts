// The plans that ship with the app. An office is given one by its province's pack, or chooses it by period; a text that is
// none of these is an office's own plan, of which nothing is known here.
import type { RegisterId } from '../registers/define.ts'
import type { Obligation } from '../rules/rule.ts'
import { boKhcn2020 } from './boKhcn2020.ts'
import { konTum2021 } from './konTum2021.ts'
import { type OfficeFacts, type Plan, planObligation } from './plan.ts'
import { socTrang2022 } from './socTrang2022.ts'
import { sonLa2024 } from './sonLa2024.ts'
import { tuyenQuang2022 } from './tuyenQuang2022.ts'

export const plans: readonly Plan[] = [tuyenQuang2022, konTum2021, socTrang2022, boKhcn2020, sonLa2024]

/**
 * The plan of that id; undefined for none or for an office's own. An id that only begins like one, e.g. with the year or
 * the words of its file after it, is that plan: `son-la-chien-luoc-2030`.
 */
export function planOf(id: string): Plan | undefined {
  return plans.find((plan) => plan.id === id || id.startsWith(`${plan.id.replace(/-\d{4}$/, '')}-`))
}

/**
 * How hard a plan asks for a register; `none` for an office without a plan.
 * @param facts absent: of an office whom every duty of the plan binds
 */
export function obligationOf(planId: string, register: RegisterId, facts?: OfficeFacts): Obligation {
  const plan = planOf(planId)
  return plan ? planObligation(plan, register, facts) : 'none'
}
