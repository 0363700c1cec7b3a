import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Connection } from './Connection.ts'
import type { Filter, RecordQuery } from './OfficeStore.ts'
import { meta, newOffice, type Office } from './officeFixture.ts'
import { STORE_FILE } from './restore.ts'
import { vietnameseOrderKey } from './vietnameseOrder.ts'

const WORDS =
  'đất đai hộ tịch cơ sở dữ liệu người dân xã phường thị trấn đăng ký kinh doanh thủ tục giáo dục y tế nông nghiệp môi trường xây dựng đầu mối trường học bảo trợ hội được đường ước lượng quỹ khuyến khích nghiêng thuở'.split(
    ' ',
  )
let office: Office
const names: string[] = []
const ids: string[] = []

beforeAll(() => {
  office = newOffice()
  for (let i = 0; i < 600; i++) {
    const pick = (k: number) => WORDS[(i * 31 + k * 17 + (i % 13) * k) % WORDS.length]!
    const name = `${pick(1)} ${pick(2)} ${pick(3)} ${pick(4)}`
    names.push(`${name.charAt(0).toUpperCase()}${name.slice(1)} số ${i}`)
  }
  const edits = names.map((name, i) => ({
    id: null,
    register: 'database',
    set: {
      name,
      purpose: i % 3 ? `Phục vụ ${WORDS[i % WORDS.length]} mã QĐ-${i}/2024` : null,
      records: i % 5 ? (i * 7919) % 1000 : null,
      role: ['owner', 'operator', 'user'][i % 3]!,
      formats: i % 2 ? ['csv'] : ['csv', 'json'],
      since: `2024-0${1 + (i % 9)}-15`,
      personal: i % 4 === 0,
    },
  }))
  ids.push(...office.store.commit(edits, meta('import')).ids)
})
afterAll(() => office.store.close())

const find = (search: string, more: Partial<RecordQuery> = {}) =>
  office.store.window({ register: 'database', search, offset: 0, limit: 1_000, ...more })
const noMarks = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (c) => (c === 'đ' ? 'd' : 'D'))

test('every record is found by every way of typing its name: no marks, d for đ, NFD, capitals, as typed', () => {
  let pairs = 0
  for (const [i, name] of names.entries()) {
    const part = name.slice(0, Math.max(3, name.length - (i % 6)))
    const ways = [
      name,
      noMarks(name),
      name.normalize('NFD'),
      name.toUpperCase(),
      part,
      noMarks(part).toUpperCase(),
    ]
    for (const way of ways) {
      pairs++
      expect(
        find(way).rows.some((r) => r.id === ids[i]),
        way,
      ).toBe(true)
    }
  }
  expect(pairs).toBeGreaterThanOrEqual(500)
})

test('what matches exactly comes first, then names, then other fields', () => {
  const o = newOffice()
  const add = (name: string, purpose = '') =>
    o.store.commit([{ id: null, register: 'database', set: { name, purpose } }], meta()).ids[0]!
  const other = add('Khác', 'về đất đai')
  const unmarked = add('Bản đồ dat dai cũ')
  const marked = add('Quản lý đất đai')
  const order = (search: string) =>
    o.store.window({ register: 'database', search, offset: 0, limit: 9 }).rows.map((r) => r.id)
  expect(order('đất đai')).toEqual([marked, unmarked, other])
  const begins = add('Dat dai')
  expect(order('dat d')[0]).toBe(begins)
  o.store.commit([{ id: marked, register: 'database', set: { name: 'Hộ tịch' } }], meta())
  expect(order('quan ly')).toEqual([])
  o.store.commit([{ id: unmarked, register: 'database', set: {}, delete: true }], meta())
  expect(order('dat dai')).toEqual([begins, other])
  const deleted: Filter[] = [{ field: '$deleted', op: 'is', value: true }]
  expect(
    o.store
      .window({ register: 'database', search: 'dat dai', filters: deleted, offset: 0, limit: 9 })
      .rows.map((r) => r.id),
  ).toEqual([unmarked])
  o.store.close()
})

test('a search for marks and quotes, operators or nothing but signs never fails', () => {
  for (const text of ['"', '* AND', 'a" OR "b', '---', 'NEAR(', '%_', '😀', '\u0301', 'x'.repeat(500)]) {
    expect(find(text).total).toBeGreaterThanOrEqual(0)
  }
  expect(find('%').total).toBe(0)
})

test('beyond the ranked candidates a common word still reaches every record', () => {
  const o = newOffice()
  const edits = Array.from({ length: 1_400 }, (_, i) => ({
    id: null,
    register: 'database',
    set: { name: `Sổ ${i}` },
  }))
  o.store.commit(edits, meta('import'))
  const seen = new Set<string>()
  for (let offset = 0; ; offset += 100) {
    const page = o.store.window({ register: 'database', search: 'so', offset, limit: 100 })
    for (const row of page.rows) seen.add(row.id)
    if (offset + 100 >= page.total) break
  }
  expect(seen.size).toBe(1_400)
  const sort = { field: 'name', descending: true }
  expect(o.store.window({ register: 'database', search: 'so', sort, offset: 0, limit: 1 })).toMatchObject({
    total: 1_400,
    rows: [{ values: { name: 'Sổ 999' } }],
  })
  o.store.close()
})

