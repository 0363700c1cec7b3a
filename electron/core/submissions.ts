// The office's answers to rounds as they stand. What a submission is in (locked, to be printed again, signed, sent,
// received, returned, accepted) is worked out from what was locked, what the registers say now, the hand-ins that came of
// it, their bundles and the province's decisions; none of it is stored, so none of it can go stale.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { contentCode } from '../../shared/bundle/codes.ts'
import { submissionHash } from '../../shared/bundle/submissionHash.ts'
import type { Handin } from '../../shared/ipc/contract.ts'
import type { RoundState, Submission } from '../../shared/ipc/roundCalls.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { reports } from '../../shared/report/reports.ts'
import { askedRound } from './askedRounds.ts'
import { handins } from './handins.ts'
import { type ListNow, listNow } from './lists.ts'
import { personName } from './people.ts'
import { listProblems } from './problems.ts'
import { systemRecords } from './systemRecords.ts'

/** A submission with what it is made of. */
export type SubmissionNow = {
  readonly record: StoredRecord
  readonly lists: readonly StoredRecord[]
  readonly handins: readonly Handin[]
  readonly supersededBy: string | null
}

/** Ways on which the paper itself is the sending; the sealed data follows when it can. */
const BY_HAND = new Set(['mail', 'edoc', 'zalo', 'paper'])

/** Every submission, newest first: by the order of this store's log, since clocks may be wrong. */
export function submissionsNow(store: OfficeStore): SubmissionNow[] {
  const lists = Map.groupBy(systemRecords(store, 'submission-list'), (list) =>
    String(list.values.submission ?? ''),
  )
  const made = Map.groupBy(handins(store), (handin) => handin.submission ?? '')
  const records = systemRecords(store, 'submission')
  const successor = new Map(records.map(({ id, values }) => [String(values.supersedes ?? ''), id]))
  return records
    .map((record) => ({
      record,
      lists: lists.get(record.id) ?? [],
      handins: made.get(record.id) ?? [],
      supersededBy: successor.get(record.id) ?? null,
    }))
    .reverse()
}

export function submissionNow(store: OfficeStore, id: string): SubmissionNow | undefined {
  return submissionsNow(store).find(({ record }) => record.id === id)
}

export function isSent({ record, handins: made }: SubmissionNow): boolean {
  return made.length > 0 || typeof record.values.sentAt === 'number'
}

/** The lists of a submission as the registers would give them now, in the order they were locked. */
export function listsNow(store: OfficeStore, { record, lists }: SubmissionNow): ListNow[] {
  const period = String(record.values.period ?? '')
  return lists.map(({ values }) => listNow(store, String(values.register ?? ''), period))
}

/** Hex of the hash that locking these lists would give. */
export function hashOfLists(period: string, lists: readonly ListNow[]): string {
  return Buffer.from(submissionHash(period, lists)).toString('hex')
}

/** Whether the registers still say what was locked. */
export function isAsLocked(store: OfficeStore, submission: SubmissionNow): boolean {
  const period = String(submission.record.values.period ?? '')
  return hashOfLists(period, listsNow(store, submission)) === submission.record.values.contentHash
}

export function stateOf(store: OfficeStore, submission: SubmissionNow): RoundState {
  const { values } = submission.record
  if (isSent(submission)) return sentState(submission.handins, String(values.sentWay ?? ''))
  if (!isAsLocked(store, submission)) return 'reprint'
  return values.number || values.approvedBy ? 'signed' : 'locked'
}

/** How far what was given is, from its hand-ins; the least far of several decides. @param way how it was sent */
export function sentState(made: readonly Handin[], way: string): RoundState {
  const states = made.map((handin) => (handin.state === 'queued' && BY_HAND.has(way) ? 'sent' : handin.state))
  if (states.includes('returned')) return 'returned'
  if (states.includes('queued')) return 'queued'
  if (states.length === 0 || states.includes('sent')) return 'sent'
  return states.every((state) => state === 'accepted') ? 'accepted' : 'received'
}

/** Ids of the records that are locked in submissions not sent: they wait for a signature. */
export function lockedMembers(store: OfficeStore): string[] {
  return submissionsNow(store)
    .filter((submission) => !isSent(submission))
    .flatMap(({ record, lists }) =>
      lists.flatMap(({ values }) => {
        const now = listNow(store, String(values.register ?? ''), String(record.values.period ?? ''))
        return now.contentHash === values.contentHash ? now.members : []
      }),
    )
}

/** Gaps that print DỰ THẢO on a list: a record with problems, or something that the list as a whole lacks. */
export function hasGaps(store: OfficeStore, list: ListNow, today: string): boolean {
  const register = registerOf(list.register)
  return list.withProblems > 0 || (register !== undefined && listProblems(store, register, today).length > 0)
}

/** The report that prints a register's list; empty when none does. */
export function reportFor(register: string): string {
  return reports.find((report) => report.register === register)?.id ?? ''
}

/** @param today the office's own day, `YYYY-MM-DD` */
export function submissionToDto(store: OfficeStore, submission: SubmissionNow, today: string): Submission {
  const { record, lists, handins: made, supersededBy } = submission
  const { values } = record
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : '')
  const time = (field: string) => (typeof values[field] === 'number' ? values[field] : null)
  const period = text('period')
  const now = listsNow(store, submission)
  const receipted = made.filter((handin) => handin.receiptAt !== null)
  const receipt = receipted.length === made.length ? receipted.at(-1) : undefined
  return {
    id: record.id,
    round: text('round'),
    roundName: askedRound(store, today, text('round'))?.name ?? period,
    period,
    kind: values.kind === 'bao_cao' ? 'bao_cao' : 'cong_van',
    contentCode: codeOf(text('contentHash')),
    currentCode: codeOf(hashOfLists(period, now)),
    state: stateOf(store, submission),
    draft: !isSent(submission) && now.some((list) => hasGaps(store, list, today)),
    lockedAt: time('lockedAt') ?? record.createdAt,
    lockedBy: personName(store, text('lockedBy')),
    number: text('number'),
    signedOn: text('signedOn') || null,
    signer: { lines: text('signerLines').split('\n').filter(Boolean), name: text('signerName') },
    scanName: text('scanName'),
    approvedBy: text('approvedBy') && personName(store, text('approvedBy')),
    approvedAt: time('approvedAt'),
    sentWay: text('sentWay'),
    sentAt: time('sentAt'),
    receiptCode: receipt?.receiptCode ?? null,
    receiptAt: receipt?.receiptAt ?? null,
    supersedes: text('supersedes') || null,
    supersededBy,
    lists: lists.map(({ values: list }) => {
      const register = String(list.register ?? '')
      const handin = made.find((one) => one.register === register)
      return {
        register,
        report: reportFor(register),
        count: Number(list.count ?? 0),
        nil: list.nil === true,
        contentCode: codeOf(String(list.contentHash ?? '')),
        handin: handin?.id ?? null,
        accepted: handin?.accepted ?? 0,
        returned: handin?.returned ?? 0,
      }
    }),
  }
}

function codeOf(hex: string): string {
  return hex ? contentCode(Buffer.from(hex, 'hex')) : ''
}
