import { join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { Connection } from './Connection.ts'
import { MIGRATIONS, type Migration, migrationHash } from './migrate.ts'
import { deviceKeys, freshFolder, meta, newOffice, registers } from './officeFixture.ts'
import { createStore, openStore } from './open.ts'
import { STORE_FILE } from './restore.ts'
import * as schema from './schema.ts'
import { listSnapshots } from './snapshots.ts'

/** Once released a migration is frozen: a change here means an old file would no longer open. */
const FROZEN = [
  'caded95dcc7c2dfca7b158aebdff79af9c96c66fd78df98916de50ea49c198dd',
  'e54028c62fd9f94c72e2ba29cbb908e89fd1539d6e080b4123450203f5433d6a',
]

test('shipped migrations are frozen, numbered without gaps', () => {
  expect(MIGRATIONS.map(migrationHash)).toEqual(FROZEN)
  expect(MIGRATIONS.map((m) => m.number)).toEqual(MIGRATIONS.map((_, i) => i + 1))
})

test('the core schema, with its checks, triggers and indexes, is as released', () => {
  const o = newOffice({ registers: [] })
  o.store.close()
  const c = new Connection({ file: join(o.dir, STORE_FILE), key: o.key })
  const rows = c.all<{ type: string; name: string; sql: string }>(
    `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`,
  )
  expect(rows.map((r) => `${r.type} ${r.name}`)).toMatchSnapshot()
  for (const table of rows.filter((r) => r.type === 'table')) expect(table.sql).toContain('STRICT')
  for (const table of Object.values(schema)) {
    const { name, columns } = getTableConfig(table)
    const held = c.all<{ name: string }>(`PRAGMA table_info(${name})`).map((row) => row.name)
    expect(columns.map((column) => column.name).sort()).toEqual(held.sort())
  }
  c.close()
})

const next: Migration = {
  number: MIGRATIONS.length + 1,
  name: 'later',
  sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;',
}

test('an older file gets the new migration after a snapshot, and keeps its records', () => {
  const o = newOffice()
  o.store.commit([{ id: null, register: 'database', set: { name: 'A' } }], meta())
  o.store.close()
  const opened = openStore({ dir: o.dir, key: o.key, registers, migrations: [...MIGRATIONS, next] })
  expect(opened.ok && opened.value.count('database')).toBe(1)
  if (opened.ok) opened.value.close()
  expect(listSnapshots(o.dir).map((s) => s.reason)).toEqual(['before-migration'])
})

test('a newer app’s file is refused with its version, an altered or late migration as foreign, and none is touched', () => {
  const dir = freshFolder()
  const key = new Uint8Array(32).fill(5)
  const made = createStore({ dir, key, registers, device: deviceKeys(), migrations: [...MIGRATIONS, next] })
  if (made.ok) made.value.close()
  const open = (migrations: readonly Migration[]) => {
    const opened = openStore({ dir, key, registers, migrations })
    if (opened.ok) opened.value.close()
    return opened.ok ? 'opened' : opened.error
  }
  expect(open(MIGRATIONS)).toEqual({ code: 'store-newer', version: next.number })
  expect(open([{ ...MIGRATIONS[0]!, sql: `${MIGRATIONS[0]!.sql} ` }, next])).toEqual({
    code: 'store-foreign',
    migration: 1,
  })
  expect(
    open([...MIGRATIONS, { ...next, name: 'merged late' }, { ...next, number: next.number + 1 }]),
  ).toEqual({
    code: 'store-foreign',
    migration: next.number,
  })
  expect(open([...MIGRATIONS, next])).toBe('opened')
})

test('a migration that fails leaves the file as it was', () => {
  const o = newOffice()
  o.store.close()
  const broken = { ...next, sql: `${next.sql} CREATE TABLE nonsense (` }
  expect(() =>
    openStore({ dir: o.dir, key: o.key, registers, migrations: [...MIGRATIONS, broken] }),
  ).toThrow()
  const opened = openStore({ dir: o.dir, key: o.key, registers })
  expect(opened.ok).toBe(true)
  if (opened.ok) opened.value.close()
})

test('a field added to a definition is a column at open; a changed type rebuilds the table from the log', () => {
  const o = newOffice()
  const [id] = o.store.commit(
    [{ id: null, register: 'database', set: { name: 'A', records: 12 } }],
    meta(),
  ).ids
  o.store.setRecordStates([id!], 'received', false)
  o.store.close()
  const [database, dataItem] = registers
  const extra = { ...database!.fields[0]!, id: 'extra' }
  const wider = [{ ...database!, fields: [...database!.fields, extra] }, dataItem!]
  const first = openStore({ dir: o.dir, key: o.key, registers: wider })
  if (!first.ok) throw new Error(first.error.code)
  first.value.commit([{ id: id!, register: 'database', set: { extra: 'B' } }], meta())
  expect(first.value.get(id!)).toMatchObject({
    values: { name: 'A', records: 12, extra: 'B' },
    state: 'received',
  })
  first.value.close()
  const other = [
    {
      ...database!,
      fields: [...database!.fields.map((f) => (f.id === 'records' ? { ...f, type: 'text' as const } : f))],
    },
    dataItem!,
  ]
  const second = openStore({ dir: o.dir, key: o.key, registers: other })
  if (!second.ok) throw new Error(second.error.code)
  expect(second.value.get(id!)).toMatchObject({
    values: { name: 'A' },
    unknown: { records: 12, extra: 'B' },
    state: 'received',
  })
  second.value.close()
  const third = openStore({ dir: o.dir, key: o.key, registers: wider })
  if (!third.ok) throw new Error(third.error.code)
  expect(third.value.get(id!)?.values).toMatchObject({ records: 12, extra: 'B' })
  third.value.close()
})
