// What the province sets reaches each device once for each number, in the reply's own chain, by line and by file.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRules } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import { DEFAULT_SETTINGS, decodeSettings } from '../../shared/settings/provinceSettings.ts'
import { replyFile } from '../intake/replyFile.ts'
import { rebuild } from '../rebuild.ts'
import { audit } from '../store/schema.ts'
import type { TestOffice } from '../testOffice.ts'
import { stopTestPostgres } from '../testPostgres.ts'
import { REVIEWER, startTestProvince, type TestProvince } from '../testProvince.ts'
import { rulesFile, rulesNow, rulesReach, saveRules } from './rulesPacks.ts'

let province: TestProvince

beforeAll(async () => {
  province = await startTestProvince()
}, 60_000)
afterAll(async () => {
  await province.close()
  await stopTestPostgres()
})

function opened(office: TestOffice, message: Uint8Array | undefined) {
  const { province: id, provinceKey } = office.pack
  const read = openRules(message ?? new Uint8Array(), { province: id, provinceKey, codec: nodeCodec })
  if (!read.ok) throw new Error(read.error.code)
  return { number: read.value.number, settings: decodeSettings(read.value.settings) }
}

test('nothing was saved: replies carry nothing, and there is no file', async () => {
  const office = await province.office('xa-truoc')
  await office.hello()
  expect(office.replies.flatMap((r) => r.packs)).toEqual([])
  expect(await rulesFile(province.province, REVIEWER)).toMatchObject({ error: { code: 'no-rules' } })
  expect(await rulesNow(province.province.db)).toMatchObject({ number: 0, settings: DEFAULT_SETTINGS })
})

test('a saved number rides in one reply to every device, and the next number in the next', async () => {
  const { db } = province.province
  const office = await province.office('xa-nhan')
  const fourEyes = { ...DEFAULT_SETTINGS, fourEyes: true }
  expect(await saveRules(province.province, REVIEWER, { after: 0, settings: fourEyes })).toEqual({
    ok: true,
    value: { number: 1 },
  })
  expect((await rulesReach(db)).reached).toBe(0)
  await office.hello()
  const [first, ...more] = office.replies.flatMap((r) => r.packs)
  expect(opened(office, first)).toEqual({ number: 1, settings: fourEyes })
  expect(more).toEqual([])
  office.create('database', { name: 'Sổ' })
  await office.send()
  expect(office.replies.flatMap((r) => r.packs).length).toBe(1)
  await saveRules(province.province, REVIEWER, { after: 1, settings: { ...fourEyes, strictBefore: false } })
  await office.hello()
  expect(office.replies.flatMap((r) => r.packs).map((p) => opened(office, p).number)).toEqual([1, 2])
  expect((await rulesReach(db)).reached).toBe(1)
  const second = await province.secondDevice('xa-nhan')
  await second.hello()
  expect(second.replies.flatMap((r) => r.packs).map((p) => opened(second, p).number)).toEqual([2])
})

test('a device that is reached by stick alone gets them in its reply file', async () => {
  const office = await province.office('xa-usb')
  expect((await replyFile(province.province, REVIEWER, office.device)).ok).toBe(true)
  await office.hello()
  expect(office.replies.flatMap((r) => r.packs).map((p) => opened(office, p).number)).toEqual([2])
})

test('the same settings make no new number, a save over somebody else’s is refused, and every save is recorded', async () => {
  const { db } = province.province
  const now = await rulesNow(db)
  expect(await saveRules(province.province, REVIEWER, { after: 2, settings: now.settings })).toEqual({
    ok: true,
    value: { number: 2 },
  })
  expect(
    await saveRules(province.province, REVIEWER, { after: 1, settings: DEFAULT_SETTINGS }),
  ).toMatchObject({
    error: { code: 'rules-changed' },
  })
  const both = await Promise.all(
    ['Lễ một', 'Lễ hai'].map((name) =>
      saveRules(province.province, REVIEWER, {
        after: 2,
        settings: { ...now.settings, holidays: [{ day: '2026-09-02', name }] },
      }),
    ),
  )
  expect(both.map((b) => b.ok).sort()).toEqual([false, true])
  await rebuild(province.province, REVIEWER)
  expect((await rulesNow(db)).number).toBe(3)
  const saves = (await db.select().from(audit)).filter((line) => line.act === 'rules-saved')
  expect(saves.map((line) => [line.subject, line.detail.parts])).toEqual([
    ['1', 'fourEyes'],
    ['2', 'strictBefore'],
    ['3', 'holidays'],
  ])
})
