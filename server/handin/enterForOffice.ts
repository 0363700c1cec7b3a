// Nhập hộ: the province takes in the Excel list of an office that has no app. The rows are written on the province's own
// chain for that office and handed in at once, marked as entered by the province. The file is the whole list: what an
// earlier file held and this one does not is deleted (in the log, and so with undo), never overwritten in silence.
import { bytesToHex } from '@noble/hashes/utils.js'
import { and, eq } from 'drizzle-orm'
import { contentHash } from '../../shared/bundle/contentHash.ts'
import { DELETED } from '../../shared/change/change.ts'
import type { Entered } from '../../shared/http/console.ts'
import type { FieldId, Register, Value, Values } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { foldVietnamese } from '../../shared/text/fold.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { lockOffice, type OwnEdit, personOfAccount, writeOwnChanges } from '../chain/writeOwnChanges.ts'
import { isValueOf } from '../intake/judgeChange.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Rows } from '../store/database.ts'
import { device, record } from '../store/schema.ts'
import { freezeHandin, ownContent } from './freezeHandin.ts'
import { readUpload, type UploadPlan } from './readUpload.ts'

export type EnterInput = {
  readonly office: string
  readonly register: string
  readonly period: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

export async function enterForOffice(
  province: Province,
  actor: Actor,
  input: EnterInput,
): Promise<Result<Entered, { readonly code: string }>> {
  const register = registerOf(input.register)
  if (!register || register.system) return err({ code: 'unknown-register' })
  const read = await readUpload(input.bytes, input.fileName, input.register)
  if (!read.ok) return read
  const { good, parked } = sortRows(read.value, register)
  if (good.length === 0) return ok({ handin: null, count: 0, parked })
  return inTransaction(province.db, async (tx) => {
    const officeRow = await lockOffice(tx, input.office)
    if (!officeRow) return err({ code: 'no-such-office' })
    const connected = await tx
      .select({ id: device.id })
      .from(device)
      .where(and(eq(device.office, input.office), eq(device.status, 'approved')))
    if (connected.length > 0) return err({ code: 'office-has-app' })
    const at = province.now()
    const person = personOfAccount(actor.account)
    await writeOwnChanges(tx, officeRow, person, at, await editsFor(tx, input.office, register, good))
    const grown = await lockOffice(tx, input.office)
    if (!grown) throw new Error('a locked office is gone')
    const content = await ownContent(tx, grown, register.id, grown.ownSeq + 1)
    const set = {
      register: register.id,
      period: input.period,
      nil: false,
      count: good.length,
      contentHash: bytesToHex(contentHash(content)),
      madeBy: actor.name,
      note: `Nhập hộ từ tệp ${input.fileName}`,
    }
    const [made] = await writeOwnChanges(tx, grown, person, at, [{ id: null, register: 'handin', set }])
    if (!made) throw new Error('a written hand-in has its change')
    const freezing = {
      office: input.office,
      ownDevice: grown.ownDevice,
      handinChange: made,
      receivedAt: at,
      madeBy: actor.name,
    }
    if (!(await freezeHandin(tx, freezing)))
      throw new Error('what we wrote ourselves has the hash that we made')
    await writeAudit(tx, actor, at, {
      act: 'handin-entered',
      office: input.office,
      subject: made.recordId,
      detail: { register: register.id, rows: good.length, parked: parked.length },
    })
    return ok({ handin: made.recordId, count: good.length, parked })
  })
}

/** Rows that can be taken, and for each that cannot the cells that say why. */
function sortRows(plan: UploadPlan, register: Register): { good: Values[]; parked: Entered['parked'] } {
  const fields = new Map(register.fields.map((f) => [f.id, f]))
  const good: Values[] = []
  const parked: Entered['parked'] = []
  for (const row of plan.sheets.flatMap((s) => s.rows)) {
    const values = row.values as Values
    const fits = Object.entries(values).every(([id, value]) => {
      const field = fields.get(id)
      return field !== undefined && isValueOf(field, value)
    })
    if (row.status !== 'parked' && fits) good.push(values)
    else for (const { cell, message } of row.problems) parked.push({ row: row.row, cell, message })
  }
  return { good, parked }
}

/** Creates what is new, changes what differs, deletes what the file no longer holds. */
async function editsFor(
  rows: Rows,
  officeId: string,
  register: Register,
  good: readonly Values[],
): Promise<OwnEdit[]> {
  const before = await rows
    .select()
    .from(record)
    .where(and(eq(record.office, officeId), eq(record.register, register.id), eq(record.deleted, false)))
  const byKey = new Map(before.map((r) => [keyOf(register, r.fields), r]))
  const edits: OwnEdit[] = []
  for (const values of good) {
    const key = keyOf(register, values)
    const found = byKey.get(key)
    byKey.delete(key)
    const set = found ? differing(found.fields, values) : values
    if (!found || Object.keys(set).length > 0)
      edits.push({ id: found?.id ?? null, register: register.id, set })
  }
  for (const gone of byKey.values())
    edits.push({ id: gone.id, register: register.id, set: { [DELETED]: true } })
  return edits
}

function differing(before: Values, now: Values): Record<FieldId, Value> {
  const set: Record<FieldId, Value> = {}
  for (const [id, value] of Object.entries(now)) {
    if (JSON.stringify(before[id] ?? null) !== JSON.stringify(value)) set[id] = value
  }
  return set
}

function keyOf(register: Register, values: Values): string {
  return register.matchKey
    .map((id) => {
      const value = values[id] ?? ''
      return foldVietnamese(typeof value === 'object' && 'text' in value ? value.text : String(value))
    })
    .join('\u0001')
}
