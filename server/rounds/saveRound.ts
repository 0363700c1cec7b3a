// Opens and edits rounds. What is asked is written into each office's own chain, so that it reaches the office with its
// next reply, by line or by file; the province's tables say which record of which office belongs to the round.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { RoundInput, RoundScopeDto } from '../../shared/http/consoleRoundCalls.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffices, type OfficeEdits, personOfAccount, writeToOffices } from '../chain/writeOwnChanges.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Rows, type Transaction } from '../store/database.ts'
import { insertRows } from '../store/insertRows.ts'
import { handin, office, type RoundScope, record, round, roundOffice } from '../store/schema.ts'
import {
  areItemsKnown,
  creatingItems,
  creatingRound,
  editing,
  editingItems,
  type ItemRecord,
  removing,
  roundValues,
} from './roundEdits.ts'

export type RoundError = {
  readonly code: 'no-such-round' | 'round-items' | 'round-no-offices' | 'round-exists' | 'round-closed'
}

type RoundRow = typeof round.$inferSelect
type RoundOfficeRow = typeof roundOffice.$inferSelect

/** Opens a round for every office of its scope, in one transaction. A second one of that name and period is refused. */
export async function openRound(
  province: Province,
  actor: Actor,
  input: RoundInput,
): Promise<Result<{ id: number; offices: number }, RoundError>> {
  if (!areItemsKnown(input.items)) return err({ code: 'round-items' })
  return inTransaction(province.db, async (tx) => {
    // Two presses of one button open one round.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`round ${input.name} ${input.period}`}))`)
    const [twin] = await tx
      .select({ id: round.id })
      .from(round)
      .where(and(eq(round.name, input.name), eq(round.period, input.period), eq(round.closed, false)))
    if (twin) return err({ code: 'round-exists' })
    const offices = await officesOf(tx, input.scope)
    if (offices.length === 0) return err({ code: 'round-no-offices' })
    const at = province.now()
    const { scope, ...rest } = input
    const [made] = await tx
      .insert(round)
      .values({ ...rest, scope: storedScope(scope), madeAt: at, madeBy: actor.name })
      .returning({ id: round.id })
    if (!made) throw new Error('an inserted round has its id')
    await askOffices(tx, { id: made.id, input, offices, actor, at })
    await writeAudit(tx, actor, at, {
      act: 'round-opened',
      subject: String(made.id),
      detail: { offices: offices.length, due: input.dueOn, letter: input.letterNo },
    })
    return ok({ id: made.id, offices: offices.length })
  })
}

export type EditedRound = {
  readonly offices: number
  readonly added: number
  readonly dropped: number
  /** Offices that the choice no longer has, and that have answered: they stay in. */
  readonly kept: number
}

export async function editRound(
  province: Province,
  actor: Actor,
  { id, ...input }: RoundInput & { readonly id: number },
): Promise<Result<EditedRound, RoundError>> {
  if (!areItemsKnown(input.items)) return err({ code: 'round-items' })
  return inTransaction(province.db, async (tx) => {
    const before = await lockRound(tx, id)
    if (!before) return err({ code: 'no-such-round' })
    if (before.closed) return err({ code: 'round-closed' })
    const wanted = new Set(await officesOf(tx, input.scope))
    if (wanted.size === 0) return err({ code: 'round-no-offices' })
    const asked = await askedOffices(tx, id)
    const answered = await answeredOf(tx, id)
    const dropped = asked.filter((a) => !wanted.has(a.office) && !answered.has(a.office))
    const gone = new Set(dropped.map((a) => a.office))
    const staying = asked.filter((a) => !gone.has(a.office))
    const known = new Set(asked.map((a) => a.office))
    const added = [...wanted].filter((o) => !known.has(o))
    const at = province.now()
    const { scope, ...rest } = input
    await tx
      .update(round)
      .set({ ...rest, scope: storedScope(scope) })
      .where(eq(round.id, id))
    await editOffices(tx, { before, input, staying, dropped, actor, at })
    await askOffices(tx, { id, input, offices: added, actor, at })
    await writeAudit(tx, actor, at, {
      act: 'round-edited',
      subject: String(id),
      detail: { added: added.length, dropped: dropped.length, due: input.dueOn, letter: input.letterNo },
    })
    const kept = staying.filter((a) => !wanted.has(a.office)).length
    return ok({
      offices: staying.length + added.length,
      added: added.length,
      dropped: dropped.length,
      kept,
    })
  })
}

/** The round's row, locked until the transaction ends. */
export async function lockRound(tx: Transaction, id: number): Promise<RoundRow | null> {
  const [found] = await tx.select().from(round).where(eq(round.id, id)).for('update')
  return found ?? null
}

