// The board of offices and one office's page: who has sent what, who is late to be heard, which devices stand where.
// Like all of this folder it reads what was handed in and the outside of messages, never a draft.

import { bytesToHex } from '@noble/hashes/utils.js'
import { and, asc, count, desc, eq, isNull, max, sql } from 'drizzle-orm'
import type { ConsoleOutput, DeviceDto, HeldDto, OfficeRow } from '../../shared/http/console.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { deviceStateCode } from '../reply/makeReply.ts'
import type { Rows } from '../store/database.ts'
import { device, handin, heldMessage, office, pack } from '../store/schema.ts'
import { listHandins } from './readHandins.ts'

export async function listOffices(rows: Rows): Promise<OfficeRow[]> {
  const offices = await rows.select().from(office).orderBy(asc(office.name))
  const devices = await rows
    .select({
      office: device.office,
      approved: sql<number>`count(*) FILTER (WHERE ${device.status} = 'approved')::int`,
      pending: sql<number>`count(*) FILTER (WHERE ${device.status} = 'pending')::int`,
      bundles: sql<number>`coalesce(sum(${device.lastNumber}), 0)::int`,
      lastHeardAt: max(device.lastHeardAt),
    })
    .from(device)
    .groupBy(device.office)
  const held = await rows
    .select({ office: heldMessage.office, n: count() })
    .from(heldMessage)
    .where(isNull(heldMessage.settledAt))
    .groupBy(heldMessage.office)
  const latest = await rows
    .selectDistinctOn([handin.office, handin.register])
    .from(handin)
    .orderBy(handin.office, handin.register, desc(handin.receivedAt), desc(handin.device), desc(handin.seq))
  const devicesOf = new Map(devices.map((d) => [d.office, d]))
  const heldOf = new Map(held.map((h) => [h.office, h.n]))
  const handinsOf = Map.groupBy(latest, (h) => h.office)
  return offices.map((o) => ({
    id: o.id,
    name: o.name,
    parentName: o.parentName,
    level: o.level,
    hasApp: o.hasApp,
    devices: devicesOf.get(o.id)?.approved ?? 0,
    pendingDevices: devicesOf.get(o.id)?.pending ?? 0,
    lastHeardAt: devicesOf.get(o.id)?.lastHeardAt ?? null,
    bundles: devicesOf.get(o.id)?.bundles ?? 0,
    held: heldOf.get(o.id) ?? 0,
    handins: (handinsOf.get(o.id) ?? []).map(({ id, register, period, state, receivedAt, count: n }) => ({
      id,
      register,
      period,
      state,
      receivedAt,
      count: n,
    })),
  }))
}

const ALL_OF_AN_OFFICE = { offset: 0, limit: 500 }

export async function getOffice(
  rows: Rows,
  officeId: string,
): Promise<Result<ConsoleOutput<'office.get'>, { readonly code: 'no-such-office' }>> {
  const [row] = await rows.select().from(office).where(eq(office.id, officeId))
  if (!row) return err({ code: 'no-such-office' })
  const { ownDevice: _ownDevice, ownSeq: _ownSeq, createdAt: _createdAt, level, ...rest } = row
  const packs = await rows.select().from(pack).where(eq(pack.office, officeId)).orderBy(desc(pack.issuedAt))
  return ok({
    office: { ...rest, level: level as ConsoleOutput<'office.get'>['office']['level'] },
    devices: await listDevices(rows, { office: officeId }),
    handins: (await listHandins(rows, { office: officeId, latestOnly: false, ...ALL_OF_AN_OFFICE })).rows,
    held: await listHeld(rows, officeId),
    packs: packs.map((p) => ({ issuedAt: p.issuedAt, expiresAt: p.expiresAt, used: p.usedBy !== null })),
  })
}

export async function listDevices(
  rows: Rows,
  query: { readonly office?: string; readonly pendingOnly?: boolean },
): Promise<DeviceDto[]> {
  const found = await rows
    .select({
      device,
      officeName: office.name,
      held: sql<number>`(SELECT count(*)::int FROM held_message h WHERE h.device = ${device.id} AND h.settled_at IS NULL)`,
    })
    .from(device)
    .innerJoin(office, eq(office.id, device.office))
    .where(
      and(
        query.office ? eq(device.office, query.office) : undefined,
        query.pendingOnly ? eq(device.status, 'pending') : undefined,
      ),
    )
    .orderBy(desc(device.requestedAt))
  return found.map(({ device: d, officeName, held }) => ({
    id: d.id,
    office: d.office,
    officeName,
    name: d.name,
    person: d.person,
    status: d.status,
    requestedAt: d.requestedAt,
    decidedAt: d.decidedAt,
    decidedBy: d.decidedBy,
    lastHeardAt: d.lastHeardAt,
    bundles: d.lastNumber,
    replies: d.replyNumber,
    stateCode: deviceStateCode(d),
    held,
  }))
}

async function listHeld(rows: Rows, officeId: string): Promise<HeldDto[]> {
  const found = await rows
    .select({
      hash: heldMessage.hash,
      office: heldMessage.office,
      device: heldMessage.device,
      kind: heldMessage.kind,
      number: heldMessage.number,
      reason: heldMessage.reason,
      bytes: sql<number>`octet_length(${heldMessage.bytes})`,
      receivedAt: heldMessage.receivedAt,
      settledAt: heldMessage.settledAt,
    })
    .from(heldMessage)
    .where(eq(heldMessage.office, officeId))
    .orderBy(desc(heldMessage.receivedAt))
  return found.map((h) => ({ ...h, hash: bytesToHex(h.hash) }))
}
