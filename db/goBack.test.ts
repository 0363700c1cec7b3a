import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DELETED } from '../shared/change/change.ts'
import { defineRegister, field } from '../shared/registers/define.ts'
import type { Edit } from './OfficeStore.ts'
import { database, dataItem, deviceKeys, meta, newOffice, type Office, reopen } from './officeFixture.ts'
import { snapshotFolder } from './snapshots.ts'

const label = { vi: 'Mã', en: 'Code' }
const system = defineRegister({ ...database, id: 'handin', system: true })
const written = defineRegister({
  ...database,
  fields: [...database.fields, field({ id: 'code', label, type: 'text', writer: 'province' })],
})
const registers = [written, dataItem, system]

/** What an officer sees of every live record. */
function shown(o: Office): unknown {
  return [written, dataItem].map((register) =>
    o.store
      .all(register.id)
      .map(({ id, values }) => ({ id, values }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
}

function save(o: Office, edit: Partial<Edit>): string {
  const { ids } = o.store.commit([{ id: null, register: 'database', set: {}, ...edit }], meta())
  return ids[0]!
}

/** A change that another machine of the office made. */
function foreign(o: Office, id: string, set: Record<string, string | boolean>): void {
  const record = o.store.get(id)!
  const bases = o.store.headsOf(id)
  const device = deviceKeys('colleague').deviceId
  const seq = (o.store.heads().find((head) => head.device === device)?.seq ?? 0) + 1
  o.store.applyForeign([
    {
      ref: { device, seq },
      register: 'database',
      record: record.ref,
      recordId: id,
      set,
      base: Object.fromEntries(Object.keys(set).map((f) => [f, bases[f] ?? []])),
      actor: 'officer-2',
      at: 1,
      seen: 0,
    },
  ])
}

test('going back is one step: fields, deleted and new records; undone, everything is as it was, also after a restart', () => {
  const o = newOffice({ registers })
  const kept = save(o, { set: { name: 'Giữ', purpose: 'Cũ' } })
  const gone = save(o, { set: { name: 'Sẽ xóa' } })
  const item = save(o, { register: 'data-item', set: { itemName: 'Mục', database: { text: 'x', id: gone } } })
  const { file } = o.store.snapshot('asked')
  const monday = shown(o)
  save(o, { id: kept, set: { name: 'Đổi', purpose: null, records: 5 } })
  save(o, { id: gone, delete: true })
  save(o, { id: item, register: 'data-item', delete: true })
  const later = save(o, { set: { name: 'Thêm sau' } })
  save(o, { register: 'handin', set: { name: 'Đã gửi' } })
  const friday = shown(o)
  const seq = o.store.lastSeq()

  const back = o.store.goBackTo(file, meta('restore', 'Khôi phục'))
  expect(back).toMatchObject({ ok: true, value: { changes: 4 } })
  expect(shown(o)).toEqual(monday)
  expect(o.store.get(later)?.deleted).toBe(true)
  expect(o.store.all('handin').length).toBe(1)
  expect(o.store.undoState().undo?.label).toBe('Khôi phục')
  expect(o.store.ownChanges(0, 1e9).map((c) => c.ref.seq)).toEqual(
    Array.from({ length: seq + 4 }, (_, i) => i + 1),
  )
  reopen(o, { registers })
  expect(shown(o)).toEqual(monday)
  o.store.undo(meta('undo'))
  expect(shown(o)).toEqual(friday)
  o.store.redo(meta('redo'))
  expect(shown(o)).toEqual(monday)
  o.store.rebuild()
  expect(shown(o)).toEqual(monday)
  expect(o.store.goBackTo(file, meta('restore'))).toMatchObject({ ok: true, value: { changes: 0 } })
  o.store.close()
})

test('a deletion that a colleague’s unseen edit disputes since is settled by going back, and shows as it did when undone', () => {
  const o = newOffice({ registers })
  const id = save(o, { set: { name: 'Tên' } })
  const { file } = o.store.snapshot('asked')
  const then = shown(o)
  save(o, { id, delete: true })
  foreign(o, id, { purpose: 'Sửa nơi khác' })
  const before = shown(o)
  expect(o.store.goBackTo(file, meta('restore')).ok).toBe(true)
  expect(shown(o)).toEqual(then)
  expect(o.store.get(id)?.conflicts).toEqual([])
  o.store.undo(meta('undo'))
  expect(shown(o)).toEqual(before)
  o.store.close()
})

test('what the province wrote stays, what a colleague wrote goes back', () => {
  const o = newOffice({ registers })
  const id = save(o, { set: { name: 'Tên' } })
  const { file } = o.store.snapshot('asked')
  foreign(o, id, { code: 'T-01', name: 'Tên khác' })
  expect(o.store.goBackTo(file, meta('restore')).ok).toBe(true)
  expect(o.store.get(id)?.values).toMatchObject({ code: 'T-01', name: 'Tên' })
  o.store.close()
})

test('a snapshot that holds more than the store is taken over: lost records come back and keep their links', () => {
  const o = newOffice({ registers })
  save(o, { set: { name: 'Chung' } })
  const other = newOffice({ registers, key: o.key, name: 'old-device' })
  const database = save(other, { set: { name: 'Mất' } })
  save(other, { register: 'data-item', set: { itemName: 'Mục', database: { text: 'Mất', id: database } } })
  const { file } = other.store.snapshot('asked')
  other.store.close()
  o.store.snapshot('hourly')
  copyFileSync(join(snapshotFolder(other.dir), file), join(snapshotFolder(o.dir), file))
  expect(o.store.goBackTo(file, meta('restore')).ok).toBe(true)
  const [lost] = o.store.all('database')
  expect(o.store.all('database').map((r) => r.values.name)).toEqual(['Mất'])
  expect(o.store.all('data-item')[0]?.values.database).toEqual({ text: 'Mất', id: lost?.id })
  o.store.undo(meta('undo'))
  expect(o.store.all('database').map((r) => r.values.name)).toEqual(['Chung'])
  o.store.close()
})

test('names that are not listed, and snapshots that are ruined, are refused and nothing changes', () => {
  const o = newOffice({ registers })
  save(o, { set: { name: 'Một' } })
  const { file } = o.store.snapshot('asked')
  save(o, { set: { name: 'Hai' } })
  const before = shown(o)
  expect(o.store.goBackTo('../store.db', meta('restore'))).toEqual({
    ok: false,
    error: { code: 'snapshot-missing' },
  })
  const handle = openSync(join(snapshotFolder(o.dir), file), 'r+')
  writeSync(handle, new Uint8Array(64).fill(1), 0, 64, 3 * 4096 + 200)
  closeSync(handle)
  expect(o.store.goBackTo(file, meta('restore'))).toMatchObject({ error: { code: 'snapshot-bad' } })
  expect(shown(o)).toEqual(before)
  o.store.close()
})

type Step = { readonly kind: 'add' | 'edit' | 'delete' | 'revive' | 'foreign' | 'undo'; readonly n: number }
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('add', 'edit', 'edit', 'delete', 'revive', 'foreign', 'undo'),
    n: fc.nat(5),
  }),
  { maxLength: 14 },
)

