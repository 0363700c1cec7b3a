// When each list is due here: the province's own deadline for it, else the one of the legal profile in force.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { type DeadlineRule, deadlineInWords } from '../../shared/deadlines/deadlineRule.ts'
import type { DueSettings } from '../../shared/deadlines/dues.ts'
import { parseDeadline } from '../../shared/deadlines/parseDeadline.ts'
import { WorkingDays } from '../../shared/deadlines/workingDays.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import type { RegisterId } from '../../shared/registers/define.ts'
import { officeOf } from './CoreContext.ts'
import { settingsOf } from './settingsOf.ts'

export type ListDeadline = {
  readonly register: RegisterId
  readonly rule: DeadlineRule
  /** The rule in words and where it comes from. */
  readonly why: string
}

export function deadlinesOf(store: OfficeStore): ListDeadline[] {
  const own = settingsOf(store).deadlines
  const set = new Set(own.map(({ register }) => register))
  const given = [
    ...own.map(({ register, text, basis }) => ({ register, text, why: basis })),
    ...profileOf(officeOf(store).profile).deadlines.filter(({ register }) => !set.has(register)),
  ]
  return given.flatMap(({ register, text, why }) => {
    const rule = parseDeadline(text)
    return rule ? [{ register, rule, why: [deadlineInWords(rule), why].filter(Boolean).join(' – ') }] : []
  })
}

export function workingDaysOf(store: OfficeStore): WorkingDays {
  const { holidays, workdays } = settingsOf(store)
  return new WorkingDays({ holidays: holidays.map(({ day }) => day), workdays })
}

export function dueSettings(store: OfficeStore): DueSettings {
  return { strictBefore: settingsOf(store).strictBefore, workingDays: workingDaysOf(store) }
}
