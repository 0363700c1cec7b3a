// Runs every rule over one record and gives the problems that the form, the grid and the reports show. Pure: the same
// values and context give the same problems in the same order, on the desktop, the command line and the province.
import type { Problem } from '../ipc/parts.ts'
import type { Label, Register, Values } from '../registers/define.ts'
import type { Language } from '../registers/displayValue.ts'
import { commonRules } from './commonRules.ts'
import { databaseRules } from './databaseRules.ts'
import { dataCheckDatabaseRules } from './dataCheckDatabaseRules.ts'
import { dataCheckListRules, dataCheckRules } from './dataCheckRules.ts'
import { dataItemRules } from './dataItemRules.ts'
import { dataLeaderListRules, dataLeaderRules } from './dataLeaderRules.ts'
import { focalPointListRules, focalPointRules } from './focalPointRules.ts'
import { guard } from './guardRules.ts'
import { legalReviewRules } from './legalReviewRules.ts'
import { obstacleRules } from './obstacleRules.ts'
import { openDatasetRules } from './openDatasetRules.ts'
import { postedDataRules } from './postedDataRules.ts'
import { type Finding, type ListRule, profileOfRecord, type Rule, type RuleContext } from './rule.ts'
import { rowsForAll, securityRules } from './securityRules.ts'
import { taskRules } from './taskRules.ts'

/** Every rule there is; ids are stable and listed in docs/glossary.md. */
export const rules: readonly Rule[] = [
  ...commonRules,
  ...databaseRules,
  ...dataItemRules,
  ...openDatasetRules,
  ...focalPointRules,
  ...dataLeaderRules,
  ...dataCheckRules,
  ...dataCheckDatabaseRules,
  ...taskRules,
  ...postedDataRules,
  ...legalReviewRules,
  ...obstacleRules,
  guard,
  ...securityRules,
]

/** Every rule of a list as a whole. */
export const listRules: readonly ListRule[] = [
  ...focalPointListRules,
  ...dataLeaderListRules,
  ...dataCheckListRules,
  rowsForAll,
]

const GRAVITY = { error: 0, warning: 1, info: 2 } as const

/**
 * The record's problems, errors first, then in the order of the form.
 * @param values the record as it would be saved.
 */
export function checkRecord(
  register: Register,
  values: Values,
  context: RuleContext,
  language: Language = 'vi',
): Problem[] {
  if (register.system) return []
  const { own, order } = checksOf(register)
  return own
    .flatMap((rule) =>
      rule.check(values, context, register).map((f) => problemOf(rule, f, values, context, language)),
    )
    .sort(
      (a, b) =>
        GRAVITY[a.severity] - GRAVITY[b.severity] ||
        (order.get(a.field ?? '') ?? -1) - (order.get(b.field ?? '') ?? -1),
    )
}

/** How many errors and warnings checkRecord would give, without their sentences. */
export function countProblems(register: Register, values: Values, context: RuleContext): number {
  if (register.system) return 0
  let count = 0
  for (const rule of checksOf(register).own) {
    // What only informs is not counted, and need not be looked up.
    if (rule.severity === 'info') continue
    for (const finding of rule.check(values, context, register)) {
      if ((finding.severity ?? rule.severity) !== 'info') count++
    }
  }
  return count
}

type Checks = { readonly own: readonly Rule[]; readonly order: ReadonlyMap<string, number> }

const checks = new WeakMap<Register, Checks>()

/** The register's rules and its form's order, worked out once: an import checks ten thousand records. */
function checksOf(register: Register): Checks {
  const known = checks.get(register)
  if (known) return known
  const made = {
    own: rules.filter((rule) => rule.register === null || rule.register === register.id),
    order: new Map(register.fields.map((field, index) => [field.id, index])),
  }
  checks.set(register, made)
  return made
}

function problemOf(
  rule: Rule | ListRule,
  finding: Finding,
  values: Values,
  context: RuleContext,
  language: Language,
): Problem {
  return {
    rule: rule.id,
    severity: finding.severity ?? rule.severity,
    field: finding.field,
    message: fill(rule.message, finding, language),
    why: finding.why ?? rule.why[profileOfRecord(values, context)] ?? '',
    mend: fill(rule.mend, finding, language),
    ...(finding.propose ? { propose: { ...finding.propose } as Problem['propose'] } : {}),
  }
}

function fill(label: Label, finding: Finding, language: Language): string {
  return label[language].replace(/\{(\w+)\}/g, (place, name: string) => String(finding.args?.[name] ?? place))
}

/**
 * What is wrong with a list as a whole, which no record of it can show: no focal point in force, a database that the
 * yearly check leaves out. A list without a record has nothing wrong: it has its own answer, “Không phát sinh”.
 * @param context `all` is asked only where the register has such rules
 */
export function checkList(register: Register, context: RuleContext, language: Language = 'vi'): Problem[] {
  const own = listRules.filter((rule) => rule.register === register.id)
  if (own.length === 0) return []
  const records = context.all(register.id)
  if (records.length === 0) return []
  return own
    .flatMap((rule) => rule.check(records, context).map((f) => problemOf(rule, f, {}, context, language)))
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
}
