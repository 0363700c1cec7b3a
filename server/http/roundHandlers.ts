// Answers the calls about rounds.
import type { ConsoleCall } from '../../shared/http/console.ts'
import { ok } from '../../shared/result.ts'
import { listRounds } from '../console/readRounds.ts'
import { closeRound, extendRound } from '../rounds/moveRound.ts'
import { editRound, openRound } from '../rounds/saveRound.ts'
import { done, given, type StaffHandlers } from './StaffHandlers.ts'

export const roundHandlers: StaffHandlers<Extract<ConsoleCall, `round.${string}`>> = {
  'round.list': async ({ db }) => ok(await listRounds(db)),
  'round.open': async (province, input, actor) => given(await openRound(province, actor, input)),
  'round.edit': async (province, input, actor) => given(await editRound(province, actor, input)),
  'round.close': async (province, input, actor) => done(await closeRound(province, actor, input)),
  'round.extend': async (province, input, actor) => given(await extendRound(province, actor, input)),
}
