// Search as typed over 100,000 records: every key stroke is a search of its own through the contract, first window of
// hits included. Half of all names share their first words, so that common prefixes match tens of thousands of records.
// Recall: the record meant is among the hits, however its name is typed. The peer is SQLite's own full-text index with
// its own folding, ranked by bm25, over the same texts in a plain file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Values } from '../../shared/registers/define.ts'
import type { OfficeCore } from '../mainJob/officeCore.ts'
import { phrase, randomOf } from '../reportSample.ts'
import { type BenchRow, quantile } from './BenchRow.ts'
import { databases, officeWith } from './benchOffice.ts'

const RECORDS = 100_000
const TYPED_NAMES = 40
const PAIRS = 500
const WINDOW = 100

const SUBJECTS =
  'hộ tịch điện tử|đất đai|bảo trợ xã hội|văn bản điều hành|công dân|giáo dục phổ thông|đối tượng đóng bảo hiểm y tế|người có công|đê điều và phòng chống thiên tai|đường giao thông nông thôn|cán bộ, công chức, viên chức|hồ sơ địa chính|trẻ em dưới 6 tuổi|hộ nghèo, hộ cận nghèo|di tích lịch sử|đầu tư công|trạm y tế|nước sạch nông thôn'.split(
    '|',
  )
const KINDS = [
  'Cơ sở dữ liệu',
  'Cơ sở dữ liệu',
  'Danh sách',
  'Phần mềm quản lý',
  'Sổ theo dõi',
  'Hệ thống thông tin',
]
const PLACES =
  'Đông Hòa|Đức Thượng|Ước Lễ|Nghĩa Đô|Tân Trào|Đắk Ơ|Ỷ La|Phường Đạo Thạnh|Mỹ Đức Đông|Quỳnh Đôi'.split('|')

type Record = { readonly name: string; readonly purpose: string }

function recordsToSearch(): Record[] {
  const random = randomOf(3)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: RECORDS }, (_, i) => ({
    name: `${pick(KINDS)} ${pick(SUBJECTS)} ${pick(PLACES)} ${i + 1}`,
    purpose: phrase(random, 18),
  }))
}

export async function search(): Promise<BenchRow[]> {
  const records = recordsToSearch()
  const values: Values[] = records.map((record, i) => ({ ...record, code: `CSDL-${i + 1}` }))
  const { office, ids } = await officeWith(values)
  const peer = fullText(records)
  try {
    const typing = typedTexts(records)
    const ours: number[] = []
    const theirs: number[] = []
    for (const text of typing) {
      ours.push(await timeOf(() => find(office, text, 0)))
      theirs.push(await timeOf(() => peer.find(text, WINDOW)))
    }
    ours.sort((a, b) => a - b)
    theirs.sort((a, b) => a - b)
    const row = (p: number, goal: string, ok: boolean): BenchRow => ({
      what: `search as typed, ${RECORDS} records, ${typing.length} key strokes, ${p === 0.5 ? 'median' : `p${p * 100}`}`,
      unit: 'ms',
      ours: quantile(ours, p),
      peers: { 'FTS5 bm25': quantile(theirs, p) },
      goal,
      ok,
    })
    return [
      row(0.5, '(no goal)', true),
      row(0.95, '≤ 30 ms p95', quantile(ours, 0.95) <= 30),
      row(1, '(no goal)', true),
      await recall(office, records, ids, peer),
    ]
  } finally {
    await office.remove()
    peer.remove()
  }
}

/** What stands in the box after each key stroke, no text twice: every way of typing takes its turn. */
function typedTexts(records: readonly Record[]): string[] {
  const random = randomOf(11)
  const texts = new Set<string>()
  for (let n = 0; n < TYPED_NAMES; n++) {
    const { name } = records[Math.floor(random() * records.length)]!
    const words = name.split(' ')
    const from = n % 3 === 0 ? 0 : Math.floor(random() * (words.length - 2))
    const typed = WAYS[n % WAYS.length]!(words.slice(from).join(' '))
    for (let end = 1; end <= typed.length; end++) texts.add(typed.slice(0, end))
  }
  return [...texts]
}

const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => withoutMarks(text).replace(/đ/g, 'd').replace(/Đ/g, 'D'),
  (text) => text.replace(/đ/g, 'd').replace(/Đ/g, 'D'),
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
]

async function find(office: OfficeCore, text: string, offset: number, limit = WINDOW) {
  return office.call('records.window', { register: databases.id, search: text, offset, limit })
}

/** Pairs of a record and one way of typing its name. */
async function recall(
  office: OfficeCore,
  records: readonly Record[],
  ids: readonly string[],
  peer: ReturnType<typeof fullText>,
): Promise<BenchRow> {
  const random = randomOf(5)
  let ours = 0
  let theirs = 0
  for (let pair = 0; pair < PAIRS; pair++) {
    const at = Math.floor(random() * records.length)
    const typed = WAYS[1 + (pair % (WAYS.length - 1))]!(records[at]!.name)
    if ((await find(office, typed, 0, 1_000)).rows.some((row) => row.id === ids[at])) ours++
    if (peer.find(typed, 1_000).includes(at + 1)) theirs++
  }
  return {
    what: `recall over ${PAIRS} pairs: no accents, d for đ, NFD, upper case`,
    unit: '%',
    ours: (100 * ours) / PAIRS,
    peers: { 'FTS5 unicode61': (100 * theirs) / PAIRS },
    goal: '100 %',
    ok: ours === PAIRS,
  }
}

function fullText(records: readonly Record[]) {
  const dir = mkdtempSync(join(tmpdir(), 'sdl-fts-'))
  const db = new Database(join(dir, 'fts.db'))
  db.pragma('journal_mode = WAL')
  db.exec(
    `CREATE TABLE record (no INTEGER PRIMARY KEY, name TEXT, purpose TEXT);
     CREATE VIRTUAL TABLE fts USING fts5(name, purpose, content='record', content_rowid='no', prefix='2 3',
       tokenize='unicode61 remove_diacritics 2')`,
  )
  const insert = db.prepare('INSERT INTO record (name, purpose) VALUES (?, ?)')
  db.transaction(() => {
    for (const { name, purpose } of records) insert.run(name, purpose)
    db.exec("INSERT INTO fts (fts) VALUES ('rebuild')")
  })()
  const query = db
    .prepare<[string, number], number>('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT ?')
    .pluck()
  return {
    find: (text: string, limit: number): number[] => {
      const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
      return words.length > 0 ? query.all(`${words.map((word) => `"${word}"`).join(' ')}*`, limit) : []
    },
    remove: () => {
      db.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
