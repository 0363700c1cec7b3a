// One field saved as the grid saves it: through the contract, with its rules, its search text and its log entry, on an
// encrypted disk file that holds it when the call returns. The peer does the bare minimum with the same engine: a plain
// file, one row updated and one log row added in a transaction that is as durable.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { Field } from '../../shared/registers/define.ts'
import { phrase, randomOf } from '../reportSample.ts'
import { type BenchRow, quantile } from './BenchRow.ts'
import { databases, fullDatabases, officeWith } from './benchOffice.ts'

const RECORDS = 10_000
const SAVES = 1_000
const WARM_UP = 50

type Value = CallInput<'records.save'>['set'][string]

export async function save(): Promise<BenchRow[]> {
  const records = fullDatabases(RECORDS)
  const { office, ids } = await officeWith(records)
  const plain = plainFile(records.map((values) => JSON.stringify(values)))
  const random = randomOf(7)
  const fields = databases.fields.filter(
    (field) => field.writer === 'office' && newValue(field, random) !== null,
  )
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let i = 0; i < SAVES + WARM_UP; i++) {
      const row = Math.floor(random() * RECORDS)
      const field = fields[i % fields.length]!
      const set = { [field.id]: newValue(field, random) as Value }
      const spent = await timeOf(() =>
        office.call('records.save', { register: databases.id, id: ids[row]!, set }),
      )
      const plainSpent = await timeOf(() => plain.save(row + 1, JSON.stringify({ ...records[row], ...set })))
      if (i < WARM_UP) continue
      ours.push(spent)
      theirs.push(plainSpent)
    }
  } finally {
    await office.remove()
    plain.remove()
  }
  ours.sort((a, b) => a - b)
  theirs.sort((a, b) => a - b)
  const row = (what: string, p: number, goal: string, ok: (ms: number) => boolean): BenchRow => ({
    what,
    unit: 'ms',
    ours: quantile(ours, p),
    peers: { 'plain SQLite, synchronous=FULL': quantile(theirs, p) },
    goal,
    ok: ok(quantile(ours, p)),
  })
  return [
    row('durable encrypted save of a field, median', 0.5, '(no goal)', () => true),
    row('durable encrypted save of a field, p95', 0.95, '≤ 5 ms p95', (ms) => ms <= 5),
  ]
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Half phrases, half enums, dates, numbers; null for types that name other records. */
function newValue(field: Field, random: () => number): Value | null {
  if (field.type === 'enum') return field.values![Math.floor(random() * field.values!.length)]!.id
  if (field.type === 'date') return `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`
  if (field.type === 'int')
    return field.format === 'year' ? 2000 + Math.floor(random() * 26) : Math.floor(random() * 1e6)
  if (field.type === 'longtext' || (field.type === 'text' && !field.format)) return phrase(random, 8)
  return null
}

function plainFile(rows: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'sdl-plain-'))
  const db = new Database(join(dir, 'plain.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    'CREATE TABLE record (no INTEGER PRIMARY KEY, data TEXT) STRICT; CREATE TABLE log (seq INTEGER PRIMARY KEY, no INTEGER, data TEXT) STRICT',
  )
  const insert = db.prepare('INSERT INTO record (data) VALUES (?)')
  db.transaction(() => {
    for (const row of rows) insert.run(row)
  })()
  const update = db.prepare('UPDATE record SET data = ? WHERE no = ?')
  const log = db.prepare('INSERT INTO log (no, data) VALUES (?, ?)')
  return {
    save: db.transaction((no: number, data: string) => {
      update.run(data, no)
      log.run(no, data)
    }),
    remove: () => {
      db.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
