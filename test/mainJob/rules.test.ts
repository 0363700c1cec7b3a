// What the province sets reaches a real office with its reply, or as a file of its own, and holds there; a reply that
// carries it is applied like any other.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rulesFile, saveRules } from '../../server/settings/rulesPacks.ts'
import { DEFAULT_SETTINGS } from '../../shared/settings/provinceSettings.ts'
import type { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

let province: ProvinceForTests

beforeAll(async () => {
  province = await ProvinceForTests.start()
}, 60_000)
afterAll(() => province.close())

/** By what the office judges lateness where no round says. */
async function lateBy(office: OfficeCore): Promise<string[]> {
  const rounds = await office.call('rounds.list', {})
  return [...new Set(rounds.filter((r) => r.from === 'rule').map((r) => r.lateBy))]
}

async function save(after: number, lateness: 'letter' | 'receipt') {
  must(
    await saveRules(province.province, REVIEWER, {
      after,
      settings: { ...DEFAULT_SETTINGS, lateBy: lateness },
    }),
  )
  return must(await rulesFile(province.province, REVIEWER)).bytes
}

it('rules come with a reply, then as a file; older ones and another province’s change nothing', async () => {
  const office = await province.enrolledOffice('26001')
  await office.syncUntil('idle')
  expect(await lateBy(office)).toEqual(['letter'])
  const first = await save(0, 'receipt')
  await office.call('records.saveMany', {
    register: 'database',
    label: 'Dán',
    edits: [{ id: null, set: { name: 'Sổ hộ tịch' } }],
  })
  await office.syncUntil('idle')
  expect(await lateBy(office)).toEqual(['receipt'])
  const { bundles } = await office.call('sync.details', {})
  expect(bundles.every((made) => made.receiptCode !== null)).toBe(true)
  const second = await save(1, 'letter')
  await office.call('reply.fromFile', { bytes: new Uint8Array(second) })
  expect(await lateBy(office)).toEqual(['letter'])
  await office.call('reply.fromFile', { bytes: new Uint8Array(first) })
  expect(await lateBy(office)).toEqual(['letter'])
  await office.restart()
  expect(await lateBy(office)).toEqual(['letter'])
  const altered = Uint8Array.from(second)
  altered[altered.length - 5]! ^= 1
  expect((await office.refusal('reply.fromFile', { bytes: altered })).code).toBe('bad-signature')
  await office.syncUntil('idle')
}, 60_000)
