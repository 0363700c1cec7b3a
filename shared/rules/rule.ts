// A rule is data: what it looks at, the sentence it says, why, and how to mend it. Rules never refuse a save; they list
// problems. A target that a plan only strives for (“phấn đấu”) is never an error.
import type { FieldId, Label, ProfileId, Register, RegisterId, Values } from '../registers/define.ts'
import { profileOfValues } from '../registers/required.ts'

/** A record as rules see it. */
export type RuleRecord = { readonly id: string; readonly values: Values }

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
}

export type Severity = 'error' | 'warning' | 'info'

/** One thing found: the field to lead the officer to, and the values for the sentence's `{places}`. */
export type Finding = {
  readonly field: FieldId | null
  readonly args?: Readonly<Record<string, string | number>>
  /** Set where the finding is graver or lighter than the rule. */
  readonly severity?: Severity
  /** Set where the field's own citation says why. */
  readonly why?: string
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

/** The legal profile that a record is judged by. */
export function profileOfRecord(values: Values, context: RuleContext): ProfileId {
  return profileOfValues(values, context.profile)
}