test('names sort in Vietnamese order: letters first, then tones', () => {
  const right = [
    'ba',
    'bà',
    'bả',
    'bã',
    'bá',
    'bạ',
    'bà ngoại',
    'băng',
    'bâng',
    'ca',
    'da',
    'đa',
    'e',
    'ê',
    'o',
    'ô',
    'ơ',
    'u',
    'ư',
  ]
  const shuffled = [...right].sort((a, b) => (a < b ? 1 : -1))
  const key = new Map(right.map((w) => [w, vietnameseOrderKey(w)]))
  expect(shuffled.sort((a, b) => (key.get(a)! < key.get(b)! ? -1 : 1))).toEqual(right)
  expect(vietnameseOrderKey('ĐẤT'.normalize('NFD'))).toBe(vietnameseOrderKey('đất'))
})

type Plain = { name: string; purpose: string | null; records: number | null; role: string; since: string }

test('any filter and order gives what a plain scan gives, also after edits and undo', () => {
  const anyFilter: fc.Arbitrary<Filter> = fc.constantFrom<Filter>(
    { field: 'role', op: 'is', value: 'user' },
    { field: 'personal', op: 'is', value: true },
    { field: 'records', op: 'empty' },
    { field: 'purpose', op: 'filled' },
    { field: 'purpose', op: 'contains', text: 'phuc vu D' },
    { field: 'formats', op: 'is', value: 'json' },
  )
  const keep = (f: Filter, v: Record<string, unknown>): boolean => {
    if (f.op === 'empty') return v[f.field] === undefined
    if (f.op === 'filled') return v[f.field] !== undefined
    if (f.op === 'contains')
      return noMarks(String(v[f.field] ?? ''))
        .toLowerCase()
        .includes('phuc vu d')
    if (f.op !== 'is') return false
    return f.field === 'formats' ? (v.formats as string[]).includes('json') : v[f.field] === f.value
  }
  const rank = (field: string, v: Plain): string | number | null => {
    if (field === 'name' || field === 'purpose') return v[field] ? vietnameseOrderKey(v[field]) : null
    if (field === 'role') return ['owner', 'operator', 'user'].indexOf(v.role)
    return (field === 'records' ? v.records : v.since) ?? null
  }
  const query = fc.record({
    filters: fc.array(anyFilter, { maxLength: 2 }),
    field: fc.constantFrom('name', 'purpose', 'records', 'role', 'since'),
    descending: fc.boolean(),
    edit: fc.constantFrom('none', 'change', 'undo', 'delete', 'add'),
    pick: fc.nat(599),
  })
  fc.assert(
    fc.property(query, ({ filters, field, descending, edit, pick }) => {
      const { store } = office
      const asked = { register: 'database', filters, sort: { field, descending }, offset: 0, limit: 1_000 }
      store.window(asked)
      if (edit === 'change') {
        const set = { records: pick, name: names[(pick * 7) % 600]!, role: 'user', purpose: null }
        store.commit([{ id: ids[pick]!, register: 'database', set }], meta())
      }
      if (edit === 'delete')
        store.commit([{ id: ids[pick]!, register: 'database', set: {}, delete: true }], meta())
      if (edit === 'add')
        store.commit([{ id: null, register: 'database', set: { name: 'Ễnh ương', formats: [] } }], meta())
      if (edit === 'undo' && store.undoState().undo?.label === 'Sửa') store.undo(meta())
      const live = store.all('database').filter((r) => filters.every((f) => keep(f, r.values)))
      const sign = descending ? -1 : 1
      const wanted = live
        .map((r, i) => ({ id: r.id, i, rank: rank(field, r.values as unknown as Plain) }))
        .sort((a, b) => {
          if (a.rank === b.rank) return a.i - b.i
          if (a.rank === null || a.rank === -1) return 1
          if (b.rank === null || b.rank === -1) return -1
          return a.rank < b.rank ? -sign : sign
        })
      const got = store.window(asked)
      expect(got.total).toBe(wanted.length)
      expect(got.rows.map((r) => r.id)).toEqual(wanted.map((w) => w.id))
    }),
    { numRuns: 60 },
  )
})

test('no hot read walks the table: each has an index that answers it', () => {
  const o = newOffice()
  o.store.close()
  const c = new Connection({ file: join(o.dir, STORE_FILE), key: o.key })
  const plan = (sql: string) => c.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)[0]!.detail
  const t = '"r_database" t WHERE'
  expect(
    plan(`SELECT t.no FROM ${t} t.name_fold >= 'a' AND t.name_fold < 'b' AND (t.deleted = 0)`),
  ).toContain('#fold')
  expect(plan(`SELECT t.no, nullif(t.name_key, '') FROM ${t} (t.deleted = 0)`)).toContain('COVERING INDEX')
  expect(plan(`SELECT t.no FROM ${t} (t.deleted = 0) ORDER BY t.no`)).toContain('COVERING INDEX')
  expect(plan(`SELECT t.no FROM ${t} (t.deleted = 0) AND (t.problems > 0) ORDER BY t.no`)).toContain(
    '#problems',
  )
  expect(plan(`SELECT 1 FROM ${t} t.match_hash = 1 AND t.deleted = 0`)).toContain('#match')
  const child = `SELECT t.no FROM "r_data-item" t WHERE (t.deleted = 0) AND (t."f_database#id" = 'x') ORDER BY t.no`
  expect(plan(child)).toContain('#parent')
  c.close()
})
