// Writes a list that the province entered for an office: first the letter it came with, then the edits, and right after
// them the hand-in that freezes the list, all on the province's own chain for that office. Undo finds the edits by that
// order.
import { bytesToHex } from '@noble/hashes/utils.js'
import { and, desc, eq, sql } from 'drizzle-orm'
import { contentHash } from '../../shared/bundle/contentHash.ts'
import type { EntryLetter } from '../../shared/http/console.ts'
import type { Register } from '../../shared/registers/define.ts'
import { inPeriod } from '../../shared/registers/handinScope.ts'
import type { Actor } from '../audit/writeAudit.ts'
import { lockOffice, type OwnEdit, personOfAccount, writeOwnChanges } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import type { Rows, Transaction } from '../store/database.ts'
import { type office, round, roundOffice } from '../store/schema.ts'
import { freezeHandin, ownContent } from './freezeHandin.ts'

export type Entry = {
  readonly officeRow: typeof office.$inferSelect
  readonly register: Register
  readonly edits: readonly OwnEdit[]
  /** “Không phát sinh”: nothing is frozen. */
  readonly nil: boolean
  readonly letter: EntryLetter
  readonly set: { readonly period: string; readonly note: string }
}

export async function writeEntry(
  tx: Transaction,
  province: Province,
  actor: Actor,
  { officeRow, register, edits, nil, letter, set }: Entry,
): Promise<{ handin: string; count: number; at: number }> {
  const at = province.now()
  const person = personOfAccount(actor.account)
  const answers = await roundRecord(tx, officeRow.id, register.id, set.period)
  const came = letterEdits(letter, answers, set.period, at)
  const written = await writeOwnChanges(tx, officeRow, person, at, [...came, ...edits])
  const submission = came.length > 0 ? written[0]?.recordId : undefined
  const grown = await lockOffice(tx, officeRow.id)
  if (!grown) throw new Error('a locked office is gone')
  const content = nil
    ? []
    : inPeriod(await ownContent(tx, grown, register.id, grown.ownSeq + 1), register.id, set.period)
  const count = content.filter((r) => r.register === register.id).length
  const handin = {
    register: register.id,
    nil,
    count,
    contentHash: bytesToHex(contentHash(content.map(({ id, values }) => ({ id, values })))),
    madeBy: actor.name,
    ...(answers ? { round: answers } : {}),
    ...(submission ? { submission } : {}),
    ...set,
  }
  const [made] = await writeOwnChanges(tx, grown, person, at, [{ id: null, register: 'handin', set: handin }])
  if (!made) throw new Error('a written hand-in has its change')
  const frozen = await freezeHandin(tx, {
    office: officeRow.id,
    ownDevice: grown.ownDevice,
    handinChange: made,
    receivedAt: at,
    madeBy: actor.name,
  })
  if (!frozen) throw new Error('what we wrote ourselves has the hash that we made')
  return { handin: made.recordId, count, at }
}

/** The letter as it came on paper, by mail or otherwise; nothing when nobody noted anything of it. */
function letterEdits(letter: EntryLetter, answers: string, period: string, at: number): OwnEdit[] {
  const { number, signedOn, signerName, way } = letter
  if (!number && !signedOn && !signerName && !way) return []
  const set = {
    round: answers || period,
    period,
    number: number || null,
    signedOn,
    signerName: signerName || null,
    sentWay: way,
    sentAt: at,
  }
  return [{ id: null, register: 'submission', set }]
}

/** The office's record of the latest open round that asks for that list and period; empty when none does. */
async function roundRecord(rows: Rows, officeId: string, register: string, period: string): Promise<string> {
  const [found] = await rows
    .select({ record: roundOffice.record })
    .from(roundOffice)
    .innerJoin(round, eq(round.id, roundOffice.round))
    .where(
      and(
        eq(roundOffice.office, officeId),
        eq(round.period, period),
        eq(round.closed, false),
        sql`EXISTS (SELECT 1 FROM json_array_elements(${round.items}) e WHERE e ->> 'register' = ${register})`,
      ),
    )
    .orderBy(desc(round.id))
    .limit(1)
  return found?.record ?? ''
}
