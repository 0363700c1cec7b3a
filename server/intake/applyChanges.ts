// Applies one bundle's changes to the projections, inside the caller's transaction and under the office's lock: each is
// judged by itself, so that one bad item never stops the rest, and the counts always add up.
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Person, ReceiptCounts } from '../../shared/bundle/types.ts'
import { type Change, type ChangeRef, sameRef } from '../../shared/change/change.ts'
import { recordId } from '../../shared/change/recordId.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { basesToText, batches, refToText } from '../chain/changeRows.ts'
import { projectRecords } from '../chain/projectRecords.ts'
import { freezeHandin } from '../handin/freezeHandin.ts'
import type { Rows } from '../store/database.ts'
import { insertRows } from '../store/insertRows.ts'
import { change, device, type office, ownChange, person } from '../store/schema.ts'
import { type Judgement, judgeChange, type KnownRecord } from './judgeChange.ts'

export type BundleToApply = {
  readonly office: typeof office.$inferSelect
  readonly device: string
  readonly number: number
  readonly people: readonly Person[]
  readonly changes: readonly Change[]
  readonly receivedAt: number
}

export type AppliedBundle = {
  readonly counts: ReceiptCounts
  /** Only those that were not applied. */
  readonly outcomes: readonly {
    readonly seq: number
    readonly outcome: 'held' | 'refused'
    readonly reason: string
  }[]
}

type Judged = {
  readonly change: Change
  judgement: Judgement | { outcome: 'held'; reason: 'content-mismatch' }
}
type Known = { readonly register: string; readonly recordId: string; readonly outcome: Judgement['outcome'] }

export async function applyChanges(rows: Rows, bundle: BundleToApply): Promise<AppliedBundle> {
  const judged = await judgeAll(rows, bundle)
  await insertRows(
    rows,
    change,
    judged.map((j) => toRow(bundle, j)),
  )
  await savePeople(rows, bundle)
  const applied = judged.filter((j) => j.judgement.outcome === 'applied')
  await projectRecords(
    rows,
    bundle.office.id,
    applied.map((j) => j.change.recordId),
  )
  for (const j of applied) await freezeIfHandin(rows, bundle, j)
  return summary(judged)
}

async function judgeAll(rows: Rows, bundle: BundleToApply): Promise<Judged[]> {
  const known = await knownRecords(rows, bundle)
  const lastSeqs = await lastSeqsOfOffice(rows, bundle.office)
  const judged: Judged[] = []
  for (const raw of bundle.changes) {
    const isCreating = sameRef(raw.ref, raw.record)
    const before = known.get(refToText(raw.record))
    const own = isCreating && raw.nonce ? recordId(raw.ref.device, raw.nonce, raw.ref.seq) : null
    const whole: Change = { ...raw, recordId: own ?? before?.recordId ?? '' }
    const judgement = judgeChange(whole, {
      registerOf,
      recordOf: (): KnownRecord => before ?? null,
      mayStillCome: ({ record }) => record.seq > (lastSeqs.get(record.device) ?? Number.POSITIVE_INFINITY),
    })
    if (isCreating)
      known.set(refToText(raw.ref), {
        register: raw.register,
        recordId: whole.recordId,
        outcome: judgement.outcome,
      })
    judged.push({ change: whole, judgement })
  }
  return judged
}

