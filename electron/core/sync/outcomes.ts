// Changes that the province did not take in, as its replies said: kept until a person has seen them, so that nothing is
// refused or held in silence. An outcome is about a change; the officer is shown the record.
import type { OfficeStore } from '../../../db/OfficeStore.ts'
import type { Reply } from '../../../shared/bundle/types.ts'

export type KeptOutcome = {
  readonly seq: number
  readonly outcome: 'held' | 'refused'
  readonly reason: string
  readonly recordId: string
  readonly register: string
}

const OUTCOMES_KEY = 'sync.outcomes'
const MOST = 1_000

export function outcomesOf(store: OfficeStore): readonly KeptOutcome[] {
  return store.setting<readonly KeptOutcome[]>(OUTCOMES_KEY) ?? []
}

export function rememberOutcomes(store: OfficeStore, outcomes: Reply['outcomes']): void {
  if (outcomes.length === 0) return
  const known = new Set(outcomesOf(store).map((kept) => kept.seq))
  const fresh = outcomes.flatMap(({ seq, outcome, reason }): KeptOutcome[] => {
    const [change] = store.ownChanges(seq - 1, seq)
    if (!change || known.has(seq)) return []
    return [{ seq, outcome, reason, recordId: change.recordId, register: change.register }]
  })
  store.setSetting(OUTCOMES_KEY, [...outcomesOf(store), ...fresh].slice(-MOST))
}

export function forgetOutcomes(store: OfficeStore, seqs: readonly number[]): void {
  const seen = new Set(seqs)
  store.setSetting(
    OUTCOMES_KEY,
    outcomesOf(store).filter((kept) => !seen.has(kept.seq)),
  )
}
