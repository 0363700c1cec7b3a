// The figures of one database's yearly check that the store already holds. They are proposed and may be overwritten: an
// officer counts what lies in the system, the store only what was declared of it.
import type { Values } from '../registers/define.ts'
import { referencesOf } from './commonRules.ts'
import type { RuleContext } from './rule.ts'

/** null: the store cannot tell. */
export type CheckFigures = {
  readonly itemCount: number | null
  readonly recordCount: number | null
  readonly itemChange: number | null
  readonly recordChange: number | null
}

/**
 * @param database values of the database checked; undefined where it is not in the store
 * @param items how many data items are declared of it
 * @param lastYearBlock values of the same database's block in the check of the year before, if there is one
 * @param block values of the block itself: a count that the officer entered goes before the store's in the change
 */
export function checkFigures(
  database: Values | undefined,
  items: number,
  lastYearBlock: Values | undefined,
  block: Values = {},
): CheckFigures {
  const itemCount = database ? items : null
  const recordCount = numberOf(database?.recordCount)
  return {
    itemCount,
    recordCount,
    itemChange: minus(numberOf(block.itemCount) ?? itemCount, numberOf(lastYearBlock?.itemCount)),
    recordChange: minus(numberOf(block.recordCount) ?? recordCount, numberOf(lastYearBlock?.recordCount)),
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function minus(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before
}

/** The figures of a block under check, from the store that the context stands for. */
export function figuresOfBlock(block: Values, context: RuleContext): CheckFigures {
  const databaseId = referencesOf(block.database)[0]?.id ?? null
  if (databaseId === null) return checkFigures(undefined, 0, undefined, block)
  return checkFigures(
    context.get('database', databaseId)?.values,
    context.children('data-item', databaseId).length,
    lastYearBlock(block, databaseId, context),
    block,
  )
}

/** The same database's block in the same agency's check of the year before. */
function lastYearBlock(block: Values, databaseId: string, context: RuleContext): Values | undefined {
  const checkId = referencesOf(block.check)[0]?.id
  const year = checkId ? context.get('data-check', checkId)?.values.year : undefined
  if (typeof year !== 'number') return undefined
  const before = context.all('data-check').filter((check) => check.values.year === year - 1)
  for (const check of before) {
    const found = context
      .children('data-check-database', check.id)
      .find((r) => referencesOf(r.values.database)[0]?.id === databaseId)
    if (found) return found.values
  }
  return undefined
}