function run(o: Office, ids: string[], { kind, n }: Step, i: number): void {
  const id = ids[n % Math.max(1, ids.length)]
  const name = `Tên ${kind} ${i}`
  if (kind === 'undo') o.store.undo(meta('undo'))
  else if (kind === 'add' || !id) ids.push(save(o, { set: { name } }))
  else if (kind === 'foreign') foreign(o, id, n % 2 ? { purpose: name } : { [DELETED]: true })
  else if (kind === 'edit') save(o, { id, set: n % 2 ? { name } : { purpose: name, records: i } })
  else save(o, { id, delete: kind === 'delete' })
}

test('after any history, going back shows what the snapshot showed, and undoing that shows what was there before', () => {
  fc.assert(
    fc.property(steps, steps, (first, second) => {
      const o = newOffice({ registers })
      const ids: string[] = []
      first.forEach((step, i) => {
        run(o, ids, step, i)
      })
      const { file } = o.store.snapshot('asked')
      const then = shown(o)
      second.forEach((step, i) => {
        run(o, ids, step, 100 + i)
      })
      const before = shown(o)
      const back = o.store.goBackTo(file, meta('restore'))
      expect(shown(o)).toEqual(then)
      if (back.ok && back.value.changes > 0) {
        o.store.undo(meta('undo'))
        expect(shown(o)).toEqual(before)
      }
      o.store.close()
    }),
    { numRuns: 40 },
  )
}, 60_000)