export async function askedOffices(rows: Rows, id: number): Promise<RoundOfficeRow[]> {
  return rows.select().from(roundOffice).where(eq(roundOffice.round, id)).orderBy(asc(roundOffice.office))
}

type Asking = {
  readonly id: number
  readonly input: RoundInput
  readonly offices: readonly string[]
  readonly actor: Actor
  readonly at: number
}

/** Writes the round into the chains of offices that have not got it. */
async function askOffices(tx: Transaction, { id, input, offices, actor, at }: Asking): Promise<void> {
  if (offices.length === 0) return
  const person = personOfAccount(actor.account)
  const locked = await lockOffices(tx, offices)
  const rounds = await writeToOffices(
    tx,
    person,
    at,
    locked.map((officeRow) => ({ officeRow, edits: [creatingRound(input)] })),
  )
  const recordOf = new Map(locked.map((o, i) => [o.id, rounds[i]?.[0]?.recordId ?? '']))
  // The chains moved on: their rows are read again.
  const grown = await lockOffices(tx, offices)
  await writeToOffices(
    tx,
    person,
    at,
    grown.map((officeRow) => ({
      officeRow,
      edits: creatingItems(recordOf.get(officeRow.id) ?? '', input.items),
    })),
  )
  await insertRows(
    tx,
    roundOffice,
    [...recordOf].map(([officeId, record]) => ({
      round: id,
      office: officeId,
      record,
      extendedTo: null,
      extensionReason: '',
    })),
  )
}

type Editing = {
  readonly before: RoundRow
  readonly input: RoundInput
  readonly staying: readonly RoundOfficeRow[]
  readonly dropped: readonly RoundOfficeRow[]
  readonly actor: Actor
  readonly at: number
}

async function editOffices(tx: Transaction, e: Editing): Promise<void> {
  const all = [...e.staying, ...e.dropped]
  const locked = await lockOffices(
    tx,
    all.map((a) => a.office),
  )
  const items = await itemRecords(tx, all)
  const isDropped = new Set(e.dropped.map((a) => a.office))
  const askedOf = new Map(all.map((a) => [a.office, a]))
  const entries = locked.map((officeRow): OfficeEdits => {
    const record = askedOf.get(officeRow.id)?.record ?? ''
    const own = items.get(record) ?? []
    if (isDropped.has(officeRow.id))
      return {
        officeRow,
        edits: [...own.map((i) => removing(i.id, 'round-item')), removing(record, 'round')],
      }
    const texts = editing(record, 'round', roundValues(e.before), roundValues(e.input))
    return { officeRow, edits: [...texts, ...editingItems(record, own, e.input.items)] }
  })
  await writeToOffices(
    tx,
    personOfAccount(e.actor.account),
    e.at,
    entries.filter((entry) => entry.edits.length > 0),
  )
  if (isDropped.size > 0)
    await tx
      .delete(roundOffice)
      .where(and(eq(roundOffice.round, e.before.id), inArray(roundOffice.office, [...isDropped])))
}

/** The live item records of these offices' rounds, by the round's record. */
async function itemRecords(
  tx: Transaction,
  asked: readonly RoundOfficeRow[],
): Promise<Map<string, ItemRecord[]>> {
  if (asked.length === 0) return new Map()
  const found = await tx
    .select({ id: record.id, values: record.fields })
    .from(record)
    .where(
      and(
        inArray(
          record.office,
          asked.map((a) => a.office),
        ),
        eq(record.register, 'round-item'),
        eq(record.deleted, false),
        sql`${record.fields} ->> 'round' = ANY(${sql.param(asked.map((a) => a.record))}::text[])`,
      ),
    )
  return Map.groupBy(found, (row) => String(row.values.round ?? ''))
}

/** Offices that have handed in something for the round. */
async function answeredOf(rows: Rows, id: number): Promise<Set<string>> {
  const found = await rows
    .selectDistinct({ office: handin.office })
    .from(handin)
    .innerJoin(roundOffice, and(eq(roundOffice.office, handin.office), eq(roundOffice.record, handin.round)))
    .where(eq(roundOffice.round, id))
  return new Set(found.map((f) => f.office))
}

/** Ids of the offices that a choice names, those that exist. */
async function officesOf(rows: Rows, scope: RoundScopeDto): Promise<string[]> {
  const where =
    scope.by === 'all'
      ? undefined
      : scope.by === 'level'
        ? inArray(office.level, scope.levels)
        : inArray(office.id, scope.offices)
  const found = await rows.select({ id: office.id }).from(office).where(where).orderBy(asc(office.id))
  return found.map((o) => o.id)
}

function storedScope(scope: RoundScopeDto): RoundScope {
  return {
    by: scope.by,
    levels: scope.by === 'level' ? scope.levels : [],
    offices: scope.by === 'list' ? scope.offices : [],
  }
}
