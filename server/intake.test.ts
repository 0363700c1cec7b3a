import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wrapForCarry } from '../shared/bundle/carry.ts'
import { messageHash, sealBundle } from '../shared/bundle/messages.ts'
import { nodeCodec } from '../shared/bundle/node/codec.ts'
import { routes } from '../shared/http/contract.ts'
import { decideHandin, decideRecords, makeRemark } from './handin/decide.ts'
import { replyFile } from './intake/replyFile.ts'
import { takeCarried } from './intake/takeCarried.ts'
import { rebuild } from './rebuild.ts'
import { bundle, change, frozenRecord, heldMessage, record, reply } from './store/schema.ts'
import type { TestOffice } from './testOffice.ts'
import { stopTestPostgres } from './testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from './testProvince.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

test('an enrolled office sends a bundle and gets a receipt whose counts add up', async () => {
  const office = await province.office()
  office.create('database', { name: 'Cơ sở dữ liệu hộ tịch' })
  office.create('focal-point', { fullName: 'Lê Thị Mẫu' })
  const answer = await office.send()
  expect(answer.refusal).toBeNull()
  expect(answer.expects).toBe(2)
  const receipt = office.replies.at(-1)?.receipts[0]
  expect(receipt?.counts).toEqual({ changes: 2, applied: 2, held: 0, refused: 0 })
  expect(receipt?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  const greeted = await office.hello()
  expect(greeted).toEqual({ expects: 2, replies: [], refusal: null })
})

test('the same bundle a hundred times at once has one effect and one receipt, byte for byte', async () => {
  const office = await province.office()
  for (let i = 0; i < 20; i++) office.create('database', { name: `Cơ sở dữ liệu ${i}` })
  const sealed = office.seal()
  const answers = await Promise.all(Array.from({ length: 100 }, () => office.post(routes.bundle, sealed)))
  expect(new Set(answers.map((a) => Buffer.from(a).toString('hex'))).size).toBe(1)
  const { db } = province.province
  expect(await db.select().from(bundle).where(eq(bundle.device, office.device))).toHaveLength(1)
  expect(await db.select().from(change).where(eq(change.device, office.device))).toHaveLength(20)
  expect(await db.select().from(reply).where(eq(reply.device, office.device))).toHaveLength(1)
})

test('a hand-in freezes the list as the device saw it, and later edits stay out of it', async () => {
  const office = await province.office('xa-1')
  const kept = office.create('database', { name: 'Hộ tịch' })
  office.create('data-item', { itemName: 'Khai sinh', parentDb: { text: 'Hộ tịch', id: kept.recordId } })
  office.handIn(['database', 'data-item'])
  office.edit(kept.recordId, { name: 'Hộ tịch, bản nháp' })
  await office.send()
  expect(office.replies.at(-1)?.receipts[0]?.counts).toEqual({ changes: 4, applied: 4, held: 0, refused: 0 })
  const [handedIn] = await province.handins('xa-1')
  expect(handedIn).toMatchObject({
    register: 'database',
    count: 1,
    state: 'received',
    madeBy: 'Nguyễn Thị Mẫu',
  })
  const frozen = await province.province.db
    .select()
    .from(frozenRecord)
    .where(eq(frozenRecord.office, 'xa-1'))
    .orderBy(frozenRecord.position)
  expect(frozen.map((f) => f.name)).toEqual(['Hộ tịch', 'Khai sinh'])
})

test('a hand-in whose content is not what its hash says is held and shown to nobody', async () => {
  const office = await province.office('xa-lie')
  office.create('database', { name: 'Thật' })
  office.create('handin', {
    register: 'database',
    period: '2026',
    nil: false,
    count: 1,
    contentHash: 'ab'.repeat(32),
    madeBy: 'x',
  })
  await office.send()
  expect(office.replies.at(-1)?.outcomes).toEqual([{ seq: 2, outcome: 'held', reason: 'content-mismatch' }])
  expect(await province.handins('xa-lie')).toEqual([])
})

test('a remark and a return reach the office in its next reply, and its second hand-in shows the answer', async () => {
  const office = await province.office('xa-2')
  const row = office.create('database', { name: 'Đất đai' })
  const made = office.handIn(['database', 'data-item'])
  await office.send()
  const ref = { office: 'xa-2', handin: made.recordId }
  expect(
    await makeRemark(province.province, REVIEWER, {
      ...ref,
      record: row.recordId,
      field: 'name',
      text: 'Ghi tên đầy đủ',
    }),
  ).toMatchObject({ ok: true })
  expect(
    await decideRecords(province.province, REVIEWER, {
      ...ref,
      records: [row.recordId],
      decision: 'return',
      reason: 'Thiếu tên',
    }),
  ).toEqual({
    ok: true,
    value: { state: 'returned' },
  })
  await office.hello()
  const written = office.foreign.map((c) => [c.register, c.set.text ?? c.set.decision ?? c.set.state])
  expect(written).toEqual([
    ['remark', 'Ghi tên đầy đủ'],
    ['review', 'return'],
    ['handin', 'returned'],
  ])
  const remarkId = office.foreign[0]?.recordId ?? ''
  office.edit(remarkId, { answer: 'Đã sửa', resolved: true })
  office.edit(row.recordId, { name: 'Cơ sở dữ liệu đất đai xã' })
  await office.send()
  const { rows: before } = await province.province.db.execute(
    sql`SELECT answer FROM remark WHERE office = 'xa-2'`,
  )
  expect(before).toEqual([{ answer: '' }])
  const again = office.handIn(['database', 'data-item'])
  await office.send()
  const { rows: after } = await province.province.db.execute(
    sql`SELECT answer, resolved FROM remark WHERE office = 'xa-2'`,
  )
  expect(after).toEqual([{ answer: 'Đã sửa', resolved: true }])
  expect(await decideHandin(province.province, REVIEWER, { ...ref, decision: 'accept', reason: '' })).toEqual(
    { ok: false, error: { code: 'handin-superseded' } },
  )
  expect(
    await decideHandin(province.province, REVIEWER, {
      office: 'xa-2',
      handin: again.recordId,
      decision: 'accept',
      reason: '',
    }),
  ).toEqual({
    ok: true,
    value: { state: 'accepted' },
  })
})

test('an office’s second PC gets the first one’s work, and both see one record', async () => {
  const first = await province.office('xa-3')
  const row = first.create('database', { name: 'Cây xanh' })
  await first.send()
  const second = await province.secondDevice('xa-3')
  await second.hello()
  expect(second.foreign.map((c) => c.set)).toEqual([{ name: 'Cây xanh' }])
  second.edit(row.recordId, { note: 'Từ máy hai' })
  second.handIn(['database', 'data-item'])
  await second.send()
  expect(second.replies.at(-1)?.receipts[0]?.counts).toEqual({ changes: 2, applied: 2, held: 0, refused: 0 })
  const [merged] = await province.province.db.select().from(record).where(eq(record.id, row.recordId))
  expect(merged?.fields).toEqual({ name: 'Cây xanh', note: 'Từ máy hai' })
  expect(await province.handins('xa-3')).toHaveLength(1)
})

test('bundles that arrive in any order, any number of times, by line or in files, end in the same place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ which: fc.nat({ max: 3 }), byFile: fc.boolean() }), { maxLength: 8 }),
      async (deliveries) => {
        const office = await province.office()
        const sealed = [0, 1, 2, 3].map((i) => {
          office.create('database', { name: `Lần ${i}` })
          return office.seal()
        })
        for (const { which, byFile } of deliveries) {
          const bytes = sealed[which] as Uint8Array
          if (byFile)
            await takeCarried(
              province.province,
              REVIEWER,
              await wrapForCarry([bytes], office.pack.provinceRecipient),
            )
          else await office.sync(routes.bundle, bytes)
        }
        for (const bytes of sealed) await office.send(bytes)
        await office.hello()
        const receipts = office.replies.flatMap((r) => r.receipts)
        expect(receipts.map((r) => r.number).sort()).toEqual([1, 2, 3, 4])
        expect(
          await province.province.db.select().from(change).where(eq(change.device, office.device)),
        ).toHaveLength(4)
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)

test('a gap is asked for, and what waited is taken in when it closes', async () => {
  const office = await province.office()
  office.create('database', { name: 'Một' })
  const first = office.seal()
  office.create('database', { name: 'Hai' })
  const second = office.seal()
  expect(await office.send(second)).toMatchObject({
    expects: 1,
    refusal: { code: 'gap', expected: 1, got: 2 },
  })
  expect(await office.send(first)).toMatchObject({ expects: 3, refusal: null })
  expect(office.replies.flatMap((r) => r.receipts.map((x) => x.number))).toEqual([1, 2])
})

test('a fork is held apart with both branches kept', async () => {
  const office = await province.office()
  office.create('database', { name: 'Gốc' })
  await office.send()
  const { db } = province.province
  office.create('database', { name: 'Nhánh một' })
  const one = office.seal()
  office.changes.pop()
  office.bundles.pop()
  await office.sync(routes.bundle, one)
  const copy = cloneOf(office)
  const refused = await office.sync(routes.bundle, copy)
  expect(refused.refusal).toEqual({ code: 'fork', number: 2 })
  const held = await db.select().from(heldMessage).where(eq(heldMessage.device, office.device))
  expect(held.map((h) => [h.reason, h.number])).toEqual([['fork', 2]])
  expect(await db.select().from(bundle).where(eq(bundle.device, office.device))).toHaveLength(2)
})

test('a carried file is taken in like the line, and its answer goes back as a file', async () => {
  const office = await province.office('xa-usb')
  office.create('database', { name: 'Trên thẻ nhớ' })
  const file = await wrapForCarry([office.seal()], office.pack.provinceRecipient)
  const taken = await takeCarried(province.province, REVIEWER, file)
  expect(taken).toMatchObject({
    ok: true,
    value: { messages: [{ kind: 'bundle', number: 1, changes: 1, refusal: null }], devices: [office.device] },
  })
  const back = await replyFile(province.province, REVIEWER, office.device)
  expect(back.ok && back.value.name).toBe('sodulieu-tra-loi-xa-usb-0001-0001.sdl')
})

test('rebuilding from raw bundles gives the same tables', async () => {
  const dump = async () => {
    const tables = ['change', 'person', 'merged_record', 'handin', 'frozen_record', 'remark']
    const out: Record<string, unknown> = {}
    for (const table of tables) {
      const { rows } = await province.province.db.execute(
        sql`SELECT to_jsonb(t)::text AS row FROM ${sql.identifier(table)} t ORDER BY 1`,
      )
      out[table] = rows.map((r) => r.row)
    }
    return out
  }
  const before = await dump()
  expect((before.handin as unknown[]).length).toBeGreaterThan(3)
  await rebuild(province.province, REVIEWER)
  expect(await dump()).toEqual(before)
}, 60_000)

/** Another branch from the same point: what a second copy of the disk would send. */
function cloneOf(office: TestOffice): Uint8Array {
  const made = office.create('database', { name: 'Nhánh hai' })
  const previous = office.bundles.at(-1)
  return sealBundle(
    {
      province: office.pack.province,
      office: office.pack.office,
      device: office.device,
      number: office.bundles.length + 1,
      previous: previous ? messageHash(previous) : null,
      firstSeq: made.ref.seq,
      lastSeq: made.ref.seq,
      seenReply: office.replies.length,
      people: [{ id: made.actor, name: 'Nguyễn Thị Mẫu' }],
      changes: [made],
    },
    office.key,
    nodeCodec,
  )
}
