// What the console reads of hand-ins. It reads frozen rows only: the tables of drafts (change, record, bundle) are never
// named in this folder, and a test holds that.

import { hexToBytes } from '@noble/hashes/utils.js'
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { contentCode } from '../../shared/bundle/codes.ts'
import type {
  ConsoleOutput,
  ConsoleParsed,
  FrozenRow,
  HandinRow,
  Letter,
  RecordView,
} from '../../shared/http/console.ts'
import type { Value } from '../../shared/registers/define.ts'
import { registers } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Rows } from '../store/database.ts'
import {
  frozenRecord,
  frozenSubmission,
  handin,
  office,
  remark,
  round,
  roundOffice,
} from '../store/schema.ts'

export type NotFound = { readonly code: 'no-such-handin' } | { readonly code: 'no-such-record' }

const superseded = sql<boolean>`EXISTS (
  SELECT 1 FROM handin later WHERE later.office = ${handin.office} AND later.register = ${handin.register}
  AND later.period = ${handin.period} AND (later.received_at, later.device, later.seq) > (${handin.receivedAt}, ${handin.device}, ${handin.seq})
)`

function decided(decision: 'accept' | 'return') {
  return sql<number>`(SELECT count(*)::int FROM frozen_record f WHERE f.office = ${handin.office} AND f.handin = ${handin.id} AND f.register = ${handin.register} AND f.decision = ${decision})`
}

const columns = {
  handin,
  officeName: office.name,
  accepted: decided('accept'),
  returned: decided('return'),
  remarks: sql<number>`(SELECT count(*)::int FROM remark r WHERE r.office = ${handin.office} AND r.handin = ${handin.id})`,
  superseded,
  letter: frozenSubmission,
  roundName: round.name,
}

export async function listHandins(
  rows: Rows,
  query: ConsoleParsed<'handin.list'>,
): Promise<ConsoleOutput<'handin.list'>> {
  const where = and(
    query.register ? eq(handin.register, query.register) : undefined,
    query.state ? eq(handin.state, query.state) : undefined,
    query.office ? eq(handin.office, query.office) : undefined,
    query.latestOnly ? sql`NOT ${superseded}` : undefined,
  )
  const [total] = await rows.select({ n: count() }).from(handin).where(where)
  return { total: total?.n ?? 0, rows: await selectHandins(rows, where, query) }
}

async function selectHandins(
  rows: Rows,
  where: SQL | undefined,
  page: { readonly offset: number; readonly limit: number },
): Promise<HandinRow[]> {
  const found = await rows
    .select(columns)
    .from(handin)
    .innerJoin(office, eq(office.id, handin.office))
    .leftJoin(
      frozenSubmission,
      and(eq(frozenSubmission.office, handin.office), eq(frozenSubmission.id, handin.submission)),
    )
    .leftJoin(roundOffice, and(eq(roundOffice.office, handin.office), eq(roundOffice.record, handin.round)))
    .leftJoin(round, eq(round.id, roundOffice.round))
    .where(where)
    .orderBy(desc(handin.receivedAt), desc(handin.seq))
    .offset(page.offset)
    .limit(page.limit)
  return found.map(({ handin: h, letter, roundName, ...rest }) => ({
    ...rest,
    letter: letter && letterDto(letter),
    roundName: roundName ?? '',
    reason: h.reason,
    office: h.office,
    id: h.id,
    register: h.register,
    period: h.period,
    nil: h.nil,
    count: h.count,
    contentCode: contentCode(hexToBytes(h.contentHash)),
    madeBy: h.madeBy,
    madeAt: h.madeAt,
    receivedAt: h.receivedAt,
    note: h.note,
    byProvince: h.byProvince,
    state: h.state,
    decidedAt: h.decidedAt,
    decidedBy: h.decidedBy,
  }))
}

function letterDto(row: typeof frozenSubmission.$inferSelect): Letter {
  const {
    office: _office,
    round: _round,
    period: _period,
    contentHash,
    scanHash: _scan,
    supersedes: _old,
    ...rest
  } = row
  // An older or foreign app may give a hash of another shape: it has no code then.
  const isHash = /^[0-9a-f]{64}$/.test(contentHash)
  return { ...rest, contentCode: isHash ? contentCode(hexToBytes(contentHash)) : '' }
}

export async function getHandin(
  rows: Rows,
  { office: officeId, handin: id }: ConsoleParsed<'handin.get'>,
): Promise<Result<ConsoleOutput<'handin.get'>, NotFound>> {
  const [row] = await selectHandins(rows, and(eq(handin.office, officeId), eq(handin.id, id)), {
    offset: 0,
    limit: 1,
  })
  if (!row) return err({ code: 'no-such-handin' })
  const previous = await previousHandin(rows, row)
  const before = new Map(
    previous ? (await frozenHeads(rows, officeId, previous.id)).map((r) => [r.recordId, r]) : [],
  )
  const now = await frozenHeads(rows, officeId, id)
  const remarkCounts = await countRemarks(rows, officeId, id)
  const kept = new Set(now.map((r) => r.recordId))
  return ok({
    handin: row,
    rows: now.map(
      (r): FrozenRow => ({
        recordId: r.recordId,
        register: r.register,
        name: r.name,
        decision: r.decision,
        change: changeAgainst(before.get(r.recordId), r),
        remarks: remarkCounts.get(r.recordId) ?? 0,
      }),
    ),
    removed: [...before.values()]
      .filter((r) => !kept.has(r.recordId))
      .map(({ recordId, name }) => ({ recordId, name })),
    previous,
  })
}

