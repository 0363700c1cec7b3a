import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase, stopTestPostgres } from '../testPostgres.ts'
import { openDatabase } from './database.ts'
import { migrate, shippedMigrations } from './migrate.ts'
import * as schema from './schema.ts'

afterAll(stopTestPostgres)

async function withPool<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const { pool, close } = openDatabase(await freshDatabase())
  try {
    return await work(pool)
  } finally {
    await close()
  }
}

test('a second run applies nothing', () =>
  withPool(async (pool) => {
    expect(await migrate(pool, await shippedMigrations())).toEqual({ ok: true, value: [] })
  }))

test('a later migration is applied once, and two processes at once do not collide', () =>
  withPool(async (pool) => {
    const later = { name: '900_later.sql', sql: 'CREATE TABLE later (id int)', sha256: 'x' }
    const shipped = [...(await shippedMigrations()), later]
    const both = await Promise.all([migrate(pool, shipped), migrate(pool, shipped)])
    expect(both.map((r) => r.ok && r.value.length).sort()).toEqual([0, 1])
  }))

test('a database of a newer release is refused, untouched', () =>
  withPool(async (pool) => {
    const [first] = await shippedMigrations()
    if (!first) throw new Error('no migrations')
    expect(await migrate(pool, [])).toEqual({
      ok: false,
      error: { code: 'newer-database', name: first.name },
    })
  }))

test('an edited migration is refused, and a failing one leaves nothing behind', () =>
  withPool(async (pool) => {
    const shipped = await shippedMigrations()
    const edited = shipped.map((m) => ({ ...m, sha256: 'edited' }))
    expect(await migrate(pool, edited)).toMatchObject({ ok: false, error: { code: 'edited-migration' } })
    const broken = [
      ...shipped,
      { name: '900_broken.sql', sql: 'CREATE TABLE half (id int); SELECT 1/0', sha256: 'x' },
    ]
    await expect(migrate(pool, broken)).rejects.toThrow('division by zero')
    const { rowCount } = await pool.query("SELECT 1 FROM pg_tables WHERE tablename = 'half'")
    expect(rowCount).toBe(0)
  }))

test('the tables are what the queries take them for: names, columns, types and what may be null', () =>
  withPool(async (pool) => {
    const types: Readonly<Record<string, string>> = { 'timestamp with time zone': 'timestamptz' }
    const { rows } = await pool.query<{ t: string; c: string; type: string; nullable: string }>(
      `SELECT table_name t, column_name c, data_type type, is_nullable nullable FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> 'migration'`,
    )
    const real = rows.map(
      (r) => `${r.t}.${r.c} ${types[r.type] ?? r.type} ${r.nullable === 'NO' ? 'not null' : 'null'}`,
    )
    const declared = Object.values(schema)
      .filter((table) => table instanceof PgTable)
      .flatMap((table) => {
        const { name, columns } = getTableConfig(table)
        return columns.map(
          (c) => `${name}.${c.name} ${c.getSQLType()} ${c.notNull || c.primary ? 'not null' : 'null'}`,
        )
      })
    expect(declared.sort()).toEqual(real.sort())
  }))
