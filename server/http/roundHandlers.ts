// Answers the calls about rounds.
import type { ConsoleCall } from '../../shared/http/console.ts'
import { ok } from '../../shared/result.ts'
import { getBoard } from '../console/readBoard.ts'
import { reviewRound } from '../console/readReview.ts'
import { listNotes, listRounds } from '../console/readRounds.ts'
import { closeRound, extendRound } from '../rounds/moveRound.ts'
import { makePhoneNote } from '../rounds/phoneNotes.ts'
import { readReminder } from '../rounds/reminder.ts'
import { editRound, openRound } from '../rounds/saveRound.ts'
import { done, given, type StaffHandlers } from './StaffHandlers.ts'

type RoundCall = Extract<ConsoleCall, `round.${string}` | 'office.note' | 'office.notes'>

export const roundHandlers: StaffHandlers<RoundCall> = {
  'round.list': async ({ db }) => ok(await listRounds(db)),
  'round.open': async (province, input, actor) => given(await openRound(province, actor, input)),
  'round.edit': async (province, input, actor) => given(await editRound(province, actor, input)),
  'round.close': async (province, input, actor) => done(await closeRound(province, actor, input)),
  'round.extend': async (province, input, actor) => given(await extendRound(province, actor, input)),
  'round.board': async ({ db, now }, query) => getBoard(db, now(), query),
  'office.note': async (province, input, actor) => done(await makePhoneNote(province, actor, input)),
  'office.notes': async ({ db }, { office }) => ok(await listNotes(db, office)),
  'round.review': async ({ db }, query) => given(await reviewRound(db, query)),
  'round.reminder': async (province, query) => given(await readReminder(province, query)),
}
