// What the province does not take in is said to the officer, with why; the rest proceeds and the receipt's counts add up.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unlock } from '../../db/keys.ts'
import { openStore } from '../../db/open.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'
import { isErrorCode } from '../../shared/messages/sentence.ts'
import { registers } from '../../shared/registers/registry.ts'
import { type OfficeCore, PIN } from './officeCore.ts'
import { must, ProvinceForTests } from './provinceForTests.ts'

let province: ProvinceForTests

beforeAll(async () => {
  province = await ProvinceForTests.start()
}, 60_000)
afterAll(() => province.close())

/** Writes into the office's store past the core's own checks, as a broken or newer app would. */
async function writePast(
  office: OfficeCore,
  edits: Parameters<ReturnType<typeof storeOf>['commit']>[0],
): Promise<void> {
  const { users } = await office.call('app.status', {})
  await office.core.close()
  const options = { dir: office.dir, keystore: createFileKeystore(office.dir), log2N: 10 }
  const key = must(await unlock(options, users[0]?.id ?? '', PIN))
  const store = storeOf(office.dir, key)
  store.commit(edits, { actor: users[0]?.id ?? '', origin: 'edit', label: '', at: Date.now() })
  store.close()
  await office.restart()
}

function storeOf(dir: string, key: Uint8Array) {
  return must(openStore({ dir, key, registers }))
}

it('tells which change was refused and which is held, and takes the others in', async () => {
  const office = await province.enrolledOffice('26900')
  const { record } = await office.call('records.save', {
    register: 'database',
    id: null,
    set: { name: 'Sổ tốt' },
  })
  await writePast(office, [
    { id: null, register: 'database', set: { name: 'Sổ xấu', provinceCode: 'tự đặt' } },
    {
      id: null,
      register: 'handin',
      set: { register: 'database', period: '2026', count: 1, contentHash: '00'.repeat(32) },
    },
  ])
  await office.syncUntil('idle')
  const outcomes = await office.call('outcomes.list', {})
  expect(outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['refused', 'outcome-province-field'],
    ['held', 'outcome-content-mismatch'],
  ])
  expect(outcomes.every(({ code }) => isErrorCode(code))).toBe(true)
  expect((await office.call('home.summary', {})).outcomes).toBe(2)
  expect((await office.call('records.get', { id: record.id })).record.values.name).toBe('Sổ tốt')
  await office.call('outcomes.dismiss', { seqs: outcomes.map(({ seq }) => seq) })
  expect(await office.call('outcomes.list', {})).toEqual([])
}, 60_000)
