// Freezes a hand-in: the list exactly as the handing device saw it when "Gửi danh sách này cho tỉnh" was pressed, proved
// by the content hash that the device sealed. What was drafted before on another PC and not seen there, or after, is
// not in it. Staff read these rows and no others.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { and, eq, inArray, lt, lte, or, type SQL } from 'drizzle-orm'
import { contentHash } from '../../shared/bundle/contentHash.ts'
import type { Change } from '../../shared/change/change.ts'
import { type MergedRecord, mergeRecord } from '../../shared/change/merge.ts'
import type { Register, Value, Values } from '../../shared/registers/define.ts'
import { handedInWith, inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { ownRowToChange, rowToChange } from '../chain/changeRows.ts'
import { groupByRecord } from '../chain/projectRecords.ts'
import type { Rows } from '../store/database.ts'
import { insertRows } from '../store/insertRows.ts'
import { change, frozenRecord, handin, ownChange, remark, reply } from '../store/schema.ts'
import { freezeSubmission } from './freezeSubmission.ts'

export type FreezeInput = {
  readonly office: string
  /** The province's own chain for that office. */
  readonly ownDevice: string
  /** The creating change of the `handin` record. */
  readonly handinChange: Change
  readonly receivedAt: number
  readonly madeBy: string
}

export type FrozenRow = {
  readonly id: string
  readonly register: string
  readonly values: Values
  readonly name: string
}

/**
 * Makes the frozen rows.
 * @returns false when the content does not have the hash that the office sealed: nothing is shown to anybody then.
 */
export async function freezeHandin(rows: Rows, input: FreezeInput): Promise<boolean> {
  const { handinChange } = input
  const registerId = text(handinChange.set.register)
  const family = handinFamily(registerId)
  if (family.length === 0) return false
  const sealed = text(handinChange.set.contentHash)
  const visible = frozenRows(await visibleChanges(rows, input, family), family)
  const listed = inPeriod(visible, registerId, text(handinChange.set.period))
  // “Nothing to report” may be said of a period whose register keeps older records: then the list itself is empty.
  const isEmptyNil = handinChange.set.nil === true && sealed === hashOf([])
  const frozen = isEmptyNil ? [] : listed
  if (!isEmptyNil && hashOf(frozen) !== sealed) return false
  await insertHandin(rows, input, frozen)
  await freezeSubmission(rows, input.office, text(handinChange.set.submission))
  await freezeAnswers(rows, input)
  return true
}

function hashOf(frozen: readonly FrozenRow[]): string {
  return bytesToHex(contentHash(frozen.map(({ id, values }) => ({ id, values }))))
}

/** The register handed in, those whose records hang on it and those its form prints, in that order. */
export function handinFamily(registerId: string): readonly Register[] {
  return handedInWith(registerId)
}

/** Live records of the family, the root register's first, each by the order of its creation. */
function frozenRows(changes: readonly Change[], family: readonly Register[]): FrozenRow[] {
  const order = new Map(family.map((r, i) => [r.id, i]))
  return [...groupByRecord(changes).values()]
    .map((list) => ({ first: creating(list), merged: mergeRecord(list) }))
    .filter((r): r is { first: Change; merged: MergedRecord } => r.first !== undefined && !r.merged.deleted)
    .sort(
      (a, b) =>
        (order.get(a.first.register) ?? 0) - (order.get(b.first.register) ?? 0) ||
        a.first.at - b.first.at ||
        a.first.ref.seq - b.first.ref.seq,
    )
    .map(({ first, merged }) => ({
      id: first.recordId,
      register: first.register,
      values: { ...merged.values },
      name: recordName(first.register, merged.values),
    }))
}

function creating(changes: readonly Change[]): Change | undefined {
  return changes.find((c) => c.ref.device === c.record.device && c.ref.seq === c.record.seq)
}

export function recordName(registerId: string, values: Values): string {
  const register = registerOf(registerId)
  const value: Value = register ? (values[register.nameField] ?? null) : null
  if (typeof value === 'string') return value
  if (value && typeof value === 'object' && 'text' in value) return value.text
  return value === null ? '' : String(value)
}

/** What the device held: its own changes before this one, and others' as far as the reply it had applied went. */
async function visibleChanges(
  rows: Rows,
  input: FreezeInput,
  family: readonly Register[],
): Promise<Change[]> {
  const { office, handinChange, ownDevice } = input
  if (handinChange.ref.device === ownDevice) return ownChanges(rows, office, family, handinChange.ref.seq)
  const ids = family.map((r) => r.id)
  const knows = await knowledgeAt(rows, handinChange.ref.device, handinChange.seen)
  const others = Object.entries(knows).filter(([device]) => device !== ownDevice)
  const seenBy: (SQL | undefined)[] = [
    and(eq(change.device, handinChange.ref.device), lt(change.seq, handinChange.ref.seq)),
    ...others.map(([device, seq]) => and(eq(change.device, device), lte(change.seq, seq))),
  ]
  const theirs = await rows
    .select()
    .from(change)
    .where(
      and(
        eq(change.office, office),
        inArray(change.register, ids),
        eq(change.outcome, 'applied'),
        or(...seenBy),
      ),
    )
  const own = await rows
    .select()
    .from(ownChange)
    .where(
      and(
        eq(ownChange.office, office),
        inArray(ownChange.register, ids),
        lte(ownChange.seq, knows[ownDevice] ?? 0),
      ),
    )
  return [...theirs.map(rowToChange), ...own.map(ownRowToChange)]
}

/**
 * What the province itself entered for an office, before that sequence of its chain: a hand-in made for an office holds
 * nothing that a device of the office wrote.
 */
export async function ownContent(
  rows: Rows,
  officeRow: { readonly id: string },
  registerId: string,
  beforeSeq: number,
): Promise<FrozenRow[]> {
  const family = handinFamily(registerId)
  const changes = await ownChanges(rows, officeRow.id, family, beforeSeq)
  return frozenRows(changes, family)
}

async function ownChanges(
  rows: Rows,
  office: string,
  family: readonly Register[],
  beforeSeq: number,
): Promise<Change[]> {
  const found = await rows
    .select()
    .from(ownChange)
    .where(
      and(
        eq(ownChange.office, office),
        inArray(
          ownChange.register,
          family.map((r) => r.id),
        ),
        lt(ownChange.seq, beforeSeq),
      ),
    )
  return found.map(ownRowToChange)
}

async function knowledgeAt(
  rows: Rows,
  device: string,
  replyNumber: number,
): Promise<Readonly<Record<string, number>>> {
  if (replyNumber < 1) return {}
  const [found] = await rows
    .select({ knows: reply.knows })
    .from(reply)
    .where(and(eq(reply.device, device), eq(reply.number, replyNumber)))
  return found?.knows ?? {}
}

async function insertHandin(rows: Rows, input: FreezeInput, frozen: readonly FrozenRow[]): Promise<void> {
  const { office, handinChange: c } = input
  await rows.insert(handin).values({
    office,
    id: c.recordId,
    device: c.ref.device,
    seq: c.ref.seq,
    register: text(c.set.register),
    period: text(c.set.period),
    nil: c.set.nil === true,
    count: frozen.filter((r) => r.register === c.set.register).length,
    contentHash: text(c.set.contentHash),
    madeBy: input.madeBy,
    madeAt: c.at,
    receivedAt: input.receivedAt,
    note: text(c.set.note),
    round: text(c.set.round),
    submission: text(c.set.submission),
    byProvince: c.ref.device === input.ownDevice,
    state: 'received',
  })
  const made = frozen.map((row, position) => ({
    office,
    handin: c.recordId,
    recordId: row.id,
    register: row.register,
    name: row.name,
    fields: row.values,
    fieldsHash: sha256(contentHash([{ id: row.id, values: row.values }])),
    position,
  }))
  await insertRows(rows, frozenRecord, made)
}

/** An office's answers to remarks are shown as they stood when it handed the register in again, and not before. */
async function freezeAnswers(rows: Rows, input: FreezeInput): Promise<void> {
  const { office, handinChange: c } = input
  const open = await rows
    .select({ id: remark.id })
    .from(remark)
    .where(
      and(
        eq(remark.office, office),
        inArray(
          remark.register,
          handinFamily(text(c.set.register)).map((r) => r.id),
        ),
      ),
    )
  if (open.length === 0) return
  const answers = await rows
    .select()
    .from(change)
    .where(
      and(
        eq(change.office, office),
        eq(change.device, c.ref.device),
        lt(change.seq, c.ref.seq),
        eq(change.outcome, 'applied'),
        inArray(
          change.recordId,
          open.map((r) => r.id),
        ),
      ),
    )
  for (const [id, list] of groupByRecord(answers.map(rowToChange))) {
    const { values } = mergeRecord(list)
    await rows
      .update(remark)
      .set({
        ...(typeof values.answer === 'string' ? { answer: values.answer } : {}),
        ...(typeof values.resolved === 'boolean' ? { resolved: values.resolved } : {}),
      })
      .where(and(eq(remark.office, office), eq(remark.id, id)))
  }
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
