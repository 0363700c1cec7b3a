// Going back over many records takes seconds: the page is told how far it is, and always when it ends.
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AppEvent } from '../../shared/ipc/contract.ts'
import { OfficeCore, PIN } from '../../test/mainJob/officeCore.ts'

const RECORDS = 50

async function officeWithMore(): Promise<{ office: OfficeCore; file: string }> {
  const office = await OfficeCore.create()
  const { file } = await office.call('snapshots.make', {})
  const edits = Array.from({ length: RECORDS }, (_, i) => ({ id: null, set: { name: `Sổ ${i}` } }))
  await office.call('records.saveMany', { register: 'database', label: 'Mẫu', edits })
  return { office, file }
}

function listen(office: OfficeCore): { readonly done: number; readonly total: number }[] {
  const told: { done: number; total: number }[] = []
  office.core.subscribe((event: AppEvent) => {
    if (event.type === 'progress' && event.jobId === 'snapshots.restore') told.push(event)
  })
  return told
}

function expectsRise(told: readonly { readonly done: number; readonly total: number }[]): void {
  expect(told.length).toBeGreaterThan(10)
  const shares = told.map(({ done, total }) => done / total)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.filter((share) => share === 1)).toHaveLength(1)
}

it('tells how far a sound store has gone back', async () => {
  const { office, file } = await officeWithMore()
  const told = listen(office)
  await office.call('snapshots.restore', { file })
  expectsRise(told)
  await office.remove()
})

it('ends the bar when a lost store has come back, and after a refusal too', async () => {
  const { office } = await officeWithMore()
  const { file } = await office.call('snapshots.make', {})
  await office.core.close()
  renameSync(join(office.dir, 'store.db'), join(office.dir, 'lost.db'))
  office.core = OfficeCore.at(office.dir).core
  const told = listen(office)
  const { users } = await office.call('app.status', {})
  const userId = users[0]?.id ?? ''
  await office.refusal('snapshots.restore', { file, userId, pin: 'sai-0000' })
  expect(told.splice(0)).toMatchObject([{ done: 100, total: 100 }])
  await office.call('snapshots.restore', { file, userId, pin: PIN })
  expect(told.at(-1)).toMatchObject({ done: 100, total: 100 })
  await office.remove()
})
