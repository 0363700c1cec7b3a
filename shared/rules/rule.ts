// A rule is data: what it looks at, the sentence it says, why, and how to mend it. Rules never refuse a save; they list
// problems. A target that a plan only strives for (“phấn đấu”) is never an error.
import type { FieldId, Label, ProfileId, Register, RegisterId, Value, Values } from '../registers/define.ts'
import { profileOfValues } from '../registers/required.ts'

/** A record as rules see it. */
export type RuleRecord = { readonly id: string; readonly values: Values }

/** How hard the office's plan asks for a register: a duty, a wish (“phấn đấu”), or not at all. */
export type Obligation = 'must' | 'should' | 'none'

/** What a province sets for rules; `DEFAULT_RULE_SETTINGS` until it does. */
export type RuleSettings = {
  /** Working days that a level has to answer an obstacle, level 1 first; levels beyond the list have no clock. */
  readonly obstacleDays: readonly number[]
  /** Days off beside Saturdays and Sundays, `YYYY-MM-DD`. */
  readonly holidays: readonly string[]
  /** Saturdays and Sundays on which offices work instead. */
  readonly workdays: readonly string[]
}

/** 47/2020 Điều 49: 7 and 7 working days; repealed with it, kept as what offices know until a province sets others. */
export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  obstacleDays: [7, 7],
  holidays: [],
  workdays: [],
}

/** What a rule may ask of the rest of the store. Every answer holds live records only. */
export interface RuleContext {
  /** The office's own day, `YYYY-MM-DD`. */
  readonly today: string
  /** The office's legal profile; a record's own `legalProfile` field goes before it. */
  readonly profile: ProfileId
  /** Id of the record under check; null while it is not saved yet. */
  readonly id: string | null
  /** The record of that id, or undefined. */
  get(register: RegisterId, id: string): RuleRecord | undefined
  /** Child records of a register that hang on the parent, e.g. data items of a database. */
  children(register: RegisterId, parentId: string): readonly RuleRecord[]
  /** Every record of the register; for small registers only (focal points). */
  all(register: RegisterId): readonly RuleRecord[]
  /** Ids of the records with these values' match key, the record under check included or not. */
  sameKey(register: Register, values: Values): readonly string[]
  /** How hard the office's plan asks for the register; absent where no plan is known. */
  readonly obligationOf?: (register: RegisterId) => Obligation
  /** The province's settings; absent: `DEFAULT_RULE_SETTINGS`. */
  readonly settings?: RuleSettings
}

export type Severity = 'error' | 'warning' | 'info'

/** One thing found: the field to lead the officer to, and the values for the sentence's `{places}`. */
export type Finding = {
  readonly field: FieldId | null
  readonly args?: Readonly<Record<string, string | number>>
  /** Set where the finding is graver or lighter than the rule; what a rule only informs of is never graver. */
  readonly severity?: Severity
  /** Set where the field's own citation says why. */
  readonly why?: string
  /** Values worked out from the store that the officer may take over in one press, by field. */
  readonly propose?: Readonly<Record<FieldId, Value>>
}

export type Rule = {
  /** Stable: it is kept in parked rows, remarks and tests. */
  readonly id: string
  /** The register it belongs to; null: every register. */
  readonly register: RegisterId | null
  /** The fields whose change can change the outcome; empty: all. */
  readonly fields: readonly FieldId[]
  readonly severity: Severity
  /** What is wrong; `{place}` is filled from the finding. */
  readonly message: Label
  /** Citation by profile; a profile without one shows none. */
  readonly why: Partial<Record<ProfileId, string>>
  readonly mend: Label
  check(values: Values, context: RuleContext, register: Register): readonly Finding[]
}

/** What a list as a whole is asked for, which no record of it can show. A list without a record is never asked. */
export type ListRule = Omit<Rule, 'register' | 'fields' | 'check'> & {
  readonly register: RegisterId
  /** @param records the register's live records, one at least */
  check(records: readonly RuleRecord[], context: RuleContext): readonly Finding[]
}

/** The legal profile that a record is judged by. */
export function profileOfRecord(values: Values, context: RuleContext): ProfileId {
  return profileOfValues(values, context.profile)
}