/** The records that the bundle's changes are about, as the office's chains have them so far. */
async function knownRecords(rows: Rows, bundle: BundleToApply): Promise<Map<string, Known>> {
  const wanted = new Map<string, ChangeRef>()
  for (const c of bundle.changes) if (!sameRef(c.ref, c.record)) wanted.set(refToText(c.record), c.record)
  const known = new Map<string, Known>()
  for (const part of batches([...wanted.values()])) {
    const byDevice = Map.groupBy(part, (ref) => ref.device)
    const own = byDevice.get(bundle.office.ownDevice) ?? []
    if (own.length > 0) {
      const found = await rows
        .select()
        .from(ownChange)
        .where(
          and(
            eq(ownChange.office, bundle.office.id),
            inArray(
              ownChange.seq,
              own.map((r) => r.seq),
            ),
          ),
        )
      for (const row of found)
        if (row.nonce)
          known.set(refToText({ device: row.device, seq: row.seq }), { ...row, outcome: 'applied' })
    }
    const others = [...byDevice].filter(([id]) => id !== bundle.office.ownDevice)
    if (others.length === 0) continue
    const found = await rows
      .select()
      .from(change)
      .where(
        and(
          eq(change.office, bundle.office.id),
          or(
            ...others.map(([id, refs]) =>
              and(
                eq(change.device, id),
                inArray(
                  change.seq,
                  refs.map((r) => r.seq),
                ),
              ),
            ),
          ),
        ),
      )
    for (const row of found) if (row.nonce) known.set(refToText({ device: row.device, seq: row.seq }), row)
  }
  return known
}

async function lastSeqsOfOffice(
  rows: Rows,
  officeRow: typeof office.$inferSelect,
): Promise<Map<string, number>> {
  const found = await rows
    .select({ id: device.id, lastSeq: device.lastSeq })
    .from(device)
    .where(eq(device.office, officeRow.id))
  return new Map([...found.map((d) => [d.id, d.lastSeq] as const), [officeRow.ownDevice, officeRow.ownSeq]])
}

async function freezeIfHandin(rows: Rows, bundle: BundleToApply, judged: Judged): Promise<void> {
  const c = judged.change
  if (c.register !== 'handin' || !sameRef(c.ref, c.record)) return
  const frozen = await freezeHandin(rows, {
    office: bundle.office.id,
    ownDevice: bundle.office.ownDevice,
    handinChange: c,
    receivedAt: bundle.receivedAt,
    madeBy: bundle.people.find((p) => p.id === c.actor)?.name ?? '',
  })
  if (frozen) return
  judged.judgement = { outcome: 'held', reason: 'content-mismatch' }
  await rows
    .update(change)
    .set({ outcome: 'held', reason: 'content-mismatch' })
    .where(and(eq(change.device, c.ref.device), eq(change.seq, c.ref.seq)))
}

async function savePeople(rows: Rows, bundle: BundleToApply): Promise<void> {
  for (const { id, name } of bundle.people) {
    const row = { office: bundle.office.id, device: bundle.device, id: clean(id), name: clean(name) }
    await rows
      .insert(person)
      .values(row)
      .onConflictDoUpdate({ target: [person.office, person.device, person.id], set: { name: row.name } })
  }
}

function toRow(bundle: BundleToApply, { change: c, judgement }: Judged): typeof change.$inferInsert {
  // What was refused stays in the raw bundle only: its values may be nothing that a table can hold.
  const isRefused = judgement.outcome === 'refused'
  return {
    device: c.ref.device,
    seq: c.ref.seq,
    office: bundle.office.id,
    register: clean(c.register),
    recordDevice: c.record.device,
    recordSeq: c.record.seq,
    recordId: clean(c.recordId),
    setFields: isRefused ? {} : { ...c.set },
    base: isRefused ? {} : basesToText(c.base),
    actor: clean(c.actor),
    at: Number.isSafeInteger(c.at) ? c.at : 0,
    seen: Number.isSafeInteger(c.seen) ? c.seen : 0,
    nonce: c.nonce ?? null,
    bundleNumber: bundle.number,
    outcome: judgement.outcome,
    reason: judgement.reason,
  }
}

function summary(judged: readonly Judged[]): AppliedBundle {
  const count = (outcome: string) => judged.filter((j) => j.judgement.outcome === outcome).length
  return {
    counts: {
      changes: judged.length,
      applied: count('applied'),
      held: count('held'),
      refused: count('refused'),
    },
    outcomes: judged.flatMap(({ change: c, judgement: { outcome, reason } }) =>
      outcome === 'applied' ? [] : [{ seq: c.ref.seq, outcome, reason }],
    ),
  }
}

/** PostgreSQL's text holds no NUL. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