type FrozenHead = Awaited<ReturnType<typeof frozenHeads>>[number]

function changeAgainst(before: FrozenHead | undefined, now: FrozenHead): FrozenRow['change'] {
  if (!before) return 'new'
  return Buffer.compare(before.fieldsHash, now.fieldsHash) === 0 ? 'same' : 'changed'
}

async function frozenHeads(rows: Rows, officeId: string, handinId: string) {
  return rows
    .select({
      recordId: frozenRecord.recordId,
      register: frozenRecord.register,
      name: frozenRecord.name,
      decision: frozenRecord.decision,
      fieldsHash: frozenRecord.fieldsHash,
    })
    .from(frozenRecord)
    .where(and(eq(frozenRecord.office, officeId), eq(frozenRecord.handin, handinId)))
    .orderBy(frozenRecord.position)
}

async function countRemarks(rows: Rows, officeId: string, handinId: string): Promise<Map<string, number>> {
  const found = await rows
    .select({ recordId: remark.recordId, n: count() })
    .from(remark)
    .where(and(eq(remark.office, officeId), eq(remark.handin, handinId)))
    .groupBy(remark.recordId)
  return new Map(found.map((r) => [r.recordId, r.n]))
}

/** The office's hand-in of the same register just before this one, whatever its period. */
async function previousHandin(rows: Rows, row: HandinRow): Promise<ConsoleOutput<'handin.get'>['previous']> {
  const all = await rows
    .select({ id: handin.id, receivedAt: handin.receivedAt, period: handin.period, state: handin.state })
    .from(handin)
    .where(and(eq(handin.office, row.office), eq(handin.register, row.register)))
    .orderBy(desc(handin.receivedAt), desc(handin.device), desc(handin.seq))
  return all[all.findIndex((h) => h.id === row.id) + 1] ?? null
}

/** One frozen record with its history over the office's hand-ins, its remarks and its children. */
export async function getRecord(
  rows: Rows,
  { office: officeId, handin: handinId, record }: ConsoleParsed<'handin.record'>,
): Promise<Result<RecordView, NotFound>> {
  const versions = await rows
    .select({ frozen: frozenRecord, handin })
    .from(frozenRecord)
    .innerJoin(handin, and(eq(handin.office, frozenRecord.office), eq(handin.id, frozenRecord.handin)))
    .where(and(eq(frozenRecord.office, officeId), eq(frozenRecord.recordId, record)))
    .orderBy(desc(handin.receivedAt), desc(handin.seq))
  const at = versions.findIndex((v) => v.handin.id === handinId)
  const shown = versions[at]
  if (!shown) return err({ code: 'no-such-record' })
  const remarks = await rows
    .select()
    .from(remark)
    .where(and(eq(remark.office, officeId), eq(remark.recordId, record)))
    .orderBy(desc(remark.at))
  return ok({
    recordId: record,
    register: shown.frozen.register,
    name: shown.frozen.name,
    values: values(shown.frozen.fields),
    decision: shown.frozen.decision,
    history: versions.slice(at + 1).map((v) => ({
      handin: v.handin.id,
      period: v.handin.period,
      receivedAt: v.handin.receivedAt,
      madeBy: v.handin.madeBy,
      values: values(v.frozen.fields),
    })),
    remarks: remarks.map(({ office: _office, register: _register, ...rest }) => rest),
    children: await childrenOf(rows, officeId, handinId, shown.frozen.register, record),
  })
}

async function childrenOf(
  rows: Rows,
  officeId: string,
  handinId: string,
  registerId: string,
  parentId: string,
): Promise<RecordView['children']> {
  const hanging = registers.filter((r) => r.parent?.register === registerId)
  if (hanging.length === 0) return []
  const found = await rows
    .select()
    .from(frozenRecord)
    .where(
      and(
        eq(frozenRecord.office, officeId),
        eq(frozenRecord.handin, handinId),
        inArray(
          frozenRecord.register,
          hanging.map((r) => r.id),
        ),
      ),
    )
    .orderBy(frozenRecord.position)
  return found
    .filter((row) => {
      const parentField = hanging.find((r) => r.id === row.register)?.parent?.field
      const value: Value = parentField ? (row.fields[parentField] ?? null) : null
      return value !== null && typeof value === 'object' && 'id' in value && value.id === parentId
    })
    .map((row) => ({
      recordId: row.recordId,
      register: row.register,
      name: row.name,
      values: values(row.fields),
    }))
}

function values(fields: Readonly<Record<string, Value>>): RecordView['values'] {
  return fields as RecordView['values']
}
