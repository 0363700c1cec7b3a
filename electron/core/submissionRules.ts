// What the province allows and demands of signing and sending; an office without a province's rules signs on paper and
// needs no second person.
import type { OfficeStore } from '../../db/OfficeStore.ts'

export type SubmissionRules = {
  /** A leader may approve in the app by their own PIN instead of on paper. */
  readonly inAppApproval: boolean
  /** Who sends must not be who locked, unless a reason is written down. */
  readonly fourEyes: boolean
}

const NONE: SubmissionRules = { inAppApproval: false, fourEyes: false }

const RULES_KEY = 'province.submission'

export function submissionRulesOf(store: OfficeStore): SubmissionRules {
  return { ...NONE, ...store.setting<Partial<SubmissionRules>>(RULES_KEY) }
}

/** Keeps what the province's rules say of it. */
export function keepSubmissionRules(store: OfficeStore, rules: SubmissionRules): void {
  store.setSetting(RULES_KEY, rules)
}
